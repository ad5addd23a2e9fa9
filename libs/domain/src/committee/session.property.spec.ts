import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '../procedure/decision.js';
import { fold } from '../procedure/fold.js';
import { Player, type PlayedAct } from '../procedure/testing.js';
import { countOpen, countSecret, isRefused } from './ballot.js';
import { quorumOf, sittingFor } from './quorum.js';
import { placeUnder } from './ranking.js';
import { attendances, choices, type AgendaFile, type Attendance } from './session.data.js';
import { approval, ballot, cast, circulation, closing, convening, count, deferral, departure, everyOption, fileOn, opening, presiding, proxy, question, ranking, recusal, score, secretBallot, there } from './session.factory.js';
import { sessionProcedure } from './session.procedure.js';

const names = ['a', 'b', 'c', 'd', 'e', 'f'];
const someone = fc.constantFrom(...names);
const sitting = fc.record({
  members: fc.constant(names.map((person, i) => ({ person, themes: null, chair: i === 0, voting: i !== 5 }))),
  presences: fc.dictionary(someone, fc.constantFrom<Attendance>(...attendances)),
  proxies: fc.uniqueArray(fc.record({ from: someone, to: someone }), { selector: ({ from }) => from }),
});
const recused = fc.uniqueArray(someone).map((people): AgendaFile => ({
  application: 'x', pole: 'x', themes: [], awardable: true, recusals: people.map((person) => ({ person, cause: 'declared' })), motions: [], question: null, result: null,
}));

describe('a quorum', () => {
  it('counts nobody twice, nobody who is recused, and only whom somebody there speaks for', () => {
    fc.assert(fc.property(sitting, recused, (session, file) => {
      const { entitled, sitting: count } = quorumOf(session, 50, file);
      const those = sittingFor(session, file);
      expect(count).toBeLessThanOrEqual(entitled);
      expect(new Set(those.map(({ person }) => person)).size).toBe(those.length);
      for (const { person, castBy } of those) {
        expect(file.recusals.map((one) => one.person)).not.toContain(person);
        expect(['on-site', 'remote']).toContain(session.presences[castBy]);
      }
    }));
  });

  it('does not depend on the order of the members', () => {
    fc.assert(fc.property(sitting, recused, (session, file) => {
      expect(quorumOf({ ...session, members: [...session.members].reverse() }, 50, file)).toEqual(quorumOf(session, 50, file));
    }));
  });
});

describe('a vote', () => {
  const chair = { person: 'a', themes: null, chair: true, voting: true };
  const sides = (size: number) => ({ sitting: names.slice(0, size).map((person) => ({ person, castBy: person })), chair, castingVote: true });

  it('by show of hands and in secret comes to the same, whatever the order', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...choices), { minLength: 1, maxLength: 6 }), (hands) => {
      const votes = hands.map((vote, i) => ({ person: names[i] ?? '', vote }));
      const open = countOpen(votes, sides(hands.length));
      if (isRefused(open)) throw new Error(JSON.stringify(open));
      expect(countOpen([...votes].reverse(), sides(hands.length))).toMatchObject({ tally: open.tally, adopted: open.adopted });
      const secret = countSecret(open.tally, open.casting, sides(hands.length));
      if (!isRefused(secret)) expect(secret.adopted).toBe(open.adopted);
      expect(open.adopted).toBe(open.tally.for > open.tally.against || (open.tally.for === open.tally.against && open.casting === 'for'));
    }));
  });
});

describe('a ranking', () => {
  it('places every file once, never past the limit, and never a lower one over a higher', () => {
    const groups = fc.uniqueArray(someone, { minLength: 1 }).chain((files) => fc.tuple(fc.constant(files), fc.integer({ min: 1, max: 3 })))
      .map(([files, size]) => Array.from({ length: Math.ceil(files.length / size) }, (_, i) => files.slice(i * size, (i + 1) * size)));
    const amounts = fc.record(Object.fromEntries(names.map((name) => [name, fc.integer({ min: 0, max: 100 })])));
    fc.assert(fc.property(groups, amounts, fc.nat({ max: 300 }), fc.boolean(), (ranked, cents, limit, parted) => {
      const placed = placeUnder({ budgetCents: limit, amounts: cents }, ranked, parted ? ranked.flat() : []);
      if ('tied' in placed) return expect(parted).toBe(false);
      expect(placed.list.map(({ application }) => application).sort()).toEqual(ranked.flat().sort());
      const kept = placed.list.filter(({ reserve }) => reserve === null);
      expect(kept.reduce((sum, { application }) => sum + (cents[application] ?? 0), 0)).toBeLessThanOrEqual(limit);
      expect(placed.list.slice(0, kept.length)).toEqual(kept);
    }));
  });
});

describe('a session', () => {
  const all = ['anne', 'boris', 'chloe', 'david'];
  const acts: readonly PlayedAct[] = [
    convening(), there(...all), there('anne'), presiding('boris', 'boris', 'chloe'), ranking({ places: 1, scores: [score('a', 90), score('b', 80)] }), opening, recusal('boris', 'a'), proxy('chloe', 'anne'), question('a', 'award'), cast('a', 'anne', 'for'), count('a'), ballot('a', 'award', all, 'ffaa'),
    ballot('b', 'refuse', all, 'ffff'), secretBallot('b', 'reserve', [4, 0, 0]), { name: 'putOff', by: 'secretariat', on: '2027-04-12', facts: { application: 'application/a' } },
    { name: 'fileClosed', by: 'procedure', on: '2027-04-12', facts: { from: 'application/b' } }, { name: 'cancel', by: 'secretariat', on: '2027-04-12', content: true },
    { name: 'reconvene', by: 'secretariat', on: '2027-04-12', facts: { on: '2027-04-19', time: '14:00' } }, closing, circulation, ...all.map(approval),
  ];

  it('never proposes more awards than the places it gave itself, whatever comes after the ranking', () => {
    const names = ['a', 'b', 'c'];
    const scores = [score('a', 90), score('b', 80), score('c', 70)];
    const later = fc.constantFrom(...names.flatMap((name) => [deferral(name), ballot(name, 'award', all, 'ffff'), ballot(name, 'refuse', all, 'ffff'), departure(name)]), ranking({ places: 1, scores }), ranking({ places: 2, scores }));
    fc.assert(fc.property(fc.array(later, { maxLength: 8 }), (tried) => {
      const player = new Player(sessionProcedure, everyOption);
      const before = [convening(names.map((name) => fileOn(name))), there(...all), opening, ...names.map((name) => ballot(name, 'award', all, 'ffff')), ranking({ places: 1, scores })];
      for (const act of [...before, ...tried, closing]) player.take(act);
      const proposed = player.messages.filter(({ act, facts }) => act === 'propose' && facts['outcome'] === 'award').length;
      const worthy = player.file.data.files.filter(({ result }) => result?.outcome === 'award').length;
      const places = player.file.data.ranking?.places ?? 0;
      // Closed, all the places are given that there are files for; refused, none is.
      expect(proposed).toBe(player.file.status === 'deliberated' ? Math.min(places, worthy) : 0);
    }), { numRuns: 100 });
  });

  it('is the fold of its journal, whatever is tried; what is refused changes nothing', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...acts), { maxLength: 25 }), (tried) => {
      const player = new Player(sessionProcedure, everyOption);
      for (const act of [convening(), ...tried]) {
        player.passTimeUntil(`${act.on}T11:00:00.000Z`);
        const before = player.file;
        if (isRefusal(player.take(act))) expect(player.file).toEqual(before);
      }
      expect(fold(sessionProcedure, player.file.subject, player.entries)).toEqual(player.file);
    }), { numRuns: 60 });
  });
});
