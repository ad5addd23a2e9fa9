import { randomUUID } from 'node:crypto';
import { and, eq, ne } from 'drizzle-orm';
import type { Database } from '../database.js';
import { now } from './in-force.js';
import { structure, structureChange } from './people.tables.js';

export type StructureRecord = Omit<typeof structure.$inferSelect, 'createdAt'>;
export type StructureChangeResult = { readonly ok: true; readonly structure: StructureRecord } | { readonly ok: false; readonly code: 'not-found' | 'rna-taken' };

/** Corrects what the first comer said of a structure; what stood before is kept with the reason. What is left out stays. */
export async function changeStructure(db: Database, id: string, change: {
  name?: string | undefined; rna?: string | null | undefined; legalForm?: string | undefined; reason: string; by: string;
}): Promise<StructureChangeResult> {
  return db.transaction(async (tx): Promise<StructureChangeResult> => {
    const [before] = await tx.select().from(structure).where(eq(structure.id, id)).for('update');
    if (!before) return { ok: false, code: 'not-found' };
    const { name = before.name, rna = before.rna, legalForm = before.legalForm } = change;
    if (rna !== null && (await tx.select({ id: structure.id }).from(structure).where(and(eq(structure.rna, rna), ne(structure.id, id)))).length > 0) return { ok: false, code: 'rna-taken' };
    await tx.update(structure).set({ name, rna, legalForm }).where(eq(structure.id, id));
    await tx.insert(structureChange).values({
      id: randomUUID(), structureId: id, before: { name: before.name, rna: before.rna, legalForm: before.legalForm }, reason: change.reason, changedBy: change.by, changedAt: now,
    });
    return { ok: true, structure: { id, siren: before.siren, name, rna, legalForm } };
  });
}
