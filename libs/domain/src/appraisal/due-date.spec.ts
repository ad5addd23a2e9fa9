import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '../procedure/decision.js';
import { play, type PlayedAct } from '../procedure/testing.js';
import type { Terms } from '../scheme/terms.js';
import { comingAbsences } from './absences.js';
import { appraisalProcedure } from './appraisal.procedure.js';

const terms: Terms['appraisal'] = {
  answerWorkingDays: 5, answerReminders: [], score: 'P21D', scoreReminders: ['-P2D'], escalation: 'P3D', noShow: 'P7D', criteria: [{ code: 'engaged', weight: 100, max: 5 }], threshold: 60,
};
// Monday 1 February 2027: without absences the answer is due on the 8th, the scores on the 24th.
const invite = (facts: PlayedAct['facts'] = {}): PlayedAct => ({ name: 'invite', by: 'procedure', on: '2027-02-01', facts: { application: 'application/k', expert: 'e', call: 'call/1', pole: 'p', n: 1, ...facts } });
const clear: PlayedAct = { name: 'declare', by: 'expert', on: '2027-02-02', facts: { conflict: false } };
const accept = (facts: PlayedAct['facts'] = {}): PlayedAct => ({ name: 'accept', by: 'expert', on: '2027-02-03', facts });
const asks = (to: string, on = '2027-02-10'): PlayedAct => ({ name: 'proposeDueDate', by: 'expert', on, facts: { on: to }, content: true });
const answers = (accepted: boolean, on = '2027-02-11'): PlayedAct => ({ name: 'answerDueDate', by: 'secretariat', on, facts: { accepted } });
const replace = (facts: PlayedAct['facts'] = {}): PlayedAct => ({ name: 'replace', by: 'secretariat', on: '2027-02-12', content: true, facts });
const run = (...acts: PlayedAct[]) => play(appraisalProcedure, terms, acts);
const due = (...acts: PlayedAct[]) => run(...acts).file.deadlines.find((d) => d.mark === '')?.on;
const code = (...acts: PlayedAct[]) => run(...acts).verdicts.map((v) => (isRefusal(v) ? v.refused.code : 'ok')).at(-1);

describe('declared absences', () => {
  const week = { absences: [{ from: '2027-02-03', to: '2027-02-10' }] };

  it('lengthen the time to answer and the time to score', () => {
    expect(due(invite())).toBe('2027-02-08');
    expect(due(invite(week))).toBe('2027-02-16');
    expect(due(invite(), clear, accept())).toBe('2027-02-24');
    expect(due(invite(), clear, accept(week))).toBe('2027-03-03');
  });

  it('are not for the journal', () => {
    expect(JSON.stringify(run(invite(week), clear, accept(week)).entries.map((e) => e.facts))).not.toContain('2027-02-10');
  });

  it('never stretch a limit by more than a year and a bit, whatever was declared', () => {
    const day = fc.integer({ min: -800, max: 4000 }).map((n) => new Date(Date.UTC(2027, 1, 1) + n * 86_400_000).toISOString().slice(0, 10));
    fc.assert(fc.property(fc.array(fc.record({ from: day, to: day })), (absences) => {
      const answer = due(invite({ absences })) ?? '';
      expect(answer >= '2027-02-08' && answer < '2028-03-01').toBe(true);
      for (const one of comingAbsences({ absences }, '2027-02-01')) expect(absences.some(({ from, to }) => from <= one.from && one.to <= to)).toBe(true);
    }));
  });
});

describe('the undertaking', () => {
  it('comes before the acceptance', () => {
    expect(code(invite(), clear, accept({ undertaking: null }))).toBe('undertaking-missing');
    expect(run(invite(), clear, accept({ undertaking: 'u-1' })).entries.at(-1)?.facts).toEqual({ undertaking: 'u-1' });
  });
});

describe('a due date that the expert asks for', () => {
  it('moves the deadline and its marks when it is accepted, and not otherwise', () => {
    const moved = run(invite(), clear, accept(), asks('2027-03-10'), answers(true));
    expect(moved.file.deadlines.map((d) => [d.mark, d.on])).toEqual([['reminder', '2027-03-08'], ['', '2027-03-10'], ['escalation', '2027-03-13'], ['no-show', '2027-03-17']]);
    expect(due(invite(), clear, accept(), asks('2027-03-10'), answers(false))).toBe('2027-02-24');
    expect(moved.notices.slice(-2).map((n) => n.template)).toEqual(['appraisal.due-date-proposed', 'appraisal.due-date-granted']);
  });

  it('may be asked for before the acceptance, and begins with it', () => {
    expect(due(invite(), clear, asks('2027-03-10', '2027-02-02'), answers(true, '2027-02-03'), accept())).toBe('2027-03-10');
  });

  it('is refused without a reason, in the past, unchanged; an answer needs a question', () => {
    expect(code(invite(), clear, accept(), { ...asks('2027-03-10'), content: undefined } as unknown as PlayedAct)).toBe('reason-missing');
    expect(code(invite(), clear, accept(), asks('2027-02-10'))).toBe('date-in-the-past');
    expect(code(invite(), clear, accept(), asks('2027-02-24'))).toBe('date-unchanged');
    expect(code(invite(), clear, accept(), answers(true))).toBe('nothing-proposed');
    expect(code(invite(), clear, accept(), asks('2027-02-12'), answers(true, '2027-02-13'))).toBe('date-in-the-past');
  });
});

describe('the deadline of a replaced expert', () => {
  const lost = (facts?: PlayedAct['facts']) => run(invite(), clear, accept(), replace(facts)).messages.at(-1)?.facts['dueOn'];

  it('is kept, moved or forgotten, as the secretariat says', () => {
    expect(lost({ keepDeadline: true })).toBe('2027-02-24');
    expect(lost({ dueOn: '2027-03-20' })).toBe('2027-03-20');
    expect(lost()).toBeUndefined();
    expect(code(invite(), clear, accept(), replace({ dueOn: '2027-02-01' }))).toBe('date-in-the-past');
  });
});
