import { sql } from 'drizzle-orm';
import type { Database } from '../database.js';

/**
 * Takes from these subjects whatever people wrote or gave, in the caller's transaction. Journals, commands, messages between procedures and
 * the facts folded from them stay: they hold ids, codes, dates and hashes, so that every chain is valid afterwards.
 * @returns how many rows of each kind there were
 */
export async function eraseWritten(tx: Database, subjects: readonly string[]): Promise<Record<string, number>> {
  const ids = [...subjects];
  const statements = {
    texts: sql`update content set body = null, erased_at = estampille_now() where subject_id in ${ids} and erased_at is null`,
    drafts: sql`update application_draft set answers = '{}', carried = '{}' where 'application/' || id in ${ids}`,
    submissions: sql`update submitted_draft set answers = null where 'application/' || application_id in ${ids} and answers is not null`,
    attachments: sql`update attachment set name = '', removed_at = coalesce(removed_at, estampille_now()) where 'application/' || application_id in ${ids}`,
    reports: sql`delete from report_draft where subject_id in ${ids}`,
    reportFiles: sql`update report_file set name = '', removed_at = coalesce(removed_at, estampille_now()) where subject_id in ${ids}`,
    bankDocuments: sql`update bank_document set name = '' where subject_id in ${ids}`,
    scoreDrafts: sql`delete from score_draft where subject_id in ${ids}`,
    messages: sql`update thread_message set text = '' where subject_id in ${ids}`,
    readings: sql`delete from thread_read where subject_id in ${ids}`,
    notes: sql`update note_version set text = null where note_id in (select id from note where subject_id in ${ids})`,
    noteMarks: sql`update note set erased_at = coalesce(erased_at, estampille_now()) where subject_id in ${ids}`,
    firms: sql`delete from survey_firm where survey_id in ${ids}`,
    surveyAnswers: sql`delete from survey_answer where survey_id in ${ids}`,
    travels: sql`update expert_fee set travel_purpose = null where appraisal_id in ${ids}`,
    // A mail that still waits is not sent: it would have nothing to say.
    notices: sql`update notification set facts = '{}', mailbox = null, bounce_detail = null, last_error = null, next_attempt_at = null,
      state = case when state in ('queued', 'in_doubt') then 'suppressed' else state end where subject in ${ids} and state <> 'sending'`,
  };
  const counts: Record<string, number> = {};
  for (const [name, statement] of Object.entries(statements)) counts[name] = (await tx.execute(statement)).rowCount ?? 0;
  return counts;
}

/** Whether anything came to these subjects after an instant: what left before is then not the whole file any more. */
export async function changedSince(tx: Database, subjects: readonly string[], at: Date): Promise<boolean> {
  const ids = [...subjects];
  const since = at.toISOString();
  const { rows } = await tx.execute(sql`
    select 1 from journal where subject_id in ${ids} and recorded_at > ${since}::timestamptz
    union all select 1 from thread_message where subject_id in ${ids} and written_at > ${since}::timestamptz
    union all select 1 from note_version v join note n on n.id = v.note_id where n.subject_id in ${ids} and v.written_at > ${since}::timestamptz
    union all select 1 from attachment where 'application/' || application_id in ${ids} and uploaded_at > ${since}::timestamptz limit 1`);
  return rows.length > 0;
}
