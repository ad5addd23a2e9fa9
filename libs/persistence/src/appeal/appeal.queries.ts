import { and, asc, eq, like, lte, sql, type SQL } from 'drizzle-orm';
import type { AppealData } from '../../../domain/src/appeal/appeal.data.js';
import { hasNoPart } from '../committee/recusal.queries.js';
import type { Database } from '../database.js';
import { person, pole } from '../people/people.tables.js';
import { command, journal, subject } from '../procedure/procedure.tables.js';
import { dueOn, fact, narrowedBy, openedAt, type SubjectFilter } from '../procedure/subject.columns.js';

/** An appeal in a list. */
export interface AppealRecord {
  readonly id: string;
  readonly status: string;
  /** Subject ids. */
  readonly application: string;
  readonly call: string | null;
  readonly pole: { readonly id: string; readonly name: string };
  readonly data: AppealData;
  readonly dueOn: string | null;
  readonly openedAt: Date;
}

const record = {
  id: subject.id, status: subject.status, application: sql<string>`${subject.parentId}`, call: subject.callId, openedAt: subject.openedAt,
  pole: { id: pole.id, name: pole.name }, data: sql<AppealData>`${subject.data}`, dueOn,
};

export interface AppealFilter extends SubjectFilter {
  /** Subject id. */
  readonly application?: string | undefined;
  /** A member of the committee: the files in which they have no part are left out. */
  readonly committeeId?: string | undefined;
}

/** Appeals in the order in which they were lodged; `after` is [opening instant, id]. */
export async function listAppeals(db: Database, { after, limit, application, committeeId, ...filter }: AppealFilter): Promise<AppealRecord[]> {
  const conditions: SQL[] = [eq(subject.kind, 'appeal'), ...narrowedBy(filter)];
  if (application) conditions.push(eq(subject.parentId, application));
  if (committeeId) conditions.push(sql`not ${hasNoPart(committeeId, sql`${subject.parentId}`)}`);
  if (after) conditions.push(sql`(${openedAt}, ${subject.id}) > (${after[0]}, ${after[1]})`);
  return db.select(record).from(subject).innerJoin(pole, eq(pole.id, subject.poleId)).where(and(...conditions)).orderBy(asc(openedAt), asc(subject.id)).limit(limit);
}

/** How many appeals an application has met. */
export async function countAppeals(db: Database, application: string): Promise<number> {
  return db.$count(subject, and(eq(subject.kind, 'appeal'), eq(subject.parentId, application)));
}

/** The appeal that this person has asked for under this key before, if the same request comes again. */
export async function appealAskedBefore(db: Database, actorId: string, key: string, application: string): Promise<string | undefined> {
  const [row] = await db.select({ subject: command.subjectId }).from(command)
    .where(and(eq(command.actorId, actorId), eq(command.key, key), like(command.subjectId, `${application.replace('application/', 'appeal/')}/%`)));
  return row?.subject;
}

/** Who took the last act before this instant that brought this entry; nobody when it was a deadline. */
export async function lastDecider(db: Database, subjectId: string, entry: string, before: Date): Promise<{ id: string; name: string | null } | undefined> {
  const [row] = await db.select({ id: command.actorId, name: person.name }).from(journal)
    .innerJoin(command, eq(command.id, journal.commandId)).leftJoin(person, eq(person.id, command.actorId))
    .where(and(eq(journal.subjectId, subjectId), eq(journal.type, entry), lte(journal.recordedAt, before))).orderBy(sql`${journal.seq} desc`).limit(1);
  return row;
}

/** The name of the person to whom an appeal was given. */
export async function reviewerOf(db: Database, appeal: string): Promise<{ id: string; name: string } | undefined> {
  const [row] = await db.select({ id: person.id, name: person.name }).from(subject).innerJoin(person, sql`${person.id}::text = ${fact('reviewer')}`).where(eq(subject.id, appeal));
  return row;
}
