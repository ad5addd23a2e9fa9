import { describe, expect, it } from '@jest/globals';
import { kernelEntries } from '../../../../libs/domain/src/procedure/fold.js';
import { procedures } from '../../../../libs/domain/src/procedures.js';
import { sentenceOf } from './story.js';
import { sentences } from './story.texts.js';

describe('the story of a centre', () => {
  it('has a sentence for every entry of every table, and no other', () => {
    const entries = Object.values(procedures).flatMap(({ kind, transitions }) => transitions.map((t) => `${kind}.${t.entry}`));
    expect(Object.keys(sentences).sort()).toEqual([...new Set([...entries, ...kernelEntries])].sort());
  });

  it('fills in facts, dates written out and codes translated', () => {
    const facts = { number: 'PI-2027-0001', startsOn: '2027-07-01', endsOn: '2030-06-30' };
    expect(sentenceOf('award', 'granted', facts, 'en')).toContain('PI-2027-0001, from 1\u00a0July 2027 to 30\u00a0June 2030');
    expect(sentenceOf('application', 'decision-signed', { outcome: 'refuse' }, 'fr')).toContain('(refus)');
    expect(sentenceOf('monitoring', 'deadline-reminded', { kind: 'report-due', offset: '-P7D' }, 'fr')).toBe('Rappel (rapport annuel, 7 jour(s) avant).');
    expect(sentenceOf('award', 'unheard-of', {}, 'fr')).toBe('award.unheard-of');
  });
});
