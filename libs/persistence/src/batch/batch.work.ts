import { and, asc, eq, lt, lte, sql } from 'drizzle-orm';
import type { BatchRowEnd } from '../../../domain/src/batch/batch.status.js';
import type { CivilDate } from '../../../domain/src/calendar/types.js';
import type { Database } from '../database.js';
import { command, content, deadline } from '../procedure/procedure.tables.js';
import { batch, batchRow } from './batch.tables.js';

export type BatchRecord = typeof batch.$inferSelect;
export type BatchRowRecord = typeof batchRow.$inferSelect;

/** Real time after which the workflow of a batch under way is started again, should it no longer run. */
const START_AGAIN = sql`clock_timestamp() + interval '1 minute'`;

/** Ids of the confirmed batches whose workflow is to be started. Claiming pushes the next start away. */
export async function claimBatchStarts(db: Database): Promise<string[]> {
  const rows = await db.update(batch).set({ nextStartAt: START_AGAIN })
    .where(and(eq(batch.status, 'confirmed'), lte(batch.nextStartAt, sql`clock_timestamp()`))).returning({ id: batch.id });
  return rows.map((row) => row.id);
}

/** A workflow could not be started: its turn comes again soon. */
export async function retryBatchStart(db: Database, id: string): Promise<void> {
  await db.update(batch).set({ nextStartAt: sql`clock_timestamp() + interval '1 second'` }).where(and(eq(batch.id, id), eq(batch.status, 'confirmed')));
}

/** A confirmed batch with what was written for all its files (nothing when it was erased); undefined when there is nothing (more) to do. */
export async function batchUnderWay(db: Database, id: string): Promise<{ batch: BatchRecord; written: Readonly<Record<string, unknown>> } | undefined> {
  const [row] = await db.select({ batch, body: content.body }).from(batch).innerJoin(content, eq(content.id, batch.reasonId)).where(and(eq(batch.id, id), eq(batch.status, 'confirmed')));
  return row && { batch: row.batch, written: row.body ?? {} };
}

/** Whether a batch of the same call that was prepared before this one is still under way: it goes first. */
export async function earlierUnderWay(db: Database, { callId, version }: BatchRecord): Promise<boolean> {
  const rows = await db.select({ id: batch.id }).from(batch).where(and(eq(batch.callId, callId), eq(batch.status, 'confirmed'), lt(batch.version, version))).limit(1);
  return rows.length > 0;
}

/** Rows without outcome, those asked least first. */
export async function waitingRows(db: Database, id: string, limit: number): Promise<BatchRowRecord[]> {
  return db.select().from(batchRow).where(and(eq(batchRow.batchId, id), eq(batchRow.state, 'waiting'))).orderBy(asc(batchRow.attempts), asc(batchRow.subjectId)).limit(limit);
}

/** Whether the act of this row was received already, by a worker that died since. */
export async function wasReceived(db: Database, actorId: string, key: string): Promise<boolean> {
  const rows = await db.select({ id: command.id }).from(command).where(and(eq(command.actorId, actorId), eq(command.key, key)));
  return rows.length > 0;
}

/**
 * Whether the file's deadline has another date than the confirmed preview said, for another reason than an earlier batch of the
 * same call: somebody has moved this file's own date since, and that stands.
 */
export async function movedMeanwhile(db: Database, { callId, version, subjectKind, deadlineKind }: BatchRecord, row: BatchRowRecord): Promise<boolean> {
  const on = await dateOf(db, row.subjectId, deadlineKind);
  if (on === undefined || on === row.from) return false;
  const byEarlier = await db.select({ id: batch.id }).from(batchRow).innerJoin(batch, eq(batch.id, batchRow.batchId)).where(and(
    eq(batch.callId, callId), eq(batch.subjectKind, subjectKind), eq(batch.deadlineKind, deadlineKind), lt(batch.version, version),
    eq(batchRow.subjectId, row.subjectId), eq(batchRow.state, 'applied'), eq(batchRow.to, on))).limit(1);
  return byEarlier.length === 0;
}

async function dateOf(db: Database, subjectId: string, kind: string): Promise<CivilDate | undefined> {
  const [row] = await db.select({ on: deadline.on }).from(deadline).where(and(eq(deadline.subjectId, subjectId), eq(deadline.kind, kind), eq(deadline.mark, '')));
  return row?.on;
}

/** Writes how a row ended; one that has ended already stays as it is. */
export async function endRow(db: Database, row: BatchRowRecord, end: BatchRowEnd, commandId: string | null): Promise<void> {
  await db.update(batchRow).set({ ...end, commandId }).where(and(eq(batchRow.batchId, row.batchId), eq(batchRow.subjectId, row.subjectId), eq(batchRow.state, 'waiting')));
}

/** The row's file gave no answer: others go first. */
export async function postponeRow(db: Database, row: BatchRowRecord): Promise<void> {
  await db.update(batchRow).set({ attempts: sql`${batchRow.attempts} + 1` }).where(and(eq(batchRow.batchId, row.batchId), eq(batchRow.subjectId, row.subjectId)));
}

/** Ends a batch all of whose rows have their outcome. */
export async function endBatch(db: Database, id: string): Promise<void> {
  await db.update(batch).set({ status: 'ended', endedAt: sql`estampille_now()`, nextStartAt: null }).where(and(
    eq(batch.id, id), eq(batch.status, 'confirmed'), sql`not exists (select 1 from batch_row r where r.batch_id = ${id} and r.state = 'waiting')`));
}
