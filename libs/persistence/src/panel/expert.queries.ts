import { and, asc, eq, ilike, inArray, or, type SQL, sql } from 'drizzle-orm';
import { appraisalLost } from '../../../domain/src/appraisal/appraisal.status.js';
import type { InterestKind } from '../../../domain/src/appraisal/ties.js';
import type { CivilDate, CivilPeriod } from '../../../domain/src/calendar/types.js';
import type { Database } from '../database.js';
import { person, personRole } from '../people/people.tables.js';
import { contains } from '../people/person.queries.js';
import { expertProfile } from './panel.tables.js';

/** An expert of the pool. Lists are empty and `version` is 0 while nobody has filled the profile in. */
export interface ExpertRecord {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly themes: string[];
  readonly regions: string[];
  readonly languages: string[];
  /** Files per call at most; null: the scheme's figure. */
  readonly maximumLoad: number | null;
  readonly version: number;
  readonly employers: { siren: string; name: string; from: CivilDate | null; to: CivilDate | null }[];
  readonly interests: { kind: InterestKind; siren: string | null; pole: string | null; name: string; to: CivilDate | null }[];
  readonly absences: CivilPeriod[];
  /** Appraisals that the expert has been offered or writes now. */
  readonly load: number;
  /** Files of the call that is asked for, written or not; 0 without a call. */
  readonly callLoad: number;
}

export interface ExpertFilter {
  /** Looked for in name and e-mail. */
  readonly words?: string | undefined;
  readonly theme?: string | undefined;
  /** Capitals don't matter. */
  readonly region?: string | undefined;
  readonly language?: string | undefined;
  /** Subject id: counts `callLoad`. */
  readonly call?: string | undefined;
  /** [name, id] of the last one shown. */
  readonly after?: readonly string[] | undefined;
  readonly limit: number;
}

/** Experts by name, then id. */
export async function listExperts(db: Database, { words, theme, region, language, call, after, limit }: ExpertFilter): Promise<ExpertRecord[]> {
  const conditions: (SQL | undefined)[] = [
    words ? or(ilike(person.name, contains(words)), ilike(person.email, contains(words))) : undefined,
    theme ? sql`${theme} = any(${expertProfile.themes})` : undefined,
    region ? sql`lower(${region}) in (select lower(r) from unnest(${expertProfile.regions}) r)` : undefined,
    language ? sql`${language} = any(${expertProfile.languages})` : undefined,
    after ? sql`(${person.name}, ${person.id}::text) > (${after[0]}, ${after[1]})` : undefined,
  ];
  return select(db, call).where(and(...conditions)).orderBy(asc(person.name), asc(sql`${person.id}::text`)).limit(limit);
}

/** Every expert, with the load in this call. */
export async function poolOf(db: Database, call: string): Promise<ExpertRecord[]> {
  return select(db, call).orderBy(asc(person.id));
}

/** Undefined for somebody without the role. */
export async function findExpert(db: Database, id: string): Promise<ExpertRecord | undefined> {
  const [row] = await select(db, undefined).where(eq(person.id, id));
  return row;
}

/** Names alone, for an applicant who objects to somebody. */
export async function expertsNamed(db: Database, words: string): Promise<{ id: string; name: string }[]> {
  return db.select({ id: person.id, name: person.name }).from(person).innerJoin(personRole, isExpert).where(ilike(person.name, contains(words))).orderBy(asc(person.name), asc(person.id)).limit(20);
}

/** Names by id, also of people who are experts no longer. */
export async function expertNames(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.select({ id: person.id, name: person.name }).from(person).where(inArray(person.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Absences of these people that are not over on a day. */
export async function absencesOf(db: Database, people: readonly string[], on: CivilDate): Promise<Map<string, CivilPeriod[]>> {
  if (people.length === 0) return new Map();
  const rows = await db.select({ id: person.id, absences }).from(person).where(inArray(person.id, [...people]));
  return new Map(rows.map((row) => [row.id, row.absences.filter(({ to }) => to >= on)]));
}

const isExpert = and(eq(personRole.personId, person.id), eq(personRole.role, 'expert'));
// Written out: drizzle leaves table names off the columns of a select from one table.
const absences = sql<CivilPeriod[]>`coalesce((select json_agg(json_build_object('from', a.from_date, 'to', a.to_date) order by a.from_date) from absence a where a.person_id = person.id), '[]')`;
const employers = sql<ExpertRecord['employers']>`coalesce((select json_agg(json_build_object('siren', e.siren, 'name', e.name, 'from', e.from_date, 'to', e.to_date) order by e.from_date, e.siren)
  from expert_employer e where e.person_id = person.id), '[]')`;
const interests = sql<ExpertRecord['interests']>`coalesce((select json_agg(json_build_object('kind', i.kind, 'siren', i.siren, 'pole', i.pole_id, 'name', i.name, 'to', i.to_date) order by i.kind, i.name)
  from expert_interest i where i.person_id = person.id), '[]')`;
const load = sql<number>`(select count(*)::int from subject s where s.kind = 'appraisal' and s.assignee_id = person.id and s.status in ('invited', 'declared', 'accepted'))`;

function loadIn(call: string | undefined): SQL<number> {
  return call === undefined ? sql<number>`0` : sql<number>`(select count(*)::int from subject s where s.kind = 'appraisal' and s.assignee_id = person.id and s.call_id = ${call} and s.status not in (${sql.join(appraisalLost.map((status) => sql`${status}`), sql`, `)}))`;
}

function select(db: Database, call: string | undefined) {
  const list = (column: SQL | typeof expertProfile.themes | typeof expertProfile.regions | typeof expertProfile.languages) => sql<string[]>`coalesce(${column}, '{}')`;
  return db.select({
    id: person.id, name: person.name, email: person.email, themes: list(expertProfile.themes), regions: list(expertProfile.regions), languages: list(expertProfile.languages),
    maximumLoad: expertProfile.maximumLoad, version: sql<number>`coalesce(${expertProfile.version}, 0)`, employers, interests, absences, load, callLoad: loadIn(call),
  }).from(person).innerJoin(personRole, isExpert).leftJoin(expertProfile, eq(expertProfile.personId, person.id)).$dynamic();
}
