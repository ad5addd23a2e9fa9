import type { CivilDate } from '../calendar/types.js';
import type { Act } from '../procedure/act.js';
import { dueOf, isArmed, reminders, type DeadlineSpec } from '../procedure/deadline.js';
import { type DraftEntry, entry, refuse, type Refusal, type Verdict } from '../procedure/decision.js';
import type { FinancingTerms } from '../scheme/terms.js';
import type { Recovery } from './financing.data.js';
import { toAuthority, toOfficer, toPole } from './financing.notices.js';
import { euros } from './money.js';
import { ending, type File } from './settlement.js';

function recoveryFor(file: File, act: Act, states: readonly Recovery['state'][]): Recovery | Refusal {
  const n = Number(act.facts['n']);
  const found = file.data.recoveries.find((one) => one.n === n);
  if (!found) return refuse('no-recovery', { n });
  return states.includes(found.state) ? found : refuse('recovery-not-now', { n, state: found.state });
}

function dueBy(from: CivilDate, terms: FinancingTerms): DeadlineSpec {
  return { kind: 'recovery-due', rule: { from, after: terms.recovery, roll: 'working-day' }, marks: reminders(terms.recoveryReminders) };
}

/** The authority asks the money back. Facts: n, the recovery. Refuses `no-recovery`, `recovery-not-now`. */
export function demandRecovery(file: File, act: Act, terms: FinancingTerms): Verdict {
  const one = recoveryFor(file, act, ['found']);
  if ('refused' in one) return one;
  // One deadline at a time: this one's begins where it is the only one that waits, else when the one before it has come.
  const waiting = dueOf(file.deadlines.filter(isArmed), 'recovery-due');
  const demanded: DraftEntry = { ...entry('recovery-demanded', act, { n: one.n, cents: one.cents }), ...(waiting ? {} : { arm: [dueBy(act.on, terms)] }) };
  return {
    entries: [demanded],
    notices: [toPole(file, 'financing.recovery-demanded', `recovery/${one.n}/demanded`, { facts: { amount: euros(one.cents) }, dates: { dueOn: 'recovery-due' } })],
  };
}

/** The date is over and the money is not there. */
export function recoveryOverdue(file: File, act: Act, terms: FinancingTerms): Verdict {
  const awaited = file.data.recoveries.filter(({ state }) => state === 'demanded');
  const late = awaited.find(({ dueOn }) => dueOn !== null);
  const next = awaited.find((one) => one !== late);
  const notices = late ? told(file, late) : [];
  return {
    entries: [{
      type: 'recovery-overdue', facts: { n: late?.n ?? 0, ...(next ? { next: next.n } : {}) },
      ...(next ? { arm: [dueBy(act.on, terms)] } : {}),
    }],
    notices,
  };
}

function told(file: File, late: Recovery) {
  const rest = { facts: { amount: euros(late.cents - late.recovered), dueOn: late.dueOn } };
  const key = `recovery/${late.n}/overdue`;
  return [toPole(file, 'financing.recovery-overdue', key, rest), toOfficer(file, 'financing.recovery-overdue-officer', key, rest), toAuthority(file, 'financing.recovery-overdue-officer', key, rest)];
}

/** Money has come back, all of it or a part. Facts: n, cents. Refuses `recovery-too-much`. */
export function recordRecovery(file: File, act: Act): Verdict {
  const one = recoveryFor(file, act, ['demanded', 'overdue']);
  if ('refused' in one) return one;
  const cents = Number(act.facts['cents']);
  const rest = one.cents - one.recovered;
  if (!(cents > 0 && cents <= rest)) return refuse('recovery-too-much', { n: one.n, rest });
  const whole = cents === rest;
  const recorded = entry('recovery-recorded', act, { n: one.n, cents });
  return ending(file, act, [whole ? { ...recorded, ...released(file, one) } : recorded],
    [toPole(file, 'financing.recovery-recorded', `recovery/${one.n}/recorded/${file.seq + 1}`, { facts: { amount: euros(cents), rest: euros(rest - cents) } })]);
}

/** The authority gives the debt up, with its reasons (content). */
export function waiveRecovery(file: File, act: Act): Verdict {
  if (!act.content) return refuse('reasons-missing');
  const one = recoveryFor(file, act, ['found', 'demanded', 'overdue']);
  if ('refused' in one) return one;
  return ending(file, act, [{ ...entry('recovery-waived', act, { n: one.n }), ...released(file, one) }],
    [toPole(file, 'financing.recovery-waived', `recovery/${one.n}/waived`, { facts: { amount: euros(one.cents - one.recovered) } })]);
}

/** What is no longer owed has no date any more; another debt that waits keeps it. */
function released(file: File, one: Recovery): Pick<DraftEntry, 'disarm'> {
  const others = file.data.recoveries.some(({ n, state }) => n !== one.n && state === 'demanded');
  return others ? {} : { disarm: ['recovery-due'] };
}
