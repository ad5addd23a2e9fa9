import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { ApplicationData } from '../../../domain/src/application/application.data.js';
import { type DecisionText, sent } from '../../../domain/src/application/prepared.js';
import type { Database } from '../database.js';
import { inForce, today } from '../people/in-force.js';
import { person, pole, poleCarrier, poleMember, structure } from '../people/people.tables.js';
import { subject } from '../procedure/procedure.tables.js';
import type { SubjectRow } from '../procedure/standing.queries.js';
import { writtenEntries } from '../procedure/written.queries.js';

/** The decision as it was last sent for signature; null when none was, or when the committee proposed anew since. */
export async function preparedDecision(db: Database, { id, data }: Pick<SubjectRow, 'id' | 'data'>): Promise<DecisionText | null> {
  if (!(data as unknown as ApplicationData).sentForSignatureOn) return null;
  const last = (await writtenEntries(db, id, ['sent-for-signature'])).at(-1);
  return last ? sent(last.facts, last.body) : null;
}

/** To whom a decision is addressed. */
export interface AddresseeRecord {
  readonly pole: string;
  readonly structure: string;
  readonly siret: string | null;
  /** Its confirmed legal representative; null when there is none. */
  readonly representative: string | null;
}

/** @param structureId the legal person that carried the pole when the file was submitted */
export async function addresseeOf(db: Database, poleId: string, structureId: string): Promise<AddresseeRecord | undefined> {
  const [row] = await db.select({ pole: pole.name, structure: structure.name, siret: poleCarrier.siret }).from(pole)
    .leftJoin(structure, eq(structure.id, structureId)).leftJoin(poleCarrier, and(eq(poleCarrier.poleId, pole.id), eq(poleCarrier.structureId, structureId)))
    .where(eq(pole.id, poleId)).orderBy(desc(poleCarrier.from)).limit(1);
  const [one] = await db.select({ name: person.name }).from(poleMember).innerJoin(person, eq(person.id, poleMember.personId))
    .where(and(eq(poleMember.poleId, poleId), eq(poleMember.role, 'legal_representative'), eq(poleMember.toConfirm, false), inForce(poleMember, today)))
    .orderBy(asc(poleMember.since), asc(person.name)).limit(1);
  return row && { pole: row.pole, structure: row.structure ?? row.pole, siret: row.siret, representative: one?.name ?? null };
}

/** The applications of a call whose decision is proposed: `signed` or still to be signed. All of them, or those that are named. */
export async function decisionsOf(db: Database, callId: string, { signed, ids }: { signed: boolean; ids?: readonly string[] | undefined }): Promise<SubjectRow[]> {
  const named = ids && inArray(subject.id, [...ids]);
  const ready = and(eq(subject.status, 'decision_proposed'), signed ? isSigned : sql`not ${isSigned}`);
  return db.select().from(subject).where(and(eq(subject.kind, 'application'), eq(subject.callId, callId), named ?? ready)).orderBy(asc(subject.id));
}

const isSigned = sql`coalesce(${subject.data} -> 'decision' <> 'null'::jsonb, false)`;

/** An award among the results of a call. */
export interface ResultRecord {
  readonly pole: string;
  readonly structure: string | null;
  readonly territory: string;
}

/** Who was awarded, and was notified of it. Nothing of anybody else. */
export async function resultsOf(db: Database, callId: string): Promise<ResultRecord[]> {
  return db.select({ pole: pole.name, structure: structure.name, territory: pole.territory }).from(subject)
    .innerJoin(pole, eq(pole.id, subject.poleId)).leftJoin(poleCarrier, and(eq(poleCarrier.poleId, pole.id), isNull(poleCarrier.to))).leftJoin(structure, eq(structure.id, poleCarrier.structureId))
    .where(and(eq(subject.kind, 'application'), eq(subject.callId, callId), inArray(subject.status, ['awarded', 'conditionally_awarded']), isNotNull(subject.poleId)))
    .orderBy(asc(pole.name), asc(subject.id));
}
