import type { CivilDate } from '../calendar/types.js';
import type { Answer, AnswerFault, Answers, Attachment, Row } from './answer.js';
import { checkAnswer } from './answer-checks.js';
import { partOf } from './part.js';
import { questionsOf, type Lists } from './questions.js';
import { isEmpty, unfinished } from './unfinished.js';
import type { Form, Question } from './shape/form.js';
import type { Scheme } from './shape/scheme.js';

/** One question of a form and how far it has come. */
export interface QuestionState {
  code: string;
  section: string;
  required: boolean;
  /** Nothing more is needed: answered well, or optional and empty. */
  complete: boolean;
  fault?: AnswerFault;
  /** What else is wrong with a table or with indicators, after the first fault. */
  further?: readonly AnswerFault[];
}

/** First and last day that a report is about. */
interface Period {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** How far a form has come; `answered` and `total` count all questions, optional ones too. */
export interface Completeness {
  questions: QuestionState[];
  complete: boolean;
  answered: number;
  total: number;
}

/**
 * Whether answers may be saved: known questions, right types, within limits. What is missing is no fault here: a draft
 * is written in several sittings. Accepted answers are a copy fit for JSON.
 */
export function checkAnswers(
  lists: Lists,
  form: Form,
  answers: Record<string, unknown>,
): { ok: true; answers: Answers } | { ok: false; faults: ({ question: string } & AnswerFault)[] } {
  const questions = new Map(questionsOf(form).map(({ question }) => [question.code, question]));
  const faults = Object.entries(answers).flatMap(([code, answer]) => {
    const question = questions.get(code);
    const fault = question ? checkAnswer(lists, question, answer) : { code: 'unknown-question', params: {} };
    return fault ? [{ question: code, ...fault }] : [];
  });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, answers: JSON.parse(JSON.stringify(answers)) as Answers };
}

/** How complete an application is, question by question. */
export const completeness = (scheme: Scheme, answers: Answers, attachments: readonly Attachment[]): Completeness =>
  formCompleteness(scheme, scheme.application.form, answers, attachments);

/** How complete a monitoring report is, question by question. What its tables date happened in its period: a row of another year is counted there. */
export function reportCompleteness(scheme: Scheme, answers: Answers, attachments: readonly Attachment[], period?: Period): Completeness {
  const form = partOf(scheme, 'monitoring').reportForm;
  const { questions, ...counts } = formCompleteness(scheme, form, answers, attachments);
  const asked = new Map(questionsOf(form).map(({ question }) => [question.code, question]));
  const dated = questions.map((state): QuestionState => {
    const [fault, ...further] = state.fault || !period ? [] : outsidePeriod(asked.get(state.code), answers[state.code], period);
    return fault ? { ...state, complete: false, fault, ...(further.length > 0 && { further }) } : state;
  });
  return { ...counts, questions: dated, complete: dated.every(({ complete }) => complete) };
}

function outsidePeriod(question: Question | undefined, answer: Answer | undefined, { from, to }: Period): AnswerFault[] {
  if (question?.kind !== 'table' || !Array.isArray(answer)) return [];
  const dates = question.columns.filter(({ kind }) => kind === 'date');
  return (answer as Row[]).flatMap((row, at) => dates.flatMap(({ code }) => {
    const on = row[code];
    return typeof on === 'string' && on !== '' && (on < from || on > to) ? [{ code: 'date-outside-period', params: { row: at + 1, column: code, given: on, from, to } }] : [];
  }));
}

/** Everything that keeps a form from being sent, question by question. */
export function faultsIn({ questions }: Completeness): { question: string; fault: AnswerFault }[] {
  return questions.flatMap(({ code, fault, further = [] }) => (fault ? [fault, ...further].map((one) => ({ question: code, fault: one })) : []));
}

/** How complete any form of the scheme is. */
export function formCompleteness(lists: Lists, form: Form, answers: Answers, attachments: readonly Attachment[]): Completeness {
  let answered = 0;
  const questions = questionsOf(form).map(({ section, question }): QuestionState => {
    const answer = Object.hasOwn(answers, question.code) ? answers[question.code] : undefined;
    const files = attachments.filter((file) => file.question === question.code);
    const given = question.kind === 'attachment' ? files.length > 0 : !isEmpty(answer);
    if (given) answered += 1;
    const [fault, ...further] = given ? faultsOf(lists, question, answer, files) : question.required ? [{ code: 'missing', params: {} }] : [];
    return { code: question.code, section, required: question.required, complete: !fault, ...(fault && { fault }), ...(further.length > 0 && { further }) };
  });
  return { questions, complete: questions.every((question) => question.complete), answered, total: questions.length };
}

function faultsOf(lists: Lists, question: Question, answer: unknown, files: readonly Attachment[]): readonly AnswerFault[] {
  const wrong = question.kind === 'attachment' ? attachmentFault(question, files) : checkAnswer(lists, question, answer);
  if (wrong) return [wrong];
  return question.kind === 'attachment' ? [] : unfinished(lists, question, answer as Answer);
}

/** Whether files may be given in answer to a question. */
export function attachmentFault(question: Extract<Question, { kind: 'attachment' }>, files: readonly Attachment[]): AnswerFault | undefined {
  if (files.length > question.maxFiles) return { code: 'too-many-files', params: { max: question.maxFiles, given: files.length } };
  const wrong = files.find(({ type }) => !(question.accept as string[]).includes(type));
  if (wrong) return { code: 'file-type', params: { given: wrong.type, accepted: question.accept.join(', ') } };
  const large = files.find(({ size }) => size > question.maxMegabytes * 1_000_000);
  return large && { code: 'file-too-large', params: { megabytes: question.maxMegabytes } };
}
