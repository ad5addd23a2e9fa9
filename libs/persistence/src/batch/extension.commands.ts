import { and, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { standing } from '../../../domain/src/award/award.status.js';
import type { Facts } from '../../../domain/src/procedure/act.js';
import type { Database } from '../database.js';
import { pole } from '../people/people.tables.js';
import type { SubjectRow } from '../procedure/standing.queries.js';
import { subject } from '../procedure/procedure.tables.js';
import { fact } from '../procedure/subject.columns.js';
import { insertBatch, insertRows } from './batch.commands.js';
import { batch } from './batch.tables.js';

/** Which labels one decision extends: those named, or those of a call, or of a scheme, that end before its date. */
export interface Extended {
  readonly scheme: string;
  /** Subject id. */
  readonly call?: string | undefined;
  /** Subject ids. */
  readonly labels?: readonly string[] | undefined;
  readonly endsOn: string;
  /** Also those that have expired and that no label follows. */
  readonly expired: boolean;
}

export interface LabelToExtend {
  readonly row: SubjectRow;
  readonly pole: string;
}

/** The labels of such a decision, by number. */
export async function labelsToExtend(db: Database, { scheme, call, labels, endsOn, expired }: Extended): Promise<LabelToExtend[]> {
  const open = inArray(subject.status, [...standing]);
  const over = and(eq(subject.status, 'expired'), sql`coalesce(${fact('successorState')}, '') <> 'active'`);
  return select(db, and(
    sql`split_part(${subject.schemeId}, '@', 1) = ${scheme}`, ...(call === undefined ? [] : [eq(subject.callId, call)]),
    labels === undefined ? and(expired ? or(open, over) : open, sql`${fact('endsOn')} < ${endsOn}`) : inArray(subject.id, [...labels]),
  ));
}

/** Labels by subject id. */
export async function labelsById(db: Database, ids: readonly string[]): Promise<LabelToExtend[]> {
  return ids.length === 0 ? [] : select(db, inArray(subject.id, [...ids]));
}

async function select(db: Database, condition: SQL | undefined): Promise<LabelToExtend[]> {
  return db.select({ row: subject, pole: pole.name }).from(subject).innerJoin(pole, eq(pole.id, subject.poleId)).where(and(eq(subject.kind, 'award'), condition)).orderBy(fact('number'));
}

/** A prepared extension: nothing is extended before its confirmation. */
export async function prepareExtension(db: Database, { callId, asked, content, preparedBy, rows }: {
  readonly callId: string; readonly asked: Facts; readonly content: Record<string, unknown>; readonly preparedBy: string;
  readonly rows: readonly { readonly subjectId: string; readonly from: string; readonly to: string; readonly code: string | null }[];
}): Promise<string> {
  return db.transaction(async (tx) => {
    const id = await insertBatch(tx, { callId, act: 'extend', subjectKind: 'award', deadlineKind: '', asked, status: 'prepared', preparedBy }, content);
    await insertRows(tx, rows.map((row) => ({ batchId: id, ...row })));
    return id;
  });
}

/** Ids of such batches, the latest prepared first; `before` is [instant of preparation, id]. */
export async function extensionBatches(db: Database, { before, limit }: { readonly before?: readonly string[] | undefined; readonly limit: number }): Promise<{ id: string; preparedAt: Date }[]> {
  return db.select({ id: batch.id, preparedAt: batch.preparedAt }).from(batch)
    .where(and(eq(batch.act, 'extend'), ...(before ? [sql`(${batch.preparedAt}, ${batch.id}::text) < (${before[0]}::timestamptz, ${before[1]})`] : [])))
    .orderBy(desc(batch.preparedAt), desc(sql`${batch.id}::text`)).limit(limit);
}
