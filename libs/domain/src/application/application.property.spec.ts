import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/civil-date.js';
import { isRefusal } from '../procedure/decision.js';
import { fold } from '../procedure/fold.js';
import { Player, type PlayedAct } from '../procedure/testing.js';
import {
  admit, close, deferral, lost, meet, notification, pieces, proposeAward, proposeConditional, proposeRefusal, read, request, scored, sendAward, signAward, signConditional, signRefusal, staff, submit, terms, withdraw,
} from './application.factory.js';
import { applicationProcedure } from './application.procedure.js';
import { decides, objection } from './objection.factory.js';

const replace = { ...staff, facts: { experts: ['carol'] } };
const move: PlayedAct = { name: 'moveDeadline', by: 'secretariat', on: '', facts: { kind: 'pieces-due', to: '2027-06-01' } };
const inadmissible: PlayedAct = { name: 'declareInadmissible', by: 'secretariat', on: '', content: true };
const acts = [
  objection('alice'), decides('alice', true), decides('alice', false),
  submit, request, pieces, admit, staff, replace, scored(1, 9000), scored(2, 3000), scored(3, 6000), lost(1, 'recused'), lost(2, 'no-answer'),
  proposeAward, proposeRefusal, proposeConditional, sendAward, signAward, signConditional, signRefusal, deferral, notification, read, meet(1, ''), meet(2, ''), withdraw, close, move, inadmissible,
];

/** Any acts, some days apart: most are refused, whoever gets far gets far. */
const story = fc.array(fc.record({ act: fc.constantFrom(...acts), days: fc.integer({ min: 0, max: 25 }) }), { maxLength: 40 }).map((steps) => {
  let day = 0;
  return steps.map(({ act, days }) => ({ ...act, on: addDays('2027-03-01', (day += days)) }));
});

describe('any story of an application', () => {
  it('is what its journal says; what is refused changes nothing; the clock is never refused', () => {
    fc.assert(fc.property(story, (told) => {
      const player = new Player(applicationProcedure, terms);
      for (const act of [submit, ...told]) {
        // What is due comes first, so that only the act's own effect is seen.
        player.passTimeUntil(`${act.on}T11:00:00.000Z`);
        const before = player.file;
        if (isRefusal(player.take(act))) expect(player.file).toBe(before);
      }
      player.passTimeUntil('2029-01-01T00:00:00.000Z');
      expect(fold(applicationProcedure, player.file.subject, player.entries)).toEqual(player.file);
      expect(player.file.deadlines.filter((d) => d.passed !== true)).toEqual([]);
    }), { numRuns: 300 });
  });

  it('says nothing twice: keys of notices and messages are unique', () => {
    fc.assert(fc.property(story, (told) => {
      const player = new Player(applicationProcedure, terms);
      for (const act of [submit, ...told]) player.take(act);
      const notices = player.notices.map((n) => n.key);
      const messages = player.messages.map((m) => m.key);
      expect(new Set(notices).size).toBe(notices.length);
      expect(new Set(messages).size).toBe(messages.length);
    }), { numRuns: 200 });
  });
});
