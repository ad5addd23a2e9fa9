import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDate } from '../../../../test/factories/civil-calendar.js';
import { plus } from '../calendar/civil-date.js';
import { rowEndOf } from './batch.status.js';
import { shifted } from './shift.js';

describe('a batch of moved deadlines', () => {
  it('moves to one date, or each by a duration', () => {
    expect(shifted('2027-03-31', { to: '2027-04-15' })).toBe('2027-04-15');
    expect(shifted('2027-01-31', { by: 'P1M' })).toBe('2027-02-28');
  });

  it('keeps the order of dates that it moves by one duration', () => {
    fc.assert(fc.property(civilDate, civilDate, fc.integer({ min: 0, max: 400 }), (a, b, days) => {
      const [first, last] = [a, b].sort() as [string, string];
      expect(shifted(first, { by: `P${days}D` }) <= shifted(last, { by: `P${days}D` })).toBe(true);
      expect(shifted(first, { by: `P${days}D` })).toBe(plus(first, `P${days}D`));
    }));
  });

  it('ends a row as applied, refused with its code, or closed', () => {
    expect(rowEndOf({ is: 'done', subject: 's', seq: 1, status: 'submitted', entries: [], pending: [] })).toEqual({ state: 'applied', code: null });
    expect(rowEndOf({ is: 'refused', code: 'date-in-the-past', params: {} })).toEqual({ state: 'refused', code: 'date-in-the-past' });
    expect(rowEndOf({ is: 'refused', code: 'step-over', params: {} })).toEqual({ state: 'closed', code: 'step-over' });
  });
});
