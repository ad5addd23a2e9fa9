import { sql } from 'drizzle-orm';
import type { Database } from '../database.js';

/** Whether a notification waits for a dispatcher at the Clock's present instant. */
export async function notificationsDue(db: Database): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select 1 from notification where (state in ('queued', 'in_doubt') and next_attempt_at <= estampille_now()) or (state = 'sending' and lease_until < clock_timestamp()) limit 1`);
  return rows.length > 0;
}
