import type { CivilDate } from '../calendar/types.js';
import type { Facts } from '../procedure/act.js';
import type { Entry } from '../procedure/entry.js';
import { optionalText, textFact } from '../procedure/facts.js';

/** Whose survey the result is: asked centrally, the centre's own, or nobody's. The three are never added up together. */
export type RunBy = 'secretariat' | 'centre' | 'none';

/** Figures of a central survey. A firm's answers are not among them, and `mean` is null when too few have answered. */
export interface SurveyFigures {
  /** Firms that were written to. */
  readonly sent: number;
  /** Whose mail came back for good. */
  readonly bounced: number;
  readonly unsubscribed: number;
  readonly answered: number;
  /** Mean of the question on satisfaction, in hundredths. */
  readonly mean: number | null;
}

/** What a centre says of a survey that it has run itself. */
export interface OwnSurvey {
  readonly sent: number;
  readonly answered: number;
  /** Its score in hundredths, on a scale that ends at `outOf`; null when it has none. */
  readonly score: number | null;
  readonly outOf: number | null;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

export interface SurveyData {
  /** Subject ids of the label, its monitoring and its call. */
  readonly award: string;
  readonly monitoring: string;
  readonly call: string;
  readonly pole: string;
  /** The monitoring period, from 1, and its last day. */
  readonly n: number;
  readonly periodEnds: CivilDate;
  /** The period is over and the survey was not launched. */
  readonly overdue: boolean;
  readonly runBy: RunBy | null;
  readonly launchedOn: CivilDate | null;
  /** Waves of mails that were sent. */
  readonly waves: number;
  readonly closedOn: CivilDate | null;
  /** At the launch `sent` alone; all of them once it is closed. */
  readonly figures: SurveyFigures | null;
  readonly own: OwnSurvey | null;
  readonly namesErasedOn: CivilDate | null;
}

export const blankSurvey: SurveyData = {
  award: '', monitoring: '', call: '', pole: '', n: 0, periodEnds: '', overdue: false, runBy: null, launchedOn: null, waves: 0, closedOn: null, figures: null, own: null, namesErasedOn: null,
};

/** Folds one entry into the data. */
export function evolveSurvey(data: SurveyData, { type, facts, on }: Pick<Entry, 'type' | 'facts' | 'on'>): SurveyData {
  const text = (name: string): string => textFact(facts, name);
  switch (type) {
    case 'survey-begun':
      return { ...data, award: text('award'), monitoring: text('monitoring'), call: text('call'), pole: text('pole'), n: numberFact(facts, 'n') ?? 0, periodEnds: text('periodEnds') };
    case 'survey-launched':
      return { ...data, runBy: 'secretariat', launchedOn: on, waves: numberFact(facts, 'wave') ?? 0, figures: figuresIn(facts) };
    case 'launch-overdue':
      return { ...data, overdue: true };
    case 'wave-sent':
      return { ...data, waves: numberFact(facts, 'wave') ?? data.waves };
    case 'survey-closed':
      return { ...data, closedOn: on, figures: figuresIn(facts) };
    case 'own-survey-declared':
      return { ...data, runBy: 'centre', closedOn: on, own: ownIn(facts) };
    case 'survey-not-held':
      return { ...data, runBy: 'none', closedOn: on };
    case 'names-erased':
      return { ...data, namesErasedOn: on };
    default:
      return data;
  }
}

function figuresIn(facts: Facts): SurveyFigures {
  const count = (name: string): number => numberFact(facts, name) ?? 0;
  return { sent: count('sent'), bounced: count('bounced'), unsubscribed: count('unsubscribed'), answered: count('answered'), mean: numberFact(facts, 'mean') };
}

/** What a centre declares, as facts of its act or entry. */
export function ownIn(facts: Facts): OwnSurvey {
  return {
    sent: numberFact(facts, 'sent') ?? 0, answered: numberFact(facts, 'answered') ?? 0, score: numberFact(facts, 'score'), outOf: numberFact(facts, 'outOf'),
    from: optionalText(facts, 'heldFrom'), to: optionalText(facts, 'heldTo'),
  };
}

function numberFact(facts: Facts, name: string): number | null {
  const value = facts[name];
  return typeof value === 'number' ? value : null;
}
