import { describe, expect, it } from '@jest/globals';
import { fold } from '../procedure/fold.js';
import { play, Player, type PlayedAct, type PlayOptions } from '../procedure/testing.js';
import {
  admit, both, close, deferral, K, meet, notification, proposeAward, proposeConditional, proposeRefusal, read, sendAward, signAward, signConditional, signRefusal, staff, submit, terms, withdraw,
} from './application.factory.js';
import { onAgenda, toReserve } from './agenda.factory.js';
import { applicationProcedure } from './application.procedure.js';

const run = (acts: readonly PlayedAct[], options?: PlayOptions) => play(applicationProcedure, terms, acts, { subject: `application/${K}`, ...options });
const before = [submit, admit, staff, ...both];
const conditional = [...before, proposeConditional, signConditional, notification];
const refusalOf = (acts: readonly PlayedAct[]) => run(acts).verdicts.at(-1);
const due = (acts: readonly PlayedAct[]) => run(acts).file.deadlines.find((d) => d.kind === 'condition-due' && d.mark === '')?.on;

describe('a decision on its way to the signature', () => {
  it('is proposed, sent for signature, signed, notified and read, each with its date', () => {
    const { file, entries, notices } = run([...before, proposeAward, sendAward, signAward, notification, read]);
    expect(file).toMatchObject({ status: 'awarded', data: { sentForSignatureOn: '2027-04-08', notifiedOn: '2027-04-20', read: { on: '2027-04-22', by: 'applicant' } } });
    expect(entries.filter((e) => e.type !== 'silence-near').slice(-5).map((e) => [e.type, e.on])).toEqual([
      ['decision-proposed', '2027-04-05'], ['sent-for-signature', '2027-04-08'], ['decision-signed', '2027-04-15'], ['award-notified', '2027-04-21'], ['decision-read', '2027-04-22'],
    ]);
    expect(notices.filter((n) => n.template === 'application.sent-for-signature')).toMatchObject([{ audience: { role: 'authority' }, whileStatus: ['decision_proposed'] }]);
  });

  it.each<[string, PlayedAct[], string]>([
    ['once it is signed', [proposeAward, signAward, { ...sendAward, on: '2027-04-16' }], 'decision-signed'],
    ['a refusal without reasons', [proposeRefusal, { ...sendAward, facts: { outcome: 'refuse', sentOn: '2027-04-08' } }], 'reasons-missing'],
    ['a deferral: only the authority defers', [proposeAward, { ...sendAward, facts: { outcome: 'defer', sentOn: '2027-04-08' } }], 'outcome-unknown'],
    ['conditions of an award that has none', [proposeAward, { ...sendAward, facts: { ...sendAward.facts, conditions: [{ dueOn: '2027-07-01' }] } }], 'conditions-unexpected'],
  ])('is not sent: %s', (_why, acts, code) => {
    expect(refusalOf([...before, ...acts])).toMatchObject({ refused: { code } });
  });

  it('is not notified before the call’s results are published', () => {
    expect(refusalOf([...before, proposeAward, signAward, { ...notification, facts: { ...notification.facts, embargo: '2027-05-10' } }])).toEqual({ refused: { code: 'under-embargo', params: { on: '2027-05-10' } } });
  });

  it('is read once, and only when there is something to read', () => {
    expect(refusalOf([...before, proposeAward, signAward, read])).toMatchObject({ refused: { code: 'not-now' } });
    expect(refusalOf([...before, proposeAward, signAward, notification, read, { ...read, on: '2027-04-25' }])).toEqual({ refused: { code: 'read-already', params: { on: '2027-04-22' } } });
  });
});

describe('a deferral', () => {
  it('gives the file back to the committee, which proposes anew', () => {
    const { file, notices } = run([...before, proposeAward, sendAward, deferral]);
    expect(file).toMatchObject({ status: 'in_committee', data: { proposed: null, sentForSignatureOn: null, decision: null } });
    expect(notices.slice(-2).map((n) => n.template)).toEqual(['application.decision-deferred', 'application.to-propose']);
    expect(notices.slice(-2).every((n) => !('pole' in n.audience))).toBe(true);
    const again = [proposeAward, signAward, notification].map((act) => ({ ...act, on: '2027-05-20' }));
    expect(run([...before, proposeAward, deferral, ...again]).file.status).toBe('awarded');
  });

  it('lets the legal silence run on', () => {
    expect(run([...before, proposeAward, deferral], { until: '2027-05-02' }).file.data.silence.elapsedOn).toBe('2027-05-01');
  });
});

describe('a file on the reserve list', () => {
  it('is promoted to a proposal later', () => {
    const later = [proposeAward, signAward, notification].map((act) => ({ ...act, on: '2027-04-28' }));
    const { file, verdicts } = run([...before, onAgenda, toReserve, ...later]);
    expect(verdicts.filter((v) => 'refused' in v)).toEqual([]);
    expect(file.status).toBe('awarded');
    expect(run([...before, onAgenda, toReserve, { ...withdraw, on: '2027-04-06' }]).file.status).toBe('withdrawn');
  });
});

describe('an express decision after silence has counted as a rejection', () => {
  it('supersedes it, and both stay in the journal', () => {
    const later = [proposeRefusal, signRefusal, notification].map((act) => ({ ...act, on: '2027-05-20' }));
    const { file, entries } = run([...before, ...later]);
    expect(file).toMatchObject({ status: 'refused', data: { silence: { elapsedOn: '2027-05-01' } } });
    expect(entries.map((e) => e.type)).toEqual(expect.arrayContaining(['silence-elapsed', 'refusal-notified']));
  });
});

describe('a conditional award', () => {
  it('grants the label and follows its conditions until the last one is met', () => {
    const { file, messages, notices } = run(conditional);
    expect(file.status).toBe('conditionally_awarded');
    expect(messages.at(-1)).toMatchObject({ act: 'grant', facts: { startsOn: '2027-05-01', endsOn: '2030-04-30' } });
    expect(notices.at(-1)).toMatchObject({ template: 'application.decision-conditionally-awarded', facts: { conditions: ['2027-07-01', '2027-09-01'] } });
    expect(due(conditional)).toBe('2027-07-01');
    expect(due([...conditional, meet(1, '2027-05-02')])).toBe('2027-09-01');
    const met = run([...conditional, meet(2, '2027-05-02'), meet(1, '2027-06-01')], { until: '2027-12-31' });
    expect(met.file).toMatchObject({ status: 'awarded', data: { conditions: [{ n: 1, metOn: '2027-06-01' }, { n: 2, metOn: '2027-05-02' }] } });
    expect(met.file.deadlines.filter((d) => d.passed !== true)).toEqual([]);
    expect(met.notices.map((n) => n.template)).toContain('application.conditions-met');
  });

  it('says when a condition is overdue, waits for the next, and takes it late', () => {
    const { file, notices, entries } = run(conditional, { until: '2027-12-31' });
    expect(file).toMatchObject({ status: 'conditionally_awarded', data: { conditions: [{ overdue: true, metOn: null }, { overdue: true, metOn: null }] } });
    expect(entries.filter((e) => e.type === 'condition-overdue').map((e) => [e.on, e.facts])).toEqual([['2027-07-01', { conditions: [1] }], ['2027-09-01', { conditions: [2] }]]);
    expect(notices.filter((n) => n.template === 'application.condition-overdue').map((n) => Object.keys(n.audience)[0])).toEqual(['officerOf', 'role', 'officerOf', 'role']);
    expect(notices.filter((n) => n.template === 'application.condition-due').map((n) => n.facts)).toEqual([{ dueOn: '2027-07-01' }, { dueOn: '2027-09-01' }]);
    expect(run([...conditional, meet(1, '2027-10-01'), meet(2, '2027-11-01')]).file.status).toBe('awarded');
  });

  it('waits for whichever comes first when one is moved by the authority', () => {
    const move = (by: PlayedAct['by'], to: string): PlayedAct => ({ name: 'moveDeadline', by, on: '2027-05-10', facts: { kind: 'condition-due', to }, content: true });
    expect(due([...conditional, move('authority', '2027-08-01')])).toBe('2027-08-01');
    const { file } = run([...conditional, move('authority', '2027-11-01')]);
    expect(file.deadlines.find((d) => d.kind === 'condition-due' && d.mark === '')?.on).toBe('2027-09-01');
    expect(file.data.conditions.map((c) => c.dueOn)).toEqual(['2027-11-01', '2027-09-01']);
    expect(refusalOf([...conditional, move('secretariat', '2027-08-01')])).toMatchObject({ refused: { code: 'not-yours' } });
  });

  it.each<[string, PlayedAct[]]>([
    ['conditions-missing', [{ ...signConditional, facts: { ...signConditional.facts, conditions: [] } }]],
    ['date-in-the-past', [{ ...signConditional, facts: { ...signConditional.facts, conditions: [{ dueOn: '2027-04-14' }] } }]],
    ['no-such-condition', [signConditional, notification, meet(3, '2027-05-02')]],
    ['condition-met-already', [signConditional, notification, meet(1, '2027-05-02'), meet(1, '2027-05-03')]],
  ])('refuses %s', (code, acts) => {
    expect(refusalOf([...before, proposeConditional, ...acts])).toMatchObject({ refused: { code } });
  });

  it('does not exist in a scheme without them, nor in terms of an older release', () => {
    const { conditional: _conditional, ...older } = terms;
    for (const other of [older, { ...terms, conditional: false }]) {
      expect(play(applicationProcedure, other, [...before, proposeConditional]).verdicts.at(-1)).toEqual({ refused: { code: 'conditional-not-allowed' } });
      expect(play(applicationProcedure, other, [...before, proposeAward, signConditional]).verdicts.at(-1)).toEqual({ refused: { code: 'conditional-not-allowed' } });
    }
  });

  it('is what its journal says', () => {
    const player = new Player(applicationProcedure, terms);
    for (const act of [...conditional, meet(1, '2027-05-02')]) player.take(act);
    expect(fold(applicationProcedure, player.file.subject, player.entries)).toEqual(player.file);
  });
});

describe('closing without action', () => {
  it.each([[[]], [[admit]], [[admit, staff]], [before.slice(1)], [[...before.slice(1), proposeAward]]])('stops everything %#', (acts) => {
    for (const ending of [close, withdraw]) {
      const { file, verdicts } = run([submit, ...acts, ending], { until: '2027-12-31' });
      expect(file.deadlines).toEqual([]);
      expect(file.status).toBe(ending === close ? 'closed_without_action' : 'withdrawn');
      expect(verdicts.at(-1)).toMatchObject({ hushes: true });
    }
  });

  it('says why, and comes too late for a signed decision', () => {
    const { content: _content, ...without } = close;
    expect(refusalOf([submit, without])).toEqual({ refused: { code: 'reasons-missing' } });
    expect(refusalOf([...before, proposeAward, signAward, { ...close, on: '2027-04-16' }])).toMatchObject({ refused: { code: 'decision-signed' } });
  });

  it('tells the experts who write and the renewal', () => {
    const renewal = { ...submit, facts: { ...submit.facts, kind: 'renewal', renews: 'award/old' } };
    expect(run([renewal, admit, staff, close]).messages.slice(-3).map((m) => `${m.act} ${m.to}`)).toEqual([`cancel appraisal/${K}/1`, `cancel appraisal/${K}/2`, 'applicationWithdrawn renewal/old']);
  });
});
