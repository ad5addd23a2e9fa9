import { addDays } from '../calendar/civil-date.js';
import { firstLateInstantOf } from '../calendar/instants.js';
import type { CivilDate, Instant } from '../calendar/types.js';
import type { Act, ActSource, ContentRef, Facts } from './act.js';
import type { Deadline } from './deadline.js';
import type { DraftEntry } from './decision.js';
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

/** When an entry counts: with its act, or from the first instant of the day after. @param zone of the procedure's civil days */
export function momentOf({ dawn }: Pick<DraftEntry, 'dawn'>, { at, on }: Pick<Act, 'at' | 'on'>, zone: string): Pick<Entry, 'at' | 'on'> {
  return dawn ? { at: firstLateInstantOf(on, zone), on: addDays(on, 1) } : { at, on };
}
