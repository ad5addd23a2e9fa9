import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '../database.js';
import { hashSecret } from '../people/people.commands.js';
import { person } from '../people/people.tables.js';
import { calendarAddress } from './calendar.tables.js';

/** When the secret address of a person's calendar was made; undefined without one. */
export async function calendarMadeAt(db: Database, personId: string): Promise<Date | undefined> {
  const [row] = await db.select({ createdAt: calendarAddress.createdAt }).from(calendarAddress).where(and(eq(calendarAddress.personId, personId), isNull(calendarAddress.revokedAt)));
  return row?.createdAt;
}

/** Makes a new secret; the address before it is worth nothing from then on. Two at once come one after the other. */
export async function makeCalendarAddress(db: Database, personId: string): Promise<{ secret: string; createdAt: Date }> {
  const secret = randomBytes(32).toString('base64url');
  return db.transaction(async (tx) => {
    await tx.select({ id: person.id }).from(person).where(eq(person.id, personId)).for('update');
    await revokeCalendarAddress(tx, personId);
    const createdAt = new Date();
    await tx.insert(calendarAddress).values({ id: randomUUID(), personId, hash: hashSecret(secret), createdAt });
    return { secret, createdAt };
  });
}

/** Ends the address at once. False when there is none. */
export async function revokeCalendarAddress(db: Database, personId: string): Promise<boolean> {
  const ended = await db.update(calendarAddress).set({ revokedAt: new Date() }).where(and(eq(calendarAddress.personId, personId), isNull(calendarAddress.revokedAt))).returning({ id: calendarAddress.id });
  return ended.length > 0;
}
