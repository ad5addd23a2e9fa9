import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';

/** The database, or a transaction on it: every repository takes one, so that several can share a transaction. */
export type Database = NodePgDatabase;

/** A connection pool and the query builder on it. Close it when the process stops. */
export interface DatabaseHandle {
  readonly db: Database;
  readonly pool: Pool;
  close(): Promise<void>;
}

/** Opens a pool on `url` (postgresql://…). Connections are made when first needed. */
export function openDatabase(url: string, { max = 20 }: { max?: number } = {}): DatabaseHandle {
  const pool = new Pool({ connectionString: url, max, options: '-c timezone=UTC' });
  // A connection that dies while idle (server restart) is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  return { db: drizzle(pool), pool, close: () => pool.end() };
}
