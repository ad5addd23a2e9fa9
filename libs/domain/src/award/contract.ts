import type { CivilDate } from '../calendar/types.js';
import { writtenDate } from '../notification/dates.js';
import { spaced } from '../notification/render.js';
import { fill, type Locale } from '../notification/template.js';
import type { Answers, IndicatorAnswer } from '../scheme/answer.js';
import type { Question } from '../scheme/shape/form.js';
import type { Scheme } from '../scheme/shape/scheme.js';
import { contractWords } from './contract.texts.js';

/**
 * What both parties sign, as data: names as they stood when the first of them signed, and the answers that the contract takes over.
 * With the scheme's version, which never changes, it is the whole text, in both languages.
 */
export interface ContractSource {
  /** `<code>@<version>`. */
  readonly scheme: string;
  readonly number: string;
  readonly startsOn: CivilDate;
  readonly endsOn: CivilDate;
  readonly decidedOn: CivilDate;
  readonly pole: string;
  readonly carrier: { readonly name: string; readonly siret: string | null; readonly representative: string | null };
  /** By question, of the annexed questions alone. */
  readonly answers: Answers;
}

/** A contract ready to be laid out: text only, in one language; its annexes are questions with their answers, a section of the form each. */
export interface ContractText {
  readonly title: string;
  readonly label: string;
  readonly parties: readonly { readonly what: string; readonly name: string; readonly lines: readonly string[] }[];
  readonly preamble: readonly string[];
  /** The scheme's clauses, then term and financing. */
  readonly articles: readonly { readonly heading: string; readonly paragraphs: readonly string[]; readonly items: readonly string[] }[];
  readonly annexes: readonly { readonly heading: string; readonly questions: readonly Question[] }[];
  /** In whose name each party signs, the pole first. */
  readonly signatories: { readonly pole: string; readonly authority: string };
}

/** The codes of the questions whose answers a scheme's contract takes over. */
export function annexedQuestions({ award }: Pick<Scheme, 'award'>): readonly string[] {
  return award.contract?.annexes ?? [];
}

/** The text of a contract: pure, so that what is read before the signature is what is signed. */
export function contractText(scheme: Scheme, source: ContractSource, locale: Locale): ContractText {
  const say = contractWords[locale];
  const { contract } = scheme.award;
  const values = valuesOf(scheme, source, locale);
  const filled = (text: { readonly fr: string; readonly en: string }) => fill(spaced(text[locale], locale), (name) => values[name] ?? '');
  const clauses = (contract?.clauses ?? []).map((text) => ({ heading: '', paragraphs: [filled(text)], items: [] }));
  const term = { heading: say.term, paragraphs: [say.termIs(writtenDate(source.startsOn, locale), writtenDate(source.endsOn, locale))], items: [] };
  return {
    title: say.title,
    label: scheme.name[locale],
    parties: [
      { what: say.authority, name: scheme.authority.name[locale], lines: scheme.authority.address ?? [] },
      { what: say.holder(source.pole), name: source.carrier.name, lines: carrierLines(source, locale) },
    ],
    preamble: (contract?.preamble ?? []).map(filled),
    articles: [term, ...clauses, ...financing(scheme, locale)].map(({ heading, ...rest }, i) => ({ heading: [say.article(i + 1), heading].filter((part) => part !== '').join(' – '), ...rest })),
    annexes: annexesOf(scheme, source).map(({ label, questions }, i) => ({ heading: `${say.annex(i + 1)} – ${label[locale]}`, questions })),
    signatories: { pole: contract?.signatories[0]?.[locale] ?? source.carrier.name, authority: contract?.signatories[1]?.[locale] ?? scheme.authority.name[locale] },
  };
}

function annexesOf(scheme: Scheme, { answers }: ContractSource) {
  const codes = annexedQuestions(scheme);
  const annexed = ({ code }: Question) => codes.includes(code) && answers[code] !== undefined;
  return scheme.application.form.sections.map(({ label, questions }) => ({ label, questions: questions.filter(annexed) })).filter(({ questions }) => questions.length > 0);
}

function valuesOf(scheme: Scheme, { number, pole, carrier, startsOn, endsOn, decidedOn }: ContractSource, locale: Locale): Readonly<Record<string, string>> {
  const day = (date: CivilDate) => writtenDate(date, locale);
  return {
    label: scheme.name[locale], authority: scheme.authority.name[locale], secretariat: scheme.secretariat.name[locale], pole, structure: carrier.name, number,
    startsOn: day(startsOn), endsOn: day(endsOn), decidedOn: day(decidedOn),
  };
}

function carrierLines({ carrier: { siret, representative } }: ContractSource, locale: Locale): string[] {
  const grouped = siret?.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u00a0$2\u00a0$3\u00a0$4');
  return [...(grouped ? [`SIRET ${grouped}`] : []), ...(representative ? [contractWords[locale].representedBy(representative)] : [])];
}

/** What the State pays, and when, as the scheme says. */
function financing(scheme: Scheme, locale: Locale): ContractText['articles'] {
  const terms = scheme.financing;
  if (!terms || terms.agreement === 'none') return [];
  const say = contractWords[locale];
  const paid = terms.instalments.map(({ label, percent, when }) => `${label[locale]} – ${percent}${locale === 'fr' ? '\u00a0' : ''}%, ${say.gates[when]}`);
  return [{
    heading: say.financing,
    paragraphs: [
      say.financingIs(euros(terms.maximum, locale), terms.rate, terms.agreement === 'yearly'),
      `${say.eligible}${locale === 'fr' ? '\u00a0' : ''}: ${terms.eligibleCosts.map(({ label }) => label[locale].toLowerCase()).join(', ')}.`,
    ],
    items: paid,
  }];
}

/** An amount in cents, as people read it. */
export function euros(cents: number, locale: Locale): string {
  const whole = String(Math.trunc(cents / 100)).replace(/\B(?=(\d{3})+$)/g, locale === 'fr' ? '\u202f' : ',');
  const rest = cents % 100 === 0 ? '' : `${locale === 'fr' ? ',' : '.'}${String(cents % 100).padStart(2, '0')}`;
  return locale === 'fr' ? `${whole}${rest}\u00a0€` : `€${whole}${rest}`;
}

/** A target that an amendment sets. */
export interface NewTarget {
  readonly indicator: string;
  readonly target: number;
}

/** What is agreed for an indicator: where it started, what is aimed at, and by which version of the contract. */
export interface AgreedTarget {
  readonly baseline: number | null;
  readonly target: number | null;
  readonly version: number;
}

/** Baselines and targets of all indicators of the contract, with what amendments in force have changed since, the first first. */
export function agreedTargets(answers: Answers, amendments: readonly { readonly version: number; readonly targets: readonly NewTarget[] }[]): Readonly<Record<string, AgreedTarget>> {
  const agreed: Record<string, AgreedTarget> = {};
  for (const answer of Object.values(answers)) {
    if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) continue;
    for (const [code, { baseline, target }] of Object.entries(answer as Record<string, IndicatorAnswer>)) agreed[code] = { baseline: baseline ?? null, target: target ?? null, version: 1 };
  }
  for (const { version, targets } of amendments) {
    for (const { indicator, target } of targets) agreed[indicator] = { baseline: agreed[indicator]?.baseline ?? null, target, version };
  }
  return agreed;
}
