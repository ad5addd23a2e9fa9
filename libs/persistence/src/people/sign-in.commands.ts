import { randomUUID } from 'node:crypto';
import { and, eq, or } from 'drizzle-orm';
import type { Database } from '../database.js';
import { now } from './in-force.js';
import { person } from './people.tables.js';

export type SignInResult = { readonly ok: true; readonly personId: string } | { readonly ok: false; readonly code: 'account-conflict' };

/**
 * Finds or creates the person of an OIDC identity. Known by issuer and subject first; else by e-mail, which links the
 * identity to somebody who was created or invited before. An e-mail that is already linked to another identity is refused.
 */
export async function personOfIdentity(
  db: Database, input: { issuer: string; subject: string; email: string; name: string; locale: 'fr' | 'en' },
): Promise<SignInResult> {
  const email = input.email.trim().toLowerCase();
  return db.transaction(async (tx) => {
    await tx.insert(person).values({ id: randomUUID(), email, name: input.name, locale: input.locale, issuer: input.issuer, subject: input.subject, createdAt: new Date() })
      .onConflictDoNothing();
    const candidates = await tx.select().from(person)
      .where(or(and(eq(person.issuer, input.issuer), eq(person.subject, input.subject)), eq(person.email, email))).for('update');
    const linked = candidates.find((one) => one.issuer === input.issuer && one.subject === input.subject);
    const found = linked ?? candidates.find((one) => one.email === email && one.subject === null);
    if (!found) return { ok: false, code: 'account-conflict' } as const;
    await tx.update(person).set({ issuer: input.issuer, subject: input.subject, lastSignInAt: now }).where(eq(person.id, found.id));
    return { ok: true, personId: found.id } as const;
  });
}
