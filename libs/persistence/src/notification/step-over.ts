import { sql } from 'drizzle-orm';

/**
 * True of a notification `n` that speaks of a step that is over: its subject has left the statuses that it is for, or the
 * unfinished draft that it reminds of has been submitted. Nobody is asked to do what is over.
 */
export const stepIsOver = sql`(
  exists (select 1 from subject s where s.id = n.subject and s.status <> all (n.while_status))
  or exists (select 1 from subject s where s.id = 'application/' || n.draft_id))`;
