import type { Act } from '../procedure/act.js';
import { reminders } from '../procedure/deadline.js';
import { type DraftEntry, entry, type Refusal, refuse, type Verdict } from '../procedure/decision.js';
import { enteredOn, optionalText } from '../procedure/facts.js';
import type { Terms } from '../scheme/terms.js';
import { type Amendment, openAmendment, versionOf } from './amendment.data.js';
import { amendmentReopened, amendmentSettled, amendmentToSign } from './amendment.notices.js';
import type { File } from './award.rules.js';

/**
 * The secretariat writes what is to change in the contract: text and targets are content. Both parties sign within the contract's limit.
 * Refuses `no-contract` in a scheme without one, `amendment-missing` without content, `amendment-open` while another one waits.
 */
export function proposeAmendment(file: File, act: Act, terms: Terms['award']): Verdict {
  const { amendments } = file.data;
  if (terms.withoutContract) return refuse('no-contract');
  if (!act.content) return refuse('amendment-missing');
  const open = openAmendment(amendments);
  if (open) return refuse('amendment-open', { n: open.n });
  const n = amendments.length + 1;
  return {
    entries: [{
      ...entry('amendment-proposed', act, { n }),
      arm: [{ kind: 'amendment-due', rule: { from: act.on, after: terms.contractLimit, roll: 'working-day' }, marks: reminders(terms.contractReminders) }],
    }],
    notices: amendmentToSign(file, n),
  };
}

/**
 * The pole signs; the API has checked that this person may commit it. Facts: n, text (the hash of what is signed).
 * A signature whose date of effect was in time undoes the lapse. Refuses `no-such-amendment`, `amendment-settled`, `amendment-already-signed`,
 * `amendment-changed`, `amendment-late`.
 */
export function signAmendment(file: File, act: Act, terms: Terms['award']): Verdict {
  const lapsed = file.data.amendments.find(({ n, state }) => n === act.facts['n'] && state === 'lapsed');
  return lapsed ? signInTime(file, act, terms, lapsed) : signature(file, act, 'pole');
}

/** The authority signs, before or after the pole. */
export function countersignAmendment(file: File, act: Act): Verdict {
  return signature(file, act, 'authority');
}

function signature(file: File, act: Act, party: 'pole' | 'authority', reopened: readonly DraftEntry[] = []): Verdict {
  const open = named(file, act, reopened.length > 0);
  if ('refused' in open) return open;
  const { n, signedOn, countersignedOn } = open;
  const [mine, others] = party === 'pole' ? [signedOn, countersignedOn] : [countersignedOn, signedOn];
  if (mine !== null) return refuse('amendment-already-signed', { on: mine });
  const text = optionalText(act.facts, 'text');
  if (text !== null && text !== open.text) return refuse('amendment-changed');
  const signed = entry('amendment-signed', act, { n, party, ...(text !== null && { text }) });
  if (others === null) return { entries: [...reopened, signed], ...(reopened.length > 0 && { notices: amendmentReopened(file, n) }) };
  const version = versionOf(file.data.amendments) + 1;
  return { entries: [...reopened, signed, { type: 'amendment-in-force', facts: { n, version }, disarm: ['amendment-due'] }], notices: amendmentSettled(file, 'in-force', { n, version }) };
}

/** The pole's signature came on paper, in time, and was entered after the lapse: the lapse is undone, and the authority gets the contract's limit once more. */
function signInTime(file: File, act: Act, terms: Terms['award'], { n, settledOn }: Amendment): Verdict {
  if (settledOn === null || act.on > settledOn) return refuse('amendment-late', { limitOn: settledOn ?? '–' });
  const other = openAmendment(file.data.amendments);
  if (other) return refuse('amendment-open', { n: other.n });
  const arm = [{ kind: 'amendment-due', rule: { from: enteredOn(act), after: terms.contractLimit ?? 'P30D', roll: 'working-day' as const }, marks: reminders(terms.contractReminders) }];
  return signature(file, act, 'pole', [{ type: 'amendment-reopened', facts: { n }, arm }]);
}

/** The secretariat takes back what is not signed by both; why is content. Facts: n. Refuses as a signature does, and `reasons-missing`. */
export function dropAmendment(file: File, act: Act): Verdict {
  const open = named(file, act);
  if ('refused' in open) return open;
  if (!act.content) return refuse('reasons-missing');
  return { entries: [{ ...entry('amendment-dropped', act, { n: open.n }), disarm: ['amendment-due'] }], notices: amendmentSettled(file, 'dropped', { n: open.n }) };
}

/** A signature is missing on the last day: the contract stays as it was. */
export function lapseAmendment(file: File): Verdict {
  const open = openAmendment(file.data.amendments);
  const n = open?.n ?? 0;
  return { entries: [{ type: 'amendment-lapsed', facts: { n } }], notices: open ? amendmentSettled(file, 'lapsed', { n }) : [] };
}

function named(file: File, act: Act, reopened = false): Amendment | Refusal {
  const n = typeof act.facts['n'] === 'number' ? act.facts['n'] : 0;
  const one = file.data.amendments.find((amendment) => amendment.n === n);
  if (!one) return refuse('no-such-amendment', { n });
  return one.state === 'proposed' || reopened ? one : refuse('amendment-settled', { n, state: one.state });
}
