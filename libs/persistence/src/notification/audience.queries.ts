import { sql } from 'drizzle-orm';
import type { Database } from '../database.js';
import type { Recipient } from './audience.js';

/** The people of these ids, with their language; the address is read when the mail is sent. */
export async function personRecipients(tx: Database, ids: readonly string[]): Promise<Recipient[]> {
  if (ids.length === 0) return [];
  const { rows } = await tx.execute<{ id: string; email: string; locale: 'fr' | 'en' }>(
    sql`select id, email, locale from person where id in ${[...ids]} order by id`,
  );
  return rows.map((row) => ({ personId: row.id, email: row.email, locale: row.locale }));
}

/** The case officer and deputy of a subject; none until somebody is named, and then the whole secretariat is told. */
export async function officersOf(_tx: Database, _subject: string): Promise<string[]> {
  return [];
}

/** The poles that have an unfinished draft under this call. */
export async function polesWithDraftsOf(_tx: Database, _call: string): Promise<string[]> {
  return [];
}
