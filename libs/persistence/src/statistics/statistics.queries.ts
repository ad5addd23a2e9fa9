import { randomUUID } from 'node:crypto';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { StatisticTable } from '../../../domain/src/statistics/table.js';
import type { Database } from '../database.js';
import { person } from '../people/people.tables.js';
import { now } from '../people/in-force.js';
import { hashOf } from '../procedure/canonical.js';
import { statisticSet } from './statistics.tables.js';

/** A set as lists show it, without its tables. */
export interface StatisticSetHead {
  readonly id: string;
  readonly name: string;
  readonly scheme: string;
  readonly on: string;
  readonly hash: string;
  readonly takenAt: Date;
  readonly takenBy: string;
}
export interface StatisticSetRecord extends StatisticSetHead { readonly tables: readonly StatisticTable[] }

/** Stores tables as they are. Undefined when the name is taken: what is frozen never changes. */
export async function freezeTables(db: Database, set: { name: string; scheme: string; on: string; tables: readonly StatisticTable[]; by: string }): Promise<string | undefined> {
  const { by, ...rest } = set;
  const [row] = await db.insert(statisticSet).values({ ...rest, id: randomUUID(), hash: hashOf(rest.tables), takenAt: now, takenBy: by }).onConflictDoNothing().returning({ id: statisticSet.id });
  return row?.id;
}

const head = { id: statisticSet.id, name: statisticSet.name, scheme: statisticSet.scheme, on: statisticSet.on, hash: statisticSet.hash, takenAt: statisticSet.takenAt, takenBy: person.name };

/** The last frozen first. */
export async function listSets(db: Database, { scheme, after, limit }: { scheme?: string | undefined; after?: readonly string[] | undefined; limit: number }): Promise<StatisticSetHead[]> {
  return db.select(head).from(statisticSet).innerJoin(person, eq(person.id, statisticSet.takenBy))
    .where(and(scheme ? eq(statisticSet.scheme, scheme) : undefined, after ? sql`(${statisticSet.takenAt}, ${statisticSet.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : undefined))
    .orderBy(desc(statisticSet.takenAt), desc(statisticSet.id)).limit(limit);
}

export async function findSet(db: Database, id: string): Promise<StatisticSetRecord | undefined> {
  const [row] = await db.select({ ...head, tables: statisticSet.tables }).from(statisticSet).innerJoin(person, eq(person.id, statisticSet.takenBy)).where(eq(statisticSet.id, id));
  return row;
}
