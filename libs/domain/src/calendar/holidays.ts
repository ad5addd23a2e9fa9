import Holidays from 'date-holidays';
import { addDays, parseDate } from './civil-date.js';
import type { CivilCalendar, CivilDate } from './types.js';

type Place = CivilCalendar['holidays'];

const MS_PER_DAY = 86_400_000;

// date-holidays works a year out in milliseconds, on each call; a place's holidays of a year never change while we run.
const daysOfYear = new Map<string, ReadonlySet<CivilDate>>();
const sources = new Map<string, Holidays>();

function source({ country, region }: Place): Holidays {
  const key = `${country}/${region ?? ''}`;
  const known = sources.get(key);
  if (known) return known;
  // The library answers "no holidays" for a country it doesn't know, and the whole country's for a region it doesn't know.
  const atlas = new Holidays();
  if (!Object.hasOwn(atlas.getCountries(), country)) throw new RangeError(`No public holidays known for the country "${country}".`);
  if (region !== undefined && !Object.hasOwn(atlas.getStates(country) ?? {}, region)) {
    throw new RangeError(`No public holidays known for the region "${region}" of "${country}".`);
  }
  const made = region === undefined ? new Holidays(country, { types: ['public'] }) : new Holidays(country, region, { types: ['public'] });
  sources.set(key, made);
  return made;
}

/**
 * Public holidays of a year, as civil dates of that place.
 * @throws RangeError for a country or region without data: a wrong deadline is worse than none.
 */
export function holidaysOf(year: number, place: Place): ReadonlySet<CivilDate> {
  const key = `${place.country}/${place.region ?? ''}/${year}`;
  const known = daysOfYear.get(key);
  if (known) return known;
  const days = new Set<CivilDate>();
  for (const { date, start, end } of source(place).getHolidays(year)) {
    // `date` is local text; only its length comes from the instants, so the machine's zone doesn't matter.
    const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / MS_PER_DAY));
    for (let i = 0; i < length; i++) days.add(addDays(date.slice(0, 10), i));
  }
  daysOfYear.set(key, days);
  return days;
}

/** Whether `date` is a public holiday for the authority. */
export function isHoliday(date: CivilDate, calendar: CivilCalendar): boolean {
  return holidaysOf(parseDate(date).year, calendar.holidays).has(date);
}
