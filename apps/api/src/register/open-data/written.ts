import { stringify } from 'csv-stringify/sync';
import { type Cell, type Table, tables } from './tables.js';

/** Rows as CSV (RFC 4180, UTF-8): the first line names the columns. A text that a spreadsheet would take for a formula gets an apostrophe. */
export function asCsv({ columns }: Table, rows: readonly unknown[]): string {
  return stringify([columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ read }) => flat(read(row))))], { record_delimiter: 'windows', escape_formulas: true });
}

function flat(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'string' ? cell : typeof cell === 'boolean' ? String(cell) : cell.join('|');
}

/** Rows as objects with the columns' names. */
export function asObjects({ columns }: Table, rows: readonly unknown[]): Record<string, Cell>[] {
  return rows.map((row) => Object.fromEntries(columns.map(({ name, read }) => [name, read(row)])));
}

/** The data dictionary, as a Data Package (https://datapackage.org) with a Table Schema for each table; sentences in both languages. */
export function dictionary(address: string): Record<string, unknown> {
  return {
    profile: 'tabular-data-package', name: 'estampille-register', title: 'Registre public des labels', titleEn: 'Public register of labels', homepage: address,
    resources: Object.values(tables).map(({ name, title, columns }) => ({
      name, title: title.fr, titleEn: title.en, path: `${address}/${name}.csv`, jsonPath: `${address}/${name}.json`,
      profile: 'tabular-data-resource', format: 'csv', mediatype: 'text/csv', encoding: 'utf-8', dialect: { delimiter: ',', lineTerminator: '\r\n', header: true },
      schema: {
        fields: columns.map(({ name: field, type, title: fieldTitle, description, required, unique, values, pattern }) => ({
          name: field, type: type === 'list' ? 'string' : type, title: fieldTitle.fr, titleEn: fieldTitle.en, description: description.fr, descriptionEn: description.en,
          ...(type === 'list' ? { separator: '|' } : {}),
          constraints: { required, ...(unique ? { unique } : {}), ...(values ? { enum: values } : {}), ...(pattern ? { pattern } : {}) },
        })),
        missingValues: [''], ...(columns.some(({ unique }) => unique) ? { primaryKey: columns.filter(({ unique }) => unique).map((column) => column.name) } : {}),
      },
    })),
  };
}
