import type { CivilDate } from '../calendar/types.js';
import type { Entry } from '../procedure/entry.js';
import { textFact } from '../procedure/facts.js';

export interface RenewalData {
  /** Subject ids of the label and of its call. */
  readonly award: string;
  readonly call: string;
  readonly pole: string;
  /** The label's last day. */
  readonly endsOn: CivilDate;
  readonly mode: 'rolling' | 'by-call';
  /** Subject id of the renewal's application, while there is one. */
  readonly application: string | null;
  /** Subject id of the label that follows. */
  readonly successor: string | null;
}

export const blankRenewal: RenewalData = { award: '', call: '', pole: '', endsOn: '', mode: 'rolling', application: null, successor: null };

/** Folds one entry into the data. */
export function evolveRenewal(data: RenewalData, { type, facts }: Entry): RenewalData {
  const text = (name: string): string => textFact(facts, name);
  switch (type) {
    case 'renewal-foreseen':
    case 'window-opened':
      // A window whose day had come opens with the label's own facts.
      return facts['award'] === undefined ? data : { ...data, award: text('award'), call: text('call'), pole: text('pole'), endsOn: text('endsOn'), mode: facts['mode'] === 'by-call' ? 'by-call' : 'rolling' };
    case 'renewal-submitted':
    case 'renewal-resumed':
      return { ...data, application: text('application') };
    case 'window-reopened':
    case 'lapsed':
      return { ...data, application: null };
    case 'renewed':
      return { ...data, successor: text('by') };
    default:
      return data;
  }
}
