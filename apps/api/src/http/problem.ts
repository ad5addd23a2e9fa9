import { problemsEn } from './problems.en.js';
import { problemsFr } from './problems.fr.js';

export type ProblemCode = keyof typeof problemsFr;
export type Locale = 'fr' | 'en';
/** One field that was refused: a JSON pointer into the body (or `?name` for a query) and what is wrong. */
export interface FieldFault { readonly pointer: string; readonly detail: string }

/**
 * A refusal that the caller is told about (RFC 9457). The code is stable, the sentence comes from the catalogue in the caller's language.
 * @example throw new Problem(409, 'pole-claimed')
 */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: ProblemCode,
    readonly params: Readonly<Record<string, string | number>> = {},
    readonly errors?: readonly FieldFault[],
    /** Further members of the answer, e.g. `{ currentStatus: 'submitted' }`. */
    readonly extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }
}

/** The answer's body for a problem, in one language. `instance` is the path that was asked. */
export function problemBody(problem: Problem, locale: Locale, instance: string): Record<string, unknown> {
  const text = (locale === 'en' ? problemsEn : problemsFr)[problem.code];
  return {
    ...problem.extra,
    type: `urn:estampille:problem:${problem.code}`,
    title: text.title,
    status: problem.status,
    code: problem.code,
    detail: fill(text.detail, problem.params),
    instance,
    ...(problem.errors ? { errors: problem.errors } : {}),
  };
}

/** French unless the caller prefers English: the first of the two in `Accept-Language` by weight. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const wanted = (acceptLanguage ?? '').split(',').map((part) => {
    const [tag = '', ...options] = part.trim().toLowerCase().split(';');
    const weight = options.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find((one) => one !== undefined);
    return { language: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) };
  }).filter((one) => (one.language === 'fr' || one.language === 'en') && one.weight > 0);
  wanted.sort((a, b) => b.weight - a.weight);
  return wanted[0]?.language === 'en' ? 'en' : 'fr';
}

function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? '–'));
}
