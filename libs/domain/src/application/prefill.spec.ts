import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseScheme } from '../scheme/parse.js';
import { checkAnswers } from '../scheme/answers.js';
import { questionsOf } from '../scheme/questions.js';
import { confirmedBy, prefill, toConfirm, type CarriedOver, type WrittenBefore } from './prefill.js';

const path = 'schemes/pole-innovation.yaml';
const parsed = parseScheme(readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8'), path);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
const { scheme } = parsed;
const last = { title: 'Ancienne', date: '2026-02-01', firms: 3, result: '–' };
const action = (kind: string, title: string, date: string) => ({ kind, title, date, place: 'Dole', firms: 7, result: 'Adopté.', design: 'no' });
const before: WrittenBefore = {
  answers: { presentation: 'Un centre.', staff: 4, themes: ['habitat', 'gone'], 'collective-actions': [last] },
  files: ['evidence', 'no-longer-asked'],
  reports: [
    { 'action-log': [action('collective-action', 'Séchage', '2027-10-01'), action('technical-day', 'Colles', '2027-11-02')] },
    { 'action-log': [action('collective-action', 'Finitions', '2028-10-01')], summary: 'Bonne année.' },
  ],
  validated: [],
};

describe('the prefill of a file', () => {
  it('takes the last file and the reports, and marks each question as not confirmed', () => {
    const { answers, carried } = prefill(scheme, before, ['application', 'reports']);
    expect(answers).toEqual({
      presentation: 'Un centre.', staff: 4,
      'collective-actions': [last, { title: 'Séchage', date: '2027-10-01', firms: 7, result: 'Adopté.' }, { title: 'Finitions', date: '2028-10-01', firms: 7, result: 'Adopté.' }],
      'technical-days': [{ topic: 'Colles', date: '2027-11-02', place: 'Dole', participants: 7 }],
    });
    const by = (from: string) => ({ from, confirmed: false });
    expect(carried).toEqual({ presentation: by('application'), staff: by('application'), evidence: by('application'), 'collective-actions': by('reports'), 'technical-days': by('reports') });
    expect(toConfirm(carried).sort()).toEqual(Object.keys(carried).sort());
  });

  it('keeps the last file’s rows, and leaves out rows of reports that the file could not be submitted with', () => {
    const days = [{ topic: 'Vernis', date: '2026-03-01', place: 'Lons', participants: 9 }];
    const { place: _none, ...remote } = action('technical-day', 'À distance', '2028-01-05');
    const log = (...rows: object[]) => ({ answers: { 'technical-days': days }, files: [], validated: [], reports: [{ 'action-log': rows }] }) as unknown as WrittenBefore;
    expect(prefill(scheme, log(remote), ['application', 'reports'])).toEqual({ answers: { 'technical-days': days }, carried: { 'technical-days': { from: 'application', confirmed: false } } });
    const again = action('technical-day', 'Vernis', '2026-03-01');
    const both = prefill(scheme, log(remote, { ...again, place: 'Lons', firms: 9 }, action('technical-day', 'Colles', '2027-11-02')), ['application', 'reports']);
    expect(both.answers['technical-days']).toEqual([...days, { topic: 'Colles', date: '2027-11-02', place: 'Dole', participants: 7 }]);
  });

  it('starts an indicator from its last validated value; the last target stays until another is given', () => {
    const [first = '', second = ''] = scheme.indicators.map(({ code }) => code);
    const known: WrittenBefore = {
      answers: { indicators: { [first]: { baseline: 1, target: 9 } } }, files: [], reports: [],
      validated: [{ indicators: { [first]: { value: 4 } } }, { indicators: { [first]: { value: 5, target: 9 }, [second]: { value: 3 }, 'own-1': { value: 2 } } }],
    };
    const question = questionsOf(scheme.application.form).find(({ question: { kind } }) => kind === 'indicators')?.question.code ?? '';
    const { answers, carried } = prefill(scheme, { ...known, answers: { [question]: known.answers['indicators'] ?? {} } }, ['application', 'reports']);
    expect(answers).toEqual({ [question]: { [first]: { baseline: 5, target: 9 }, [second]: { baseline: 3 } } });
    expect(carried).toEqual({ [question]: { from: 'reports', confirmed: false } });
  });

  it('takes what the scheme says, and no more', () => {
    expect(Object.keys(prefill(scheme, before, ['reports']).carried)).toEqual(['collective-actions', 'technical-days']);
    expect(prefill(scheme, before, ['application']).answers['collective-actions']).toEqual(before.answers['collective-actions']);
    expect(prefill(scheme, before, [])).toEqual({ answers: {}, carried: {} });
  });

  it('is confirmed by a change, or by a word', () => {
    const carried: CarriedOver = { a: { from: 'application', confirmed: false }, b: { from: 'reports', confirmed: false }, c: { from: 'application', confirmed: false } };
    const after = confirmedBy(carried, { confirmed: ['b', 'x'], changed: (code) => code === 'a' });
    expect(toConfirm(after)).toEqual(['c']);
    expect(Object.keys(after)).toEqual(['a', 'b', 'c']);
    expect(toConfirm(confirmedBy(after, { confirmed: [], changed: () => false }))).toEqual(['c']);
  });

  it('never takes what the form refuses, and marks all that it takes', () => {
    const anything = fc.dictionary(fc.constantFrom('presentation', 'staff', 'themes', 'technical-days', 'collective-actions', 'nothing'), fc.jsonValue());
    const report = fc.record({ 'action-log': fc.oneof(fc.jsonValue(), fc.array(fc.record({ kind: fc.constantFrom('technical-day', 'collective-action'), title: fc.string(), date: fc.constantFrom('2027-01-01', 'x'), firms: fc.integer() }))) });
    fc.assert(fc.property(anything, fc.array(report, { maxLength: 3 }), (answers, reports) => {
      const given = prefill(scheme, { answers: answers as never, files: [], reports: reports as never, validated: reports as never }, ['application', 'reports']);
      expect(checkAnswers(scheme, scheme.application.form, given.answers).ok).toBe(true);
      expect(Object.keys(given.carried).sort()).toEqual(Object.keys(given.answers).sort());
    }));
  });
});
