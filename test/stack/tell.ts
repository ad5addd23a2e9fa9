import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Space } from '../../apps/cli/src/stack/space.js';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import type { Facts } from '../../libs/domain/src/procedure/act.js';
import { openDatabase, type Database } from '../../libs/persistence/src/database.js';
import { message } from '../../libs/persistence/src/procedure/procedure.tables.js';
import { newestSchemes } from '../../libs/persistence/src/scheme/scheme.queries.js';

/** Opens the space's database for the length of `use`. */
export async function inDatabase<T>(space: Space, use: (db: Database) => Promise<T>): Promise<T> {
  const handle = openDatabase(space.databaseUrl, { max: 2 });
  try {
    return await use(handle.db);
  } finally {
    await handle.close();
  }
}

/**
 * Tells a procedure what another one would tell it, so that one phase can be tried without those before it: the row that the
 * sender's record would have written, delivered by the worker's own relay. Ends when the receiver has answered.
 */
export async function tell(space: Space, said: { from: string; to: string; act: string; facts?: Facts; on: string; starts?: boolean; scheme?: string }): Promise<void> {
  await inDatabase(space, async (db) => {
    const [scheme] = await newestSchemes(db, said.scheme ?? 'pole-innovation');
    if (!scheme) throw new Error('No such scheme is loaded.');
    const [row] = await db.insert(message).values({
      senderId: said.from, key: randomUUID(), receiverId: said.to, act: said.act, facts: { ...said.facts, from: said.from }, at: sql`estampille_now()`,
      effectiveOn: said.on, starts: said.starts ?? true, schemeId: scheme.id, nextAttemptAt: sql`clock_timestamp()`,
    }).returning({ id: message.id });
    await db.execute(sql`select pg_notify('relay', '')`);
    await waitFor(`${said.to} on ${said.act}`, async () => {
      const { rows } = await db.execute(sql`select 1 from message where id = ${row?.id} and outcome is not null`);
      return rows.length > 0;
    }, { seconds: 30 });
  });
}
