import { and, asc, eq, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { Act } from '../../../domain/src/procedure/act.js';
import type { RefusedOutcome } from '../../../domain/src/procedure/record.js';
import type { Database } from '../database.js';
import { command, message } from './procedure.tables.js';

export type MessageRow = typeof message.$inferSelect;

/** Messages on their way whose turn it is, oldest first. Claiming pushes their next turn away. */
export async function claimMessages(db: Database, limit: number): Promise<MessageRow[]> {
  return db.transaction(async (tx) => {
    const rows = await tx.select().from(message)
      .where(and(isNull(message.outcome), lte(message.nextAttemptAt, sql`clock_timestamp()`)))
      .orderBy(asc(message.id)).limit(limit).for('update', { skipLocked: true });
    for (const row of rows) {
      await tx.update(message).set({ attempts: row.attempts + 1, nextAttemptAt: sql`clock_timestamp() + (5 + least(power(2, ${row.attempts}::int), 60)) * interval '1 second'` }).where(eq(message.id, row.id));
    }
    return rows;
  });
}

/** A message could not be handed over: its turn comes again soon. */
export async function retryMessage(db: Database, id: number): Promise<void> {
  await db.update(message).set({ nextAttemptAt: sql`clock_timestamp() + interval '1 second'` }).where(and(eq(message.id, id), isNull(message.outcome)));
}

/** Whether a procedure that has no journal yet is about to be begun: by a message on its way or a command without outcome. */
export async function beginningAwaited(db: Database, receiverId: string): Promise<boolean> {
  const starting = db.select({ one: sql`1` }).from(message).where(and(eq(message.receiverId, receiverId), isNull(message.outcome), eq(message.starts, true)));
  const submitting = db.select({ one: sql`1` }).from(command).where(and(eq(command.subjectId, receiverId), isNull(command.outcome), isNotNull(command.startsWith)));
  return (await starting.unionAll(submitting).limit(1)).length > 0;
}

/** The act that a message asks of its receiver. */
export function messageAct(row: MessageRow): Act {
  return { name: row.act, by: 'procedure', at: row.at.toISOString(), on: row.effectiveOn, source: { message: String(row.id) }, facts: row.facts };
}

export async function settleMessage(db: Database, id: number, outcome: RefusedOutcome | { readonly is: 'undeliverable' }): Promise<void> {
  await db.update(message).set({ outcome }).where(and(eq(message.id, id), isNull(message.outcome)));
}
