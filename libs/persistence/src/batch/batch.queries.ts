import { and, asc, count, desc, eq, gt, lt, type SQL } from 'drizzle-orm';
import type { BatchRowState } from '../../../domain/src/batch/batch.status.js';
import type { Database } from '../database.js';
import { content } from '../procedure/procedure.tables.js';
import { batch, batchRow } from './batch.tables.js';
import type { BatchRecord, BatchRowRecord } from './batch.work.js';

/** How many rows of a batch stand where. */
export type BatchCounts = Readonly<Record<BatchRowState, number>>;

/** A batch as it is shown; `reason` is null once erased, and of a batch that has none. */
export interface BatchShown {
  readonly batch: BatchRecord;
  readonly reason: string | null;
}

export async function batchById(db: Database, id: string): Promise<BatchShown | undefined> {
  const [found] = await shown(db, eq(batch.id, id)).limit(1);
  return found && withReason(found);
}

/** The batches of a call, the latest first, those before the version `before`. */
export async function batchesOf(db: Database, callId: string, { before, limit }: { before?: number | undefined; limit: number }): Promise<BatchShown[]> {
  const found = await shown(db, and(eq(batch.callId, callId), before === undefined ? undefined : lt(batch.version, before))).orderBy(desc(batch.version)).limit(limit);
  return found.map(withReason);
}

function shown(db: Database, condition: SQL | undefined) {
  return db.select({ batch, body: content.body }).from(batch).innerJoin(content, eq(content.id, batch.reasonId)).where(condition);
}

function withReason({ batch: row, body }: { batch: BatchRecord; body: Record<string, unknown> | null }): BatchShown {
  const reason = body?.['reason'];
  return { batch: row, reason: typeof reason === 'string' ? reason : null };
}

/** How far a batch has come. */
export async function countsOf(db: Database, id: string): Promise<BatchCounts> {
  const rows = await db.select({ state: batchRow.state, n: count() }).from(batchRow).where(eq(batchRow.batchId, id)).groupBy(batchRow.state);
  return { waiting: 0, applied: 0, refused: 0, closed: 0, ...Object.fromEntries(rows.map(({ state, n }) => [state, n])) };
}

/** Rows of a batch by subject id, those after `after`. */
export async function rowsOf(
  db: Database, id: string, { state, after, limit }: { state?: BatchRowState | undefined; after?: string | undefined; limit: number },
): Promise<BatchRowRecord[]> {
  return db.select().from(batchRow)
    .where(and(eq(batchRow.batchId, id), state && eq(batchRow.state, state), after === undefined ? undefined : gt(batchRow.subjectId, after)))
    .orderBy(asc(batchRow.subjectId)).limit(limit);
}
