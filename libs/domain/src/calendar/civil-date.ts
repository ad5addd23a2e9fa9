import { Temporal } from 'temporal-polyfill';
import type { CivilDate, IsoDuration } from './types.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DURATION = /^-?P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/;

/**
 * Reads a civil date.
 * @throws RangeError when the text isn't `YYYY-MM-DD` or the day doesn't exist.
 */
export function parseDate(date: CivilDate): Temporal.PlainDate {
  if (!DATE.test(date)) throw new RangeError(`Not a civil date: "${date}". Write it YYYY-MM-DD.`);
  try {
    return Temporal.PlainDate.from(date, { overflow: 'reject' });
  } catch (cause) {
    throw new RangeError(`No such day: "${date}".`, { cause });
  }
}

/**
 * Reads a duration of years, months, weeks and days.
 * @throws RangeError for anything else: hours have no place in civil deadlines.
 */
export function parseDuration(duration: IsoDuration): Temporal.Duration {
  if (!DURATION.test(duration)) {
    throw new RangeError(`Not a duration: "${duration}". Write years, months, weeks or days in ISO 8601, for example P30D, P9M, P3Y2M or -P7D.`);
  }
  return Temporal.Duration.from(duration);
}

function written(date: Temporal.PlainDate): CivilDate {
  const text = date.toString();
  if (!DATE.test(text)) throw new RangeError(`The date ${text} is outside years 0 to 9999.`);
  return text;
}

/**
 * `date` moved by `duration`, back when it is negative. Years and months go first and clamp to the last day of the
 * month (31 January + P1M is 28 February), then weeks and days.
 * @throws RangeError when either can't be read, or when the result leaves years 0 to 9999.
 */
export function plus(date: CivilDate, duration: IsoDuration): CivilDate {
  return written(parseDate(date).add(parseDuration(duration), { overflow: 'constrain' }));
}

/** `date` moved by a whole number of days, back when negative. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return written(parseDate(date).add({ days }));
}

/** Days from `from` to `to`: 0 on the same day, negative when `to` comes first. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return parseDate(from).until(parseDate(to), { largestUnit: 'day' }).days;
}

/** -1, 0 or 1, for sorting; both dates are checked. */
export function compareDates(a: CivilDate, b: CivilDate): -1 | 0 | 1 {
  return Temporal.PlainDate.compare(parseDate(a), parseDate(b)) as -1 | 0 | 1;
}
