import { type SQL, sql } from 'drizzle-orm';
import type { CivilDate } from '../../../domain/src/calendar/types.js';
import { publicStatusOn, type PublicEntry, type PublicStatus, publicEntries } from '../../../domain/src/award/public-life.js';
import { entriesToAppraisal, renewalTurns } from '../../../domain/src/renewal/renewal.turns.js';
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
  /** The label has ended, or is about to, and the file of its renewal is being examined on the day `on`. */
  readonly renewalUnderAppraisal: boolean;
  /** Numbers of the label that this one renews, and of the one that renews it if it was in force by the day `on`. */
  readonly renews: string | null;
  readonly renewedBy: string | null;
  readonly pole: { readonly name: string; readonly themes: string[]; readonly territory: string };
  readonly structure: { readonly name: string; readonly siren: string; readonly type: string } | null;
}

/** An entry with when it was recorded: the civil day in the scheme's zone, and the instant (ISO 8601). */
export type RecordedEntry = PublicEntry & { readonly recordedOn: CivilDate; readonly recordedAt: string };

/** A change of the holder as it was recorded: the first day of what stands since, and the name of pole or structure before and after, of a rename. */
export interface HolderChange {
  /** Subject id. */
  readonly change: string;
  readonly on: CivilDate;
  readonly before: string | null;
  readonly after: string | null;
}

/** A label with what of its journal the public status rests on. */
export interface RegisterSource extends RegisterRecord {
  /** Subject id. */
  readonly id: string;
  readonly schemeId: string;
  readonly decidedOn: CivilDate;
  /** The last day as first decided. */
  readonly firstEndsOn: CivilDate;
  readonly entries: readonly RecordedEntry[];
  readonly changes: readonly HolderChange[];
  /** The civil day on the Clock, in the scheme's zone, whatever day was asked for. */
  readonly today: CivilDate;
  /** Last day that the present suspension can have. */
  readonly suspensionLimit: CivilDate | null;
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
  if (place) conditions.push(sql`d.territory ilike ${contains(place)}`);
  if (scheme) conditions.push(sql`v.code = ${scheme}`);
  if (words) conditions.push(sql`(d.name ilike ${contains(words)} or d.structure ilike ${contains(words)} or d.territory ilike ${contains(words)} or s.data->>'number' ilike ${contains(words)})`);
  if (number) conditions.push(sql`translate(s.data->>'number', '-', '') = translate(${number}, '-', '')`);
  if (label) conditions.push(sql`s.id = ${label}`);
  if (after) conditions.push(sql`(d.name, s.data->>'number') > (${after[0]}, ${after[1]})`);
  const { rows } = await db.execute<RegisterRow>(sql`
    select s.id, s.data->>'number' as number, v.code as scheme, v.id as scheme_id, s.data->>'startsOn' as starts_on, s.data->>'endsOn' as ends_on, s.data->>'decidedOn' as decided_on,
      d.name as pole_name, p.themes, d.territory, d.structure as structure_name, t.siren, t.legal_form, (${day})::text as on_day, (estampille_now() at time zone (v.data->>'zone'))::date::text as today,
      (select l.on_date::text from deadline l where l.subject_id = s.id and l.kind = 'suspension-limit' and l.mark = '' and l.state = 'armed' limit 1) as suspension_limit,
      (select coalesce(jsonb_agg(jsonb_build_object('change', h.change_id, 'on', h.effective_on, 'before', case h.what when 'rename' then coalesce(h.before->>'name', h.before->>'structure') end,
        'after', case h.what when 'rename' then coalesce(h.after->>'name', h.after->>'structure') end)), '[]') from pole_change h where h.pole_id = s.pole_id) as changes,
      (select g.facts->>'endsOn' from journal g where g.subject_id = s.id and g.type in ('granted', 'imported') order by g.seq limit 1) as first_ends_on,
      (select coalesce(jsonb_agg(jsonb_build_object('type', j.type, 'act', j.act, 'by', j.by, 'on', j.effective_on, 'facts', j.facts,
        'recordedOn', (j.recorded_at at time zone (v.data->>'zone'))::date, 'recordedAt', to_char(j.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by j.seq), '[]') from journal j where j.subject_id = s.id and j.type = any(${sql.param([...publicEntries])}::text[])) as entries,
      ${underAppraisal(day)} as renewal_under_appraisal,
      (select b.data->>'number' from subject b where b.id = s.data->>'previous') as renews,
      (select b.data->>'number' from subject b where b.kind = 'award' and b.pole_id = s.pole_id and b.data->>'previous' = s.id and (b.data->>'activatedOn')::date <= ${day} limit 1) as renewed_by
    from subject s join scheme_version v on v.id = s.scheme_id join pole p on p.id = s.pole_id
      left join structure t on t.id::text = coalesce(${carrierOn(sql`least(${day}, (s.data->>'endsOn')::date)`)}, s.data->>'structure')
      cross join lateral (select coalesce(${formerly(day, 'name')}, p.name) as name, coalesce(${formerly(day, 'territory')}, p.territory) as territory, coalesce(${formerStructureName(day)}, t.name) as structure) d
    where ${sql.join([sql`s.kind = 'award' and s.data->>'activatedOn' is not null`, ...conditions], sql` and `)}
    order by ${number ? sql`s.data->>'number' = ${number} desc,` : sql``} d.name, s.data->>'number' limit ${limit}`);
  return rows.map(toSource);
}

/** Whether the file of the renewal was being examined on a day: for a day that is over, as the renewal's journal had it by its end. */
function underAppraisal(day: SQL): SQL {
  return sql`case when ${day} >= (estampille_now() at time zone (v.data->>'zone'))::date
    then exists (select 1 from subject r where r.id = 'renewal/' || substr(s.id, 7) and r.status = 'submitted')
    else coalesce((select j.type = any(${sql.param([...entriesToAppraisal])}::text[]) from journal j where j.subject_id = 'renewal/' || substr(s.id, 7) and j.type = any(${sql.param([...renewalTurns])}::text[])
      and (j.recorded_at at time zone (v.data->>'zone'))::date <= ${day} order by j.seq desc limit 1), false) end`;
}

/** What a later change of the pole replaced: how its name or territory read on a day; null when none did. */
function formerly(day: SQL, what: 'name' | 'territory'): SQL {
  return sql`(select h.before->>${what}::text from pole_change h where h.pole_id = s.pole_id and h.effective_on > ${day} and h.before->>${what}::text is not null order by h.effective_on, h.recorded_at limit 1)`;
}

/** The same of the name of the structure that carries the pole: other poles of it may have had it changed. */
function formerStructureName(day: SQL): SQL {
  return sql`(select h.before->>'structure' from pole_change h join pole_carrier c on c.pole_id = h.pole_id and c.structure_id = t.id and c.from_date <= h.effective_on and coalesce(c.to_date, 'infinity'::date) >= h.effective_on
    where h.what = 'rename' and h.effective_on > ${day} and h.before->>'structure' is not null order by h.effective_on, h.recorded_at limit 1)`;
}

/** The structure that carried the pole on a day; none before the pole is known here. */
function carrierOn(day: SQL): SQL {
  return sql`(select c.structure_id::text from pole_carrier c where c.pole_id = s.pole_id and c.from_date <= ${day} and coalesce(c.to_date, 'infinity'::date) >= ${day} order by c.from_date desc limit 1)`;
}

interface RegisterRow extends Record<string, unknown> {
  id: string; number: string; scheme: string; scheme_id: string; starts_on: string; ends_on: string; decided_on: string; first_ends_on: string | null; entries: RegisterSource['entries']; changes: RegisterSource['changes']; today: string; suspension_limit: string | null;
  pole_name: string; themes: string[]; territory: string; structure_name: string | null; siren: string | null; legal_form: string | null; on_day: string;
  renewal_under_appraisal: boolean; renews: string | null; renewed_by: string | null;
}

function toSource(row: RegisterRow): RegisterSource {
  const { structure_name: name, siren, legal_form: type, starts_on: startsOn, entries, on_day: on } = row;
  const firstEndsOn = row.first_ends_on ?? row.ends_on;
  const { status, endsOn } = publicStatusOn({ startsOn, endsOn: firstEndsOn }, entries, on) ?? { status: 'upcoming' as const, endsOn: row.ends_on };
  return {
    id: row.id, number: row.number, scheme: row.scheme, schemeId: row.scheme_id, status, on, startsOn, endsOn, firstEndsOn, decidedOn: row.decided_on, entries, changes: row.changes, today: row.today, suspensionLimit: row.suspension_limit,
    renewalUnderAppraisal: row.renewal_under_appraisal, renews: row.renews, renewedBy: row.renewed_by,
    pole: { name: row.pole_name, themes: row.themes, territory: row.territory },
    structure: name !== null && siren !== null && type !== null ? { name, siren, type } : null,
  };
}
