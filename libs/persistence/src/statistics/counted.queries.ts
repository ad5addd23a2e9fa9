import { sql } from 'drizzle-orm';
import type { CivilDate } from '../../../domain/src/calendar/types.js';
import { fold } from '../../../domain/src/procedure/fold.js';
import type { Standing } from '../../../domain/src/procedure/procedure.js';
import { kindOf } from '../../../domain/src/procedure/subject.js';
import { procedures } from '../../../domain/src/procedures.js';
import type { Dimensions } from '../../../domain/src/statistics/tables.js';
import type { Database } from '../database.js';
import { toEntry } from '../procedure/journal.queries.js';
import { journal } from '../procedure/procedure.tables.js';

/** A procedure as it stood at the end of a day, with what it is counted by. */
export interface StoodOn extends Dimensions {
  readonly id: string;
  readonly schemeId: string;
  readonly standing: Standing;
}

interface Row extends Record<string, unknown>, Dimensions { readonly id: string; readonly schemeId: string }

/**
 * Where the files, labels, monitorings and financings of a scheme stood, by what was recorded until the end of a day. Region and themes are
 * the pole's of today; the structure type is that of the structure that carried it on the day.
 */
export async function stoodOn(db: Database, { scheme, zone, on }: { scheme: string; zone: string; on: CivilDate }): Promise<StoodOn[]> {
  const { rows } = await db.execute<Row>(sql`
    select s.id, s.scheme_id as "schemeId", case when s.call_id like 'call/%' then s.call_id end as call, p.territory as region, p.themes,
      coalesce((select t.legal_form from pole_carrier c join structure t on t.id = c.structure_id where c.pole_id = s.pole_id and c.from_date <= ${on}::date and coalesce(c.to_date, 'infinity'::date) >= ${on}::date order by c.from_date desc limit 1),
        (select t.legal_form from pole_carrier c join structure t on t.id = c.structure_id where c.pole_id = s.pole_id order by c.from_date limit 1)) as "structureType"
    from subject s join pole p on p.id = s.pole_id
    where s.kind in ('application', 'award', 'monitoring', 'financing') and split_part(s.scheme_id, '@', 1) = ${scheme} order by s.id`);
  const entries = await db.select().from(journal).where(sql`(${journal.recordedAt} at time zone ${zone})::date <= ${on}::date and ${journal.subjectId} in (
    select s.id from subject s where s.kind in ('application', 'award', 'monitoring', 'financing') and split_part(s.scheme_id, '@', 1) = ${scheme})`).orderBy(journal.subjectId, journal.seq);
  const bySubject = new Map<string, typeof entries>();
  for (const entry of entries) {
    const there = bySubject.get(entry.subjectId);
    if (there) there.push(entry);
    else bySubject.set(entry.subjectId, [entry]);
  }
  return rows.flatMap((row) => {
    const its = bySubject.get(row.id);
    return its ? [{ ...row, standing: fold(procedures[kindOf(row.id)], row.id, its.map(toEntry)) }] : [];
  });
}

/** Titles of calls by subject id. */
export async function callTitles(db: Database, scheme: string): Promise<Map<string, { readonly fr: string; readonly en: string }>> {
  const { rows } = await db.execute<{ id: string; title: { fr: string; en: string } | null }>(sql`
    select s.id, (select c.body->'title' from journal j join content c on c.id = (j.content->>'id')::uuid where j.subject_id = s.id and j.seq = 1) as title
    from subject s where s.kind = 'call' and split_part(s.scheme_id, '@', 1) = ${scheme}`);
  return new Map(rows.flatMap(({ id, title }) => (title ? [[id, title] as const] : [])));
}
