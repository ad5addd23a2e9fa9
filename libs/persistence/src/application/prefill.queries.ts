import { and, eq, isNull, sql } from 'drizzle-orm';
import type { MonitoringData } from '../../../domain/src/monitoring/monitoring.data.js';
import type { Answers } from '../../../domain/src/scheme/answer.js';
import type { Database } from '../database.js';
import { now } from '../people/in-force.js';
import { writtenEntries } from '../procedure/written.queries.js';
import { subject } from '../procedure/procedure.tables.js';
import { applicationDraft, attachment, submittedDraft } from './application.tables.js';
import type { AttachmentRow } from './attachment.queries.js';

/** A file as a pole submitted it last. */
export interface LastFile {
  /** Uuid of the application. */
  readonly application: string;
  readonly answers: Answers;
  /** What it answered questions with. */
  readonly files: readonly (AttachmentRow & { readonly question: string })[];
}

/** The last application that a pole submitted under any version of a scheme, refused ones included. Undefined when there is none, or it is erased. */
export async function lastFile(db: Database, poleId: string, schemeCode: string): Promise<LastFile | undefined> {
  const [row] = await db.select({ application: submittedDraft.applicationId, answers: submittedDraft.answers, attachments: submittedDraft.attachments }).from(submittedDraft)
    .innerJoin(applicationDraft, eq(applicationDraft.id, submittedDraft.applicationId))
    .where(and(eq(applicationDraft.poleId, poleId), sql`split_part(${applicationDraft.schemeId}, '@', 1) = ${schemeCode}`,
      sql`exists (select 1 from ${subject} where ${subject.id} = 'application/' || ${applicationDraft.id})`))
    .orderBy(sql`${submittedDraft.frozenAt} desc`).limit(1);
  if (!row?.answers) return undefined;
  const named = row.attachments.map(({ id }) => id);
  const there = await db.select().from(attachment).where(and(eq(attachment.applicationId, row.application), isNull(attachment.removedAt)));
  const files = there.flatMap((one) => (named.includes(one.id) && one.question !== null ? [{ ...one, question: one.question }] : []));
  return { application: row.application, answers: row.answers, files };
}

/** The reports of a label's monitoring as they were last submitted, the oldest period first, and those of them that were validated. @param label subject id */
export async function reportsOf(db: Database, label: string): Promise<{ reports: Answers[]; validated: Answers[] }> {
  const monitoring = label.replace('award/', 'monitoring/');
  const [entries, [row]] = await Promise.all([
    writtenEntries(db, monitoring, ['report-submitted', 'late-report-submitted']), db.select({ data: subject.data }).from(subject).where(eq(subject.id, monitoring)),
  ]);
  const byPeriod = new Map<number, Answers>();
  for (const { facts, body } of entries) {
    const answers = body?.['answers'];
    if (typeof answers === 'object' && answers !== null) byPeriod.set(Number(facts['n']), answers as Answers);
  }
  const periods = (row?.data as unknown as MonitoringData | undefined)?.periods ?? [];
  const passed = new Set(periods.filter((one) => one.outcome === 'validated' || one.lateReport?.state === 'validated').map(({ n }) => n));
  const sorted = [...byPeriod].sort(([a], [b]) => a - b);
  return { reports: sorted.map(([, answers]) => answers), validated: sorted.filter(([n]) => passed.has(n)).map(([, answers]) => answers) };
}

/** Adds files of an earlier application to a draft that was just begun; their bytes are there already. */
export async function carryAttachments(db: Database, rows: readonly Omit<AttachmentRow, 'uploadedAt' | 'removedAt' | 'messageId' | 'attachedAt'>[]): Promise<void> {
  if (rows.length > 0) await db.insert(attachment).values(rows.map((row) => ({ ...row, uploadedAt: now })));
}
