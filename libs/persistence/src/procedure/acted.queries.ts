import { eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { CivilDate, Instant } from '../../../domain/src/calendar/types.js';
import type { Database } from '../database.js';
import { person } from '../people/people.tables.js';
import { command } from './procedure.tables.js';

/** Somebody by name; the name is null once the person is erased. */
export interface Named {
  readonly id: string;
  readonly name: string | null;
}

/** How a human act came: who sent it, for whom, by which channel, when it took effect and when it was received or entered. */
export interface Acted {
  readonly by: Named;
  readonly for: Named | null;
  readonly channel: 'online' | 'post' | 'e-mail' | 'order';
  readonly on: CivilDate;
  readonly receivedAt: Instant;
  /** Id of the scan, where there is paper. */
  readonly scan: string | null;
}

/** The human acts on a subject, by the id of their command. */
export async function actsOn(db: Database, subjectId: string): Promise<ReadonlyMap<string, Acted>> {
  const [actor, principal] = [alias(person, 'actor'), alias(person, 'principal')];
  const rows = await db.select({
    id: command.id, actorId: command.actorId, actor: actor.name, forId: command.onBehalfOf, principal: principal.name, channel: command.channel,
    on: command.effectiveOn, receivedAt: command.receivedAt, facts: command.facts,
  }).from(command).leftJoin(actor, eq(actor.id, command.actorId)).leftJoin(principal, eq(principal.id, command.onBehalfOf)).where(eq(command.subjectId, subjectId));
  return new Map(rows.map((row) => [row.id, {
    by: { id: row.actorId, name: row.actor }, for: row.forId === null ? null : { id: row.forId, name: row.principal }, channel: row.channel,
    on: row.on, receivedAt: row.receivedAt.toISOString(), scan: row.channel !== 'online' && typeof row.facts['scan'] === 'string' ? row.facts['scan'] : null,
  }]));
}
