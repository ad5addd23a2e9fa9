import { daysBetween } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';

/** Cuts an amount by percentages that sum to 100: each part is rounded down, the last takes the remainder, so that the parts sum to the amount. Cents. */
export function cut(cents: number, percents: readonly number[]): number[] {
  const parts = percents.map((percent) => share(cents, percent, 100));
  const rest = cents - parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part, at) => (at === parts.length - 1 ? part + rest : part));
}

/** What an agreement gives for accepted spending: its rate of it, up to its maximum. Cents; `rate` in percent. */
export function entitlement(accepted: number, rate: number, maximum: number): number {
  return Math.min(maximum, share(accepted, rate, 100));
}

/** What is kept of a maximum when the label ends on a day of the agreement: by days, both ends included, rounded down. */
export function proRata(cents: number, from: CivilDate, to: CivilDate, lastDay: CivilDate): number {
  if (lastDay >= to) return cents;
  if (lastDay < from) return 0;
  return share(cents, daysBetween(from, lastDay) + 1, daysBetween(from, to) + 1);
}

/** `cents × part / whole` rounded down, in whole numbers throughout. */
function share(cents: number, part: number, whole: number): number {
  return Number((BigInt(cents) * BigInt(part)) / BigInt(whole));
}
