import { join, sep } from 'node:path';
import { demoAccounts } from './stack/oidc-accounts.js';
import { postgresHome } from './stack/postgres.js';
import type { Space } from './stack/space.js';
import type { DemoTokens } from './demo-people.js';

/** Screens are shown to others and terminals keep what they show. */
function withoutPassword(address: string): string {
  const url = new URL(address);
  url.password = '';
  return url.href;
}

/** What runs where and how to sign in, for the person who just typed `npm start`. */
export function summary(space: Space, tokens: DemoTokens): string {
  const { servers } = space;
  const databaseHome = postgresHome(servers.dataDir);
  const where: [string, string][] = [
    ['Application', `${space.apiUrl}/api/docs   (try the API; sign in first at ${space.apiUrl}/api/auth/sign-in?returnTo=/api/docs)`],
    ['Mail', `${servers.smtp.pageUrl}   (every mail stops here)`],
    ...(servers.temporal.uiUrl === undefined ? [] : [['Procedures', `${servers.temporal.uiUrl}/namespaces/${space.name}/workflows   (Temporal)`] as [string, string]]),
    ['Database', `${withoutPassword(space.databaseUrl)}   (its password: “postgres” in ${servers.dataDir}/secrets.json)`],
    ['Data and logs', servers.dataDir],
    // As root it lies elsewhere, and a copy of the data folder alone is not a copy of everything.
    ...(databaseHome.startsWith(servers.dataDir + sep) ? [] : [['Database files', `${join(databaseHome, 'data')}   (a copy needs ${databaseHome} too)`] as [string, string]]),
  ];
  const people = demoAccounts.map((account): [string, string] => [
    `${account.givenName} ${account.familyName}`,
    `${account.email}   ${account.roles.join(', ') || 'applicant'}`,
  ]);
  const table = (rows: readonly [string, string][]): string => {
    const width = Math.max(...rows.map(([name]) => name.length));
    return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`).join('\n');
  };
  return `
Estampille runs.${space.env['CLOCK_MODE'] === 'stepped' ? ' Its clock is stepped: time stands still until it is moved.' : ''}

${table(where)}

Sign in as one of these, by one click, no password:
${table(people)}

For curl, as the secretariat: -H 'authorization: Bearer ${tokens['secretariat'] ?? ''}'
Everybody's token, for curl and programs, until the next start: ${servers.dataDir}/tokens.json
Ctrl-C stops everything; npm start again continues; npm start -- --fresh begins anew.`;
}
