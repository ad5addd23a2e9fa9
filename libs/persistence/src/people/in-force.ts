import { type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';

/** Today's civil date in Paris on the Clock, as SQL: rights of a pole begin and end on the procedure's days. */
export const today: SQL<string> = sql<string>`(estampille_now() at time zone 'Europe/Paris')::date`;

/** The Clock's instant, as SQL. */
export const now: SQL<Date> = sql<Date>`estampille_now()`;

/**
 * True when a right counts on a civil date: begun, not past its last day, and not ended by hand on or before that day
 * (a removal works at once, so its own day no longer counts).
 */
export function inForce(row: { since: AnyPgColumn; until: AnyPgColumn; endedAt: AnyPgColumn }, on: SQL<string> | string): SQL {
  return sql`(${row.since} <= ${on}::date and (${row.until} is null or ${row.until} >= ${on}::date)
    and (${row.endedAt} is null or (${row.endedAt} at time zone 'Europe/Paris')::date > ${on}::date))`;
}
