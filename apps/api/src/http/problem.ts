import { euros } from '../../../../libs/domain/src/award/contract.js';
import { writtenDate } from '../../../../libs/domain/src/notification/dates.js';
import { optionalText } from '../../../../libs/domain/src/procedure/facts.js';
import type { FieldFault } from './field-fault.js';
import { wordOf } from '../document/words.js';
import { fill, type Params } from './fill.js';
import type { Locale } from './locale.js';
import { problemsEn } from './problems.en.js';
import { problemsFr } from './problems.fr.js';

export type ProblemCode = keyof typeof problemsFr;

/** What a sentence is filled with; a name that a scheme gives in both languages is said in the caller’s. */
export type ProblemParams = Readonly<Record<string, string | number | Readonly<Record<Locale, string>>>>;

/**
 * A refusal that the caller is told about (RFC 9457). The code is stable, the sentence comes from the catalogue in the caller's language.
 * @example throw new Problem(409, 'pole-claimed')
 */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: ProblemCode,
    readonly params: ProblemParams = {},
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
    detail: fill(text.detail, inWords(problem.params, locale), locale),
    instance,
    ...(problem.errors ? { errors: problem.errors.map(({ pointer, code, say }) => ({ pointer, code, detail: say(locale) })) } : {}),
  };
}

/** What a file is called in a sentence, by its kind. */
const subjects: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  fr: {
    application: 'ce dossier', appraisal: 'cette expertise', call: 'cet appel à candidatures', award: 'ce label', monitoring: 'ce suivi', renewal: 'ce renouvellement',
    session: 'cette séance', appeal: 'ce recours', survey: 'cette enquête',
  },
  en: {
    application: 'this application', appraisal: 'this appraisal', call: 'this call', award: 'this label', monitoring: 'this monitoring', renewal: 'this renewal',
    session: 'this session', appeal: 'this appeal', survey: 'this survey',
  },
};

/** Params that are cents: people read euros. */
const amounts: readonly string[] = ['cents', 'rest', 'maximum'];

/** A sentence says “5 March 2027”, “€1,250”, “under appraisal”, “this session”; the date and the codes stand as they are in the members of the answer. */
function inWords(params: ProblemParams, locale: Locale): Params {
  const said = Object.entries(params).map(([name, value]): [string, string | number] => {
    if (typeof value === 'number') return [name, amounts.includes(name) ? euros(value, locale) : value];
    if (typeof value === 'object') return [name, value[locale]];
    return [name, name === 'status' ? wordOf(value, locale) : writtenDate(value, locale)];
  });
  return { ...Object.fromEntries(said), subject: subjects[locale][optionalText(params, 'subject') ?? 'application'] ?? '–' };
}
