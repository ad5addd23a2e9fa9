import { describe, expect, it } from '@jest/globals';
import { play, type PlayedAct } from '../procedure/testing.js';
import type { Terms } from '../scheme/terms.js';
import { appraisalProcedure } from './appraisal.procedure.js';

const subject = 'appraisal/00000000-0000-4000-8000-000000000001/2';
const application = 'application/00000000-0000-4000-8000-000000000001';
const terms: Terms['appraisal'] = {
  answerWorkingDays: 5, answerReminders: ['-P2D'], score: 'P21D', scoreReminders: [], escalation: 'P3D', noShow: 'P7D', criteria: [], threshold: 60,
};
// Monday 1 February 2027: the answer is due on the 8th.
const invite: PlayedAct = { name: 'invite', by: 'procedure', on: '2027-02-01', facts: { application, expert: 'e-1', call: 'call/1', pole: 'p-1', n: 2 } };
const clear: PlayedAct = { name: 'declare', by: 'expert', on: '2027-02-02', facts: { conflict: false } };
/** On paper, entered on the 11th. */
const late = (name: string, on: string, facts: PlayedAct['facts'] = {}): PlayedAct => ({ name, by: 'expert', on, at: '2027-02-11T09:00:00.000Z', facts: { ...facts, enteredOn: '2027-02-11' } });
const run = (acts: PlayedAct[], until?: string) => play(appraisalProcedure, terms, acts, { subject, ...(until ? { until } : {}) });
const due = ({ file }: ReturnType<typeof run>, kind: string) => file.deadlines.find((d) => d.kind === kind && d.mark === '')?.on;

describe('an expert’s answer that was in time and was entered after silence had counted as a refusal', () => {
  it('brings the expert back, with the time to answer from the day of entry; those who were told are told again', () => {
    const declared = run([invite, late('declare', '2027-02-08', { conflict: false })]);
    expect(declared.file).toMatchObject({ status: 'declared', data: { lostBy: null, missedOn: null } });
    expect(due(declared, 'answer-due')).toBe('2027-02-18');
    expect(declared.notices.slice(-2).map((n) => [n.template, n.audience])).toEqual([['appraisal.reopened', { person: 'e-1' }], ['appraisal.reopened-officer', { officerOf: subject }]]);
    expect(declared.messages.map((m) => [m.to, m.act])).toEqual([[application, 'appraisalLost'], [application, 'appraisalResumed']]);
    const accepted = run([invite, clear, late('accept', '2027-02-08')]);
    expect(accepted.file.status).toBe('accepted');
    expect(due(accepted, 'score-due')).toBe('2027-03-01');
  });

  it('may be lost again, and then the application hears it again', () => {
    const { file, messages } = run([invite, late('declare', '2027-02-08', { conflict: false })], '2027-03-01');
    expect(file.status).toBe('no_show');
    expect(messages.map((m) => m.act)).toEqual(['appraisalLost', 'appraisalResumed', 'appraisalLost']);
    expect(new Set(messages.map((m) => m.key)).size).toBe(3);
  });

  it('says no as well: the application has counted the expert as lost already', () => {
    const declined = run([invite, late('decline', '2027-02-08')]);
    expect(declined.file).toMatchObject({ status: 'declined', data: { lostBy: 'declined' } });
    expect(declined.messages.map((m) => m.act)).toEqual(['appraisalLost']);
    expect(run([invite, late('declare', '2027-02-05', { conflict: true })]).file.status).toBe('recused');
  });

  it('is refused when it was late, when the panel has gone on, and when there was nothing to answer', () => {
    const refusal = (acts: PlayedAct[]) => run(acts).verdicts.at(-1);
    expect(refusal([invite, late('declare', '2027-02-09', { conflict: false })])).toEqual({ refused: { code: 'answer-late', params: { answerOn: '2027-02-08' } } });
    expect(refusal([invite, late('declare', '2027-02-08', { conflict: false, replaced: true })])).toEqual({ refused: { code: 'panel-moved-on' } });
    expect(refusal([invite, late('accept', '2027-02-08')])).toMatchObject({ refused: { code: 'not-now' } });
    const vanished = [invite, clear, { name: 'accept', by: 'expert', on: '2027-02-03' } as const, { ...late('decline', '2027-02-08'), at: '2027-04-01T09:00:00.000Z' }];
    expect(refusal(vanished)).toMatchObject({ refused: { code: 'not-now' } });
  });
});

describe('scores that were signed before the expert counted as gone, and were entered after', () => {
  // Accepted on 3 February, due on the 24th; gone in the morning of 3 March.
  const accepted: PlayedAct[] = [invite, clear, { name: 'accept', by: 'expert', on: '2027-02-03' }];
  const scored = (on: string, facts: PlayedAct['facts'] = {}): PlayedAct => ({ name: 'submitScores', by: 'expert', on, at: '2027-03-10T09:00:00.000Z', facts: { marks: { engaged: 3 }, enteredOn: '2027-03-10', ...facts }, content: true });
  const grid: Terms['appraisal'] = { ...terms, criteria: [{ code: 'engaged', weight: 100, max: 5 }] };
  const score = (acts: PlayedAct[]) => play(appraisalProcedure, grid, [...accepted, ...acts], { subject });

  it('count; the application hears that the expert is back, then the scores', () => {
    const { file, messages, notices } = score([scored('2027-03-02')]);
    expect(file).toMatchObject({ status: 'submitted', data: { total: 6_000, lostBy: null } });
    expect(messages.map((m) => m.act)).toEqual(['appraisalLost', 'appraisalResumed', 'appraisalSubmitted']);
    expect(notices.at(-1)).toMatchObject({ template: 'appraisal.reopened-officer', audience: { officerOf: subject } });
  });

  it('are refused when they were late, or when the panel has gone on', () => {
    expect(score([scored('2027-03-03')]).verdicts.at(-1)).toEqual({ refused: { code: 'scores-late', params: { limitOn: '2027-03-02' } } });
    expect(score([scored('2027-03-02', { replaced: true })]).verdicts.at(-1)).toEqual({ refused: { code: 'panel-moved-on' } });
    expect(run([invite, scored('2027-02-08')]).verdicts.at(-1)).toMatchObject({ refused: { code: 'not-now' } });
  });
});
