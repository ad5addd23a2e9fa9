import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Database } from '../database.js';
import { issueToken } from './people.commands.js';
import { apiToken, person } from './people.tables.js';

/** A token in force as its owner and operators see it; the secret itself is nowhere. */
export interface TokenRecord {
  readonly id: string;
  readonly label: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** Null when nobody asked for it through the API. */
  readonly issuedBy: string | null;
}

/** How many tokens of one person are in force at once. */
export const mostTokens = 10;

/** A person's tokens in force, the oldest first. */
export async function tokensOf(db: Database, personId: string): Promise<TokenRecord[]> {
  return db.select({ id: apiToken.id, label: apiToken.label, createdAt: apiToken.createdAt, expiresAt: apiToken.expiresAt, issuedBy: apiToken.issuedBy })
    .from(apiToken).where(and(eq(apiToken.personId, personId), isNull(apiToken.revokedAt), gt(apiToken.expiresAt, new Date())))
    .orderBy(asc(apiToken.createdAt), asc(apiToken.id));
}

/** As `issueToken`, unless the person has `mostTokens` in force already: then undefined. Two at once come one after the other. */
export async function issueTokenWithin(
  db: Database, personId: string, label: string, expiresAt: Date, issuedBy: string,
): Promise<{ id: string; token: string; expiresAt: Date } | undefined> {
  return db.transaction(async (tx) => {
    await tx.select({ id: person.id }).from(person).where(eq(person.id, personId)).for('update');
    if ((await tokensOf(tx, personId)).length >= mostTokens) return undefined;
    return issueToken(tx, personId, label, expiresAt, issuedBy);
  });
}

/** Ends a token at once. False when that person has no such token in force. */
export async function revokeToken(db: Database, personId: string, tokenId: string): Promise<boolean> {
  const ended = await db.update(apiToken).set({ revokedAt: new Date() })
    .where(and(eq(apiToken.id, tokenId), eq(apiToken.personId, personId), isNull(apiToken.revokedAt))).returning({ id: apiToken.id });
  return ended.length > 0;
}
