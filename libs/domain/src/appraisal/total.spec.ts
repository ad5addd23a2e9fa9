import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { totalOf } from './total.js';

const criteria = [{ code: 'engaged', weight: 60, max: 5 }, { code: 'design', weight: 40, max: 5 }];

describe('totalOf', () => {
  it('weighs marks into hundredths of a point of 100', () => {
    expect(totalOf({ engaged: 5, design: 5 }, criteria)).toBe(10_000);
    expect(totalOf({ engaged: 3, design: 4 }, criteria)).toBe(6_800);
    expect(totalOf({ engaged: 0, design: 0 }, criteria)).toBe(0);
  });

  it('rounds once, half up', () => {
    const thirds = [{ code: 'a', weight: 50, max: 3 }, { code: 'b', weight: 50, max: 3 }];
    expect(totalOf({ a: 1, b: 1 }, thirds)).toBe(3_333);
    expect(totalOf({ a: 2, b: 2 }, thirds)).toBe(6_667);
    expect(totalOf({ a: 1 }, [{ code: 'a', weight: 100, max: 800 }])).toBe(13);
  });

  it('adds criteria of different scales exactly', () => {
    expect(totalOf({ a: 2, b: 9 }, [{ code: 'a', weight: 30, max: 4 }, { code: 'b', weight: 70, max: 10 }])).toBe(7_800);
  });

  it('stays between 0 and 10 000 and never falls when a mark rises', () => {
    const grid = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 100 }), max: fc.integer({ min: 1, max: 20 }), share: fc.double({ min: 0, max: 1, noNaN: true }) }), { minLength: 1, maxLength: 8 });
    fc.assert(fc.property(grid, (rows) => {
      const all = rows.map(({ weight, max }, i) => ({ code: `c${i}`, weight, max }));
      const marks = Object.fromEntries(rows.map(({ max, share }, i) => [`c${i}`, Math.floor(share * max)]));
      const total = totalOf(marks, all);
      const better = totalOf({ ...marks, c0: rows[0]?.max ?? 0 }, all);
      return Number.isInteger(total) && total >= 0 && better >= total && better <= 10_000;
    }));
  });
});
