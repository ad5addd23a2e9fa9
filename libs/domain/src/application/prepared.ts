import type { CivilDate, IsoDuration } from '../calendar/types.js';
import type { Fact, Facts } from '../procedure/act.js';
import { optionalText } from '../procedure/facts.js';
import type { DecisionOutcome } from './application.data.js';
import { conditionsIn } from './conditions.js';
import { defaultTerm, lastDayOfTerm } from './term.js';

/** Text of an act, as its content holds it; null once erased. */
export type Written = Readonly<Record<string, unknown>> | null;

/** A condition with what it asks. */
export interface WrittenCondition {
  readonly dueOn: CivilDate;
  readonly text: string;
}

/** What a decision says, whether it is prepared, sent or signed. */
export interface DecisionText {
  readonly outcome: DecisionOutcome | 'defer';
  readonly startsOn?: CivilDate | undefined;
  readonly endsOn?: CivilDate | undefined;
  /** Codes of the scheme's `decision.refusalGrounds`. */
  readonly grounds?: readonly string[] | undefined;
  readonly reasonsInLaw?: string | undefined;
  readonly reasonsInFact?: string | undefined;
  readonly conditions?: readonly WrittenCondition[] | undefined;
}

/** What a signature adds: who signs, when, and the signed document. It repeats nothing that was prepared. */
export interface Signing extends Partial<DecisionText> {
  readonly signedOn: CivilDate;
  readonly signatory: object;
  /** An attachment. */
  readonly document?: string | undefined;
}

/** What an act carries. */
interface Carried {
  readonly facts: Facts;
  readonly content: Readonly<Record<string, unknown>>;
}

/** A decision as facts and content of the act that sends it for signature. */
export function sending(decision: DecisionText, sentOn: CivilDate): Carried {
  return { facts: { sentOn, ...factsOf(decision) }, content: contentOf(decision) };
}

/** The decision that was sent, read back from the journal. */
export function sent(facts: Facts, body: Written): DecisionText {
  const texts = Array.isArray(body?.['conditions']) ? (body['conditions'] as { text?: unknown }[]) : [];
  const text = (name: string): string | undefined => (typeof body?.[name] === 'string' ? body[name] : undefined);
  return {
    outcome: facts['outcome'] as DecisionOutcome, startsOn: optionalText(facts, 'startsOn') ?? undefined, endsOn: optionalText(facts, 'endsOn') ?? undefined,
    grounds: groundsIn(facts), reasonsInLaw: text('reasonsInLaw'), reasonsInFact: text('reasonsInFact'),
    conditions: conditionsIn(facts).map(({ dueOn }, i) => ({ dueOn, text: typeof texts[i]?.text === 'string' ? texts[i].text : '' })),
  };
}

export function groundsIn(facts: Facts): string[] {
  return Array.isArray(facts['grounds']) ? (facts['grounds'] as readonly string[]).map(String) : [];
}

/** What the file and its scheme say of the dates and of the outcome when nobody names them. */
export interface Otherwise {
  readonly proposed: DecisionOutcome | null;
  readonly renewsEndsOn: CivilDate | null;
  readonly term: IsoDuration;
}

/**
 * A signature as facts and content of its act: what it says itself, then what was prepared for the same outcome, then the dates that
 * the scheme and the label before give.
 */
export function signing(given: Signing, prepared: DecisionText | null, { proposed, renewsEndsOn, term }: Otherwise): Carried {
  const outcome = given.outcome ?? prepared?.outcome ?? proposed ?? 'award';
  const base = prepared?.outcome === outcome ? prepared : undefined;
  const said = (name: 'reasonsInLaw' | 'reasonsInFact') => given[name] ?? base?.[name];
  const { signedOn, document } = given;
  const conditions = given.conditions ?? base?.conditions;
  const text: DecisionText = {
    outcome, ...(outcome === 'award' || outcome === 'conditional-award' ? termOf(given, base, { signedOn, renewsEndsOn, term }) : {}),
    grounds: given.grounds ?? base?.grounds, reasonsInLaw: said('reasonsInLaw'), reasonsInFact: said('reasonsInFact'), conditions,
  };
  return {
    facts: { signedOn, ...factsOf(text), ...(document === undefined ? {} : { document }) },
    content: { signatory: { ...given.signatory }, ...contentOf(text) },
  };
}

function termOf(given: Signing, base: DecisionText | undefined, decision: { signedOn: CivilDate; renewsEndsOn: CivilDate | null; term: IsoDuration }): { startsOn: CivilDate; endsOn: CivilDate } {
  const startsOn = given.startsOn ?? base?.startsOn ?? defaultTerm(decision).startsOn;
  const endsOn = given.endsOn ?? (given.startsOn === undefined ? base?.endsOn : undefined) ?? lastDayOfTerm(startsOn, decision.term);
  return { startsOn, endsOn };
}

/** `reasoned`: there are reasons in law (a ground of the scheme or a text) and in fact. */
function factsOf({ outcome, startsOn, endsOn, grounds = [], reasonsInLaw, reasonsInFact, conditions = [] }: DecisionText): Facts {
  const facts: Record<string, Fact | undefined> = {
    outcome, startsOn, endsOn, grounds: grounds.length > 0 ? grounds : undefined, conditions: conditions.length > 0 ? conditions.map(({ dueOn }) => ({ dueOn })) : undefined,
    reasoned: (grounds.length > 0 || reasonsInLaw !== undefined) && reasonsInFact !== undefined,
  };
  return Object.fromEntries(Object.entries(facts).filter((one): one is [string, Fact] => one[1] !== undefined));
}

function contentOf({ reasonsInLaw, reasonsInFact, conditions = [] }: DecisionText): Record<string, unknown> {
  return {
    ...(reasonsInLaw === undefined ? {} : { reasonsInLaw }), ...(reasonsInFact === undefined ? {} : { reasonsInFact }),
    ...(conditions.length > 0 ? { conditions: conditions.map(({ text }, i) => ({ n: i + 1, text })) } : {}),
  };
}
