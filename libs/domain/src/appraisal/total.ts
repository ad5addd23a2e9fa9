import type { Terms } from '../scheme/terms.js';
import type { Marks } from './appraisal.data.js';
import { fraction, type Fraction, inHundredths, plus, times, zero } from './fraction.js';

export type Criterion = Terms['appraisal']['criteria'][number];

/** What a mark brings to the total, in points of 100, exactly: its part of the scale by the criterion's part of all weights. */
export function contributionOf(mark: Fraction, { weight, max }: Criterion, weights: number): Fraction {
  return weights === 0 ? zero : times(mark, fraction(BigInt(weight) * 100n, BigInt(max) * BigInt(weights)));
}

/** The weights of a grid together: 100 in a scheme that was checked. */
export function weightsOf(criteria: readonly Criterion[]): number {
  return criteria.reduce((sum, { weight }) => sum + weight, 0);
}

/**
 * The weighted total of marks, of 100, exactly.
 * @param marks one for each criterion, from 0 to its maximum; a missing one counts as 0
 */
export function exactTotal(marks: Marks, criteria: readonly Criterion[]): Fraction {
  const weights = weightsOf(criteria);
  return criteria.reduce((sum, criterion) => plus(sum, contributionOf(fraction(marks[criterion.code] ?? 0), criterion, weights)), zero);
}

/**
 * The same in hundredths of a point, as lists and mails show it: full marks give 10 000.
 * Rounded once (half up), so that every machine finds the same; nothing is decided by it.
 */
export function totalOf(marks: Marks, criteria: readonly Criterion[]): number {
  return inHundredths(exactTotal(marks, criteria));
}
