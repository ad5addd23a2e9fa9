import { checkSiren } from '../identifiers/siren.js';
import type { Answers } from '../scheme/answer.js';

/** Nine digits, alone or at the head of a SIRET, with the spaces or dots that people put between them. */
const NUMBER = /(?<!\d)(\d{3}[\s.]?\d{3}[\s.]?\d{3})(?:[\s.]?\d{5})?(?!\d)/g;

/** The legal persons that a file names anywhere in its answers, by SIREN (a SIRET gives its first nine digits), each once, in order. */
export function sirensNamedIn(answers: Answers): string[] {
  const found = texts(answers).flatMap((text) => [...text.matchAll(NUMBER)].map(([, number = '']) => checkSiren(number))).flatMap((checked) => (checked.ok ? [checked.value] : []));
  return [...new Set(found)].sort();
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}
