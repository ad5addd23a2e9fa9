import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/civil-date.js';
import type { Scheme } from '../scheme/shape/scheme.js';
import { dueFiles, type KeptSubject } from './periods.js';
import { retentionActs, retentionTransitions } from './retention.status.js';

const key = '7f8b3a52-6d1f-4f0e-9c1c-3a1f0f2f9a10';
const label = { fr: 'x', en: 'x' };
const line = (code: string, keep: string, then: 'eliminate' | 'sort' = 'eliminate') => ({ code, label, keep, from: label, then });
const periods = [line('awarded', 'P10Y', 'sort'), line('refused', 'P5Y'), line('payments', 'P10Y'), line('survey', 'P1Y')] as Scheme['retention'];
const one = (id: string, endedOn: string | null, more: Partial<KeptSubject> = {}): KeptSubject => ({ id, key, schemeId: 's@1', pole: 'p', ended: endedOn !== null, endedOn, paidOn: null, ...more });
const due = (subjects: KeptSubject[], today: string, of = periods) => dueFiles(subjects, () => of, today).map(({ file, category, until, then }) => ({ file, category, until, then }));

describe('files whose time is over', () => {
  it('are refused ones from their decision, the day after the last day', () => {
    const file = [one(`application/${key}`, '2027-05-02'), one(`appraisal/${key}/1`, '2027-04-02')];
    expect(due(file, '2032-05-02')).toEqual([]);
    expect(due(file, '2032-05-03')).toEqual([{ file: `application/${key}`, category: 'refused', until: '2032-05-02', then: 'eliminate' }]);
  });

  it('are awarded ones from the end of the label, payments and surveys by their own periods', () => {
    const file = [
      one(`application/${key}`, '2027-05-02'), one(`award/${key}`, '2030-06-30'), one(`monitoring/${key}`, '2031-01-31'), one(`financing/${key}`, '2031-03-01', { paidOn: '2031-02-01' }), one(`survey/${key}/1`, '2028-09-01'),
    ];
    expect(due(file, '2029-09-02')).toEqual([{ file: `survey/${key}/1`, category: 'survey', until: '2029-09-01', then: 'eliminate' }]);
    expect(due(file, '2041-02-02').map(({ category, until }) => [category, until])).toEqual([['survey', '2029-09-01'], ['awarded', '2040-06-30'], ['payments', '2041-02-01']]);
    // Where the scheme has one line for all, the label's file is one.
    expect(due(file, '2035-07-01', [line('all', 'P5Y')] as Scheme['retention'])).toHaveLength(1);
  });

  it('never are files in which something still runs', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => due([one(`application/${key}`, '2027-05-02'), one(`appeal/${key}/1`, null)], addDays('2027-05-02', days)).length === 0), { numRuns: 50 });
  });
});

it('only the authority’s decision leads to a destruction', () => {
  const ways = retentionTransitions.filter(({ to }) => to === 'eliminated');
  expect(ways.map(({ from }) => from)).toEqual(['to_eliminate']);
  expect(retentionTransitions.filter(({ to }) => to === 'to_eliminate')).toEqual([{ act: 'eliminate', by: ['authority'], from: 'proposed', to: 'to_eliminate' }]);
  expect(retentionActs('proposed', ['secretariat'])).toEqual([]);
  expect(retentionActs('proposed', ['authority'])).toEqual(['keep', 'eliminate']);
});
