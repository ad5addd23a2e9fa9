import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeCursor, encodeCursor, pageOf } from './page.js';
import { Problem } from './problem.js';

describe('paging', () => {
  it('tells that there is more by the extra row only', () => {
    const rows = ['a', 'b', 'c'];
    const page = pageOf(rows, 2, (row) => [row], (row) => row.toUpperCase());
    expect(page).toEqual({ items: ['A', 'B'], next: encodeCursor(['b']) });
    expect(decodeCursor(page.next ?? undefined, 1)).toEqual(['b']);
    expect(pageOf(rows, 3, (row) => [row], (row) => row).next).toBeNull();
    expect(pageOf([], 3, (row: string) => [row], (row) => row)).toEqual({ items: [], next: null });
  });

  it('refuses whatever is no cursor of that list', () => {
    expect(decodeCursor(undefined, 1)).toBeUndefined();
    fc.assert(fc.property(fc.string(), (text) => {
      try {
        expect(decodeCursor(text, 2)).toHaveLength(2);
      } catch (error) {
        expect(error).toMatchObject({ code: 'bad-cursor' });
        expect(error).toBeInstanceOf(Problem);
      }
    }));
  });
});
