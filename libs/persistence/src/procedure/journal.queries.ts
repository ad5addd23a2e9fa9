import { and, asc, eq, gt } from 'drizzle-orm';
import type { Entry } from '../../../domain/src/procedure/entry.js';
import type { Database } from '../database.js';
import { hashOf } from './canonical.js';
import { journal } from './procedure.tables.js';

type JournalRow = typeof journal.$inferSelect;

/** A subject's entries after `seq`, in order. */
export async function entriesAfter(db: Database, subjectId: string, seq: number): Promise<Entry[]> {
  const rows = await db.select().from(journal).where(and(eq(journal.subjectId, subjectId), gt(journal.seq, seq))).orderBy(asc(journal.seq));
  return rows.map(toEntry);
}

export function toEntry(row: JournalRow): Entry {
  return {
    seq: row.seq, type: row.type, at: row.at.toISOString(), on: row.effectiveOn, act: row.act, by: row.by, source: row.source,
    facts: row.facts, ...(row.content ? { content: row.content } : {}), armed: row.armed, disarmed: row.disarmed,
  };
}

/** The hash that chains an entry to the one before it. */
export function chainHash(subjectId: string, entry: Entry, previousHash: string): string {
  return hashOf({ subject: subjectId, entry, previous: previousHash });
}

/** What is wrong with a subject's chain; empty when every entry is where and what it was. */
export async function verifyChain(db: Database, subjectId: string, head: string): Promise<string[]> {
  const rows = await db.select().from(journal).where(eq(journal.subjectId, subjectId)).orderBy(asc(journal.seq));
  const faults: string[] = [];
  let previous = '';
  rows.forEach((row, i) => {
    if (row.seq !== i + 1) faults.push(`entry ${i + 1} is missing`);
    if (row.previousHash !== previous) faults.push(`entry ${row.seq} does not follow the one before it`);
    if (row.hash !== chainHash(subjectId, toEntry(row), row.previousHash)) faults.push(`entry ${row.seq} was altered`);
    previous = row.hash;
  });
  if (previous !== head) faults.push('the last entry is not the one that the file names');
  return faults;
}
