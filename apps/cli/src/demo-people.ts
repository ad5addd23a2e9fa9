import { sql } from 'drizzle-orm';
import { openDatabase, type Database } from '../../../libs/persistence/src/database.js';
import { ensurePerson, issueToken } from '../../../libs/persistence/src/people/people.commands.js';
import { demoAccounts } from './stack/oidc-accounts.js';
import type { Space } from './stack/space.js';

/** Bearer tokens of the people of the demonstration by their account's name: made at each start, the last ones are gone. */
export type DemoTokens = Readonly<Record<string, string>>;

const tokenDays = 365;
const label = 'npm start';

/**
 * Makes sure that the people of the demonstration are known, with their roles; run again, it changes nothing.
 * Direct, not over HTTP: the first operator has to come from somewhere.
 */
export async function ensureDemoPeople(space: Space): Promise<DemoTokens> {
  const { db, close } = openDatabase(space.databaseUrl, { max: 1 });
  try {
    await followIssuer(db, space.servers.oidc.issuer);
    await db.execute(sql`delete from api_token where label = ${label}`);
    const tokens: Record<string, string> = {};
    for (const account of demoAccounts) {
      const name = `${account.givenName} ${account.familyName}`;
      const { id } = await ensurePerson(db, { email: account.email, name, roles: account.roles.filter((role) => role !== 'applicant') });
      tokens[account.sub] = (await issueToken(db, id, label, new Date(Date.now() + tokenDays * 86_400_000))).token;
    }
    return tokens;
  } finally {
    await close();
  }
}

/** Our provider's address holds its port, which may change between two starts: the same people stay the same. */
async function followIssuer(db: Database, issuer: string): Promise<void> {
  await db.execute(sql`update person set issuer = ${issuer} where issuer like 'http://127.0.0.1:%' and issuer <> ${issuer}`);
}
