import { eq, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database.js';
import { memberOf } from '../people/member-of.js';
import { subject } from './procedure.tables.js';

/** What every list of subjects may be narrowed by. */
export interface SubjectFilter {
  /** Only of the poles to which this person belongs today. */
  readonly memberId?: string | undefined;
  readonly poleId?: string | undefined;
  /** Subject id. */
  readonly call?: string | undefined;
  readonly status?: string | undefined;
  /** The ordering values of the last one shown. */
  readonly after?: readonly string[] | undefined;
  readonly limit: number;
}

/** A fact of the folded data, as text. */
export function fact<T = string>(name: string): SQL<T> {
  return sql<T>`${subject.data}->>${sql.raw(`'${name}'`)}`;
}

/** When the subject began, as text that sorts. */
export const openedAt = sql<string>`to_char(${subject.openedAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The next date on which somebody must act, if any; one that has passed unanswered counts. */
export const dueOn = sql<string | null>`(select min(d.on_date)::text from deadline d where d.subject_id = ${subject.id} and d.mark = '' and d.state in ('armed', 'passed'))`;

/** The conditions that a filter asks for. */
export function narrowedBy({ memberId, poleId, call, status }: Omit<SubjectFilter, 'after' | 'limit'>): SQL[] {
  return [
    ...(memberId ? [memberOf(subject.poleId, memberId)] : []),
    ...(poleId ? [eq(subject.poleId, poleId)] : []),
    ...(call ? [eq(subject.callId, call)] : []),
    ...(status ? [eq(subject.status, status)] : []),
  ];
}

/** The text that came with the last entry of this type: a report's answers, a correction's reasons. Undefined without one, null once erased. */
export async function lastContent(db: Database, subjectId: string, type: string): Promise<{ body: Record<string, unknown> | null; on: string } | undefined> {
  const { rows } = await db.execute<{ body: Record<string, unknown> | null; on: string }>(sql`
    select c.body, j.effective_on::text as on from journal j join content c on c.id = (j.content->>'id')::uuid
    where j.subject_id = ${subjectId} and j.type = ${type} order by j.seq desc limit 1`);
  return rows[0];
}
