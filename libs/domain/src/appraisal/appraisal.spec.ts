import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '../procedure/decision.js';
import { fold } from '../procedure/fold.js';
import { faultsOf, play, Player, rowsNeverTaken, type PlayedAct } from '../procedure/testing.js';
import type { Terms } from '../scheme/terms.js';
import { appraisalProcedure } from './appraisal.procedure.js';
import { appraisalStatuses } from './appraisal.status.js';

const subject = 'appraisal/00000000-0000-4000-8000-000000000001/2';
const application = 'application/00000000-0000-4000-8000-000000000001';
const terms: Terms['appraisal'] = {
  answerWorkingDays: 5, answerReminders: ['-P2D'], score: 'P21D', scoreReminders: ['-P7D', '-P2D', 'P1D'], escalation: 'P3D', noShow: 'P7D',
  criteria: [{ code: 'engaged', weight: 60, max: 5 }, { code: 'design', weight: 40, max: 5 }], threshold: 60,
};

// Monday 1 February 2027: the answer is due on the 8th; accepted on the 3rd, the scores on the 24th.
const invite: PlayedAct = { name: 'invite', by: 'procedure', on: '2027-02-01', facts: { application, expert: 'e-1', call: 'call/1', pole: 'p-1', n: 2 } };
const expert = (name: string, on: string, facts: PlayedAct['facts'] = {}, content?: true): PlayedAct => ({ name, by: 'expert', on, facts, ...(content ? { content } : {}) });
const clear = expert('declare', '2027-02-02', { conflict: false });
const accept = expert('accept', '2027-02-03');
const scores = expert('submitScores', '2027-02-20', { marks: { engaged: 3, design: 4 } }, true);
const asks = (on: string, date: string) => expert('proposeDueDate', on, { on: date }, true);
const answers = (on: string, accepted: boolean): PlayedAct => ({ name: 'answerDueDate', by: 'secretariat', on, facts: { accepted } });
const run = (acts: PlayedAct[], until?: string) => play(appraisalProcedure, terms, acts, { subject, ...(until ? { until } : {}) });
const refusals = (acts: PlayedAct[]) => run(acts).verdicts.map((v) => (isRefusal(v) ? v.refused.code : 'ok'));

const plays = {
  revealed: run([invite, clear, accept, scores, { name: 'reveal', by: 'procedure', on: '2027-02-25' }]),
  recused: run([invite, expert('declare', '2027-02-02', { conflict: true, conflictKind: 'employer' }, true)]),
  recusedLater: run([invite, clear, accept, expert('declare', '2027-02-10', { conflict: true })]),
  declined: run([invite, expert('decline', '2027-02-02', {}, true)]),
  silent: run([invite, clear], '2027-03-01'),
  vanished: run([invite, clear, accept], '2027-04-01'),
  backInTime: run([invite, { ...expert('declare', '2027-02-08', { conflict: false, enteredOn: '2027-02-11' }), at: '2027-02-11T09:00:00.000Z' }]),
  acceptedInTime: run([invite, clear, { ...accept, on: '2027-02-08', at: '2027-02-11T09:00:00.000Z' }]),
  declinedInTime: run([invite, { ...expert('decline', '2027-02-08'), at: '2027-02-11T09:00:00.000Z' }]),
  recusedInTime: run([invite, { ...expert('declare', '2027-02-08', { conflict: true }), at: '2027-02-11T09:00:00.000Z' }]),
  replaced: run([invite, clear, accept, { name: 'replace', by: 'secretariat', on: '2027-02-26', content: true }], '2027-04-01'),
  cancelled: run([invite, clear, accept, { name: 'cancel', by: 'procedure', on: '2027-02-10' }], '2027-04-01'),
  objected: run([invite, clear, accept, { name: 'takeFromObjected', by: 'procedure', on: '2027-02-10' }]),
  negotiated: run([invite, clear, accept, asks('2027-02-10', '2027-03-10'), answers('2027-02-11', true)]),
  visited: play(appraisalProcedure, { ...terms, visit: { within: 'P14D', reminders: [] } }, [invite, clear, accept, expert('recordVisit', '2027-02-10')], { subject }),
  notVisited: play(appraisalProcedure, { ...terms, visit: { within: 'P14D', reminders: [] } }, [invite, clear, accept], { subject, until: '2027-02-20' }),
  cancelledSealed: run([invite, clear, accept, scores, { name: 'cancel', by: 'procedure', on: '2027-02-22' }]),
};
const told = (name: keyof typeof plays) => plays[name].notices.map((n) => n.template);

describe('an appraisal', () => {
  it('holds together: every moment has its row, every row its rule', () => {
    expect(faultsOf(appraisalProcedure, ['score-due.escalation', 'score-due.no-show'])).toEqual([]);
    expect(rowsNeverTaken(appraisalProcedure, Object.values(plays))).toEqual([]);
  });

  it('goes from invitation to revealed scores, with the total sealed until then', () => {
    const { file, messages } = plays.revealed;
    expect(file.status).toBe('revealed');
    expect(file.data).toMatchObject({ application, expert: 'e-1', n: 2, total: 6_800, marks: { engaged: 3, design: 4 } });
    expect(messages).toEqual([{ to: application, act: 'appraisalSubmitted', key: 'appraisalSubmitted', facts: { from: subject, n: 2, total: 6_800, marks: { engaged: 3, design: 4 } } }]);
    expect(appraisalProcedure.links(file.data)).toEqual({ call: 'call/1', pole: 'p-1', parent: application, assignee: 'e-1' });
  });

  it('asks for an answer in working days and for scores in days that count', () => {
    expect(run([invite]).file.deadlines.find((d) => d.mark === '')).toMatchObject({ kind: 'answer-due', on: '2027-02-08' });
    expect(run([invite, clear, accept]).file.deadlines.find((d) => d.mark === '')).toMatchObject({ kind: 'score-due', on: '2027-02-24' });
    const dated = { ...invite, facts: { ...invite.facts, dueOn: '2027-02-17' } };
    expect(run([dated, clear, accept]).file.deadlines.find((d) => d.mark === '')).toMatchObject({ on: '2027-02-17' });
  });

  it.each([
    ['recused', 'recused', 'recused'], ['recusedLater', 'recused', 'recused'], ['declined', 'declined', 'declined'], ['silent', 'no_show', 'no-answer'],
    ['vanished', 'no_show', 'no-scores'], ['replaced', 'replaced', 'replaced'], ['objected', 'replaced', 'objected'],
  ] as const)('tells the application when the expert is lost: %s', (name, status, cause) => {
    const { file, messages } = plays[name];
    expect(file.status).toBe(status);
    expect(file.deadlines).toEqual([]);
    expect(messages).toEqual([{ to: application, act: 'appraisalLost', key: 'appraisalLost', facts: { from: subject, n: 2, cause } }]);
  });

  it('reminds, then escalates, then counts a silent expert as gone', () => {
    expect(told('vanished')).toEqual([
      'appraisal.invited', 'appraisal.accepted', 'appraisal.score-reminder', 'appraisal.score-reminder', 'appraisal.overdue', 'appraisal.escalation', 'appraisal.closed-no-scores', 'appraisal.no-show',
    ]);
    expect(plays.vanished.entries.slice(-3).map((e) => [e.type, e.on])).toEqual([['deadline-reminded', '2027-02-25'], ['escalated', '2027-02-27'], ['no-scores', '2027-03-03']]);
    expect(told('silent')).toEqual(['appraisal.invited', 'appraisal.answer-reminder', 'appraisal.closed-no-answer', 'appraisal.no-show']);
  });

  it('stops reminding as soon as the task is over', () => {
    expect(told('cancelled')).toEqual(['appraisal.invited', 'appraisal.accepted', 'appraisal.cancelled']);
    expect(told('cancelledSealed')).not.toContain('appraisal.cancelled');
    for (const { notices } of Object.values(plays)) expect(new Set(notices.map((n) => n.key)).size).toBe(notices.length);
  });

  it('takes late scores until the expert counts as gone, and none after', () => {
    expect(refusals([invite, clear, accept, { ...scores, on: '2027-03-02' }]).at(-1)).toBe('ok');
    expect(refusals([invite, clear, accept, { ...scores, on: '2027-03-04' }]).at(-1)).toBe('scores-late');
  });

  it('reminds again of a moved date', () => {
    const moved = run([invite, clear, accept, { name: 'moveDeadline', by: 'secretariat', on: '2027-02-26', facts: { kind: 'score-due', to: '2027-03-10' } }], '2027-03-09');
    expect(moved.notices.slice(-3).map((n) => n.template)).toEqual(['appraisal.deadline-moved', 'appraisal.score-reminder', 'appraisal.score-reminder']);
    expect(moved.file.status).toBe('accepted');
  });

  it('refuses what is out of turn or out of range', () => {
    const submit = (marks: NonNullable<PlayedAct['facts']>[string]) => refusals([invite, clear, accept, expert('submitScores', '2027-02-20', { marks })]).at(-1);
    expect(submit({ engaged: 3 })).toBe('marks-missing');
    expect(submit(null)).toBe('marks-missing');
    expect(submit({ engaged: 3, design: 6 })).toBe('mark-out-of-range');
    expect(submit({ engaged: 3, design: -1 })).toBe('mark-out-of-range');
    expect(submit({ engaged: 3, design: 2.5 })).toBe('mark-out-of-range');
    expect(submit({ engaged: 3, design: 2, charm: 5 })).toBe('mark-unknown');
    const strict = (facts: NonNullable<PlayedAct['facts']>) => play(appraisalProcedure, { ...terms, commentBelow: 2, commentAbove: 4 }, [invite, clear, accept, expert('submitScores', '2027-02-20', facts)], { subject }).verdicts.at(-1);
    expect(strict({ marks: { engaged: 1, design: 5 }, commented: ['design'] })).toEqual({ refused: { code: 'comment-missing', params: { criteria: ['engaged'], list: 'engaged' } } });
    expect(strict({ marks: { engaged: 1, design: 5 } })).toMatchObject({ refused: { params: { criteria: ['engaged', 'design'] } } });
    expect(strict({ marks: { engaged: 2, design: 4 } })).not.toHaveProperty('refused');
    expect(strict({ marks: { engaged: 1, design: 5 }, commented: ['design', 'engaged'] })).not.toHaveProperty('refused');
    expect(refusals([invite, accept])).toEqual(['ok', 'not-now']);
    expect(refusals([invite, clear, clear])).toEqual(['ok', 'ok', 'already-declared']);
    expect(refusals([invite, { ...clear, by: 'secretariat' }])).toEqual(['ok', 'not-yours']);
    expect(refusals([invite, clear, accept, scores, scores]).at(-1)).toBe('not-now');
  });

  it('never refuses the clock, changes nothing when it refuses, and folds back to itself', () => {
    const act = fc.record({
      name: fc.constantFrom(...Object.keys(appraisalProcedure.rules).filter((name) => !name.includes('-due'))),
      by: fc.constantFrom('expert' as const, 'secretariat' as const, 'procedure' as const),
      wait: fc.integer({ min: 0, max: 12 }),
      conflict: fc.boolean(),
      marks: fc.dictionary(fc.constantFrom('engaged', 'design', 'charm'), fc.integer({ min: -1, max: 6 })),
    });
    fc.assert(fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      const player = new Player(appraisalProcedure, terms, { subject });
      player.take(invite);
      let day = 1;
      for (const { name, by, wait, ...facts } of acts) {
        day += wait;
        const on = new Date(Date.UTC(2027, 1, day)).toISOString().slice(0, 10);
        player.passTimeUntil(`${on}T11:00:00.000Z`);
        const before = player.file;
        const verdict = player.take({ name, by, on, facts });
        if (isRefusal(verdict)) expect(player.file).toBe(before);
      }
      player.passTimeUntil('2028-01-01T00:00:00.000Z');
      expect(appraisalStatuses).toContain(player.file.status);
      expect(fold(appraisalProcedure, subject, player.entries)).toEqual(player.file);
    }));
  });
});
