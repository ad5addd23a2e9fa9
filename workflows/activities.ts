import { proxyActivities } from '@temporalio/workflow';
import type { Act } from '../libs/domain/src/procedure/act.js';
import type { Decision } from '../libs/domain/src/procedure/decision.js';
import type { Entry } from '../libs/domain/src/procedure/entry.js';

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
 * record whose answer was lost): fold these first, then decide again. `acts-pending`: acts received before this deadline passed have
 * no outcome yet and go first. `refused`: only the database could tell (duplicate application, stale draft); nothing changed.
 */
export type RecordAnswer =
  | { readonly is: 'recorded'; readonly entries: readonly Entry[]; readonly outcome: Outcome }
  | { readonly is: 'adopted'; readonly entries: readonly Entry[] }
  | { readonly is: 'acts-pending' }
  | { readonly is: 'refused'; readonly outcome: Outcome };

/** What became of an act. The same answer is given however often the same command is sent. */
export type Outcome =
  | { readonly is: 'done'; readonly subject: string; readonly seq: number; readonly status: string; readonly entries: readonly string[]; readonly pending: readonly string[] }
  | { readonly is: 'refused'; readonly code: string; readonly params: Act['facts'] };

export interface ProcedureActivities {
  record(request: RecordRequest): Promise<RecordAnswer>;
  /** Writes that a message found the procedure in a status that does not take it: the sender is not held up. */
  refuseMessage(request: { subject: string; message: string; outcome: Outcome }): Promise<void>;
}

/** A bug or a database that is down is retried until mended: a procedure waits, it doesn't fail. */
export const { record, refuseMessage } = proxyActivities<ProcedureActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '30 seconds' },
});
