import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Chance } from './chance.js';

describe('chance', () => {
  it('is the same for the same words, and another for others', () => {
    const drawn = (...about: (string | number)[]) => Array.from({ length: 5 }, ((c) => () => c.int(0, 1_000_000))(new Chance(7, ...about)));
    expect(drawn('centre', 3)).toEqual(drawn('centre', 3));
    expect(drawn('centre', 3)).not.toEqual(drawn('centre', 4));
  });

  it('stays between its ends and shuffles without losing anything', () => {
    fc.assert(fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(100), (seed, from, more) => {
      const drawn = new Chance(seed).int(from, from + more);
      expect(drawn).toBeGreaterThanOrEqual(from);
      expect(drawn).toBeLessThanOrEqual(from + more);
    }));
    fc.assert(fc.property(fc.integer(), fc.array(fc.integer()), (seed, list) => {
      expect(new Chance(seed).shuffled(list).sort()).toEqual([...list].sort());
    }));
  });

  it('is fair enough', () => {
    const chance = new Chance(1);
    const hits = Array.from({ length: 10_000 }, () => chance.happens(0.3)).filter(Boolean).length;
    expect(hits).toBeGreaterThan(2_800);
    expect(hits).toBeLessThan(3_200);
  });
});
