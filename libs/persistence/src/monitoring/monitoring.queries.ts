import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { MonitoringData } from '../../../domain/src/monitoring/monitoring.data.js';
import type { Database } from '../database.js';
import { pole } from '../people/people.tables.js';
import { subject } from '../procedure/procedure.tables.js';
import { dueOn, narrowedBy, openedAt, type SubjectFilter } from '../procedure/subject.columns.js';

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

/** Monitorings in the order in which their labels came into force; `after` is [opening instant, id]. */
export async function listMonitorings(db: Database, { after, limit, ...filter }: SubjectFilter): Promise<MonitoringRecord[]> {
  const conditions: SQL[] = [eq(subject.kind, 'monitoring'), ...narrowedBy(filter)];
  if (after) conditions.push(sql`(${openedAt}, ${subject.id}) > (${after[0]}, ${after[1]})`);
  return db.select({
    id: subject.id, status: subject.status, label: sql<string>`${subject.parentId}`, call: subject.callId, openedAt: subject.openedAt,
    pole: { id: pole.id, name: pole.name }, data: sql<MonitoringData>`${subject.data}`,
    dueOn,
  }).from(subject).innerJoin(pole, eq(pole.id, subject.poleId)).where(and(...conditions)).orderBy(asc(openedAt), asc(subject.id)).limit(limit);
}
