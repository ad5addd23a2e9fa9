import { describe, expect, it } from '@jest/globals';
import { play } from '../procedure/testing.js';
import { minutesOf, type MinutesNames } from './minutes-of.js';
import { ballot, circulation, closing, convening, everyOption, fileOn, opening, presiding, proxy, ranking, recusal, score, secretBallot, there } from './session.factory.js';
import { sessionProcedure } from './session.procedure.js';

const person = (name: string, capacity = '') => ({ name, capacity });
const names: MinutesNames = {
  label: 'Pôle d’innovation', place: '78 rue de Varenne', remoteAddress: '', remark: 'Séance ouverte à 14 h.', remarksOn: { 'application/a': 'Projet salué.' }, left: ['application/gone'],
  people: { anne: person('Anne', 'Présidente'), boris: person('Boris'), chloe: person('Chloé'), david: person('David'), guest: person('Gaël'), helena: person('Helena') },
  poles: { 'application/a': 'Pôle Bois', 'application/b': 'Pôle Eau', 'application/gone': 'Pôle Lin' },
  written: { 'content-7': { reasons: 'Actions engagées solides.' } }, remarks: [{ person: 'boris', on: '2027-04-16', text: 'Je regrette le délai.' }],
};

describe('the minutes of a session', () => {
  const acts = [
    convening([fileOn('a'), fileOn('b')]), there('anne', 'boris'), { ...there('david'), facts: { presences: { david: 'remote', guest: 'excused' } } }, proxy('chloe', 'anne'), opening,
    recusal('boris', 'a'), ballot('a', 'award', ['anne', 'chloe', 'david'], 'faf'), secretBallot('b', 'refuse', [3, 1, 0]), closing, circulation,
  ];
  const minutes = minutesOf(play(sessionProcedure, everyOption, acts).file, names);

  it('say who was there, how, and for whom', () => {
    expect(minutes).toMatchObject({
      title: 'Procès-verbal de la séance du 12\u00a0avril 2027', state: 'circulated', quorum: { sentence: '4 membres présents ou représentés sur 5, pour un quorum de 3 : le quorum est atteint.' },
      attendance: { chair: { name: 'Anne', capacity: 'Présidente' }, remote: [{ name: 'David' }], represented: [{ name: 'Chloé', by: 'Anne' }], excused: [{ name: 'Gaël' }], absent: [{ name: 'Helena' }] },
    });
  });

  it('name nobody who was recused in the vote, and nobody at all in a secret one', () => {
    const [bois, eau, lin] = minutes.items;
    expect(bois).toMatchObject({ pole: 'Pôle Bois', left: [{ name: 'Boris', why: 'Intérêt déclaré' }], reasons: 'Actions engagées solides.', remark: 'Projet salué.', sentence: 'Le comité propose l’attribution du label.' });
    expect(bois?.votes[0]?.open.map(({ name }) => name)).toEqual(['Anne', 'Chloé', 'David']);
    expect(eau?.votes).toMatchObject([{ open: [], sentence: 'Refus (vote à bulletin secret) : 3 pour, 1 contre, 0 abstention ; adopté.' }]);
    expect(lin).toMatchObject({ outcome: 'withdrawn', votes: [] });
  });

  it('name who presided: the chair when there, or whoever was named for the session', () => {
    const chairOf = (...came: Parameters<typeof there>[0][]) => minutesOf(play(sessionProcedure, everyOption, [convening(), there(...came)]).file, names).attendance.chair;
    expect([chairOf('anne', 'boris'), chairOf('boris', 'chloe')]).toEqual([{ name: 'Anne', capacity: 'Présidente' }, null]);
    const named = play(sessionProcedure, everyOption, [convening(), presiding('boris', 'boris', 'chloe')]).file;
    expect(minutesOf(named, names).attendance.chair).toEqual({ name: 'Boris', capacity: '' });
  });

  it('show no ranking that was overtaken', () => {
    const acts = [convening([fileOn('a')]), there('anne', 'boris', 'chloe'), opening, secretBallot('a', 'award', [3, 0, 0]), ranking({ places: 1, scores: [score('a', 70)] })];
    expect(minutesOf(play(sessionProcedure, everyOption, acts).file, names).ranking).toMatchObject({ places: 1, list: [{ rank: 1, pole: 'Pôle Bois' }] });
    const refused = play(sessionProcedure, everyOption, [...acts, secretBallot('a', 'refuse', [3, 0, 0]), closing]).file;
    expect(refused.status).toBe('deliberated');
    expect(minutesOf(refused, names).ranking).toBeNull();
  });

  it('keep remarks', () => {
    expect(minutes.remarks).toEqual([{ name: 'Boris', capacity: '', on: '2027-04-16', text: 'Je regrette le délai.' }]);
    expect(minutes.adopted).toBeNull();
  });
});
