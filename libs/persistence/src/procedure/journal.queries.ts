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
