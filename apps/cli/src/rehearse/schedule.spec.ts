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

  it('gives together what falls at one instant and touches nothing in common; the rest waits its turn', () => {
    const schedule = new Schedule();
    const at = '2027-01-04T09:00:00.000Z';
    const add = (name: string, touches?: readonly string[], looks?: true) => schedule.add({ at, name, run, ...(touches && { touches }), ...(looks && { looks }) });
    add('a admits', ['oak']);
    add('b admits', ['elm']);
    add('c returns', ['oak']);
    add('d looks', ['ash'], true);
    add('e staffs');
    add('f admits', ['fir']);
    schedule.add({ at: '2027-01-05T09:00:00.000Z', name: 'g admits', touches: ['yew'], run });
    const groups: string[] = [];
    for (let next = schedule.takeTogether(); next.length > 0; next = schedule.takeTogether()) groups.push(next.map(({ name }) => name[0]).join(''));
    expect(groups).toEqual(['ab', 'c', 'd', 'e', 'f', 'g']);
  });
});
