import { eq } from 'drizzle-orm';
import type { Database } from '../database.js';
import { labelCredential } from './credential.tables.js';

/** The place of a label's credential in the status lists; undefined for a label that was never in force. @param id subject id */
export async function placeOf(db: Database, id: string): Promise<number | undefined> {
  const [row] = await db.select({ index: labelCredential.listIndex }).from(labelCredential).where(eq(labelCredential.awardId, id));
  return row?.index;
}

/** The places of all labels, by subject id. */
export async function places(db: Database): Promise<ReadonlyMap<string, number>> {
  const rows = await db.select({ id: labelCredential.awardId, index: labelCredential.listIndex }).from(labelCredential);
  return new Map(rows.map(({ id, index }) => [id, index]));
}
