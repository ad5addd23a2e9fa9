import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/civil-date.js';
import { isArmed } from '../procedure/deadline.js';
import { isRefusal } from '../procedure/decision.js';
import { fold } from '../procedure/fold.js';
import { faultsOf, play, Player, rowsNeverTaken, type PlayedAct } from '../procedure/testing.js';
import type { Terms } from '../scheme/terms.js';
import { renewalProcedure } from './renewal.procedure.js';

const terms: Terms['renewal'] = { mode: 'rolling', window: '-P9M', reminders: ['-P9M', '-P6M', '-P3M', '-P1M'], escalation: '-P2M' };
const byCall: Terms['renewal'] = { ...terms, mode: 'by-call' };
/** Restores a label until the last day of 2030. */
const restoring: Terms['renewal'] = { ...terms, restoration: 'P6M' };
// The window of a label that ends on 30 June 2030 opens on 30 September 2029.
const begin: PlayedAct = { name: 'begin', by: 'procedure', on: '2027-06-20', facts: { award: 'award/1', call: 'call/1', pole: 'p-1', startsOn: '2027-07-01', endsOn: '2030-06-30' } };
const message = (name: string, on: string, facts: PlayedAct['facts'] = { application: 'application/2' }): PlayedAct => ({ name, by: 'procedure', on, facts });
const submitted = (on: string) => message('applicationSubmitted', on);
const decided = (on: string, outcome: string, cause: PlayedAct['facts'] = {}) =>
  message('applicationDecided', on, { application: 'application/2', outcome, startsOn: '2030-07-01', endsOn: '2033-06-30', ...cause });
const extended = (on: string, endsOn = '2031-06-30') => message('labelExtended', on, { endsOn, report: false, instalment: false });
const inadmissible = (on: string) => decided(on, 'refuse', { cause: 'inadmissible' });
const run = (acts: PlayedAct[], until?: string, t = terms) => play(renewalProcedure, t, [begin, ...acts], until ? { until } : {});
const told = (p: ReturnType<typeof run>) => p.notices.map((n) => n.template.replace('renewal.', ''));
const sent = (p: ReturnType<typeof run>) => p.messages.map((m) => `${m.to} ${m.act}`);

it('has its window moved to the day on which it opens', () => {
  const moved = run([{ name: 'moveDeadline', by: 'secretariat', on: '2029-09-01', facts: { kind: 'window', to: '2029-10-10' }, content: true }], '2029-10-08');
  expect(moved.entries.at(-1)).toMatchObject({ type: 'deadline-moved', facts: { from: '2029-09-30', to: '2029-10-10' }, armed: [{ on: '2029-10-09', firesAt: '2029-10-09T22:00:00.000Z' }] });
});

const plays = {
  renewed: run([submitted('2030-02-01'), decided('2030-05-15', 'award')]),
  refused: run([submitted('2030-02-01'), decided('2030-05-15', 'refuse')]),
  reopened: run([submitted('2030-02-01'), decided('2030-05-15', 'refuse'), message('applicationReopened', '2030-07-10'), decided('2030-08-15', 'award')]),
  lapsed: run([], '2030-08-15'),
  decidedAfterTheEnd: run([submitted('2030-06-30'), decided('2030-09-15', 'award')]),
  withdrawn: run([submitted('2030-02-01'), message('applicationWithdrawn', '2030-04-15')], '2030-04-20'),
  withdrawnAfterTheEnd: run([submitted('2030-02-01'), message('applicationWithdrawn', '2030-07-15')]),
  inadmissible: run([submitted('2030-02-01'), inadmissible('2030-03-01')]),
  inadmissibleAfterTheEnd: run([submitted('2030-06-30'), inadmissible('2030-07-20')]),
  restored: run([submitted('2030-10-01'), decided('2031-01-10', 'award')], undefined, restoring),
  notRestored: run([], '2031-03-01', restoring),
  withdrawnWhileRestored: run([submitted('2030-10-01'), message('applicationWithdrawn', '2030-11-02')], undefined, restoring),
  inadmissibleWhileRestored: run([submitted('2030-10-01'), inadmissible('2030-11-02')], undefined, restoring),
  extendedEarly: run([extended('2029-01-10')]),
  extendedIntoTheWindow: run([extended('2030-03-01', '2030-10-31')]),
  extendedAfterTheEnd: run([extended('2030-07-20', '2030-12-31')], '2031-02-15'),
  extendedUnderAppraisal: run([submitted('2030-02-01'), extended('2030-03-01')]),
  suspended: run([message('labelSuspended', '2029-01-10', {}), message('labelReinstated', '2029-03-10', {})]),
  ended: run([message('labelEnded', '2029-01-10', { cause: 'renounced', on: '2029-01-10' })], '2031-01-01'),
  endedUnderAppraisal: run([submitted('2030-02-01'), message('labelEnded', '2030-03-10', { cause: 'withdrawn', on: '2030-03-10' })]),
  shortLabel: play(renewalProcedure, terms, [{ ...begin, on: '2030-02-15' }]),
};

describe('renewal of a label', () => {
  it('holds together: every moment has its row, every row its rule', () => {
    expect(faultsOf(renewalProcedure, ['lapse.escalation'])).toEqual([]);
    expect(rowsNeverTaken(renewalProcedure, Object.values(plays))).toEqual([]);
  });

  it('reminds at -9, -6, -3 and -1 months, escalates at -2, and lapses on the day', () => {
    const { entries, notices, file, messages } = plays.lapsed;
    expect(entries.map((e) => `${e.on} ${e.type}`)).toEqual([
      '2027-06-20 renewal-foreseen', '2029-09-29 window-opened', '2029-12-30 deadline-reminded', '2030-03-30 deadline-reminded', '2030-04-30 escalated',
      '2030-05-30 deadline-reminded', '2030-06-30 lapsed', '2030-07-30 lapse-settled',
    ]);
    expect(told(plays.lapsed)).toEqual(['window-open', 'reminder', 'reminder', 'escalation', 'reminder', 'lapsed', 'lapsed-officer']);
    expect(notices.filter((n) => n.template === 'renewal.reminder').map((n) => n.facts)).toEqual([6, 3, 1].map((monthsLeft) => ({ endsOn: '2030-06-30', monthsLeft })));
    expect(file.status).toBe('lapsed');
    expect(file.deadlines.filter(isArmed)).toEqual([]);
    expect(messages).toEqual([]);
  });

  it('takes up a refused file again that an appeal has reopened, after the label’s end too', () => {
    expect(plays.reopened.entries.slice(-4).map((e) => e.type)).toEqual(['renewal-submitted', 'not-renewed', 'renewal-resumed', 'renewed']);
    expect(sent(plays.reopened)).toEqual(['award/1 renewalUnderAppraisal', 'award/1 renewalGivenUp', 'award/1 renewalUnderAppraisal', 'award/1 succeeded']);
  });

  it('tells of a second refusal too', () => {
    const twice = run([submitted('2030-02-01'), decided('2030-05-15', 'refuse'), message('applicationReopened', '2030-07-10'), decided('2030-08-15', 'refuse')]);
    const keys = twice.notices.filter((n) => n.template === 'renewal.not-renewed').map((n) => n.key);
    expect(new Set(keys).size).toBe(2);
  });

  it('stops reminding once the file is in, and hands over to the next label', () => {
    expect(told(plays.renewed)).toEqual(['window-open', 'reminder', 'submitted', 'renewed']);
    expect(sent(plays.renewed)).toEqual(['award/1 renewalUnderAppraisal', 'award/1 succeeded']);
    expect(plays.renewed.messages.at(-1)?.facts).toEqual({ by: 'award/2' });
    expect(plays.renewed.file).toMatchObject({ status: 'renewed', data: { successor: 'award/2' }, deadlines: [] });
  });

  it('waits for the decision of a file submitted on the last day', () => {
    expect(run([submitted('2030-06-30')], '2030-12-31').file.status).toBe('submitted');
    expect(plays.decidedAfterTheEnd.file.status).toBe('renewed');
  });

  it('undoes the lapse for a file that was in time and arrives late, and for no other', () => {
    const late = (on: string, at: string) => run([{ ...submitted(on), at }]);
    expect(late('2030-06-30', '2030-07-03T08:00:00.000Z').file).toMatchObject({ status: 'submitted', data: { application: 'application/2' } });
    expect(late('2030-07-01', '2030-07-01T08:00:00.000Z').verdicts.at(-1)).toMatchObject({ refused: { code: 'label-over' } });
    expect(late('2030-06-30', '2030-08-03T08:00:00.000Z').file.deadlines).toEqual([]);
  });

  it('gives the remaining days back when the file is withdrawn or inadmissible', () => {
    expect(plays.withdrawn.file.status).toBe('window_open');
    expect(plays.withdrawn.file.deadlines.filter((d) => !d.passed).map((d) => `${d.on} ${d.kind}.${d.mark}`)).toEqual([
      '2030-04-30 lapse.escalation', '2030-05-30 lapse.reminder', '2030-06-30 lapse.',
    ]);
    expect(plays.inadmissible.file.status).toBe('window_open');
    expect(plays.withdrawnAfterTheEnd.file.status).toBe('lapsed');
    expect(plays.inadmissibleAfterTheEnd.file.status).toBe('lapsed');
    expect(sent(plays.withdrawnAfterTheEnd)).toEqual(['award/1 renewalUnderAppraisal', 'award/1 renewalGivenUp']);
  });

  it('says how long the label remains only while it does', () => {
    expect(plays.refused.notices.at(-1)).toMatchObject({ template: 'renewal.not-renewed', facts: { endsOn: '2030-06-30' } });
    expect(run([submitted('2030-06-30'), decided('2030-09-01', 'refuse')]).notices.at(-1)?.facts).toEqual({});
    expect(plays.renewed.notices.at(-1)).toMatchObject({ template: 'renewal.renewed', facts: { startsOn: '2030-07-01', endsOn: '2030-06-30' } });
    expect(plays.decidedAfterTheEnd.notices.at(-1)?.facts).toEqual({ startsOn: '2030-07-01' });
  });

  it('opens at once for a label that ends within the window, and skips what is past', () => {
    expect(plays.shortLabel.file).toMatchObject({ status: 'window_open', data: { award: 'award/1', pole: 'p-1', endsOn: '2030-06-30' } });
    expect(plays.shortLabel.file.deadlines.filter((d) => !d.passed).map((d) => d.on)).toEqual(['2030-03-30', '2030-04-30', '2030-05-30', '2030-06-30']);
    expect(told(plays.shortLabel)).toEqual(['window-open']);
  });

  it('watches a label that came here in mid-life, without a word of what is past', () => {
    const imported = (on: string) => play(renewalProcedure, terms, [{ ...begin, on, facts: { ...begin.facts, asOf: on } }]);
    expect(imported('2028-02-01').file.deadlines.map((d) => [d.kind, d.on])).toEqual([['window', '2029-09-29']]);
    const late = imported('2030-02-15');
    expect(late.notices).toEqual([]);
    expect(late.file.deadlines.filter((d) => isArmed(d)).map((d) => d.on)).toEqual(['2030-03-30', '2030-04-30', '2030-05-30', '2030-06-30']);
    // The day itself is not past.
    expect(told(imported('2029-09-30'))).toEqual(['window-open']);
  });

  it('takes a file for a while after the end where the scheme restores, and none later', () => {
    const { restored, notRestored, withdrawnWhileRestored, inadmissibleWhileRestored } = plays;
    expect(told(restored)).toEqual(['window-open', 'reminder', 'reminder', 'escalation', 'reminder', 'restorable', 'restorable-officer', 'submitted', 'renewed']);
    expect(restored.file).toMatchObject({ status: 'renewed', data: { restorableUntil: '2030-12-30' } });
    expect(notRestored.file).toMatchObject({ status: 'lapsed', deadlines: [{ kind: 'late-arrival', passed: true }] });
    expect(notRestored.entries.slice(-3).map((e) => [e.type, e.on])).toEqual([['deadline-reminded', '2030-11-30'], ['lapsed', '2030-12-30'], ['lapse-settled', '2031-01-30']]);
    for (const play of [withdrawnWhileRestored, inadmissibleWhileRestored]) expect(play.file).toMatchObject({ status: 'restorable', data: { application: null } });
    expect(run([submitted('2030-12-30')], undefined, restoring).file.status).toBe('submitted');
    expect(run([submitted('2030-12-31')], undefined, restoring).verdicts.at(-1)).toMatchObject({ refused: { code: 'label-over' } });
  });

  it('given back on the last day for restoring the label may still be restored, on the next one no more', () => {
    const givenBack = (on: string) => [run([submitted('2030-10-01'), message('applicationWithdrawn', on)], undefined, restoring), run([submitted('2030-10-01'), inadmissible(on)], undefined, restoring)].map((p) => p.file.status);
    expect(givenBack('2030-12-30')).toEqual(['restorable', 'restorable']);
    expect(givenBack('2030-12-31')).toEqual(['lapsed', 'lapsed']);
  });

  it('follows the label’s end when a decision moves it, also after it', () => {
    const armed = (p: ReturnType<typeof run>) => p.file.deadlines.filter((d) => isArmed(d) && d.mark === '').map((d) => `${d.kind} ${d.on}`);
    expect(plays.extendedEarly.file).toMatchObject({ status: 'not_due', data: { endsOn: '2031-06-30' } });
    expect(armed(plays.extendedEarly)).toEqual(['window 2030-09-29']);
    expect(plays.extendedIntoTheWindow.file.status).toBe('window_open');
    expect(armed(plays.extendedIntoTheWindow)).toEqual(['lapse 2030-10-31']);
    expect(plays.extendedAfterTheEnd.file).toMatchObject({ status: 'lapsed', data: { endsOn: '2030-12-31', award: 'award/1' } });
    expect(plays.extendedAfterTheEnd.entries.filter((e) => e.type === 'window-opened').map((e) => e.on)).toEqual(['2029-09-29', '2030-07-20']);
    expect(plays.extendedUnderAppraisal.file).toMatchObject({ status: 'submitted', data: { endsOn: '2031-06-30' } });
    // Long before the new window, a lapsed label waits again.
    expect(run([extended('2030-07-20', '2033-06-30')]).file).toMatchObject({ status: 'not_due' });
  });

  it('is over when the label ends before its day, and a suspension changes nothing', () => {
    expect(plays.ended.file).toMatchObject({ status: 'moot', deadlines: [], data: { mootBy: 'renounced' } });
    expect(plays.ended.notices).toEqual([]);
    expect(plays.endedUnderAppraisal.notices.at(-1)).toMatchObject({ template: 'renewal.moot-officer', facts: { endedOn: '2030-03-10' } });
    expect(plays.suspended.file).toMatchObject({ status: 'not_due' });
    expect(plays.suspended.file.deadlines.map((d) => d.kind)).toEqual(['window']);
  });

  it('by call, asks only while a call is open, and else tells secretariat and authority', () => {
    const { notices } = run([], '2030-07-01', byCall);
    const opening = notices.slice(0, 4).map((n) => [n.template.replace('renewal.', ''), n.condition]);
    expect(opening).toEqual([['window-open', 'call-open'], ['no-open-call', 'no-call-open'], ['no-open-call-alert', 'no-call-open'], ['no-open-call-alert', 'no-call-open']]);
    const asking = notices.filter((n) => ['renewal.window-open', 'renewal.reminder', 'renewal.escalation'].includes(n.template));
    expect(asking.map((n) => n.condition)).toEqual(Array(5).fill('call-open'));
    const atOnce = notices.filter((n) => n.condition !== 'call-open');
    expect(atOnce.filter((n) => n.template === 'renewal.no-open-call-alert')).toHaveLength(10);
    // The same keys for every label of the scheme that ends on that day: one mail, which counts them.
    expect(atOnce.filter((n) => n.tally).map((n) => n.key).every((one) => !one.includes('00000000'))).toBe(true);
  });

  it('is ended by the file that it holds, and by no other', () => {
    const other = { application: 'application/3' };
    const { file, verdicts } = run([submitted('2030-02-01'), message('applicationSubmitted', '2030-02-02', other), message('applicationWithdrawn', '2030-04-15', other)], '2030-08-15');
    expect(verdicts.slice(2)).toEqual([{ refused: { code: 'not-now', params: { act: 'applicationSubmitted', status: 'submitted' } } }, { refused: { code: 'not-this-file' } }]);
    expect(file).toMatchObject({ status: 'submitted', data: { application: 'application/2' } });
  });

  it('never refuses the clock, tells nothing twice, ends or waits for a decision, and folds back to itself', () => {
    const act = fc.record({
      name: fc.constantFrom('applicationSubmitted', 'applicationDecided', 'applicationReopened', 'applicationWithdrawn', 'labelExtended', 'labelSuspended', 'labelReinstated', 'labelEnded', 'begin', 'moveDeadline'),
      by: fc.constantFrom('procedure' as const, 'secretariat' as const),
      outcome: fc.constantFrom('award', 'refuse'),
      cause: fc.constantFrom('grid', 'inadmissible'),
      wait: fc.integer({ min: 0, max: 300 }),
      file: fc.integer({ min: 2, max: 3 }),
    });
    fc.assert(fc.property(fc.array(act, { maxLength: 12 }), fc.constantFrom(terms, byCall, restoring), (acts, t) => {
      const player = new Player(renewalProcedure, t);
      player.take(begin);
      let day = '2028-06-01';
      for (const { name, by, outcome, cause, wait, file } of acts) {
        day = addDays(day, wait);
        player.passTimeUntil(`${day}T11:00:00.000Z`);
        const before = player.file;
        const verdict = player.take({ name, by, on: day, facts: { outcome, cause, application: `application/${file}`, kind: 'window', to: addDays(day, 40), endsOn: addDays(day, wait) } });
        if (isRefusal(verdict)) expect(player.file).toBe(before);
      }
      player.passTimeUntil('2100-01-01T00:00:00.000Z');
      expect(['submitted', 'renewed', 'not_renewed', 'lapsed', 'moot']).toContain(player.file.status);
      expect(new Set(player.messages.map((m) => m.key)).size).toBe(player.messages.length);
      expect(new Set(player.notices.map((n) => n.key)).size).toBe(player.notices.length);
      expect(fold(renewalProcedure, player.file.subject, player.entries)).toEqual(player.file);
    }));
  });
});
