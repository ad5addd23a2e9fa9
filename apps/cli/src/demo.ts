import { sql } from 'drizzle-orm';
import { openDatabase, type Database } from '../../../libs/persistence/src/database.js';
import { ensurePerson, issueToken } from '../../../libs/persistence/src/people/people.commands.js';
import { demoAccounts } from './stack/oidc-accounts.js';
import type { Space } from './stack/space.js';

const tokenDays = 365;

export interface Demo {
  /** Bearer token of the operator, for machines and curl: made at each start, the last one's is gone. */
  readonly operatorToken: string;
}

/**
 * Makes sure that the people of the demonstration are known, with their roles; run again, it changes nothing.
 * Direct, not over HTTP: the first operator has to come from somewhere.
 */
export async function loadDemo(space: Space): Promise<Demo> {
  const { db, close } = openDatabase(space.databaseUrl, { max: 1 });
  try {
    await followIssuer(db, space.servers.oidc.issuer);
    let operator: string | undefined;
    for (const account of demoAccounts) {
      const name = `${account.givenName} ${account.familyName}`;
      const { id } = await ensurePerson(db, { email: account.email, name, roles: account.roles.filter((role) => role !== 'applicant') });
      if (account.roles.includes('operator')) operator = id;
    }
    if (operator === undefined) throw new Error('The demonstration has no operator.');
    const label = 'npm start';
    await db.execute(sql`delete from api_token where person_id = ${operator} and label = ${label}`);
    const { token } = await issueToken(db, operator, label, new Date(Date.now() + tokenDays * 86_400_000));
    return { operatorToken: token };
  } finally {
    await close();
  }
}

/** Our provider's address holds its port, which may change between two starts: the same people stay the same. */
async function followIssuer(db: Database, issuer: string): Promise<void> {
  await db.execute(sql`update person set issuer = ${issuer} where issuer like 'http://127.0.0.1:%' and issuer <> ${issuer}`);
}
