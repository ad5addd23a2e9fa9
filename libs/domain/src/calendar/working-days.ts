import { addDays, parseDate } from './civil-date.js';
import { isHoliday } from './holidays.js';
import type { CivilCalendar, CivilDate, ClosedPeriod, DaysNotCounted } from './types.js';

const MONTH_DAY = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const SATURDAY = 6;

/** Longest run of days that may not count, in days: beyond it the calendar is wrong (closed all the year). */
const LONGEST_GAP = 3660;

/** Monday to Friday, public holidays out. Closed periods don't matter: they bind experts and secretariat only. */
export function isWorkingDay(date: CivilDate, calendar: CivilCalendar): boolean {
  return parseDate(date).dayOfWeek < SATURDAY && !isHoliday(date, calendar);
}

function within(date: CivilDate, { from, to }: ClosedPeriod): boolean {
  if (!MONTH_DAY.test(from) || !MONTH_DAY.test(to)) throw new RangeError(`Not a closed period: "${from}" to "${to}". Write both MM-DD.`);
  const day = date.slice(5);
  return from <= to ? day >= from && day <= to : day >= from || day <= to;
}

/** Whether `date` is in one of the calendar's closed periods. */
export function isClosed(date: CivilDate, calendar: CivilCalendar): boolean {
  parseDate(date);
  return calendar.closedPeriods.some((period) => within(date, period));
}

/** Whether `date` counts for the person who must act: not closed, not absent, as far as the rule asks. */
function counts(date: CivilDate, calendar: CivilCalendar, rule: DaysNotCounted): boolean {
  if (rule.skipClosedPeriods && isClosed(date, calendar)) return false;
  return !rule.absences?.some(({ from, to }) => date >= from && date <= to);
}

/** Walks `steps` accepted days from `date`, which isn't one of them; back when negative. */
function walk(date: CivilDate, steps: number, accepts: (day: CivilDate) => boolean): CivilDate {
  if (!Number.isSafeInteger(steps)) throw new RangeError(`Not a whole number of days: ${steps}.`);
  const direction = Math.sign(steps);
  let day = date;
  for (let left = Math.abs(steps), gap = 0; left > 0; ) {
    day = addDays(day, direction);
    if (accepts(day)) {
      left--;
      gap = 0;
    } else if (++gap > LONGEST_GAP) {
      throw new RangeError(`No day counts for ten years around ${date}: check the closed periods and absences.`);
    }
  }
  return day;
}

/**
 * The `count`-th day after `date` (before it when negative) that counts under `rule`, working or not.
 * With nothing to skip it is `addDays`; 0 gives `date` back.
 */
export function addCountedDays(date: CivilDate, count: number, calendar: CivilCalendar, rule: DaysNotCounted): CivilDate {
  parseDate(date);
  return walk(date, count, (day) => counts(day, calendar, rule));
}

/** The `count`-th working day after `date`, before it when negative; 0 gives `date` back, working day or not. */
export function addWorkingDays(date: CivilDate, count: number, calendar: CivilCalendar, rule: DaysNotCounted = {}): CivilDate {
  parseDate(date);
  return walk(date, count, (day) => isWorkingDay(day, calendar) && counts(day, calendar, rule));
}

/** `date` itself when it is a working day that counts, else the first one after it. */
export function nextWorkingDay(date: CivilDate, calendar: CivilCalendar, rule: DaysNotCounted = {}): CivilDate {
  const good = isWorkingDay(date, calendar) && counts(date, calendar, rule);
  return good ? date : addWorkingDays(date, 1, calendar, rule);
}
