import { describe, expect, it } from '@jest/globals';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import type { Problem } from '../http/problem.js';
import { checkScores } from './scores.js';

const grid = { scale: { max: 5, levels: [] }, criteria: [{ code: 'engaged', weight: 60 }, { code: 'design', weight: 40 }] } as unknown as Scheme['grid'];
function faults(scores: Parameters<typeof checkScores>[1]): string[] {
  try {
    checkScores(grid, scores);
  } catch (problem) {
    return ((problem as Problem).errors ?? []).map((e) => e.pointer);
  }
  return [];
}

describe('checkScores', () => {
  it('takes an incomplete draft', () => {
    expect(faults({ marks: {} })).toEqual([]);
    expect(faults({ marks: { engaged: 0, design: null }, comments: { overall: 'Bien', design: '' } })).toEqual([]);
  });

  it('points at every fault', () => {
    expect(faults({ marks: { engaged: 6, design: 1.5, 'a/b': 1 }, comments: { charm: 'x', design: 3 } })).toEqual(['/marks/engaged', '/marks/design', '/marks/a~1b', '/comments/charm', '/comments/design']);
    expect(faults({ marks: { engaged: '4' }, comments: { overall: 'x'.repeat(10_001) } })).toEqual(['/marks/engaged', '/comments/overall']);
    expect(faults({ marks: { __proto__constructor: 1 } })).toEqual(['/marks/__proto__constructor']);
  });
});
