import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Answers } from '../scheme/answer.js';
import type { Lists } from '../scheme/questions.js';
import type { Form, Question } from '../scheme/shape/form.js';
import { resultsOf } from './results.js';

const said = (fr: string) => ({ fr, en: fr });
const asked = { required: false };
const option = (code: string) => ({ code, label: said(code) });
const questions: Question[] = [
  { code: 'satisfaction', kind: 'number', label: said('s'), ...asked, min: 0, max: 5, integer: true },
  { code: 'turnover', kind: 'number', label: said('t'), ...asked },
  { code: 'effect', kind: 'choice', label: said('e'), ...asked, options: [option('in-use'), option('none')] },
  { code: 'mode', kind: 'choices', label: said('m'), ...asked, options: [option('on-site'), option('remote')] },
  { code: 'comment', kind: 'long-text', label: said('c'), ...asked, maxLength: 100 },
];
const form: Form = { sections: [{ code: 'survey', label: said('x'), questions }] };
const lists: Lists = { themes: [], missions: [], structureTypes: [], indicators: [], ownIndicators: { maximum: 0 } } as unknown as Lists;
const results = (answers: readonly Answers[], minimum = 5) => resultsOf(lists, form, answers, minimum);

describe('the results of a survey', () => {
  const six: Answers[] = [5, 4, 4, 3, 5, 0].map((satisfaction, i) => ({
    satisfaction, effect: i < 4 ? 'in-use' : 'none', ...(i < 5 ? { mode: i % 2 === 0 ? ['on-site', 'remote'] : ['remote'] } : {}), ...(i < 4 ? { comment: `words ${9 - i}` } : {}), turnover: 1000.5 + i,
  }));

  it('are means in hundredths, counts and texts, question by question', () => {
    expect(results(six)).toEqual([
      { code: 'satisfaction', kind: 'number', answered: 6, shown: true, mean: 350, counts: { 0: 1, 1: 0, 2: 0, 3: 1, 4: 2, 5: 2 } },
      { code: 'turnover', kind: 'number', answered: 6, shown: true, mean: 100300 },
      { code: 'effect', kind: 'choice', answered: 6, shown: true, counts: { 'in-use': 4, none: 2 } },
      { code: 'mode', kind: 'choices', answered: 5, shown: true, counts: { 'on-site': 3, remote: 5 } },
      // Four comments, and five are needed.
      { code: 'comment', kind: 'long-text', answered: 4, shown: false },
    ]);
  });

  it('give comments in alphabetical order', () => {
    const comments = ['c', 'a', 'é', 'b', 'd'].map((comment): Answers => ({ comment }));
    expect(results(comments).at(-1)?.texts).toEqual(['a', 'b', 'c', 'd', 'é']);
  });

  const answer = fc.record({
    satisfaction: fc.integer({ min: 0, max: 5 }), turnover: fc.integer(), effect: fc.constantFrom('in-use', 'none'), mode: fc.subarray(['on-site', 'remote']), comment: fc.string(),
  }, { requiredKeys: [] }) as fc.Arbitrary<Answers>;

  it('show nothing of a question that fewer than the minimum have answered', () => {
    fc.assert(fc.property(fc.array(answer, { maxLength: 12 }), fc.integer({ min: 1, max: 8 }), (answers, minimum) => {
      for (const { answered, shown, ...rest } of results(answers, minimum)) {
        expect(shown).toBe(answered >= minimum);
        if (!shown) expect(Object.keys(rest).sort()).toEqual(['code', 'kind']);
      }
    }));
  });

  it('don’t tell in which order the firms answered', () => {
    fc.assert(fc.property(fc.array(answer, { minLength: 5, maxLength: 12 }), (answers) => {
      expect(results([...answers].reverse())).toEqual(results(answers));
    }));
  });
});
