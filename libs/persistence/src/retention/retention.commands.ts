import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { DueFile } from '../../../domain/src/retention/periods.js';
import { afterRetention, type RetentionDecision } from '../../../domain/src/retention/retention.status.js';
import type { Database } from '../database.js';
import { now } from '../people/in-force.js';
import { tell } from '../people/tell.js';
import { changedSince, eraseWritten } from './erase.js';
import { dueStill } from './retention.queries.js';
import { retentionFile } from './retention.tables.js';

/** Proposes files whose time is over and tells the authority, once for all of them. @returns the ids; a file that somebody else has just proposed has none */
export async function proposeRetention(db: Database, files: readonly { readonly due: DueFile; readonly proposal: RetentionDecision }[], by: string): Promise<string[]> {
  return db.transaction(async (tx) => {
    const rows = files.map(({ due: { file, pole, schemeId, category, from, until }, proposal }) => ({
      id: randomUUID(), file, poleId: pole, schemeId, category, from, until, status: 'proposed' as const, proposal, proposedAt: now, proposedBy: by,
    }));
    const added = await tx.insert(retentionFile).values(rows).onConflictDoNothing().returning({ id: retentionFile.id });
    const [first] = added;
    if (first) await tell(tx, { role: 'authority' }, { template: 'retention.proposed', key: `retention/${first.id}/proposed`, subject: `retention/${first.id}`, facts: { files: added.length } });
    return added.map(({ id }) => id);
  });
}

/** Records the authority's decision and tells who proposed. False when somebody else has decided meanwhile. */
export async function decideRetention(db: Database, { id, decision, reference, by }: { id: string; decision: RetentionDecision; reference: string; by: string }): Promise<boolean> {
  return db.transaction(async (tx) => {
    const to = afterRetention('proposed', decision);
    if (!to) return false;
    const [row] = await tx.update(retentionFile).set({ status: to, decision, reference, decidedAt: now, decidedBy: by }).where(and(eq(retentionFile.id, id), eq(retentionFile.status, 'proposed'))).returning();
    if (!row) return false;
    await tell(tx, { person: row.proposedBy }, { template: decision === 'keep' ? 'retention.keep' : 'retention.eliminate', key: `retention/${id}/decided`, subject: `retention/${id}`, facts: { file: row.file, reference } });
    return true;
  });
}

/** Remembers the zip that left last. */
export async function noteArchive(db: Database, id: string, { hash, at }: { hash: string; at: Date }): Promise<void> {
  await db.update(retentionFile).set({ archiveHash: hash, archivedAt: at }).where(eq(retentionFile.id, id));
}

/** `not-now`: not decided so; `archive`: another zip than the last, or none; `outdated`: the file has changed since; `reopened`: its time is not over any more. */
export type Erasure = { readonly is: 'erased'; readonly subjects: readonly string[] } | { readonly is: 'not-now' | 'archive' | 'outdated' | 'reopened' };

/**
 * Destroys the content of a file that the authority decided to eliminate, after it has left as a zip. The status stays until the bytes are gone
 * too (`endRetention`), so that whatever stops in between is begun again.
 * @param archive SHA-256 of the zip, by which whoever asks shows that it is there
 */
export async function eraseFile(db: Database, { id, archive }: { id: string; archive: string }): Promise<Erasure> {
  return db.transaction(async (tx) => {
    const [row] = await tx.select().from(retentionFile).where(eq(retentionFile.id, id)).for('update');
    if (!row || afterRetention(row.status, 'destroy') === undefined) return { is: 'not-now' };
    if (row.archiveHash !== archive || !row.archivedAt) return { is: 'archive' };
    const due = await dueStill(tx, row.file);
    if (!due) return { is: 'reopened' };
    if (await changedSince(tx, due.subjects, row.archivedAt)) return { is: 'outdated' };
    const erased = await eraseWritten(tx, due.subjects);
    await tx.update(retentionFile).set({ erased: row.erased ?? erased }).where(eq(retentionFile.id, id));
    return { is: 'erased', subjects: due.subjects };
  });
}

/** Says that nothing of it is left. */
export async function endRetention(db: Database, { id, by }: { id: string; by: string }): Promise<void> {
  await db.update(retentionFile).set({ status: 'eliminated', eliminatedAt: now, eliminatedBy: by }).where(and(eq(retentionFile.id, id), eq(retentionFile.status, 'to_eliminate')));
}
