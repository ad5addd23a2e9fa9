import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '../procedure/decision.js';
import { dueOf } from '../procedure/deadline.js';
import { play, type PlayedAct } from '../procedure/testing.js';
import type { Terms } from '../scheme/terms.js';
import { appraisalProcedure } from './appraisal.procedure.js';

const terms: Terms['appraisal'] = {
  answerWorkingDays: 5, answerReminders: [], score: 'P40D', scoreReminders: [], escalation: 'P3D', noShow: 'P7D', threshold: 60,
  criteria: [{ code: 'craft', weight: 100, max: 5 }], visit: { within: 'P30D', reminders: ['-P7D'] },
};
// Accepted on 3 February 2027: the visit is due by 5 March, the scores by the 15th.
const expert = (name: string, on: string, facts: PlayedAct['facts'] = {}): PlayedAct => ({ name, by: 'expert', on, facts, content: true });
const accepted: readonly PlayedAct[] = [
  { name: 'invite', by: 'procedure', on: '2027-02-01', facts: { application: 'application/1', expert: 'e-1', call: 'call/1', pole: 'p-1', n: 1 } },
  expert('declare', '2027-02-02', { conflict: false }), expert('accept', '2027-02-03'),
];
const scores = (on: string): PlayedAct => expert('submitScores', on, { marks: { craft: 4 } });
const run = (acts: readonly PlayedAct[], until?: string, by = terms) => play(appraisalProcedure, by, acts, until ? { until } : {});
const last = (acts: readonly PlayedAct[], by = terms) => {
  const verdict = run(acts, undefined, by).verdicts.at(-1);
  return verdict && isRefusal(verdict) ? verdict.refused.code : 'taken';
};

describe('an expert’s visit', () => {
  it('comes before the scores, where the scheme wants one', () => {
    expect(dueOf(run(accepted).file.deadlines, 'visit-due')?.on).toBe('2027-03-05');
    expect(last([...accepted, scores('2027-02-20')])).toBe('visit-missing');
    const { file } = run([...accepted, expert('recordVisit', '2027-02-18', { visitedOn: '2027-02-16' }), scores('2027-02-20')]);
    expect(file).toMatchObject({ status: 'submitted', data: { visitedOn: '2027-02-16' } });
    expect(last([...accepted, scores('2027-02-20')], { ...terms, visit: undefined } as unknown as Terms['appraisal'])).toBe('taken');
  });

  it('is reminded of; once late the case officer is told, and it may still be made', () => {
    const { file, notices } = run(accepted, '2027-03-08');
    expect(file.status).toBe('accepted');
    expect(notices.map((n) => n.template)).toEqual(expect.arrayContaining(['appraisal.visit-reminder', 'appraisal.visit-overdue']));
    expect(last([...accepted, expert('recordVisit', '2027-03-09')])).toBe('taken');
  });

  it('is recorded once, not ahead of its day, and nowhere else', () => {
    expect(last([...accepted, expert('recordVisit', '2027-02-10'), expert('recordVisit', '2027-02-11')])).toBe('visited-already');
    expect(last([...accepted, expert('recordVisit', '2027-02-10', { visitedOn: '2027-02-11' })])).toBe('date-in-the-future');
    const { visit: _visit, ...without } = terms;
    expect(last([...accepted, expert('recordVisit', '2027-02-10')], without)).toBe('no-visit');
  });
});
