import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { ApplicationData } from '../../../domain/src/application/application.data.js';
import type { SessionData } from '../../../domain/src/committee/session.data.js';
import type { Database } from '../database.js';
import { pole } from '../people/people.tables.js';
import { subject } from '../procedure/procedure.tables.js';

/** A session in a list. */
export interface SessionRecord {
  /** Subject id. */
  readonly id: string;
  readonly status: string;
  readonly data: SessionData;
}

export interface SessionFilter {
  readonly status?: string | undefined;
  readonly scheme?: string | undefined;
  /** Those to which this person is called. */
  readonly memberId?: string | undefined;
  /** [date, id] of the last one shown. */
  readonly after?: readonly string[] | undefined;
  readonly limit: number;
}

const heldOn = sql<string>`${subject.data} ->> 'on'`;

/** The last one first. */
export async function listSessions(db: Database, { status, scheme, memberId, after, limit }: SessionFilter): Promise<SessionRecord[]> {
  const conditions: (SQL | undefined)[] = [
    eq(subject.kind, 'session'),
    status ? eq(subject.status, status) : undefined,
    scheme ? sql`${subject.data} ->> 'scheme' = ${scheme}` : undefined,
    memberId ? sql`${subject.data} -> 'members' @> jsonb_build_array(jsonb_build_object('person', ${memberId}::text))` : undefined,
    after ? sql`(${heldOn}, ${subject.id}) < (${after[0]}, ${after[1]})` : undefined,
  ];
  return db.select({ id: subject.id, status: subject.status, data: sql<SessionData>`${subject.data}` }).from(subject)
    .where(and(...conditions)).orderBy(desc(heldOn), desc(subject.id)).limit(limit);
}

/** A file as an agenda takes it. */
export interface FileRecord {
  /** Subject id. */
  readonly id: string;
  readonly status: string;
  readonly schemeId: string;
  readonly seq: number;
  readonly pole: { readonly id: string; readonly name: string; readonly themes: string[] };
  readonly data: ApplicationData;
}

const file = {
  id: subject.id, status: subject.status, schemeId: subject.schemeId, seq: subject.seq, pole: { id: pole.id, name: pole.name, themes: pole.themes }, data: sql<ApplicationData>`${subject.data}`,
};

/** @param applications subject ids; those that do not exist are left out */
export async function filesOf(db: Database, applications: readonly string[]): Promise<FileRecord[]> {
  if (applications.length === 0) return [];
  return db.select(file).from(subject).innerJoin(pole, eq(pole.id, subject.poleId)).where(and(eq(subject.kind, 'application'), inArray(subject.id, [...applications]))).orderBy(asc(pole.name), asc(subject.id));
}

/** The files of a call that wait for a session. @param call subject id */
export async function filesWaiting(db: Database, call: string): Promise<FileRecord[]> {
  return db.select(file).from(subject).innerJoin(pole, eq(pole.id, subject.poleId))
    .where(and(eq(subject.kind, 'application'), eq(subject.status, 'in_committee'), eq(subject.callId, call), sql`coalesce(${subject.data} -> 'agenda', 'null') = 'null'`))
    .orderBy(asc(pole.name), asc(subject.id));
}
