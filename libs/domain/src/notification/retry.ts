import type { Instant } from '../calendar/types.js';

const minute = 60_000;
const hour = 60 * minute;
const first = [5 * minute, 30 * minute, 2 * hour, 6 * hour, 12 * hour];
const day = 24 * hour;
const patience = 7 * day;

/**
 * How long to wait after `attempts` failed attempts, in milliseconds; undefined when a week has been spent on it.
 * 5 min, 30 min, 2 h, 6 h, 12 h, then a day each.
 */
export function retryDelay(attempts: number): number | undefined {
  const delays = Array.from({ length: attempts }, (_, i) => first[i] ?? day);
  return delays.reduce((sum, delay) => sum + delay, 0) > patience ? undefined : delays.at(-1);
}

/** The Clock's instant of the next attempt, or undefined when it is time to give up. */
export function nextAttemptAt(attempts: number, now: Instant): Instant | undefined {
  const delay = retryDelay(attempts);
  return delay === undefined ? undefined : new Date(Date.parse(now) + delay).toISOString();
}
