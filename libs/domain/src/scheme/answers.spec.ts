import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import type { Answers } from './answer.js';
import { checkAnswers, completeness, reportCompleteness } from './answers.js';
import { eligibilityOf } from './eligibility.js';
import { parseScheme } from './parse.js';
import { partOf } from './part.js';
import { optionsOf, questionsOf } from './questions.js';
import type { Column, Question } from './shape/form.js';

const parsed = parseScheme(readFileSync(new URL('../../../../schemes/pole-innovation.yaml', import.meta.url), 'utf8'), 'pole');
if (!parsed.ok) throw new Error('the scheme is invalid');
const { scheme } = parsed;
const form = scheme.application.form;
const check = (answers: Record<string, unknown>) => checkAnswers(scheme, form, answers);

const text = (max: number) => fc.string({ maxLength: Math.min(max, 40), unit: 'grapheme' }).filter((value) => value.length <= max && !/[\u0000-\u001f\u007f]/.test(value));

function cell(column: Column): fc.Arbitrary<string | number> {
  switch (column.kind) {
    case 'text':
      return text(column.maxLength);
    case 'date':
      return fc.date({ min: new Date('2000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    case 'number':
      return column.integer ? fc.integer({ min: column.min ?? 0, max: column.max ?? 1e9 }) : fc.double({ min: column.min ?? 0, max: column.max ?? 1e9, noNaN: true });
    case 'choice':
      return fc.constantFrom(...optionsOf(scheme, column).map(({ code }) => code));
  }
}

function answer(question: Question): fc.Arbitrary<unknown> {
  switch (question.kind) {
    case 'long-text':
      return text(question.maxLength);
    case 'choices':
      return fc.subarray(optionsOf(scheme, question).map(({ code }) => code), { minLength: question.min ?? 0, maxLength: question.max ?? optionsOf(scheme, question).length });
    case 'table':
      return fc.array(fc.record(Object.fromEntries(question.columns.map((column) => [column.code, cell(column)])), { requiredKeys: [] }), { maxLength: 5 });
    case 'indicators':
      return fc.constant(Object.fromEntries(scheme.indicators.map(({ code }) => [code, { baseline: 1, target: 2 }])));
    case 'attachment':
      return fc.constant('a file is no answer');
    case 'text':
    case 'number':
    case 'date':
    case 'choice':
      return cell(question);
  }
}

const answerable = questionsOf(form).map(({ question }) => question).filter(({ kind }) => kind !== 'attachment');
const anyAnswers = fc.record(Object.fromEntries(answerable.map((question) => [question.code, answer(question)])), { requiredKeys: [] });

/** A whole application, as short as may be. */
const whole: Answers = {
  presentation: 'Un centre', themes: ['food'], sector: 'Pâtisserie', staff: 4.5, 'technical-skills': 'Laboratoire',
  'collective-actions': [{ title: 'Froid', date: '2026-02-03', firms: 12, result: 'Moins de pertes' }],
  'technical-days': [{ topic: 'Sucre', date: '2026-03-04', place: 'Tours', participants: 30 }],
  'support-centres': [{ centre: 'CTCPA', subject: 'Conservation', since: '2020-01-01' }],
  'regional-partners': [{ name: 'Université', nature: 'university', contribution: 'Analyses' }],
  'national-relays': ['cgad'], needs: 'x', 'innovation-axes': ['technological'], information: 'x', accompaniment: 'x', design: 'x', ambition: 'x',
  actions: ['year-1', 'year-2', 'year-3'].map((year) => ({ year, mission: 'design', title: 'x', deliverable: 'x', budget: 1000 })),
  'programme-budget': [{ source: 'Région', amount: 3000 }],
  indicators: Object.fromEntries(scheme.indicators.map(({ code }) => [code, { baseline: 0, target: 4 }])),
  'satisfaction-method': 'x',
};
const files = ['evidence', 'statutes', 'accounts'].map((question) => ({ question, type: 'pdf', size: 1000 }));

describe('checkAnswers', () => {
  it('accepts any answers that fit their questions, and they survive JSON', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const checked = check(answers);
        if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
        const again = JSON.parse(JSON.stringify(checked.answers)) as Record<string, unknown>;
        expect(again).toEqual(checked.answers);
        expect(check(again)).toEqual(checked);
      }),
    );
  });

  it('never throws, and whatever it accepts survives JSON', () => {
    const codes = fc.constantFrom(...questionsOf(form).map(({ question }) => question.code), '__proto__', 'constructor', 'nothing');
    fc.assert(
      fc.property(fc.dictionary(codes, fc.jsonValue()), (answers) => {
        const checked = check(answers);
        if (checked.ok) expect(check(JSON.parse(JSON.stringify(checked.answers)) as Record<string, unknown>)).toEqual(checked);
        else expect(checked.faults.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, unknown, string]>([
    ['colour', 'blue', 'unknown-question'],
    ['sector', 5, 'not-a-text'],
    ['sector', 'x'.repeat(201), 'text-too-long'],
    ['sector', 'a\u0000b', 'unfit-characters'],
    ['sector', '\ud800', 'unfit-characters'],
    ['staff', '5', 'not-a-number'],
    ['staff', NaN, 'not-a-number'],
    ['staff', -1, 'number-too-small'],
    ['staff', 501, 'number-too-large'],
    ['themes', 'food', 'not-a-list'],
    ['themes', ['fish'], 'unknown-option'],
    ['themes', ['food', 'food'], 'option-twice'],
    ['themes', ['food', 'arts', 'health', 'digital'], 'too-many-choices'],
    ['collective-actions', [{ firms: 1.5 }], 'not-a-whole-number'],
    ['collective-actions', [{ date: '2026-02-30' }], 'not-a-date'],
    ['collective-actions', [{ colour: 'x' }], 'unknown-column'],
    ['collective-actions', [5], 'not-a-row'],
    ['collective-actions', Array(61).fill({}), 'too-many-rows'],
    ['actions', [{ year: 'year-4' }], 'unknown-option'],
    ['indicators', { satisfaction: { target: 6 } }, 'number-too-large'],
    ['indicators', { satisfaction: { value: 3 } }, 'unknown-part'],
    ['indicators', { happiness: { target: 3 } }, 'unknown-indicator'],
    ['evidence', 'file.pdf', 'not-an-answer'],
  ])('refuses %s = %j: %s', (question, value, code) => {
    expect(check({ [question]: value })).toMatchObject({ ok: false, faults: [{ question, code }] });
  });

  it("takes a centre's own indicators, up to the limit", () => {
    const own = (count: number) => ({ indicators: Object.fromEntries(Array.from({ length: count }, (_, at) => [`own-${at + 1}`, { label: 'x', target: 1 }])) });
    expect(check(own(5))).toMatchObject({ ok: true });
    expect(check(own(6))).toMatchObject({ ok: false, faults: [{ code: 'too-many-indicators' }] });
  });
});

describe('completeness', () => {
  const stateOf = (answers: Answers, question: string, attachments = files) => completeness(scheme, answers, attachments).questions.find(({ code }) => code === question);

  it('says yes to a whole application', () => {
    expect(check(whole)).toMatchObject({ ok: true });
    expect(completeness(scheme, whole, files)).toMatchObject({ complete: true, answered: 23, total: 24 });
  });

  it('names each required question of an empty one, and lets optional ones be', () => {
    const empty = completeness(scheme, {}, []);
    expect(empty).toMatchObject({ complete: false, answered: 0, total: 24 });
    expect(empty.questions.filter(({ complete }) => complete).map(({ code }) => code)).toEqual(['partner-letters']);
    expect(empty.questions[0]).toEqual({ code: 'presentation', section: 'centre', required: true, complete: false, fault: { code: 'missing', params: {} } });
  });

  it.each<[string, Answers[string], string]>([
    ['sector', '   ', 'missing'],
    ['themes', [], 'missing'],
    ['collective-actions', [{ title: 'x', date: '2026-01-01', firms: 1 }], 'cell-missing'],
    ['actions', (whole['actions'] as []).slice(0, 2), 'too-few-rows'],
    ['actions', Array<Record<string, string | number>>(3).fill({ year: 'year-1', mission: 'design', title: 'x', deliverable: 'x', budget: 1 }), 'option-without-row'],
    ['indicators', { satisfaction: { baseline: 1, target: 2 } }, 'indicator-missing'],
    ['sector', 'x'.repeat(300), 'text-too-long'],
  ])('%s = %j is unfinished: %s', (question, value, code) => {
    expect(stateOf({ ...whole, [question]: value }, question)).toMatchObject({ complete: false, fault: { code } });
  });

  it('looks at files', () => {
    const state = (attachments: typeof files) => stateOf(whole, 'statutes', attachments)?.fault?.code;
    expect(state([])).toBe('missing');
    expect(state([{ question: 'statutes', type: 'png', size: 1 }])).toBe('file-type');
    expect(state([{ question: 'statutes', type: 'pdf', size: 10_000_001 }])).toBe('file-too-large');
    expect(state(Array(3).fill(files[1]) as typeof files)).toBe('too-many-files');
  });

  it('works for a report in the same way', () => {
    const answers: Answers = {
      'action-log': [{ kind: 'technical-day', title: 'x', date: '2027-05-01', firms: 8, result: 'x', design: 'yes' }],
      summary: 'x',
      indicators: Object.fromEntries(scheme.indicators.map(({ code }) => [code, { baseline: 0, target: 4, value: 3, evidence: 'Liste' }])),
      spending: [{ cost: 'staff', planned: 1000, spent: 900 }],
    };
    expect(checkAnswers(scheme, partOf(scheme, 'monitoring').reportForm, answers)).toMatchObject({ ok: true });
    expect(reportCompleteness(scheme, answers, [])).toMatchObject({ complete: true, answered: 4, total: 6 });
    expect(reportCompleteness(scheme, { ...answers, summary: '' }, []).complete).toBe(false);
    expect(reportCompleteness(scheme, answers, [], { from: '2026-05-02', to: '2027-05-01' }).complete).toBe(true);
    const outside = reportCompleteness(scheme, answers, [], { from: '2027-05-02', to: '2028-05-01' });
    expect(outside).toMatchObject({ complete: false, answered: 4 });
    expect(outside.questions.flatMap(({ code, fault }) => (fault ? [[code, fault]] : []))).toEqual([
      ['action-log', { code: 'date-outside-period', params: { row: 1, column: 'date', given: '2027-05-01', from: '2027-05-02', to: '2028-05-01' } }],
    ]);
  });
});

describe('eligibilityOf', () => {
  const { eligibility } = scheme.call;
  it('is a yes only when everything is answered and nothing excludes', () => {
    expect(eligibilityOf(eligibility, { structure: 'association', sector: 'yes', engaged: 'yes' })).toEqual({ eligible: true, reasons: [], unanswered: [] });
    expect(eligibilityOf(eligibility, { structure: 'other', sector: 'yes' })).toMatchObject({ eligible: false, reasons: [{ question: 'structure' }], unanswered: ['engaged'] });
  });
});
