import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { indicatorsOverYears, type ReportedPeriod } from './indicators.js';
import { networkIndicators, type NetworkLabel } from './network.js';

const text = { fr: 'x', en: 'x' };
const indicator = (code: string, more: object = {}) => ({ code, label: text, definition: text, unit: text, countingRule: text, evidence: text, min: 0, integer: true, better: 'higher' as const, ...more });
const scheme = { indicators: [indicator('firms', { expected: { min: 5, max: 500 } }), indicator('share', { integer: false, max: 100 }), indicator('satisfaction', { integer: false, max: 5 })], survey: { satisfaction: 'satisfaction', form: { sections: [{ code: 's', questions: [{ code: 'satisfaction', kind: 'number', max: 5 }] }] } } as never };
const year = (n: number, more: Partial<ReportedPeriod> = {}): ReportedPeriod => ({ n, from: `${2026 + n}-07-01`, to: `${2027 + n}-06-30`, late: false, validated: true, over: true, files: 0, ...more });
const given = (value: number) => ({ baseline: 10, target: 110, value, evidence: 'Liste' });

describe('indicators over the years', () => {
  it('stand against their targets, year after year, the centre’s own behind the scheme’s', () => {
    const series = indicatorsOverYears(scheme, [year(1, { indicators: { firms: given(60), 'own-1': { label: 'Visites', unit: 'visites', value: 3 } } }), year(2, { indicators: { firms: given(110) } })], { firms: { baseline: 10, target: 110 } });
    expect(series.map((s) => s.code)).toEqual(['firms', 'share', 'satisfaction', 'own-1']);
    expect(series[0]).toMatchObject({ baseline: 10, target: 110, values: [{ n: 1, value: 60, progress: 50, flags: [] }, { n: 2, value: 110, progress: 100 }] });
    expect(series[3]).toMatchObject({ own: { label: 'Visites', unit: 'visites' }, values: [{ n: 1, value: 3, flags: ['no-evidence'] }] });
  });

  it('flag what is missing, late, out of the usual range, without evidence, not validated', () => {
    const flags = (period: ReportedPeriod) => indicatorsOverYears(scheme, [period])[0]?.values[0]?.flags;
    expect(flags(year(1))).toEqual(['missing']);
    expect(flags(year(1, { over: false }))).toEqual([]);
    expect(flags(year(1, { over: false, indicators: {} }))).toEqual(['missing']);
    expect(flags(year(1, { late: true, indicators: { firms: given(600) } }))).toEqual(['late', 'out-of-range']);
    expect(flags(year(1, { validated: false, indicators: { firms: { value: 4 } } }))).toEqual(['out-of-range', 'no-evidence', 'not-validated']);
    expect(flags(year(1, { files: 1, indicators: { firms: { value: 5 } } }))).toEqual([]);
  });

  it('tell a declared satisfaction from the one that the central survey found, and from no other', () => {
    const flags = (runBy: 'secretariat' | 'centre', value: number) => indicatorsOverYears(scheme, [year(1, { files: 1, indicators: { firms: given(60), satisfaction: { value } }, survey: { runBy, sent: 9, answered: 9, mean: 431 } })]).map((s) => s.values[0]?.flags);
    expect(flags('secretariat', 3.5)).toEqual([[], ['missing'], ['differs-from-survey']]);
    expect(flags('secretariat', 4.3)).toEqual([[], ['missing'], []]);
    expect(flags('centre', 3.5)).toEqual([[], ['missing'], []]);
  });
});

describe('the network’s indicators', () => {
  const label = (themes: string[], ...periods: NetworkLabel['periods'][number][]): NetworkLabel => ({ themes, periods });
  const survey = (runBy: 'secretariat' | 'centre', answered: number, mean: number | null) => ({ runBy, sent: 20, answered, mean });

  it('add counts up, average shares, keep central and own satisfaction apart, and count a centre once in the whole', () => {
    const years = networkIndicators(scheme, [
      label(['housing', 'digital'], { ...year(1, { indicators: { firms: given(60), share: { value: 50 } } }), survey: survey('secretariat', 10, 400) }),
      label(['digital'], { ...year(1, { indicators: { firms: given(40), share: { value: 25 } } }), survey: survey('secretariat', 30, 480) }),
      label(['digital'], { ...year(1, { validated: false, indicators: { firms: given(1000) } }), survey: survey('centre', 5, 500) }),
    ], '2029-01-01');
    expect(years.map((y) => [y.year, y.theme, y.labels])).toEqual([[2028, null, 3], [2028, 'digital', 3], [2028, 'housing', 1]]);
    expect(years[0]?.figures).toEqual([{ code: 'firms', by: 'sum', value: 100, reported: 2, missing: 1 }, { code: 'share', by: 'mean', value: 37.5, reported: 2, missing: 1 }]);
    expect(years[0]?.satisfaction).toEqual({ central: { surveys: 2, sent: 40, answered: 40, mean: 460 }, own: { surveys: 1, sent: 20, answered: 5, mean: 500 } });
  });

  it('bring a centre’s own score to the scheme’s scale', () => {
    const years = networkIndicators(scheme, [label(['a'], { ...year(1), survey: { ...survey('centre', 10, 800), outOf: 10 } }), label(['a'], { ...year(1), survey: { runBy: 'none', sent: 0, answered: 0, mean: null } })], '2029-01-01');
    expect(years[0]?.satisfaction).toEqual({ central: { surveys: 0, sent: 0, answered: 0, mean: null }, own: { surveys: 1, sent: 20, answered: 10, mean: 400 } });
  });

  it('compare own scores on one scale, whichever the scheme has', () => {
    const own = (answered: number, mean: number, outOf: number) => label(['a'], { ...year(1), survey: { ...survey('centre', answered, mean), outOf } });
    const mean = (of: Parameters<typeof networkIndicators>[0]) => networkIndicators(of, [own(10, 430, 5), own(10, 900, 10), own(20, 4000, 100)], '2029-01-01')[0]?.satisfaction.own.mean;
    expect(mean(scheme)).toBe(Math.round((430 + 450 + 2 * 200) / 4));
    // The firms' question says the scale even where no indicator has the same code; and where nothing does, the longest one is the measure of all.
    expect(mean({ ...scheme, indicators: [] })).toBe(320);
    expect(mean({ indicators: [], survey: { satisfaction: 'other', form: { sections: [] } } as never })).toBe((8600 + 9000 + 2 * 4000) / 4);
  });

  it('leave out the periods that run', () => {
    expect(networkIndicators(scheme, [label(['a'], year(1))], '2028-06-30')).toEqual([]);
  });

  it('never mix the two kinds of survey, whatever comes', () => {
    const one = fc.record({ runBy: fc.constantFrom('secretariat' as const, 'centre' as const), sent: fc.nat(99), answered: fc.nat(99), mean: fc.option(fc.integer({ min: 0, max: 500 })) });
    fc.assert(fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), (surveys) => {
      const all = networkIndicators(scheme, surveys.map((s) => label(['a'], { ...year(1), survey: s })), '2029-01-01')[0];
      const without = networkIndicators(scheme, surveys.map((s) => label(['a'], { ...year(1), ...(s.runBy === 'secretariat' ? { survey: s } : {}) })), '2029-01-01')[0];
      expect(all?.satisfaction.central).toEqual(without?.satisfaction.central);
      expect((all?.satisfaction.central.surveys ?? 0) + (all?.satisfaction.own.surveys ?? 0)).toBe(surveys.length);
    }));
  });
});
