import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDate } from '../../../../test/factories/civil-calendar.js';
import { addDays, plus } from '../calendar/civil-date.js';
import { periodOf } from './periods.js';

const all = (startsOn: string, endsOn: string, period: string) => {
  const periods = [];
  for (let n = 1, next = periodOf(startsOn, endsOn, period, n); next; n++, next = periodOf(startsOn, endsOn, period, n)) periods.push(next);
  return periods;
};

describe('periods of a label', () => {
  it.each([
    ['three whole years', '2027-07-01', '2030-06-30', ['2027-07-01/2028-06-30', '2028-07-01/2029-06-30', '2029-07-01/2030-06-30']],
    ['one day left over', '2027-07-01', '2030-07-01', ['2027-07-01/2028-06-30', '2028-07-01/2029-06-30', '2029-07-01/2030-07-01']],
    ['29 February', '2028-02-29', '2031-02-28', ['2028-02-29/2029-02-27', '2029-02-28/2030-02-27', '2030-02-28/2031-02-28']],
    ['a decision of two years and a half', '2027-07-01', '2029-12-31', ['2027-07-01/2028-06-30', '2028-07-01/2029-06-30', '2029-07-01/2029-12-31']],
    ['less than a period', '2027-07-01', '2027-09-30', ['2027-07-01/2027-09-30']],
  ])('%s', (_, from, to, expected) => {
    expect(all(from, to, 'P1Y').map((p) => `${p.from}/${p.to}`)).toEqual(expected);
  });

  it('cover the label without a gap or an overlap', () => {
    fc.assert(fc.property(civilDate, fc.integer({ min: 0, max: 2000 }), fc.constantFrom('P1Y', 'P6M', 'P3M', 'P1Y6M', 'P30D'), (startsOn, days, period) => {
      const endsOn = addDays(startsOn, days);
      const periods = all(startsOn, endsOn, period);
      expect(periods[0]?.from).toBe(startsOn);
      expect(periods.at(-1)?.to).toBe(endsOn);
      periods.slice(1).forEach((p, i) => expect(p.from).toBe(addDays(periods[i]?.to ?? '', 1)));
      expect(periods.every((p) => p.from <= p.to)).toBe(true);
      expect(periods[1]?.from ?? plus(startsOn, period)).toBe(plus(startsOn, period));
    }));
  });
});
