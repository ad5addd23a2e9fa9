import { randomUUID } from 'node:crypto';
import { and, eq, gt, max, sql } from 'drizzle-orm';
import { shifted, type Shift } from '../../../domain/src/batch/shift.js';
import type { Role } from '../../../domain/src/procedure/role.js';
import type { SubjectKind } from '../../../domain/src/procedure/subject.js';
import type { Database } from '../database.js';
import { clockNow } from '../procedure/clock.queries.js';
import { storeContent } from '../procedure/commands.js';
import { deadline, subject } from '../procedure/procedure.tables.js';
import { batch, batchRow } from './batch.tables.js';

/** A kind of deadline to be moved for all files of a call. */
export interface Preparing {
  readonly callId: string;
  readonly subjectKind: SubjectKind;
  readonly deadlineKind: string;
  readonly shift: Shift;
  readonly reason: string;
  readonly preparedBy: string;
}

/** Rows inserted in one statement. */
const CHUNK = 1000;

/**
 * Stores reason, version and one row a file that waits for this deadline, in one transaction. Moves nothing yet.
 * Answers the batch's id, or undefined when no file waits for it.
 * @throws RangeError when a moved date would leave the years 0 to 9999
 */
export async function prepareBatch(db: Database, preparing: Preparing): Promise<string | undefined> {
  const { callId, subjectKind, deadlineKind, shift } = preparing;
  return db.transaction(async (tx) => {
    // The call's row orders its batches: two prepared at once have two versions.
    await tx.select({ id: subject.id }).from(subject).where(eq(subject.id, callId)).for('update');
    const files = await tx.select({ subjectId: deadline.subjectId, from: deadline.on }).from(deadline).innerJoin(subject, eq(subject.id, deadline.subjectId))
      .where(and(eq(subject.callId, callId), eq(subject.kind, subjectKind), eq(deadline.kind, deadlineKind), eq(deadline.mark, ''), eq(deadline.state, 'armed')));
    if (files.length === 0) return undefined;
    const [last] = await tx.select({ version: max(batch.version) }).from(batch).where(eq(batch.callId, callId));
    const id = randomUUID();
    const reason = await storeContent(tx, callId, { reason: preparing.reason });
    await tx.insert(batch).values({
      id, callId, version: (last?.version ?? 0) + 1, subjectKind, deadlineKind, to: 'to' in shift ? shift.to : null, by: 'by' in shift ? shift.by : null,
      reasonId: reason.id, status: 'prepared', preparedBy: preparing.preparedBy, preparedAt: new Date(await clockNow(tx)),
    });
    const rows = files.map((file) => ({ batchId: id, ...file, to: shifted(file.from, shift) }));
    for (let i = 0; i < rows.length; i += CHUNK) await tx.insert(batchRow).values(rows.slice(i, i + CHUNK));
    return id;
  });
}

/** `superseded`: a later batch of the same deadline was confirmed, whose dates would be undone. */
export type Confirmation = 'confirmed' | 'dropped' | 'superseded';

/** Lets a prepared batch begin; the relay starts its workflow. Confirming again changes nothing. */
export async function confirmBatch(db: Database, id: string, { by, as }: { by: string; as: Role }): Promise<Confirmation> {
  return db.transaction(async (tx) => {
    const [known] = await tx.select({ callId: batch.callId }).from(batch).where(eq(batch.id, id));
    await tx.select({ id: subject.id }).from(subject).where(eq(subject.id, known?.callId ?? '')).for('update');
    const [row] = await tx.select().from(batch).where(eq(batch.id, id)).for('update');
    if (!row || row.status === 'dropped') return 'dropped';
    if (row.status !== 'prepared') return 'confirmed';
    const [later] = await tx.select({ id: batch.id }).from(batch).where(and(
      eq(batch.callId, row.callId), eq(batch.subjectKind, row.subjectKind), eq(batch.deadlineKind, row.deadlineKind), gt(batch.version, row.version),
      sql`${batch.status} in ('confirmed', 'ended')`)).limit(1);
    if (later) return 'superseded';
    await tx.update(batch).set({ status: 'confirmed', confirmedBy: by, confirmedAs: as, confirmedAt: new Date(await clockNow(tx)), nextStartAt: sql`clock_timestamp()` }).where(eq(batch.id, id));
    await tx.execute(sql`select pg_notify('relay', '')`);
    return 'confirmed';
  });
}

/** Gives up a batch that nobody confirmed; false when it was confirmed. */
export async function dropBatch(db: Database, id: string): Promise<boolean> {
  const rows = await db.update(batch).set({ status: 'dropped' }).where(and(eq(batch.id, id), sql`${batch.status} in ('prepared', 'dropped')`)).returning({ id: batch.id });
  return rows.length > 0;
}

/** Has a confirmed batch started again now, should its workflow no longer run. Changes nothing otherwise. */
export async function resumeBatch(db: Database, id: string): Promise<void> {
  await db.update(batch).set({ nextStartAt: sql`clock_timestamp()` }).where(and(eq(batch.id, id), eq(batch.status, 'confirmed')));
  await db.execute(sql`select pg_notify('relay', '')`);
}
