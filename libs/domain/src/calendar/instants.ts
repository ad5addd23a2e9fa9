import { Temporal } from 'temporal-polyfill';
import { addDays, parseDate } from './civil-date.js';
import type { CivilDate, Instant } from './types.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

function written(instant: Temporal.Instant): Instant {
  return instant.toString({ fractionalSecondDigits: 3 });
}

/**
 * The last second of a civil day: 23:59:59.000 in `zone`, the later one when a clock change makes two.
 * Use it for timers and for display. To know whether an act came in time, compare days
 * (`civilDateOf(receivedAt, zone) <= deadline`): the thousandths after 23:59:59.000 still belong to the day.
 * @throws RangeError for an unknown day or zone.
 */
export function lastInstantOf(date: CivilDate, zone: string): Instant {
  const last = parseDate(date)
    .toPlainDateTime({ hour: 23, minute: 59, second: 59 })
    .toZonedDateTime(zone, { disambiguation: 'later' });
  if (last.toPlainDate().toString() === date) return written(last.toInstant());
  // The clocks jumped over 23:59:59: the day ended when the next one began.
  return written(parseDate(addDays(date, 1)).toZonedDateTime(zone).toInstant().subtract({ seconds: 1 }));
}

/**
 * The civil day it is in `zone` at `instant`.
 * @throws RangeError when the instant isn't written like `2026-03-29T21:59:59.000Z`, or for an unknown zone.
 */
export function civilDateOf(instant: Instant, zone: string): CivilDate {
  if (!INSTANT.test(instant)) {
    throw new RangeError(`Not an instant: "${instant}". Write it in UTC with three decimals, for example 2026-03-29T21:59:59.000Z.`);
  }
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/**
 * A full hour of a civil day in `zone`, when reminders leave: people read them at work, not at midnight.
 * @throws RangeError for an unknown day or zone.
 */
export function hourOf(date: CivilDate, hour: number, zone: string): Instant {
  return written(parseDate(date).toPlainDateTime({ hour }).toZonedDateTime(zone).toInstant());
}

/**
 * The first instant that is late for `date`: when the next civil day begins.
 * @throws RangeError for an unknown day or zone.
 */
export function firstLateInstantOf(date: CivilDate, zone: string): Instant {
  return written(parseDate(addDays(date, 1)).toZonedDateTime(zone).toInstant());
}
