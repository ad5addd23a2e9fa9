import { Temporal } from 'temporal-polyfill';
import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node';
import type { Locale } from '../../http/locale.js';
import { wordOf } from '../words.js';
import type { Column } from './columns.js';

/** A list as a spreadsheet. */
export interface SheetSource {
  readonly columns: readonly Column[];
  readonly rows: readonly object[];
  readonly locale: Locale;
  /** Where instants are read as a clock on the wall. */
  readonly zone: string;
  /** Label and text of what the second sheet says about the first. */
  readonly about: readonly (readonly [string, string])[];
}

/** What a cell of Excel holds at most. */
const longestCell = 32_767;
const widths: Readonly<Record<Column['kind'], number>> = { text: 34, code: 20, id: 38, date: 13, instant: 18, number: 11, cents: 14, flag: 10, list: 30 };
const header = { fontWeight: 'bold', textColor: '#ffffff', backgroundColor: '#1d4d4f', alignVertical: 'center', height: 24 } as const;
const names: Record<Locale, { list: string; about: string; yes: string; no: string }> = {
  fr: { list: 'Liste', about: 'À propos', yes: 'oui', no: 'non' },
  en: { list: 'List', about: 'About', yes: 'yes', no: 'no' },
};

/** The bytes of an .xlsx: real dates and numbers, text that is never read as a formula, the first row frozen. */
export async function writeSheet({ columns, rows, locale, zone, about }: SheetSource): Promise<Buffer> {
  const { list, about: aboutName } = names[locale];
  const data: SheetData = [
    columns.map(({ title }) => ({ ...header, type: String, value: title })),
    ...rows.map((row) => columns.map((column) => cellOf(valueAt(row, column.path), column, locale, zone))),
  ];
  const said: SheetData = about.map(([label, value]) => [{ type: String, value: label, fontWeight: 'bold' }, text(value)]);
  return writeXlsxFile([
    { data, sheet: list, stickyRowsCount: 1, columns: columns.map(({ kind, title }) => ({ width: Math.max(widths[kind], Math.min(title.length + 3, 40)) })) },
    { data: said, sheet: aboutName, columns: [{ width: 24 }, { width: 90 }] },
  ], { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
}

function valueAt(row: object, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined), row);
}

function cellOf(value: unknown, { kind }: Column, locale: Locale, zone: string): Cell {
  if (value === null || value === undefined || value === '') return null;
  if (kind === 'date' && typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return { type: Date, value: new Date(`${value}T00:00:00.000Z`), format: 'dd/mm/yyyy' };
  if (kind === 'instant' && typeof value === 'string') return { type: Date, value: onTheWall(value, zone), format: 'dd/mm/yyyy hh:mm' };
  if (typeof value === 'number') return kind === 'cents' ? { type: Number, value: value / 100, format: '#,##0.00' } : { type: Number, value };
  if (typeof value === 'boolean') return text(value ? names[locale].yes : names[locale].no);
  if (kind === 'list') return text((Array.isArray(value) ? (value as unknown[]) : []).map((one) => inWords(one, locale)).join(' ; '));
  return text(kind === 'code' ? wordOf(plain(value), locale) : plain(value));
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** An element of a list: a word, or what an object says first, its id aside. */
function inWords(one: unknown, locale: Locale): string {
  if (typeof one !== 'object' || one === null) return wordOf(plain(one), locale);
  const { id: _id, ...rest } = one as Record<string, unknown>;
  return Object.values(rest).filter((value) => typeof value === 'string' || typeof value === 'number').map((value) => wordOf(String(value), locale)).join(' – ');
}

/** Always of type text: `=1+1` stays what somebody typed. */
function text(whole: string): Cell {
  return { type: String, value: whole.length > longestCell ? `${whole.slice(0, longestCell - 1)}…` : whole };
}

/** A spreadsheet knows no zones: the hour that a clock in `zone` showed, as if it were UTC. */
function onTheWall(instant: string, zone: string): Date {
  const { epochMilliseconds } = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toZonedDateTime('UTC');
  return new Date(epochMilliseconds);
}
