import { sql } from 'drizzle-orm';
import type { CivilDate } from '../../../domain/src/calendar/types.js';
import type { Role } from '../../../domain/src/procedure/role.js';
import type { SubjectKind } from '../../../domain/src/procedure/subject.js';
import type { Database } from '../database.js';
import { isMember, isOfficer } from './task.queries.js';

/** A kind of deadline that is of interest to whoever has a role there. */
export interface Watched { readonly kind: SubjectKind; readonly deadline: string; readonly role: Role }

/** A date that lies ahead of a person. */
export interface DateAhead {
  readonly subject: string;
  readonly kind: SubjectKind;
  readonly status: string;
  readonly role: Role;
  readonly deadline: string;
  readonly on: CivilDate;
  readonly pole: string | null;
  /** Public number of a label. */
  readonly number: string | null;
  /** Kind of a change of the holder. */
  readonly what: string | null;
  /** Number of the subject's last entry, and when it was recorded (ISO 8601). */
  readonly seq: number;
  readonly changedAt: string;
}

/** So many dates fill any calendar. */
const most = 2000;

/** What is armed for a person: the pole's own, an expert's, an officer's files, what the authority or a member of a session is awaited for. */
export async function datesAhead(db: Database, watched: readonly Watched[], personId: string): Promise<DateAhead[]> {
  if (watched.length === 0) return [];
  const { rows } = await db.execute<Row>(sql`
    with w as (select * from jsonb_to_recordset(${JSON.stringify(watched)}::jsonb) as x(kind text, deadline text, role text))
    select s.id as subject, s.kind, s.status, w.role, d.kind as deadline, d.on_date::text as "on", p.name as pole, s.data->>'number' as number, s.data->>'what' as what, s.seq,
      to_char(s.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "changedAt"
    from w join subject s on s.kind = w.kind and not s.ended join deadline d on d.subject_id = s.id and d.kind = w.deadline and d.mark = '' and d.state = 'armed'
      left join pole p on p.id = s.pole_id
    where case w.role when 'applicant' then s.kind <> 'appraisal' and ${isMember(personId, sql`s.pole_id`)}
      when 'expert' then s.assignee_id = ${personId}
      when 'committee' then s.data->'members' @> jsonb_build_array(jsonb_build_object('person', ${personId}::text))
      when 'secretariat' then ${isOfficer(personId)}
      else true end
    order by d.on_date, s.id, d.kind limit ${most}`);
  return rows;
}

interface Row extends DateAhead, Record<string, unknown> {}
