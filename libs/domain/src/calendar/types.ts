/** A civil date in the authority's zone, ISO 8601: `2026-03-29`. Sorts as text. */
export type CivilDate = string;

/** An instant in UTC, ISO 8601 with exactly three decimals: `2026-03-29T21:59:59.000Z`. Sorts as text. */
export type Instant = string;

/** An ISO 8601 duration of years, months, weeks and days: `P30D`, `P9M`, `P3Y2M`, `-P7D`. Never hours, never milliseconds. */
export type IsoDuration = string;

/** A day of every year: `08-01`. */
export type MonthDay = string;

/** Days from `from` to `to`, both included. */
export interface CivilPeriod {
  from: CivilDate;
  to: CivilDate;
}

/** Days of every year, both ends included; runs over the new year when `to` is before `from` (`12-24` to `01-02`). */
export interface ClosedPeriod {
  from: MonthDay;
  to: MonthDay;
}

/** What a scheme says of its authority's days. Plain data, stored with the scheme. */
export interface CivilCalendar {
  /** IANA zone, `Europe/Paris`. */
  zone: string;
  /** ISO 3166 codes: `{ country: 'FR' }`, `{ country: 'FR', region: '57' }`. */
  holidays: { country: string; region?: string };
  closedPeriods: ClosedPeriod[];
}

/** Days that the limits of experts and of the secretariat jump over; applicants' and legal limits never do. */
export interface DaysNotCounted {
  /** The calendar's closed periods don't count. */
  skipClosedPeriods?: boolean;
  /** Declared absences of the person who must act don't count. */
  absences?: CivilPeriod[];
}

/**
 * How a deadline is found. The day of `from` never counts.
 * - `on`: a date set by a person; taken as it is.
 * - `after`: a duration, clamped to the end of the month; negative for a reminder before a date.
 *   `roll` moves it to the next working day; `franc` (délai franc) adds a day, then rolls.
 * - `workingDays`: that many working days after `from`, before it when negative.
 */
export type DateRule =
  | { on: CivilDate }
  | ({ from: CivilDate; after: IsoDuration; roll?: 'working-day'; franc?: true } & DaysNotCounted)
  | ({ from: CivilDate; workingDays: number } & DaysNotCounted);
