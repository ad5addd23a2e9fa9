import type { Marks } from '../appraisal/appraisal.data.js';
import { totalOf } from '../appraisal/total.js';
import type { PlayedAct } from '../procedure/testing.js';
import type { Terms } from '../scheme/terms.js';
import { admit, lost, staff, submit, terms as usual } from './application.factory.js';

type ApplicationTerms = Terms['application'];
const criteria = [{ code: 'engaged', weight: 60, max: 5, threshold: 2 }, { code: 'design', weight: 40, max: 5 }];
/** Two criteria, one with a threshold; no options. */
export const terms: ApplicationTerms = { ...usual, criteria };
/** With the consensus report and the right of reply. */
export const every: ApplicationTerms = { ...terms, consensus: 'P14D', reply: 'P10D' };

export const marked = (n: number, engaged: number, design: number, on = '2027-03-18'): PlayedAct => {
  const marks: Marks = { engaged, design };
  return { name: 'appraisalSubmitted', by: 'procedure', on, facts: { n, total: totalOf(marks, criteria), marks } };
};
/** One expert more. */
export const third: PlayedAct = { ...staff, on: '2027-03-20', facts: { experts: ['carol'] } };
export const staffed = [submit, admit, staff];
export const apart = [...staffed, marked(1, 5, 5), marked(2, 3, 2)];
export const near = [...staffed, marked(1, 4, 4), marked(2, 3, 4)];
export const by = (role: 'secretariat' | 'expert', facts: PlayedAct['facts'] = {}): PlayedAct => ({
  name: 'recordConsensus', by: role, on: '2027-03-25', content: true, facts: { outcome: 'favourable', minority: [], ...facts },
});
export const named: PlayedAct = { name: 'nameRapporteur', by: 'secretariat', on: '2027-03-22', facts: { expert: 'alice' } };
export const answer: PlayedAct = { name: 'reply', by: 'applicant', on: '2027-03-26', content: true };
export const back: PlayedAct = { name: 'appraisalResumed', by: 'procedure', on: '2027-03-21', facts: { n: 1 } };
/** Alice was lost, Bob and Eve are far apart, Carol is called, and Alice is back. */
export const withAliceBack = [
  submit, admit, staff, { ...lost(1, 'no-answer'), on: '2027-03-16' }, { ...staff, on: '2027-03-17', facts: { experts: ['eve'] } }, marked(2, 5, 5), marked(3, 1, 1), third, back,
];
const three = [submit, admit, { ...staff, facts: { experts: ['alice', 'bob', 'carol'] } }];

/** Plays in which every row of the table about scores is taken. */
export const scoringPlays: readonly { readonly acts: readonly PlayedAct[]; readonly terms: ApplicationTerms; readonly until?: string }[] = [
  { acts: apart, terms }, { acts: [...three, marked(1, 5, 5), marked(2, 1, 1), lost(3, 'no-scores')], terms },
  { acts: [...near, named, by('secretariat'), answer], terms: every }, { acts: [...near, by('secretariat')], terms: { ...terms, consensus: 'P14D' } },
  { acts: near, terms: every, until: '2027-04-10' }, { acts: near, terms: { ...terms, reply: 'P10D' }, until: '2027-04-10' },
  ...[terms, every, { ...terms, reply: 'P10D' }].flatMap((chosen) => [
    { acts: [...three, marked(1, 4, 4), marked(2, 4, 4), lost(3, 'no-scores')], terms: chosen },
    { acts: [...withAliceBack, marked(4, 5, 4, '2027-03-22'), { ...lost(1, 'no-scores'), on: '2027-03-23' }], terms: chosen },
  ]),
];
