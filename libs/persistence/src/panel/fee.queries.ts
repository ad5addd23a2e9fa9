import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database.js';
import { person } from '../people/people.tables.js';
import { expertFee, feeExport } from './panel.tables.js';

export type FeeRow = typeof expertFee.$inferSelect;
export type FeeExportRow = typeof feeExport.$inferSelect;
export type NamedFee = FeeRow & { readonly name: string };
export const feeStates = ['due', 'approved', 'exported'] as const;
export type FeeState = (typeof feeStates)[number];

export function stateOf({ approvedAt, exportId }: Pick<FeeRow, 'approvedAt' | 'exportId'>): FeeState {
  return exportId !== null ? 'exported' : approvedAt !== null ? 'approved' : 'due';
}

const dueAt = sql<string>`to_char(${expertFee.dueAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export interface FeeFilter {
  readonly personId?: string | undefined;
  /** Subject id. */
  readonly call?: string | undefined;
  readonly state?: FeeState | undefined;
  readonly exportId?: string | undefined;
  /** [due instant, id] of the last one shown. */
  readonly after?: readonly string[] | undefined;
  readonly limit?: number | undefined;
}

/** Fees in the order in which they fell due. */
export async function listFees(db: Database, { personId, call, state, exportId, after, limit }: FeeFilter): Promise<NamedFee[]> {
  const conditions: (SQL | undefined)[] = [
    personId ? eq(expertFee.personId, personId) : undefined, call ? eq(expertFee.callId, call) : undefined, exportId ? eq(expertFee.exportId, exportId) : undefined,
    state === 'due' ? isNull(expertFee.approvedAt) : state === 'approved' ? sql`${expertFee.approvedAt} is not null and ${expertFee.exportId} is null` : state ? sql`${expertFee.exportId} is not null` : undefined,
    after ? sql`(${dueAt}, ${expertFee.id}::text) > (${after[0]}, ${after[1]})` : undefined,
  ];
  const query = db.select({ fee: expertFee, name: person.name }).from(expertFee).innerJoin(person, eq(person.id, expertFee.personId)).where(and(...conditions)).orderBy(asc(dueAt), asc(sql`${expertFee.id}::text`)).$dynamic();
  const rows = await (limit === undefined ? query : query.limit(limit));
  return rows.map(({ fee, name }) => ({ ...fee, name }));
}

export async function findFee(db: Database, id: string): Promise<NamedFee | undefined> {
  const [row] = await db.select({ fee: expertFee, name: person.name }).from(expertFee).innerJoin(person, eq(person.id, expertFee.personId)).where(eq(expertFee.id, id));
  return row && { ...row.fee, name: row.name };
}

/** Sets what travel cost; false once the fee is approved. */
export async function claimTravel(db: Database, id: string, { cents, purpose }: { cents: number; purpose: string }): Promise<boolean> {
  const rows = await db.update(expertFee).set({ travelCents: cents, travelPurpose: purpose }).where(and(eq(expertFee.id, id), isNull(expertFee.approvedAt))).returning({ id: expertFee.id });
  return rows.length > 0;
}

/** Approves what was looked at; false when it was approved before, or is another amount by now. */
export async function approveFee(db: Database, id: string, { by, totalCents }: { by: string; totalCents: number }): Promise<boolean> {
  const rows = await db.update(expertFee).set({ approvedAt: sql`estampille_now()`, approvedBy: by })
    .where(and(eq(expertFee.id, id), isNull(expertFee.approvedAt), sql`${expertFee.feeCents} + ${expertFee.travelCents} = ${totalCents}`)).returning({ id: expertFee.id });
  return rows.length > 0;
}

/** Hands over every approved fee that was not handed over before, of a call or of all; undefined when there is none. */
export async function exportFees(db: Database, { callId, by }: { callId: string | null; by: string }): Promise<FeeExportRow | undefined> {
  return db.transaction(async (tx) => {
    const fees = await tx.select().from(expertFee)
      .where(and(sql`${expertFee.approvedAt} is not null`, isNull(expertFee.exportId), callId === null ? undefined : eq(expertFee.callId, callId))).for('update');
    if (fees.length === 0) return undefined;
    const totalCents = fees.reduce((sum, fee) => sum + fee.feeCents + fee.travelCents, 0);
    const [row] = await tx.insert(feeExport).values({ id: randomUUID(), callId, exportedAt: sql`estampille_now()`, exportedBy: by, lines: fees.length, totalCents }).returning();
    if (!row) throw new Error('The export was not stored.');
    await tx.update(expertFee).set({ exportId: row.id }).where(inArray(expertFee.id, fees.map(({ id }) => id)));
    return row;
  });
}

export async function findFeeExport(db: Database, id: string): Promise<FeeExportRow | undefined> {
  const [row] = await db.select().from(feeExport).where(eq(feeExport.id, id));
  return row;
}

const exportedAt = sql<string>`to_char(${feeExport.exportedAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Exports, the latest first; `before` is [instant, id]. */
export async function listFeeExports(db: Database, { before, limit }: { before?: readonly string[] | undefined; limit: number }): Promise<FeeExportRow[]> {
  return db.select().from(feeExport).where(before ? sql`(${exportedAt}, ${feeExport.id}::text) < (${before[0]}, ${before[1]})` : undefined).orderBy(desc(exportedAt), desc(sql`${feeExport.id}::text`)).limit(limit);
}
