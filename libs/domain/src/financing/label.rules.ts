import { addDays, daysBetween } from '../calendar/civil-date.js';
import { periodOf } from '../monitoring/periods.js';
import type { Act, Facts } from '../procedure/act.js';
import { type DraftEntry, type Notice, refuse, type Verdict } from '../procedure/decision.js';
import { textFact } from '../procedure/facts.js';
import type { FinancingTerms } from '../scheme/terms.js';
import { opening } from './agreement.rules.js';
import { proRata } from './amounts.js';
import type { Agreement, FinancingData, PlannedAgreement } from './financing.data.js';
import { toOfficer, toPole } from './financing.notices.js';
import { after, balanceOf, cancelled, ending, type File, paidUnder, recovery, unsent } from './settlement.js';

/** The label is suspended: what is under way at the bank goes on, nothing else does. */
export function labelSuspended(file: File): Verdict {
  if (file.status !== 'current') return { entries: [{ type: 'label-suspended', facts: {} }] };
  return {
    entries: [{ type: 'payments-frozen', facts: {} }],
    notices: [toPole(file, 'financing.frozen', `frozen/${file.seq + 1}`, { whileStatus: ['frozen'] }), toOfficer(file, 'financing.frozen', `frozen/${file.seq + 1}`, { whileStatus: ['frozen'] })],
  };
}

/** The suspension is over: what was approved may go out again. */
export function labelReinstated(file: File): Verdict {
  if (file.status !== 'frozen') return { entries: [{ type: 'label-reinstated', facts: {} }] };
  return {
    entries: [{ type: 'payments-resumed', facts: {} }],
    notices: [toPole(file, 'financing.resumed', `resumed/${file.seq + 1}`, { whileStatus: ['current'] }), toOfficer(file, 'financing.resumed', `resumed/${file.seq + 1}`, { whileStatus: ['current'] })],
  };
}

/** The last day came while the label was suspended: what its days and its reports give is paid or recovered, and the financing can be settled. */
export function labelExpired(file: File, act: Act): Verdict {
  const expired: DraftEntry = { type: 'label-expired', facts: { on: textFact(act.facts, 'on') || act.on } };
  return file.status === 'settled' ? { entries: [expired] } : ending(file, act, [expired]);
}

/**
 * The label ended before its term: each agreement keeps the part of its maximum for the days until then; what was paid beyond it is
 * recovered, what was not sent is not paid, but for the balance, which the last financial report settles. Facts: cause, on (the label's last day). Refuses `label-has-ended`.
 */
export function labelEnded(file: File, act: Act, terms: FinancingTerms): Verdict {
  if (file.data.endedOn !== null || file.status === 'settling') return refuse('label-has-ended', { on: file.data.endedOn ?? file.data.endsOn });
  const on = textFact(act.facts, 'on') || act.on;
  const ended: DraftEntry = { type: 'label-ended', facts: { cause: textFact(act.facts, 'cause'), on } };
  const entries: DraftEntry[] = [ended];
  const notices: Notice[] = [toPole(file, 'financing.label-ended', 'label-ended', { facts: { endedOn: on } })];
  let seen = after(file.data, act, [ended]);
  for (const agreement of file.data.agreements.filter((one) => one.settledOn === null && one.to > on)) {
    const reduced = reduce(file, seen, agreement, on, terms);
    entries.push(...reduced.entries);
    notices.push(...reduced.notices);
    seen = after(seen, act, reduced.entries);
  }
  return ending(file, act, entries, notices);
}

function reduce(file: File, seen: FinancingData, agreement: Agreement, on: string, { period }: FinancingTerms): { entries: DraftEntry[]; notices: Notice[] } {
  const { n, from, to, ceiling: before } = agreement;
  const ceiling = proRata(before, from, to, on);
  const { startsOn, endsOn } = seen;
  const periods = agreement.periods.filter((p) => (periodOf(startsOn, endsOn, period, p)?.from ?? from) <= on);
  const open = unsent(seen, n);
  const excess = paidUnder(seen, n) - ceiling;
  // The balance waits for the last report; without a report to come, what is still due is cut to what may be kept.
  const carrier = excess < 0 ? balanceOf(open) : undefined;
  const entries: DraftEntry[] = [
    { type: 'agreement-reduced', facts: { agreement: n, ceiling, to: on < from ? from : on, periods } },
    ...open.filter((one) => one !== carrier).map((one) => cancelled(one)),
  ];
  if (carrier && (carrier.state !== 'foreseen' || periods.length === 0)) entries.push({ type: 'instalment-due', facts: { instalment: carrier.id, cents: Math.min(carrier.cents, -excess) } });
  if (excess <= 0) return { entries, notices: [] };
  const found = recovery(file, seen, n, excess, 'label-ended');
  return { entries: [...entries, found.entry], notices: found.notices };
}

/**
 * The label's end is put off. Only a decision that says so adds an instalment: an agreement for the days that were added, by days of the
 * scheme's yearly or whole maximum, with the scheme's instalments when a report is due for them, else paid in one. Facts: endsOn, report, instalment.
 */
export function labelExtended(file: File, act: Act, terms: FinancingTerms): Verdict {
  const endsOn = textFact(act.facts, 'endsOn');
  const adds = act.facts['instalment'] === true && endsOn > file.data.endsOn && terms.agreement !== 'none';
  const report = act.facts['report'] === true;
  const lastPeriod = file.data.lastPeriod + (report ? 1 : 0);
  const planned = adds ? [added(file.data, endsOn, report ? [lastPeriod] : [], terms)] : [];
  const extended: DraftEntry = { type: 'label-extended', facts: { endsOn, lastPeriod, planned: planned as unknown as Facts[] } };
  if (!adds) return { entries: [extended] };
  const reopened: DraftEntry[] = file.status === 'settled' ? [{ type: file.data.suspended ? 'financing-reopened-frozen' : 'financing-reopened', facts: {} }] : [];
  const next = opening(file, act, terms, after(file.data, act, [extended]), act.on);
  if (next.entries.length > 0) return { entries: [extended, ...reopened, ...next.entries], notices: next.notices };
  // Not its day yet: it opens on it.
  const [first] = file.data.planned;
  const from = (first ?? planned[0])?.from ?? endsOn;
  return { entries: withArm([extended, ...reopened], from) };
}

function withArm(entries: DraftEntry[], from: string): DraftEntry[] {
  return entries.map((one, at) => (at === entries.length - 1 ? { ...one, arm: [{ kind: 'next-agreement', rule: { on: addDays(from, -1) } }] } : one));
}

function added(data: FinancingData, endsOn: string, periods: readonly number[], terms: FinancingTerms): PlannedAgreement {
  const all = [...data.agreements, ...data.planned];
  const from = addDays(data.endsOn, 1);
  const days = daysBetween(from, endsOn) + 1;
  const usual = periodOf(from, '9999-12-31', terms.agreement === 'whole-term' ? terms.term : terms.period, 1);
  const whole = usual ? daysBetween(usual.from, usual.to) + 1 : days;
  const maximum = days >= whole ? terms.maximum : proRata(terms.maximum, from, addDays(from, whole - 1), endsOn);
  return { n: Math.max(0, ...all.map(({ n }) => n)) + 1, from, to: endsOn, maximum, periods };
}
