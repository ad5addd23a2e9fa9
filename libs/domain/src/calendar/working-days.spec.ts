import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDate, paris } from '../../../../test/factories/civil-calendar.js';
import { holidaysOf, isHoliday } from './holidays.js';
import { addCountedDays, addWorkingDays, isClosed, isWorkingDay, nextWorkingDay } from './working-days.js';

describe('public holidays', () => {
  it('are the eleven of the code du travail (L3133-1)', () => {
    expect([...holidaysOf(2026, { country: 'FR' })].sort()).toEqual([
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-08',
      '2026-05-14',
      '2026-05-25',
      '2026-07-14',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-25',
    ]);
  });

  it('know that Ascension Day and 1 May can meet', () => expect(holidaysOf(2008, { country: 'FR' }).size).toBe(10));

  it('know Alsace and Moselle', () => {
    const strasbourg = { ...paris, holidays: { country: 'FR', region: '67' } };
    expect(isHoliday('2026-12-26', strasbourg)).toBe(true);
    expect(isHoliday('2026-12-26', paris)).toBe(false);
  });

  it('refuse a place without data', () => {
    expect(() => holidaysOf(2026, { country: 'XX' })).toThrow(RangeError);
    expect(() => holidaysOf(2026, { country: 'FR', region: '99' })).toThrow(RangeError);
  });
});

describe('working days', () => {
  it.each([
    ['2026-04-03', true], // Good Friday works in Paris
    ['2026-04-04', false],
    ['2026-04-05', false],
    ['2026-04-06', false], // Easter Monday
    ['2026-04-07', true],
    ['2026-05-14', false], // Ascension
    ['2026-05-15', true],
    ['2026-08-03', true], // closed, for experts and secretariat only
  ])('%s: %s', (date, working) => expect(isWorkingDay(date, paris)).toBe(working));

  it.each([
    ['2026-04-04', '2026-04-07'],
    ['2026-05-14', '2026-05-15'],
    ['2026-11-01', '2026-11-02'],
    ['2025-11-01', '2025-11-03'],
    ['2026-11-03', '2026-11-03'],
  ])('the next from %s is %s', (date, next) => expect(nextWorkingDay(date, paris)).toBe(next));

  it.each([
    ['2026-03-27', 5, '2026-04-03'],
    ['2026-04-02', 5, '2026-04-10'], // over Easter
    ['2026-04-10', -5, '2026-04-02'],
    ['2026-04-04', 1, '2026-04-07'],
    ['2026-04-04', 0, '2026-04-04'],
  ])('%s and %i working days: %s', (date, count, expected) => expect(addWorkingDays(date, count, paris)).toBe(expected));

  it('refuses part of a day', () => expect(() => addWorkingDays('2026-04-04', 1.5, paris)).toThrow(RangeError));

  it('closed periods run over the new year', () => {
    const closed = (date: string) => isClosed(date, paris);
    expect(['2026-12-23', '2026-12-24', '2026-12-31', '2027-01-01', '2027-01-02', '2027-01-03'].map(closed)).toEqual([false, true, true, true, true, false]);
  });

  it('a calendar that is always closed is refused, not walked for ever', () => {
    const shut = { ...paris, closedPeriods: [{ from: '01-01', to: '12-31' }] };
    expect(() => addCountedDays('2026-01-01', 1, shut, { skipClosedPeriods: true })).toThrow(RangeError);
    expect(() => isClosed('2026-01-01', { ...paris, closedPeriods: [{ from: '1 Aug', to: '08-20' }] })).toThrow(RangeError);
  });

  it('land on a working day, in order, and can be taken back', () => {
    fc.assert(
      fc.property(civilDate, fc.integer({ min: 1, max: 60 }), (date, count) => {
        const start = nextWorkingDay(date, paris);
        const end = addWorkingDays(start, count, paris);
        expect(isWorkingDay(end, paris)).toBe(true);
        expect(end > start).toBe(true);
        expect(addWorkingDays(end, -count, paris)).toBe(start);
      }),
    );
  });
});
