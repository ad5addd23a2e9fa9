import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fraction } from '../appraisal/fraction.js';
import { order, rank, type Ranked } from './rank.js';

const file = (id: string, total: [number, number?], means: Record<string, number> = {}): Ranked => ({
  id,
  result: {
    total: fraction(...total),
    criteria: Object.entries(means).map(([code, mean]) => ({ code, weight: 50, max: 5, threshold: null, marks: [], mean: fraction(mean, 3), contribution: fraction(0), reached: true })),
  },
});

describe('rank', () => {
  it('puts the higher total first, without rounding', () => {
    expect(rank([file('a', [200, 3]), file('b', [6667, 100]), file('c', [70])], [])).toEqual([
      { id: 'c', place: 1, tied: false, partedBy: null }, { id: 'b', place: 2, tied: false, partedBy: null }, { id: 'a', place: 3, tied: false, partedBy: null },
    ]);
  });

  it('parts equal totals by the published criteria in their order, and says by which', () => {
    const [a, b, c] = [file('a', [70], { engaged: 9, solutions: 9 }), file('b', [70], { engaged: 9, solutions: 12 }), file('c', [70], { engaged: 12, solutions: 0 })];
    expect(rank([a, b, c], ['engaged', 'solutions'])).toEqual([
      { id: 'c', place: 1, tied: false, partedBy: null }, { id: 'b', place: 2, tied: false, partedBy: 'engaged' }, { id: 'a', place: 3, tied: false, partedBy: 'solutions' },
    ]);
  });

  it('says a tie that remains', () => {
    const places = rank([file('d', [50]), file('b', [70], { engaged: 9 }), file('a', [70], { engaged: 9 })], ['engaged']);
    expect(places.map(({ id, place, tied }) => [id, place, tied])).toEqual([['a', 1, true], ['b', 1, true], ['d', 3, false]]);
  });

  const any = fc.array(fc.record({ total: fc.integer({ min: 0, max: 4 }), engaged: fc.integer({ min: 0, max: 2 }), solutions: fc.integer({ min: 0, max: 2 }) }), { minLength: 1, maxLength: 8 })
    .map((list) => list.map(({ total, ...means }, i) => file(`f${i}`, [total * 10, 3], means)));
  const tieBreak = ['engaged', 'solutions'];

  it('is a total preorder', () => {
    fc.assert(fc.property(any, (files) => {
      for (const a of files) for (const b of files) {
        expect(Math.sign(order(a, b, tieBreak)) + Math.sign(order(b, a, tieBreak))).toBe(0);
        for (const c of files) if (order(a, b, tieBreak) <= 0 && order(b, c, tieBreak) <= 0) expect(order(a, c, tieBreak)).toBeLessThanOrEqual(0);
      }
    }));
  });

  it('does not depend on the order of the list, and gives equal files one place', () => {
    fc.assert(fc.property(any, fc.nat(), (files, turn) => {
      const at = turn % files.length;
      const places = rank(files, tieBreak);
      expect(rank([...files.slice(at), ...files.slice(0, at)].reverse(), tieBreak)).toEqual(places);
      for (const a of files) for (const b of files) {
        const [x, y] = [a, b].map(({ id }) => places.find((p) => p.id === id)?.place ?? 0);
        expect(Math.sign((x ?? 0) - (y ?? 0))).toBe(Math.sign(order(a, b, tieBreak)));
      }
    }));
  });
});
