import type { Answer, AnswerFault, IndicatorAnswer, Row } from './answer.js';
import { optionsOf, type Lists } from './questions.js';
import type { Question } from './shape/form.js';

/** Whether nothing has been answered: blanks count as nothing, zero counts as something. */
export function isEmpty(answer: unknown): boolean {
  if (typeof answer === 'string') return answer.trim() === '';
  if (Array.isArray(answer)) return answer.length === 0;
  if (typeof answer === 'object' && answer !== null) return Object.keys(answer).length === 0;
  return answer === undefined || answer === null;
}

/** What a draft may leave for later and a submission may not: minimums, empty cells, rows for every option. */
export function unfinished(lists: Lists, question: Question, answer: Answer): AnswerFault | undefined {
  switch (question.kind) {
    case 'text':
    case 'long-text':
      return question.minLength !== undefined && (answer as string).length < question.minLength
        ? { code: 'text-too-short', params: { min: question.minLength, given: (answer as string).length } }
        : undefined;
    case 'choices':
      return question.min !== undefined && (answer as string[]).length < question.min
        ? { code: 'too-few-choices', params: { min: question.min, given: (answer as string[]).length } }
        : undefined;
    case 'table':
      return unfinishedTable(lists, question, answer as Row[]);
    case 'indicators':
      return unfinishedIndicators(lists, question, answer as Record<string, IndicatorAnswer>);
    case 'choice':
    case 'number':
    case 'date':
    case 'attachment':
      return undefined;
  }
}

function unfinishedTable(lists: Lists, table: Extract<Question, { kind: 'table' }>, rows: Row[]): AnswerFault | undefined {
  if (rows.length < (table.minRows ?? 0)) return { code: 'too-few-rows', params: { min: table.minRows ?? 0, given: rows.length } };
  for (const [at, row] of rows.entries()) {
    for (const column of table.columns) {
      const cell = row[column.code];
      if (column.required && isEmpty(cell)) return { code: 'cell-missing', params: { row: at + 1, column: column.code } };
      const short = column.kind === 'text' && !isEmpty(cell) && String(cell).length < (column.minLength ?? 0);
      if (short) return { code: 'cell-too-short', params: { row: at + 1, column: column.code } };
    }
  }
  const covering = table.columns.find(({ code }) => code === table.everyOptionOf);
  if (covering?.kind !== 'choice') return undefined;
  const missing = optionsOf(lists, covering).find(({ code }) => !rows.some((row) => row[covering.code] === code));
  return missing && { code: 'option-without-row', params: { column: covering.code, option: missing.code } };
}

function unfinishedIndicators(
  lists: Lists,
  { asks }: Extract<Question, { kind: 'indicators' }>,
  answer: Record<string, IndicatorAnswer>,
): AnswerFault | undefined {
  const all = new Set([...lists.indicators.map(({ code }) => code), ...Object.keys(answer)]);
  for (const indicator of all) {
    const own = !lists.indicators.some(({ code }) => code === indicator);
    const missing = (own ? (['label', ...asks] as const) : asks).find((part) => isEmpty(answer[indicator]?.[part]));
    if (missing) return { code: 'indicator-missing', params: { indicator, part: missing } };
  }
  return undefined;
}
