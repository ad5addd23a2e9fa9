import type { CivilDate } from '../calendar/types.js';
import type { Facts } from '../procedure/act.js';
import type { Entry } from '../procedure/entry.js';
import { optionalText, textFact } from '../procedure/facts.js';

export interface RenewalData {
  /** Subject ids of the label and of its call. */
  readonly award: string;
  readonly call: string;
  readonly pole: string;
  /** The label's last day. */
  readonly endsOn: CivilDate;
  readonly mode: 'rolling' | 'by-call';
  /** Code of the scheme; null in files that began before it was kept. */
  readonly scheme: string | null;
  /** The last day on which a file may restore the label once it has ended; null where the scheme restores none. */
  readonly restorableUntil: CivilDate | null;
  /** Subject id of the renewal's application, while there is one. */
  readonly application: string | null;
  /** Subject id of the label that follows. */
  readonly successor: string | null;
  /** Why there is nothing to renew any more: the label ended before its day. */
  readonly mootBy: 'withdrawn' | 'renounced' | 'terminated' | 'transferred' | null;
}

export const blankRenewal: RenewalData = {
  award: '', call: '', pole: '', endsOn: '', mode: 'rolling', scheme: null, restorableUntil: null, application: null, successor: null, mootBy: null,
};

/** Folds one entry into the data. */
export function evolveRenewal(data: RenewalData, { type, facts }: Entry): RenewalData {
  const text = (name: string): string => textFact(facts, name);
  switch (type) {
    case 'renewal-foreseen':
    case 'window-opened':
      // A window whose day had come opens with the label's own facts.
      return facts['award'] === undefined ? data : { ...data, award: text('award'), call: text('call'), pole: text('pole'), endsOn: text('endsOn'), mode: facts['mode'] === 'by-call' ? 'by-call' : 'rolling', scheme: optionalText(facts, 'scheme'), restorableUntil: optionalText(facts, 'restorableUntil') };
    case 'watch-resumed':
    case 'end-moved':
      return { ...data, endsOn: text('endsOn'), restorableUntil: optionalText(facts, 'restorableUntil') };
    case 'label-ended':
      return { ...data, mootBy: causeIn(facts) };
    case 'renewal-submitted':
    case 'renewal-resumed':
      return { ...data, application: text('application') };
    case 'window-reopened':
    case 'restoration-opened':
    case 'lapsed':
      return { ...data, application: null };
    case 'renewed':
      return { ...data, successor: text('by') };
    default:
      return data;
  }
}

function causeIn({ cause }: Facts): RenewalData['mootBy'] {
  return cause === 'renounced' || cause === 'terminated' || cause === 'transferred' ? cause : 'withdrawn';
}
