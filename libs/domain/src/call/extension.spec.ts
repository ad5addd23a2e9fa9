import { describe, expect, it } from '@jest/globals';
import { isArmed } from '../procedure/deadline.js';
import { isRefusal } from '../procedure/decision.js';
import { play, type PlayedAct } from '../procedure/testing.js';
import { callProcedure } from './call.procedure.js';
import { closesOnFor } from './extension.js';

const terms = { draftReminders: ['-P7D', '-P1D'] };
const create: PlayedAct = {
  name: 'create', by: 'secretariat', on: '2027-01-04',
  facts: { scheme: 'pole-innovation', version: 1, opensOn: '2027-01-04', closesOn: '2027-03-31', officer: 'o', deputy: 'd' },
};
const extend = (on: string, pole: string, to: string): PlayedAct => ({ name: 'grantExtension', by: 'authority', on, facts: { pole, to }, content: true });
const reopen = (on: string, closesOn: string): PlayedAct => ({ name: 'reopenCall', by: 'authority', on, facts: { closesOn }, content: true });
const run = (acts: PlayedAct[], until?: string) => play(callProcedure, terms, [create, ...acts], until ? { until } : {});
const code = (acts: PlayedAct[]) => run(acts).verdicts.map((v) => (isRefusal(v) ? v.refused.code : 'ok')).at(-1);

describe('a later limit for one pole', () => {
  it('is that pole’s alone, told to its people, and its own reminders come before it', () => {
    const { file, notices } = run([extend('2027-03-20', 'a', '2027-04-15'), extend('2027-04-02', 'b', '2027-04-12')], '2027-05-01');
    expect(['a', 'b', 'c'].map((pole) => closesOnFor(file.data, pole))).toEqual(['2027-04-15', '2027-04-12', '2027-03-31']);
    expect(file.status).toBe('closed');
    const told = notices.filter((n) => n.template === 'call.extension-granted').map((n) => [n.audience, n.facts]);
    expect(told).toEqual([[{ pole: 'a', significant: true }, { closesOn: '2027-04-15' }], [{ pole: 'b', significant: true }, { closesOn: '2027-04-12' }]]);
    const reminded = notices.filter((n) => n.key.includes('/extension/') && n.template === 'call.draft-reminder').map((n) => [n.key.split('/').slice(3).join('/'), n.facts]);
    expect(reminded).toEqual([
      ['b/reminder/2027-04-05/2027-04-12', { closesOn: '2027-04-12' }], ['a/reminder/2027-04-08/2027-04-15', { closesOn: '2027-04-15' }],
      ['b/reminder/2027-04-11/2027-04-12', { closesOn: '2027-04-12' }], ['a/reminder/2027-04-14/2027-04-15', { closesOn: '2027-04-15' }],
    ]);
  });

  it('is told of instead of the call’s own closing', () => {
    const { notices } = run([extend('2027-03-20', 'a', '2027-04-15')], '2027-04-01');
    expect(notices.filter((n) => n.key.includes('/closing/')).map((n) => n.audience)).toEqual([
      { draftsOf: expect.any(String), except: ['a'] }, { draftsOf: expect.any(String), except: ['a'] },
    ]);
  });

  it('is never earlier than the call’s, which may be moved past it', () => {
    const { file } = run([extend('2027-03-20', 'a', '2027-04-15'), { name: 'moveDeadline', by: 'secretariat', on: '2027-03-25', facts: { kind: 'closing', to: '2027-04-30' }, content: true }]);
    expect(closesOnFor(file.data, 'a')).toBe('2027-04-30');
  });

  it('is refused without a reason, in the past, before the closing, and once the results are published', () => {
    const { content: _none, ...bare } = extend('2027-03-20', 'a', '2027-04-15');
    expect(code([bare])).toBe('reason-missing');
    expect(code([extend('2027-04-20', 'a', '2027-04-15')])).toBe('date-in-the-past');
    expect(code([extend('2027-03-20', 'a', '2027-03-31')])).toBe('extension-too-early');
    expect(code([{ name: 'publish', by: 'authority', on: '2027-04-02' }, extend('2027-04-03', 'a', '2027-04-15')])).toBe('not-now');
    expect(code([{ ...extend('2027-03-20', 'a', '2027-04-15'), by: 'secretariat' }])).toBe('not-yours');
  });
});

describe('a closed call that is opened once more', () => {
  it('takes submissions until its new day, and reminds before it', () => {
    const { file, notices } = run([reopen('2027-04-06', '2027-04-20')], '2027-04-19');
    expect(file).toMatchObject({ status: 'open', data: { closesOn: '2027-04-20' } });
    expect(notices.slice(2).map((n) => n.template)).toEqual(['call.reopened', 'call.reopened-officer', 'call.draft-reminder', 'call.draft-reminder']);
    expect(run([reopen('2027-04-06', '2027-04-20')], '2027-04-21').file.status).toBe('closed');
  });

  it('keeps its embargo, which holds results back while it is open, and publishes them on their day', () => {
    const embargo: PlayedAct = { name: 'setEmbargo', by: 'secretariat', on: '2027-04-02', facts: { on: '2027-05-10' } };
    const again = [embargo, reopen('2027-04-06', '2027-04-20')];
    expect(run(again, '2027-04-19').file).toMatchObject({ status: 'open', data: { embargoUntil: '2027-05-10' } });
    expect(run(again, '2027-04-21').file.deadlines.filter(isArmed).map((d) => `${d.kind}.${d.mark} ${d.on}`)).toEqual(['publication.release 2027-05-10', 'publication. 2027-05-10']);
    expect(run(again, '2027-05-11').file).toMatchObject({ status: 'published', data: { publishedOn: '2027-05-10' } });
    // The day of the results comes after the last submission: it is moved first.
    expect(code([embargo, reopen('2027-04-06', '2027-05-10')])).toBe('embargo-set');
    const moved: PlayedAct = { name: 'moveDeadline', by: 'secretariat', on: '2027-04-05', facts: { kind: 'publication', to: '2027-06-01' } };
    expect(code([embargo, moved, reopen('2027-04-06', '2027-05-10')])).toBe('ok');
  });

  it('is refused without a reason and in the past', () => {
    const { content: _none, ...bare } = reopen('2027-04-06', '2027-04-20');
    expect(code([bare])).toBe('reason-missing');
    expect(code([reopen('2027-04-06', '2027-04-05')])).toBe('date-in-the-past');
    expect(code([reopen('2027-03-06', '2027-04-05')])).toBe('not-now');
  });
});
