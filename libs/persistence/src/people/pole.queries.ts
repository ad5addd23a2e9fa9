import { and, asc, eq, ilike, isNull, type SQL, sql } from 'drizzle-orm';
import type { PoleRole } from '../../../domain/src/procedure/pole-role.js';
import type { Database } from '../database.js';
import { inForce, today } from './in-force.js';
import { mandate, person, pole, poleCarrier, poleMember, structure } from './people.tables.js';
import { contains } from './person.queries.js';

/** A pole in a list, with the structure that carries it now. */
export interface PoleRecord {
  readonly id: string;
  readonly name: string;
  readonly themes: string[];
  readonly territory: string;
  readonly sharedMailbox: string | null;
  readonly carrier: { id: string; siren: string; siret: string; rna: string | null; name: string; legalForm: string; from: string };
  readonly closedOn: string | null;
  readonly mergedInto: string | null;
}

export interface PoleTeam {
  /** Rights in force today; one row per person and role. */
  readonly members: { personId: string; name: string; email: string; role: PoleRole; since: string; until: string | null; toConfirm: boolean }[];
  readonly mandates: { id: string; holderId: string; holderName: string; dated: string; until: string | null }[];
}

const record = {
  id: pole.id, name: pole.name, themes: pole.themes, territory: pole.territory, sharedMailbox: pole.sharedMailbox,
  carrier: { id: structure.id, siren: structure.siren, siret: poleCarrier.siret, rna: structure.rna, name: structure.name, legalForm: structure.legalForm, from: poleCarrier.from },
  closedOn: pole.closedOn, mergedInto: pole.mergedInto,
};

export async function findPole(db: Database, id: string): Promise<PoleRecord | undefined> {
  const [found] = await db.select(record).from(pole)
    .innerJoin(poleCarrier, and(eq(poleCarrier.poleId, pole.id), isNull(poleCarrier.to))).innerJoin(structure, eq(structure.id, poleCarrier.structureId))
    .where(eq(pole.id, id));
  return found;
}

/** Poles by name, then id; with `memberId`, only those to which that person belongs today. `after` is the [name, id] of the last one shown. */
export async function listPoles(
  db: Database, filter: { memberId?: string | undefined; words?: string | undefined; siret?: string | undefined; after?: readonly string[] | undefined; limit: number },
): Promise<PoleRecord[]> {
  const { memberId, words, siret, after, limit } = filter;
  const conditions: (SQL | undefined)[] = [];
  if (memberId) conditions.push(sql`exists (select 1 from ${poleMember} where ${poleMember.poleId} = ${pole.id} and ${poleMember.personId} = ${memberId} and ${inForce(poleMember, today)})`);
  if (words) conditions.push(ilike(pole.name, contains(words)));
  if (siret) conditions.push(eq(poleCarrier.siret, siret));
  if (after) conditions.push(sql`(${pole.name}, ${pole.id}::text) > (${after[0]}, ${after[1]})`);
  return db.select(record).from(pole)
    .innerJoin(poleCarrier, and(eq(poleCarrier.poleId, pole.id), isNull(poleCarrier.to))).innerJoin(structure, eq(structure.id, poleCarrier.structureId))
    .where(and(...conditions)).orderBy(asc(pole.name), asc(sql`${pole.id}::text`)).limit(limit);
}

export async function teamOf(db: Database, poleId: string): Promise<PoleTeam> {
  const members = await db.select({ personId: person.id, name: person.name, email: person.email, role: poleMember.role, since: poleMember.since, until: poleMember.until, toConfirm: poleMember.toConfirm })
    .from(poleMember).innerJoin(person, eq(person.id, poleMember.personId))
    .where(and(eq(poleMember.poleId, poleId), inForce(poleMember, today))).orderBy(asc(person.name), asc(person.id), asc(poleMember.role));
  const mandates = await db.select({ id: mandate.id, holderId: mandate.holderId, holderName: person.name, dated: mandate.dated, until: mandate.until })
    .from(mandate).innerJoin(person, eq(person.id, mandate.holderId))
    .where(and(eq(mandate.poleId, poleId), isNull(mandate.endedAt))).orderBy(asc(mandate.dated), asc(mandate.id));
  return { members, mandates };
}
