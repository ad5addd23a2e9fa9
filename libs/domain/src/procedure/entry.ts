import type { CivilDate, Instant } from '../calendar/types.js';
import type { ActSource, ContentRef, Facts } from './act.js';
import type { Deadline } from './deadline.js';
import type { By } from './role.js';

/** One recorded fact. The journal of a subject is the chain of these; it never changes. */
export interface Entry {
  readonly seq: number;
  readonly type: string;
  readonly at: Instant;
  /** Civil date of effect. */
  readonly on: CivilDate;
  readonly act: string;
  readonly by: By;
  readonly source: ActSource;
  readonly facts: Facts;
  readonly content?: ContentRef;
  readonly armed: readonly Deadline[];
  readonly disarmed: readonly string[];
}
