import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Schedule } from './schedule.js';

const run = () => Promise.resolve();

describe('the schedule', () => {
  it('gives events by instant, then by name, in whatever order they came', () => {
    const event = fc.record({ at: fc.constantFrom('2027-01-04T08:00:00.000Z', '2027-01-05T08:00:00.000Z', '2027-02-01T09:30:00.000Z'), name: fc.string() });
    fc.assert(fc.property(fc.array(event), (events) => {
      const schedule = new Schedule();
      for (const one of events) schedule.add({ ...one, run });
      const taken: string[] = [];
      for (let next = schedule.take(); next; next = schedule.take()) taken.push(`${next.at} ${next.name}`);
      expect(taken).toEqual(events.map((e) => `${e.at} ${e.name}`).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    }));
  });

  it('shows the next one without taking it', () => {
    const schedule = new Schedule();
    expect(schedule.peek()).toBeUndefined();
    schedule.add({ at: '2027-01-04T08:00:00.000Z', name: 'a', run });
    expect(schedule.peek()?.name).toBe('a');
    expect(schedule.take()?.name).toBe('a');
    expect(schedule.take()).toBeUndefined();
  });
});
