import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDate } from '../../../../test/factories/civil-calendar.js';
import { addDays, daysBetween, plus } from './civil-date.js';
import { impliedDecisionDate, type Suspension } from './silence.js';

const twoMonths = (received: string, ...suspensions: Suspension[]) => impliedDecisionDate({ received, period: 'P2M', suspensions });

describe('implied decision', () => {
  it.each([
    ['2026-01-03', '2026-03-03'],
    ['2026-12-31', '2027-02-28'],
    ['2026-09-01', '2026-11-01'], // Sunday and All Saints: does not roll
    ['2026-02-06', '2026-04-06'], // Easter Monday
  ])('received %s: %s', (received, expected) => expect(twoMonths(received)).toBe(expected));

  it.each<[string, Suspension[], string]>([
    ['a limit of 30 days adds 30 days', [{ from: '2026-03-10', to: '2026-04-09' }], '2026-05-31'],
    ['pieces that arrive early end it', [{ from: '2026-03-10', to: '2026-03-15' }], '2026-05-06'],
    ['pieces that arrive the same day add nothing', [{ from: '2026-03-10', to: '2026-03-10' }], '2026-05-01'],
    ['on the last day still in time', [{ from: '2026-05-01', to: '2026-05-11' }], '2026-05-11'],
    ['once the decision is born, nothing', [{ from: '2026-05-02', to: '2026-05-11' }], '2026-05-01'],
    ['a second one within the time added', [{ from: '2026-05-05', to: '2026-05-10' }, { from: '2026-04-01', to: '2026-04-11' }], '2026-05-16'],
    ['days under two count once', [{ from: '2026-04-01', to: '2026-04-11' }, { from: '2026-04-06', to: '2026-04-16' }], '2026-05-16'],
    ['one inside another counts once', [{ from: '2026-04-01', to: '2026-04-21' }, { from: '2026-04-06', to: '2026-04-16' }], '2026-05-21'],
    ['days before the receipt do not count', [{ from: '2026-02-20', to: '2026-03-06' }], '2026-05-06'],
  ])('%s', (_what, suspensions, expected) => expect(twoMonths('2026-03-01', ...suspensions)).toBe(expected));

  it('refuses a negative period and a suspension that ends before it starts', () => {
    expect(() => impliedDecisionDate({ received: '2026-03-01', period: '-P2M', suspensions: [] })).toThrow(RangeError);
    expect(() => twoMonths('2026-03-01', { from: '2026-04-02', to: '2026-04-01' })).toThrow(RangeError);
    expect(() => twoMonths('2026-03-01', { from: '2026-04-02', to: 'later' })).toThrow(RangeError);
  });

  it('a suspension never brings it nearer, nor adds more than its days, in whatever order they are given', () => {
    const spans = fc.array(fc.tuple(fc.integer({ min: -20, max: 120 }), fc.nat(40)), { maxLength: 4 });
    fc.assert(
      fc.property(civilDate, spans, (received, spans) => {
        const suspensions = spans.map(([start, days]) => ({ from: addDays(received, start), to: addDays(received, start + days) }));
        const due = twoMonths(received, ...suspensions);
        const added = daysBetween(plus(received, 'P2M'), due);
        expect(added).toBeGreaterThanOrEqual(0);
        expect(added).toBeLessThanOrEqual(spans.reduce((sum, [, days]) => sum + days, 0));
        expect(twoMonths(received, ...suspensions.toReversed())).toBe(due);
      }),
    );
  });
});
