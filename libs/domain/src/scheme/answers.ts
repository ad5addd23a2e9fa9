import type { Answer, AnswerFault, Answers, Attachment } from './answer.js';
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

/** How complete a monitoring report is, question by question. */
export const reportCompleteness = (scheme: Scheme, answers: Answers, attachments: readonly Attachment[]): Completeness =>
  formCompleteness(scheme, partOf(scheme, 'monitoring').reportForm, answers, attachments);

/** How complete any form of the scheme is. */
export function formCompleteness(lists: Lists, form: Form, answers: Answers, attachments: readonly Attachment[]): Completeness {
  let answered = 0;
  const questions = questionsOf(form).map(({ section, question }): QuestionState => {
    const answer = Object.hasOwn(answers, question.code) ? answers[question.code] : undefined;
    const files = attachments.filter((file) => file.question === question.code);
    const given = question.kind === 'attachment' ? files.length > 0 : !isEmpty(answer);
    if (given) answered += 1;
    const fault = given ? faultOf(lists, question, answer, files) : question.required ? { code: 'missing', params: {} } : undefined;
    return { code: question.code, section, required: question.required, complete: !fault, ...(fault && { fault }) };
  });
  return { questions, complete: questions.every((question) => question.complete), answered, total: questions.length };
}

function faultOf(lists: Lists, question: Question, answer: unknown, files: readonly Attachment[]): AnswerFault | undefined {
  if (question.kind === 'attachment') return attachmentFault(question, files);
  return checkAnswer(lists, question, answer) ?? unfinished(lists, question, answer as Answer);
}

/** Whether files may be given in answer to a question. */
export function attachmentFault(question: Extract<Question, { kind: 'attachment' }>, files: readonly Attachment[]): AnswerFault | undefined {
  if (files.length > question.maxFiles) return { code: 'too-many-files', params: { max: question.maxFiles, given: files.length } };
  const wrong = files.find(({ type }) => !(question.accept as string[]).includes(type));
  if (wrong) return { code: 'file-type', params: { given: wrong.type, accepted: question.accept.join(', ') } };
  const large = files.find(({ size }) => size > question.maxMegabytes * 1_000_000);
  return large && { code: 'file-too-large', params: { megabytes: question.maxMegabytes } };
}
