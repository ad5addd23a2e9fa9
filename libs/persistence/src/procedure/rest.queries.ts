import { sql } from 'drizzle-orm';
import type { Instant } from '../../../domain/src/calendar/types.js';
import type { Database } from '../database.js';

/** One row that keeps the system from being at rest. */
export interface Holding {
  readonly what: 'command' | 'message' | 'batch' | 'notification' | 'deadline';
  readonly id: string;
  readonly detail: string;
}

/** What still has to happen at the Clock's present instant; empty is at rest. At most `limit` rows. */
export async function holding(db: Database, limit = 20): Promise<Holding[]> {
  const { rows } = await db.execute<{ what: Holding['what']; id: string; detail: string }>(sql`
    select 'command' as what, id::text, subject_id || ' ' || act as detail from command where outcome is null
    union all select 'message', id::text, sender_id || ' → ' || receiver_id || ' ' || act from message where outcome is null
    union all select 'batch', b.id::text, b.call_id || ' ' || b.deadline_kind || ', waiting: ' || (select count(*) from batch_row r where r.batch_id = b.id and r.state = 'waiting') from batch b where b.status = 'confirmed'
    union all select 'notification', id::text, key from notification where state in ('queued', 'sending', 'in_doubt') and next_attempt_at <= estampille_now()
    union all select 'deadline', subject_id || '/' || kind, mark || ' ' || fires_at::text from deadline where state = 'armed' and fires_at <= estampille_now()
    limit ${limit}`);
  return [...rows];
}

/** A moment at which a procedure wakes. */
export interface Moment {
  readonly subjectId: string;
  /** The pole whose file it is; null: of the call, or of a session. */
  readonly poleId: string | null;
  readonly firesAt: Instant;
}

/** The armed deadlines that have come, in the order (instant, kind, subject) in which they are taken. */
export async function momentsDue(db: Database): Promise<Moment[]> {
  const { rows } = await db.execute<{ subject_id: string; pole_id: string | null; fires_at: Date }>(sql`
    select d.subject_id, s.pole_id, d.fires_at from deadline d join subject s on s.id = d.subject_id
    where d.state = 'armed' and d.fires_at <= estampille_now() order by d.fires_at, d.kind, d.subject_id limit 500`);
  return rows.map((row) => ({ subjectId: row.subject_id, poleId: row.pole_id, firesAt: new Date(row.fires_at).toISOString() }));
}

/** Subjects whose armed deadline passed a while ago, by the Clock, and was not taken: their workflow is late, or gone. */
export async function overlooked(db: Database, seconds: number, limit = 100): Promise<string[]> {
  const { rows } = await db.execute<{ subject_id: string }>(sql`
    select distinct subject_id from deadline where state = 'armed' and fires_at <= estampille_now() - make_interval(secs => ${seconds}) limit ${limit}`);
  return rows.map((row) => row.subject_id);
}

/** The next instant at which something happens by itself: a deadline, or a mail that is tried again. */
export async function nextInstant(db: Database): Promise<Instant | undefined> {
  const { rows } = await db.execute<{ at: Date | null }>(sql`
    select least((select min(fires_at) from deadline where state = 'armed'),
                 (select min(next_attempt_at) from notification where state in ('queued', 'in_doubt') and next_attempt_at > estampille_now())) as at`);
  return rows[0]?.at ? new Date(rows[0].at).toISOString() : undefined;
}
