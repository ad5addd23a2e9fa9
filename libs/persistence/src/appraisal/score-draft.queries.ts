import { eq, sql } from 'drizzle-orm';
import type { Database } from '../database.js';
import { scoreDraft } from './appraisal.tables.js';

export type ScoreDraftRow = typeof scoreDraft.$inferSelect;
export interface ScoreDraftInput {
  readonly subjectId: string;
  readonly expertId: string;
  readonly marks: Record<string, number | null>;
  readonly comments: Record<string, string>;
  /** The version that the writer last saw; 0 for a first saving. Undefined: whatever is there is replaced. */
  readonly seen?: number | undefined;
}

export async function findScoreDraft(db: Database, subjectId: string): Promise<ScoreDraftRow | undefined> {
  const [row] = await db.select().from(scoreDraft).where(eq(scoreDraft.subjectId, subjectId));
  return row;
}

/**
 * Saves the draft while the appraisal is accepted and the writer's. The subject's row is locked, so that a draft is never
 * saved behind the back of what ends the appraisal.
 * @returns `closed` when there is nothing to score any more; `stale` with the stored version when another page saved since.
 */
export async function saveScoreDraft(db: Database, input: ScoreDraftInput): Promise<{ is: 'saved'; row: ScoreDraftRow } | { is: 'closed' } | { is: 'stale'; version: number }> {
  const { subjectId, expertId, marks, comments, seen } = input;
  return db.transaction(async (tx) => {
    const open = await tx.execute(sql`select 1 from subject where id = ${subjectId} and status = 'accepted' and assignee_id = ${expertId} for share`);
    if (open.rows.length === 0) return { is: 'closed' };
    const before = await lockDraft(tx, subjectId);
    if (seen !== undefined && seen !== before) return { is: 'stale', version: before };
    const value = { marks, comments, version: before + 1, savedAt: sql`estampille_now()` };
    const [row] = await tx.insert(scoreDraft).values({ subjectId, ...value }).onConflictDoUpdate({ target: scoreDraft.subjectId, set: value }).returning();
    if (!row) throw new Error(`${subjectId}: the draft was not stored`);
    return { is: 'saved', row };
  });
}

async function lockDraft(tx: Database, subjectId: string): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`score-draft/${subjectId}`}, 0))`);
  return (await findScoreDraft(tx, subjectId))?.version ?? 0;
}
