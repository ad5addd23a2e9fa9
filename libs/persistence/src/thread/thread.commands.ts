import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { keyOf } from '../../../domain/src/procedure/subject.js';
import type { ThreadSide } from '../../../domain/src/thread/side.js';
import { attachment } from '../application/application.tables.js';
import type { Database } from '../database.js';
import { now } from '../people/in-force.js';
import { tell } from '../people/tell.js';
import { hashOf } from '../procedure/canonical.js';
import { subject } from '../procedure/procedure.tables.js';
import { threadMessage, threadRead } from './thread.tables.js';

/** A message as somebody writes it. */
export interface NewMessage {
  readonly subjectId: string;
  readonly poleId: string;
  readonly side: ThreadSide;
  readonly authorId: string;
  readonly text: string;
  /** `thread` files that the author sent to this file before. */
  readonly attachments: readonly string[];
  /** The author's Idempotency-Key. */
  readonly key?: string | undefined;
}

/** `known`: the same key and message came before. */
export type Written = { readonly is: 'written' | 'known'; readonly id: string } | { readonly is: 'key-reused' } | { readonly is: 'attachment-unknown' };

/**
 * Writes a message and tells the other side, in one transaction. A message of the secretariat answers what the centre wrote
 * before. Nothing of the file itself changes.
 */
export async function writeMessage(db: Database, message: NewMessage): Promise<Written> {
  return db.transaction(async (tx) => {
    await lockThread(tx, message.subjectId);
    if (message.key !== undefined) await lockAuthor(tx, message.authorId);
    const bodyHash = hashOf({ subject: message.subjectId, text: message.text, attachments: message.attachments });
    const before = message.key === undefined ? undefined : await byKey(tx, message.authorId, message.key);
    if (before) return before.bodyHash === bodyHash ? { is: 'known', id: before.id } : { is: 'key-reused' };
    const id = randomUUID();
    if (!(await takeFiles(tx, message, id))) return { is: 'attachment-unknown' };
    await tx.insert(threadMessage).values({
      id, subjectId: message.subjectId, side: message.side, authorId: message.authorId, text: message.text, key: message.key ?? null, bodyHash, writtenAt: now,
    });
    if (message.side === 'secretariat') await answerAll(tx, message.subjectId, message.authorId);
    const toCentre = message.side === 'secretariat';
    await tell(tx, toCentre ? { pole: message.poleId } : { officerOf: message.subjectId }, {
      template: toCentre ? 'thread.from-secretariat' : 'thread.from-centre', key: `thread/${id}`, subject: message.subjectId, facts: {},
    });
    return { is: 'written', id };
  });
}

/** Messages of one thread come one after the other: whoever has read one has read those before it. */
async function lockThread(tx: Database, subjectId: string): Promise<void> {
  await tx.select({ id: subject.id }).from(subject).where(eq(subject.id, subjectId)).for('update');
}

/** Two requests with one key at once, about two files: the second sees the first. */
async function lockAuthor(tx: Database, authorId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`thread/${authorId}`}, 0))`);
}

async function byKey(tx: Database, authorId: string, key: string): Promise<{ id: string; bodyHash: string } | undefined> {
  const [row] = await tx.select({ id: threadMessage.id, bodyHash: threadMessage.bodyHash }).from(threadMessage)
    .where(and(eq(threadMessage.authorId, authorId), eq(threadMessage.key, key)));
  return row;
}

/** Binds the author's files to the message; false when one of them is not the author's, not of this file, or sent already. */
async function takeFiles(tx: Database, { subjectId, authorId, attachments }: NewMessage, messageId: string): Promise<boolean> {
  const wanted = [...new Set(attachments)];
  if (wanted.length === 0) return true;
  const free = await tx.select({ id: attachment.id }).from(attachment).where(and(
    eq(attachment.applicationId, keyOf(subjectId)), inArray(attachment.id, wanted), eq(attachment.purpose, 'thread'), eq(attachment.uploadedBy, authorId),
    isNull(attachment.messageId), isNull(attachment.removedAt),
  )).for('update');
  if (free.length !== wanted.length) return false;
  await tx.update(attachment).set({ messageId }).where(inArray(attachment.id, wanted));
  return true;
}

const waiting = and(eq(threadMessage.side, 'centre'), isNull(threadMessage.answeredAt));

async function answerAll(tx: Database, subjectId: string, by: string): Promise<void> {
  await tx.update(threadMessage).set({ answeredAt: now, answeredBy: by }).where(and(eq(threadMessage.subjectId, subjectId), waiting));
}

/** Marks a centre's message as answered (by telephone, say); one that is answered stays as it is. */
export async function markAnswered(db: Database, id: string, by: string): Promise<void> {
  await db.update(threadMessage).set({ answeredAt: now, answeredBy: by }).where(and(eq(threadMessage.id, id), waiting));
}

/** Attaches a message with its files to the application: experts and committee see them from now on. Again changes nothing. */
export async function attachMessage(db: Database, id: string, by: string): Promise<void> {
  await db.transaction(async (tx) => {
    const rows = await tx.update(threadMessage).set({ attachedAt: now, attachedBy: by }).where(and(eq(threadMessage.id, id), isNull(threadMessage.attachedAt))).returning({ id: threadMessage.id });
    if (rows.length > 0) await tx.update(attachment).set({ attachedAt: now }).where(eq(attachment.messageId, id));
  });
}

/** A person has read a thread up to this message; a mark never goes back. */
export async function markRead(db: Database, { subjectId, personId, side, upTo }: { subjectId: string; personId: string; side: ThreadSide; upTo: number }): Promise<void> {
  await db.insert(threadRead).values({ subjectId, personId, side, upTo, readAt: now })
    .onConflictDoUpdate({ target: [threadRead.subjectId, threadRead.personId, threadRead.side], set: { upTo, readAt: now }, setWhere: sql`${threadRead.upTo} < ${upTo}` });
}

/** A copy of a mailing in a file's thread: it answers nothing. The mailing tells the people itself. */
export async function copyToThread(tx: Database, copy: { mailingId: string; subjectId: string; authorId: string; text: string }): Promise<void> {
  await lockThread(tx, copy.subjectId);
  await tx.insert(threadMessage).values({ id: randomUUID(), ...copy, side: 'secretariat', bodyHash: hashOf(copy.text), writtenAt: now });
}
