import type { Act, Facts } from './act.js';
import type { Decision } from './decision.js';
import type { Entry } from './entry.js';

/** What a workflow asks of the database: write this decision as the entries after `seq`, with all its effects, in one transaction. */
export interface RecordRequest {
  readonly subject: string;
  /** The number of entries that the workflow has folded. */
  readonly seq: number;
  readonly act: Act;
  readonly decision: Decision;
}

/**
 * What the database answers. `recorded`: the entries as stored, with their dates. `adopted`: the database was ahead (a restore, a
 * record whose answer was lost): fold these first, then decide again. `not-yet`: the Clock has not come to this
 * deadline, or what was received before it passed has no outcome yet and goes first. `refused`: only the database could tell (duplicate application, stale draft); nothing changed.
 */
export type RecordAnswer =
  | { readonly is: 'recorded'; readonly entries: readonly Entry[]; readonly outcome: Outcome }
  | { readonly is: 'adopted'; readonly entries: readonly Entry[] }
  | { readonly is: 'not-yet' }
  | { readonly is: 'refused'; readonly outcome: RefusedOutcome };

/** What became of an act. The same answer is given however often the same command is sent. */
export type Outcome = DoneOutcome | RefusedOutcome;

export interface DoneOutcome {
  readonly is: 'done';
  readonly subject: string;
  readonly seq: number;
  readonly status: string;
  readonly entries: readonly string[];
  /** Subjects that are told and whose own records follow. */
  readonly pending: readonly string[];
}

export interface RefusedOutcome {
  readonly is: 'refused';
  readonly code: string;
  readonly params: Facts;
}
