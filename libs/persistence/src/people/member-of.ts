import { type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { inForce, today } from './in-force.js';
import { poleMember } from './people.tables.js';

/** True for a row whose pole the person belongs to today. */
export function memberOf(pole: AnyPgColumn, personId: string): SQL {
  return sql`exists (select 1 from ${poleMember} where ${poleMember.poleId} = ${pole} and ${poleMember.personId} = ${personId} and ${inForce(poleMember, today)})`;
}
