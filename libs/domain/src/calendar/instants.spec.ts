import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDate } from '../../../../test/factories/civil-calendar.js';
import { addDays } from './civil-date.js';
import { civilDateOf, lastInstantOf } from './instants.js';

describe('lastInstantOf', () => {
  it.each([
    ['2026-01-15', 'Europe/Paris', '2026-01-15T22:59:59.000Z'],
    ['2026-07-15', 'Europe/Paris', '2026-07-15T21:59:59.000Z'],
    // Clocks go forward on 29 March 2026, back on 25 October 2026.
    ['2026-03-28', 'Europe/Paris', '2026-03-28T22:59:59.000Z'],
    ['2026-03-29', 'Europe/Paris', '2026-03-29T21:59:59.000Z'],
    ['2026-10-24', 'Europe/Paris', '2026-10-24T21:59:59.000Z'],
    ['2026-10-25', 'Europe/Paris', '2026-10-25T22:59:59.000Z'],
    ['2026-10-25', 'America/Martinique', '2026-10-26T03:59:59.000Z'],
    // Havana goes back from 01:00 to 00:00, Toronto once jumped from 23:30 to 00:30.
    ['2026-10-31', 'America/Havana', '2026-11-01T03:59:59.000Z'],
    ['1919-03-30', 'America/Toronto', '1919-03-31T04:29:59.000Z'],
  ])('%s in %s is %s', (date, zone, instant) => expect(lastInstantOf(date, zone)).toBe(instant));

  it('refuses an unknown zone or day', () => {
    expect(() => lastInstantOf('2026-01-01', 'Europe/Lutece')).toThrow(RangeError);
    expect(() => lastInstantOf('2026-02-30', 'Europe/Paris')).toThrow(RangeError);
  });

  it('is the last second of its day, whatever the zone', () => {
    const zone = fc.constantFrom('Europe/Paris', 'America/Havana', 'Indian/Reunion', 'Pacific/Noumea', 'America/St_Johns', 'UTC');
    fc.assert(
      fc.property(civilDate, zone, (date, zone) => {
        const last = lastInstantOf(date, zone);
        expect(civilDateOf(last, zone)).toBe(date);
        const next = new Date(Date.parse(last) + 1000).toISOString();
        expect(civilDateOf(next, zone)).toBe(addDays(date, 1));
      }),
    );
  });
});

describe('civilDateOf', () => {
  it.each([
    ['2026-03-29T21:59:59.999Z', '2026-03-29'],
    ['2026-03-29T22:00:00.000Z', '2026-03-30'],
    ['2026-10-25T22:59:59.999Z', '2026-10-25'],
    ['2026-10-25T23:00:00.000Z', '2026-10-26'],
  ])('%s is %s in Paris', (instant, date) => expect(civilDateOf(instant, 'Europe/Paris')).toBe(date));

  it.each(['2026-03-29T21:59:59Z', '2026-03-29T21:59:59.000+02:00', '2026-03-29', 'now'])('refuses %j', (instant) =>
    expect(() => civilDateOf(instant, 'Europe/Paris')).toThrow(RangeError),
  );
});
