import { checkAnswer } from '../scheme/answer-checks.js';
import { checkAnswers } from '../scheme/answers.js';
import type { Answer, Answers, IndicatorAnswer, Row } from '../scheme/answer.js';
import { questionsOf } from '../scheme/questions.js';
import { unfinished } from '../scheme/unfinished.js';
import type { QuestionOf } from '../scheme/shape/form.js';
import type { Scheme } from '../scheme/shape/scheme.js';

/** Where an answer of a new file comes from. */
export type CarriedFrom = 'application' | 'reports';

/** Questions answered from what the pole wrote before, by code; each is confirmed, or changed, before the file is submitted. */
export type CarriedOver = Record<string, { from: CarriedFrom; confirmed: boolean }>;

/** What a pole wrote before: its last file, with the questions that it answered by files, and its reports, the oldest first. */
export interface WrittenBefore {
  readonly answers: Answers;
  readonly files: readonly string[];
  readonly reports: readonly Answers[];
  /** Those of the reports that were validated, the oldest first: their values can be relied on. */
  readonly validated: readonly Answers[];
}

/**
 * What a new file begins with: answers of the last file that the form of today would still take. Where the form says so, complete rows of the
 * reports join the last file's; the last validated value of an indicator is its new baseline. Every question answered so is marked, to be confirmed.
 */
export function prefill(scheme: Scheme, { answers, files, reports, validated }: WrittenBefore, sources: readonly CarriedFrom[]): { answers: Answers; carried: CarriedOver } {
  const questions = questionsOf(scheme.application.form).map(({ question }) => question);
  const before = sources.includes('application') ? stillFitting(scheme, answers) : {};
  const reported = sources.includes('reports')
    ? stillFitting(scheme, Object.fromEntries(questions.flatMap((question): [string, Answer][] => {
      if (question.kind === 'table') return withReported(scheme, question, before[question.code], reports);
      return question.kind === 'indicators' ? withBaselines(scheme, question, before[question.code], validated) : [];
    })))
    : {};
  const attached = sources.includes('application') ? questions.filter(({ kind, code }) => kind === 'attachment' && files.includes(code)).map(({ code }) => code) : [];
  const from = (codes: readonly string[], source: CarriedFrom) => codes.map((code) => [code, { from: source, confirmed: false }] as const);
  return {
    answers: { ...before, ...reported },
    carried: Object.fromEntries([...from([...Object.keys(before), ...attached], 'application'), ...from(Object.keys(reported), 'reports')]),
  };
}

/** Of old answers, those that the form of today would still take. */
function stillFitting(scheme: Scheme, answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([code, answer]) => checkAnswers(scheme, scheme.application.form, { [code]: answer }).ok));
}

/** The last file's rows and, after them, the rows that the form takes from a table of the reports; the last ones where there are more than it holds. */
function withReported(scheme: Scheme, { minRows: _min, everyOptionOf: _every, ...table }: QuestionOf<'table'>, before: Answer | undefined, reports: readonly Answers[]): [string, Answer][] {
  const { code, prefill: source, maxRows } = table;
  if (!source) return [];
  const rows = reports.flatMap((report) => {
    const written = report[source.report];
    return Array.isArray(written) ? (written as (Row | null)[]).filter((row): row is Row => typeof row === 'object' && row !== null && (!source.where || row[source.where.column] === source.where.is)) : [];
  });
  const taken = rows.map((row): Row => Object.fromEntries(source.columns.flatMap(({ column, from }) => (row[from] === undefined ? [] : [[column, row[from]] as const]))));
  // A row that the file could not be submitted with is no help: the pole would have to look for what is missing.
  const complete = taken.filter((row) => !checkAnswer(scheme, table, [row]) && unfinished(scheme, table, [row]).length === 0);
  if (complete.length === 0) return [];
  const kept = (before ?? []) as Row[];
  const same = (a: Row, b: Row): boolean => table.columns.every((column) => a[column.code] === b[column.code]);
  return [[code, [...kept, ...complete.filter((row) => !kept.some((one) => same(one, row)))].slice(-maxRows)]];
}

/** What the indicators had reached by the last validated report that tells of each: the new file starts from there. Targets of the last file stay until others are given. */
function withBaselines(scheme: Scheme, { code, asks }: QuestionOf<'indicators'>, before: Answer | undefined, validated: readonly Answers[]): [string, Answer][] {
  if (!scheme.monitoring || !asks.includes('baseline')) return [];
  const kept = (before ?? {}) as Record<string, IndicatorAnswer>;
  const tables = questionsOf(scheme.monitoring.reportForm).filter(({ question }) => question.kind === 'indicators').map(({ question }) => question.code);
  // The centre's own indicators are known by the file that named them.
  const known = new Set([...scheme.indicators.map((one) => one.code), ...Object.keys(kept)]);
  const reached = new Map<string, number>();
  for (const written of validated.flatMap((report) => tables.map((table) => report[table]))) {
    if (typeof written !== 'object' || Array.isArray(written)) continue;
    for (const [indicator, said] of Object.entries(written)) if (known.has(indicator) && typeof said?.value === 'number') reached.set(indicator, said.value);
  }
  if (reached.size === 0) return [];
  return [[code, { ...kept, ...Object.fromEntries([...reached].map(([indicator, value]) => [indicator, { ...kept[indicator], baseline: value }])) }]];
}

/** The questions that were carried over and that nobody has confirmed. */
export function toConfirm(carried: CarriedOver): string[] {
  return Object.entries(carried).filter(([, { confirmed }]) => !confirmed).map(([code]) => code);
}

/** What is carried over after a saving: an answer that somebody changed, or says to stand, is confirmed. */
export function confirmedBy(carried: CarriedOver, { confirmed, changed }: { confirmed: readonly string[]; changed: (code: string) => boolean }): CarriedOver {
  return Object.fromEntries(Object.entries(carried).map(([code, one]) => [code, { ...one, confirmed: one.confirmed || confirmed.includes(code) || changed(code) }]));
}
