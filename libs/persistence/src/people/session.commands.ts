import { randomBytes } from 'node:crypto';
import { eq, lt } from 'drizzle-orm';
import type { Database } from '../database.js';
import { hashSecret } from './people.commands.js';
import { session } from './people.tables.js';

/** How long a session lasts, in milliseconds of real time: twelve hours. */
export const sessionMs = 12 * 3_600_000;

/** Opens a session and returns the secret that its cookie carries. The session that the browser had before is ended, and expired ones are swept. */
export async function openSession(db: Database, personId: string, previousSecret?: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const openedAt = new Date();
  await db.transaction(async (tx) => {
    await tx.delete(session).where(lt(session.expiresAt, openedAt));
    if (previousSecret) await tx.delete(session).where(eq(session.id, hashSecret(previousSecret)));
    await tx.insert(session).values({ id: hashSecret(secret), personId, createdAt: openedAt, expiresAt: new Date(openedAt.getTime() + sessionMs) });
  });
  return secret;
}

/** Ends a session; nothing happens when it is unknown. */
export async function closeSession(db: Database, secret: string): Promise<void> {
  await db.delete(session).where(eq(session.id, hashSecret(secret)));
}
