import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Instant } from '../../../domain/src/calendar/types.js';
import type { Facts } from '../../../domain/src/procedure/act.js';
import type { Locale } from '../../../domain/src/notification/template.js';
import { nextAttemptAt } from '../../../domain/src/notification/retry.js';
import type { Database } from '../database.js';
import { stepIsOver } from './step-over.js';

/** A notification that this dispatcher alone may send, until its lease ends. */
export type Claimed = {
  readonly id: string;
  /** Whose task it leads to. */
  readonly subject: string;
  /** Name of the pole that it is about; null for a call. */
  readonly pole: string | null;
  /** The parts that the subject's scheme has, of those that a mail's paragraphs hang on; null without a scheme. */
  readonly parts: readonly string[] | null;
  /** The number of the label that it is about; null for anything else. */
  readonly number: string | null;
  /** What the scheme asks to be paid, of the mail that asks for it: amounts in cents, and whom to ask how. */
  readonly fee: { readonly amounts: readonly { readonly label: { readonly fr: string; readonly en: string }; readonly cents: number }[]; readonly contact: string } | null;
  readonly template: string;
  readonly facts: Facts;
  readonly locale: Locale;
  readonly attempts: number;
  readonly message_id: string;
  /** The person's present address, or the mailbox; null when there is none (any more). */
  readonly address: string | null;
};

/**
 * The dispatcher's side of the notification table. Every change names the state that it leaves and, for claimed rows, who
 * claimed them, so that a dispatcher that lost its lease changes nothing. Leases are real time; everything else is the Clock's.
 */
export class Outbox {
  private readonly owner = randomUUID();

  constructor(private readonly db: Database, private readonly leaseSeconds = 15) {}

  /** Commits up to `limit` due rows as `sending`, after taking back what a vanished dispatcher held and dropping what is over. */
  async claim(limit: number): Promise<Claimed[]> {
    return this.db.transaction(async (tx) => {
      await takeBackLost(tx);
      await suppressEnded(tx);
      const { rows } = await tx.execute<Claimed>(sql`
        with due as (
          select id from notification where state in ('queued', 'in_doubt') and next_attempt_at <= estampille_now()
          order by next_attempt_at, created_at, key limit ${limit} for update skip locked)
        update notification n set state = 'sending', attempts = attempts + 1, claimed_by = ${this.owner}, lease_until = ${this.leaseEnd()}
        from due where n.id = due.id
        returning n.id, case when n.draft_id is null then n.subject else 'application/' || n.draft_id end as subject, n.template, n.facts, n.locale, n.attempts, n.message_id,
          (select p.name from pole p where p.id = coalesce(case when n.subject like 'pole/%' then substr(n.subject, 6)::uuid end, (select s.pole_id from subject s where s.id = n.subject), (select d.pole_id from application_draft d where d.id = n.draft_id))) as pole,
          (select array_remove(array[case when v.data ? 'committee' then 'committee' end, case when v.data -> 'award' ? 'contract' then 'contract' end, case when v.data ? 'monitoring' then 'reports' end,
            case when v.data ? 'financing' and v.data #>> '{financing,agreement}' <> 'none' then 'payments' end], null) from subject s join scheme_version v on v.id = s.scheme_id where s.id = n.subject) as parts,
          (select jsonb_build_object('amounts', v.data #> '{application,fee,amounts}', 'contact', v.data #>> '{secretariat,email}')
            from subject s join scheme_version v on v.id = s.scheme_id where s.id = n.subject and n.template = 'application.fee-asked' and v.data -> 'application' ? 'fee') as fee,
          (select s.data->>'number' from subject s where s.id = n.subject and s.kind = 'award') as number,
          case when n.person_id is null then n.mailbox else (select p.email from person p where p.id = n.person_id) end as address`);
      return rows;
    });
  }

  /** Keeps this dispatcher's rows its own while it lives. */
  async renew(): Promise<void> {
    await this.db.execute(sql`update notification set lease_until = ${this.leaseEnd()} where state = 'sending' and claimed_by = ${this.owner}`);
  }

  /** Milliseconds until a row held by another dispatcher, perhaps a dead one, may be taken back; undefined when there is none. */
  async othersLeaseMs(): Promise<number | undefined> {
    const { rows } = await this.db.execute<{ ms: number | null }>(sql`
      select ceil(extract(epoch from min(lease_until) - clock_timestamp()) * 1000)::int as ms
      from notification where state = 'sending' and claimed_by <> ${this.owner}`);
    return rows[0]?.ms ?? undefined;
  }

  /** `note` records a fault of the mail that did not stop it. */
  async sent(row: Claimed, note: string | null): Promise<void> {
    await this.leave(row, sql`state = 'sent', sent_at = estampille_now(), next_attempt_at = null, last_error = ${note}`);
  }

  /**
   * Not now: due again later, or failed when a week has been spent on it.
   * @param mayHaveGone the connection broke off after the mail was under way: it is in doubt, and counted
   */
  async later(row: Claimed, error: string, { mayHaveGone }: { mayHaveGone: boolean }): Promise<void> {
    const next = nextAttemptAt(row.attempts, await this.now());
    if (next === undefined) return this.never(row, error);
    const state = mayHaveGone ? sql`state = 'in_doubt', in_doubt_count = in_doubt_count + 1` : sql`state = 'queued'`;
    await this.leave(row, sql`${state}, next_attempt_at = ${next}, last_error = ${error}`);
  }

  /** The Clock's present instant. */
  async now(): Promise<Instant> {
    const { rows } = await this.db.execute<{ ms: string | number }>(sql`select floor(extract(epoch from estampille_now()) * 1000) as ms`);
    return new Date(Number(rows[0]?.ms)).toISOString();
  }

  /** Never: an operator may resend it once the cause is gone. */
  async never(row: Claimed, error: string): Promise<void> {
    await this.leave(row, sql`state = 'failed', next_attempt_at = null, last_error = ${error}`);
  }

  /** Gives back a row that was not tried, e.g. because the worker is stopping. */
  async release(row: Claimed): Promise<void> {
    await this.leave(row, sql`state = 'queued', attempts = attempts - 1`);
  }

  private async leave(row: Claimed, change: ReturnType<typeof sql>): Promise<void> {
    await this.db.execute(sql`update notification set ${change}, claimed_by = null, lease_until = null
      where id = ${row.id} and state = 'sending' and claimed_by = ${this.owner}`);
  }

  private leaseEnd() {
    return sql`clock_timestamp() + make_interval(secs => ${this.leaseSeconds})`;
  }
}

/** A row whose dispatcher vanished may have gone or not: in doubt, counted, and due again with the same Message-ID. */
async function takeBackLost(tx: Database): Promise<void> {
  await tx.execute(sql`
    update notification set state = 'in_doubt', in_doubt_count = in_doubt_count + 1, claimed_by = null, lease_until = null
    where id in (select id from notification where state = 'sending' and lease_until < clock_timestamp() for update skip locked)`);
}

/** Also what is due only later: it will not become true again. */
async function suppressEnded(tx: Database): Promise<void> {
  await tx.execute(sql`
    update notification set state = 'suppressed', next_attempt_at = null
    where id in (
      select n.id from notification n
      where n.state in ('queued', 'in_doubt') and ${stepIsOver}
      for update of n skip locked)`);
}
