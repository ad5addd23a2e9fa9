import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database.js';
import { contains } from '../people/person.queries.js';

/** What the public sees of a label. `on` is the civil day of which the status speaks. */
export interface RegisterRecord {
  readonly number: string;
  readonly scheme: string;
  readonly status: RegisterStatus;
  readonly on: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** The label has ended, or is about to, and the file of its renewal is being examined. */
  readonly renewalUnderAppraisal: boolean;
  /** Numbers of the label that this one renews, and of the one that renews it. */
  readonly renews: string | null;
  readonly renewedBy: string | null;
  readonly pole: { readonly name: string; readonly themes: string[]; readonly territory: string };
  readonly structure: { readonly name: string; readonly siren: string; readonly type: string } | null;
}

export const registerStatuses = ['upcoming', 'valid', 'expired'] as const;
export type RegisterStatus = (typeof registerStatuses)[number];

export interface RegisterFilter {
  /** Civil day; today on the Clock when left out. */
  readonly on?: string | undefined;
  readonly theme?: string | undefined;
  readonly structureType?: string | undefined;
  readonly status?: RegisterStatus | undefined;
  /** Looked for in the names of pole and structure, the territory and the number. */
  readonly words?: string | undefined;
  readonly number?: string | undefined;
  /** [pole's name, number] of the last one shown. */
  readonly after?: readonly string[] | undefined;
  readonly limit: number;
}

/** Labels that were ever in force, by name of the pole. Before both signatures a label is nobody's business. */
export async function readRegister(db: Database, filter: RegisterFilter): Promise<RegisterRecord[]> {
  const { theme, structureType, status, words, number, after, limit } = filter;
  const day = filter.on === undefined ? sql`(estampille_now() at time zone 'Europe/Paris')::date` : sql`${filter.on}::date`;
  const conditions: SQL[] = [sql`true`];
  if (theme) conditions.push(sql`${theme} = any(themes)`);
  if (structureType) conditions.push(sql`legal_form = ${structureType}`);
  if (status) conditions.push(sql`status = ${status}`);
  if (words) conditions.push(sql`(pole_name ilike ${contains(words)} or structure_name ilike ${contains(words)} or territory ilike ${contains(words)} or number ilike ${contains(words)})`);
  if (number) conditions.push(sql`number = ${number}`);
  if (after) conditions.push(sql`(pole_name, number) > (${after[0]}, ${after[1]})`);
  const { rows } = await db.execute<RegisterRow>(sql`
    with day as (select ${day} as on_day), label as (
      select s.id, s.data->>'number' as number, v.code as scheme, s.data->>'startsOn' as starts_on, s.data->>'endsOn' as ends_on, s.data->>'previous' as previous,
        p.name as pole_name, p.themes, p.territory, t.name as structure_name, t.siren, t.legal_form, day.on_day::text as on_day,
        case when day.on_day > (s.data->>'endsOn')::date then 'expired'
             when day.on_day < greatest((s.data->>'startsOn')::date, (s.data->>'activatedOn')::date) then 'upcoming' else 'valid' end as status
      from subject s cross join day join scheme_version v on v.id = s.scheme_id join pole p on p.id = s.pole_id
        left join structure t on t.id::text = s.data->>'structure'
      where s.kind = 'award' and s.data->>'activatedOn' is not null)
    select label.*,
      exists (select 1 from subject r where r.id = 'renewal/' || substr(label.id, 7) and r.status = 'submitted') as renewal_under_appraisal,
      (select b.data->>'number' from subject b where b.id = label.previous) as renews,
      (select b.data->>'number' from subject b where b.kind = 'award' and b.pole_id = (select pole_id from subject where id = label.id)
        and b.data->>'previous' = label.id and b.data->>'activatedOn' is not null limit 1) as renewed_by
    from label where ${sql.join(conditions, sql` and `)} order by pole_name, number limit ${limit}`);
  return rows.map(toRecord);
}

interface RegisterRow extends Record<string, unknown> {
  number: string; scheme: string; starts_on: string; ends_on: string; pole_name: string; themes: string[]; territory: string; structure_name: string | null;
  siren: string | null; legal_form: string | null; on_day: string; status: RegisterStatus; renewal_under_appraisal: boolean; renews: string | null; renewed_by: string | null;
}

function toRecord(row: RegisterRow): RegisterRecord {
  const { structure_name: name, siren, legal_form: type } = row;
  return {
    number: row.number, scheme: row.scheme, status: row.status, on: row.on_day, startsOn: row.starts_on, endsOn: row.ends_on,
    renewalUnderAppraisal: row.renewal_under_appraisal, renews: row.renews, renewedBy: row.renewed_by,
    pole: { name: row.pole_name, themes: row.themes, territory: row.territory },
    structure: name !== null && siren !== null && type !== null ? { name, siren, type } : null,
  };
}
