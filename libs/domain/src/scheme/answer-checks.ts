import { parseDate } from '../calendar/civil-date.js';
import type { AnswerFault } from './answer.js';
import { optionsOf, type Lists } from './questions.js';
import type { Column, Question, QuestionOf } from './shape/form.js';

/** PostgreSQL keeps neither the character zero nor half a character, and no form needs other control characters. */
const unfit = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u;
const longestEvidence = 2000;
const longestLabel = 200;

const fault = (code: string, params: AnswerFault['params'] = {}): AnswerFault => ({ code, params });

/** What is wrong with an answer, as far as it goes: its type, its options, its upper limits. */
export function checkAnswer(lists: Lists, question: Question, answer: unknown): AnswerFault | undefined {
  switch (question.kind) {
    case 'choices':
      return checkChoices(lists, question, answer);
    case 'table':
      return checkTable(lists, question, answer);
    case 'indicators':
      return checkIndicators(lists, question, answer);
    case 'attachment':
      return fault('not-an-answer');
    case 'long-text':
      return checkText(answer, question.maxLength);
    case 'text':
    case 'number':
    case 'date':
    case 'choice':
      return checkCell(lists, question, answer);
  }
}

function checkCell(lists: Lists, cell: Column, answer: unknown): AnswerFault | undefined {
  switch (cell.kind) {
    case 'text':
      return checkText(answer, cell.maxLength);
    case 'number':
      return checkNumber(answer, cell);
    case 'date':
      return checkDate(answer, cell);
    case 'choice':
      if (typeof answer !== 'string') return fault('not-a-text');
      // Emptied again: not answered.
      return answer === '' || isOption(lists, cell, answer) ? undefined : fault('unknown-option', { given: shortened(answer) });
  }
}

function checkText(answer: unknown, max: number): AnswerFault | undefined {
  if (typeof answer !== 'string') return fault('not-a-text');
  if (unfit.test(answer)) return fault('unfit-characters');
  return answer.length > max ? fault('text-too-long', { max, given: answer.length }) : undefined;
}

function checkNumber(answer: unknown, limits: { min?: number; max?: number; integer?: boolean }): AnswerFault | undefined {
  if (typeof answer !== 'number' || !Number.isFinite(answer)) return fault('not-a-number');
  if (limits.integer && !Number.isSafeInteger(answer)) return fault('not-a-whole-number');
  if (limits.min !== undefined && answer < limits.min) return fault('number-too-small', { min: limits.min, given: answer });
  return limits.max !== undefined && answer > limits.max ? fault('number-too-large', { max: limits.max, given: answer }) : undefined;
}

function checkDate(answer: unknown, { from, to }: { from?: string; to?: string }): AnswerFault | undefined {
  if (typeof answer !== 'string') return fault('not-a-date');
  if (answer === '') return undefined;
  try {
    parseDate(answer);
  } catch {
    return fault('not-a-date');
  }
  if (from !== undefined && answer < from) return fault('date-too-early', { from });
  return to !== undefined && answer > to ? fault('date-too-late', { to }) : undefined;
}

function checkChoices(lists: Lists, question: QuestionOf<'choices'>, answer: unknown): AnswerFault | undefined {
  if (!Array.isArray(answer)) return fault('not-a-list');
  const codes: unknown[] = answer;
  const unknown = codes.filter((code) => typeof code !== 'string' || !isOption(lists, question, code));
  if (unknown.length > 0) return fault('unknown-option', { given: shortened(unknown[0]) });
  if (new Set(codes).size < codes.length) return fault('option-twice');
  return question.max !== undefined && codes.length > question.max ? fault('too-many-choices', { max: question.max, given: codes.length }) : undefined;
}

function checkTable(lists: Lists, table: QuestionOf<'table'>, answer: unknown): AnswerFault | undefined {
  if (!Array.isArray(answer)) return fault('not-a-list');
  const rows: unknown[] = answer;
  if (rows.length > table.maxRows) return fault('too-many-rows', { max: table.maxRows, given: rows.length });
  for (const [at, row] of rows.entries()) {
    if (!isPlain(row)) return fault('not-a-row', { row: at + 1 });
    for (const [code, cell] of Object.entries(row)) {
      const column = table.columns.find((candidate) => candidate.code === code);
      const wrong = column ? checkCell(lists, column, cell) : fault('unknown-column');
      if (wrong) return fault(wrong.code, { ...wrong.params, row: at + 1, column: shortened(code) });
    }
  }
  return undefined;
}

function checkIndicators(lists: Lists, { asks }: QuestionOf<'indicators'>, answer: unknown): AnswerFault | undefined {
  if (!isPlain(answer)) return fault('not-indicators');
  let own = 0;
  for (const [code, parts] of Object.entries(answer)) {
    const indicator = lists.indicators.find((candidate) => candidate.code === code);
    const here = { indicator: shortened(code) };
    if (!indicator && !(lists.ownIndicators.allowed && /^own-[1-9]\d?$/.test(code))) return fault('unknown-indicator', here);
    if (!indicator && ++own > lists.ownIndicators.max) return fault('too-many-indicators', { max: lists.ownIndicators.max });
    if (!isPlain(parts)) return fault('not-indicators', here);
    for (const [part, value] of Object.entries(parts)) {
      const wrong = checkPart(asks, indicator, part, value);
      if (wrong) return fault(wrong.code, { ...wrong.params, ...here, part: shortened(part) });
    }
  }
  return undefined;
}

function checkPart(asks: readonly string[], indicator: Lists['indicators'][number] | undefined, part: string, value: unknown): AnswerFault | undefined {
  if (!indicator && (part === 'label' || part === 'unit')) return checkText(value, longestLabel);
  if (!asks.includes(part)) return fault('unknown-part');
  return part === 'evidence' ? checkText(value, longestEvidence) : checkNumber(value, indicator ?? {});
}

const isOption = (lists: Lists, choice: Parameters<typeof optionsOf>[1], code: string): boolean =>
  optionsOf(lists, choice).some((option) => option.code === code);

const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const shortened = (value: unknown): string => String(value).slice(0, 60);
