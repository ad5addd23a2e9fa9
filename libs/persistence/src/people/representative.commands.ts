import { and, eq } from 'drizzle-orm';
import type { Database } from '../database.js';
import { inForce, now, today } from './in-force.js';
import { lockPole } from './lock-pole.js';
import { poleMember } from './people.tables.js';
import { tell } from './tell.js';

/** The secretariat has seen the evidence that somebody represents the pole: they may commit it, and are told. False when nothing waits. */
export async function confirmRepresentative(db: Database, { poleId, personId, by, reason }: { poleId: string; personId: string; by: string; reason: string }): Promise<boolean> {
  return db.transaction(async (tx) => {
    const poleName = await lockPole(tx, poleId);
    const [confirmed] = await tx.update(poleMember).set({ toConfirm: false, confirmedBy: by, confirmedAt: now, confirmedFor: reason }).where(and(
      eq(poleMember.poleId, poleId), eq(poleMember.personId, personId), eq(poleMember.role, 'legal_representative'), eq(poleMember.toConfirm, true), inForce(poleMember, today),
    )).returning({ id: poleMember.id });
    if (!confirmed) return false;
    await tell(tx, { person: personId }, {
      template: 'people.representative-confirmed', key: `pole/${poleId}/membership/${confirmed.id}/confirmed`, subject: `pole/${poleId}`, facts: { pole: poleName },
    });
    return true;
  });
}
