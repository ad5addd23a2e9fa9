import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cover } from './cover.js';

const runs = (...steps: string[]) => steps.map((text) => ({ steps: text.split(' ').filter((step) => step !== '') }));

describe('the choice of runs', () => {
  it('takes the richest first, and none that brings nothing new', () => {
    expect(cover(runs('a', 'a b', 'a b c', 'b d', 'c'))).toEqual([2, 3]);
  });

  it('takes nothing from nothing', () => {
    expect(cover([])).toEqual([]);
    expect(cover(runs('', ''))).toEqual([]);
  });

  it('has every step, each chosen run once', () => {
    fc.assert(fc.property(fc.array(fc.record({ steps: fc.array(fc.constantFrom(...'abcdefgh')) })), (all) => {
      const chosen = cover(all);
      expect(new Set(chosen).size).toBe(chosen.length);
      expect(new Set(chosen.flatMap((i) => all[i]?.steps ?? []))).toEqual(new Set(all.flatMap((run) => run.steps)));
    }));
  });
});
