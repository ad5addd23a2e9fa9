import type { Terms } from '../scheme/terms.js';
import type { Marks } from './appraisal.data.js';

type Criterion = Terms['appraisal']['criteria'][number];

/**
 * The weighted total of marks, in hundredths of a point of 100: full marks give 10 000.
 * Whole numbers only, rounded once (half up), so that every machine finds the same.
 * @param marks one for each criterion, from 0 to its maximum
 */
export function totalOf(marks: Marks, criteria: readonly Criterion[]): number {
  const common = criteria.reduce((all, { max }) => lcm(all, max), 1);
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const points = criteria.reduce((sum, { code, weight, max }) => sum + weight * (marks[code] ?? 0) * (common / max), 0);
  const whole = weights * common;
  return whole === 0 ? 0 : Math.floor((2 * points * 10_000 + whole) / (2 * whole));
}

function lcm(a: number, b: number): number {
  return (a / gcd(a, b)) * b;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
