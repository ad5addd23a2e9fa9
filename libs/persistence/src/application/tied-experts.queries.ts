import { and, inArray, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database.js';
import { today } from '../people/in-force.js';
import { poleMember } from '../people/people.tables.js';

/**
 * Those of these people who may not appraise a file of this call: they belong, or belonged on a day since the call opened, to a
 * pole that has a file in the call, its own included (art. L. 100-2 of the CRPA: impartiality).
 */
export async function tiedTo(db: Database, call: string, people: readonly string[]): Promise<string[]> {
  if (people.length === 0) return [];
  // A renewal on its own has no call: then today counts.
  const opened: SQL = sql`coalesce((select s.data ->> 'opensOn' from subject s where s.id = ${call})::date, ${today})`;
  const applies: SQL = sql`exists (select 1 from subject f where f.kind = 'application' and f.call_id = ${call} and f.pole_id = ${poleMember.poleId})`;
  const since: SQL = sql`(${poleMember.until} is null or ${poleMember.until} >= ${opened}) and (${poleMember.endedAt} is null or (${poleMember.endedAt} at time zone 'Europe/Paris')::date >= ${opened})`;
  const rows = await db.selectDistinct({ personId: poleMember.personId }).from(poleMember).where(and(inArray(poleMember.personId, [...people]), applies, since));
  return rows.map(({ personId }) => personId);
}
