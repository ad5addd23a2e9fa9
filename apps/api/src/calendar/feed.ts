import ical, { ICalEventTransparency } from 'ical-generator';
import { addDays } from '../../../../libs/domain/src/calendar/civil-date.js';
import type { CivilDate } from '../../../../libs/domain/src/calendar/types.js';
import { wordOf } from '../document/words.js';
import type { Locale } from '../http/locale.js';
import type { Sense } from './watched.js';

/** One whole day in a calendar. */
export interface CalendarDate {
  readonly subject: string;
  readonly deadline: string;
  readonly sense: Sense;
  /** Code of what the reader is there: a role, or `holder`. */
  readonly role: string;
  readonly on: CivilDate;
  readonly pole: string | null;
  readonly number: string | null;
  /** Where the file is; absolute. */
  readonly url: string;
  /** Counted up by whatever happens to the file, so that programs take a moved date for the same event. */
  readonly seq: number;
  /** ISO 8601. */
  readonly changedAt: string;
}

const phrases = {
  fr: { name: 'Estampille – échéances', description: 'Vos échéances dans les procédures de labellisation. Adresse secrète : ne la transmettez à personne.', role: 'En qualité de', label: 'Label', act: 'Dernier jour pour agir. Ce qui est reçu ce jour-là est à temps.', opens: 'Commence ce jour-là, dès 0 h.', ends: 'Prend fin avec ce jour, qui en est le dernier.' },
  en: { name: 'Estampille – deadlines', description: 'Your deadlines in the procedures of labels. A secret address: give it to nobody.', role: 'As', label: 'Label', act: 'Last day to act. What is received on that day is in time.', opens: 'Begins on this day, from midnight on.', ends: 'Ends with this day, its last one.' },
} as const;

/** A person's dates as an iCalendar file (RFC 5545). The same dates give the same file. @param host names the installation in the events' ids */
export function feed(dates: readonly CalendarDate[], locale: Locale, host: string): string {
  const said = phrases[locale];
  const calendar = ical({ name: said.name, description: said.description, prodId: { company: 'Estampille', product: 'Estampille', language: locale.toUpperCase() }, ttl: 6 * 3600 });
  for (const { subject, deadline, sense, role, on, pole, number, url, seq, changedAt } of dates) {
    const what = capital(wordOf(deadline, locale));
    calendar.createEvent({
      id: `${subject.replaceAll('/', '-')}-${deadline}@${host}`, sequence: seq, stamp: new Date(changedAt), lastModified: new Date(changedAt), allDay: true, timezone: 'UTC',
      start: day(on), end: day(addDays(on, 1)), summary: pole === null ? what : `${what} – ${pole}`, url, transparency: ICalEventTransparency.TRANSPARENT,
      description: [said[sense], `${said.role} : ${wordOf(role, locale)}`.replace(' : ', locale === 'fr' ? '\u00a0: ' : ': '), ...(number === null ? [] : [`${said.label} ${number}`]), url].join('\n'),
    });
  }
  return calendar.toString();
}

/** A civil day as the library wants it; read in UTC, whatever the machine's zone. */
function day(on: CivilDate): Date {
  return new Date(`${on}T00:00:00.000Z`);
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);
}
