import type { Act } from '../../libs/domain/src/procedure/act.js';
import type { Standing } from '../../libs/domain/src/procedure/procedure.js';
import type { Instant } from '../../libs/domain/src/calendar/types.js';

/** The names by which the outside speaks to every procedure's workflow. */
export const updates = { act: 'act', tick: 'tick' } as const;
export const signals = { message: 'message', renew: 'renew' } as const;
export const queries = { standing: 'standing' } as const;
export const taskQueues = { procedures: 'procedures', mail: 'mail' } as const;

/** How the workflow's time relates to the machine's. `stepped`: deadlines come by ticks alone. */
export interface ClockSetting {
  readonly mode: 'real' | 'offset' | 'stepped';
  readonly offsetMs: number;
}

/** What a procedure's workflow begins with, at its start, at continue-as-new and after the loss of Temporal's database. */
export interface FileStart {
  readonly subject: string;
  /** The version of this shape. */
  readonly schema: 1;
  /** The part of the scheme that this kind of procedure decides by; a running file keeps it. */
  readonly terms: unknown;
  readonly clock: ClockSetting;
  /** Absent for a file that has no journal yet. */
  readonly standing?: Standing;
  /** Messages that had arrived and were not yet taken when the run before continued as new. */
  readonly inbox?: readonly Act[];
}

/** Argument of the `tick` update, in stepped mode alone. */
export interface Tick {
  readonly instant: Instant;
}
