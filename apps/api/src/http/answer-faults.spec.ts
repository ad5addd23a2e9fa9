import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { IndicatorAnswer } from '../../../../libs/domain/src/scheme/answer.js';
import { faultsIn, formCompleteness } from '../../../../libs/domain/src/scheme/answers.js';
import { parseScheme } from '../../../../libs/domain/src/scheme/parse.js';
import { questionsOf } from '../../../../libs/domain/src/scheme/questions.js';
import { faultsOfAnswers } from './answer-faults.js';

const file = 'schemes/pole-innovation.yaml';
const parsed = parseScheme(readFileSync(file, 'utf8'), file);
if (!parsed.ok) throw new Error('the scheme does not parse');
const { scheme } = parsed;
const { form } = scheme.application;

describe('faults of answers', () => {
  it('name every indicator that is not complete by its label, and point at it', () => {
    const [first, second] = scheme.indicators;
    const question = questionsOf(form).find(({ question: one }) => one.kind === 'indicators')?.question.code ?? '';
    const answers: Record<string, Record<string, IndicatorAnswer>> = { [question]: { [first?.code ?? '']: { baseline: 1 } } };
    const all = faultsOfAnswers(faultsIn(formCompleteness(scheme, form, answers, [])), { lists: scheme, form }).filter(({ code }) => code === 'indicator-missing');
    expect(all.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining([`/answers/${question}/${first?.code}/target`, `/answers/${question}/${second?.code}/baseline`]));
    expect(all[0]?.say('fr')).toBe(`Indicateur « ${first?.label.fr} » : « cible » est à remplir.`);
  });

  it('say the label of a table’s column', () => {
    const table = questionsOf(form).map(({ question }) => question).find(({ kind }) => kind === 'table');
    if (table?.kind !== 'table') throw new Error('the form has no table');
    const [column] = table.columns;
    const [fault] = faultsOfAnswers([{ question: table.code, fault: { code: 'not-a-text', params: { row: 2, column: column?.code ?? '' } } }], { lists: scheme, form });
    expect(fault?.say('en')).toBe(`Row 2, “${column?.label.en}”: A text is expected.`);
  });
});
