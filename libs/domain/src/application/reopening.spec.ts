import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/civil-date.js';
import { isArmed } from '../procedure/deadline.js';
import type { PlayedAct } from '../procedure/testing.js';
import { play } from '../procedure/testing.js';
import { admit, both, K, pieces, request, staff, submit, terms } from './application.factory.js';
import { applicationProcedure } from './application.procedure.js';
import { lodged, settled } from './contest.factory.js';

const run = (acts: PlayedAct[], until?: string) => play(applicationProcedure, terms, acts, { subject: `application/${K}`, ...(until ? { until } : {}) });
// Asked for on 5 March 2027; thirty days end on Sunday 4 April, so Monday 5 April.
const posted = (on: string, entered: string): PlayedAct => ({ ...pieces, on, at: `${entered}T09:00:00.000Z`, facts: { enteredOn: entered } });
const reopen = (on: string, to: string, kind = 'pieces-due'): PlayedAct => ({ name: 'reopenDeadline', by: 'secretariat', on, facts: { kind, to }, content: true });
const declared: PlayedAct = { name: 'declareInadmissible', by: 'secretariat', on: '2027-03-10', content: true };
const renewal: PlayedAct = { ...submit, facts: { ...submit.facts, kind: 'renewal', renews: 'award/old', renewsEndsOn: '2027-06-30' } };
const due = (file: ReturnType<typeof run>['file'], kind: string) => file.deadlines.find((d) => d.kind === kind && d.mark === '')?.on;

describe('pieces that were posted in time and entered after the limit', () => {
  it('undo the inadmissibility; everybody who was told is told again', () => {
    const { file, entries, notices, messages } = run([renewal, request, posted('2027-04-05', '2027-04-12')]);
    expect(file).toMatchObject({ status: 'submitted', data: { inadmissible: null } });
    expect(entries.slice(-3).map((e) => [e.type, e.on])).toEqual([['declared-inadmissible', '2027-04-05'], ['pieces-supplied', '2027-04-05'], ['reopened-in-time', '2027-04-05']]);
    expect(notices.slice(-2).map((n) => [n.template, n.audience])).toEqual([
      ['application.reopened-in-time', { pole: 'pole', significant: true }], ['application.review-due', { officerOf: `application/${K}` }],
    ]);
    const told = messages.filter((m) => m.to === 'renewal/old');
    expect(told.map((m) => [m.act, m.facts['receivedOn']])).toEqual([['applicationSubmitted', undefined], ['applicationDecided', undefined], ['applicationSubmitted', '2027-03-01']]);
    expect(new Set(told.map((m) => m.key)).size).toBe(3);
  });

  it('leave the clock of silence standing until they were entered: until they came, and while the express decision stood', () => {
    const { file } = run([submit, request, posted('2027-03-26', '2027-04-12')]);
    // Due on 1 May. 5 to 26 March are 21 days, 5 to 12 April are 7: 29 May.
    expect(file.data.silence.suspensions).toEqual([{ from: '2027-03-05', to: '2027-03-26' }, { from: '2027-04-05', to: '2027-04-12' }]);
    expect(due(file, 'implied-decision')).toBe('2027-05-29');
    // Fifteen days of review from the day of entry; the appeal's limit is gone.
    expect(due(file, 'review-due')).toBe('2027-04-27');
    expect(due(file, 'appeal-limit')).toBeUndefined();
  });

  it('are refused when they were late by their date of effect, or when nothing but the limit was missed', () => {
    const late = run([submit, request, posted('2027-04-06', '2027-04-12')]);
    expect(late.verdicts.at(-1)).toEqual({ refused: { code: 'pieces-late', params: { limitOn: '2027-04-05' } } });
    expect(late.file.status).toBe('inadmissible');
    expect(run([submit, declared, posted('2027-03-09', '2027-03-12')]).verdicts.at(-1)).toEqual({ refused: { code: 'pieces-not-awaited' } });
  });
});

describe('pieces entered on any day after the limit', () => {
  it('count by their own day alone, and a refusal changes nothing', () => {
    fc.assert(fc.property(fc.integer({ min: -29, max: 60 }), fc.integer({ min: 0, max: 90 }), (offset, wait) => {
      const on = addDays('2027-04-05', offset);
      const entered = addDays(on > '2027-04-06' ? on : '2027-04-06', wait);
      const { file } = run([submit, request, posted(on, entered)]);
      const untouched = run([submit, request], entered).file;
      expect(file.status).toBe(on <= '2027-04-05' ? 'submitted' : 'inadmissible');
      if (on > '2027-04-05') expect(file).toEqual(untouched);
      // Silence never counts before the pieces were entered.
      else expect((due(file, 'implied-decision') ?? '') > entered).toBe(true);
    }));
  });
});

describe('a limit for pieces that has passed', () => {
  it('is given once more by the secretariat, with a reason', () => {
    const { file, notices, entries } = run([submit, request, reopen('2027-04-12', '2027-04-30')]);
    expect(file).toMatchObject({ status: 'incomplete', data: { inadmissible: null, silence: { suspensions: [{ from: '2027-03-05', to: '2027-04-30' }] } } });
    expect(due(file, 'pieces-due')).toBe('2027-04-30');
    expect(entries.at(-1)?.facts).toEqual({ kind: 'pieces-due', from: '2027-04-05', to: '2027-04-30' });
    expect(notices.at(-1)).toMatchObject({ template: 'application.deadline-reopened', audience: { pole: 'pole', significant: true }, facts: { limitOn: '2027-04-30' } });
    // Missed again, it makes the file inadmissible again, and is told again.
    const again = run([submit, request, reopen('2027-04-12', '2027-04-30')], '2027-05-02');
    expect(again.file).toMatchObject({ status: 'inadmissible', data: { inadmissible: { cause: 'pieces-missing', on: '2027-04-30' } } });
    const told = again.notices.filter((n) => n.template === 'application.inadmissible').map((n) => n.key);
    expect(new Set(told).size).toBe(2);
  });

  it('is not given for what another decision closed, without a reason, or in the past', () => {
    const refusal = (acts: PlayedAct[]) => run(acts).verdicts.at(-1);
    expect(refusal([submit, declared, reopen('2027-03-12', '2027-03-30')])).toMatchObject({ refused: { code: 'not-reopenable' } });
    expect(refusal([submit, request, reopen('2027-04-12', '2027-04-30', 'appeal-limit')])).toMatchObject({ refused: { code: 'not-reopenable' } });
    expect(refusal([submit, request, reopen('2027-04-12', '2027-04-11')])).toMatchObject({ refused: { code: 'date-in-the-past' } });
    const { content: _none, ...bare } = reopen('2027-04-12', '2027-04-30');
    expect(refusal([submit, request, bare])).toEqual({ refused: { code: 'reason-missing' } });
  });
});

describe('an appeal against the inadmissibility that is undone', () => {
  it.each([
    ['by pieces that were posted in time', posted('2027-03-26', '2027-04-15')],
    ['by more time for them', reopen('2027-04-15', '2027-04-30')],
  ])('%s has lost its object: upheld all the same, it touches nothing that came later', (_how, undo) => {
    const { file, messages } = run([submit, request, lodged('2027-04-12', 'inadmissibility'), undo]);
    expect(messages.filter((m) => m.act === 'supersede')).toEqual([{ to: `appeal/${K}/1`, act: 'supersede', key: `supersede/appeal/${K}/1`, facts: { cause: 'application-reopened' } }]);
    expect(run([submit, request, lodged('2027-04-12', 'inadmissibility'), undo, settled('2027-04-16', 'cancelled')]).file.deadlines.filter((d) => d.kind === 'appeal-outcome' && isArmed(d))).toEqual([]);
    const crossed = run([submit, request, lodged('2027-04-12', 'inadmissibility'), undo, settled('2027-04-16', 'upheld')]);
    expect(crossed.file).toMatchObject({ status: file.status, data: { reopenedOn: null } });
    // Silence elapses afterwards; nothing withdraws it.
    const silent = run([submit, request, lodged('2027-04-12', 'inadmissibility'), posted('2027-03-26', '2027-04-15'), settled('2027-08-01', 'upheld')]);
    expect(silent.entries.map((e) => e.type)).toContain('silence-elapsed');
    expect(silent.entries.map((e) => e.type)).not.toContain('implied-rejection-withdrawn');
  });
});

describe('a reply', () => {
  const replying = { ...terms, reply: 'P10D' };
  // The appraisal is in on 18 March; ten days end on Sunday 28 March, so Tuesday 30 March: the Monday is Easter's.
  const missed = [submit, admit, staff, ...both];
  const reply = (on: string, entered: string): PlayedAct => ({ name: 'reply', by: 'applicant', on, at: `${entered}T09:00:00.000Z`, facts: { enteredOn: entered }, content: true });
  const answer = (acts: PlayedAct[], until?: string) => play(applicationProcedure, replying, [...missed, ...acts], { subject: `application/${K}`, ...(until ? { until } : {}) });

  it('that was given in time and is entered when the committee has the file already joins it, and the committee is told', () => {
    const { file, notices, entries } = answer([reply('2027-03-30', '2027-04-05')]);
    expect(file).toMatchObject({ status: 'in_committee', data: { repliedOn: '2027-03-30', replyMissedOn: null } });
    expect(entries.at(-1)).toMatchObject({ type: 'reply-received', on: '2027-03-30' });
    expect(notices.slice(-3).map((n) => n.template)).toEqual(['application.reply-received', 'application.reply-entered', 'application.reply-entered']);
  });

  it('is refused when it was late, when there is one already, and when the committee has proposed', () => {
    const refusal = (acts: PlayedAct[]) => answer(acts).verdicts.at(-1);
    expect(refusal([reply('2027-03-31', '2027-04-05')])).toEqual({ refused: { code: 'reply-late', params: { replyUntil: '2027-03-30' } } });
    expect(refusal([reply('2027-03-20', '2027-03-20'), reply('2027-03-21', '2027-04-05')])).toEqual({ refused: { code: 'reply-not-awaited' } });
    const proposed: PlayedAct = { name: 'propose', by: 'committee', on: '2027-04-02', facts: { outcome: 'award' } };
    expect(refusal([proposed, reply('2027-03-30', '2027-04-05')])).toMatchObject({ refused: { code: 'not-now' } });
  });

  it('may be given more time by the secretariat, as long as the file is on no agenda', () => {
    const { file } = answer([reopen('2027-04-01', '2027-04-12', 'reply-due')]);
    expect(file).toMatchObject({ status: 'right_of_reply', data: { replyMissedOn: null } });
    expect(due(file, 'reply-due')).toBe('2027-04-12');
    expect(answer([reopen('2027-04-01', '2027-04-12', 'reply-due')], '2027-04-13').file).toMatchObject({ status: 'in_committee', data: { replyMissedOn: '2027-04-12' } });
    const agenda: PlayedAct = { name: 'onAgenda', by: 'procedure', on: '2027-03-31', facts: { session: 'session/1', on: '2027-04-20' } };
    expect(answer([agenda, reopen('2027-04-01', '2027-04-12', 'reply-due')]).verdicts.at(-1)).toMatchObject({ refused: { code: 'on-agenda' } });
  });
});
