import { randomUUID } from 'node:crypto';
import { and, eq, isNull, ne } from 'drizzle-orm';
import type { GrantedRole } from '../../../domain/src/procedure/granted-role.js';
import type { Database } from '../database.js';
import { absence, apiToken, person, personRole } from './people.tables.js';

/** Days away, both included ('YYYY-MM-DD'). */
export interface Absence { readonly from: string; readonly to: string }

/**
 * Changes what is given and leaves the rest; lists replace the list that stands. False when nobody has that id.
 * New roles end the tokens that somebody else made for the person: whoever made them would act in those roles under another name.
 */
export async function changePerson(
  db: Database, id: string,
  change: { name?: string | undefined; locale?: 'fr' | 'en' | undefined; absences?: readonly Absence[] | undefined; roles?: readonly GrantedRole[] | undefined },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [found] = await tx.select({ id: person.id }).from(person).where(eq(person.id, id)).for('update');
    if (!found) return false;
    const { name, locale, absences, roles } = change;
    if (name !== undefined || locale !== undefined) {
      await tx.update(person).set({ ...(name === undefined ? {} : { name }), ...(locale === undefined ? {} : { locale }) }).where(eq(person.id, id));
    }
    if (absences) {
      await tx.delete(absence).where(eq(absence.personId, id));
      if (absences.length > 0) await tx.insert(absence).values(absences.map(({ from, to }) => ({ id: randomUUID(), personId: id, from, to })));
    }
    if (roles) {
      const before = await tx.delete(personRole).where(eq(personRole.personId, id)).returning({ role: personRole.role });
      if (roles.some((role) => !before.some((one) => one.role === role))) {
        await tx.update(apiToken).set({ revokedAt: new Date() }).where(and(eq(apiToken.personId, id), ne(apiToken.issuedBy, id), isNull(apiToken.revokedAt)));
      }
      if (roles.length > 0) await tx.insert(personRole).values([...new Set(roles)].map((role) => ({ personId: id, role })));
    }
    return true;
  });
}
