import { describe, expect, it } from '@jest/globals';
import { francDays, legalDates, type LegalDates } from '../../../../test/factories/legal-dates.js';
import { addDays } from '../calendar/civil-date.js';
import { isRefusal } from '../procedure/decision.js';
import { play, type PlayedAct } from '../procedure/testing.js';
import { pieces, request, submit, terms } from './application.factory.js';
import { applicationProcedure } from './application.procedure.js';

const received = (on: string): PlayedAct => ({ ...submit, on, facts: { ...submit.facts, callClosesOn: '2030-12-31' } });

function acts({ received: on, pieces: rounds = [], movedTo }: LegalDates): PlayedAct[] {
  const moved = (asked: string): PlayedAct[] => (movedTo ? [{ name: 'moveDeadline', by: 'secretariat', on: addDays(asked, 1), facts: { kind: 'pieces-due', to: movedTo }, content: true }] : []);
  return [received(on), ...rounds.flatMap(([asked, supplied]) => [{ ...request, on: asked }, ...moved(asked), { ...pieces, on: supplied }])];
}

describe('dates worked out by hand', () => {
  it('are thirty and more', () => expect(legalDates.length).toBeGreaterThanOrEqual(30));

  it.each(legalDates.map((one) => [`${one.received}${one.pieces ? ` ${JSON.stringify(one.pieces)}` : ''}: ${one.because}`, one] as const))('%s', (_why, one) => {
    const { entries, file, verdicts } = play(applicationProcedure, terms, acts(one), { until: addDays(one.contestUntil, 1) });
    expect(verdicts.filter(isRefusal)).toEqual([]);
    const armed = entries[0]?.armed.find((d) => d.kind === 'implied-decision' && d.mark === '')?.on;
    const elapsed = entries.find((e) => e.type === 'silence-elapsed')?.on;
    const over = entries.find((e) => e.type === 'silence-appeal-time-over')?.on;
    expect({ acknowledged: armed, impliedOn: elapsed, contestUntil: over }).toEqual({ acknowledged: one.acknowledged, impliedOn: one.impliedOn, contestUntil: one.contestUntil });
    expect(file.data.silence).toMatchObject({ elapsedOn: one.impliedOn, contestUntil: one.contestUntil });
  });

  it.each(francDays)('notified on %s, contested until %s: %s', (on, last) => {
    const { entries } = play(applicationProcedure, terms, [received(addDays(on, -10)), { name: 'declareInadmissible', by: 'secretariat', on, content: true }]);
    expect(entries.at(-1)?.armed.find((d) => d.kind === 'appeal-limit')?.on).toBe(last);
  });

  it.each([['2027-01-28', '2027-03-28T22:00:00.000Z', 'a day of 23 hours'], ['2027-08-31', '2027-10-31T23:00:00.000Z', 'a day of 25 hours'], ['2027-12-31', '2028-02-29T23:00:00.000Z', '29 February']])(
    'received %s, silence begins to count at %s: %s', (on, instant) => {
      const { file } = play(applicationProcedure, terms, [received(on)]);
      expect(file.deadlines.find((d) => d.kind === 'implied-decision' && d.mark === '')?.firesAt).toBe(instant);
    });
});
