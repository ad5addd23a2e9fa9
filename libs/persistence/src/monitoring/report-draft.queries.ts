import { and, eq, sql } from 'drizzle-orm';
import type { Answers } from '../../../domain/src/scheme/answer.js';
import type { Database } from '../database.js';
import { person } from '../people/people.tables.js';
import { subject } from '../procedure/procedure.tables.js';
import { reportDraft } from './monitoring.tables.js';

/** A draft with who saved it last. */
export interface ReportDraft {
  readonly answers: Answers;
  readonly version: number;
  readonly savedAt: Date;
  readonly savedBy: string;
}

export interface ReportDraftInput {
  readonly subjectId: string;
  readonly period: number;
  readonly personId: string;
  readonly answers: Answers;
  /** The version that the writer last saw; 0 for a first saving. */
  readonly seen: number;
  /** The statuses in which the report may be written. */
  readonly during: readonly string[];
}

export async function findReportDraft(db: Database, subjectId: string, period: number): Promise<ReportDraft | undefined> {
  const [row] = await db.select({ answers: reportDraft.answers, version: reportDraft.version, savedAt: reportDraft.savedAt, savedBy: person.name })
    .from(reportDraft).innerJoin(person, eq(person.id, reportDraft.savedBy))
    .where(and(eq(reportDraft.subjectId, subjectId), eq(reportDraft.period, period)));
  return row;
}

/**
 * Saves a report's draft. The subject's row is locked, so that two colleagues come one after the other and nothing is saved
 * behind the back of a submission.
 * @returns `closed` when the report may not be written now; `stale` when a colleague saved since
 */
export async function saveReportDraft(db: Database, input: ReportDraftInput): Promise<'saved' | 'closed' | 'stale'> {
  const { subjectId, period, personId, answers, seen, during } = input;
  return db.transaction(async (tx) => {
    const [file] = await tx.select({ status: subject.status }).from(subject).where(eq(subject.id, subjectId)).for('update');
    if (!file || !during.includes(file.status)) return 'closed';
    if (((await findReportDraft(tx, subjectId, period))?.version ?? 0) !== seen) return 'stale';
    const value = { answers, version: seen + 1, savedAt: sql`estampille_now()`, savedBy: personId };
    await tx.insert(reportDraft).values({ subjectId, period, ...value }).onConflictDoUpdate({ target: [reportDraft.subjectId, reportDraft.period], set: value });
    return 'saved';
  });
}
