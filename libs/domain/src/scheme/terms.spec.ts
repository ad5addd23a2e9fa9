import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parseScheme } from './parse.js';
import { termsOf } from './terms.js';

function terms(path: string) {
  const parsed = parseScheme(readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8'), path);
  if (!parsed.ok) throw new Error('invalid');
  return termsOf(parsed.scheme);
}

describe('termsOf', () => {
  it('gives the figures of the label', () => {
    expect(terms('schemes/pole-innovation.yaml')).toMatchObject({
      application: { review: 'P15D', piecesLimit: 'P30D', appraisal: 'P42D', silence: 'P2M', experts: 2, divergence: 30, threshold: 60 },
      appraisal: { answerWorkingDays: 5, score: 'P21D', escalation: 'P3D', noShow: 'P7D' },
      award: { term: 'P3Y', contractLimit: 'P60D', numberPrefix: 'PI' },
      monitoring: { period: 'P1Y', reportDue: 'P2M', formalNotice: 'P30D' },
      renewal: { mode: 'rolling', window: '-P9M', reminders: ['-P9M', '-P6M', '-P3M', '-P1M'], escalation: '-P2M' },
    });
  });

  it('gives those of another label from its own file, as plain JSON without texts', () => {
    const other = terms('test/factories/schemes/short-label.yaml');
    expect(other).toMatchObject({ application: { experts: 3 }, award: { term: 'P2Y' }, renewal: { mode: 'by-call' } });
    expect(other.appraisal.criteria).toEqual([{ code: 'craft', weight: 70, max: 10, threshold: 4 }, { code: 'passing-on', weight: 30, max: 10 }]);
    expect(JSON.parse(JSON.stringify(other))).toEqual(other);
  });
});
