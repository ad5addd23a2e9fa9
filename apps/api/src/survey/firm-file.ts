import { type CsvError, parse } from 'csv-parse/sync';
import type { TypedFirm } from '../../../../libs/domain/src/survey/firm-list.js';
import { Problem } from '../http/problem.js';

/** The columns that are read, by the names that people give them: without case, accents, spaces and signs. */
const names: Readonly<Record<string, Exclude<keyof TypedFirm, 'line'>>> = {
  nom: 'name', entreprise: 'name', raisonsociale: 'name', denomination: 'name', name: 'name', firm: 'name', company: 'name',
  siret: 'siret', numerosiret: 'siret', nsiret: 'siret', nosiret: 'siret',
  email: 'email', mail: 'email', courriel: 'email', adresseelectronique: 'email', adressemail: 'email', adresseemail: 'email', adressecourriel: 'email', emailaddress: 'email',
  langue: 'language', language: 'language', lang: 'language',
};

export interface FirmFile {
  readonly firms: readonly TypedFirm[];
  readonly columnsLeftOut: readonly string[];
}

/**
 * Reads a table of firms as spreadsheets write it: CSV with semicolons, commas or tabs, in UTF-8, UTF-16 or Windows-1252, with a line of names.
 * @throws Problem 422 `csv-unreadable` with the line; `csv-columns` when no column has names or addresses
 */
export function readFirmFile(bytes: Buffer): FirmFile {
  // One sign a line end, or lines inside cells would be counted twice.
  const rows = records(textOf(bytes).replaceAll(/\r\n?/g, '\n'));
  const [header, ...lines] = rows;
  const columns = (header?.cells ?? []).map((cell) => ({ cell, column: names[plain(cell)] }));
  const at = (column: string): number => columns.findIndex((one) => one.column === column);
  if (at('name') < 0 || at('email') < 0) throw new Problem(422, 'csv-columns');
  const value = (cells: readonly string[], column: string): string => cells[at(column)] ?? '';
  return {
    firms: lines.filter(({ cells }) => cells.some((cell) => cell !== '')).map(({ line, cells }) => (
      { line, name: value(cells, 'name'), siret: value(cells, 'siret'), email: value(cells, 'email'), language: value(cells, 'language') })),
    columnsLeftOut: columns.filter(({ column, cell }) => column === undefined && cell !== '').map(({ cell }) => cell.slice(0, 100)),
  };
}

function textOf(bytes: Buffer): string {
  if (bytes.length >= 2 && bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function records(text: string): { line: number; cells: string[] }[] {
  const [first = ''] = text.split('\n', 1);
  const delimiter = [';', ',', '\t'].map((sign) => ({ sign, times: first.split(sign).length })).reduce((most, one) => (one.times > most.times ? one : most)).sign;
  try {
    const rows = parse(text, { delimiter, bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true, max_record_size: 20_000 }) as unknown as { record: string[]; info: { lines: number } }[];
    // A cell may hold line breaks: the record's line is the one where it begins.
    return rows.map(({ record, info }) => ({ line: info.lines - record.join('').split('\n').length + 1, cells: record }));
  } catch (error) {
    throw new Problem(422, 'csv-unreadable', { line: (error as Partial<CsvError> & { lines?: number }).lines ?? 1 });
  }
}

function plain(cell: string): string {
  return cell.normalize('NFD').toLowerCase().replaceAll(/[^a-z]/g, '');
}
