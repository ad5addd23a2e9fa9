import { randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Answers } from '../../../domain/src/scheme/answer.js';
import type { Database } from '../database.js';
import { now } from '../people/in-force.js';
import { hashOf } from '../procedure/canonical.js';
import { submittedDraft } from './application.tables.js';
import { listAttachments } from './attachment.queries.js';
import { lockDraft } from './draft.queries.js';

export type Frozen = typeof submittedDraft.$inferSelect;

/**
 * Freezes the version of a draft that its submission names, so that what is changed afterwards is another version.
 * Freezing the same version again gives the same row. Undefined when the draft has moved on meanwhile.
 */
export async function freezeDraft(db: Database, id: string, version: number): Promise<Frozen | undefined> {
  return db.transaction(async (tx) => {
    const draft = await lockDraft(tx, id);
    const before = await frozenDraft(tx, id, version);
    if (before) return before;
    if (draft?.version !== version) return undefined;
    const files = await listAttachments(tx, id);
    const attachments = files.filter((a) => a.purpose === 'answer').map(({ id: file, question, sha256 }) => ({ id: file, question, sha256 }));
    const salt = randomBytes(16).toString('hex');
    const hash = hashOf({ salt, answers: draft.answers, attachments });
    const [row] = await tx.insert(submittedDraft).values({ applicationId: id, version, answers: draft.answers, attachments, salt, hash, frozenAt: now }).returning();
    return row;
  });
}

export async function frozenDraft(db: Database, id: string, version: number): Promise<Frozen | undefined> {
  const [row] = await db.select().from(submittedDraft).where(and(eq(submittedDraft.applicationId, id), eq(submittedDraft.version, version)));
  return row;
}

/** What was submitted, or nothing once it is erased. */
export async function submittedAnswers(db: Database, id: string, version: number): Promise<Answers | undefined> {
  return (await frozenDraft(db, id, version))?.answers ?? undefined;
}
