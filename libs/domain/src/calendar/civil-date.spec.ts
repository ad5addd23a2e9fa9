import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, compareDates, daysBetween, parseDate, plus } from './civil-date.js';
import { civilDate } from '../../../../test/factories/civil-calendar.js';

describe('plus', () => {
  it.each([
    ['2028-02-29', 'P3Y', '2031-02-28'],
    ['2028-02-29', 'P4Y', '2032-02-29'],
    ['2026-01-29', 'P1M', '2026-02-28'],
    ['2026-01-30', 'P1M', '2026-02-28'],
    ['2026-01-31', 'P1M', '2026-02-28'],
    ['2028-01-31', 'P1M', '2028-02-29'],
    ['2026-03-31', 'P1M', '2026-04-30'],
    ['2026-08-31', '-P6M', '2026-02-28'],
    ['2026-12-31', 'P2M', '2027-02-28'],
    ['2026-01-31', 'P1M1D', '2026-03-01'],
    ['2026-05-15', 'P3Y2M', '2029-07-15'],
    ['2026-03-28', 'P6W', '2026-05-09'],
    ['2026-03-28', 'P30D', '2026-04-27'],
    ['2026-01-03', '-P7D', '2025-12-27'],
    ['2026-01-03', 'P0D', '2026-01-03'],
  ])('%s + %s = %s', (date, duration, expected) => expect(plus(date, duration)).toBe(expected));

  it.each(['', 'P', '-P', '30', '30 days', 'P1.5M', 'PT24H', 'P1DT1H', 'p30d', 'P-7D', '+P7D', 'P1D1M', ' P1D', 'P1D\n'])(
    'refuses the duration %j',
    (duration) => {
      expect(() => plus('2026-01-01', duration)).toThrow(RangeError);
      expect(() => plus('2026-01-01', duration)).toThrow(/ISO 8601/);
    },
  );

  it.each(['', '2026-02-29', '2026-13-01', '2026-1-1', '2026-01-01T00:00:00Z', '20260101', '+002026-01-01'])('refuses the date %j', (date) =>
    expect(() => plus(date, 'P1D')).toThrow(RangeError),
  );

  it('refuses to leave the years that can be written', () => expect(() => plus('9999-12-31', 'P1D')).toThrow(RangeError));

  it('keeps the order of dates', () => {
    fc.assert(
      fc.property(civilDate, civilDate, fc.nat(60), fc.nat(400), fc.boolean(), (a, b, months, days, back) => {
        const [first, second] = a <= b ? [a, b] : [b, a];
        const duration = `${back ? '-' : ''}P${months}M${days}D`;
        expect(plus(first, duration) <= plus(second, duration)).toBe(true);
      }),
    );
  });

  it('takes back what it added: days always, months where every month has the day', () => {
    fc.assert(
      fc.property(civilDate, fc.nat(5000), fc.nat(120), (date, days, months) => {
        expect(plus(plus(date, `P${days}D`), `-P${days}D`)).toBe(date);
        fc.pre(parseDate(date).day <= 28);
        expect(plus(plus(date, `P${months}M`), `-P${months}M`)).toBe(date);
      }),
    );
  });
});

describe('days between dates', () => {
  it.each([
    ['2026-03-28', '2026-03-30', 2],
    ['2026-10-24', '2026-10-26', 2],
    ['2028-02-28', '2028-03-01', 2],
    ['2026-01-01', '2026-01-01', 0],
    ['2026-01-08', '2026-01-01', -7],
  ])('%s to %s: %i', (from, to, days) => expect(daysBetween(from, to)).toBe(days));

  it('undoes addDays and agrees with the order', () => {
    fc.assert(
      fc.property(civilDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        const other = addDays(date, days);
        expect(daysBetween(date, other)).toBe(days);
        expect(compareDates(other, date)).toBe(Math.sign(days) + 0);
      }),
    );
  });

  it('sorts', () => expect(['2026-10-01', '2026-09-30', '2025-12-31'].sort(compareDates)).toEqual(['2025-12-31', '2026-09-30', '2026-10-01']));
});
