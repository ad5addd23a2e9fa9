import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '../database.js';
import { now } from '../people/in-force.js';
import { applicationDraft, attachment, submittedDraft } from './application.tables.js';
import { confirmedBy } from '../../../domain/src/application/prefill.js';
import { lockDraft, touch, type DraftRow } from './draft.queries.js';

export type AttachmentRow = typeof attachment.$inferSelect;
export type NewAttachment = Pick<AttachmentRow, 'id' | 'applicationId' | 'purpose' | 'question' | 'name' | 'type' | 'size' | 'sha256' | 'uploadedBy'>;

/**
 * The files of an application that were not removed, in the order in which they came. Those of its thread are not the file's,
 * unless their message was attached to it.
 */
export async function listAttachments(db: Database, applicationId: string): Promise<AttachmentRow[]> {
  return (await everyAttachment(db, applicationId)).filter((one) => one.purpose !== 'thread' || one.attachedAt !== null);
}

async function everyAttachment(db: Database, applicationId: string): Promise<AttachmentRow[]> {
  return db.select().from(attachment).where(and(eq(attachment.applicationId, applicationId), isNull(attachment.removedAt)))
    .orderBy(asc(attachment.uploadedAt), asc(attachment.id));
}

export async function findAttachment(db: Database, applicationId: string, id: string): Promise<AttachmentRow | undefined> {
  const [row] = await db.select().from(attachment).where(and(eq(attachment.applicationId, applicationId), eq(attachment.id, id), isNull(attachment.removedAt)));
  return row;
}

/** Whether a file that was not removed belongs to one of a pole's applications. */
export async function isAttachmentOf(db: Database, poleId: string, id: string): Promise<boolean> {
  const [row] = await db.select({ id: attachment.id }).from(attachment).innerJoin(applicationDraft, eq(applicationDraft.id, attachment.applicationId))
    .where(and(eq(attachment.id, id), eq(applicationDraft.poleId, poleId), isNull(attachment.removedAt)));
  return row !== undefined;
}

/**
 * Adds a file under the draft's lock. `check` sees what is there already, the thread's files too, and throws to refuse; `keep` puts the bytes in their place.
 * A file that answers a question makes a new version of the draft.
 */
export async function addAttachment(
  db: Database, added: NewAttachment, { check, keep }: { check: (tx: Database, there: AttachmentRow[]) => Promise<void>; keep: () => Promise<void> },
): Promise<{ row: AttachmentRow; version: number | undefined }> {
  return db.transaction(async (tx) => {
    const draft = await lockDraft(tx, added.applicationId);
    await check(tx, await everyAttachment(tx, added.applicationId));
    await keep();
    const [row] = await tx.insert(attachment).values({ ...added, uploadedAt: now }).returning();
    if (!row) throw new Error('The attachment was not stored.');
    return { row, version: added.purpose === 'answer' ? await touch(tx, added.applicationId, added.uploadedBy, lookedAt(draft, added.question)) : undefined };
  });
}

/**
 * Removes a file under the draft's lock. `forget` is called when nothing names its bytes any more; a frozen version still does.
 * @returns false when it is not there (any more)
 */
export async function removeAttachment(
  db: Database, removed: { applicationId: string; id: string; by: string }, { check, forget }: { check: (tx: Database, row: AttachmentRow) => Promise<void>; forget: (sha256: string) => Promise<void> },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const draft = await lockDraft(tx, removed.applicationId);
    const row = await findAttachment(tx, removed.applicationId, removed.id);
    if (!row) return false;
    await check(tx, row);
    await tx.update(attachment).set({ removedAt: now }).where(eq(attachment.id, row.id));
    if (row.purpose === 'answer') await touch(tx, removed.applicationId, removed.by, lookedAt(draft, row.question));
    if (!(await isNamed(tx, removed.applicationId, row.sha256))) await forget(row.sha256);
    return true;
  });
}

/** Files that were carried over are confirmed by a change among them. */
function lookedAt(draft: DraftRow | undefined, question: string | null): Pick<DraftRow, 'carried'> {
  return { carried: confirmedBy(draft?.carried ?? {}, { confirmed: [], changed: (code) => code === question }) };
}

async function isNamed(tx: Database, applicationId: string, sha256: string): Promise<boolean> {
  const there = await everyAttachment(tx, applicationId);
  if (there.some((a) => a.sha256 === sha256)) return true;
  const frozen = await tx.select({ one: sql`1` }).from(submittedDraft)
    .where(and(eq(submittedDraft.applicationId, applicationId), sql`${submittedDraft.attachments} @> ${JSON.stringify([{ sha256 }])}::jsonb`)).limit(1);
  return frozen.length > 0;
}
