import { eq } from 'drizzle-orm';
import type { Database } from '../database.js';
import { pole } from './people.tables.js';

/** Serialises changes of who may act in a pole: two administrators removing each other must not both succeed. Gives the pole's name. */
export async function lockPole(tx: Database, poleId: string): Promise<string> {
  const [row] = await tx.select({ name: pole.name }).from(pole).where(eq(pole.id, poleId)).for('update');
  return row?.name ?? '';
}
