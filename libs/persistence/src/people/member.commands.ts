import { randomUUID } from 'node:crypto';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Facts } from '../../../domain/src/procedure/act.js';
import type { PoleRole } from '../../../domain/src/procedure/pole-role.js';
import type { Database } from '../database.js';
import { enqueueNotices } from '../notification/enqueue.js';
import { clockNow } from '../procedure/clock.queries.js';
import { inForce, now, today } from './in-force.js';
import { ensurePerson } from './people.commands.js';
import { mandate, pole, poleMember } from './people.tables.js';

/** Serialises changes of who may act in a pole: two administrators removing each other must not both succeed. Gives the pole's name. */
async function lockPole(tx: Database, poleId: string): Promise<string> {
  const [row] = await tx.select({ name: pole.name }).from(pole).where(eq(pole.id, poleId)).for('update');
  return row?.name ?? '';
}

/** Writes to one person in the same transaction: they are told if and only if it happened. The mail leads to `subject`. */
async function tell(tx: Database, personId: string, notice: { template: string; key: string; subject: string; facts: Facts }): Promise<void> {
  const { subject, ...rest } = notice;
  await enqueueNotices(tx, subject, [{ ...rest, audience: { person: personId } }], await clockNow(tx));
  await tx.execute(sql`select pg_notify('relay', '')`);
}

export type AddMemberResult = { readonly ok: true; readonly personId: string } | { readonly ok: false; readonly code: 'already-member' | 'representative-needed' };

/**
 * Gives a role in a pole to the person with this e-mail, who is created when unknown; they are told by mail.
 * @param input `mayAppoint`: the inviter may name a further legal representative; otherwise only the first one can be named
 */
export async function addMember(db: Database, input: {
  poleId: string; email: string; name: string; locale: 'fr' | 'en'; role: PoleRole; until?: string | undefined;
  addedBy: string; reason?: string | undefined; mayAppoint: boolean;
}): Promise<AddMemberResult> {
  const { poleId, role } = input;
  return db.transaction(async (tx): Promise<AddMemberResult> => {
    const poleName = await lockPole(tx, poleId);
    if (role === 'legal_representative' && !input.mayAppoint) {
      const held = await tx.select({ id: poleMember.id }).from(poleMember)
        .where(and(eq(poleMember.poleId, poleId), eq(poleMember.role, role), inForce(poleMember, today))).limit(1);
      if (held.length > 0) return { ok: false, code: 'representative-needed' };
    }
    const { id: personId } = await ensurePerson(tx, input);
    const same = and(eq(poleMember.poleId, poleId), eq(poleMember.personId, personId), eq(poleMember.role, role), isNull(poleMember.endedAt));
    // A row whose last day has passed makes room for a new one.
    await tx.update(poleMember).set({ endedAt: now }).where(and(same, sql`${poleMember.until} < ${today}`));
    const added = await tx.insert(poleMember).values({
      id: randomUUID(), poleId, personId, role, since: today, until: input.until ?? null, addedBy: input.addedBy, reason: input.reason ?? null,
    }).onConflictDoNothing().returning({ id: poleMember.id });
    const [membership] = added;
    if (!membership) return { ok: false, code: 'already-member' };
    await tell(tx, personId, {
      template: 'people.invited', key: `pole/${poleId}/membership/${membership.id}/invited`, subject: `pole/${poleId}`, facts: { pole: poleName, until: input.until ?? null },
    });
    return { ok: true, personId };
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
    const held = await tx.select({ id: poleMember.id, role: poleMember.role }).from(poleMember)
      .where(and(eq(poleMember.poleId, poleId), eq(poleMember.personId, personId), inForce(poleMember, today)));
    if (held.length === 0) return { ok: false, code: 'not-found' };
    if (!input.mayDismiss && held.some(({ role }) => role === 'legal_representative')) return { ok: false, code: 'representative-needed' };
    if (held.some(({ role }) => role === 'administrator')) {
      const others = await tx.select({ id: poleMember.id }).from(poleMember)
        .where(and(eq(poleMember.poleId, poleId), ne(poleMember.personId, personId), eq(poleMember.role, 'administrator'), inForce(poleMember, today))).limit(1);
      if (others.length === 0) return { ok: false, code: 'last-administrator' };
    }
    await tx.update(poleMember).set({ endedAt: now }).where(and(eq(poleMember.poleId, poleId), eq(poleMember.personId, personId), isNull(poleMember.endedAt)));
    await tx.update(mandate).set({ endedAt: now }).where(and(eq(mandate.poleId, poleId), eq(mandate.holderId, personId), isNull(mandate.endedAt)));
    // Not the pole's page, which is closed to them now.
    const key = `pole/${poleId}/membership/${held.map(({ id }) => id).sort()[0]}/removed`;
    await tell(tx, personId, { template: 'people.removed', key, subject: `person/${personId}`, facts: { pole: poleName } });
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
