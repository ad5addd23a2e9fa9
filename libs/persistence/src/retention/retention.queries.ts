import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { type DueFile, dueFiles, type KeptSubject } from '../../../domain/src/retention/periods.js';
import type { RetentionStatus } from '../../../domain/src/retention/retention.status.js';
import { procedures } from '../../../domain/src/procedures.js';
import type { Database } from '../database.js';
import { schemeVersion } from '../procedure/procedure.tables.js';
import { today } from '../people/in-force.js';
import { person, pole } from '../people/people.tables.js';
import { retentionFile } from './retention.tables.js';

export type RetentionRow = typeof retentionFile.$inferSelect;
export interface RetentionRecord extends RetentionRow { readonly poleName: string; readonly proposer: string; readonly decider: string | null }

/** Whatever ends a procedure, by its kind, as its table says. */
const endings = Object.values(procedures).flatMap(({ kind, transitions, ended }) => [...new Set(transitions.filter(({ to }) => to !== 'same' && ended.includes(to)).map(({ entry }) => `${kind}:${entry}`))]);
const payments = ['financing:instalment-executed', 'financing:recovery-recorded'];

/** Every file whose period is over and of which nothing was proposed yet. */
export async function filesDue(db: Database): Promise<DueFile[]> {
  const taken = new Set((await db.select({ file: retentionFile.file }).from(retentionFile)).map(({ file }) => file));
  return (await dueOf(db)).filter(({ file }) => !taken.has(file));
}

/** A file as it stands today; undefined when its period is not over any more, say because something in it was opened again. */
export async function dueStill(db: Database, file: string): Promise<DueFile | undefined> {
  return (await dueOf(db, file.split('/')[1])).find((one) => one.file === file);
}

async function dueOf(db: Database, key?: string): Promise<DueFile[]> {
  const schemes = await db.select({ id: schemeVersion.id, data: schemeVersion.data }).from(schemeVersion);
  const periods = new Map(schemes.map(({ id, data }) => [id, data.retention]));
  const { rows } = await db.execute<{ day: string }>(sql`select (${today})::text as day`);
  return dueFiles(await keptSubjects(db, key), (id) => periods.get(id) ?? [], rows[0]?.day ?? '');
}

async function keptSubjects(db: Database, key?: string): Promise<KeptSubject[]> {
  const { rows } = await db.execute<Record<string, unknown> & KeptSubject>(sql`
    select * from (
      select s.id, split_part(case when s.kind in ('appeal', 'change') then s.parent_id else s.id end, '/', 2) as key, s.scheme_id as "schemeId", s.pole_id as pole, s.ended,
        (select max(j.effective_on)::text from journal j where j.subject_id = s.id and s.kind || ':' || j.type in ${endings}) as "endedOn",
        (select max(j.effective_on)::text from journal j where j.subject_id = s.id and s.kind || ':' || j.type in ${payments}) as "paidOn"
      from subject s where s.kind not in ('call', 'session') and s.pole_id is not null) one
    where ${key === undefined ? sql`true` : sql`one.key = ${key}`} order by one.id`);
  return rows.map((row) => ({ ...row }));
}

/** Files that were proposed, the last proposed first. */
export async function listRetention(db: Database, { status, after, limit }: { status?: RetentionStatus | undefined; after?: readonly string[] | undefined; limit: number }): Promise<RetentionRecord[]> {
  const where = and(status ? eq(retentionFile.status, status) : undefined, after ? sql`(${retentionFile.proposedAt}, ${retentionFile.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : undefined);
  return (await select(db).where(where).orderBy(desc(retentionFile.proposedAt), desc(retentionFile.id)).limit(limit)).map(flat);
}

export async function findRetention(db: Database, id: string): Promise<RetentionRecord | undefined> {
  const [row] = await select(db).where(eq(retentionFile.id, id)).orderBy(asc(retentionFile.id));
  return row && flat(row);
}

function select(db: Database) {
  const decider = sql<string | null>`(select d.name from person d where d.id = ${retentionFile.decidedBy})`;
  return db.select({ row: retentionFile, poleName: pole.name, proposer: person.name, decider }).from(retentionFile).innerJoin(pole, eq(pole.id, retentionFile.poleId)).innerJoin(person, eq(person.id, retentionFile.proposedBy)).$dynamic();
}

function flat({ row, ...names }: { row: RetentionRow; poleName: string; proposer: string; decider: string | null }): RetentionRecord {
  return { ...row, ...names };
}
