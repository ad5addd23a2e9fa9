import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDate, paris } from '../../../../test/factories/civil-calendar.js';
import { addDays, plus } from './civil-date.js';
import { resolveDate } from './deadline.js';
import type { DateRule } from './types.js';
import { isClosed, isWorkingDay } from './working-days.js';

const resolve = (rule: DateRule) => resolveDate(rule, paris);

describe('délai franc', () => {
  it.each([
    // Published examples.
    ['2021-01-03', '2021-03-04'],
    ['2019-02-04', '2019-04-05'],
    ['2024-11-12', '2025-01-13'],
    // Clamped before the day is added.
    ['2026-12-29', '2027-03-01'],
    ['2026-12-30', '2027-03-01'],
    ['2026-12-31', '2027-03-01'],
    // Onto a holiday: Easter Monday 2026, Ascension 2026, Sunday 1 November 2026, 1 and 8 May 2026.
    ['2026-02-05', '2026-04-07'],
    ['2026-03-13', '2026-05-15'],
    ['2026-08-31', '2026-11-02'],
    ['2026-02-28', '2026-04-29'],
    ['2026-03-07', '2026-05-11'],
  ])('two months from %s: %s', (from, expected) => expect(resolve({ from, after: 'P2M', franc: true })).toBe(expected));

  it('is never backwards and skips nothing', () => {
    expect(() => resolve({ from: '2026-01-01', after: '-P2M', franc: true })).toThrow(RangeError);
    expect(() => resolve({ from: '2026-01-01', after: 'P2M', franc: true, skipClosedPeriods: true })).toThrow(RangeError);
  });

  it('ends on a working day after the two months, in the order of notifications', () => {
    fc.assert(
      fc.property(civilDate, fc.nat(60), (from, later) => {
        const end = resolve({ from, after: 'P2M', franc: true });
        expect(isWorkingDay(end, paris)).toBe(true);
        expect(end > plus(from, 'P2M')).toBe(true);
        expect(end <= resolve({ from: addDays(from, later), after: 'P2M', franc: true })).toBe(true);
      }),
    );
  });
});

describe('deadlines', () => {
  it.each<[string, DateRule, string]>([
    ['a set date stays, even a holiday', { on: '2026-11-01' }, '2026-11-01'],
    ['a plain duration does not roll', { from: '2026-10-02', after: 'P30D' }, '2026-11-01'],
    ['an applicant’s limit rolls', { from: '2026-10-02', after: 'P30D', roll: 'working-day' }, '2026-11-02'],
    ['over Easter Monday', { from: '2026-03-07', after: 'P30D', roll: 'working-day' }, '2026-04-07'],
    ['over Ascension', { from: '2026-04-14', after: 'P30D', roll: 'working-day' }, '2026-05-15'],
    ['over the spring change of clocks', { from: '2026-03-28', after: 'P2D' }, '2026-03-30'],
    ['a reminder', { from: '2026-03-30', after: '-P7D' }, '2026-03-23'],
    ['five working days', { from: '2026-04-02', workingDays: 5 }, '2026-04-10'],
    ['an applicant’s limit may fall in August', { from: '2026-07-05', after: 'P30D', roll: 'working-day' }, '2026-08-04'],
    ['an expert’s three weeks jump over August', { from: '2026-07-20', after: 'P3W', skipClosedPeriods: true }, '2026-08-30'],
    ['and roll if asked', { from: '2026-07-20', after: 'P3W', skipClosedPeriods: true, roll: 'working-day' }, '2026-08-31'],
    ['working days jump too', { from: '2026-07-30', workingDays: 5, skipClosedPeriods: true }, '2026-08-26'],
    ['over the new year', { from: '2026-12-20', after: 'P5D', skipClosedPeriods: true }, '2027-01-04'],
    ['a roll does not land in a closed period', { from: '2026-07-20', after: 'P5D', skipClosedPeriods: true, absences: [{ from: '2026-07-27', to: '2026-07-31' }], roll: 'working-day' }, '2026-08-21'],
    ['absences', { from: '2026-03-02', workingDays: 5, absences: [{ from: '2026-03-04', to: '2026-03-06' }] }, '2026-03-12'],
    ['backwards over August', { from: '2026-08-25', after: '-P7D', skipClosedPeriods: true }, '2026-07-29'],
  ])('%s', (_what, rule, expected) => expect(resolve(rule)).toBe(expected));

  it('refuses what it cannot read', () => {
    expect(() => resolve({ on: '2026-02-30' })).toThrow(RangeError);
    expect(() => resolve({ from: '2026-02-01', after: 'one month' })).toThrow(RangeError);
    expect(() => resolve({ from: '2026-02-30', workingDays: 1 })).toThrow(RangeError);
  });

  it('a rolled limit is a working day at most four days later than the plain one', () => {
    fc.assert(
      fc.property(civilDate, fc.nat(400), (from, days) => {
        const plain = resolve({ from, after: `P${days}D` });
        const rolled = resolve({ from, after: `P${days}D`, roll: 'working-day' });
        expect(isWorkingDay(rolled, paris)).toBe(true);
        expect(rolled >= plain && rolled <= addDays(plain, 4)).toBe(true);
      }),
    );
  });

  it('skipping never ends in a closed period, and never shortens', () => {
    fc.assert(
      fc.property(civilDate, fc.integer({ min: 1, max: 120 }), (from, days) => {
        const after = `P${days}D`;
        const skipped = resolve({ from, after, skipClosedPeriods: true });
        expect(isClosed(skipped, paris)).toBe(false);
        expect(skipped >= plus(from, after)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
