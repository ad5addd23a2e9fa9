import { randomUUID } from 'node:crypto';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { PoleRole } from '../../../domain/src/procedure/pole-role.js';
import type { Database } from '../database.js';
import { inForce, now, today } from './in-force.js';
import { pole, poleCarrier, poleMember, structure, structureSite } from './people.tables.js';
import { askForConfirmation } from './tell.js';

export interface NewPole {
  readonly name: string;
  readonly themes: readonly string[];
  readonly territory: string;
  readonly sharedMailbox?: string | undefined;
  /** `siret` and `rna` already checked and bare; `legalForm` is a structure type code of a scheme. */
  readonly carrier: { readonly siret: string; readonly rna?: string | undefined; readonly name: string; readonly legalForm: string };
  /** `attaches`: the secretariat, who may found a pole of any structure. `administers`: becomes its administrator, unless false. */
  readonly founder: { readonly personId: string; readonly representative: boolean; readonly attaches: boolean; readonly administers?: boolean };
}
export type NewPoleResult = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly code: 'pole-claimed' | 'rna-mismatch' };

/**
 * Creates a pole and, when it is new, the structure that carries it; the founder administers it. Whoever declares to represent
 * the structure waits for the secretariat's confirmation, unless they represent another pole of it.
 * A structure that is known is claimed: only those who administer or represent one of its poles add another, and its name and
 * numbers stay. So is a pole of the same name (spaces and capitals aside) on the same SIRET: the secretariat attaches people.
 */
export async function createPole(db: Database, input: NewPole): Promise<NewPoleResult> {
  const { carrier, founder } = input;
  return db.transaction(async (tx): Promise<NewPoleResult> => {
    const siren = carrier.siret.slice(0, 9);
    const added = await tx.insert(structure)
      .values({ id: randomUUID(), siren, rna: carrier.rna ?? null, name: carrier.name, legalForm: carrier.legalForm, createdAt: new Date() })
      .onConflictDoNothing().returning({ id: structure.id });
    const [known] = await tx.select().from(structure).where(eq(structure.siren, siren)).for('update');
    const held = added.length > 0 || !known ? [] : await rolesIn(tx, known.id, founder.personId);
    if (known && added.length === 0 && !founder.attaches && !held.some((role) => role !== 'member')) return { ok: false, code: 'pole-claimed' };
    if (!known || (carrier.rna !== undefined && known.rna !== null && known.rna !== carrier.rna)) return { ok: false, code: 'rna-mismatch' };
    if (await isClaimed(tx, carrier.siret, input.name)) return { ok: false, code: 'pole-claimed' };
    const id = randomUUID();
    await tx.insert(structureSite).values({ siret: carrier.siret, structureId: known.id }).onConflictDoNothing();
    await tx.insert(pole).values({
      id, name: input.name, themes: [...input.themes], territory: input.territory, sharedMailbox: input.sharedMailbox ?? null,
      createdAt: now, createdBy: founder.personId,
    });
    await tx.insert(poleCarrier).values({ id: randomUUID(), poleId: id, structureId: known.id, siret: carrier.siret, from: today });
    const right = { poleId: id, personId: founder.personId, since: today, addedBy: founder.personId };
    if (founder.administers !== false) await tx.insert(poleMember).values({ ...right, id: randomUUID(), role: 'administrator' });
    if (founder.representative) {
      const membership = randomUUID();
      const toConfirm = !held.includes('legal_representative');
      await tx.insert(poleMember).values({ ...right, id: membership, role: 'legal_representative', toConfirm });
      if (toConfirm) await askForConfirmation(tx, { poleId: id, poleName: input.name, membership });
    }
    return { ok: true, id };
  });
}

/** What the people of a pole may change themselves; what is left out stays. */
export interface PoleChange {
  readonly name?: string | undefined;
  readonly themes?: string[] | undefined;
  readonly territory?: string | undefined;
  readonly sharedMailbox?: string | null | undefined;
}
export type PoleChangeResult = { readonly ok: true } | { readonly ok: false; readonly code: 'pole-claimed' | 'not-found' };

/** Changes a pole's public description and mailbox. A name that another pole of the same SIRET has is refused. */
export async function changePole(db: Database, id: string, change: PoleChange): Promise<PoleChangeResult> {
  return db.transaction(async (tx): Promise<PoleChangeResult> => {
    // The structure's row is what the creation of a pole locks too: two poles never take one name at the same moment.
    const [own] = await tx.select({ siret: poleCarrier.siret }).from(poleCarrier).innerJoin(structure, eq(structure.id, poleCarrier.structureId))
      .where(and(eq(poleCarrier.poleId, id), isNull(poleCarrier.to))).for('update', { of: structure });
    if (!own) return { ok: false, code: 'not-found' };
    if (change.name !== undefined && (await isClaimed(tx, own.siret, change.name, id))) return { ok: false, code: 'pole-claimed' };
    const given = Object.fromEntries(Object.entries({ name: change.name, themes: change.themes, territory: change.territory, sharedMailbox: change.sharedMailbox }).filter(([, value]) => value !== undefined));
    if (Object.keys(given).length > 0) await tx.update(pole).set(given).where(eq(pole.id, id));
    return { ok: true };
  });
}

/** What somebody is today, confirmed, to the poles that a structure carries. */
async function rolesIn(tx: Database, structureId: string, personId: string): Promise<PoleRole[]> {
  const rows = await tx.selectDistinct({ role: poleMember.role }).from(poleMember)
    .innerJoin(poleCarrier, and(eq(poleCarrier.poleId, poleMember.poleId), isNull(poleCarrier.to)))
    .where(and(eq(poleCarrier.structureId, structureId), eq(poleMember.personId, personId), eq(poleMember.toConfirm, false), inForce(poleMember, today)));
  return rows.map(({ role }) => role);
}

/** The pole of this name (spaces and capitals aside) that is carried at this SIRET. */
export async function poleCarriedAt(db: Database, siret: string, name: string): Promise<string | undefined> {
  const [row] = await db.select({ id: pole.id }).from(pole).innerJoin(poleCarrier, and(eq(poleCarrier.poleId, pole.id), isNull(poleCarrier.to)))
    .where(and(eq(poleCarrier.siret, siret), sql`${plain(sql`${pole.name}`)} = ${plain(sql`${name}::text`)}`)).limit(1);
  return row?.id;
}

/** Whether a pole, another than `except`, has this name at this SIRET. */
async function isClaimed(tx: Database, siret: string, name: string, except?: string): Promise<boolean> {
  const claimed = await tx.select({ id: pole.id }).from(pole).innerJoin(poleCarrier, and(eq(poleCarrier.poleId, pole.id), isNull(poleCarrier.to)))
    .where(and(eq(poleCarrier.siret, siret), sql`${plain(sql`${pole.name}`)} = ${plain(sql`${name}::text`)}`, except === undefined ? undefined : ne(pole.id, except))).limit(1);
  return claimed.length > 0;
}

function plain(text: ReturnType<typeof sql>) {
  return sql`lower(regexp_replace(trim(${text}), '\\s+', ' ', 'g'))`;
}
