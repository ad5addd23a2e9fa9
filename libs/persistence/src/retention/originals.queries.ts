import { sql } from 'drizzle-orm';
import type { Database } from '../database.js';

/** A file that somebody gave, where its bytes lie, and what it was. */
export interface Original extends Record<string, unknown> {
  readonly id: string;
  /** Of the file store. */
  readonly folder: string;
  readonly sha256: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  /** `answer`, `decision`, `report`, `bank-document`… */
  readonly purpose: string;
  readonly subject: string;
  /** It was taken back before: its bytes may be gone. */
  readonly removed: boolean;
}

/** Everything that was given with these subjects, removed or not. */
export async function originalsOf(db: Database, subjects: readonly string[]): Promise<Original[]> {
  const { rows } = await db.execute<Original>(sql`
    select a.id, a.application_id::text as folder, a.sha256, a.name, a.type, a.size, a.purpose, 'application/' || a.application_id as subject, a.removed_at is not null as removed
      from attachment a where 'application/' || a.application_id in ${[...subjects]}
    union all
    select r.id, case r.purpose when 'survey' then 'survey-' || replace(substr(r.subject_id, 8), '/', '-') else 'monitoring-' || split_part(r.subject_id, '/', 2) end, r.sha256, r.name, r.type, r.size,
      r.purpose, r.subject_id, r.removed_at is not null from report_file r where r.subject_id in ${[...subjects]}
    union all
    select b.id, split_part(b.subject_id, '/', 2), b.sha256, b.name, b.type, b.size, 'bank-document', b.subject_id, false from bank_document b where b.subject_id in ${[...subjects]}
    order by subject, purpose, id`);
  return rows;
}

/** Whether bytes of a folder belong to something that was not erased: a letter and an account may be the same file. */
export async function stillNamed(db: Database, { folder, sha256 }: Pick<Original, 'folder' | 'sha256'>): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select 1 from attachment where application_id::text = ${folder} and sha256 = ${sha256} and name <> ''
    union all select 1 from bank_document where split_part(subject_id, '/', 2) = ${folder} and sha256 = ${sha256} and name <> ''
    union all select 1 from report_file where 'monitoring-' || split_part(subject_id, '/', 2) = ${folder} and sha256 = ${sha256} and name <> '' limit 1`);
  return rows.length > 0;
}

/** What people wrote in these subjects, table by table, and the journals that hold the hashes of it. */
export async function writtenIn(db: Database, subjects: readonly string[]): Promise<Readonly<Record<string, readonly object[]>>> {
  const ids = [...subjects];
  const read = async (query: ReturnType<typeof sql>): Promise<readonly object[]> => (await db.execute<{ row: object }>(query)).rows.map(({ row }) => row);
  return {
    subjects: await read(sql`select to_jsonb(t) as row from subject t where t.id in ${ids} order by t.id`),
    journal: await read(sql`select to_jsonb(t) as row from journal t where t.subject_id in ${ids} order by t.subject_id, t.seq`),
    content: await read(sql`select to_jsonb(t) as row from content t where t.subject_id in ${ids} order by t.subject_id, t.id`),
    answers: await read(sql`select to_jsonb(t) as row from submitted_draft t where 'application/' || t.application_id in ${ids} order by t.application_id, t.version`),
    draft: await read(sql`select to_jsonb(t) as row from application_draft t where 'application/' || t.id in ${ids}`),
    reports: await read(sql`select to_jsonb(t) as row from report_draft t where t.subject_id in ${ids} order by t.subject_id, t.period`),
    messages: await read(sql`select to_jsonb(t) as row from thread_message t where t.subject_id in ${ids} order by t.n`),
    notes: await read(sql`select to_jsonb(t) || jsonb_build_object('versions', (select jsonb_agg(to_jsonb(v) order by v.version) from note_version v where v.note_id = t.id)) as row from note t where t.subject_id in ${ids} order by t.written_at, t.id`),
    surveyAnswers: await read(sql`select to_jsonb(t) as row from survey_answer t where t.survey_id in ${ids} order by t.id`),
    notices: await read(sql`select jsonb_build_object('template', t.template, 'subject', t.subject, 'facts', t.facts, 'state', t.state, 'createdAt', t.created_at, 'sentAt', t.sent_at, 'person', t.person_id, 'messageId', t.message_id) as row
      from notification t where t.subject in ${ids} order by t.created_at, t.id`),
  };
}
