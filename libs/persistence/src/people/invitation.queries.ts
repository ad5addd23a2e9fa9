import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { PoleRole } from '../../../domain/src/procedure/pole-role.js';
import type { Database } from '../database.js';
import { today } from './in-force.js';
import { pole, poleInvitation } from './people.tables.js';

/** True for an invitation that can be accepted today. */
export const openInvitation: SQL = sql`(${poleInvitation.endedAt} is null and (${poleInvitation.until} is null or ${poleInvitation.until} >= ${today}))`;

/** What waits for this person to accept it. */
export async function invitationsTo(db: Database, personId: string): Promise<{ id: string; pole: string; poleName: string; role: PoleRole; until: string | null }[]> {
  return db.select({ id: poleInvitation.id, pole: pole.id, poleName: pole.name, role: poleInvitation.role, until: poleInvitation.until })
    .from(poleInvitation).innerJoin(pole, eq(pole.id, poleInvitation.poleId))
    .where(and(eq(poleInvitation.personId, personId), openInvitation)).orderBy(asc(pole.name), asc(poleInvitation.role));
}

/** Whom a pole has invited: by the e-mail that was typed, and nothing else that is known of them. */
export async function invitationsOf(db: Database, poleId: string): Promise<{ id: string; email: string; role: PoleRole; until: string | null }[]> {
  return db.select({ id: poleInvitation.id, email: poleInvitation.email, role: poleInvitation.role, until: poleInvitation.until })
    .from(poleInvitation).where(and(eq(poleInvitation.poleId, poleId), openInvitation)).orderBy(asc(poleInvitation.email), asc(poleInvitation.role));
}
