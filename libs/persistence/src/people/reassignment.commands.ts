import { randomUUID } from 'node:crypto';
import { inArray, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database.js';
import { subject } from '../procedure/procedure.tables.js';
import { now } from './in-force.js';
import { reassignment, reassignmentFile } from './reassignment.tables.js';
import { tell } from './tell.js';

/** Which files change hands: one officer's, those of one call, or named ones. */
export interface ReassignedFiles {
  readonly from?: string | undefined;
  /** Subject id; the call itself is among its files. */
  readonly call?: string | undefined;
  /** Subject ids; what hangs on a file and has the same officer goes with it. */
  readonly files?: readonly string[] | undefined;
}

export interface NewReassignment extends ReassignedFiles {
  readonly officerId: string;
  /** Undefined: each file keeps its deputy. */
  readonly deputyId?: string | undefined;
  readonly reason: string;
  readonly by: string;
}

const CHUNK = 1000;

/** Subject ids of the files that would change hands. */
export async function reassignedFiles(db: Database, files: ReassignedFiles, officerId: string, deputyId?: string): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    with recursive picked as (
      select s.id, s.officer_id from subject s where ${named(files)}
      union select s.id, s.officer_id from subject s join picked p on s.parent_id = p.id and s.officer_id is not distinct from p.officer_id)
    select s.id from picked join subject s on s.id = picked.id
    where s.officer_id is distinct from ${officerId}::uuid or (${deputyId ?? null}::uuid is not null and s.deputy_id is distinct from ${deputyId ?? null}::uuid) order by s.id`);
  return rows.map(({ id }) => id);
}

function named({ from, call, files }: ReassignedFiles): SQL {
  const conditions = [
    ...(from === undefined ? [] : [sql`s.officer_id = ${from}::uuid`]),
    ...(call === undefined ? [] : [sql`(s.call_id = ${call} or s.id = ${call})`]),
    ...(files === undefined ? [] : [sql`s.id in ${files.length > 0 ? [...files] : ['']}`]),
  ];
  return conditions.length === 0 ? sql`false` : sql.join(conditions, sql` and `);
}

/** Gives the files to another officer, keeps whose they were, and tells the officer. Undefined when there is none to give. */
export async function reassign(db: Database, { officerId, deputyId, reason, by, ...files }: NewReassignment): Promise<{ id: string; files: number } | undefined> {
  return db.transaction(async (tx) => {
    const ids = await reassignedFiles(tx, files, officerId, deputyId);
    if (ids.length === 0) return undefined;
    const id = randomUUID();
    await tx.insert(reassignment).values({ id, officerId, deputyId: deputyId ?? null, reason, files: ids.length, by, at: now });
    for (let i = 0; i < ids.length; i += CHUNK) {
      const some = inArray(subject.id, ids.slice(i, i + CHUNK));
      const before = await tx.select({ subjectId: subject.id, fromOfficerId: subject.officerId, fromDeputyId: subject.deputyId }).from(subject).where(some).orderBy(subject.id).for('update');
      await tx.insert(reassignmentFile).values(before.map((row) => ({ reassignmentId: id, ...row })));
      await tx.update(subject).set({ officerId, ...(deputyId === undefined ? {} : { deputyId }) }).where(some);
    }
    await tell(tx, { person: officerId }, { template: 'people.files-given', key: `reassignment/${id}`, subject: `person/${officerId}`, facts: { files: ids.length } });
    return { id, files: ids.length };
  });
}
