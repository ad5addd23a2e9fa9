import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/civil-date.js';
import { fold } from '../procedure/fold.js';
import { faultsOf, play, Player, rowsNeverTaken, type PlayedAct } from '../procedure/testing.js';
import { callProcedure } from './call.procedure.js';

const terms = { draftReminders: ['-P7D', '-P1D'] };
const create: PlayedAct = {
  name: 'create', by: 'secretariat', on: '2027-01-04',
  facts: { scheme: 'pole-innovation', version: 1, opensOn: '2027-02-01', closesOn: '2027-03-31', officer: 'o', deputy: 'd' },
};
const openNow: PlayedAct = { ...create, facts: { ...create.facts, opensOn: '2027-01-04' } };
const embargo: PlayedAct = { name: 'setEmbargo', by: 'secretariat', on: '2027-04-02', facts: { on: '2027-05-10' } };
const today: PlayedAct = { name: 'moveDeadline', by: 'authority', on: '2027-04-20', at: '2027-04-20T10:00:00.000Z', facts: { kind: 'publication', to: '2027-04-20' } };
const publish: PlayedAct = { name: 'publish', by: 'authority', on: '2027-04-02' };

describe('a call', () => {
  it('opens as its opening day begins and closes when its last day is over', () => {
    const { file, entries } = play(callProcedure, terms, [create, publish]);
    expect(file.status).toBe('published');
    expect(entries.filter((e) => e.type !== 'deadline-reminded').map((e) => [e.type, e.on])).toEqual([
      ['created', '2027-01-04'], ['opened', '2027-01-31'], ['closed', '2027-03-31'], ['published', '2027-04-02'],
    ]);
  });

  it('wakes at midnight in Paris, on both sides of the clock change', () => {
    const player = new Player(callProcedure, terms);
    player.take(create);
    expect(player.file.deadlines.filter((d) => d.mark === '').map((d) => [d.kind, d.firesAt])).toEqual([
      ['opening', '2027-01-31T23:00:00.000Z'], ['closing', '2027-03-31T22:00:00.000Z'],
    ]);
  });

  it('reminds the drafts 7 and 1 days before', () => {
    const { notices } = play(callProcedure, terms, [create], { until: '2027-04-01' });
    expect(notices.map((n) => [n.template, n.key.split('/').slice(2).join('/')])).toEqual([
      ['call.draft-reminder', 'closing/reminder/-P7D/2027-03-31'], ['call.draft-reminder', 'closing/reminder/-P1D/2027-03-31'],
    ]);
  });

  it('opens at once when its day has come', () => {
    expect(play(callProcedure, terms, [openNow]).file.status).toBe('open');
  });

  it('moves its closing, and reminds again', () => {
    const move: PlayedAct = { name: 'moveDeadline', by: 'secretariat', on: '2027-03-25', facts: { kind: 'closing', to: '2027-04-15' }, content: true };
    const { file, notices } = play(callProcedure, terms, [create, move], { until: '2027-04-14' });
    expect(file.data.closesOn).toBe('2027-04-15');
    expect(file.status).toBe('open');
    expect(notices.map((n) => n.key.split('/').at(-1))).toEqual(['2027-03-31', '0', '2027-04-15', '2027-04-15']);
  });

  it.each([
    ['dates-reversed', { opensOn: '2027-04-01' }],
    ['date-in-the-past', { opensOn: '2026-11-01', closesOn: '2026-12-31' }],
  ])('refuses %s', (code, facts) => {
    const { verdicts, entries } = play(callProcedure, terms, [{ ...create, facts: { ...create.facts, ...facts } }]);
    expect(verdicts[0]).toMatchObject({ refused: { code } });
    expect(entries).toEqual([]);
  });

  it('publishes its results in the morning of the day that was set, and releases what is signed', () => {
    const { file, entries, verdicts } = play(callProcedure, terms, [create, embargo], { until: '2027-12-31' });
    expect(file).toMatchObject({ status: 'published', deadlines: [], data: { embargoUntil: '2027-05-10', publishedOn: '2027-05-10' } });
    expect(entries.at(-1)).toMatchObject({ type: 'published', at: '2027-05-10T06:00:00.000Z' });
    expect(verdicts.at(-1)).toMatchObject({ notices: [{ template: 'call.embargo-set' }] });
    // Moved to the day itself, whose morning has passed: at its end.
    const moved = play(callProcedure, terms, [create, embargo, today], { until: '2027-12-31' });
    expect([moved.file.data.publishedOn, moved.entries.at(-1)?.act]).toEqual(['2027-04-20', 'publication']);
  });

  it('releases nothing that nothing held back', () => {
    expect(play(callProcedure, terms, [create, publish]).verdicts.at(-1)).not.toHaveProperty('releases');
    expect(play(callProcedure, terms, [create, embargo, { ...publish, on: '2027-04-03' }]).verdicts.at(-1)).toMatchObject({ releases: true });
  });

  it.each<[string, PlayedAct[]]>([['not-now', []], ['date-in-the-past', [{ ...embargo, facts: { on: '2027-04-02' } }]], ['embargo-set', [embargo, embargo]]])('refuses an embargo: %s', (code, acts) => {
    const last = acts.length > 0 ? acts : [{ ...embargo, on: '2027-03-01' }];
    expect(play(callProcedure, terms, [create, ...last]).verdicts.at(-1)).toMatchObject({ refused: { code } });
  });

  it('is created once', () => {
    expect(play(callProcedure, terms, [create, create]).verdicts[1]).toMatchObject({ refused: { code: 'already-created' } });
  });

  it('has a table that holds together, every row of which is taken', () => {
    expect(faultsOf(callProcedure)).toEqual([]);
    const granted: PlayedAct = { name: 'grantExtension', by: 'authority', on: '2027-03-20', facts: { pole: 'a', to: '2027-04-15' }, content: true };
    const reopened: PlayedAct = { name: 'reopenCall', by: 'authority', on: '2027-04-20', facts: { closesOn: '2027-05-01' }, content: true };
    expect(rowsNeverTaken(callProcedure, [
      play(callProcedure, terms, [create, granted, reopened]),
      play(callProcedure, terms, [create, publish]), play(callProcedure, terms, [openNow]), play(callProcedure, terms, [create, embargo], { until: '2027-12-31' }), play(callProcedure, terms, [create, embargo, today], { until: '2027-12-31' }),
    ])).toEqual([]);
  });

  it('stands as its journal says, whatever is asked of it', () => {
    const day = fc.integer({ min: 0, max: 120 }).map((n) => addDays('2027-01-01', n));
    const act = fc.record({ name: fc.constantFrom('create', 'publish', 'moveDeadline'), by: fc.constantFrom('secretariat' as const, 'applicant' as const), on: day, opensOn: day, closesOn: day });
    fc.assert(fc.property(fc.array(act, { maxLength: 8 }), (acts) => {
      const ordered = acts.sort((a, b) => (a.on < b.on ? -1 : 1)).map(({ opensOn, closesOn, ...a }) => ({ ...a, facts: { ...create.facts, opensOn, closesOn, kind: 'closing', to: closesOn } }));
      const { file, entries } = play(callProcedure, terms, ordered, { until: '2027-12-31' });
      expect(fold(callProcedure, file.subject, entries)).toEqual(file);
    }));
  });
});
