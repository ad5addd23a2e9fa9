import { type FieldShape, fieldsOf } from '../../http/field-shape.js';
import type { Locale } from '../../http/locale.js';
import { titleOf } from './titles.js';

/** A column of a sheet: where its value lies in an item, and what it holds. */
export interface Column {
  readonly path: readonly string[];
  readonly title: string;
  readonly kind: 'text' | 'code' | 'id' | 'date' | 'instant' | 'number' | 'cents' | 'flag' | 'list';
}

const deepest = 3;

/** The columns that a list’s item class gives: nested objects lie flat, ids stand last, free maps are left out. */
export function columnsOf(dto: new () => object, locale: Locale): Column[] {
  const all = flat(dto, locale, [], []);
  return [...all.filter(({ kind }) => kind !== 'id'), ...all.filter(({ kind }) => kind === 'id')];
}

function flat(dto: new () => object, locale: Locale, path: readonly string[], above: readonly string[]): Column[] {
  return fieldsOf(dto).flatMap((field): Column[] => {
    const at = [...path, field.name];
    const title = field.title?.[locale] ?? titleOf(at, locale);
    const titles = [...above, title];
    if (field.kind === 'object' && field.of && at.length < deepest) return flat(field.of(), locale, at, titles);
    const kind = columnKind(field);
    return kind ? [{ path: at, title: shortTitle(titles, field.name), kind }] : [];
  });
}

/** “Centre” says enough of a centre’s name; the rest is said in full. */
function shortTitle(titles: readonly string[], name: string): string {
  if (titles.length > 1 && name === 'name') return titles.slice(0, -1).join(' – ');
  return titles.join(' – ');
}

function columnKind({ kind, name }: FieldShape): Column['kind'] | undefined {
  if (kind === 'map' || kind === 'object') return undefined;
  if (kind === 'texts' || kind === 'codes' || kind === 'objects') return 'list';
  return kind === 'number' && /cents$/i.test(name) ? 'cents' : kind;
}
