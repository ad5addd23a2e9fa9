import { randomUUID } from 'node:crypto';
import { and, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../database.js';
import { now } from '../people/in-force.js';
import { person } from '../people/people.tables.js';
import { exportLog } from './export.tables.js';

type Row = typeof exportLog.$inferSelect;
export type NewExport = Omit<Row, 'id' | 'at'>;

/** An export as lists show it. */
export interface ExportRecord extends Omit<Row, 'personId'> {
  readonly person: { readonly id: string; readonly name: string };
}

export interface ExportFilter {
  readonly personId?: string | undefined;
  /** Subject id. */
  readonly subject?: string | undefined;
  readonly format?: string | undefined;
  /** [instant, id] of the last one shown. */
  readonly after?: readonly string[] | undefined;
  readonly limit: number;
}

export async function logExport(db: Database, made: NewExport): Promise<void> {
  await db.insert(exportLog).values({ ...made, id: randomUUID(), at: now });
}

/** The newest first. */
export async function listExports(db: Database, { personId, subject, format, after, limit }: ExportFilter): Promise<ExportRecord[]> {
  const conditions: (SQL | undefined)[] = [
    personId ? eq(exportLog.personId, personId) : undefined,
    subject ? eq(exportLog.subject, subject) : undefined,
    format ? eq(exportLog.format, format as 'pdf') : undefined,
    after ? sql`(${exportLog.at}, ${exportLog.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : undefined,
  ];
  const rows = await db.select({ log: exportLog, name: person.name }).from(exportLog).innerJoin(person, eq(person.id, exportLog.personId))
    .where(and(...conditions)).orderBy(desc(exportLog.at), desc(exportLog.id)).limit(limit);
  return rows.map(({ log: { personId: id, ...log }, name }) => ({ ...log, person: { id, name } }));
}
