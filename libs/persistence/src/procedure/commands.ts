import { randomBytes, randomUUID } from 'node:crypto';
import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import { civilDateOf } from '../../../domain/src/calendar/instants.js';
import type { CivilDate, Instant } from '../../../domain/src/calendar/types.js';
import type { Act, ContentRef, Facts } from '../../../domain/src/procedure/act.js';
import type { Outcome, RefusedOutcome } from '../../../domain/src/procedure/record.js';
import type { By } from '../../../domain/src/procedure/role.js';
import { kindOf } from '../../../domain/src/procedure/subject.js';
import { procedures } from '../../../domain/src/procedures.js';
import type { Database } from '../database.js';
import { enqueueNotices } from '../notification/enqueue.js';
import { hashOf } from './canonical.js';
import { clockNow } from './clock.queries.js';
import { command, content, subject } from './procedure.tables.js';

/** A human act as the API receives it. */
export interface Received {
  readonly actorId: string;
  readonly by: By;
  readonly subjectId: string;
  readonly act: string;
  readonly facts: Facts;
  /** Text that people wrote, kept outside the journal. */
  readonly content?: Record<string, unknown>;
  /** What the caller sent, when facts or content hold more than that: two requests are the same when this is. */
  readonly request?: unknown;
  /** The caller's Idempotency-Key; made by us when absent. */
  readonly key?: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly channel?: 'online' | 'post' | 'e-mail' | 'order';
  readonly onBehalfOf?: string;
  /** The day of effect when it is not the day of receipt (a postmark). */
  readonly effectiveOn?: CivilDate;
  /** For an act that may begin its procedure: the scheme version. */
  readonly startsWith?: string;
  readonly zone: string;
}

export type CommandRow = typeof command.$inferSelect;

/** `fresh`: written now. `known`: the same key and body came before. `key-reused`: the same key came with another body. */
export type Receipt = { readonly is: 'fresh' | 'known'; readonly command: CommandRow } | { readonly is: 'key-reused' };

/** How long the API has to get an answer itself before the relay sends the command again, in real time. */
const HEAD_START = sql`clock_timestamp() + interval '8 seconds'`;

/**
 * Commits the act before anything else happens to it: from here on it cannot be lost, nor become late because of us.
 * Takes the lock that the record of a passed deadline takes, so that what is in time is seen as in time.
 */
export async function receive(db: Database, received: Received): Promise<Receipt> {
  const bodyHash = hashOf({ method: received.method, path: received.path, request: received.request ?? { facts: received.facts, content: received.content ?? null } });
  const key = received.key ?? randomUUID();
  return db.transaction(async (tx) => {
    await tx.select({ id: subject.id }).from(subject).where(eq(subject.id, received.subjectId)).for('update');
    const [before] = await tx.select().from(command).where(and(eq(command.actorId, received.actorId), eq(command.key, key)));
    if (before) return before.bodyHash === bodyHash ? { is: 'known', command: before } : { is: 'key-reused' };
    const receivedAt = await clockNow(tx);
    const row = await insert(tx, received, { key, bodyHash, receivedAt });
    // Two requests with one key at once: the second reads what the first has written.
    return row ? { is: 'fresh', command: row } : sameKey(tx, received.actorId, key, bodyHash);
  });
}

async function insert(tx: Database, received: Received, { key, bodyHash, receivedAt }: { key: string; bodyHash: string; receivedAt: Instant }): Promise<CommandRow | undefined> {
  const ref = received.content ? await storeContent(tx, received.subjectId, received.content) : undefined;
  const [row] = await tx.insert(command).values({
    id: randomUUID(), actorId: received.actorId, key, bodyHash, subjectId: received.subjectId, act: received.act, by: received.by, facts: received.facts,
    content: ref ?? null, channel: received.channel ?? 'online', onBehalfOf: received.onBehalfOf ?? null, receivedAt: new Date(receivedAt),
    effectiveOn: received.effectiveOn ?? civilDateOf(receivedAt, received.zone), startsWith: received.startsWith ?? null, nextAttemptAt: HEAD_START,
  }).onConflictDoNothing().returning();
  return row;
}

async function sameKey(tx: Database, actorId: string, key: string, bodyHash: string): Promise<Receipt> {
  const [row] = await tx.select().from(command).where(and(eq(command.actorId, actorId), eq(command.key, key)));
  return row?.bodyHash === bodyHash ? { is: 'known', command: row } : { is: 'key-reused' };
}

/** Stores erasable content; the journal gets only its salted hash. */
export async function storeContent(tx: Database, subjectId: string, body: Record<string, unknown>): Promise<ContentRef> {
  const id = randomUUID();
  const salt = randomBytes(16).toString('hex');
  const hash = hashOf({ salt, body });
  await tx.insert(content).values({ id, subjectId, salt, body, hash });
  return { id, hash };
}

/** The act that a command row asks of its procedure. */
export function actOf(row: CommandRow): Act {
  return {
    name: row.act, by: row.by, at: row.receivedAt.toISOString(), on: row.effectiveOn,
    source: { command: row.id, actor: row.actorId }, facts: row.facts, ...(row.content ? { content: row.content } : {}),
  };
}

export async function commandById(db: Database, id: string): Promise<CommandRow | undefined> {
  const [row] = await db.select().from(command).where(eq(command.id, id));
  return row;
}

/** Writes a refusal, and to those who are told of it, unless the record has answered meanwhile; gives the outcome that stands. */
export async function settleRefusal(db: Database, id: string, outcome: RefusedOutcome): Promise<Outcome> {
  await db.transaction(async (tx) => {
    const [refused] = await tx.update(command).set({ outcome }).where(and(eq(command.id, id), isNull(command.outcome))).returning();
    if (refused) await tellOfRefusal(tx, refused, outcome);
  });
  return (await commandById(db, id))?.outcome ?? outcome;
}

async function tellOfRefusal(tx: Database, { id, subjectId, facts, effectiveOn }: CommandRow, { code, params }: RefusedOutcome): Promise<void> {
  const notices = procedures[kindOf(subjectId)].refusals?.[code]?.(subjectId, { id, facts, on: effectiveOn, params }) ?? [];
  if (notices.length === 0) return;
  await enqueueNotices(tx, subjectId, notices, await clockNow(tx));
  await tx.execute(sql`select pg_notify('relay', '')`);
}

/** Nobody waits for the answer any more: the relay may send the command. Gives the row as it stands. */
export async function releaseCommand(db: Database, id: string): Promise<CommandRow | undefined> {
  await db.update(command).set({ nextAttemptAt: sql`least(${command.nextAttemptAt}, clock_timestamp() + interval '1 second')` }).where(and(eq(command.id, id), isNull(command.outcome), eq(command.attempts, 0)));
  return commandById(db, id);
}

/** Commands without outcome whose turn it is; claiming pushes their next turn away, so that two relays don't send the same. */
export async function claimCommands(db: Database, limit: number): Promise<CommandRow[]> {
  return db.transaction(async (tx) => {
    const rows = await tx.select().from(command)
      .where(and(isNull(command.outcome), lte(command.nextAttemptAt, sql`clock_timestamp()`)))
      .orderBy(asc(command.receivedAt)).limit(limit).for('update', { skipLocked: true });
    for (const row of rows) {
      await tx.update(command).set({ attempts: row.attempts + 1, nextAttemptAt: sql`clock_timestamp() + least(power(2, ${row.attempts}::int), 60) * interval '1 second'` }).where(eq(command.id, row.id));
    }
    return rows;
  });
}
