import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planStaffing, type Staffable } from './staffing.js';
import { expert, file, pool } from '../../../../test/factories/experts-pool.js';

const of = (name: string, candidates: Staffable['candidates'], more: Partial<Staffable['file']> = {}): Staffable => ({ file: { ...file, application: name, ...more }, candidates });
const people = (...ids: string[]): Staffable['candidates'] => ids.map((id) => ({ ...expert, id }));
const limits = { maximumLoad: 1, coolingOff: 'P3Y' };

describe('experts named in bulk', () => {
  it('go first to the file that has the fewest to choose from', () => {
    const tight = [...people('a', 'b'), ...people('c', 'd').map((one) => ({ ...one, member: true }))];
    expect(planStaffing([of('1', people('a', 'b', 'c', 'd')), of('2', tight)], limits)).toEqual({
      assigned: [{ application: '2', experts: ['a', 'b'] }, { application: '1', experts: ['c', 'd'] }], unassigned: [],
    });
  });

  it('leave a file that would get too few, and say why', () => {
    expect(planStaffing([of('1', people('a', 'b')), of('2', people('a', 'b'))], limits)).toEqual({
      assigned: [{ application: '1', experts: ['a', 'b'] }], unassigned: [{ application: '2', wanted: 2, found: 0, why: [{ code: 'full', experts: 2 }] }],
    });
    expect(planStaffing([of('1', people('a'))], limits).unassigned).toMatchObject([{ found: 1 }]);
  });

  it('complete a panel as far as they go', () => {
    expect(planStaffing([of('1', people('a', 'z'), { named: ['z'] })], limits)).toMatchObject({ assigned: [{ experts: ['a'] }], unassigned: [{ found: 1, why: [{ code: 'conflict', experts: 1 }] }] });
  });

  it('never exceed a load, never name somebody twice or against a conflict, and forget no file', () => {
    fc.assert(fc.property(pool, fc.integer({ min: 1, max: 4 }), fc.uniqueArray(fc.stringMatching(/^[a-z]{2}$/), { maxLength: 8 }), (all, maximumLoad, names) => {
      const files = names.map((name) => of(name, all));
      const { assigned, unassigned } = planStaffing(files, { maximumLoad, coolingOff: 'P3Y' });
      for (const one of all) {
        const files = assigned.filter(({ experts }) => experts.includes(one.id)).length;
        if (files > 0) expect(one.load + files).toBeLessThanOrEqual(Math.min(maximumLoad, one.maximum));
        if (one.member || one.memberOfRival) expect(files).toBe(0);
      }
      for (const { experts } of assigned) expect(new Set(experts).size).toBe(file.wanted);
      expect([...assigned, ...unassigned].map((one) => one.application).sort()).toEqual([...names].sort());
      expect(planStaffing([...files].reverse(), { maximumLoad, coolingOff: 'P3Y' })).toEqual({ assigned, unassigned });
    }));
  });
});
