import { and, asc, desc, eq, gt, inArray, isNull, isNotNull, lt, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { ThreadSide } from '../../../domain/src/thread/side.js';
import { attachment } from '../application/application.tables.js';
import type { AttachmentRow } from '../application/attachment.queries.js';
import type { Database } from '../database.js';
import { today } from '../people/in-force.js';
import { person, pole } from '../people/people.tables.js';
import { subject } from '../procedure/procedure.tables.js';
import { threadMessage, threadRead } from './thread.tables.js';

/** A message as its readers see it. */
export interface MessageRecord {
  readonly id: string;
  readonly n: number;
  readonly subjectId: string;
  readonly side: ThreadSide;
  readonly author: { readonly id: string; readonly name: string };
  readonly text: string;
  readonly writtenAt: Date;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
  readonly mailingId: string | null;
  readonly attachedAt: Date | null;
  /** Somebody of the other side has read it. */
  readonly seen: boolean;
  readonly files: readonly AttachmentRow[];
}

const answerer = alias(person, 'answerer');
const seen = sql<boolean>`exists (select 1 from ${threadRead} r where r.subject_id = ${threadMessage.subjectId} and r.side <> ${threadMessage.side} and r.up_to >= ${threadMessage.n})`;
const record = {
  id: threadMessage.id, n: threadMessage.n, subjectId: threadMessage.subjectId, side: threadMessage.side, author: { id: person.id, name: person.name }, text: threadMessage.text,
  writtenAt: threadMessage.writtenAt, answeredAt: threadMessage.answeredAt, answeredBy: answerer.name, mailingId: threadMessage.mailingId, attachedAt: threadMessage.attachedAt, seen,
};

/** The messages of a thread, the last first; `before` is the number of the last one shown. */
export async function messagesOf(db: Database, subjectId: string, { before, limit }: { before?: number | undefined; limit: number }): Promise<MessageRecord[]> {
  return read(db, and(eq(threadMessage.subjectId, subjectId), before === undefined ? undefined : lt(threadMessage.n, before)), desc(threadMessage.n), limit);
}

/** Those that are attached to the file, the first first. */
export async function attachedMessages(db: Database, subjectId: string): Promise<MessageRecord[]> {
  return read(db, and(eq(threadMessage.subjectId, subjectId), isNotNull(threadMessage.attachedAt)), asc(threadMessage.n), 1000);
}

export async function findMessage(db: Database, subjectId: string, id: string): Promise<MessageRecord | undefined> {
  const [found] = await read(db, and(eq(threadMessage.subjectId, subjectId), eq(threadMessage.id, id)), asc(threadMessage.n), 1);
  return found;
}

async function read(db: Database, where: SQL | undefined, order: SQL, limit: number): Promise<MessageRecord[]> {
  const rows = await db.select(record).from(threadMessage).innerJoin(person, eq(person.id, threadMessage.authorId))
    .leftJoin(answerer, eq(answerer.id, threadMessage.answeredBy)).where(where).orderBy(order).limit(limit);
  return withFiles(db, rows);
}

async function withFiles<Row extends { id: string }>(db: Database, rows: readonly Row[]): Promise<(Row & { files: AttachmentRow[] })[]> {
  if (rows.length === 0) return [];
  const files = await db.select().from(attachment).where(and(inArray(attachment.messageId, rows.map(({ id }) => id)), isNull(attachment.removedAt))).orderBy(asc(attachment.uploadedAt), asc(attachment.id));
  return rows.map((row) => ({ ...row, files: files.filter((file) => file.messageId === row.id) }));
}

/** How far a person has read a thread on this side; 0 when nothing. */
export async function readUpTo(db: Database, { subjectId, personId, side }: { subjectId: string; personId: string; side: ThreadSide }): Promise<number> {
  const [row] = await db.select({ upTo: threadRead.upTo }).from(threadRead)
    .where(and(eq(threadRead.subjectId, subjectId), eq(threadRead.personId, personId), eq(threadRead.side, side)));
  return row?.upTo ?? 0;
}

/** What centres wrote, over all files. */
export interface IncomingFilter {
  /** Only those that wait for an answer, or only those that don't. */
  readonly toAnswer?: boolean | undefined;
  /** Only of files of which this person is the case officer (the deputy, on days of the officer's absence), or that have none: as tasks are. */
  readonly officerId?: string | undefined;
  /** Number of the last one shown. */
  readonly after?: number | undefined;
  readonly limit: number;
}

/** A centre's message in the list over all files. */
export interface IncomingRecord extends MessageRecord {
  readonly pole: { readonly id: string; readonly name: string };
}

/** Messages of centres; those that wait the longest first when they wait, otherwise the last first. */
export async function incomingMessages(db: Database, { toAnswer, officerId, after, limit }: IncomingFilter): Promise<IncomingRecord[]> {
  const oldestFirst = toAnswer === true;
  const rows = await db.select({ ...record, pole: { id: pole.id, name: pole.name } }).from(threadMessage)
    .innerJoin(person, eq(person.id, threadMessage.authorId)).leftJoin(answerer, eq(answerer.id, threadMessage.answeredBy))
    .innerJoin(subject, eq(subject.id, threadMessage.subjectId)).innerJoin(pole, eq(pole.id, subject.poleId))
    .where(and(
      eq(threadMessage.side, 'centre'),
      toAnswer === undefined ? undefined : toAnswer ? isNull(threadMessage.answeredAt) : isNotNull(threadMessage.answeredAt),
      officerId === undefined ? undefined : isOfficer(officerId),
      after === undefined ? undefined : oldestFirst ? gt(threadMessage.n, after) : lt(threadMessage.n, after),
    )).orderBy(oldestFirst ? asc(threadMessage.n) : desc(threadMessage.n)).limit(limit);
  return withFiles(db, rows);
}

function isOfficer(personId: string): SQL {
  return sql`(${subject.officerId} is null or ${subject.officerId} = ${personId} or (${subject.deputyId} = ${personId} and exists (
    select 1 from absence x where x.person_id = ${subject.officerId} and ${today} between x.from_date and x.to_date)))`;
}
