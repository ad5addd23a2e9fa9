import { asc, eq, gt } from 'drizzle-orm';
import type { Database } from '../database.js';
import { hashOf } from './canonical.js';
import { chainHash, toEntry } from './journal.queries.js';
import { content, journal, subject } from './procedure.tables.js';

/** Subjects read at a time. */
const PAGE = 200;

/** What is wrong with a subject's chain; empty when every entry is where and what it was, and so is the text that it names. */
export async function verifyChain(db: Database, subjectId: string, head: string): Promise<string[]> {
  const rows = await db.select().from(journal).where(eq(journal.subjectId, subjectId)).orderBy(asc(journal.seq));
  const faults: string[] = [];
  let previous = '';
  let expected = 1;
  for (const row of rows) {
    for (; expected < row.seq; expected += 1) faults.push(`entry ${expected} is missing`);
    if (row.previousHash !== previous) faults.push(`entry ${row.seq} does not follow the one before it`);
    if (row.hash !== chainHash(subjectId, toEntry(row), row.previousHash)) faults.push(`entry ${row.seq} was altered`);
    if (row.content && !(await isKept(db, row.content))) faults.push(`the text of entry ${row.seq} was altered or removed`);
    previous = row.hash;
    expected = row.seq + 1;
  }
  if (previous !== head) faults.push('the last entry is not the one that the file names');
  return faults;
}

/** Whether a text is what its hash says, or was erased as texts may be. */
async function isKept(db: Database, { id, hash }: { id: string; hash: string }): Promise<boolean> {
  const [row] = await db.select().from(content).where(eq(content.id, id));
  if (!row || row.hash !== hash) return false;
  return row.erasedAt !== null ? row.body === null : hashOf({ salt: row.salt, body: row.body }) === hash;
}

/** What was found in a whole journal. */
export interface Verified {
  readonly subjects: number;
  readonly entries: number;
  readonly faults: readonly { readonly subject: string; readonly fault: string }[];
}

/** Verifies every chain of a database, also while it is at work: each page of subjects is read as of one moment. */
export async function verifyJournal(db: Database): Promise<Verified> {
  let subjects = 0;
  let entries = 0;
  const faults: { subject: string; fault: string }[] = [];
  for (let after: string | undefined = ''; after !== undefined;) {
    after = await db.transaction(async (tx) => {
      const page = await tx.select({ id: subject.id, head: subject.head, seq: subject.seq }).from(subject).where(gt(subject.id, after ?? '')).orderBy(asc(subject.id)).limit(PAGE);
      for (const { id, head, seq } of page) {
        subjects += 1;
        entries += seq;
        for (const fault of await verifyChain(tx, id, head)) faults.push({ subject: id, fault });
      }
      return page.length === PAGE ? page.at(-1)?.id : undefined;
    }, { isolationLevel: 'repeatable read', accessMode: 'read only' });
  }
  return { subjects, entries, faults };
}
