import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, plus } from '../calendar/civil-date.js';
import { defaultTerm, lastDayOfTerm } from './term.js';

describe('the term of a label', () => {
  it.each([['2027-03-01', '2030-02-28'], ['2027-05-15', '2030-05-14'], ['2028-02-29', '2031-02-28'], ['2028-03-01', '2031-02-28']])('from %s to %s', (from, to) => {
    expect(lastDayOfTerm(from, 'P3Y')).toBe(to);
  });

  it('leaves no gap: terms of a year, one after the other, make the long one', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9000 }), (n) => {
      const from = addDays('2020-01-01', n);
      const next = addDays(lastDayOfTerm(from, 'P1Y'), 1);
      expect([plus(from, 'P1Y'), addDays(plus(from, 'P1Y'), 1)]).toContain(next);
    }));
  });

  it('follows the label that it renews, unless the decision comes after its end', () => {
    const term = 'P3Y';
    expect(defaultTerm({ signedOn: '2030-02-01', renewsEndsOn: '2030-02-28', term })).toEqual({ startsOn: '2030-03-01', endsOn: '2033-02-28' });
    expect(defaultTerm({ signedOn: '2030-04-01', renewsEndsOn: '2030-02-28', term })).toEqual({ startsOn: '2030-04-01', endsOn: '2033-03-31' });
    expect(defaultTerm({ signedOn: '2030-04-01', renewsEndsOn: null, term })).toEqual({ startsOn: '2030-04-01', endsOn: '2033-03-31' });
  });
});
