import { parse } from 'csv-parse/sync';
import { importColumnOf, importColumns, optionalColumns } from '../../../../libs/domain/src/award/import-line.js';

/** One label as somebody wrote it: where it stands in the file, and its fields by column. */
export interface RawLine {
  /** Of a CSV file the line, of a JSON list the place in it; from 1. */
  readonly line: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Titles of a CSV file that name no column, or one twice, and columns that every label needs and no title names. */
export interface Titles {
  readonly unknown: readonly string[];
  readonly missing: readonly string[];
}

/** `titles` when they are wrong: it is said of the file once. */
export type ReadFile = { readonly ok: true; readonly lines: readonly RawLine[]; readonly titles?: Titles } | { readonly ok: false; readonly line: number | null };

const most = 1000;

/** Reads CSV with a line of column names in French or English, parted by semicolons or commas, or a JSON list of objects. Not ok: unreadable, empty, or more than 1000 labels. */
export function readImport(text: string, format: 'csv' | 'json'): ReadFile {
  const read = format === 'csv' ? readCsv(text) : readJson(text);
  return read.ok && (read.lines.length === 0 || read.lines.length > most) ? { ok: false, line: null } : read;
}

function readCsv(text: string): ReadFile {
  const [header = ''] = text.split(/\r?\n/, 1);
  let titles: Titles = { unknown: [], missing: [] };
  const named = (row: readonly string[]): (string | false)[] => {
    const columns = row.map((title) => importColumnOf(title));
    const isNew = (column: string | undefined, at: number): boolean => column !== undefined && columns.indexOf(column as (typeof columns)[number]) === at;
    titles = {
      unknown: row.filter((title, at) => title !== '' && !isNew(columns[at], at)).map((title) => title.slice(0, 80)),
      missing: importColumns.filter((column) => !optionalColumns.includes(column) && !columns.includes(column)),
    };
    return columns.map((column, at) => (column !== undefined && isNew(column, at) ? column : false));
  };
  try {
    const rows = parse(text, { bom: true, columns: named, trim: true, skip_empty_lines: true, info: true, delimiter: header.includes(';') ? ';' : ',' }) as unknown as { record: Record<string, string>; info: { lines: number } }[];
    const wrong = titles.unknown.length + titles.missing.length > 0;
    return { ok: true, lines: rows.map(({ record, info }) => ({ line: info.lines, fields: record })), ...(wrong && { titles }) };
  } catch (error) {
    const { lines } = error as { lines?: number };
    return { ok: false, line: lines ?? null };
  }
}

function readJson(text: string): ReadFile {
  try {
    const list: unknown = JSON.parse(text);
    if (!Array.isArray(list) || list.some((one) => typeof one !== 'object' || one === null || Array.isArray(one))) return { ok: false, line: null };
    return { ok: true, lines: (list as Record<string, unknown>[]).map((fields, at) => ({ line: at + 1, fields })) };
  } catch {
    return { ok: false, line: null };
  }
}
