import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '../database.js';
import { subject } from '../procedure/procedure.tables.js';
import { reportFile } from './monitoring.tables.js';

export type ReportFileRow = typeof reportFile.$inferSelect;
export type NewReportFile = Omit<ReportFileRow, 'uploadedAt' | 'removedAt'>;

/** The files of a label's reports and accounts that were not removed, in the order in which they came. */
export async function listReportFiles(db: Database, subjectId: string, period?: number): Promise<ReportFileRow[]> {
  return db.select().from(reportFile)
    .where(and(eq(reportFile.subjectId, subjectId), isNull(reportFile.removedAt), ...(period === undefined ? [] : [eq(reportFile.period, period)])))
    .orderBy(asc(reportFile.uploadedAt), asc(reportFile.id));
}

export async function findReportFile(db: Database, subjectId: string, id: string): Promise<ReportFileRow | undefined> {
  const [row] = await db.select().from(reportFile).where(and(eq(reportFile.subjectId, subjectId), eq(reportFile.id, id), isNull(reportFile.removedAt)));
  return row;
}

/** Adds a file under the subject's lock. `check` sees what is there already and throws to refuse; `keep` puts the bytes in their place. */
export async function addReportFile(
  db: Database, added: NewReportFile, { check, keep }: { check: (there: ReportFileRow[]) => void; keep: () => Promise<void> },
): Promise<ReportFileRow> {
  return db.transaction(async (tx) => {
    await tx.select({ id: subject.id }).from(subject).where(eq(subject.id, added.subjectId)).for('update');
    check(await listReportFiles(tx, added.subjectId, added.period));
    await keep();
    const [row] = await tx.insert(reportFile).values({ ...added, uploadedAt: sql`estampille_now()` }).returning();
    if (!row) throw new Error('The file was not stored.');
    return row;
  });
}

/**
 * Removes a file that no report or account has named yet; its bytes go once nothing else names them.
 * @returns `gone` when it is not there (any more), `named` when something submitted names it
 */
export async function removeReportFile(db: Database, subjectId: string, id: string, forget: (sha256: string) => Promise<void>): Promise<'removed' | 'gone' | 'named'> {
  return db.transaction(async (tx) => {
    await tx.select({ id: subject.id }).from(subject).where(eq(subject.id, subjectId)).for('update');
    const row = await findReportFile(tx, subjectId, id);
    if (!row) return 'gone';
    if (await isNamed(tx, subjectId, id)) return 'named';
    await tx.update(reportFile).set({ removedAt: sql`estampille_now()` }).where(eq(reportFile.id, id));
    const { rows } = await tx.execute(sql`select 1 from report_file where subject_id = ${subjectId} and sha256 = ${row.sha256} and removed_at is null limit 1`);
    if (rows.length === 0) await forget(row.sha256);
    return 'removed';
  });
}

/** Whether something that was submitted, or is on its way, names the file. */
async function isNamed(tx: Database, subjectId: string, id: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select 1 from command k join content c on c.id = (k.content->>'id')::uuid
    where k.subject_id = ${subjectId} and c.body->'files' @> ${JSON.stringify([{ id }])}::jsonb limit 1`);
  return rows.length > 0;
}
