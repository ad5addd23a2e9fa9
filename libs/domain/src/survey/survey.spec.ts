import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/civil-date.js';
import { isRefusal } from '../procedure/decision.js';
import { fold } from '../procedure/fold.js';
import { faultsOf, play, Player, type PlayedAct, rowsNeverTaken } from '../procedure/testing.js';
import type { SurveyTerms } from '../scheme/terms.js';
import { surveyProcedure } from './survey.procedure.js';

const terms: SurveyTerms = { runBy: ['secretariat', 'centre'], waves: ['P0D', 'P14D', 'P28D'], open: 'P42D', minimumAnswers: 5, reminders: ['-P30D', '-P7D'], limit: 'P2M', keepNames: 'P1Y' };
const key = '00000000-0000-4000-8000-00000000000a';
const subject = `survey/${key}/2`;
const begin: PlayedAct = { name: 'begin', by: 'procedure', on: '2028-05-01', facts: { award: `award/${key}`, call: 'call/1', pole: 'p-1', n: 2, to: '2029-04-30', from: `monitoring/${key}` } };
const launch: PlayedAct = { name: 'launch', by: 'applicant', on: '2029-04-02', facts: { firms: 12 } };
const own: PlayedAct = { name: 'declareOwn', by: 'applicant', on: '2029-04-02', content: true, facts: { sent: 30, answered: 12, score: 430, outOf: 5 } };
const ended: PlayedAct = { name: 'labelEnded', by: 'procedure', on: '2029-04-20', facts: { cause: 'withdrawn', on: '2029-04-18' } };

const run = (acts: readonly PlayedAct[], until?: string, other = terms) => play(surveyProcedure, other, acts, { subject, ...(until ? { until } : {}) });
const told = (played: ReturnType<typeof run>) => played.notices.map((n) => n.template.replace('survey.', ''));
const said = (played: ReturnType<typeof run>) => played.entries.map((e) => `${e.type} ${e.on}`);

const plays = {
  central: run([begin, launch], '2031-01-01'),
  own: run([begin, own], '2031-01-01'),
  none: run([begin], '2031-01-01'),
  closedEarly: run([begin, launch, ended], '2031-01-01'),
  calledOff: run([begin, ended], '2031-01-01'),
  // A wave whose morning is over when it is moved to today goes at the day's end.
  late: (() => {
    const player = new Player(surveyProcedure, terms, { subject });
    for (const act of [begin, launch]) player.take(act);
    player.file = { ...player.file, deadlines: player.file.deadlines.filter((d) => d.mark !== 'send') };
    player.passTimeUntil('2029-04-17T00:00:00.000Z');
    return player;
  })(),
};

describe('a survey of the firms served', () => {
  it('holds together: every moment has its row, every row its rule', () => {
    expect(faultsOf(surveyProcedure, ['next-wave.send'])).toEqual([]);
    expect(rowsNeverTaken(surveyProcedure, Object.values(plays))).toEqual([]);
  });

  it('begins with its period, hangs on its monitoring, and is to be launched before the period ends', () => {
    const { file, notices } = run([begin]);
    expect(file).toMatchObject({ status: 'listing', data: { award: `award/${key}`, monitoring: `monitoring/${key}`, pole: 'p-1', n: 2, periodEnds: '2029-04-30', runBy: null } });
    expect(file.deadlines.map((d) => `${d.kind} ${d.mark} ${d.on}`)).toEqual(['launch-due reminder 2029-03-31', 'launch-due reminder 2029-04-23', 'launch-due  2029-04-30']);
    expect(notices).toMatchObject([{ template: 'survey.begun', audience: { pole: 'p-1' }, dates: { dueOn: 'launch-due' } }]);
    expect(surveyProcedure.links(file.data)).toEqual({ call: 'call/1', pole: 'p-1', parent: `monitoring/${key}` });
  });

  it('still gives a month when its period is over before it begins', () => {
    const { file, notices } = run([{ ...begin, on: '2030-01-10' }]);
    expect(file.deadlines.map((d) => `${d.kind} ${d.mark} ${d.on}`)).toEqual(['launch-due reminder 2030-01-12', 'launch-due reminder 2030-02-04', 'launch-due  2030-02-11']);
    expect(notices).toHaveLength(1);
  });

  it('asks three times, on the mornings that the scheme says, and closes after six weeks', () => {
    expect(said(plays.central)).toEqual([
      'survey-begun 2028-05-01', 'deadline-reminded 2029-03-31', 'survey-launched 2029-04-02', 'wave-sent 2029-04-16', 'wave-sent 2029-04-30', 'survey-closed 2029-05-14', 'names-erased 2030-05-14',
    ]);
    expect(plays.central.entries[3]?.at).toBe('2029-04-16T06:00:00.000Z');
    const asked = plays.central.notices.filter((n) => 'firmsOf' in n.audience);
    expect(asked.map((n) => `${n.template} ${n.key}`)).toEqual([`survey.invitation ${subject}/wave/1`, `survey.reminder ${subject}/wave/2`, `survey.reminder ${subject}/wave/3`]);
    for (const notice of asked) expect(notice).toMatchObject({ audience: { firmsOf: subject }, whileStatus: ['open'] });
    expect(plays.central.file).toMatchObject({ status: 'closed', data: { runBy: 'secretariat', waves: 3, launchedOn: '2029-04-02', closedOn: '2029-05-14', namesErasedOn: '2030-05-14' } });
  });

  it('counts while it is recorded, and tells its monitoring what was counted', () => {
    expect(plays.central.verdicts[1]).toMatchObject({ entries: [{ type: 'survey-launched', tally: 'survey' }] });
    expect(plays.central.messages).toEqual([{ to: `monitoring/${key}`, act: 'surveyClosed', key: 'closed', facts: { survey: subject, n: 2, runBy: 'secretariat' }, tallied: true }]);
  });

  it('may be the centre’s own instead, and says so', () => {
    expect(plays.own.file).toMatchObject({ status: 'own_declared', deadlines: [], data: { runBy: 'centre', figures: null, own: { sent: 30, answered: 12, score: 430, outOf: 5 } } });
    expect(plays.own.messages).toMatchObject([{ act: 'surveyClosed', facts: { n: 2, runBy: 'centre', sent: 30, answered: 12, mean: 430, outOf: 5 } }]);
    expect(told(plays.own)).toEqual(['begun', 'launch-reminder', 'own-declared']);
  });

  it('is not held when nobody launches it: reminders, a last limit, then the report says so', () => {
    expect(said(plays.none).slice(-2)).toEqual(['launch-overdue 2029-04-30', 'survey-not-held 2029-07-02']);
    expect(plays.none.messages).toMatchObject([{ facts: { runBy: 'none', sent: 0, answered: 0 } }]);
    expect(told(plays.none)).toEqual(['begun', 'launch-reminder', 'launch-reminder', 'launch-overdue', 'launch-overdue', 'not-held', 'not-held']);
  });

  it('ends with its label: what was answered counts, nobody is asked again, and a list is not kept for nothing', () => {
    expect(said(plays.closedEarly)).toEqual(['survey-begun 2028-05-01', 'deadline-reminded 2029-03-31', 'survey-launched 2029-04-02', 'wave-sent 2029-04-16', 'survey-closed 2029-04-20', 'names-erased 2030-04-20']);
    expect(plays.closedEarly.messages).toMatchObject([{ act: 'surveyClosed', facts: { runBy: 'secretariat' }, tallied: true }]);
    expect(plays.closedEarly.notices.slice(-2)).toMatchObject([{ template: 'survey.closed', facts: { endedOn: '2029-04-18' } }, { template: 'survey.closed' }]);
    expect(plays.calledOff.file).toMatchObject({ status: 'not_held', deadlines: [], data: { runBy: 'none', closedOn: '2029-04-20' } });
    expect(plays.calledOff.messages).toMatchObject([{ act: 'surveyClosed', facts: { runBy: 'none', sent: 0, answered: 0 } }]);
    expect(told(plays.calledOff)).toEqual(['begun', 'launch-reminder', 'called-off', 'called-off']);
    expect(run([begin, own, ended]).verdicts.at(-1)).toMatchObject({ refused: { code: 'not-now' } });
  });

  it.each<[string, PlayedAct[], Partial<SurveyTerms>?]>([
    ['no-firms-listed', [begin, { ...launch, facts: { firms: 0 } }]],
    ['too-few-firms', [begin, { ...launch, facts: { firms: 4 } }]],
    ['not-central', [begin, launch], { runBy: ['centre'] }],
    ['own-survey-not-allowed', [begin, own], { runBy: ['secretariat'] }],
    ['questions-missing', [begin, { name: 'declareOwn', by: 'applicant', on: '2029-04-02', facts: own.facts ?? {} }]],
    ['own-figures-wrong', [begin, { ...own, facts: { sent: 30, answered: 31 } }]],
    ['own-figures-wrong', [begin, { ...own, facts: { sent: 30, answered: 12, score: 501, outOf: 5 } }]],
    ['own-figures-wrong', [begin, { ...own, facts: { sent: 30, answered: 12, score: 400 } }]],
    ['own-figures-wrong', [begin, { ...own, facts: { sent: 30, answered: 0, score: 400, outOf: 5 } }]],
    ['not-now', [begin, launch, own]],
    ['not-now', [begin, own, launch]],
    ['not-yours', [begin, { ...own, by: 'secretariat' }]],
  ])('refuses: %s', (code, acts, change = {}) => expect(run(acts, undefined, { ...terms, ...change }).verdicts.at(-1)).toMatchObject({ refused: { code } }));

  it('is what its journal says, whatever comes; the clock is never refused and nothing is said twice', () => {
    const acts = [begin, launch, own, ended, { name: 'moveDeadline', by: 'secretariat' as const, facts: { kind: 'close-due', to: '2029-07-01' } }, { name: 'moveDeadline', by: 'secretariat' as const, facts: { kind: 'next-wave', to: '2029-06-01' } }];
    fc.assert(fc.property(fc.array(fc.record({ act: fc.constantFrom(...acts), days: fc.integer({ min: 0, max: 60 }) }), { maxLength: 10 }), (story) => {
      const player = new Player(surveyProcedure, terms, { subject });
      let on = '2029-01-15';
      for (const { act, days } of story) {
        on = addDays(on, days);
        player.passTimeUntil(`${on}T11:00:00.000Z`);
        const before = player.file;
        if (isRefusal(player.take({ ...act, on }))) expect(player.file).toBe(before);
      }
      player.passTimeUntil('2035-01-01T00:00:00.000Z');
      expect(fold(surveyProcedure, subject, player.entries)).toEqual(player.file);
      for (const keys of [player.notices.map((n) => n.key), player.messages.map((m) => m.key)]) expect(new Set(keys).size).toBe(keys.length);
      if (player.file.seq > 0) expect(surveyProcedure.ended).toContain(player.file.status);
    }), { numRuns: 150 });
  });
});
