import type { CivilDate } from '../calendar/types.js';
import type { IndicatorAnswer } from '../scheme/answer.js';
import type { Scheme } from '../scheme/shape/scheme.js';
import type { SurveyRecord } from './monitoring.data.js';

type Indicator = Scheme['indicators'][number];

/**
 * What a reader of a value must know. `missing`: the period is over and has no value. `late`: its report came after its date. `out-of-range`: outside
 * of what the scheme expects. `no-evidence`: nothing is given to show it. `differs-from-survey`: another satisfaction than the one that the central survey
 * of the period found. `not-validated`: nobody has accepted the report (yet).
 */
export type ValueFlag = 'missing' | 'late' | 'out-of-range' | 'no-evidence' | 'differs-from-survey' | 'not-validated';

/** A period and what was reported of its indicators. */
export interface ReportedPeriod {
  readonly n: number;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly late: boolean;
  readonly validated: boolean;
  /** The report is awaited no more, or is overdue: what is not there is missing. */
  readonly over: boolean;
  /** Undefined without a report, and once it is erased. */
  readonly indicators?: Readonly<Record<string, IndicatorAnswer>> | undefined;
  readonly survey?: SurveyRecord | undefined;
  /** Files beside the report that may show its figures. */
  readonly files: number;
}

export interface IndicatorValue {
  readonly n: number;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly value: number | null;
  readonly target: number | null;
  /** How much of the way from baseline to target, in whole percent; null without these. */
  readonly progress: number | null;
  readonly evidence: string | null;
  readonly flags: readonly ValueFlag[];
}

/** One indicator over the years. `indicator` is the scheme's; an own one has its label and unit as the centre wrote them. */
export interface IndicatorSeries {
  readonly code: string;
  readonly indicator?: Indicator;
  readonly own?: { readonly label: string; readonly unit: string };
  readonly baseline: number | null;
  readonly target: number | null;
  readonly values: readonly IndicatorValue[];
}

/**
 * The indicators of a label over its periods against their targets: the scheme's in its order, then the centre's own.
 * @param agreed baseline and target as agreed with the label, by indicator; a report that states others goes before for its period
 */
export function indicatorsOverYears(scheme: Pick<Scheme, 'indicators' | 'survey'>, periods: readonly ReportedPeriod[], agreed: Readonly<Record<string, IndicatorAnswer>> = {}): IndicatorSeries[] {
  const known = new Map(scheme.indicators.map((one) => [one.code, one]));
  const named = [...periods.map(({ indicators }) => indicators ?? {}), agreed].flatMap((one) => Object.keys(one));
  const codes = [...known.keys(), ...[...new Set(named)].filter((code) => !known.has(code)).sort()];
  return codes.map((code) => seriesOf(code, known.get(code), code === scheme.survey?.satisfaction ? periods : periods.map(({ survey: _survey, ...rest }) => rest), agreed[code] ?? {}));
}

function seriesOf(code: string, indicator: Indicator | undefined, periods: readonly ReportedPeriod[], agreed: IndicatorAnswer): IndicatorSeries {
  const said = periods.flatMap(({ indicators }) => indicators?.[code] ?? []);
  const latest = said.at(-1) ?? agreed;
  const baseline = agreed.baseline ?? said[0]?.baseline ?? null;
  return {
    code,
    ...(indicator ? { indicator } : { own: { label: latest.label ?? code, unit: latest.unit ?? '' } }),
    baseline, target: agreed.target ?? latest.target ?? null,
    // An indicator of the centre's own is expected only where it was given.
    values: periods.filter((period) => indicator !== undefined || period.indicators?.[code] !== undefined).map((period) => valueOf(period, period.indicators?.[code] ?? {}, indicator, agreed)),
  };
}

function valueOf(period: ReportedPeriod, said: IndicatorAnswer, indicator: Indicator | undefined, agreed: IndicatorAnswer): IndicatorValue {
  const value = said.value ?? null;
  const target = said.target ?? agreed.target ?? null;
  const evidence = said.evidence?.trim() ? said.evidence : null;
  return {
    n: period.n, from: period.from, to: period.to, value, target, evidence,
    progress: progressOf(value, said.baseline ?? agreed.baseline ?? null, target),
    flags: flagsOf(period, value, evidence, indicator),
  };
}

function flagsOf(period: ReportedPeriod, value: number | null, evidence: string | null, indicator: Indicator | undefined): ValueFlag[] {
  if (value === null) return period.over || period.indicators ? ['missing'] : [];
  return [
    ...(period.late ? ['late' as const] : []),
    ...(isOutside(value, indicator) ? ['out-of-range' as const] : []),
    ...(evidence === null && period.files === 0 ? ['no-evidence' as const] : []),
    ...(unlike(period.survey, value) ? ['differs-from-survey' as const] : []),
    ...(period.validated ? [] : ['not-validated' as const]),
  ];
}

/** What cannot be is refused when it is written; what is unlikely is taken, and flagged here. */
function isOutside(value: number, indicator: Indicator | undefined): boolean {
  if (!indicator) return value < 0;
  const { min, max, expected } = indicator;
  return value < Math.max(min, expected?.min ?? min) || value > Math.min(max ?? Infinity, expected?.max ?? Infinity);
}

/** A declared satisfaction is never taken for the one that the secretariat's survey found; to a tenth they may agree. */
function unlike(survey: SurveyRecord | undefined, value: number): boolean {
  return survey?.runBy === 'secretariat' && survey.mean !== null && Math.abs(survey.mean - value * 100) >= 10;
}

function progressOf(value: number | null, baseline: number | null, target: number | null): number | null {
  if (value === null || baseline === null || target === null || baseline === target) return null;
  return Math.round(((value - baseline) * 100) / (target - baseline));
}
