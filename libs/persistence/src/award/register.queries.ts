import { type SQL, sql } from 'drizzle-orm';
import type { CivilDate } from '../../../domain/src/calendar/types.js';
import { publicStatusOn, type PublicEntry, type PublicStatus, publicEntries } from '../../../domain/src/award/public-life.js';
import type { Database } from '../database.js';
import { contains } from '../people/person.queries.js';

/** What the public sees of a label. `on` is the civil day of which the status speaks. */
export interface RegisterRecord {
  readonly number: string;
  readonly scheme: string;
  readonly status: PublicStatus;
  readonly on: CivilDate;
  readonly startsOn: CivilDate;
  /** Last day, as it was decided by the day `on`. */
  readonly endsOn: CivilDate;
  /** The label has ended, or is about to, and the file of its renewal is being examined. */
  readonly renewalUnderAppraisal: boolean;
  /** Numbers of the label that this one renews, and of the one that renews it. */
  readonly renews: string | null;
  readonly renewedBy: string | null;
  readonly pole: { readonly name: string; readonly themes: string[]; readonly territory: string };
  readonly structure: { readonly name: string; readonly siren: string; readonly type: string } | null;
}

/** A label with what of its journal the public status rests on. */
export interface RegisterSource extends RegisterRecord {
  /** Subject id. */
  readonly id: string;
  readonly schemeId: string;
  readonly decidedOn: CivilDate;
  /** The last day as first decided. */
  readonly firstEndsOn: CivilDate;
  /** When something of the label was last recorded; ISO 8601. */
  readonly changedAt: string;
  readonly entries: readonly (PublicEntry & { readonly recordedOn: CivilDate })[];
}

export interface RegisterFilter {
  /** Civil day; today on the Clock, in the scheme's zone, when left out. */
  readonly on?: CivilDate | undefined;
  readonly theme?: string | undefined;
  readonly structureType?: string | undefined;
  /** Looked for in the territory. */
  readonly place?: string | undefined;
  readonly scheme?: string | undefined;
  readonly status?: PublicStatus | undefined;
  /** Looked for in the names of pole and structure, the territory and the number. */
  readonly words?: string | undefined;
  readonly number?: string | undefined;
  /** Subject id. */
  readonly label?: string | undefined;
  /** [pole's name, number] of the last one shown. */
  readonly after?: readonly string[] | undefined;
  readonly limit: number;
}

/** Labels read at a time while one of them is looked for by its status. */
const PAGE = 200;

/** Labels that were ever in force, by name of the pole. Before both signatures a label is nobody's business. The status is that of the journal, so rows are read until enough have it. */
export async function readRegister(db: Database, filter: RegisterFilter): Promise<RegisterSource[]> {
  const { status, limit } = filter;
  const found: RegisterSource[] = [];
  for (let after = filter.after; ;) {
    const size = status ? Math.max(PAGE, limit) : limit;
    const rows = await readPage(db, { ...filter, after, limit: size });
    found.push(...rows.filter((row) => status === undefined || row.status === status));
    const last = rows.at(-1);
    if (found.length >= limit || rows.length < size || !last) return found.slice(0, limit);
    after = [last.pole.name, last.number];
  }
}

async function readPage(db: Database, { on, theme, structureType, place, scheme, words, number, label, after, limit }: RegisterFilter): Promise<RegisterSource[]> {
  const day = on === undefined ? sql`(estampille_now() at time zone (v.data->>'zone'))::date` : sql`${on}::date`;
  const conditions: SQL[] = [];
  if (theme) conditions.push(sql`${theme} = any(p.themes)`);
  if (structureType) conditions.push(sql`t.legal_form = ${structureType}`);
  if (place) conditions.push(sql`p.territory ilike ${contains(place)}`);
  if (scheme) conditions.push(sql`v.code = ${scheme}`);
  if (words) conditions.push(sql`(p.name ilike ${contains(words)} or t.name ilike ${contains(words)} or p.territory ilike ${contains(words)} or s.data->>'number' ilike ${contains(words)})`);
  if (number) conditions.push(sql`s.data->>'number' = ${number}`);
  if (label) conditions.push(sql`s.id = ${label}`);
  if (after) conditions.push(sql`(p.name, s.data->>'number') > (${after[0]}, ${after[1]})`);
  const { rows } = await db.execute<RegisterRow>(sql`
    select s.id, s.data->>'number' as number, v.code as scheme, v.id as scheme_id, s.data->>'startsOn' as starts_on, s.data->>'endsOn' as ends_on, s.data->>'decidedOn' as decided_on,
      to_char(s.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as changed_at,
      p.name as pole_name, p.themes, p.territory, t.name as structure_name, t.siren, t.legal_form, (${day})::text as on_day,
      (select g.facts->>'endsOn' from journal g where g.subject_id = s.id and g.type in ('granted', 'imported') order by g.seq limit 1) as first_ends_on,
      (select coalesce(jsonb_agg(jsonb_build_object('type', j.type, 'act', j.act, 'by', j.by, 'on', j.effective_on, 'facts', j.facts,
        'recordedOn', (j.recorded_at at time zone (v.data->>'zone'))::date) order by j.seq), '[]') from journal j where j.subject_id = s.id and j.type = any(${sql.param([...publicEntries])}::text[])) as entries,
      exists (select 1 from subject r where r.id = 'renewal/' || substr(s.id, 7) and r.status = 'submitted') as renewal_under_appraisal,
      (select b.data->>'number' from subject b where b.id = s.data->>'previous') as renews,
      (select b.data->>'number' from subject b where b.kind = 'award' and b.pole_id = s.pole_id and b.data->>'previous' = s.id and b.data->>'activatedOn' is not null limit 1) as renewed_by
    from subject s join scheme_version v on v.id = s.scheme_id join pole p on p.id = s.pole_id
      left join structure t on t.id::text = coalesce(${carrierOn(sql`least(${day}, (s.data->>'endsOn')::date)`)}, s.data->>'structure')
    where ${sql.join([sql`s.kind = 'award' and s.data->>'activatedOn' is not null`, ...conditions], sql` and `)}
    order by p.name, s.data->>'number' limit ${limit}`);
  return rows.map(toSource);
}

/** The structure that carried the pole on a day; none before the pole is known here. */
function carrierOn(day: SQL): SQL {
  return sql`(select c.structure_id::text from pole_carrier c where c.pole_id = s.pole_id and c.from_date <= ${day} and coalesce(c.to_date, 'infinity'::date) >= ${day} order by c.from_date desc limit 1)`;
}

interface RegisterRow extends Record<string, unknown> {
  id: string; number: string; scheme: string; scheme_id: string; starts_on: string; ends_on: string; decided_on: string; changed_at: string; first_ends_on: string | null; entries: RegisterSource['entries'];
  pole_name: string; themes: string[]; territory: string; structure_name: string | null; siren: string | null; legal_form: string | null; on_day: string;
  renewal_under_appraisal: boolean; renews: string | null; renewed_by: string | null;
}

function toSource(row: RegisterRow): RegisterSource {
  const { structure_name: name, siren, legal_form: type, starts_on: startsOn, entries, on_day: on } = row;
  const firstEndsOn = row.first_ends_on ?? row.ends_on;
  const { status, endsOn } = publicStatusOn({ startsOn, endsOn: firstEndsOn }, entries, on) ?? { status: 'upcoming' as const, endsOn: row.ends_on };
  return {
    id: row.id, number: row.number, scheme: row.scheme, schemeId: row.scheme_id, status, on, startsOn, endsOn, firstEndsOn, decidedOn: row.decided_on, changedAt: row.changed_at, entries,
    renewalUnderAppraisal: row.renewal_under_appraisal, renews: row.renews, renewedBy: row.renewed_by,
    pole: { name: row.pole_name, themes: row.themes, territory: row.territory },
    structure: name !== null && siren !== null && type !== null ? { name, siren, type } : null,
  };
}
