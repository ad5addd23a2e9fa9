import type { CivilDate } from '../calendar/types.js';
import type { Act, ContentRef, Facts } from './act.js';
import type { DeadlineSpec } from './deadline.js';
import type { SubjectKind } from './subject.js';
import type { Role } from './role.js';

/** One fact of the journal, as a rule proposes it. The record adds its number, dates, author and hashes. */
export interface DraftEntry {
  readonly type: string;
  readonly facts: Facts;
  readonly content?: ContentRef;
  /** It counts from the beginning of the day after the act's: a deadline on the eve brings what the next day begins with. */
  readonly dawn?: true;
  /** Deadlines that begin with this entry; one of the same kind that is armed already is replaced. */
  readonly arm?: readonly DeadlineSpec[];
  /** Kinds of deadlines that end with this entry, beyond those whose `during` the new status leaves. */
  readonly disarm?: readonly string[];
  /** Figures that are counted while recording and become facts of the entry: those of the survey's firms and answers. */
  readonly tally?: 'survey';
  /** A number drawn from a shared counter while recording, stored as the fact `as`, e.g. the label's number. */
  readonly draw?: { readonly counter: string; readonly prefix: string; readonly as: string };
}

/** Who is told. Each becomes one notification a person, with the person's own language. */
export type Audience =
  | { readonly pole: string; readonly significant?: true }
  | { readonly person: string }
  /** Whoever has the role, without a few people. */
  | { readonly role: Role; readonly except?: readonly string[] }
  | { readonly officerOf: string }
  /** The firms that this survey still asks: listed, not unsubscribed, without an answer. */
  | { readonly firmsOf: string }
  /** Those who write unfinished drafts under a call: of one pole, or of all but a few. */
  | { readonly draftsOf: string; readonly of?: string; readonly except?: readonly string[] }
  /** Those whose label comes to its end, or may be restored, and is renewed under a call of the scheme: this one. */
  | { readonly renewsUnder: string };

/** A notice to send. `key` is its business key: the same key is never told twice to the same person. */
export interface Notice {
  readonly template: string;
  readonly key: string;
  readonly audience: Audience;
  readonly facts?: Facts;
  /** The figures that this decision's entries counted are facts of the notice too. */
  readonly tallied?: true;
  /**
   * Facts that are dates of deadlines, by kind: `{ answerOn: 'answer-due' }`. A rule doesn't know the date of what it arms;
   * the record fills these in, see `datedFacts`.
   */
  readonly dates?: { readonly [fact: string]: string };
  /** Sent only while the subject's status is one of these: nobody is asked to do what is over. */
  readonly whileStatus?: readonly string[];
  /** Sent only while the subject still waits for this deadline on this date: a mail that was delayed doesn't remind of what is done or moved. */
  readonly whileDeadline?: { readonly kind: string; readonly on: string };
  /** Told only if, at the moment of recording, a call of the file's scheme is open (or none is). */
  readonly condition?: 'call-open' | 'no-call-open';
  /** A fact that only the record knows: how many labels of the file's scheme end on this day and have no file of renewal yet. */
  readonly tally?: { readonly as: string; readonly unrenewedOn: CivilDate };
}

/** An act asked of another procedure. `start` begins that procedure when it does not run yet. */
export interface Message {
  readonly to: string;
  readonly act: string;
  /** Unique among the messages of the sending subject, e.g. `appraisal-submitted/3`. */
  readonly key: string;
  readonly facts: Facts;
  /** The figures that this decision's entries counted go with it. */
  readonly tallied?: true;
  /** Civil date of effect, when it is not the act's. */
  readonly on?: CivilDate;
  readonly start?: { readonly kind: SubjectKind };
}

/** What a rule decides: what happened, who is told, which other procedures hear of it. */
export interface Decision {
  readonly entries: readonly DraftEntry[];
  readonly notices?: readonly Notice[];
  readonly messages?: readonly Message[];
  /** The file is given up: what was still to be told of it is not told any more, except by this decision. */
  readonly hushes?: true;
  /** The call's results come out: every signed decision of its applications is notified now, by a batch that begins with this decision. */
  readonly releases?: true;
}

/** An expected refusal: a typed value with a stable code, never an exception. */
export interface Refusal {
  readonly refused: { readonly code: string; readonly params?: Facts };
}

export type Verdict = Decision | Refusal;

export function refuse(code: string, params?: Facts): Refusal {
  return { refused: params ? { code, params } : { code } };
}

export function isRefusal(verdict: Verdict): verdict is Refusal {
  return 'refused' in verdict;
}

/** An entry that repeats the act's content (reasons, comments), and no fact but those given. */
export function entry(type: string, act: Pick<Act, 'content'>, facts: Facts = {}): DraftEntry {
  return act.content ? { type, facts, content: act.content } : { type, facts };
}
