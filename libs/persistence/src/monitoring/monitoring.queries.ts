import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { MonitoringData } from '../../../domain/src/monitoring/monitoring.data.js';
import type { Database } from '../database.js';
import { memberOf } from '../people/member-of.js';
import { pole } from '../people/people.tables.js';
import { subject } from '../procedure/procedure.tables.js';

/** The monitoring of a label in a list. */
export interface MonitoringRecord {
  readonly id: string;
  readonly status: string;
  readonly label: string;
  readonly call: string | null;
  readonly pole: { readonly id: string; readonly name: string };
  readonly data: MonitoringData;
  /** The next date on which somebody must act, if any. */
  readonly dueOn: string | null;
  readonly openedAt: Date;
}

export interface MonitoringFilter {
  /** Only of the poles to which this person belongs today. */
  readonly memberId?: string | undefined;
  readonly poleId?: string | undefined;
  /** Subject id. */
  readonly call?: string | undefined;
  readonly status?: string | undefined;
  /** [opening instant, id] of the last one shown. */
  readonly after?: readonly string[] | undefined;
  readonly limit: number;
}

const openedAt = sql<string>`to_char(${subject.openedAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Monitorings in the order in which their labels came into force. */
export async function listMonitorings(db: Database, filter: MonitoringFilter): Promise<MonitoringRecord[]> {
  const { memberId, poleId, call, status, after, limit } = filter;
  const conditions: SQL[] = [eq(subject.kind, 'monitoring')];
  if (memberId) conditions.push(memberOf(subject.poleId, memberId));
  if (poleId) conditions.push(eq(subject.poleId, poleId));
  if (call) conditions.push(eq(subject.callId, call));
  if (status) conditions.push(eq(subject.status, status));
  if (after) conditions.push(sql`(${openedAt}, ${subject.id}) > (${after[0]}, ${after[1]})`);
  return db.select({
    id: subject.id, status: subject.status, label: sql<string>`${subject.parentId}`, call: subject.callId, openedAt: subject.openedAt,
    pole: { id: pole.id, name: pole.name }, data: sql<MonitoringData>`${subject.data}`,
    dueOn: sql<string | null>`(select min(d.on_date)::text from deadline d where d.subject_id = ${subject.id} and d.mark = '' and d.state in ('armed', 'passed'))`,
  }).from(subject).innerJoin(pole, eq(pole.id, subject.poleId)).where(and(...conditions)).orderBy(asc(openedAt), asc(subject.id)).limit(limit);
}

/** The text that came with the last entry of this type: a report's answers, a correction's reasons. Undefined without one, null once erased. */
export async function lastContent(db: Database, subjectId: string, type: string): Promise<{ body: Record<string, unknown> | null; on: string } | undefined> {
  const { rows } = await db.execute<{ body: Record<string, unknown> | null; on: string }>(sql`
    select c.body, j.effective_on::text as on from journal j join content c on c.id = (j.content->>'id')::uuid
    where j.subject_id = ${subjectId} and j.type = ${type} order by j.seq desc limit 1`);
  return rows[0];
}
