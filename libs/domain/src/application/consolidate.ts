import type { Marks } from '../appraisal/appraisal.data.js';
import { compare, fraction, type Fraction, mean, ofDecimal, plus, zero } from '../appraisal/fraction.js';
import { contributionOf, exactTotal, weightsOf, type Criterion } from '../appraisal/total.js';
import { countedAfterThird, type ThirdReview } from './divergence.js';

/** One expert's marks; experts are numbers here. */
export interface PanelMarks {
  readonly n: number;
  readonly marks: Marks;
}

export interface ResultGrid {
  readonly criteria: readonly Criterion[];
  /** Of 100. */
  readonly threshold: number;
  readonly groups?: readonly { readonly code: string; readonly atLeast: number }[];
}

/** A criterion's line of the sum. Facts of the journal, hence types and not interfaces. */
export type CriterionResult = {
  readonly code: string;
  readonly weight: number;
  readonly max: number;
  /** On the scale; null without one. */
  readonly threshold: Fraction | null;
  /** Every expert's, set aside or not. */
  readonly marks: readonly { readonly n: number; readonly mark: number }[];
  /** Of the marks that count. */
  readonly mean: Fraction;
  /** What the mean brings to the total, in points of 100. */
  readonly contribution: Fraction;
  readonly reached: boolean;
  /** Only so many of its group need be reached. */
  readonly group?: string;
};

/** The consolidated appraisal, with all that its total is made of. */
export type Result = {
  /** How it was made: `panel` of all appraisals; after a divergence as the scheme says, `nearest` or `all`. */
  readonly rule: 'panel' | ThirdReview;
  readonly totals: readonly { readonly n: number; readonly total: Fraction; readonly counts: boolean }[];
  readonly criteria: readonly CriterionResult[];
  /** Of 100: the sum of the contributions, which is the mean of the totals that count. */
  readonly total: Fraction;
  readonly threshold: number;
  /** How many criteria of each group reach their thresholds; absent where the scheme has none. */
  readonly groups?: readonly { readonly code: string; readonly atLeast: number; readonly met: number }[];
  /** The total, every criterion outside a group and enough of each group reach their thresholds: the file may be proposed. */
  readonly reached: boolean;
};

/**
 * Adds a panel's marks up. Per criterion the mean of the marks that count, times weight over maximum, is its contribution; the
 * contributions are the total. Everything is exact, and thresholds are compared before any rounding.
 * @param third after a divergence, which appraisals count
 */
export function consolidate(panel: readonly PanelMarks[], grid: ResultGrid, third?: ThirdReview): Result {
  const experts = [...panel].sort((a, b) => a.n - b.n);
  const totals = experts.map(({ n, marks }) => ({ n, total: exactTotal(marks, grid.criteria) }));
  const counted = third ? countedAfterThird(totals, third) : totals.map(({ n }) => n);
  const weights = weightsOf(grid.criteria);
  const criteria = grid.criteria.map((criterion) => lineOf(criterion, experts, counted, weights));
  const total = criteria.reduce((sum, { contribution }) => plus(sum, contribution), zero);
  const groups = grid.groups?.map((group) => ({ ...group, met: criteria.filter((line) => line.group === group.code && line.reached).length }));
  return {
    rule: third ?? 'panel',
    totals: totals.map((one) => ({ ...one, counts: counted.includes(one.n) })),
    criteria, total, threshold: grid.threshold, ...(groups ? { groups } : {}),
    reached: compare(total, fraction(grid.threshold)) >= 0 && criteria.every(({ reached, group }) => reached || group !== undefined) && (groups ?? []).every(({ met, atLeast }) => met >= atLeast),
  };
}

function lineOf(criterion: Criterion, experts: readonly PanelMarks[], counted: readonly number[], weights: number): CriterionResult {
  const { code, weight, max, group } = criterion;
  const marks = experts.map(({ n, marks: all }) => ({ n, mark: all[code] ?? 0 }));
  const average = mean(marks.filter(({ n }) => counted.includes(n)).map(({ mark }) => fraction(mark)));
  const threshold = criterion.threshold === undefined ? null : ofDecimal(criterion.threshold);
  return { code, weight, max, threshold, marks, mean: average, contribution: contributionOf(average, criterion, weights), reached: threshold === null || compare(average, threshold) >= 0, ...(group === undefined ? {} : { group }) };
}
