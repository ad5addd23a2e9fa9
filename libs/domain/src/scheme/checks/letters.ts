import { letterPlaceholders } from '../../application/letter.texts.js';
import { placeholdersOf } from '../../notification/template.js';
import type { Remark } from '../fault.js';
import type { Scheme } from '../shape/scheme.js';

/** A decision letter asks only for what is known of a decision: a misspelt placeholder would leave its paragraph out in silence. */
export function checkLetters({ decision }: Scheme): Remark[] {
  return Object.entries(decision.letters ?? {}).flatMap(([outcome, { subject, opening, closing }]) => {
    const at = (...rest: (string | number)[]) => ['decision', 'letters', outcome, ...rest];
    return [
      ...remarks(subject, at('subject')),
      ...opening.flatMap((text, i) => remarks(text, at('opening', i))),
      ...closing.flatMap((text, i) => remarks(text, at('closing', i))),
    ];
  });
}

function remarks(text: { readonly fr: string; readonly en: string }, path: (string | number)[]): Remark[] {
  return (['fr', 'en'] as const).flatMap((locale) => placeholdersOf(text[locale]).filter(({ name }) => !letterPlaceholders.includes(name))
    .map(({ name }) => ({ path: [...path, locale], message: `nothing is known as {{${name}}} (known: ${letterPlaceholders.join(', ')})` })));
}
