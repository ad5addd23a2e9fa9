import { sql } from 'drizzle-orm';

/**
 * True of a notification `n` that speaks of a step that is over: its subject has left the statuses that it is for, the
 * deadline that it reminds of is met or moved, or the
 * unfinished draft that it reminds of has been submitted. Nobody is asked to do what is over.
 */
export const stepIsOver = sql`(
  exists (select 1 from subject s where s.id = n.subject and s.status <> all (n.while_status))
  or (n.while_deadline is not null and not exists (
    select 1 from deadline d where d.subject_id = n.subject and d.mark = '' and d.kind = n.while_deadline->>'kind' and d.on_date = (n.while_deadline->>'on')::date))
  or exists (select 1 from subject s where s.id = 'application/' || n.draft_id))`;
