import { randomUUID } from 'node:crypto';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { PoleRole } from '../../../domain/src/procedure/pole-role.js';
import type { Database } from '../database.js';
import { inForce, now, today } from './in-force.js';
import { lockPole } from './lock-pole.js';
import { ensurePerson } from './people.commands.js';
import { mandate, poleInvitation, poleMember } from './people.tables.js';
import { tell } from './tell.js';

export type AddMemberResult = { readonly ok: true } | { readonly ok: false; readonly code: 'already-member' | 'already-invited' | 'representative-needed' };

/**
 * Offers a role in a pole to the person with this e-mail, who is created when unknown and told by mail. They accept it themselves;
 * whom the secretariat attaches, on evidence, belongs at once.
 * @param input `mayAppoint`: the inviter may name a further legal representative, who needs no confirmation; otherwise only the first one can be named
 */
export async function addMember(db: Database, input: {
  poleId: string; email: string; name: string; locale: 'fr' | 'en'; role: PoleRole; until?: string | undefined;
  addedBy: string; reason?: string | undefined; mayAppoint: boolean; attach: boolean;
}): Promise<AddMemberResult> {
  const { poleId, role, addedBy, mayAppoint } = input;
  const until = input.until ?? null;
  return db.transaction(async (tx): Promise<AddMemberResult> => {
    const poleName = await lockPole(tx, poleId);
    const ofRole = and(eq(poleMember.poleId, poleId), eq(poleMember.role, role));
    if (role === 'legal_representative' && !mayAppoint) {
      const held = await tx.select({ id: poleMember.id }).from(poleMember).where(and(ofRole, inForce(poleMember, today))).limit(1);
      if (held.length > 0) return { ok: false, code: 'representative-needed' };
    }
    const { id: personId } = await ensurePerson(tx, input);
    const same = and(ofRole, eq(poleMember.personId, personId), isNull(poleMember.endedAt));
    // A row whose last day has passed makes room for a new one.
    await tx.update(poleMember).set({ endedAt: now }).where(and(same, sql`${poleMember.until} < ${today}`));
    const invited = and(eq(poleInvitation.poleId, poleId), eq(poleInvitation.personId, personId), eq(poleInvitation.role, role), isNull(poleInvitation.endedAt));
    await tx.update(poleInvitation).set({ endedAt: now }).where(and(invited, input.attach ? undefined : sql`${poleInvitation.until} < ${today}`));
    if ((await tx.select({ id: poleMember.id }).from(poleMember).where(same).limit(1)).length > 0) return { ok: false, code: 'already-member' };
    const id = randomUUID();
    if (input.attach) {
      await tx.insert(poleMember).values({ id, poleId, personId, role, since: today, until, addedBy, reason: input.reason ?? null });
    } else {
      const email = input.email.trim().toLowerCase();
      const toConfirm = role === 'legal_representative' && !mayAppoint;
      const offered = await tx.insert(poleInvitation).values({ id, poleId, personId, email, role, until, toConfirm, invitedBy: addedBy, invitedAt: now })
        .onConflictDoNothing().returning({ id: poleInvitation.id });
      if (offered.length === 0) return { ok: false, code: 'already-invited' };
    }
    await tell(tx, { person: personId }, {
      template: input.attach ? 'people.attached' : 'people.invited', key: `pole/${poleId}/membership/${id}/invited`,
      // The pole's page is closed to them until they have accepted.
      subject: input.attach ? `pole/${poleId}` : `person/${personId}`, facts: { pole: poleName, until },
    });
    return { ok: true };
  });
}

export type RemoveMemberResult = { readonly ok: true } | { readonly ok: false; readonly code: 'not-found' | 'last-administrator' | 'representative-needed' };

/**
 * Ends every right of a person in a pole at once, mandates included; they are told by mail.
 * @param mayDismiss the caller may remove a legal representative
 */
export async function removeMember(db: Database, input: { poleId: string; personId: string; mayDismiss: boolean }): Promise<RemoveMemberResult> {
  const { poleId, personId } = input;
  return db.transaction(async (tx): Promise<RemoveMemberResult> => {
    const poleName = await lockPole(tx, poleId);
    const held = await tx.select({ id: poleMember.id, role: poleMember.role, toConfirm: poleMember.toConfirm }).from(poleMember)
      .where(and(eq(poleMember.poleId, poleId), eq(poleMember.personId, personId), inForce(poleMember, today)));
    if (held.length === 0) return { ok: false, code: 'not-found' };
    if (!input.mayDismiss && held.some(({ role, toConfirm }) => role === 'legal_representative' && !toConfirm)) return { ok: false, code: 'representative-needed' };
    if (held.some(({ role }) => role === 'administrator')) {
      const others = await tx.select({ id: poleMember.id }).from(poleMember)
        .where(and(eq(poleMember.poleId, poleId), ne(poleMember.personId, personId), eq(poleMember.role, 'administrator'), inForce(poleMember, today))).limit(1);
      if (others.length === 0) return { ok: false, code: 'last-administrator' };
    }
    await tx.update(poleMember).set({ endedAt: now }).where(and(eq(poleMember.poleId, poleId), eq(poleMember.personId, personId), isNull(poleMember.endedAt)));
    await tx.update(mandate).set({ endedAt: now }).where(and(eq(mandate.poleId, poleId), eq(mandate.holderId, personId), isNull(mandate.endedAt)));
    // Not the pole's page, which is closed to them now.
    const key = `pole/${poleId}/membership/${held.map(({ id }) => id).sort()[0]}/removed`;
    await tell(tx, { person: personId }, { template: 'people.removed', key, subject: `person/${personId}`, facts: { pole: poleName } });
    return { ok: true };
  });
}

export type MandateResult = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly code: 'holder-not-member' };

/** Lets a member commit the pole from the date on the paper to `until` (included; open when left out). */
export async function grantMandate(db: Database, input: {
  poleId: string; holderId: string; dated: string; until?: string | undefined; documentId?: string | undefined; grantedBy: string;
}): Promise<MandateResult> {
  return db.transaction(async (tx): Promise<MandateResult> => {
    await lockPole(tx, input.poleId);
    const held = await tx.select({ id: poleMember.id }).from(poleMember)
      .where(and(eq(poleMember.poleId, input.poleId), eq(poleMember.personId, input.holderId), inForce(poleMember, today))).limit(1);
    if (held.length === 0) return { ok: false, code: 'holder-not-member' };
    const id = randomUUID();
    await tx.insert(mandate).values({ id, ...input, grantedAt: now });
    return { ok: true, id };
  });
}

/** Ends a mandate at once; false when the pole has no such mandate any more. */
export async function endMandate(db: Database, poleId: string, mandateId: string): Promise<boolean> {
  const ended = await db.update(mandate).set({ endedAt: now })
    .where(and(eq(mandate.id, mandateId), eq(mandate.poleId, poleId), isNull(mandate.endedAt))).returning({ id: mandate.id });
  return ended.length > 0;
}
