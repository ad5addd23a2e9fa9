import { eq } from 'drizzle-orm';
import { asOfNow } from '../../../domain/src/procedure/fold.js';
import type { Standing } from '../../../domain/src/procedure/procedure.js';
import { procedures } from '../../../domain/src/procedures.js';
import type { Database } from '../database.js';
import { subject } from './procedure.tables.js';

export type SubjectRow = typeof subject.$inferSelect;

export async function subjectById(db: Database, id: string): Promise<SubjectRow | undefined> {
  const [row] = await db.select().from(subject).where(eq(subject.id, id));
  return row;
}

/** Where a subject stands, as its record left it. */
export function standingOf(row: SubjectRow): Standing {
  return asOfNow(procedures[row.kind], { subject: row.id, seq: row.seq, status: row.status, deadlines: row.deadlines, data: row.data });
}
