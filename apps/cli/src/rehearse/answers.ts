import { addDays } from '../../../../libs/domain/src/calendar/civil-date.js';
import type { CivilDate } from '../../../../libs/domain/src/calendar/types.js';
import type { Answer, Answers, IndicatorAnswer, Row } from '../../../../libs/domain/src/scheme/answer.js';
import { optionsOf, questionsOf, type Lists } from '../../../../libs/domain/src/scheme/questions.js';
import type { Column, Form, Question, QuestionOf } from '../../../../libs/domain/src/scheme/shape/form.js';

/** Answers that complete any form of any scheme, files apart: what a diligent applicant would type. */
export function fillIn(lists: Lists, form: Form, today: CivilDate): Answers {
  return Object.fromEntries(questionsOf(form).flatMap(({ question }) => (question.kind === 'attachment' ? [] : [[question.code, answerTo(lists, question, today)]])));
}

/** The questions that ask for a file. */
export function filesOf(form: Form): string[] {
  return questionsOf(form).filter(({ question }) => question.kind === 'attachment' && question.required).map(({ question }) => question.code);
}

function answerTo(lists: Lists, question: Exclude<Question, { kind: 'attachment' }>, today: CivilDate): Answer {
  switch (question.kind) {
    case 'table':
      return rows(lists, question, today);
    case 'choices':
      return optionsOf(lists, question).slice(0, Math.max(1, question.min ?? 1)).map((o) => o.code);
    case 'indicators':
      return Object.fromEntries(lists.indicators.map((i) => [i.code, Object.fromEntries(question.asks.map((part) => [part, part === 'evidence' ? 'Liste jointe' : numberIn(i)]))])) as Record<string, IndicatorAnswer>;
    case 'text':
    case 'long-text':
    case 'choice':
    case 'number':
    case 'date':
      return cell(lists, question, today);
  }
}

/** As many rows as are asked for, one for each option that needs one. */
function rows(lists: Lists, table: QuestionOf<'table'>, today: CivilDate): Row[] {
  const covering = table.columns.find(({ code }) => code === table.everyOptionOf);
  const options = covering?.kind === 'choice' ? optionsOf(lists, covering).map((o) => o.code) : [];
  const count = Math.max(1, table.minRows ?? 1, options.length);
  return Array.from({ length: count }, (_, i): Row => Object.fromEntries(table.columns.map((column) => [
    column.code, column === covering ? (options[i % options.length] ?? '') : cell(lists, column, today),
  ])));
}

function cell(lists: Lists, asked: Column | QuestionOf<'text' | 'long-text' | 'choice' | 'number' | 'date'>, today: CivilDate): string | number {
  switch (asked.kind) {
    case 'choice':
      return optionsOf(lists, asked)[0]?.code ?? '';
    case 'number':
      return numberIn(asked);
    case 'date':
      return asked.to !== undefined && asked.to < today ? asked.to : asked.from !== undefined && asked.from > today ? asked.from : addDays(today, -30);
    case 'text':
    case 'long-text':
      return text(asked.minLength ?? 1, asked.maxLength);
  }
}

function numberIn({ min = 0, max }: { min?: number; max?: number }): number {
  return max === undefined ? Math.ceil(min) + 4 : Math.ceil(min) + Math.floor((max - min) / 2);
}

function text(min: number, max: number): string {
  const sentence = 'Ce que le centre écrit ici. ';
  return sentence.repeat(Math.ceil(Math.max(min, 20) / sentence.length)).slice(0, max).trim().padEnd(min, '.');
}
