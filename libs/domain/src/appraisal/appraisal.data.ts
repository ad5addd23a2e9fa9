import { addDays } from '../calendar/civil-date.js';
import type { Entry } from '../procedure/entry.js';
import { optionalText, textFact } from '../procedure/facts.js';

/** Points by criterion, whole numbers from 0 to the scale's maximum. */
export type Marks = { readonly [criterion: string]: number };

/** What an appraisal remembers besides its status. */
export interface AppraisalData {
  /** Subject id of the application, and its call; the pole that applies. */
  readonly application: string;
  readonly call: string;
  readonly pole: string;
  /** Subject id of whoever asked for it, where that is not the application: a label's monitoring, at mid-term. Absent in what an older build folded. */
  readonly client?: string | null;
  /** Id of the person who appraises. */
  readonly expert: string;
  /** The how-manieth appraisal of its application, replaced ones included. */
  readonly n: number;
  /** Set by the secretariat when it named the expert; without it the scheme's period counts from acceptance. */
  readonly dueOn: string | null;
  /** The date that the expert asks for, until the secretariat answers. */
  readonly dueProposed: string | null;
  readonly conflictKind: string | null;
  /** Sealed until `revealed`: nobody but the expert may be shown them. */
  readonly marks: Marks | null;
  /** Weighted total in hundredths of a point, of 10 000. Sealed like the marks. */
  readonly total: number | null;
  /** The day of the visit to the applicant, where the scheme wants one; absent in what an older build folded. */
  readonly visitedOn?: string | null;
  /** The scheme wants a visit, and it has not been made. */
  readonly visitAwaited?: boolean;
  /** Declared free of conflict; absent in what an older build folded. */
  readonly cleared?: boolean;
  /** The last day to answer, or to score before the expert counted as gone, once it has passed. */
  readonly missedOn?: string | null;
  /** Back after having been counted as gone. */
  readonly resumed?: boolean;
  /** Why there is no appraisal: the cause that the application hears. */
  readonly lostBy: LossCause | null;
}

export type LossCause = 'declined' | 'recused' | 'no-answer' | 'no-scores' | 'replaced' | 'objected';

export const blankAppraisal: AppraisalData = {
  application: '', call: '', pole: '', client: null, expert: '', n: 0, dueOn: null, dueProposed: null, conflictKind: null, marks: null, total: null, visitedOn: null, visitAwaited: false, cleared: false, missedOn: null, resumed: false, lostBy: null,
};

/** Subject id of whoever asked for the appraisal and waits for it. */
export function clientOf({ client, application }: AppraisalData): string {
  return client ?? application;
}

/** Folds one entry into the data. */
export function evolveAppraisal(data: AppraisalData, entry: Pick<Entry, 'type' | 'facts' | 'on'>): AppraisalData {
  const { facts } = entry;
  switch (entry.type) {
    case 'invited':
      return {
        ...data, application: textFact(facts, 'application'), call: textFact(facts, 'call'), pole: textFact(facts, 'pole'),
        expert: textFact(facts, 'expert'), n: Number(facts['n']), dueOn: optionalText(facts, 'dueOn'), client: optionalText(facts, 'client'),
      };
    case 'recused':
      return { ...data, lostBy: 'recused', conflictKind: optionalText(facts, 'conflictKind') };
    case 'declared-clear':
      return { ...back(data), cleared: true };
    case 'accepted':
      return { ...back(data), ...(facts['visit'] === true ? { visitAwaited: true } : {}) };
    case 'visited':
      return { ...data, visitedOn: textFact(facts, 'visitedOn'), visitAwaited: false };
    case 'no-answer':
      return { ...data, lostBy: 'no-answer', missedOn: entry.on };
    case 'no-scores':
      // It comes in the morning of its day: the eve was the last in time.
      return { ...data, lostBy: 'no-scores', missedOn: addDays(entry.on, -1) };
    case 'declined':
    case 'replaced':
      return { ...data, lostBy: entry.type };
    case 'objection-upheld':
      return { ...data, lostBy: 'objected' };
    case 'due-date-proposed':
      return { ...data, dueProposed: optionalText(facts, 'on') };
    case 'due-date-answered':
      return { ...data, dueProposed: null, dueOn: facts['accepted'] === true ? optionalText(facts, 'on') : data.dueOn };
    case 'scores-submitted':
      return { ...back(data), marks: facts['marks'] as Marks, total: Number(facts['total']) };
    default:
      return data;
  }
}

/** An answer that was in time brings back the expert whom silence had made a no-show. */
function back(data: AppraisalData): AppraisalData {
  return data.lostBy === null ? data : { ...data, lostBy: null, missedOn: null, resumed: true };
}
