import { describe, expect, it } from '@jest/globals';
import { play, type PlayedAct } from '../procedure/testing.js';
import { offAgenda, onAgenda, putOff, sessionProposes, toReserve } from './agenda.factory.js';
import { admit, both, proposeAward, staff, submit, terms, withdraw } from './application.factory.js';
import { applicationProcedure } from './application.procedure.js';

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

  it('drops out of the agenda when it is withdrawn', () => {
    expect(run([onAgenda, withdraw]).messages.at(-1)).toMatchObject({ to: 'session/1', act: 'fileClosed' });
  });
});
