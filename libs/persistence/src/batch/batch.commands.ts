import { randomUUID } from 'node:crypto';
import { and, eq, gt, max, sql, type SQL } from 'drizzle-orm';
import type { ApplicationData } from '../../../domain/src/application/application.data.js';
import { shifted, type Shift } from '../../../domain/src/batch/shift.js';
import type { CivilDate } from '../../../domain/src/calendar/types.js';
import type { Facts } from '../../../domain/src/procedure/act.js';
import type { Role } from '../../../domain/src/procedure/role.js';
import type { SubjectKind } from '../../../domain/src/procedure/subject.js';
import { decisionsOf } from '../application/decision.queries.js';
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
    await lockCall(tx, callId);
    const files = await tx.select({ subjectId: deadline.subjectId, from: deadline.on }).from(deadline).innerJoin(subject, eq(subject.id, deadline.subjectId))
      .where(and(eq(subject.callId, callId), eq(subject.kind, subjectKind), eq(deadline.kind, deadlineKind), eq(deadline.mark, ''), eq(deadline.state, 'armed')));
    if (files.length === 0) return undefined;
    const { preparedBy, reason } = preparing;
    const id = await insertBatch(tx, { callId, subjectKind, deadlineKind, ...('to' in shift ? { to: shift.to } : { by: shift.by }), status: 'prepared', preparedBy }, { reason });
    await insertRows(tx, files.map((file) => ({ batchId: id, ...file, to: shifted(file.from, shift) })));
    return id;
  });
}

/** A decision to be signed, or signed ones to be notified, in many files of a call. */
export interface PreparingDecisions {
  readonly callId: string;
  readonly act: 'sign' | 'notify';
  /** The same for every file. */
  readonly asked: Facts;
  /** Written for every file: who signs, the proof of notification. */
  readonly content: Record<string, unknown>;
  readonly preparedBy: string;
  readonly rows: readonly { readonly subjectId: string; readonly asked: Facts; readonly code: string | null }[];
}

/** Stores such a batch with its preview. Asks nothing of any file yet. */
export async function prepareDecisions(db: Database, { rows, content, ...preparing }: PreparingDecisions): Promise<string> {
  return db.transaction(async (tx) => {
    const id = await insertBatch(tx, { ...preparing, subjectKind: 'application', deadlineKind: '', status: 'prepared' }, content);
    await insertRows(tx, rows.map((row) => ({ batchId: id, ...row })));
    return id;
  });
}

/**
 * The results of a call come out: every signed decision is notified by a batch that begins at once, in the name of the call's
 * case officer. In the transaction that publishes.
 */
export async function releaseDecisions(tx: Database, callId: string, { officer, notifiedOn }: { officer: string; notifiedOn: CivilDate }): Promise<void> {
  const files = await decisionsOf(tx, callId, { signed: true });
  if (files.length === 0) return;
  const by = { preparedBy: officer, confirmedBy: officer, confirmedAs: 'secretariat' as const, confirmedAt: new Date(await clockNow(tx)), nextStartAt: sql`clock_timestamp()` };
  const id = await insertBatch(tx, { callId, act: 'notify', asked: { notifiedOn, channel: 'online' }, subjectKind: 'application', deadlineKind: '', status: 'confirmed', ...by }, {});
  await insertRows(tx, files.map((file) => ({ batchId: id, subjectId: file.id, asked: outcomeOf(file.data) })));
}

/** What a row of decisions shows: the signed outcome, or the proposed one. */
export function outcomeOf(data: Facts): Facts {
  const { decision, proposed } = data as unknown as ApplicationData;
  const outcome = decision?.outcome ?? proposed;
  return outcome === null ? {} : { outcome };
}

/** Names the signed documents of files of a prepared batch, all or none; false when it is prepared no longer. */
export async function nameDocuments(db: Database, batchId: string, documents: readonly { readonly subjectId: string; readonly document: string }[]): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [row] = await tx.select({ status: batch.status }).from(batch).where(eq(batch.id, batchId)).for('update');
    if (row?.status !== 'prepared') return false;
    for (const { subjectId, document } of documents) {
      await tx.update(batchRow).set({ asked: sql`coalesce(${batchRow.asked}, '{}') || ${JSON.stringify({ document })}::jsonb` }).where(and(eq(batchRow.batchId, batchId), eq(batchRow.subjectId, subjectId)));
    }
    return true;
  });
}

type NewBatch = Omit<typeof batch.$inferInsert, 'id' | 'version' | 'reasonId' | 'preparedAt' | 'nextStartAt'> & { readonly nextStartAt?: SQL };

/** A batch without rows; in the transaction that adds them. */
export async function insertBatch(tx: Database, values: NewBatch, body: Record<string, unknown>): Promise<string> {
  const { callId } = values;
  await lockCall(tx, callId);
  const [last] = await tx.select({ version: max(batch.version) }).from(batch).where(eq(batch.callId, callId));
  const id = randomUUID();
  const { id: reasonId } = await storeContent(tx, callId, body);
  await tx.insert(batch).values({ ...values, id, version: (last?.version ?? 0) + 1, reasonId, preparedAt: new Date(await clockNow(tx)) });
  return id;
}

/** The call's row orders its batches: two prepared at once have two versions. */
async function lockCall(tx: Database, callId: string): Promise<void> {
  await tx.select({ id: subject.id }).from(subject).where(eq(subject.id, callId)).for('update');
}

export async function insertRows(tx: Database, rows: readonly (typeof batchRow.$inferInsert)[]): Promise<void> {
  for (let i = 0; i < rows.length; i += CHUNK) await tx.insert(batchRow).values(rows.slice(i, i + CHUNK));
}

/** `changed`: the check said that it is not what was read. `superseded`: a later batch of the same deadline was confirmed, whose dates would be undone. */
export type Confirmation = 'confirmed' | 'dropped' | 'superseded' | 'changed';

/** Lets a prepared batch begin; the relay starts its workflow. Confirming again changes nothing. */
export async function confirmBatch(db: Database, id: string, { by, as, check }: { by: string; as: Role; check: (tx: Database) => Promise<boolean> }): Promise<Confirmation> {
  return db.transaction(async (tx) => {
    const [known] = await tx.select({ callId: batch.callId }).from(batch).where(eq(batch.id, id));
    await tx.select({ id: subject.id }).from(subject).where(eq(subject.id, known?.callId ?? '')).for('update');
    const [row] = await tx.select().from(batch).where(eq(batch.id, id)).for('update');
    if (!row || row.status === 'dropped') return 'dropped';
    if (row.status !== 'prepared') return 'confirmed';
    // Under the lock that the naming of a document takes too.
    if (!(await check(tx))) return 'changed';
    // Decisions are taken once: no batch of them undoes another.
    const [later] = row.act !== 'moveDeadline' ? [] : await tx.select({ id: batch.id }).from(batch).where(and(
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
