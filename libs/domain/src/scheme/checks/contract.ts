import { contractPlaceholders } from '../../award/contract.texts.js';
import { placeholdersOf } from '../../notification/template.js';
import type { Remark } from '../fault.js';
import { questionsOf } from '../questions.js';
import type { Scheme } from '../shape/scheme.js';

/** A contract asks only for what is known of a label, and takes over answers that the form asks for. */
export function checkContract({ award: { contract }, application }: Scheme): Remark[] {
  if (!contract) return [];
  const { preamble = [], clauses, annexes = [] } = contract;
  const asked = questionsOf(application.form).map(({ question }) => question);
  const texts = [...preamble.map((text, i) => [text, ['preamble', i]] as const), ...clauses.map((text, i) => [text, ['clauses', i]] as const)];
  return [
    ...texts.flatMap(([text, path]) => (['fr', 'en'] as const).flatMap((locale) => placeholdersOf(text[locale]).filter(({ name }) => !contractPlaceholders.includes(name))
      .map(({ name }) => ({ path: ['award', 'contract', ...path, locale], message: `nothing is known as {{${name}}} (known: ${contractPlaceholders.join(', ')})` })))),
    ...annexes.flatMap((code, i) => {
      const question = asked.find((one) => one.code === code);
      const path = ['award', 'contract', 'annexes', i];
      if (!question) return [{ path, message: `the application form has no question "${code}"` }];
      return question.kind === 'attachment' ? [{ path, message: `"${code}" asks for files, which a contract cannot take over` }] : [];
    }),
  ];
}
