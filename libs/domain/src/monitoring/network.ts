import type { CivilDate } from '../calendar/types.js';
import { questionsOf } from '../scheme/questions.js';
import type { Scheme } from '../scheme/shape/scheme.js';
import type { SurveyRecord } from './monitoring.data.js';
import type { ReportedPeriod } from './indicators.js';

/** A label's periods as the network's figures count them. */
export interface NetworkLabel {
  readonly themes: readonly string[];
  readonly periods: readonly ReportedPeriod[];
}

/** One indicator in one year. Counts are added up; shares and marks, which the scheme does not call whole numbers, are averaged over centres. */
export interface NetworkFigure {
  readonly code: string;
  readonly by: 'sum' | 'mean';
  readonly value: number | null;
  /** Centres whose validated report has a value; those that should have one and have not. */
  readonly reported: number;
  readonly missing: number;
}

/** Satisfaction out of one kind of survey. `mean` in hundredths of a point, over all answers. */
export interface Satisfaction {
  readonly surveys: number;
  readonly sent: number;
  readonly answered: number;
  readonly mean: number | null;
}

export interface NetworkYear {
  /** In which the periods end. */
  readonly year: number;
  /** Null: the whole network, each centre once. A centre of several themes counts in each. */
  readonly theme: string | null;
  readonly labels: number;
  readonly figures: readonly NetworkFigure[];
  /** Central surveys and those that centres ran themselves, never added up. */
  readonly satisfaction: { readonly central: Satisfaction; readonly own: Satisfaction };
}

/**
 * The network's indicators by year and theme. Only validated reports count; the indicator that the survey measures is left to the surveys.
 * @param today periods that run are left out until they are over
 */
export function networkIndicators(scheme: Pick<Scheme, 'indicators' | 'survey'>, labels: readonly NetworkLabel[], today: CivilDate): NetworkYear[] {
  const asked = scheme.indicators.filter(({ code }) => code !== scheme.survey?.satisfaction);
  const scale = scaleOf(scheme);
  const years = [...new Set(labels.flatMap(({ periods }) => periods.filter(({ to }) => to < today).map(yearOf)))].sort((a, b) => a - b);
  const themes = [...new Set(labels.flatMap((label) => label.themes))].sort();
  return years.flatMap((year) => [null, ...themes].flatMap((theme): NetworkYear[] => {
    const periods = labels.filter((label) => theme === null || label.themes.includes(theme)).flatMap((label) => label.periods.filter((period) => period.to < today && yearOf(period) === year));
    if (periods.length === 0) return [];
    return [{
      year, theme, labels: periods.length, figures: asked.map((indicator) => figureOf(indicator, periods)),
      satisfaction: { central: satisfactionOf(periods, 'secretariat', scale), own: satisfactionOf(periods, 'centre', scale) },
    }];
  }));
}

function figureOf({ code, integer }: Scheme['indicators'][number], periods: NetworkLabel['periods']): NetworkFigure {
  const values = periods.flatMap(({ validated, indicators }) => (validated ? (indicators?.[code]?.value ?? []) : []));
  const sum = values.reduce((a, b) => a + b, 0);
  const value = values.length === 0 ? null : integer ? sum : Math.round((sum * 100) / values.length) / 100;
  return { code, by: integer ? 'sum' : 'mean', value, reported: values.length, missing: periods.length - values.length };
}

/** Where the scheme's marks of satisfaction end: those of the firms, else those that centres declare; undefined where it says neither. */
function scaleOf({ indicators, survey }: Pick<Scheme, 'indicators' | 'survey'>): number | undefined {
  if (!survey) return undefined;
  const asked = questionsOf(survey.form).find(({ question }) => question.code === survey.satisfaction)?.question;
  return (asked?.kind === 'number' ? asked.max : undefined) ?? indicators.find(({ code }) => code === survey.satisfaction)?.max;
}

/** Scores of centres that have another scale than the scheme's are brought to it; where it has none, to the longest scale among them. */
function satisfactionOf(periods: NetworkLabel['periods'], runBy: SurveyRecord['runBy'], ends: number | undefined): Satisfaction {
  const surveys = periods.flatMap(({ survey }) => (survey?.runBy === runBy ? [survey] : []));
  const scale = ends ?? Math.max(0, ...surveys.map(({ outOf }) => outOf ?? 0));
  const shown = surveys.flatMap(({ mean, answered, outOf }) => (mean === null ? [] : [{ mean: outOf && scale ? (mean * scale) / outOf : mean, answered }]));
  const answers = shown.reduce((a, { answered }) => a + answered, 0);
  return {
    surveys: surveys.length, sent: surveys.reduce((a, { sent }) => a + sent, 0), answered: surveys.reduce((a, { answered }) => a + answered, 0),
    mean: answers === 0 ? null : Math.round(shown.reduce((a, { mean, answered }) => a + mean * answered, 0) / answers),
  };
}

const yearOf = ({ to }: { readonly to: CivilDate }): number => Number(to.slice(0, 4));
