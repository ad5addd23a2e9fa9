import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import { Choice, Int, isRealDate, isRealInstant, Text } from './fields.js';
import { Problem } from './problem.js';
import { isStorableText } from './storable.js';

/** What a part of a cursor is: the query that it goes into reads it as such. A `date` may be the last day there is, which stands for none. */
const kinds = {
  text: isStorableText,
  id: (value: unknown) => isUUID(value),
  number: (value: unknown) => typeof value === 'string' && /^\d{1,9}$/.test(value),
  date: (value: unknown) => isRealDate(value) || value === '9999-12-31',
  instant: isRealInstant,
} satisfies Record<string, (value: unknown) => boolean>;
export type CursorKind = keyof typeof kinds;

/** One page of a list. `next` is the cursor of the following page, or null at the end. */
export interface Page<T> { readonly items: T[]; readonly next: string | null }

/** Extend it with your filters; narrow `sort` with `@Choice([...], { optional: true })`. */
export class PageQuery {
  @Int({ min: 1, max: 100, optional: true, description: 'How many at most; 20 when left out.' })
  limit: number = 20;

  @Text({ max: 500, optional: true, description: 'The `next` of the page before.' })
  cursor?: string;

  @Text({ max: 40, optional: true, description: 'A field name, with `-` in front for descending order.' })
  sort?: string;

  @Choice(['json', 'xlsx'], { optional: true, description: '`xlsx`: all rows of the list as a spreadsheet, by the same filter and rights; for who is signed in.' })
  format?: 'json' | 'xlsx';
}

/** The class of a list's items, for who shows the list in another form. */
export const LIST_ITEM = Symbol('ListItem');
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Cuts a page from `limit + 1` rows that were read in order: the extra row only tells that there is more.
 * @param keyOf the values by which the list is ordered, the unique id last; the next query starts after them
 */
export function pageOf<Row, Item = Row>(rows: readonly Row[], limit: number, keyOf: (row: Row) => readonly string[], show: (row: Row) => Item): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { items: shown.map(show), next: last === undefined ? null : encodeCursor(keyOf(last)) };
}

export function encodeCursor(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Reads a cursor of exactly these kinds of values, in this order; undefined without a cursor. @throws Problem 400 `bad-cursor` */
export function decodeCursor(cursor: string | undefined, ...expected: readonly CursorKind[]): string[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === expected.length && expected.every((kind, i) => kinds[kind](values[i]))) return values as string[];
  } catch { /* refused below */ }
  throw new Problem(400, 'bad-cursor');
}

/** Documents an answer that is a page of `dto` (method decorator). */
export function Paged(dto: new () => object): MethodDecorator {
  const schema = {
    type: 'object', required: ['items', 'next'],
    properties: { items: { type: 'array', items: { $ref: getSchemaPath(dto) } }, next: { type: ['string', 'null'] as never } },
  };
  return applyDecorators(SetMetadata(LIST_ITEM, dto), ApiExtraModels(dto), ApiOkResponse({
    content: { 'application/json': { schema: schema as never }, [xlsxType]: { schema: { type: 'string', format: 'binary' } } },
  }));
}
