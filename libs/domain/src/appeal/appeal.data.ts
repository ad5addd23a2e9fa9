import type { Contested } from '../application/application.data.js';
import type { CivilDate } from '../calendar/types.js';
import type { Entry } from '../procedure/entry.js';
import { optionalText, textFact } from '../procedure/facts.js';

/** What an appeal's journal adds up to. Grounds and reasons are content. */
export interface AppealData {
  /** Subject id of the application, its call and its pole. */
  readonly application: string;
  readonly call: string;
  readonly pole: string;
  /** The how-manieth appeal against this application's decisions. */
  readonly n: number;
  readonly against: Contested;
  /** The last day on which it could be lodged; null when none ran: reasons that were asked for had not come. */
  readonly limitOn: CivilDate | null;
  readonly lodgedOn: CivilDate;
  /** The application had been reopened before: it is not reopened twice. */
  readonly reopenedBefore: boolean;
  /** A person. */
  readonly reviewer: string | null;
  /** Persons who are not asked to decide: first deciders and the reviewer. Absent before the review. */
  readonly toldApart?: readonly string[];
}

export const noAppeal: AppealData = {
  application: '', call: '', pole: '', n: 0, against: 'refusal', limitOn: null, lodgedOn: '', reopenedBefore: false, reviewer: null,
};

/** Folds one entry into the data. */
export function evolveAppeal(data: AppealData, { type, facts, on }: Pick<Entry, 'type' | 'facts' | 'on'>): AppealData {
  switch (type) {
    case 'lodged':
      return {
        ...data, application: textFact(facts, 'application'), call: textFact(facts, 'call'), pole: textFact(facts, 'pole'), n: Number(facts['n']),
        against: facts['against'] as Contested, limitOn: optionalText(facts, 'limitOn'), lodgedOn: on, reopenedBefore: facts['reopenedBefore'] === true,
      };
    case 'review-begun':
    case 'reviewer-changed': {
      const reviewer = textFact(facts, 'reviewer');
      return { ...data, reviewer, ...(Array.isArray(facts['firstDeciders']) ? { toldApart: [...(facts['firstDeciders'] as string[]), reviewer] } : {}) };
    }
    default:
      return data;
  }
}
