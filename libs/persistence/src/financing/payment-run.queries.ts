import { desc, eq, lt, sql } from 'drizzle-orm';
import type { Database } from '../database.js';
import { paymentRun } from './financing.tables.js';

export type PaymentRunRow = typeof paymentRun.$inferSelect;

/** An order of a run and what became of it. Cents. */
export interface OrderRow extends Record<string, unknown> {
  /** Subject id of the financing. */
  readonly subject: string;
  readonly instalment: string;
  /** `<code>@<version>`, whose rules name the instalment. */
  readonly scheme: string;
  /** First year of the agreement that it belongs to, four digits. */
  readonly year: string | null;
  readonly cents: number;
  readonly pole: string;
  readonly label: string | null;
  readonly structure: string | null;
  readonly siren: string | null;
  /** `waiting` until the financing has answered; `refused` when it was not to be paid any more; else as the bank says. */
  readonly state: 'waiting' | 'refused' | 'exported' | 'executed' | 'rejected';
  readonly code: string | null;
  /** The account, when asked for; null once erased. */
  readonly iban: string | null;
  readonly holder: string | null;
  readonly bic: string | null;
}

export async function findRun(db: Database, id: string): Promise<PaymentRunRow | undefined> {
  const [row] = await db.select().from(paymentRun).where(eq(paymentRun.id, id));
  return row;
}

/** Runs, the latest first; `before` is a number. */
export async function listRuns(db: Database, { before, limit }: { before?: number | undefined; limit: number }): Promise<PaymentRunRow[]> {
  return db.select().from(paymentRun).where(before === undefined ? undefined : lt(paymentRun.number, before)).orderBy(desc(paymentRun.number)).limit(limit);
}

/** The orders of a run, by pole. The bank's answer is the last entry of this run's instalment in the financing's journal. */
export async function ordersOf(db: Database, run: string): Promise<OrderRow[]> {
  const { rows } = await db.execute<OrderRow>(sql`
    select o.subject_id as subject, o.instalment, o.cents, s.scheme_id as scheme,
      (select left(one->>'from', 4) from jsonb_array_elements(s.data->'agreements') one where one->>'n' = split_part(o.instalment, '-', 1) limit 1) as year, p.name as pole, a.data->>'number' as label, t.name as structure, t.siren,
      case when m.outcome is null then 'waiting' when m.outcome->>'is' <> 'done' then 'refused' else coalesce(answer.state, 'exported') end as state,
      coalesce(m.outcome->>'code', answer.code) as code, c.body->>'iban' as iban, c.body->>'holder' as holder, c.body->>'bic' as bic
    from payment_order o
    join subject s on s.id = o.subject_id join pole p on p.id = s.pole_id
    left join subject a on a.id = s.parent_id left join structure t on t.id::text = coalesce(o.structure_id::text, s.data->>'structure', a.data->>'structure')
    left join message m on m.sender_id = 'payment-run/' || o.run_id and m.key = o.subject_id || '/' || o.instalment
    left join content c on c.id = o.bank_content_id
    left join lateral (
      select case j.type when 'instalment-executed' then 'executed' else 'rejected' end as state, j.facts->>'code' as code
      from journal e join journal j on j.subject_id = e.subject_id and j.seq > e.seq and j.type in ('instalment-executed', 'instalment-rejected') and j.facts->>'instalment' = o.instalment
      where e.subject_id = o.subject_id and e.type = 'instalment-exported' and e.facts->>'run' = ${run} and e.facts->>'instalment' = o.instalment
      order by j.seq limit 1) answer on true
    where o.run_id = ${run} order by p.name, o.subject_id, o.instalment`);
  return rows.map((row) => ({ ...row, cents: Number(row.cents) }));
}
