import { describe, expect, it } from '@jest/globals';
import { procedures } from '../../../../libs/domain/src/procedures.js';
import { entryWords } from './words.entries.js';
import { wordOf } from './words.js';

const kinds = Object.values(procedures);
const transitions = kinds.flatMap(({ kind, transitions: rows }) => rows.map((row) => ({ kind, ...row })));

describe('words for people', () => {
  it('are there for every status that a list or a document shows', () => {
    const statuses = [...new Set(transitions.flatMap(({ to, from }) => [to, ...from] as string[]))].filter((one) => one !== 'same' && one !== 'new');
    expect(statuses.filter((one) => wordOf(one, 'fr') === one)).toEqual([]);
    expect(statuses.filter((one) => wordOf(one, 'en') === one && /_/.test(one))).toEqual([]);
  });

  it('are there for every entry of an application', () => {
    const entries = new Set(transitions.filter(({ kind }) => kind === 'application').map(({ entry }) => entry));
    expect([...entries].filter((one) => !(one in entryWords))).toEqual([]);
  });

  it('are there for every deadline', () => {
    const deadlines = [...new Set(kinds.flatMap(({ deadlines: all }) => Object.keys(all)))];
    expect(deadlines.filter((one) => wordOf(one, 'fr') === one)).toEqual([]);
  });

  it('leave alone what they do not know, and write dates out', () => {
    expect([wordOf('no-such', 'fr'), wordOf('2027-03-01', 'fr')]).toEqual(['no-such', '1er\u00a0mars 2027']);
  });
});
