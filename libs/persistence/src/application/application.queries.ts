import { and, desc, eq, ilike, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { hasNoPart } from '../committee/recusal.queries.js';
import type { Database } from '../database.js';
import { inForce, today } from '../people/in-force.js';
import { pole, poleCarrier, poleMember, structure } from '../people/people.tables.js';
import { contains } from '../people/person.queries.js';
import { subject } from '../procedure/procedure.tables.js';
import { applicationDraft } from './application.tables.js';

/** An application in a list, drafts among them with the status `draft`. */
export interface ApplicationRecord {
  readonly id: string;
  readonly status: string;
  readonly call: string;
  readonly pole: { readonly id: string; readonly name: string };
  readonly kind: 'initial' | 'renewal';
  readonly receivedOn: string | null;
  /** The case officer; null while it is a draft, and when nobody is named. */
  readonly officer: string | null;
  readonly createdAt: Date;
}

export interface ApplicationFilter {
  /** Subject id. */
  readonly call?: string | undefined;
  readonly status?: readonly string[] | undefined;
  readonly pole?: string | undefined;
  /** Those whose implied-decision clock runs out on this day or before. */
  readonly silenceBefore?: string | undefined;
  /** Code of a theme of the pole. */
  readonly theme?: string | undefined;
  /** Code of the structure type, as it was submitted. */
  readonly structureType?: string | undefined;
  /** Looked for in the pole's territory. */
  readonly region?: string | undefined;
  /** The case officer. */
  readonly officer?: string | undefined;
  /** Those of this person's poles, drafts included; without it, submitted ones of everybody. */
  readonly memberId?: string | undefined;
  /** A member of the committee: files in which this person has no part are left out. */
  readonly committeeId?: string | undefined;
  /** [creation, id] of the last one shown. */
  readonly after?: readonly string[] | undefined;
  readonly limit: number;
}

const status = sql<string>`coalesce(${subject.status}, 'draft')`;
const createdAt = sql<string>`to_char(${applicationDraft.createdAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The last begun first. */
export async function listApplications(db: Database, filter: ApplicationFilter): Promise<ApplicationRecord[]> {
  const { memberId, after } = filter;
  const conditions: (SQL | undefined)[] = [
    filter.call ? eq(applicationDraft.callId, filter.call) : undefined,
    filter.status ? inArray(status, [...filter.status]) : undefined,
    filter.pole ? eq(applicationDraft.poleId, filter.pole) : undefined,
    filter.silenceBefore ? sql`exists (select 1 from deadline d where d.subject_id = ${subject.id} and d.kind = 'implied-decision' and d.mark = '' and d.state = 'armed' and d.on_date <= ${filter.silenceBefore})` : undefined,
    filter.theme ? sql`${filter.theme} = any(${pole.themes})` : undefined,
    filter.structureType ? sql`coalesce(${subject.data} ->> 'structureType', (select t.legal_form from pole_carrier c join structure t on t.id = c.structure_id where c.pole_id = ${pole.id} and c.to_date is null)) = ${filter.structureType}` : undefined,
    filter.region ? ilike(pole.territory, contains(filter.region)) : undefined,
    filter.officer ? eq(subject.officerId, filter.officer) : undefined,
    memberId
      ? sql`exists (select 1 from ${poleMember} where ${poleMember.poleId} = ${applicationDraft.poleId} and ${poleMember.personId} = ${memberId} and ${inForce(poleMember, today)})`
      : sql`${subject.id} is not null`,
    filter.committeeId ? sql`not ${hasNoPart(filter.committeeId, sql`${subject.id}`)}` : undefined,
    after ? sql`(${createdAt}, ${applicationDraft.id}::text) < (${after[0]}, ${after[1]})` : undefined,
  ];
  const rows = await db.select({
    id: applicationDraft.id, status, call: applicationDraft.callId, pole: { id: pole.id, name: pole.name }, renews: applicationDraft.renews,
    receivedOn: sql<string | null>`${subject.data} ->> 'receivedOn'`, officer: subject.officerId, createdAt: applicationDraft.createdAt,
  }).from(applicationDraft).innerJoin(pole, eq(pole.id, applicationDraft.poleId)).leftJoin(subject, eq(subject.id, sql`'application/' || ${applicationDraft.id}`))
    .where(and(...conditions)).orderBy(desc(createdAt), desc(sql`${applicationDraft.id}::text`)).limit(filter.limit);
  return rows.map(({ renews, ...row }) => ({ ...row, kind: renews === null ? 'initial' : 'renewal' }));
}

/** The legal person that carries a pole now, with its type: the contract and the payments hang on it. */
export async function carrierOf(db: Database, poleId: string): Promise<{ id: string; legalForm: string } | undefined> {
  const [row] = await db.select({ id: structure.id, legalForm: structure.legalForm }).from(poleCarrier)
    .innerJoin(structure, eq(structure.id, poleCarrier.structureId)).where(and(eq(poleCarrier.poleId, poleId), isNull(poleCarrier.to)));
  return row;
}

/** The day on which a pole's last refusal under a scheme was notified; undefined when none stands. */
export async function lastRefusal(db: Database, poleId: string, schemeCode: string): Promise<string | undefined> {
  const [row] = await db.select({ on: sql<string | null>`max(${subject.data} ->> 'notifiedOn')` }).from(subject)
    .where(and(eq(subject.kind, 'application'), eq(subject.status, 'refused'), eq(subject.poleId, poleId), sql`${subject.schemeId} like ${`${schemeCode}@%`}`));
  return row?.on ?? undefined;
}
