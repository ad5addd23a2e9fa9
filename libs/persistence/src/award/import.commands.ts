import { and, eq, inArray, sql } from 'drizzle-orm';
import type { ImportedLabel } from '../../../domain/src/award/import-line.js';
import type { Database } from '../database.js';
import { addMember } from '../people/member.commands.js';
import { structure } from '../people/people.tables.js';
import { createPole, poleCarriedAt } from '../people/pole.commands.js';
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

/** The pole and the structure of an imported label; made when they are new, with the legal representative that the import names, who is told. */
export async function holderOf(db: Database, { pole, structure: carrier, representative }: ImportedLabel, by: { personId: string; reason: string }): Promise<{ pole: string; structure: string } | undefined> {
  return db.transaction(async (tx) => {
    const there = await poleCarriedAt(tx, carrier.siret, pole.name);
    const made = there === undefined ? await createPole(tx, {
      name: pole.name, themes: pole.themes, territory: pole.territory, sharedMailbox: pole.mailbox ?? undefined,
      carrier: { siret: carrier.siret, rna: carrier.rna ?? undefined, name: carrier.name, legalForm: carrier.type },
      founder: { personId: by.personId, representative: false, attaches: true, administers: false },
    }) : { ok: true as const, id: there };
    if (!made.ok) return undefined;
    if (representative) {
      await addMember(tx, {
        poleId: made.id, ...representative, locale: 'fr', role: 'legal_representative', addedBy: by.personId, reason: by.reason, mayAppoint: true, attach: true,
      });
    }
    const [known] = await tx.select({ id: structure.id }).from(structure).where(eq(structure.siren, carrier.siret.slice(0, 9)));
    return known && { pole: made.id, structure: known.id };
  });
}
