import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database.js';
import { today } from '../people/in-force.js';

/** Why somebody has no part in a file by what is known of them. */
export interface Tie {
  readonly application: string;
  readonly person: string;
  readonly cause: 'expert' | 'siren';
}

/** Appraised it, or declared a conflict when asked to. */
const wasExpert = (person: SQL, application: SQL): SQL => sql`exists (
  select 1 from subject a where a.kind = 'appraisal' and a.parent_id = ${application} and a.assignee_id = ${person} and a.status not in ('declined', 'no_show', 'replaced', 'cancelled'))`;

/** Belongs to the structure that carries the file's pole, through any of its poles or as an employer [CRPA L100-2, R133-12]. */
const isTied = (person: SQL, application: SQL): SQL => sql`exists (
  select 1 from subject f join pole_carrier c on c.pole_id = f.pole_id and c.to_date is null join structure t on t.id = c.structure_id
  where f.id = ${application} and (
    exists (select 1 from pole_member m join pole_carrier mc on mc.pole_id = m.pole_id and mc.to_date is null join structure mt on mt.id = mc.structure_id
      where m.person_id = ${person} and mt.siren = t.siren and m.ended_at is null and (m.until is null or m.until >= ${today}))
    or exists (select 1 from expert_employer e where e.person_id = ${person} and e.siren = t.siren and (e.to_date is null or e.to_date >= ${today}))))`;

const wasRecused = (person: SQL, application: SQL): SQL => sql`exists (
  select 1 from subject z where z.kind = 'session'
    and z.data->'files' @> jsonb_build_array(jsonb_build_object('application', ${application}, 'recusals', jsonb_build_array(jsonb_build_object('person', ${person}::text)))))`;

/**
 * True when a member of the committee has no part in a file: recused at a session, its expert, or tied to it. Nothing of it is theirs to read.
 * @param application subject id, as SQL
 */
export function hasNoPart(personId: string, application: SQL): SQL {
  const person = sql`${personId}::uuid`;
  return sql`(${wasExpert(person, application)} or ${isTied(person, application)} or ${wasRecused(person, application)})`;
}

/** @param application subject id */
export async function isKeptFrom(db: Database, personId: string, application: string): Promise<boolean> {
  const { rows } = await db.execute<{ kept: boolean }>(sql`select ${hasNoPart(personId, sql`${application}::text`)} as kept`);
  return rows[0]?.kept ?? false;
}

/** Which of these people are tied to which of these files. */
export async function tiesTo(db: Database, applications: readonly string[], people: readonly string[]): Promise<Tie[]> {
  if (applications.length === 0 || people.length === 0) return [];
  const { rows } = await db.execute<Tie & Record<string, unknown>>(sql`
    select given.id as application, p.id as person, case when ${wasExpert(sql`p.id`, sql`given.id`)} then 'expert' else 'siren' end as cause
    from jsonb_array_elements_text(${JSON.stringify(applications)}::jsonb) as given(id)
    cross join lateral (select q::uuid as id from jsonb_array_elements_text(${JSON.stringify(people)}::jsonb) as q) p
    where ${wasExpert(sql`p.id`, sql`given.id`)} or ${isTied(sql`p.id`, sql`given.id`)} order by 1, 2`);
  return rows.map(({ application, person, cause }) => ({ application, person, cause }));
}
