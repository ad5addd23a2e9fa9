import fc from 'fast-check';
import { addDays } from '../../libs/domain/src/calendar/civil-date.js';
import type { CivilCalendar } from '../../libs/domain/src/calendar/types.js';

/** Any civil date from 2000 to 2059. */
export const civilDate = fc.integer({ min: 0, max: 21_900 }).map((days) => addDays('2000-01-01', days));

/** The calendar of the published examples. */
export const paris: CivilCalendar = {
  zone: 'Europe/Paris',
  holidays: { country: 'FR' },
  closedPeriods: [
    { from: '08-01', to: '08-20' },
    { from: '12-24', to: '01-02' },
  ],
};
