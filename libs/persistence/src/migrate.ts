import { sql } from 'drizzle-orm';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import { fileURLToPath } from 'node:url';
import { openDatabase } from './database.js';
import { functions } from './procedure/functions.sql.js';

/** Brings a database to this build's schema, forward only. Several processes may start at once: an advisory lock lets one do it. */
export async function migrate(url: string): Promise<void> {
  const { db, close } = openDatabase(url, { max: 2 });
  try {
    await db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtext('estampille-migrations'))`);
      await runMigrations(db, { migrationsFolder: migrationsFolder() });
      for (const statement of functions) await tx.execute(sql.raw(statement));
    });
  } finally {
    await close();
  }
}

/** The generated SQL lies in the source tree, beside which `dist` is built. */
function migrationsFolder(): string {
  const here = fileURLToPath(import.meta.url);
  return here.replace(/(dist\/)?libs\/persistence\/src\/migrate\.[jt]s$/, 'libs/persistence/migrations');
}
