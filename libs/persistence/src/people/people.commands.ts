import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { GrantedRole } from '../../../domain/src/procedure/granted-role.js';
import type { Database } from '../database.js';
import { apiToken, person, personRole } from './people.tables.js';

/** SHA-256 in hexadecimal: what is stored of a token or of a session. Both carry 256 random bits, so no salt is needed. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/**
 * Finds the person with this e-mail or creates them, and adds the roles that are missing (never removes one).
 * Name and locale of somebody who is already known stay as they are.
 */
export async function ensurePerson(
  db: Database,
  input: { email: string; name: string; locale?: 'fr' | 'en'; roles?: readonly GrantedRole[] },
): Promise<{ id: string; created: boolean }> {
  const email = input.email.trim().toLowerCase();
  return db.transaction(async (tx) => {
    const [created] = await tx.insert(person)
      .values({ id: randomUUID(), email, name: input.name, locale: input.locale ?? 'fr', createdAt: new Date() })
      .onConflictDoNothing({ target: person.email }).returning({ id: person.id });
    const found = created ?? (await tx.select({ id: person.id }).from(person).where(eq(person.email, email)))[0];
    if (!found) throw new Error('The person was removed while being looked up.');
    if (input.roles?.length) {
      await tx.insert(personRole).values(input.roles.map((role) => ({ personId: found.id, role }))).onConflictDoNothing();
    }
    return { id: found.id, created: created !== undefined };
  });
}

/** Makes a bearer token for a person. The clear text is returned once and never stored. `issuedBy`: left out where no person asks for it. */
export async function issueToken(
  db: Database, personId: string, label: string, expiresAt: Date, issuedBy?: string,
): Promise<{ id: string; token: string; expiresAt: Date }> {
  const token = `est_${randomBytes(32).toString('base64url')}`;
  const id = randomUUID();
  await db.insert(apiToken).values({ id, hash: hashSecret(token), personId, label, issuedBy: issuedBy ?? null, createdAt: new Date(), expiresAt });
  return { id, token, expiresAt };
}
