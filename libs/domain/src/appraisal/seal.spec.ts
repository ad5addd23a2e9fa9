import { describe, expect, it } from '@jest/globals';
import { appraisalStatuses } from './appraisal.status.js';
import { maySeeScores, sealData, sealEntry } from './seal.js';

describe('sealed scores', () => {
  it('are the expert’s alone until they are revealed', () => {
    expect(appraisalStatuses.filter((status) => maySeeScores(status, 'e-1', 'somebody'))).toEqual(['revealed']);
    expect(appraisalStatuses.filter((status) => !maySeeScores(status, 'e-1', 'e-1'))).toEqual([]);
  });

  it('leave neither data nor journal behind', () => {
    expect(sealData({ n: 1, marks: { engaged: 4 }, total: 8_000 })).toEqual({ n: 1, marks: null, total: null });
    expect(sealEntry({ type: 'scores-submitted', facts: { marks: { engaged: 4 }, total: 8_000 } })).toEqual({ type: 'scores-submitted', facts: {} });
    expect(sealEntry({ type: 'invited', facts: { n: 1 } })).toEqual({ type: 'invited', facts: { n: 1 } });
  });
});
