import { describe, expect, it } from '@jest/globals';
import type { Act } from '../procedure/act.js';
import { decide } from '../procedure/decide.js';
import { play, type PlayedAct } from '../procedure/testing.js';
import { offAgenda, onAgenda, putOff, sessionProposes, toReserve } from './agenda.factory.js';
import {
  admit, both, close, notification, proposeAward, proposeConditional, proposeRefusal, request, signAward, signConditional, signRefusal, staff, submit, terms, withdraw,
} from './application.factory.js';
import { applicationProcedure } from './application.procedure.js';
import { applicationStatuses } from './application.status.js';

const before = [submit, admit, staff, ...both];
const run = (acts: readonly PlayedAct[], by = terms) => play(applicationProcedure, by, [...before, ...acts]);
const elsewhere = (act: PlayedAct): PlayedAct => ({ ...act, facts: { ...act.facts, session: 'session/2' } });

describe('a file and the session that takes it up', () => {
  it('is on one agenda at a time, and follows its session to another day', () => {
    expect(run([onAgenda]).file).toMatchObject({ status: 'in_committee', data: { agenda: { session: 'session/1', on: '2027-04-12' } } });
    const contested = run([onAgenda, elsewhere(onAgenda)]);
    expect(contested.file.data.agenda?.session).toBe('session/1');
    expect(contested.messages.at(-1)).toMatchObject({ to: 'session/2', act: 'fileClosed' });
    expect(run([onAgenda, { ...onAgenda, facts: { session: 'session/1', on: '2027-04-20' } }]).file.data.agenda?.on).toBe('2027-04-20');
    expect(run([onAgenda, offAgenda]).file.data.agenda).toBeNull();
    expect(run([onAgenda, elsewhere(offAgenda)]).verdicts.at(-1)).toMatchObject({ refused: { code: 'not-on-agenda' } });
  });

  it('is proposed on by its session alone, with the words of the vote', () => {
    expect(run([onAgenda, proposeAward]).verdicts.at(-1)).toMatchObject({ refused: { code: 'on-agenda' } });
    expect(run([sessionProposes]).verdicts.at(-1)).toMatchObject({ refused: { code: 'not-on-agenda' } });
    const proposed = run([onAgenda, sessionProposes]);
    expect(proposed.file).toMatchObject({ status: 'decision_proposed', data: { agenda: null, proposed: 'award' } });
    expect(proposed.entries.at(-1)).toMatchObject({ facts: { votes: { for: 3 } }, content: { id: 'words' } });
  });

  it('may be put off, or wait on the reserve list', () => {
    expect(run([onAgenda, putOff]).file).toMatchObject({ status: 'in_committee', data: { agenda: null } });
    expect(run([onAgenda, toReserve]).file).toMatchObject({ status: 'on_reserve', data: { agenda: null, reserveRank: 1 } });
    expect(run([onAgenda, toReserve, proposeAward]).file).toMatchObject({ status: 'decision_proposed', data: { reserveRank: null } });
  });

  it('needs a session where the scheme says so', () => {
    expect(run([proposeAward], { ...terms, withoutSession: false }).verdicts.at(-1)).toMatchObject({ refused: { code: 'session-needed' } });
  });

  it('answers each session that it is not its own, as often as it asks', () => {
    const asked = (n: number): Act => ({ name: 'onAgenda', by: 'procedure', on: '2027-04-06', at: '2027-04-06T09:00:00.000Z', source: { message: String(n) }, facts: { session: 'session/2', on: '2027-04-12' } });
    const { file } = run([onAgenda]);
    const answers = [1, 2, 1].map((n) => decide(applicationProcedure, file, asked(n), terms));
    expect(answers[0]).toMatchObject({ entries: [], messages: [{ to: 'session/2', act: 'fileClosed', facts: { from: file.subject } }] });
    const [first, second, again] = answers.map((one) => ('messages' in one ? one.messages?.[0]?.key : undefined));
    expect(first).toBe(again);
    expect(first).not.toBe(second);
  });

  it('tells the session, too, that comes too late or too soon: withdrawn, closed, reopened, proposed on in writing, decided', () => {
    const elsewhere: readonly (readonly PlayedAct[])[] = [
      [...before, withdraw], [...before, close], [...before, proposeAward], [...before, proposeAward, signAward, notification], [...before, proposeConditional, signConditional, notification],
      [...before, proposeRefusal, signRefusal, notification], [...before, onAgenda, toReserve], [submit], [submit, request], [submit, admit], [submit, admit, staff],
    ];
    const statuses = elsewhere.map((acts) => {
      const { file, messages, verdicts, entries } = play(applicationProcedure, terms, [...acts, { ...onAgenda, on: '2027-07-01' }], {});
      expect([file.status, verdicts.at(-1)]).toMatchObject([file.status, { entries: [] }]);
      expect([file.status, messages.at(-1)]).toMatchObject([file.status, { to: 'session/1', act: 'fileClosed', facts: { from: file.subject } }]);
      expect(entries.at(-1)?.type === 'put-on-agenda').toBe(false);
      expect(file.data.agenda).toBeNull();
      return file.status;
    });
    expect(new Set(statuses).size).toBeGreaterThan(8);
    const rows = applicationProcedure.transitions.filter(({ act }) => act === 'onAgenda').flatMap(({ from }) => from);
    expect([...rows].sort()).toEqual(applicationStatuses.filter((status) => status !== 'draft').sort());
  });

  it('drops out of the agenda when it is withdrawn', () => {
    expect(run([onAgenda, withdraw]).messages.at(-1)).toMatchObject({ to: 'session/1', act: 'fileClosed' });
  });
});
