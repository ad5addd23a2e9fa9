import { sql } from 'drizzle-orm';
import type { Facts } from '../../../domain/src/procedure/act.js';
import type { Audience } from '../../../domain/src/procedure/decision.js';
import type { Database } from '../database.js';
import { enqueueNotices } from '../notification/enqueue.js';
import { clockNow } from '../procedure/clock.queries.js';

/** Writes to people in the same transaction: they are told if and only if it happened. The mail leads to `subject`. */
export async function tell(tx: Database, audience: Audience, notice: { template: string; key: string; subject: string; facts: Facts }): Promise<void> {
  const { subject, ...rest } = notice;
  await enqueueNotices(tx, subject, [{ ...rest, audience }], await clockNow(tx));
  await tx.execute(sql`select pg_notify('relay', '')`);
}

/** Asks the secretariat to confirm that somebody represents a pole. `membership` is the row that waits. */
export async function askForConfirmation(tx: Database, { poleId, poleName, membership }: { poleId: string; poleName: string; membership: string }): Promise<void> {
  await tell(tx, { role: 'secretariat' }, {
    template: 'people.representative-to-confirm', key: `pole/${poleId}/membership/${membership}/to-confirm`, subject: `pole/${poleId}`, facts: { pole: poleName },
  });
}
