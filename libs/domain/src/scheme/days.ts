import { addDays, daysBetween, plus } from '../calendar/civil-date.js';
import type { IsoDuration } from '../calendar/types.js';

/** Every day of four years, a leap year among them: where a month or a year can begin. */
const starts = Array.from({ length: 1461 }, (_, day) => addDays('2026-01-01', day));

const known = new Map<IsoDuration, { least: number; most: number }>();

/**
 * How many days a duration can last, whatever day it begins on: `P2M` is 59 to 62. Negative for a negative duration,
 * `least` being the smaller number.
 * @throws RangeError when the duration can't be read.
 */
export function daysIn(duration: IsoDuration): { least: number; most: number } {
  let range = known.get(duration);
  if (!range) {
    const days = /[YM]/.test(duration) ? starts.map((start) => daysBetween(start, plus(start, duration))) : [daysBetween('2026-01-01', plus('2026-01-01', duration))];
    range = { least: Math.min(...days), most: Math.max(...days) };
    known.set(duration, range);
  }
  return range;
}
