import { proxyActivities, setCurrentDetails } from '@temporalio/workflow';
import type { BatchActivities, BatchProgress, BatchStart } from './batch.messages.js';

/** Tried again until it has ended: rows that have their outcome are not asked again, so a killed worker costs nothing. */
const { applyBatch } = proxyActivities<BatchActivities>({
  startToCloseTimeout: '1 day',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '30 seconds' },
});

/** One act asked of many files, as the rows of a confirmed batch say. Ends when each row is applied, refused or closed. */
export async function batch(start: BatchStart): Promise<BatchProgress> {
  setCurrentDetails('Asks each file of the batch in turn; its rows in the database say how far it has come.');
  const progress = await applyBatch(start);
  setCurrentDetails(`${progress.applied} applied, ${progress.refused} refused, ${progress.closed} closed.`);
  return progress;
}
