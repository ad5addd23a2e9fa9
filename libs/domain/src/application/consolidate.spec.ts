import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compare, fraction, inHundredths, mean, ofDecimal, plus, zero } from '../appraisal/fraction.js';
import { consolidate, type PanelMarks, type ResultGrid } from './consolidate.js';
import { countedAfterThird, divergenceIn, totalsOf } from './divergence.js';

const grid: ResultGrid = { criteria: [{ code: 'engaged', weight: 60, max: 5, threshold: 2 }, { code: 'design', weight: 40, max: 5 }], threshold: 60 };
const marks = (n: number, engaged: number, design: number): PanelMarks => ({ n, marks: { engaged, design } });

describe('consolidate', () => {
  it('shows the whole sum', () => {
    expect(consolidate([marks(2, 4, 2), marks(1, 3, 5)], grid)).toEqual({
      rule: 'panel', threshold: 60, reached: true,
      totals: [{ n: 1, total: fraction(76), counts: true }, { n: 2, total: fraction(64), counts: true }],
      total: fraction(70),
      criteria: [
        { code: 'engaged', weight: 60, max: 5, threshold: fraction(2), marks: [{ n: 1, mark: 3 }, { n: 2, mark: 4 }], mean: fraction(7, 2), contribution: fraction(42), reached: true },
        { code: 'design', weight: 40, max: 5, threshold: null, marks: [{ n: 1, mark: 5 }, { n: 2, mark: 2 }], mean: fraction(7, 2), contribution: fraction(28), reached: true },
      ],
    });
  });

  it('reaches nothing with one criterion below its threshold, however high the total', () => {
    const { total, reached, criteria } = consolidate([marks(1, 1, 5), marks(2, 2, 5)], { ...grid, threshold: 50 });
    expect([total, reached, criteria.map((c) => c.reached)]).toEqual([fraction(58), false, [false, true]]);
  });

  it('does not round a total up to its threshold', () => {
    const thirds = { criteria: [{ code: 'a', weight: 100, max: 1000 }], threshold: 60 };
    const almost = consolidate([{ n: 1, marks: { a: 600 } }, { n: 2, marks: { a: 600 } }, { n: 3, marks: { a: 599 } }], thirds);
    expect([almost.reached, inHundredths(almost.total)]).toEqual([false, 5997]);
    const nearer = consolidate(Array.from({ length: 300 }, (_, i) => ({ n: i + 1, marks: { a: i === 0 ? 599 : 600 } })), thirds);
    // 59.9996… is shown as 60.00 and stays below 60.
    expect([nearer.reached, inHundredths(nearer.total)]).toEqual([false, 6000]);
  });

  it('compares thresholds with decimals exactly', () => {
    const tenths = { criteria: [{ code: 'a', weight: 100, max: 10, threshold: 2.1 }], threshold: 0 };
    const panel = [2, 2, 2, 2, 2, 2, 2, 2, 2, 3].map((mark, i) => ({ n: i + 1, marks: { a: mark } }));
    expect(consolidate(panel, tenths).criteria[0]?.reached).toBe(true);
    expect(ofDecimal(2.1)).toEqual(fraction(21, 10));
  });

  it('sets one appraisal aside after a third review, and shows it', () => {
    const three = consolidate([marks(1, 5, 5), marks(2, 2, 2), marks(3, 3, 2)], grid, 'nearest');
    expect(three.totals.map(({ n, counts }) => [n, counts])).toEqual([[1, false], [2, true], [3, true]]);
    expect(three).toMatchObject({ rule: 'nearest', total: fraction(46), criteria: [{ mean: fraction(5, 2), marks: [{ mark: 5 }, { mark: 2 }, { mark: 3 }] }, {}] });
    expect(consolidate([marks(1, 5, 5), marks(2, 2, 2), marks(3, 3, 2)], grid, 'all').total).toEqual(fraction(64));
  });
});

describe('divergence', () => {
  const totals = (...all: number[]) => all.map((total, i) => ({ n: i + 1, total: fraction(total) }));
  const rule = { gap: 30, threshold: 60, belowThreshold: false };

  it.each([
    ['30 apart is too far', [80, 50], true], ['29 is not', [80, 51], false], ['both below the threshold', [55, 10], false],
    ['one at the threshold', [60, 10], true], ['a single expert', [80], false], ['any two of three', [80, 65, 50], true],
  ])('%s', (_, all, diverges) => {
    expect(divergenceIn(totals(...all), rule) !== null).toBe(diverges);
  });

  it('counts below the threshold too where the scheme says so, and names the two', () => {
    expect(divergenceIn(totals(55, 30, 10), { ...rule, belowThreshold: true })).toEqual({ gap: fraction(45), between: [3, 1] });
  });

  it('is not found in a gap that only rounding makes', () => {
    const close = [{ n: 1, total: fraction(80) }, { n: 2, total: fraction(500_001, 10_000) }];
    expect(inHundredths(fraction(299_999, 10_000))).toBe(3000);
    expect(divergenceIn(close, rule)).toBeNull();
  });

  it('reads the totals of files that know no marks', () => {
    expect(totalsOf([{ n: 1, marks: null, total: 7050 }], undefined)).toEqual([{ n: 1, total: fraction(141, 2) }]);
  });

  it.each([
    [[90, 50, 80], [1, 3]], [[90, 50, 55], [2, 3]], [[90, 50, 70], [1, 2, 3]], [[90, 90, 50], [1, 2]],
    // Still far apart: there is no fourth, the majority counts.
    [[100, 0, 40], [2, 3]], [[90, 80, 70, 10], [1, 2, 3]],
  ])('after a third review of %p, %p count', (all, counted) => {
    expect(countedAfterThird(totals(...all), 'nearest')).toEqual(counted);
    expect(countedAfterThird(totals(...all), 'all')).toEqual(all.map((_, i) => i + 1));
  });
});

/** A grid whose weights sum to 100, and a panel of 2 to 5 experts. */
const world = fc.record({
  cuts: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 7 }), max: fc.integer({ min: 1, max: 20 }), threshold: fc.integer({ min: 0, max: 100 }),
  criterion: fc.option(fc.integer({ min: 0, max: 200 }).map((n) => n / 10)), experts: fc.integer({ min: 2, max: 5 }), noise: fc.array(fc.nat({ max: 1000 }), { minLength: 40, maxLength: 40 }),
  third: fc.constantFrom(undefined, 'nearest' as const, 'all' as const),
}).map(({ cuts, max, threshold, criterion, experts, noise, third }) => {
  const edges = [0, ...[...cuts].sort((a, b) => a - b), 100];
  const criteria = edges.slice(1).map((edge, i) => ({ code: `c${i}`, weight: edge - (edges[i] ?? 0), max, ...(criterion === null ? {} : { threshold: criterion }) }));
  const panel = Array.from({ length: experts }, (_, e) => ({ n: e + 1, marks: Object.fromEntries(criteria.map(({ code }, i) => [code, (noise[(e * 8 + i) % 40] ?? 0) % (max + 1)])) }));
  return { grid: { criteria, threshold }, panel, third };
});

describe('any consolidated appraisal', () => {
  it('does not depend on the order of the experts', () => {
    fc.assert(fc.property(world, fc.integer({ min: 0, max: 4 }), ({ grid: any, panel, third }, turn) => {
      const turned = [...panel.slice(turn), ...panel.slice(0, turn)].reverse();
      expect(consolidate(turned, any, third)).toEqual(consolidate(panel, any, third));
      const rule = { gap: 30, threshold: any.threshold, belowThreshold: false };
      expect(divergenceIn(totalsOf(turned.map((p) => ({ ...p, total: null })), any.criteria), rule)).toEqual(divergenceIn(totalsOf(panel.map((p) => ({ ...p, total: null })), any.criteria), rule));
    }));
  });

  it('adds up: the contributions are the total, the total is the mean of those that count, all weights make 100', () => {
    fc.assert(fc.property(world, ({ grid: any, panel, third }) => {
      const { criteria, total, totals } = consolidate(panel, any, third);
      expect(criteria.reduce((sum, { contribution }) => plus(sum, contribution), zero)).toEqual(total);
      expect(mean(totals.filter(({ counts }) => counts).map((one) => one.total))).toEqual(total);
      const full = consolidate([{ n: 1, marks: Object.fromEntries(any.criteria.map(({ code, max }) => [code, max])) }], any);
      expect([full.total, full.criteria.map(({ contribution, weight }) => contribution.numerator - weight * contribution.denominator)]).toEqual([fraction(100), full.criteria.map(() => 0)]);
    }));
  });

  it('lets no rounding flip a threshold', () => {
    fc.assert(fc.property(world, ({ grid: any, panel, third }) => {
      const { criteria, total, totals, reached } = consolidate(panel, any, third);
      // Whole numbers alone: everything multiplied by whatever it is divided by.
      const counted = totals.filter(({ counts }) => counts).map(({ n }) => n);
      const sums = any.criteria.map(({ code }) => panel.filter(({ n }) => counted.includes(n)).reduce((sum, p) => sum + (p.marks[code] ?? 0), 0));
      const points = any.criteria.reduce((sum, { weight }, i) => sum + weight * (sums[i] ?? 0), 0);
      const max = any.criteria[0]?.max ?? 1;
      const enough = points >= any.threshold * max * counted.length;
      const each = any.criteria.map(({ threshold }, i) => threshold === undefined || (sums[i] ?? 0) * 10 >= Math.round(threshold * 10) * counted.length);
      expect([compare(total, fraction(any.threshold)) >= 0, criteria.map((c) => c.reached), reached]).toEqual([enough, each, enough && each.every(Boolean)]);
    }));
  });

  it('keeps a majority after a third review', () => {
    fc.assert(fc.property(world, ({ grid: any, panel }) => {
      const counted = consolidate(panel, any, 'nearest').totals.filter(({ counts }) => counts);
      expect(counted.length).toBeGreaterThanOrEqual(panel.length === 2 ? 2 : panel.length - 1);
    }));
  });
});

describe('groups of criteria', () => {
  const criteria = ['a', 'b', 'c', 'd'].map((code) => ({ code, weight: 25, max: 2, threshold: 1, ...(code === 'd' ? {} : { group: 'abc' }) }));
  const grid = { criteria, threshold: 0, groups: [{ code: 'abc', atLeast: 2 }] };
  const of = (marks: Record<string, number>) => consolidate([{ n: 1, marks }], grid);

  it('ask for so many of their criteria, and for every criterion outside', () => {
    expect(of({ a: 1, b: 2, c: 0, d: 1 })).toMatchObject({ reached: true, groups: [{ code: 'abc', atLeast: 2, met: 2 }] });
    expect(of({ a: 2, b: 0, c: 0, d: 2 })).toMatchObject({ reached: false, groups: [{ met: 1 }] });
    expect(of({ a: 2, b: 2, c: 2, d: 0 })).toMatchObject({ reached: false, groups: [{ met: 3 }] });
  });
});
