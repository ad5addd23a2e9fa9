import { type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { AwardData } from '../../../domain/src/award/award.data.js';
import type { AwardStatus } from '../../../domain/src/award/award.status.js';
import type { Delivery, SagaFacts } from '../../../domain/src/award/saga.js';
import { dueOf } from '../../../domain/src/procedure/deadline.js';
import { keyOf } from '../../../domain/src/procedure/subject.js';
import type { Scheme } from '../../../domain/src/scheme/shape/scheme.js';
import type { Database } from '../database.js';
import { standingOf, type SubjectRow } from '../procedure/standing.queries.js';

/** Tried this often without an answer, or due this long ago on the machine's clock and taken by nobody: it does not go on by itself. */
const tries = 2;
const overdue = '30 seconds';

/** Mails that tell of a label in force. */
const announcing = sql`n.template in ('award.active', 'award.in-force', 'award.imported')`;

/**
 * Labels of which `sagaOf` finds a step stuck: a contract that was never signed, a signature that nobody takes, a credential or another procedure
 * that a label in force lacks, a mail that failed or was never written, a first payment that the bank rejected or that is frozen. Whatever changes here changes there.
 */
export function stuckLabel(id: SQL | AnyPgColumn): SQL {
  const begins = (kind: string): SQL => sql`exists (select 1 from message m where m.sender_id = a.id and m.act = 'begin' and m.receiver_id like ${`${kind}/%`})`;
  return sql`exists (select 1 from subject a join scheme_version v on v.id = a.scheme_id where a.id = ${id} and (
    a.status = 'lapsed'
    or exists (select 1 from command c where c.subject_id = a.id and c.outcome is null and (c.attempts >= ${tries} or c.next_attempt_at < clock_timestamp() - ${overdue}::interval)
      and (c.act = 'signContract' and a.data->>'signedOn' is null or c.act = 'countersignContract' and a.data->>'countersignedOn' is null))
    or exists (select 1 from message m where m.sender_id = a.id and m.act = 'begin' and not exists (select 1 from subject b where b.id = m.receiver_id)
      and (m.outcome is not null or m.attempts > ${tries} or m.next_attempt_at < clock_timestamp() - ${overdue}::interval))
    or a.data->>'activatedOn' is not null and (
      not exists (select 1 from label_credential l where l.award_id = a.id) or not ${begins('renewal')} or (v.data ? 'monitoring' and not ${begins('monitoring')})
      or not exists (select 1 from notification n where n.subject = a.id and ${announcing})
      or exists (select 1 from notification n where n.subject = a.id and ${announcing} and (n.state = 'failed' or (n.attempts > 0 and n.state in ('queued', 'sending', 'in_doubt')))))
    or exists (select 1 from subject f where f.id = 'financing/' || substr(a.id, 7) and (f.data #>> '{instalments,0,state}' = 'rejected' or (f.status = 'frozen' and f.data #>> '{instalments,0,state}' <> 'executed')))))`;
}

/** What an award's steps are read from. */
export async function sagaFacts(db: Database, row: SubjectRow, scheme: Pick<Scheme, 'award' | 'monitoring' | 'financing'>): Promise<SagaFacts> {
  const { status, data, deadlines } = standingOf(row);
  const [received, begun, mail] = await Promise.all([receivedActs(db, row.id), deliveries(db, row.id), announcements(db, row.id)]);
  const financing = begun['financing'] ?? 'none';
  // A label that came into force under an earlier release began no financing, and never will: it was promised none.
  const paid = scheme.financing !== undefined && scheme.financing.agreement !== 'none' && ((data as AwardData).activatedOn === null || financing !== 'none');
  return {
    status: status as AwardStatus, data: data as AwardData, contractDue: dueOf(deadlines, 'contract-due')?.on ?? null,
    asks: { contract: scheme.award.contract !== undefined && !(data as AwardData).importedOn, monitoring: scheme.monitoring !== undefined, financing: paid },
    received, mail, begun: { monitoring: begun['monitoring'] ?? 'none', renewal: begun['renewal'] ?? 'none', financing },
    ...(await firstInstalment(db, row.id)), credential: await hasCredential(db, row.id),
  };
}

async function receivedActs(db: Database, id: string): Promise<SagaFacts['received']> {
  const { rows } = await db.execute<{ act: string; late: boolean }>(sql`
    select act, attempts >= ${tries} or next_attempt_at < clock_timestamp() - ${overdue}::interval as late from command where subject_id = ${id} and outcome is null order by received_at`);
  return rows;
}

/** A begun procedure is done, whatever became of the row that began it. */
async function deliveries(db: Database, id: string): Promise<Readonly<Record<string, Delivery>>> {
  const { rows } = await db.execute<{ kind: string; delivery: Delivery }>(sql`
    select split_part(m.receiver_id, '/', 1) as kind,
      case when exists (select 1 from subject s where s.id = m.receiver_id) then 'done'
           when m.outcome is not null then 'refused'
           when m.attempts > ${tries} or m.next_attempt_at < clock_timestamp() - ${overdue}::interval then 'undelivered'
           else 'on-its-way' end as delivery
    from message m where m.sender_id = ${id} and m.act = 'begin'`);
  return Object.fromEntries(rows.map(({ kind, delivery }) => [kind, delivery]));
}

async function announcements(db: Database, id: string): Promise<SagaFacts['mail']> {
  const { rows } = await db.execute<{ sent: number; waiting: number; late: number; failed: number }>(sql`
    select count(*) filter (where state in ('sent', 'suppressed'))::int as sent, count(*) filter (where state in ('queued', 'sending', 'in_doubt'))::int as waiting,
      count(*) filter (where state in ('queued', 'sending', 'in_doubt') and attempts > 0)::int as late, count(*) filter (where state = 'failed')::int as failed
    from notification n where n.subject = ${id} and ${announcing}`);
  return rows[0] ?? { sent: 0, waiting: 0, late: 0, failed: 0 };
}

async function hasCredential(db: Database, id: string): Promise<boolean> {
  const { rows } = await db.execute(sql`select 1 from label_credential where award_id = ${id}`);
  return rows.length > 0;
}

async function firstInstalment(db: Database, id: string): Promise<Pick<SagaFacts, 'firstInstalment' | 'firstPaidOn' | 'bank'>> {
  const { rows } = await db.execute<Pick<SagaFacts, 'firstInstalment' | 'firstPaidOn' | 'bank'>>(sql`
    select case when status = 'frozen' and data #>> '{instalments,0,state}' <> 'executed' then 'frozen' else data #>> '{instalments,0,state}' end as "firstInstalment",
      data #>> '{instalments,0,executedOn}' as "firstPaidOn",
      case when jsonb_typeof(data->'bank') = 'object' then 'in-force' when jsonb_typeof(data->'pendingBank') = 'object' then 'proposed' else 'none' end as bank
    from subject where id = ${`financing/${keyOf(id)}`}`);
  return rows[0] ?? { firstInstalment: null, firstPaidOn: null, bank: 'none' };
}
