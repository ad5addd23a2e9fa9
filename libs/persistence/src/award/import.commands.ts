import { createHash } from 'node:crypto';
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { ImportedLabel } from '../../../domain/src/award/import-line.js';
import type { Database } from '../database.js';
import { notification } from '../notification/notification.tables.js';
import { inForce, today } from '../people/in-force.js';
import { lockPole } from '../people/lock-pole.js';
import { addMember } from '../people/member.commands.js';
import { person, poleInvitation, poleMember, structure } from '../people/people.tables.js';
import { createPole, poleCarriedAt } from '../people/pole.commands.js';
import { tell } from '../people/tell.js';
import { subject } from '../procedure/procedure.tables.js';

/** The labels that have one of these public numbers, by number: subject id, and whether it was imported. */
export async function labelsNumbered(db: Database, numbers: readonly string[]): Promise<Map<string, { readonly id: string; readonly imported: boolean }>> {
  if (numbers.length === 0) return new Map();
  const number = sql<string>`${subject.data} ->> 'number'`;
  const rows = await db.select({ id: subject.id, number, imported: sql<boolean>`${subject.data} ->> 'importedOn' is not null` }).from(subject)
    .where(and(eq(subject.kind, 'award'), inArray(number, [...numbers])));
  return new Map(rows.map(({ number: taken, id, imported }) => [taken, { id, imported }]));
}

/** RNA numbers by SIREN, of the structures that are known. */
export async function knownRnas(db: Database, sirens: readonly string[]): Promise<Map<string, string>> {
  if (sirens.length === 0) return new Map();
  const rows = await db.select({ siren: structure.siren, rna: structure.rna }).from(structure).where(inArray(structure.siren, [...sirens]));
  return new Map(rows.flatMap(({ siren, rna }) => (rna === null ? [] : [[siren, rna] as const])));
}

/** The pole and the structure of an imported label; made when they are new, without anybody in them. @param by person id of who imports */
export async function holderOf(db: Database, { pole, structure: carrier }: ImportedLabel, by: string): Promise<{ pole: string; structure: string } | undefined> {
  return db.transaction(async (tx) => {
    const there = await poleCarriedAt(tx, carrier.siret, pole.name);
    const made = there === undefined ? await createPole(tx, {
      name: pole.name, themes: pole.themes, territory: pole.territory, sharedMailbox: pole.mailbox ?? undefined,
      carrier: { siret: carrier.siret, rna: carrier.rna ?? undefined, name: carrier.name, legalForm: carrier.type },
      founder: { personId: by, representative: false, attaches: true, administers: false },
    }) : { ok: true as const, id: there };
    if (!made.ok) return undefined;
    const [known] = await tx.select({ id: structure.id }).from(structure).where(eq(structure.siren, carrier.siret.slice(0, 9)));
    return known && { pole: made.id, structure: known.id };
  });
}

/**
 * Whether an import of this label (a subject id) may name who represents its pole: one that it makes, or that an earlier try of it made and where nobody ever had
 * a right. A pole that people hold is theirs; the person named who represents it already changes nothing.
 */
export async function mayName(db: Database, award: string, { pole: { name }, structure: { siret }, representative }: ImportedLabel): Promise<boolean> {
  const poleId = await poleCarriedAt(db, siret, name);
  return representative === null || poleId === undefined || (await isOwn(db, award, poleId)) || (await representsNow(db, poleId, representative.email));
}

/** Attaches the legal representative whom the import names, once the label is recorded; they are told. Nothing where somebody has a right in the pole. */
export async function nameRepresentative(db: Database, award: string, { number, startsOn, endsOn, representative }: ImportedLabel, by: string): Promise<void> {
  if (representative === null) return;
  await db.transaction(async (tx) => {
    const [own] = await tx.select({ poleId: subject.poleId }).from(subject).where(eq(subject.id, award));
    if (!own?.poleId) return;
    await lockPole(tx, own.poleId);
    if (!(await isOwn(tx, award, own.poleId))) return;
    await addMember(tx, { poleId: own.poleId, ...representative, locale: 'fr', role: 'legal_representative', addedBy: by, reason: `Reprise du label ${number}`, mayAppoint: true, attach: true });
    // When the label was recorded there was nobody to tell of it, or a shared mailbox alone.
    await tx.delete(notification).where(eq(notification.key, `${award}/imported/nobody`));
    await tell(tx, { pole: own.poleId, significant: true }, { template: 'award.imported', key: `${award}/imported`, subject: award, facts: { number, startsOn, endsOn } });
  });
}

/** Nobody ever had a right in the pole, and it carries no other file. */
async function isOwn(db: Database, award: string, poleId: string): Promise<boolean> {
  const [held, invited, others] = await Promise.all([
    db.select({ id: poleMember.id }).from(poleMember).where(eq(poleMember.poleId, poleId)).limit(1),
    db.select({ id: poleInvitation.id }).from(poleInvitation).where(eq(poleInvitation.poleId, poleId)).limit(1),
    db.select({ id: subject.id }).from(subject).where(and(eq(subject.poleId, poleId), inArray(subject.kind, ['award', 'application']), ne(subject.id, award))).limit(1),
  ]);
  return held.length + invited.length + others.length === 0;
}

async function representsNow(db: Database, poleId: string, email: string): Promise<boolean> {
  const rows = await db.select({ id: poleMember.id }).from(poleMember).innerJoin(person, eq(person.id, poleMember.personId))
    .where(and(eq(poleMember.poleId, poleId), eq(poleMember.role, 'legal_representative'), inForce(poleMember, today), eq(person.email, email))).limit(1);
  return rows.length > 0;
}

/** The authority hears that labels come here, and how many; the mail leads to the first. @param awards subject ids */
export async function announceImport(db: Database, awards: readonly string[]): Promise<void> {
  const [first] = awards;
  if (first === undefined) return;
  const key = createHash('sha256').update([...awards].sort().join(' ')).digest('hex').slice(0, 32);
  await db.transaction((tx) => tell(tx, { role: 'authority' }, { template: 'award.labels-imported', key: `labels-imported/${key}`, subject: first, facts: { count: awards.length } }));
}
