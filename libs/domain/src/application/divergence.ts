import type { Marks } from '../appraisal/appraisal.data.js';
import { compare, fraction, type Fraction, minus, plus, times } from '../appraisal/fraction.js';
import { exactTotal, type Criterion } from '../appraisal/total.js';

/** One submitted appraisal, as sums are made of it. Files begun long ago know totals alone, in hundredths. */
export interface Scored {
  readonly n: number;
  readonly marks: Marks | null;
  readonly total: number | null;
}

/** An appraisal's number and its total of 100, exact where the marks are known. */
export interface Total {
  readonly n: number;
  readonly total: Fraction;
}

export function totalsOf(panel: readonly Scored[], criteria: readonly Criterion[] | undefined): Total[] {
  return panel.map(({ n, marks, total }) => ({ n, total: marks && criteria ? exactTotal(marks, criteria) : fraction(total ?? 0, 100) }));
}

/** When two experts are too far apart: the gap of 100, the threshold of 100, and whether a gap between two low totals counts too. */
export interface DivergenceRule {
  readonly gap: number;
  readonly threshold: number;
  readonly belowThreshold: boolean;
}

/** Two experts who are too far apart. */
export interface Divergence {
  readonly gap: Fraction;
  /** Numbers of the lowest and of the highest appraisal. */
  readonly between: readonly [number, number];
}

/**
 * Whether two of these totals lie too far apart. A gap between totals that are both below the threshold changes nothing for
 * the file and does not count, unless the scheme says so. The widest gap decides for all pairs: its upper total is the
 * highest of all, so if both its totals are below the threshold, all are.
 */
export function divergenceIn(totals: readonly Total[], rule: DivergenceRule): Divergence | null {
  const sorted = inOrder(totals);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (!low || !high || low === high) return null;
  const gap = minus(high.total, low.total);
  if (compare(gap, fraction(rule.gap)) < 0) return null;
  if (!rule.belowThreshold && compare(high.total, fraction(rule.threshold)) < 0) return null;
  return { gap, between: [low.n, high.n] };
}

/** Which appraisals count once a divergence has called one more expert. */
export type ThirdReview = 'nearest' | 'all';

/**
 * The numbers of the appraisals that count after a third review. `nearest`: the majority counts, so the total that lies farthest
 * from the median is set aside; of three, the two nearest stay. When the lowest and the highest lie equally far, neither is set
 * aside. There is no fourth review: what is left counts even if it is still far apart. `all`: every one counts.
 */
export function countedAfterThird(totals: readonly Total[], rule: ThirdReview): number[] {
  const sorted = inOrder(totals);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (rule === 'all' || sorted.length < 3 || !low || !high) return numbers(sorted);
  const median = medianOf(sorted);
  const side = compare(minus(median, low.total), minus(high.total, median));
  return numbers(sorted.filter((one) => (side > 0 ? one !== low : side < 0 ? one !== high : true)));
}

function medianOf(sorted: readonly Total[]): Fraction {
  const [left, right] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return times(plus(left?.total ?? fraction(0), right?.total ?? fraction(0)), fraction(1, 2));
}

/** By total, then by number, so that the order in which they came plays no part. */
function inOrder(totals: readonly Total[]): Total[] {
  return [...totals].sort((a, b) => compare(a.total, b.total) || a.n - b.n);
}

function numbers(totals: readonly Total[]): number[] {
  return totals.map(({ n }) => n).sort((a, b) => a - b);
}
