import type { CivilDate } from '../calendar/types.js';
import { writtenDate } from '../notification/dates.js';
import { spaced } from '../notification/render.js';
import { fill, placeholdersOf, type Locale } from '../notification/template.js';
import type { Scheme } from '../scheme/shape/scheme.js';
import type { DecisionOutcome } from './application.data.js';
import { defaultLetters, words, type LetterTemplate } from './letter.texts.js';

/** Names and texts that the letter needs and that no journal holds. */
export interface LetterSource {
  readonly scheme: Pick<Scheme, 'name' | 'holder' | 'authority' | 'secretariat' | 'legalBasis' | 'decision' | 'appeal'>;
  /** The application's uuid, as every mail names it. */
  readonly reference: string;
  readonly call: string;
  readonly pole: string;
  /** The legal person that carries the pole, its legal representative, and lines of its address (or of what identifies it). */
  readonly addressee: { readonly structure: string; readonly representative: string | null; readonly address: readonly string[] };
  readonly receivedOn: CivilDate;
  /** When silence had counted as a rejection before this decision. */
  readonly impliedRejectionOn: CivilDate | null;
  readonly outcome: DecisionOutcome;
  /** Null while the letter is a draft that waits for its signature. */
  readonly signedOn: CivilDate | null;
  readonly signatory: Signatory | null;
  /** First and last day of the label, for an award. */
  readonly startsOn: CivilDate | null;
  readonly endsOn: CivilDate | null;
  readonly conditions: readonly { readonly n: number; readonly dueOn: CivilDate; readonly text: string }[];
  /** Codes of the scheme's `decision.refusalGrounds`. */
  readonly grounds: readonly string[];
  /** What the authority wrote besides. */
  readonly reasonsInLaw: string | null;
  readonly reasonsInFact: string | null;
  readonly notifiedOn: CivilDate | null;
  /** The last day for an appeal; known from the notification on. */
  readonly appealUntil: CivilDate | null;
}

export interface Signatory {
  readonly firstName: string;
  readonly surname: string;
  readonly capacity: string;
}

/** A part of the letter: a heading (or none), paragraphs, then a list (often empty). */
export interface LetterSection {
  readonly heading: string | null;
  readonly paragraphs: readonly string[];
  readonly items: readonly string[];
}

/** A decision letter, ready to be laid out: text only, in one language. */
export interface Letter {
  readonly locale: Locale;
  /** Not signed: to be marked as a draft on each page. */
  readonly draft: boolean;
  readonly draftMark: string;
  /** Lines of the head: who decides. */
  readonly sender: readonly string[];
  readonly addressee: readonly string[];
  readonly references: readonly { readonly label: string; readonly value: string }[];
  /** The date of signature in words; a place for it while there is none. */
  readonly date: string;
  readonly subject: string;
  readonly salutation: string;
  readonly sections: readonly LetterSection[];
  /** The place for the signatory: name null while nobody has signed. */
  readonly signature: { readonly capacity: string; readonly name: string | null; readonly line: string };
}

/** The letter of a decision: pure, so that what is shown before the signature is what is signed. */
export function letterOf(source: LetterSource, locale: Locale): Letter {
  const { scheme, signatory, signedOn, addressee } = source;
  const say = words[locale];
  const values = valuesOf(source, locale);
  const template = templateOf(scheme, source.outcome);
  return {
    locale,
    draft: signedOn === null,
    draftMark: say.draft,
    sender: [scheme.authority.name[locale], ...(scheme.authority.address ?? [])],
    addressee: [addressee.structure, ...(addressee.representative === null ? [] : [`${say.attention} ${addressee.representative}, ${say.representative}`]), ...addressee.address],
    references: [
      { label: say.label, value: scheme.name[locale] }, { label: say.call, value: source.call }, { label: scheme.holder?.[locale] ?? say.pole, value: source.pole },
      { label: say.reference, value: source.reference }, { label: say.followedBy, value: `${scheme.secretariat.name[locale]}, ${scheme.secretariat.email}` },
    ],
    date: signedOn === null ? say.dateToCome : writtenDate(signedOn, locale),
    subject: filled(spaced(template.subject[locale], locale), values),
    salutation: say.salutation,
    sections: [
      section(null, paragraphs(template.opening, values, locale)),
      reasons(source, locale),
      conditions(source, locale),
      section(say.basis, [], scheme.legalBasis.map((text) => text[locale].replace(/\s*\([^()]*\)$/, ''))),
      section(null, paragraphs(template.closing, values, locale)),
      routes(source, locale),
    ].filter((one) => one.paragraphs.length > 0 || one.items.length > 0),
    signature: {
      capacity: signatory?.capacity ?? scheme.authority.name[locale],
      name: signatory ? `${signatory.firstName} ${signatory.surname}` : null,
      line: signatory && signedOn ? say.signedBy(`${signatory.firstName} ${signatory.surname}`, writtenDate(signedOn, locale)) : say.toSign,
    },
  };
}

function templateOf({ decision }: LetterSource['scheme'], outcome: DecisionOutcome): LetterTemplate {
  return decision.letters?.[outcome] ?? defaultLetters[outcome];
}

type Values = Readonly<Record<string, string | null>>;

function valuesOf({ scheme, pole, call, receivedOn, startsOn, endsOn, impliedRejectionOn }: LetterSource, locale: Locale): Values {
  const day = (date: CivilDate | null) => (date === null ? null : writtenDate(date, locale));
  return {
    label: scheme.name[locale], authority: scheme.authority.name[locale], pole, call,
    receivedOn: day(receivedOn), startsOn: day(startsOn), endsOn: day(endsOn), impliedRejectionOn: day(impliedRejectionOn),
  };
}

/** The paragraphs of which everything is known: one about the implied rejection is left out when there was none. */
function paragraphs(texts: readonly { readonly fr: string; readonly en: string }[], values: Values, locale: Locale): string[] {
  return texts.map((text) => text[locale]).filter((text) => placeholdersOf(text).every(({ name }) => (values[name] ?? null) !== null)).map((text) => filled(spaced(text, locale), values));
}

function filled(text: string, values: Values): string {
  return fill(text, (name) => values[name] ?? '');
}

function section(heading: string | null, texts: readonly string[], items: readonly string[] = []): LetterSection {
  return { heading, paragraphs: texts, items };
}

/** Reasons in law, then in fact: of a refusal always, of another outcome when they were written. */
function reasons({ scheme, grounds, reasonsInLaw, reasonsInFact }: LetterSource, locale: Locale): LetterSection {
  const say = words[locale];
  const known = scheme.decision.refusalGrounds.filter(({ code }) => grounds.includes(code));
  const inLaw = reasonsInLaw === null ? [] : [reasonsInLaw];
  const inFact = reasonsInFact === null ? [] : [`${say.inFact} ${reasonsInFact}`];
  if (known.length === 0 && inLaw.length === 0 && inFact.length === 0) return section(null, []);
  return section(say.reasons, [...(known.length + inLaw.length > 0 ? [[say.inLaw, ...inLaw].join(' ')] : []), ...inFact], known.map(({ label, law }) => `${label[locale]} – ${law[locale]}`));
}

function conditions({ conditions: set }: LetterSource, locale: Locale): LetterSection {
  const say = words[locale];
  if (set.length === 0) return section(null, []);
  return section(say.conditions, [say.conditionsSet], set.map(({ dueOn, text }) => say.condition(text, writtenDate(dueOn, locale))));
}

/** How to contest it, and until when: the date is known from the notification on. */
function routes({ scheme, notifiedOn, appealUntil }: LetterSource, locale: Locale): LetterSection {
  const say = words[locale];
  const until = notifiedOn !== null && appealUntil !== null ? [say.appealUntil(writtenDate(notifiedOn, locale), writtenDate(appealUntil, locale))] : [];
  const contact = [scheme.secretariat.name[locale], ...(scheme.secretariat.address ?? []), scheme.secretariat.email].join(', ');
  return section(say.routes, [...until, `${say.followedBy}${locale === 'fr' ? '\u00a0' : ''}: ${contact}.`], scheme.appeal.routes.map(({ label, text }) => `${label[locale]} – ${text[locale]}`));
}
