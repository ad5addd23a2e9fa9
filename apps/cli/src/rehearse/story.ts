import type { Fact } from '../../../../libs/domain/src/procedure/act.js';
import { kernelEntries } from '../../../../libs/domain/src/procedure/fold.js';
import { writtenDate } from '../../../../libs/domain/src/notification/dates.js';
import type { Locale } from '../../../../libs/domain/src/notification/template.js';
import type { RecordedEntry, Whole } from '../../../../libs/persistence/src/procedure/whole.queries.js';
import type { Centre } from './cast.js';
import { codes, sentences } from './story.texts.js';
import { words } from './words.js';

/** The life of one centre as a dated narrative, from the journals of all that concerns it. */
export function storyOf(whole: Whole, { name, pole }: Pick<Centre, 'name' | 'pole'>, locale: Locale): string[] {
  const lines = whole.subjects.filter(({ row }) => row.poleId === pole).flatMap(({ row, entries }) => entries.map((entry) => ({
    at: entry.recordedAt, cause: causeOf(entry), on: entry.on, sentence: sentenceOf(row.kind, entry.type, entry.facts, locale),
  })));
  // What is recorded first is told first; of one instant, what caused the rest.
  lines.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.cause - b.cause));
  return [name, ...lines.map((line, i) => `${(lines[i - 1]?.on === line.on ? '' : writtenDate(line.on, locale)).padEnd(18)} ${line.sentence}`)];
}

/** Messages are numbered as they are written: the later one follows from the earlier. An act of somebody, or of the clock, comes first. */
function causeOf({ source }: RecordedEntry): number {
  return 'message' in source ? Number(source.message) : 0;
}

export function sentenceOf(kind: string, type: string, facts: Readonly<Record<string, Fact>>, locale: Locale): string {
  const of = (kernelEntries as readonly string[]).includes(type) ? type : `${kind}.${type}`;
  return (sentences[of]?.[locale] ?? of).replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name];
    if (typeof fact !== 'string') return typeof fact === 'number' ? String(fact) : '–';
    if (name === 'offset') return offsetIn(fact, locale);
    return (codes[fact] ?? words[`${kind}.${fact}`])?.[locale] ?? writtenDate(fact, locale);
  });
}

const units: Readonly<Record<string, Record<Locale, string>>> = {
  D: { fr: 'jour(s)', en: 'day(s)' }, W: { fr: 'semaine(s)', en: 'week(s)' }, M: { fr: 'mois', en: 'month(s)' }, Y: { fr: 'an(s)', en: 'year(s)' },
};

/** `-P7D`: “7 day(s) before”; anything less simple comes back as it is. */
function offsetIn(offset: string, locale: Locale): string {
  const [, minus, figure, unit = ''] = /^(-?)P(\d+)([DWMY])$/.exec(offset) ?? [];
  if (figure === undefined) return offset;
  if (figure === '0') return locale === 'fr' ? 'le jour même' : 'on the day';
  const side = minus ? { fr: 'avant', en: 'before' } : { fr: 'après', en: 'after' };
  return `${figure} ${units[unit]?.[locale] ?? unit} ${side[locale]}`;
}
