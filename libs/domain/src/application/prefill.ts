import { checkAnswers } from '../scheme/answers.js';
import type { Answer, Answers, Row } from '../scheme/answer.js';
import { questionsOf } from '../scheme/questions.js';
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
}

/**
 * What a new file begins with. Answers of the last file that the form of today would still take, and rows of the reports where the form says
 * which; reports are younger, so their rows take the place of the last file's. Every question answered so is marked, to be confirmed.
 */
export function prefill(scheme: Scheme, { answers, files, reports }: WrittenBefore, sources: readonly CarriedFrom[]): { answers: Answers; carried: CarriedOver } {
  const questions = questionsOf(scheme.application.form).map(({ question }) => question);
  const before = sources.includes('application') ? stillFitting(scheme, answers) : {};
  const reported = sources.includes('reports')
    ? stillFitting(scheme, Object.fromEntries(questions.flatMap((question) => (question.kind === 'table' ? reportedRows(question, reports) : []))))
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

/** The rows that the form takes from a table of the reports; the last ones where there are more than it holds. */
function reportedRows({ code, prefill: source, maxRows }: QuestionOf<'table'>, reports: readonly Answers[]): [string, Answer][] {
  if (!source) return [];
  const rows = reports.flatMap((report) => {
    const table = report[source.report];
    return Array.isArray(table) ? (table as (Row | null)[]).filter((row): row is Row => typeof row === 'object' && row !== null && (!source.where || row[source.where.column] === source.where.is)) : [];
  });
  const taken = rows.slice(-maxRows).map((row): Row => Object.fromEntries(source.columns.flatMap(({ column, from }) => (row[from] === undefined ? [] : [[column, row[from]] as const]))));
  return taken.length > 0 ? [[code, taken]] : [];
}

/** The questions that were carried over and that nobody has confirmed. */
export function toConfirm(carried: CarriedOver): string[] {
  return Object.entries(carried).filter(([, { confirmed }]) => !confirmed).map(([code]) => code);
}

/** What is carried over after a saving: an answer that somebody changed, or says to stand, is confirmed. */
export function confirmedBy(carried: CarriedOver, { confirmed, changed }: { confirmed: readonly string[]; changed: (code: string) => boolean }): CarriedOver {
  return Object.fromEntries(Object.entries(carried).map(([code, one]) => [code, { ...one, confirmed: one.confirmed || confirmed.includes(code) || changed(code) }]));
}
