import { sql } from 'drizzle-orm';
import type { Database } from '../database.js';
import { message } from '../procedure/procedure.tables.js';
import { paymentOrder, paymentRun } from './financing.tables.js';

/** A payment that may go to the bank now. Cents. */
export interface PayableRow extends Record<string, unknown> {
  /** Subject id of the financing. */
  readonly subject: string;
  readonly instalment: string;
  readonly cents: number;
  readonly content: string;
  /** The number of the bank details whose account that is. */
  readonly bank: number;
  readonly scheme: string;
  readonly pole: string;
  readonly last4: string;
  /** The pole's carrier now. */
  readonly structure: string | null;
}

/** In these statuses money goes out. */
const paying = sql`('current', 'settling')`;

/** What two people have prepared and approved, of labels that are not suspended, and that no run is asking for. */
export async function payable(db: Database): Promise<PayableRow[]> {
  const { rows } = await db.execute<PayableRow>(sql`
    select s.id as subject, i->>'id' as instalment, (i->>'cents')::bigint as cents, s.data #>> '{bank,content}' as content, (s.data #>> '{bank,n}')::int as bank, s.scheme_id as scheme, p.name as pole, s.data #>> '{bank,last4}' as last4, c.structure_id as structure
    from subject s join pole p on p.id = s.pole_id left join pole_carrier c on c.pole_id = p.id and c.to_date is null cross join lateral jsonb_array_elements(s.data->'instalments') i
    where s.kind = 'financing' and s.status in ${paying} and i->>'state' = 'approved' and (i->>'cents')::bigint > 0
      and (c.structure_id is null or s.data #>> '{bank,structure}' is null or s.data #>> '{bank,structure}' = c.structure_id::text)
      and not exists (select 1 from payment_order o join message m on m.sender_id = 'payment-run/' || o.run_id and m.key = o.subject_id || '/' || o.instalment
        where o.subject_id = s.id and o.instalment = i->>'id' and m.outcome is null)
    order by p.name, s.id, i->>'id'`);
  // The driver gives eight-byte integers as text; JSON numbers, which these were, hold them exactly.
  return rows.map((row) => ({ ...row, cents: Number(row.cents) }));
}

export type Ordered = { readonly is: 'ordered'; readonly id: string } | { readonly is: 'changed'; readonly lines: number; readonly cents: number };

/**
 * Orders a run: asks each financing, by a message of the same transaction, to send what is approved. The files' rows are locked, so that two runs at once
 * come one after the other; and each financing takes an approved instalment once, whoever asks.
 * @param seen what was looked at: another number or total by now orders nothing
 */
export async function orderRun(db: Database, { id, by, on, seen }: { id: string; by: string; on: string; seen: { lines: number; cents: number } }): Promise<Ordered> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('estampille-payment-run'))`);
    const { rows: known } = await tx.execute(sql`select 1 from payment_run where id = ${id}`);
    if (known.length > 0) return { is: 'ordered', id };
    await tx.execute(sql`select id from subject where kind = 'financing' and status in ${paying} order by id for update`);
    const rows = await payable(tx);
    const cents = rows.reduce((sum, row) => sum + row.cents, 0);
    if (rows.length === 0 || rows.length !== seen.lines || cents !== seen.cents) return { is: 'changed', lines: rows.length, cents };
    await tx.insert(paymentRun).values({ id, number: sql`(select coalesce(max(number), 0) + 1 from payment_run)`, orderedAt: sql`estampille_now()`, orderedBy: by });
    await tx.insert(paymentOrder).values(rows.map((row) => ({ runId: id, subjectId: row.subject, instalment: row.instalment, cents: row.cents, structureId: row.structure, bankContentId: row.content })));
    await tx.insert(message).values(rows.map((row) => ({
      senderId: `payment-run/${id}`, key: `${row.subject}/${row.instalment}`, receiverId: row.subject, act: 'exportInstalment', at: sql`estampille_now()`, effectiveOn: on, starts: false,
      facts: { instalment: row.instalment, run: id, cents: row.cents, bank: row.bank, by, ...(row.structure === null ? {} : { carrier: row.structure }), from: `payment-run/${id}` }, schemeId: row.scheme, nextAttemptAt: sql`clock_timestamp()`,
    })));
    await tx.execute(sql`select pg_notify('relay', '')`);
    return { is: 'ordered', id };
  });
}
