import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Entry } from '../../../domain/src/procedure/entry.js';
import type { Database } from '../database.js';
import { content, journal } from './procedure.tables.js';

/** An entry with the text that came with it; `body` is null when none came, and once it is erased. */
export interface WrittenEntry extends Pick<Entry, 'type' | 'on' | 'facts' | 'armed'> {
  readonly body: Readonly<Record<string, unknown>> | null;
}

/** What people wrote, by content id; an erased one is left out. */
export async function contentsOf(db: Database, ids: readonly string[]): Promise<Record<string, Readonly<Record<string, unknown>>>> {
  if (ids.length === 0) return {};
  const rows = await db.select({ id: content.id, body: content.body }).from(content).where(inArray(content.id, [...ids]));
  return Object.fromEntries(rows.flatMap(({ id, body }) => (body ? [[id, body] as const] : [])));
}

/** The entries of these types and what people wrote with them, in the order of the journal. */
export async function writtenEntries(db: Database, subjectId: string, types: readonly string[]): Promise<WrittenEntry[]> {
  return db.select({ type: journal.type, on: journal.effectiveOn, facts: journal.facts, armed: journal.armed, body: content.body })
    .from(journal).leftJoin(content, eq(content.id, sql`(${journal.content}->>'id')::uuid`))
    .where(and(eq(journal.subjectId, subjectId), inArray(journal.type, [...types]))).orderBy(asc(journal.seq));
}

/** What led where, in the order of the journal. */
export async function stepsOf(db: Database, subjectId: string): Promise<Pick<Entry, 'type' | 'act' | 'on'>[]> {
  return db.select({ type: journal.type, act: journal.act, on: journal.effectiveOn }).from(journal).where(eq(journal.subjectId, subjectId)).orderBy(asc(journal.seq));
}
