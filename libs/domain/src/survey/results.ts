import type { Answers } from '../scheme/answer.js';
import { type Lists, optionsOf, questionsOf } from '../scheme/questions.js';
import type { Form, Question } from '../scheme/shape/form.js';

/** What the firms' answers to one question add up to; without figures while too few have answered it. */
export interface QuestionResult {
  readonly code: string;
  readonly kind: Question['kind'];
  /** Firms that have answered it. */
  readonly answered: number;
  /** Enough have: with fewer, a firm might be recognised. */
  readonly shown: boolean;
  /** Of a number, in hundredths. */
  readonly mean?: number;
  /** Of a number with few values, of a choice or of choices: how often each was given. */
  readonly counts?: { readonly [value: string]: number };
  /** Of a text: what was written, in alphabetical order, so that no order leads from one question's text to another's. */
  readonly texts?: readonly string[];
}

/** A scale with more values than this is shown by its mean alone. */
const mostValues = 11;

/**
 * The results of a closed survey, question by question and never firm by firm: nothing is crossed, so that no group is smaller than that of a
 * question. Asked of a survey that still runs, two readings would tell a firm's answer by subtraction; the caller sees to that.
 * @param minimum answers below which a question stays without figures
 */
export function resultsOf(lists: Lists, form: Form, answers: readonly Answers[], minimum: number): QuestionResult[] {
  return questionsOf(form).map(({ question }) => {
    const given = answers.flatMap((one) => (isGiven(one[question.code]) ? [one[question.code]] : []));
    const base = { code: question.code, kind: question.kind, answered: given.length };
    return answers.length < minimum || given.length < minimum ? { ...base, shown: false } : { ...base, shown: true, ...figures(lists, question, given) };
  });
}

function isGiven(answer: unknown): boolean {
  return answer !== undefined && answer !== null && answer !== '' && !(Array.isArray(answer) && answer.length === 0);
}

function figures(lists: Lists, question: Question, given: readonly unknown[]): Pick<QuestionResult, 'mean' | 'counts' | 'texts'> {
  switch (question.kind) {
    case 'number': {
      const numbers = given.filter((one): one is number => typeof one === 'number');
      const mean = Math.round((numbers.reduce((sum, one) => sum + one, 0) * 100) / numbers.length);
      const values = valuesOf(question);
      return values.length === 0 ? { mean } : { mean, counts: countsOf(values, numbers.map(String)) };
    }
    case 'choice':
    case 'choices':
      return { counts: countsOf(optionsOf(lists, question).map(({ code }) => code), given.flat().map(String)) };
    case 'text':
    case 'long-text':
      return { texts: given.map(String).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)) };
    // Surveys ask no files, tables or indicators; of dates nothing is added up.
    case 'date':
    case 'table':
    case 'attachment':
    case 'indicators':
      return {};
  }
}

/** The values of a short scale of whole numbers. */
function valuesOf({ min, max, integer }: Extract<Question, { kind: 'number' }>): string[] {
  if (!integer || min === undefined || max === undefined || max - min >= mostValues) return [];
  return Array.from({ length: max - min + 1 }, (_, i) => String(min + i));
}

function countsOf(values: readonly string[], given: readonly string[]): Record<string, number> {
  return Object.fromEntries(values.map((value) => [value, given.filter((one) => one === value).length]));
}
