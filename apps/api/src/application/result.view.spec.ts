import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { consolidate } from '../../../../libs/domain/src/application/consolidate.js';
import { parseScheme } from '../../../../libs/domain/src/scheme/parse.js';
import { appraisalRules } from '../call/appraisal-rules.js';
import { type Comments, resultForApplicant, resultView } from './result.view.js';

function schemeAt(path: string) {
  const parsed = parseScheme(readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8'), path);
  if (!parsed.ok) throw new Error('invalid');
  return parsed.scheme;
}
const scheme = schemeAt('test/factories/schemes/every-option.yaml');
const criteria = scheme.grid.criteria.map(({ code, weight, threshold }) => ({ code, weight, max: scheme.grid.scale.max, ...(threshold === undefined ? {} : { threshold }) }));
const marks = (n: number, mark: number) => ({ n, marks: Object.fromEntries(criteria.map(({ code }) => [code, mark])) });
const result = consolidate([marks(1, 5), marks(2, 2), marks(4, 4)], { criteria, threshold: scheme.grid.threshold }, 'nearest');
const comments = new Map<number, Comments>([[1, { overall: 'Un', engaged: 'Très bien' }], [2, { overall: 'Deux' }], [4, { overall: 'Quatre' }]]);

describe('a result', () => {
  it('is shown with its sum to those who work on the file', () => {
    const shown = resultView(result, { scheme, comments, locale: 'fr' });
    expect(shown.total).toEqual({ numerator: 90, denominator: 1, shown: '90.00' });
    expect(shown.totals.map(({ n, counts, comment }) => [n, counts, comment])).toEqual([[1, true, 'Un'], [2, false, 'Deux'], [4, true, 'Quatre']]);
    expect(shown.criteria[0]).toMatchObject({ label: 'Actions engagées', marks: [{ n: 1, comment: 'Très bien' }, { n: 2, counts: false, comment: null }, { n: 4 }] });
  });

  it('tells the applicant only what counts, under numbers without meaning, with the same sum', () => {
    const shown = resultForApplicant(result, { scheme, comments, locale: 'fr' });
    expect(shown).toMatchObject({ rule: 'panel', total: { shown: '90.00' } });
    expect(shown.totals.map(({ n, comment }) => [n, comment])).toEqual([[1, 'Un'], [2, 'Quatre']]);
    expect(shown.criteria.flatMap(({ marks: list }) => list.map(({ n, counts }) => [n, counts]))).toEqual(criteria.flatMap(() => [[1, true], [2, true]]));
    expect(JSON.stringify(shown.criteria)).not.toMatch(/"mark":2/);
  });

  it('is rounded only when it is shown', () => {
    const thirds = consolidate([marks(1, 1), marks(2, 1), marks(3, 2)], { criteria, threshold: 60 });
    expect(resultView(thirds, { scheme, comments, locale: 'en' }).total).toEqual({ numerator: 80, denominator: 3, shown: '26.67' });
  });
});

describe('the rules', () => {
  it.each(['test/factories/schemes/every-option.yaml', 'test/factories/schemes/short-label.yaml', 'schemes/pole-innovation.yaml', 'schemes/entreprise-patrimoine-vivant.yaml'])('are said in both languages, sentence by sentence: %s', (path) => {
    const [fr, en] = (['fr', 'en'] as const).map((locale) => appraisalRules(schemeAt(path), locale));
    expect(fr?.length).toBe(en?.length);
    expect(JSON.stringify([fr, en])).not.toMatch(/undefined|null|NaN/);
  });
});
