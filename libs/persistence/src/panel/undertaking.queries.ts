import { randomUUID } from 'node:crypto';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Database } from '../database.js';
import { person } from '../people/people.tables.js';
import { undertaking } from './panel.tables.js';

export type UndertakingRow = typeof undertaking.$inferSelect;

/** What a person has undertaken for a call (subject id), if anything. */
export async function undertakingOf(db: Database, personId: string, callId: string): Promise<UndertakingRow | undefined> {
  const [row] = await db.select().from(undertaking).where(and(eq(undertaking.personId, personId), eq(undertaking.callId, callId)));
  return row;
}

/** Stores an undertaking on the Clock; given again, the first one stands. */
export async function giveUndertaking(db: Database, given: Pick<UndertakingRow, 'personId' | 'callId' | 'on' | 'schemeId' | 'textHash'> & Partial<Pick<UndertakingRow, 'enteredBy' | 'scanId'>>): Promise<UndertakingRow> {
  await db.insert(undertaking).values({ id: randomUUID(), ...given, givenAt: sql`estampille_now()` }).onConflictDoNothing();
  const row = await undertakingOf(db, given.personId, given.callId);
  if (!row) throw new Error(`The undertaking of ${given.personId} for ${given.callId} was not stored.`);
  return row;
}

/** Who has undertaken for a call, by name; `after` is [name, id]. */
export async function undertakingsOf(db: Database, callId: string, { after, limit }: { after?: readonly string[] | undefined; limit: number }): Promise<(UndertakingRow & { name: string })[]> {
  const rows = await db.select({ row: undertaking, name: person.name }).from(undertaking).innerJoin(person, eq(person.id, undertaking.personId))
    .where(and(eq(undertaking.callId, callId), after ? sql`(${person.name}, ${undertaking.id}::text) > (${after[0]}, ${after[1]})` : undefined))
    .orderBy(asc(person.name), asc(sql`${undertaking.id}::text`)).limit(limit);
  return rows.map(({ row, name }) => ({ ...row, name }));
}
