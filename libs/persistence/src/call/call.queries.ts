import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { CallData } from '../../../domain/src/call/call.data.js';
import type { Database } from '../database.js';
import { subject } from '../procedure/procedure.tables.js';

/** A call as lists and pages show it. The title is content of its first entry. */
export interface CallRecord {
  /** Subject id. */
  readonly id: string;
  readonly status: string;
  readonly schemeId: string;
  readonly title: { readonly fr: string; readonly en: string } | null;
  readonly data: CallData;
}

export interface CallFilter {
  readonly statuses?: readonly string[] | undefined;
  /** Code of a scheme. */
  readonly scheme?: string | undefined;
  readonly descending: boolean;
  /** [closing date, id] of the last one shown. */
  readonly after?: readonly string[] | undefined;
  readonly limit: number;
}

const closesOn = sql<string>`${subject.data} ->> 'closesOn'`;
const record = {
  id: subject.id, status: subject.status, schemeId: subject.schemeId, data: sql<CallData>`${subject.data}`,
  title: sql<CallRecord['title']>`(select c.body -> 'title' from journal j join content c on c.id = (j.content ->> 'id')::uuid
    where j.subject_id = subject.id and j.seq = 1)`,
};

/** Calls by closing date. */
export async function listCalls(db: Database, { statuses, scheme, descending, after, limit }: CallFilter): Promise<CallRecord[]> {
  const order = descending ? desc : asc;
  const conditions: (SQL | undefined)[] = [
    eq(subject.kind, 'call'),
    statuses ? inArray(subject.status, [...statuses]) : undefined,
    scheme ? sql`${subject.data} ->> 'scheme' = ${scheme}` : undefined,
    after ? (descending ? sql`(${closesOn}, ${subject.id}) < (${after[0]}, ${after[1]})` : sql`(${closesOn}, ${subject.id}) > (${after[0]}, ${after[1]})`) : undefined,
  ];
  return db.select(record).from(subject).where(and(...conditions)).orderBy(order(closesOn), order(subject.id)).limit(limit);
}

/** @param id subject id, `call/<uuid>` */
export async function findCall(db: Database, id: string): Promise<CallRecord | undefined> {
  const [row] = await db.select(record).from(subject).where(and(eq(subject.id, id), eq(subject.kind, 'call')));
  return row;
}
