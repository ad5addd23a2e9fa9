import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { FinancingData, Instalment } from '../../../domain/src/financing/financing.data.js';
import type { InstalmentState } from '../../../domain/src/financing/instalment.table.js';
import type { Database } from '../database.js';
import { pole } from '../people/people.tables.js';
import { subject } from '../procedure/procedure.tables.js';
import { narrowedBy, openedAt, type SubjectFilter } from '../procedure/subject.columns.js';
import { bankDocument } from './financing.tables.js';

/** The financing of a label in a list. */
export interface FinancingRecord {
  readonly id: string;
  readonly status: string;
  readonly call: string | null;
  readonly pole: { readonly id: string; readonly name: string };
  readonly data: FinancingData;
  readonly openedAt: Date;
}

/** Financings in the order in which their labels came into force; `after` is [opening instant, id]. */
export async function listFinancings(db: Database, { after, limit, ...filter }: SubjectFilter): Promise<FinancingRecord[]> {
  const conditions: SQL[] = [eq(subject.kind, 'financing'), ...narrowedBy(filter)];
  if (after) conditions.push(sql`(${openedAt}, ${subject.id}) > (${after[0]}, ${after[1]})`);
  return db.select({
    id: subject.id, status: subject.status, call: subject.callId, openedAt: subject.openedAt, pole: { id: pole.id, name: pole.name }, data: sql<FinancingData>`${subject.data}`,
  }).from(subject).innerJoin(pole, eq(pole.id, subject.poleId)).where(and(...conditions)).orderBy(asc(openedAt), asc(subject.id)).limit(limit);
}

/** An instalment of whatever financing. */
export interface PaymentRow extends Record<string, unknown> {
  readonly subject: string;
  readonly status: string;
  readonly scheme: string;
  readonly pole_id: string;
  readonly pole_name: string;
  readonly instalment: Instalment;
}

/** Instalments of all financings, by pole; `after` is [pole's name, subject id, instalment]. */
export async function listPayments(db: Database, { state, poleId, after, limit }: { state?: InstalmentState | undefined; poleId?: string | undefined; after?: readonly string[] | undefined; limit: number }): Promise<PaymentRow[]> {
  const { rows } = await db.execute<PaymentRow>(sql`
    select s.id as subject, s.status, s.scheme_id as scheme, p.id as pole_id, p.name as pole_name, i as instalment
    from subject s join pole p on p.id = s.pole_id cross join lateral jsonb_array_elements(s.data->'instalments') i
    where s.kind = 'financing' and ${state ? sql`i->>'state' = ${state}` : sql`true`} and ${poleId ? sql`s.pole_id = ${poleId}` : sql`true`}
      and ${after ? sql`(p.name, s.id, i->>'id') > (${after[0]}, ${after[1]}, ${after[2]})` : sql`true`}
    order by p.name, s.id, i->>'id' limit ${limit}`);
  return rows;
}

/** Names in which a pole's account may be: the pole's and its carrier's of today. */
export async function namesOf(db: Database, poleId: string): Promise<string[]> {
  const { rows } = await db.execute<{ name: string }>(sql`
    select name from pole where id = ${poleId} union all
    select s.name from pole_carrier c join structure s on s.id = c.structure_id where c.pole_id = ${poleId} and c.to_date is null`);
  return rows.map(({ name }) => name);
}

export type BankDocumentRow = typeof bankDocument.$inferSelect;

/**
 * Adds a document under the subject's lock. `check` sees how many have come since an account was last confirmed or refused, and throws to refuse; `keep`
 * puts the bytes in their place.
 */
export async function addBankDocument(db: Database, row: Omit<BankDocumentRow, 'uploadedAt'>, { check, keep }: { check: (there: number) => void; keep: () => Promise<void> }): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.select({ id: subject.id }).from(subject).where(eq(subject.id, row.subjectId)).for('update');
    const { rows } = await tx.execute<{ n: number }>(sql`
      select count(*)::int as n from bank_document where subject_id = ${row.subjectId} and uploaded_at > coalesce(
        (select max(at) from journal where subject_id = ${row.subjectId} and type in ('bank-details-confirmed', 'bank-details-refused')), '-infinity')`);
    check(rows[0]?.n ?? 0);
    await keep();
    await tx.insert(bankDocument).values({ ...row, uploadedAt: sql`estampille_now()` });
  });
}

export async function findBankDocument(db: Database, subjectId: string, id: string): Promise<BankDocumentRow | undefined> {
  const [row] = await db.select().from(bankDocument).where(and(eq(bankDocument.subjectId, subjectId), eq(bankDocument.id, id)));
  return row;
}

/** What people wrote with an entry, by the content's id; null once erased. */
export async function contentBody(db: Database, id: string): Promise<Record<string, unknown> | null> {
  const { rows } = await db.execute<{ body: Record<string, unknown> | null }>(sql`select body from content where id::text = ${id}`);
  return rows[0]?.body ?? null;
}
