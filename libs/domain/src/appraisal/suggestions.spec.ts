import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expert, file, pool } from '../../../../test/factories/experts-pool.js';
import { suggest } from './suggestions.js';
import type { Candidate, FileToStaff } from './ties.js';

const order = (...candidates: Candidate[]) => suggest(file, candidates, 'P3Y').ranked.map((one) => one.expert);
const conflicts = (candidate: Partial<Candidate>, onFile: Partial<FileToStaff> = {}) => suggest({ ...file, ...onFile }, [{ ...expert, ...candidate }], 'P3Y').excluded[0]?.conflicts ?? [];
const reasons = (candidate: Partial<Candidate>) => suggest(file, [{ ...expert, ...candidate }], 'P3Y').ranked[0]?.reasons ?? [];

describe('experts suggested for a file', () => {
  it('are ranked by themes, then old ties, days away, load and region', () => {
    const both = { ...expert, id: 'both', themes: ['housing', 'energy'] };
    const one = { ...expert, id: 'one', themes: ['housing', 'health'] };
    expect(order(one, both)).toEqual(['both', 'one']);
    expect(order({ ...both, id: 'knows', appraisedBefore: 1 }, { ...both, id: 'new' })).toEqual(['new', 'knows']);
    expect(order({ ...both, id: 'away', absences: [{ from: '2027-04-01', to: '2027-04-10' }] }, { ...both, id: 'there' })).toEqual(['there', 'away']);
    expect(order({ ...both, id: 'half', load: 2, maximum: 4 }, { ...both, id: 'third', load: 2, maximum: 6 })).toEqual(['third', 'half']);
    expect(order({ ...both, id: 'far' }, { ...both, id: 'near', regions: ['BOURGOGNE FRANCHE-COMTE'] })).toEqual(['near', 'far']);
  });

  it('come last when they are full or away all the time, and say so', () => {
    const ranked = suggest(file, [{ ...expert, id: 'full', themes: ['housing'], load: 5 }, { ...expert, id: 'gone', absences: [{ from: '2027-03-01', to: '2027-06-01' }] }, { ...expert, id: 'free' }], 'P3Y').ranked;
    expect(ranked.map(({ expert: id, available }) => [id, available])).toEqual([['free', true], ['full', false], ['gone', false]]);
    expect(ranked[1]?.reasons).toContainEqual({ code: 'full', load: 5, maximum: 5 });
  });

  it('come with reasons', () => {
    expect(reasons({ themes: ['energy'], regions: ['Bourgogne Franche Comté'], load: 1, absences: [{ from: '2027-04-03', to: '2027-04-04' }, { from: '2027-04-04', to: '2027-04-05' }], appraisedBefore: 1 })).toEqual([
      { code: 'theme-match', themes: ['energy'] }, { code: 'same-region', region: 'Bourgogne-Franche-Comté' }, { code: 'load', load: 1, maximum: 5 },
      { code: 'absent', days: 3, periods: [{ from: '2027-04-03', to: '2027-04-04' }, { from: '2027-04-04', to: '2027-04-05' }] }, { code: 'appraised-before', files: 1 },
    ]);
    expect(reasons({ employers: [{ siren: file.carrier, from: null, to: '2020-01-01' }] })).toContainEqual({ code: 'past-tie', siren: file.carrier, to: '2020-01-01' });
  });

  it.each([
    ['employed by the carrier', { employers: [{ siren: '732829320', from: '2020-01-01', to: null }] }, {}, [{ code: 'carrier', siren: '732829320' }]],
    ['until less than three years ago by a partner', { employers: [{ siren: '552100554', from: null, to: '2024-04-01' }] }, {}, [{ code: 'partner', siren: '552100554' }]],
    ['with an interest in the pole', { interests: [{ kind: 'family', siren: null, pole: 'pole-a', to: null }] }, {}, [{ code: 'interest', kind: 'family' }]],
    ['with an interest in the carrier', { interests: [{ kind: 'mandate', siren: '732829320', pole: null, to: null }] }, {}, [{ code: 'interest', kind: 'mandate', siren: '732829320' }]],
    ['of the pole', { member: true, memberOfRival: true }, {}, [{ code: 'member' }]],
    ['of another pole that applies', { memberOfRival: true }, {}, [{ code: 'member-of-rival' }]],
    ['who declared a conflict', {}, { recused: ['x'] }, [{ code: 'recused' }]],
    ['to whom the applicant objects', {}, { objected: ['x'] }, [{ code: 'objected' }]],
    ['who gave the file back', {}, { gone: ['x'] }, [{ code: 'gone' }]],
    ['who has the file', {}, { named: ['x'] }, [{ code: 'named-already' }]],
  ] as const)('leave out one %s, with the reason', (_, candidate, onFile, expected) => {
    expect(conflicts(candidate as Partial<Candidate>, onFile)).toEqual(expected);
  });

  it('count no tie of somebody else, nor one that is over long enough', () => {
    expect(conflicts({ employers: [{ siren: '111111111', from: null, to: null }, { siren: '732829320', from: null, to: '2024-03-31' }] })).toEqual([]);
    expect(conflicts({ interests: [{ kind: 'mandate', siren: null, pole: 'pole-b', to: null }] })).toEqual([]);
  });

  it('do not depend on the order in which they are looked at', () => {
    fc.assert(fc.property(pool.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))), ([all, shuffled]) => {
      expect(suggest(file, shuffled, 'P3Y')).toEqual(suggest(file, all, 'P3Y'));
    }));
  });

  it('are each ranked or left out, never both, and none with a conflict is ranked', () => {
    fc.assert(fc.property(pool, fc.subarray(['a', 'b', 'c', 'd']), (all, recused) => {
      const { ranked, excluded } = suggest({ ...file, recused }, all, 'P3Y');
      expect([...ranked, ...excluded].map((one) => one.expert).sort()).toEqual(all.map((one) => one.id).sort());
      for (const { expert: id } of ranked) {
        const { member, memberOfRival, employers } = all.find((one) => one.id === id) as Candidate;
        expect(member || memberOfRival || recused.includes(id)).toBe(false);
        expect(employers.some(({ siren, to }) => to === null && siren !== '111111111')).toBe(false);
      }
    }));
  });
});
