import fc from 'fast-check';
import type { Candidate, FileToStaff } from '../../libs/domain/src/appraisal/ties.js';

/** A file and an expert without anything in common, for specs to add to. */
export const file: FileToStaff = {
  application: 'application/a', pole: 'pole-a', themes: ['housing', 'energy'], region: 'Bourgogne-Franche-Comté', carrier: '732829320', partners: ['552100554'],
  period: { from: '2027-04-01', to: '2027-05-12' }, named: [], recused: [], gone: [], objected: [], wanted: 2,
};
export const expert: Candidate = {
  id: 'x', themes: [], regions: [], employers: [], interests: [], absences: [], load: 0, maximum: 5, member: false, memberOfRival: false, appraisedBefore: 0,
};

const siren = fc.constantFrom('732829320', '552100554', '111111111');
const day = fc.integer({ min: 0, max: 2000 }).map((n) => new Date(Date.UTC(2022, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
const end = fc.option(day, { nil: null });

/** A pool of different people. */
export const pool = fc.uniqueArray(fc.record({
  id: fc.stringMatching(/^[a-z]{1,3}$/),
  themes: fc.subarray(['housing', 'energy', 'health']), regions: fc.subarray(['bourgogne franche comte', 'Bretagne']),
  employers: fc.array(fc.record({ siren, from: end, to: end }), { maxLength: 2 }),
  interests: fc.array(fc.record({ kind: fc.constantFrom('mandate', 'family', 'collaboration'), siren: fc.option(siren, { nil: null }), pole: fc.constantFrom(null, 'pole-a', 'pole-b'), to: end }), { maxLength: 2 }),
  absences: fc.array(fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })), { maxLength: 2 }),
  load: fc.integer({ min: 0, max: 6 }), maximum: fc.integer({ min: 1, max: 6 }), member: fc.boolean(), memberOfRival: fc.boolean(), appraisedBefore: fc.integer({ min: 0, max: 2 }),
}), { selector: ({ id }) => id, maxLength: 12 });
