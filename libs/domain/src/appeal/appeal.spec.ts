import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/civil-date.js';
import { isArmed } from '../procedure/deadline.js';
import { isRefusal } from '../procedure/decision.js';
import { fold } from '../procedure/fold.js';
import { faultsOf, play, Player, rowsNeverTaken, type PlayedAct } from '../procedure/testing.js';
import type { Terms } from '../scheme/terms.js';
import { appealProcedure } from './appeal.procedure.js';

const terms: Terms['appeal'] = { silence: 'P2M', silenceWarning: '-P15D', court: 'P2M' };
const subject = 'appeal/00000000-0000-4000-8000-00000000000a/1';
const application = 'application/00000000-0000-4000-8000-00000000000a';
// Refused on 20 April 2027: two months and a day are 21 June, a Monday.
const lodge: PlayedAct = {
  name: 'lodge', by: 'applicant', on: '2027-06-21', content: true,
  facts: { application, call: 'call/1', pole: 'p-1', n: 1, against: 'refusal', limitOn: '2027-06-21', reopenedBefore: false },
};
const review: PlayedAct = { name: 'review', by: 'secretariat', on: '2027-06-25', facts: { reviewer: 'rose', firstDeciders: ['karim'] } };
const decided = (outcome: string, facts: PlayedAct['facts'] = {}): PlayedAct => ({ name: 'decide', by: 'authority', on: '2027-07-12', content: true, facts: { outcome, firstDeciders: ['karim'], ...facts } });
const withdraw: PlayedAct = { name: 'withdraw', by: 'applicant', on: '2027-07-01' };
const supersede = (cause: string): PlayedAct => ({ name: 'supersede', by: 'procedure', on: '2027-07-01', facts: { cause } });
const run = (acts: readonly PlayedAct[], until?: string) => play(appealProcedure, terms, acts, { subject, ...(until ? { until } : {}) });
const told = (played: ReturnType<typeof run>) => played.notices.map((n) => n.template.replace('appeal.', ''));
const refusal = (acts: readonly PlayedAct[]) => run(acts).verdicts.at(-1);

const plays = {
  upheld: run([lodge, review, decided('upheld')]),
  dismissed: run([lodge, review, decided('dismissed')], '2027-10-01'),
  silent: run([lodge, review], '2027-12-01'),
  reassigned: run([lodge, review, { ...review, on: '2027-06-28', facts: { reviewer: 'sam' } }]),
  withdrawn: run([lodge, withdraw], '2027-12-01'),
  superseded: run([lodge, supersede('express-decision')], '2027-12-01'),
};

describe('an appeal', () => {
  it('holds together: every moment has its row, every row its rule', () => {
    expect(faultsOf(appealProcedure)).toEqual([]);
    expect(rowsNeverTaken(appealProcedure, Object.values(plays))).toEqual([]);
  });

  it('is acknowledged with the date of the implied dismissal, and its application hears of it', () => {
    const { file, notices, messages } = run([lodge]);
    expect(file).toMatchObject({ status: 'lodged', data: { application, pole: 'p-1', n: 1, against: 'refusal', lodgedOn: '2027-06-21' } });
    expect(file.deadlines.map((d) => `${d.kind} ${d.mark} ${d.on}`)).toEqual(['appeal-due reminder 2027-08-06', 'appeal-due  2027-08-21']);
    expect(notices).toMatchObject([
      { template: 'appeal.acknowledgement', audience: { pole: 'p-1', significant: true }, facts: { receivedOn: '2027-06-21' }, dates: { dismissedOn: 'appeal-due' } },
      { template: 'appeal.to-review', audience: { officerOf: subject } },
    ]);
    expect(messages).toEqual([{ to: application, act: 'appealLodged', key: 'lodged', facts: { from: subject, appeal: subject, against: 'refusal', lodgedOn: '2027-06-21', dueOn: '2027-08-21' } }]);
    expect(appealProcedure.links(file.data)).toEqual({ call: 'call/1', pole: 'p-1', parent: application });
  });

  it.each([
    ['the last second of the last day', { ...lodge, at: '2027-06-21T21:59:59.000Z' }, 'lodged'],
    ['a second later', { ...lodge, on: '2027-06-22', at: '2027-06-21T22:00:00.000Z' }, 'new'],
    ['posted on the last day, entered a week later', { ...lodge, at: '2027-06-28T09:00:00.000Z', facts: { ...lodge.facts, enteredOn: '2027-06-28' } }, 'lodged'],
    ['while reasons are awaited, no time runs', { ...lodge, on: '2028-01-01', facts: { ...lodge.facts, against: 'implied-rejection', limitOn: null } }, 'lodged'],
  ])('%s', (_when, act, status) => {
    const { file, verdicts } = run([act]);
    expect(file.status).toBe(status);
    if (status === 'new') expect(verdicts).toEqual([{ refused: { code: 'appeal-late', params: { on: '2027-06-21' } } }]);
  });

  it('counts silence from the day it came, not from the postmark', () => {
    const posted = run([{ ...lodge, at: '2027-06-28T09:00:00.000Z', facts: { ...lodge.facts, enteredOn: '2027-06-28' } }]);
    expect(posted.file.data.lodgedOn).toBe('2027-06-21');
    expect(posted.file.deadlines.find((d) => d.kind === 'appeal-due' && d.mark === '')?.on).toBe('2027-08-28');
  });

  it('tells its pole of an attempt that came too late', () => {
    const notices = appealProcedure.refusals?.['appeal-late']?.(subject, { id: 'c-1', facts: lodge.facts ?? {}, on: '2027-06-22', params: { on: '2027-06-21' } });
    expect(notices).toMatchObject([{ template: 'appeal.late', key: `${subject}/late/c-1`, audience: { pole: 'p-1', significant: true }, facts: { receivedOn: '2027-06-22', limitOn: '2027-06-21' } }]);
  });

  it('is upheld by others than those who decided first, and the application hears it', () => {
    expect(plays.upheld.file.status).toBe('upheld');
    expect(plays.upheld.file.deadlines).toEqual([]);
    expect(plays.upheld.messages.at(-1)).toEqual({ to: application, act: 'appealSettled', key: 'settled', facts: { from: subject, appeal: subject, outcome: 'upheld' } });
    expect(told(plays.upheld)).toEqual(['acknowledgement', 'to-review', 'to-examine', 'to-decide', 'upheld']);
    // The names of the first deciders are not repeated in the journal.
    expect(plays.upheld.entries.map((e) => e.facts).slice(1)).toEqual([{ reviewer: 'rose', firstDeciders: ['karim'] }, {}]);
    expect(plays.upheld.notices.find((n) => n.template === 'appeal.to-decide')?.audience).toEqual({ role: 'authority', except: ['karim', 'rose'] });
  });

  it('is dismissed with the last day to go to court', () => {
    // 12 September and a day: Monday 13.
    expect(plays.dismissed.entries.slice(-2).map((e) => `${e.type} ${e.on}`)).toEqual(['dismissed 2027-07-12', 'court-time-over 2027-09-13']);
    expect(plays.dismissed.notices.at(-1)).toMatchObject({ template: 'appeal.dismissed', dates: { courtUntil: 'court-limit' } });
  });

  it('is dismissed by two months of silence, of which the authority was reminded', () => {
    // 21 August is a Saturday: silence does not roll; the time for the court does: 21 October and a day, Friday.
    expect(plays.silent.entries.slice(-3).map((e) => `${e.type} ${e.on}`)).toEqual(['deadline-reminded 2027-08-06', 'impliedly-dismissed 2027-08-21', 'court-time-over 2027-10-22']);
    expect(told(plays.silent).slice(-4)).toEqual(['due', 'due', 'impliedly-dismissed', 'impliedly-dismissed-officer']);
    expect(plays.silent.messages.at(-1)?.facts['outcome']).toBe('impliedly-dismissed');
  });

  it('ends when it is withdrawn or has lost its object, and nothing comes after', () => {
    for (const one of [plays.withdrawn, plays.superseded]) {
      expect(one.file.status).toBe('cancelled');
      expect(one.file.deadlines.filter(isArmed)).toEqual([]);
      expect(one.messages.at(-1)?.facts['outcome']).toBe('cancelled');
    }
    expect(told(plays.superseded).slice(-2)).toEqual(['superseded', 'superseded']);
    expect(told(run([lodge, supersede('application-ended')])).slice(-1)).toEqual(['superseded']);
  });

  it.each<[string, PlayedAct[]]>([
    ['grounds-missing', [{ name: 'lodge', by: 'applicant', on: '2027-06-21', facts: lodge.facts ?? {} }]],
    ['same-decider', [lodge, { ...review, facts: { reviewer: 'karim', firstDeciders: ['karim'] } }]],
    ['same-decider', [lodge, review, decided('dismissed', { firstDeciders: ['karim', 'authority'] })]],
    ['same-decider', [lodge, review, decided('upheld', { sameSignatory: true })]],
    ['outcome-unknown', [lodge, review, decided('award')]],
    ['reasons-missing', [lodge, review, { name: 'decide', by: 'authority', on: '2027-07-12', facts: { outcome: 'dismissed', firstDeciders: [] } }]],
    ['already-reopened', [{ ...lodge, facts: { ...lodge.facts, reopenedBefore: true } }, review, decided('upheld')]],
    ['not-now', [lodge, decided('upheld')]],
    ['not-now', [lodge, review, decided('upheld'), withdraw]],
    ['not-yours', [lodge, { ...decided('upheld'), by: 'secretariat' }]],
  ])('refuses: %s', (code, acts) => expect(refusal(acts)).toMatchObject({ refused: { code } }));

  it('is what its journal says, whatever comes; the clock is never refused and nothing is said twice', () => {
    const acts = [lodge, review, decided('upheld'), decided('dismissed'), withdraw, supersede('express-decision')];
    const story = fc.array(fc.record({ act: fc.constantFrom(...acts), days: fc.integer({ min: 0, max: 40 }) }), { maxLength: 12 });
    fc.assert(fc.property(story, (told) => {
      const player = new Player(appealProcedure, terms, { subject });
      let day = 0;
      for (const { act, days } of told) {
        const on = addDays('2027-06-01', (day += days));
        player.passTimeUntil(`${on}T11:00:00.000Z`);
        const before = player.file;
        if (isRefusal(player.take({ ...act, on }))) expect(player.file).toBe(before);
      }
      player.passTimeUntil('2030-01-01T00:00:00.000Z');
      expect(fold(appealProcedure, subject, player.entries)).toEqual(player.file);
      for (const keys of [player.notices.map((n) => n.key), player.messages.map((m) => m.key)]) expect(new Set(keys).size).toBe(keys.length);
    }), { numRuns: 150 });
  });
});
