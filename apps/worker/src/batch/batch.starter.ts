import type { Client } from '@temporalio/client';
import { claimBatchStarts, retryBatchStart } from '../../../../libs/persistence/src/batch/batch.work.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { batchWorkflowId, type BatchProgress, type BatchStart } from '../../../../workflows/batch/batch.messages.js';
import { taskQueues } from '../../../../workflows/procedure/procedure.messages.js';

/**
 * Starts the workflows of confirmed batches. They come from rows, like every start, so a confirmation is never lost; a batch that
 * no longer runs (its run was ended by hand, or Temporal's database was lost) begins again where its rows stand.
 */
export async function startBatches(db: Database, client: Client): Promise<void> {
  for (const id of await claimBatchStarts(db)) {
    try {
      await client.workflow.start<(start: BatchStart) => Promise<BatchProgress>>('batch', {
        workflowId: batchWorkflowId(id), taskQueue: taskQueues.procedures, args: [{ id }], workflowIdConflictPolicy: 'USE_EXISTING',
      });
    } catch (error) {
      await retryBatchStart(db, id);
      throw error;
    }
  }
}
