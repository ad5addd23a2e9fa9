import { addDays } from '../../../../libs/domain/src/calendar/civil-date.js';
import { civilDateOf, hourOf } from '../../../../libs/domain/src/calendar/instants.js';
import type { CivilCalendar, CivilDate, Instant } from '../../../../libs/domain/src/calendar/types.js';
import { addWorkingDays, nextWorkingDay } from '../../../../libs/domain/src/calendar/working-days.js';

/** Civil days and office hours, as people reckon with them. */
export class Diary {
  constructor(readonly calendar: CivilCalendar) {}

  dayOf(instant: Instant): CivilDate {
    return civilDateOf(instant, this.calendar.zone);
  }

  /** The first working day on or after `days` days from `from`. */
  workingDay(from: CivilDate, days: number): CivilDate {
    return nextWorkingDay(addDays(from, days), this.calendar);
  }

  /** `count` working days after `from`. */
  workingDays(from: CivilDate, count: number): CivilDate {
    return addWorkingDays(from, count, this.calendar);
  }

  /** A minute of a day, counted from 09:00 there; most people act at 10:00, after they have looked at their tasks. */
  at(day: CivilDate, minute = 60): Instant {
    return later(hourOf(day, 9, this.calendar.zone), minute * 60_000);
  }
}

/** `instant` and some milliseconds more. */
export function later(instant: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}

/** The later of two dates. */
export function notBefore(day: CivilDate, earliest: CivilDate): CivilDate {
  return day < earliest ? earliest : day;
}
