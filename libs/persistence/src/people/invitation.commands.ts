import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '../database.js';
import { now, today } from './in-force.js';
import { openInvitation } from './invitation.queries.js';
import { lockPole } from './lock-pole.js';
import { poleInvitation, poleMember } from './people.tables.js';
import { askForConfirmation } from './tell.js';

/** Takes up every invitation of a person to a pole; false when there is none. A representative by invitation may wait for the secretariat. */
export async function acceptInvitations(db: Database, { poleId, personId }: { poleId: string; personId: string }): Promise<boolean> {
  return db.transaction(async (tx) => {
    const poleName = await lockPole(tx, poleId);
    const accepted = await tx.update(poleInvitation).set({ endedAt: now })
      .where(and(eq(poleInvitation.poleId, poleId), eq(poleInvitation.personId, personId), openInvitation)).returning();
    for (const { role, until, toConfirm, invitedBy } of accepted) {
      const [membership] = await tx.insert(poleMember).values({ id: randomUUID(), poleId, personId, role, since: today, until, addedBy: invitedBy, toConfirm })
        .onConflictDoNothing().returning({ id: poleMember.id });
      if (membership && toConfirm) await askForConfirmation(tx, { poleId, poleName, membership: membership.id });
    }
    return accepted.length > 0;
  });
}

/** Takes an invitation back, or declines it; false when the pole has no such invitation (any more). `personId`: only that person's. */
export async function endInvitation(db: Database, { poleId, id, personId }: { poleId: string; id: string; personId?: string | undefined }): Promise<boolean> {
  const ended = await db.update(poleInvitation).set({ endedAt: now }).where(and(
    eq(poleInvitation.id, id), eq(poleInvitation.poleId, poleId), isNull(poleInvitation.endedAt), personId === undefined ? undefined : eq(poleInvitation.personId, personId),
  )).returning({ id: poleInvitation.id });
  return ended.length > 0;
}
