import { proxyActivities } from '@temporalio/workflow';
import type { RecordAnswer, RecordRequest, RefusedOutcome } from '../libs/domain/src/procedure/record.js';

/** The ports of a procedure's workflow. Everything else that happens is a consequence of what is recorded. */
export interface ProcedureActivities {
  record(request: RecordRequest): Promise<RecordAnswer>;
  /** Writes that a message found the procedure in a status that does not take it: the sender is not held up. */
  refuseMessage(request: { message: string; outcome: RefusedOutcome }): Promise<void>;
}

/** A bug or a database that is down is retried until mended: a procedure waits, it doesn't fail. */
export const { record, refuseMessage } = proxyActivities<ProcedureActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '30 seconds' },
});
