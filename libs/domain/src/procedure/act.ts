import type { CivilDate, Instant } from '../calendar/types.js';
import type { By } from './role.js';

/** Plain JSON: ids, codes, dates, integers. Never a name, an address or free text: those are erasable content. */
export type Facts = { readonly [key: string]: Fact };
export type Fact = string | number | boolean | null | readonly Fact[] | { readonly [key: string]: Fact };

/** Text and answers kept outside the journal, which holds only their salted hash, so that they can be erased. */
export interface ContentRef {
  readonly id: string;
  readonly hash: string;
}

/** What a procedure is asked to do: by a person (command), by a deadline that has passed, or by another procedure (message). */
export interface Act {
  readonly name: string;
  readonly by: By;
  /** The Clock's instant of receipt; for a deadline, the deadline's own last instant. */
  readonly at: Instant;
  /** The civil date of effect in the procedure's zone: the day of `at`, or the postmark of an act that came by post. */
  readonly on: CivilDate;
  readonly source: ActSource;
  readonly facts: Facts;
  readonly content?: ContentRef;
}

export type ActSource =
  | { readonly command: string; readonly actor: string }
  | { readonly deadline: string }
  | { readonly message: string };
