import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CursorKind, decodeCursor, encodeCursor, pageOf } from './page.js';
import { Problem } from './problem.js';

describe('paging', () => {
  it('tells that there is more by the extra row only', () => {
    const rows = ['a', 'b', 'c'];
    const page = pageOf(rows, 2, (row) => [row], (row) => row.toUpperCase());
    expect(page).toEqual({ items: ['A', 'B'], next: encodeCursor(['b']) });
    expect(decodeCursor(page.next ?? undefined, 'text')).toEqual(['b']);
    expect(pageOf(rows, 3, (row) => [row], (row) => row).next).toBeNull();
    expect(pageOf([], 3, (row: string) => [row], (row) => row)).toEqual({ items: [], next: null });
  });

  it('takes each value for what the query reads it as', () => {
    const id = '00000000-0000-4000-8000-000000000000';
    const right = { text: ['', 'é', 'label/1'], id: [id], number: ['0', '999999999'], date: ['2027-03-31', '9999-12-31'], instant: ['2027-03-31T21:59:59.000Z'] };
    const wrong = {
      text: [1, 'a\u0000', '\ud800', null], id: ['-'.repeat(36), id.slice(1), 1], number: ['', '-1', '1.5', '1000000000', 1],
      date: ['2027-02-30', '0000-01-01', '2027-03-31T00:00:00.000Z', 'x'], instant: ['2027-03-31', '2027-02-30T00:00:00.000Z', '1', 'now'],
    };
    for (const [kind, values] of Object.entries(right)) for (const value of values) expect(decodeCursor(encodeCursor([value]), kind as CursorKind)).toEqual([value]);
    for (const [kind, values] of Object.entries(wrong)) for (const value of values) {
      expect(() => decodeCursor(encodeCursor([value] as string[]), kind as CursorKind)).toThrow(expect.objectContaining({ code: 'bad-cursor' }));
    }
    expect(() => decodeCursor(encodeCursor(['a']), 'text', 'text')).toThrow('bad-cursor');
  });

  it('refuses whatever is no cursor of that list', () => {
    expect(decodeCursor(undefined, 'text')).toBeUndefined();
    fc.assert(fc.property(fc.string(), (text) => {
      try {
        expect(decodeCursor(text, 'date', 'id')).toHaveLength(2);
      } catch (error) {
        expect(error).toMatchObject({ code: 'bad-cursor' });
        expect(error).toBeInstanceOf(Problem);
      }
    }));
  });
});
