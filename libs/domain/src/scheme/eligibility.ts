import type { EligibilityQuestion } from './shape/form.js';
import type { Text } from './shape/basics.js';

/** The outcome of the questions that anybody may try: what excludes, what was not answered. A help, not a decision. */
export interface Eligibility {
  eligible: boolean;
  reasons: { question: string; reason: Text }[];
  unanswered: string[];
}

/** Tries answers (code of the question to code of the option) against a scheme's eligibility questions. */
export function eligibilityOf(questions: readonly EligibilityQuestion[], answers: Record<string, string>): Eligibility {
  const answered = questions.map((question) => ({
    question,
    option: Object.hasOwn(answers, question.code) ? question.options.find(({ code }) => code === answers[question.code]) : undefined,
  }));
  const reasons = answered.flatMap(({ question, option }) => (option?.eligible === false ? [{ question: question.code, reason: question.reason }] : []));
  const unanswered = answered.filter(({ option }) => !option).map(({ question }) => question.code);
  return { eligible: reasons.length === 0 && unanswered.length === 0, reasons, unanswered };
}
