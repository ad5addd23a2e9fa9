import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { checkAnswers, formCompleteness } from '../../../../libs/domain/src/scheme/answers.js';
import { parseScheme } from '../../../../libs/domain/src/scheme/parse.js';
import { partOf } from '../../../../libs/domain/src/scheme/part.js';
import { fillIn, filesOf } from './answers.js';

describe('answers of a simulated centre', () => {
  it.each(['schemes/pole-innovation.yaml', 'test/factories/schemes/short-label.yaml'])('complete every form of %s', (file) => {
    const parsed = parseScheme(readFileSync(file, 'utf8'), file);
    if (!parsed.ok) throw new Error('not a scheme');
    const { scheme } = parsed;
    for (const form of [scheme.application.form, partOf(scheme, 'monitoring').reportForm]) {
      const answers = fillIn(scheme, form, '2027-02-10');
      expect(checkAnswers(scheme, form, answers)).toMatchObject({ ok: true });
      const files = filesOf(form).map((question) => ({ question, type: 'pdf', size: 100 }));
      expect(formCompleteness(scheme, form, answers, files).questions.filter((q) => !q.complete)).toEqual([]);
    }
  });
});
