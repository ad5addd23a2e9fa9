import type { CivilDate } from '../calendar/types.js';
import type { Locale } from './template.js';

const months: Record<Locale, readonly string[]> = {
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};

/** « 1er mars 2027 » / “1 March 2027”. Anything but a civil date comes back as it is. */
export function writtenDate(date: CivilDate, locale: Locale): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const name = months[locale][Number(month) - 1];
  if (!year || !name) return date;
  const number = Number(day);
  // A no-break space keeps a day with its month at the end of a line.
  return `${locale === 'fr' && number === 1 ? '1er' : number}\u00a0${name} ${year}`;
}
