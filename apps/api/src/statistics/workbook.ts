import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node';
import { statisticSubjects, type StatisticTable } from '../../../../libs/domain/src/statistics/table.js';
import type { Locale } from '../http/locale.js';
import { cutWords, figureLabel, figureUnit, inOrder, subjectWords } from './statistics.words.js';

export interface Workbook {
  readonly tables: readonly StatisticTable[];
  readonly indicators: ReadonlyMap<string, Readonly<Record<Locale, string>>>;
  readonly locale: Locale;
  /** Label and text of the first sheet. */
  readonly about: readonly (readonly [string, string])[];
}

const header = { fontWeight: 'bold', textColor: '#ffffff', backgroundColor: '#1d4d4f', alignVertical: 'center', height: 24 } as const;
const titles: Record<Locale, { about: string; by: string; key: string }> = { fr: { about: 'À propos', by: 'Ventilation', key: 'Libellé' }, en: { about: 'About', by: 'By', key: 'Label' } };

/** Standard tables as one workbook: a sheet a subject, its cuts below each other, what it is and since when on the first. */
export async function writeWorkbook({ tables, indicators, locale, about }: Workbook): Promise<Buffer> {
  const say = titles[locale];
  const text = (value: string): Cell => ({ type: String, value });
  const sheets = statisticSubjects.map((subject) => {
    const ours = tables.filter((table) => table.subject === subject);
    const figures = inOrder([...new Set(ours.flatMap(({ rows }) => rows.flatMap((row) => Object.keys(row.figures))))], indicators);
    const data: SheetData = [
      [say.by, say.key, ...figures.map((figure) => figureLabel(figure, indicators, locale))].map((value) => ({ ...header, type: String, value })),
      ...ours.flatMap(({ by, rows }) => rows.map((row) => [text(cutWords[by][locale]), text(row.label[locale]), ...figures.map((figure) => number(row.figures[figure], figureUnit(figure)))])),
    ];
    return { data, sheet: subjectWords[subject][locale], stickyRowsCount: 1, columns: [{ width: 22 }, { width: 36 }, ...figures.map(() => ({ width: 18 }))] };
  });
  const first: SheetData = about.map(([label, value]) => [{ type: String, value: label, fontWeight: 'bold' }, text(value)]);
  return writeXlsxFile([{ data: first, sheet: say.about, columns: [{ width: 24 }, { width: 80 }] }, ...sheets], { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
}

function number(value: number | null | undefined, unit: number): Cell {
  if (value === null || value === undefined) return null;
  return unit === 1 ? { type: Number, value } : { type: Number, value: value / unit, format: '#,##0.00' };
}
