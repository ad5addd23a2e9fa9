import { describe, expect, it } from '@jest/globals';
import { localeOf } from './locale.js';
import { Problem, problemBody } from './problem.js';
import { faultAt } from './field-fault.js';
import { faultsEn } from './faults.en.js';
import { faultsFr } from './faults.fr.js';
import { problemsEn } from './problems.en.js';
import { problemsFr } from './problems.fr.js';

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)[^{}]*\}\}/g)].map(([, name]) => name).sort();

describe('catalogues of problems', () => {
  it('hold the same codes, with the same placeholders', () => {
    expect(Object.keys(problemsEn).sort()).toEqual(Object.keys(problemsFr).sort());
    for (const [code, text] of Object.entries(problemsFr)) {
      const english = problemsEn[code as keyof typeof problemsFr];
      expect({ code, names: placeholders(english.detail) }).toEqual({ code, names: placeholders(text.detail) });
    }
  });

  it.each([...Object.entries(problemsFr), ...Object.entries(problemsEn)])('%s says what to do in whole sentences', (_, { title, detail }) => {
    expect(title).toMatch(/\S/);
    expect(title).not.toMatch(/\.$/);
    expect(detail).toMatch(/([.!?]|\}\})$/);
    expect(detail.length).toBeGreaterThan(30);
  });
});

describe('catalogues of faults', () => {
  it.each(Object.entries(faultsFr))('%s asks for the same params in both languages, and says what to do', (code, french) => {
    const english = faultsEn[code as keyof typeof faultsFr];
    expect(placeholders(english)).toEqual(placeholders(french));
    for (const text of [french, english]) expect(text).toMatch(/^[A-ZÉ].{15,}\.$/);
  });
});

describe('problemBody', () => {
  it('says what is wrong with each field in the language that was asked for', () => {
    const problem = new Problem(422, 'invalid', {}, [faultAt('/count', 'whole-number', { min: 1, max: 9 })]);
    expect(problemBody(problem, 'fr', '/').errors).toEqual([{ pointer: '/count', code: 'whole-number', detail: 'Écrivez un nombre entier de 1 à 9.' }]);
    expect(problemBody(problem, 'en', '/').errors).toEqual([{ pointer: '/count', code: 'whole-number', detail: 'Write a whole number from 1 to 9.' }]);
  });

  it('fills the sentence and keeps the code', () => {
    expect(problemBody(new Problem(403, 'forbidden', { roles: 'authority' }, undefined, { code: 'other', allowed: [] }), 'en', '/api/x')).toEqual({
      type: 'urn:estampille:problem:forbidden', title: 'Access refused', status: 403, code: 'forbidden', allowed: [], instance: '/api/x',
      detail: 'Your role does not permit this operation. Ask somebody with the role authority.',
    });
  });
});

describe('a number and an amount in a sentence', () => {
  it('are said as people say them', () => {
    const said = (count: number, locale: 'fr' | 'en') => problemBody(new Problem(422, 'import-faults', { count }), locale, '/')['detail'];
    expect([said(1, 'fr'), said(2, 'fr'), said(1, 'en'), said(2, 'en')]).toEqual([
      expect.stringMatching(/^1 ligne est à/), expect.stringMatching(/^2 lignes sont à/), expect.stringMatching(/^1 line needs/), expect.stringMatching(/^2 lines need/),
    ]);
    expect(problemBody(new Problem(409, 'recovery-too-much', { rest: 123_450 }), 'en', '/')['detail']).toContain('€1,234.50');
    expect(problemBody(new Problem(409, 'opinions-awaited', { limitOn: '2027-03-05', from: { fr: 'Chambre', en: 'Chamber' } }), 'en', '/')['detail']).toContain('(Chamber)');
  });
});

describe('a refusal by the state of a file', () => {
  it('names the kind of file and the status in words', () => {
    const problem = new Problem(409, 'not-now', { subject: 'session', status: 'quorate' }, undefined, { status: 'quorate' });
    expect(problemBody(problem, 'fr', '/')['detail']).toMatch(/^L’état de cette séance est « quorum réuni » :/);
    expect(problemBody(new Problem(409, 'not-now', { status: 'in_committee' }), 'en', '/')['detail']).toMatch(/^The state of this application is “awaiting decision”:/);
  });
});

describe('localeOf', () => {
  it.each([
    [undefined, 'fr'], ['', 'fr'], ['de', 'fr'], ['en', 'en'], ['EN-gb', 'en'], ['fr-CA, en;q=0.9', 'fr'], ['en;q=0.2, fr;q=0.3', 'fr'],
    ['de, en;q=0.8', 'en'], ['en;q=0', 'fr'], ['*', 'fr'], [';;q=,,', 'fr'],
  ])('%j is %s', (header, locale) => expect(localeOf(header)).toBe(locale));
});
