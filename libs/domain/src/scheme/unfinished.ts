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

/** What a draft may leave for later and a submission may not: minimums, empty cells, rows for every option. All of it: who completes a table wants to know every gap. */
export function unfinished(lists: Lists, question: Question, answer: Answer): readonly AnswerFault[] {
  switch (question.kind) {
    case 'text':
    case 'long-text':
      return question.minLength !== undefined && (answer as string).length < question.minLength
        ? [{ code: 'text-too-short', params: { min: question.minLength, given: (answer as string).length } }]
        : [];
    case 'choices':
      return question.min !== undefined && (answer as string[]).length < question.min
        ? [{ code: 'too-few-choices', params: { min: question.min, given: (answer as string[]).length } }]
        : [];
    case 'table':
      return unfinishedTable(lists, question, answer as Row[]);
    case 'indicators':
      return unfinishedIndicators(lists, question, answer as Record<string, IndicatorAnswer>);
    case 'choice':
    case 'number':
    case 'date':
    case 'attachment':
      return [];
  }
}

function unfinishedTable(lists: Lists, table: Extract<Question, { kind: 'table' }>, rows: Row[]): AnswerFault[] {
  const few = rows.length < (table.minRows ?? 0) ? [{ code: 'too-few-rows', params: { min: table.minRows ?? 0, given: rows.length } }] : [];
  const cells = rows.flatMap((row, at) => table.columns.flatMap((column): AnswerFault[] => {
    const cell = row[column.code];
    const params = { row: at + 1, column: column.code };
    if (isEmpty(cell)) return column.required ? [{ code: 'cell-missing', params }] : [];
    return column.kind === 'text' && String(cell).length < (column.minLength ?? 0) ? [{ code: 'cell-too-short', params }] : [];
  }));
  const covering = table.columns.find(({ code }) => code === table.everyOptionOf);
  if (covering?.kind !== 'choice') return [...few, ...cells];
  const uncovered = optionsOf(lists, covering).filter(({ code }) => !rows.some((row) => row[covering.code] === code));
  return [...few, ...cells, ...uncovered.map(({ code }) => ({ code: 'option-without-row', params: { column: covering.code, option: code } }))];
}

function unfinishedIndicators(lists: Lists, { asks }: Extract<Question, { kind: 'indicators' }>, answer: Record<string, IndicatorAnswer>): AnswerFault[] {
  const all = [...new Set([...lists.indicators.map(({ code }) => code), ...Object.keys(answer)])];
  return all.flatMap((indicator) => {
    const own = !lists.indicators.some(({ code }) => code === indicator);
    const missing = (own ? (['label', ...asks] as const) : asks).filter((part) => isEmpty(answer[indicator]?.[part]));
    return missing.map((part) => ({ code: 'indicator-missing', params: { indicator, part } }));
  });
}
