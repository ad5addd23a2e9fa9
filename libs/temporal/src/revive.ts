import type { Client } from '@temporalio/client';
import { kindOf } from '../../domain/src/procedure/subject.js';
import { subjectById } from '../../persistence/src/procedure/standing.queries.js';
import type { Database } from '../../persistence/src/database.js';
import { taskQueues } from '../../../workflows/procedure/procedure.messages.js';
import { fileStart } from './file-start.js';

/** Temporal no longer knows a procedure that still waits for something: it begins again where its journal stands. One that runs is left alone. */
export async function revive(client: Client, db: Database, subjectId: string): Promise<void> {
  const row = await subjectById(db, subjectId);
  if (!row || row.ended) return;
  await client.workflow.start(kindOf(subjectId), {
    workflowId: subjectId, taskQueue: taskQueues.procedures, workflowIdConflictPolicy: 'USE_EXISTING', args: [await fileStart(db, subjectId, row.schemeId)],
  });
}
