import { questionsOf } from '../../../../../libs/domain/src/scheme/questions.js';
import type { Form, Question } from '../../../../../libs/domain/src/scheme/shape/form.js';

/** What a form sends: a text a field, a list for a field that came several times. */
export type Sent = Readonly<Record<string, unknown>>;

/** The answers in what a page's form has sent: only the questions that are asked; an empty field is no answer. */
export function answersIn(form: Form, sent: Sent): Record<string, unknown> {
  return Object.fromEntries(questionsOf(form).flatMap(({ question }) => {
    const values = valuesOf(sent, question.code);
    return values.length === 0 ? [] : [[question.code, answerFrom(question, values)]];
  }));
}

/** The texts of one field that are not empty. */
export function valuesOf(sent: Sent, code: string): string[] {
  const value = Object.hasOwn(sent, code) ? sent[code] : undefined;
  return [value].flat().filter((one): one is string => typeof one === 'string' && one.trim() !== '').map((one) => one.replaceAll('\r\n', '\n').trim());
}

function answerFrom({ kind }: Question, [first = '', ...others]: readonly string[]): unknown {
  if (kind === 'choices') return [first, ...others];
  if (kind !== 'number') return first;
  // “4,5” as it is typed in French; what is no number is left for the form's own check to say so.
  const number = Number(first.replace(',', '.'));
  return Number.isFinite(number) ? number : first;
}
