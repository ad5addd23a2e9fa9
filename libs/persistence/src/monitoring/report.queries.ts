import { and, asc, eq, sql } from 'drizzle-orm';
import type { MonitoringData } from '../../../domain/src/monitoring/monitoring.data.js';
import type { Answers } from '../../../domain/src/scheme/answer.js';
import type { Database } from '../database.js';
import { pole } from '../people/people.tables.js';
import { subject } from '../procedure/procedure.tables.js';

/** A file as a report names it. */
export interface NamedFile {
  readonly id: string;
  readonly question: string | null;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
}

/** The report of a period as it was last submitted. `answers` is null once erased. */
export interface LastReport {
  readonly subject: string;
  readonly period: number;
  readonly on: string;
  readonly answers: Answers | null;
  readonly files: readonly NamedFile[];
}

/** The last report of each period of these labels, those after a default too. */
export async function lastReports(db: Database, subjectIds: readonly string[]): Promise<LastReport[]> {
  if (subjectIds.length === 0) return [];
  const { rows } = await db.execute<{ subject: string; period: number; on: string; body: { answers?: Answers; files?: NamedFile[] } | null }>(sql`
    select distinct on (j.subject_id, period) j.subject_id as subject, (j.facts->>'n')::int as period, j.effective_on::text as on, c.body
    from journal j left join content c on c.id = (j.content->>'id')::uuid
    where j.subject_id in ${[...subjectIds]} and j.type in ('report-submitted', 'late-report-submitted')
    order by j.subject_id, period, j.seq desc`);
  return rows.map(({ body, ...report }) => ({ ...report, answers: body?.answers ?? null, files: body?.files ?? [] }));
}

/** A label's monitoring with its pole's themes. */
export interface NetworkRow {
  readonly id: string;
  readonly status: string;
  readonly themes: readonly string[];
  readonly data: MonitoringData;
}

/** The monitorings of all labels of a scheme, whatever its version, in the order of their ids. */
export async function monitoringsOfScheme(db: Database, code: string): Promise<NetworkRow[]> {
  return db.select({ id: subject.id, status: subject.status, themes: pole.themes, data: sql<MonitoringData>`${subject.data}` })
    .from(subject).innerJoin(pole, eq(pole.id, subject.poleId))
    .where(and(eq(subject.kind, 'monitoring'), sql`split_part(${subject.schemeId}, '@', 1) = ${code}`)).orderBy(asc(subject.id));
}

/** Entries of one kind and what came with them, by period, for the history of a label's reports. */
export async function reportEvents(db: Database, subjectId: string, types: readonly string[]): Promise<{ seq: number; type: string; on: string; n: number; facts: Record<string, unknown>; body: Record<string, unknown> | null }[]> {
  const { rows } = await db.execute<{ seq: number; type: string; on: string; n: number; facts: Record<string, unknown>; body: Record<string, unknown> | null }>(sql`
    select j.seq, j.type, j.effective_on::text as on, (j.facts->>'n')::int as n, j.facts, c.body
    from journal j left join content c on c.id = (j.content->>'id')::uuid
    where j.subject_id = ${subjectId} and j.type in ${[...types]} order by j.seq`);
  return rows;
}
