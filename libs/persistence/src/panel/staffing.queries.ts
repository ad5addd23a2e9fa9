import { sql, type SQL } from 'drizzle-orm';
import type { ApplicationData } from '../../../domain/src/application/application.data.js';
import type { Deadline } from '../../../domain/src/procedure/deadline.js';
import type { Answers } from '../../../domain/src/scheme/answer.js';
import type { Database } from '../database.js';
import { today } from '../people/in-force.js';

/** A submitted file with what ties experts to it. */
export interface StaffableRow extends Record<string, unknown> {
  /** Subject id. */
  readonly id: string;
  readonly status: string;
  readonly scheme: string;
  readonly data: ApplicationData;
  readonly deadlines: readonly Deadline[];
  readonly pole: string;
  readonly themes: readonly string[];
  readonly region: string;
  /** SIREN of the structure that submitted. */
  readonly carrier: string;
  /** Null once erased. */
  readonly answers: Answers | null;
}

/** The file, or the files of a call in one of these statuses. */
export async function staffableFiles(db: Database, which: { readonly application: string } | { readonly call: string; readonly statuses: readonly string[] }): Promise<StaffableRow[]> {
  const condition: SQL = 'application' in which
    ? sql`s.id = ${which.application}`
    : sql`s.call_id = ${which.call} and s.status in (${sql.join(which.statuses.map((status) => sql`${status}`), sql`, `)})`;
  const { rows } = await db.execute<StaffableRow>(sql`
    select s.id, s.status, s.scheme_id as scheme, s.data, s.deadlines, p.id as pole, p.themes, p.territory as region, coalesce(o.siren, '') as carrier, f.answers
    from subject s join pole p on p.id = s.pole_id
    left join structure o on o.id::text = s.data ->> 'structure'
    left join submitted_draft f on 'application/' || f.application_id = s.id and f.version = (s.data #>> '{draft,version}')::int
    where s.kind = 'application' and ${condition} order by s.id`);
  return rows;
}

/** Who belongs, or belonged on a day since the call opened, to which poles that have a file in it. */
export async function membersInCall(db: Database, call: string): Promise<{ person: string; pole: string }[]> {
  const opened = sql`coalesce((select c.data ->> 'opensOn' from subject c where c.id = ${call})::date, ${today})`;
  const { rows } = await db.execute<{ person: string; pole: string }>(sql`
    select distinct m.person_id as person, m.pole_id as pole from pole_member m
    where exists (select 1 from subject f where f.kind = 'application' and f.call_id = ${call} and f.pole_id = m.pole_id)
      and (m.until is null or m.until >= ${opened}) and (m.ended_at is null or (m.ended_at at time zone 'Europe/Paris')::date >= ${opened})`);
  return rows;
}

/** How many files of which poles experts have appraised to the end. */
export async function appraisedPoles(db: Database): Promise<{ expert: string; pole: string; files: number }[]> {
  const { rows } = await db.execute<{ expert: string; pole: string; files: number }>(sql`
    select assignee_id as expert, pole_id as pole, count(*)::int as files from subject
    where kind = 'appraisal' and status in ('submitted', 'revealed') and assignee_id is not null and pole_id is not null group by assignee_id, pole_id`);
  return rows;
}
