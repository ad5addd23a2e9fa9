// `npm run journal verify`: whether anybody altered, removed or reordered what was recorded.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { namedDatabase } from '../../../libs/config/src/environment.js';
import { openDatabase } from '../../../libs/persistence/src/database.js';
import { verifyJournal } from '../../../libs/persistence/src/procedure/verify.js';
import { startOptions } from './start-options.js';
import { databaseUrl } from './stack/postgres.js';
import { loadSecrets } from './stack/secrets.js';

const usage = `Usage: npm run journal verify
Verifies the chain of hashes of every file: that nothing recorded was altered, removed or reordered, and no text but by erasure.
The database is that of ESTAMPILLE_DATABASE_URL; when it is not set, that of npm start, which must be running.`;

/** The named database, else the one of `npm start` in this clone; undefined when there is neither. */
function configuredDatabase(): string | undefined {
  const named = namedDatabase();
  const options = startOptions([]);
  if (named !== undefined || options === 'help' || !existsSync(join(options.dataDir, 'secrets.json'))) return named;
  return databaseUrl({ port: options.ports.postgres, password: loadSecrets(options.dataDir).postgres }, 'estampille');
}

/** Returns the exit code: 0 nothing wrong, 1 faults found, 2 wrong use or no answer. */
async function verify(): Promise<number> {
  const url = configuredDatabase();
  if (url === undefined) {
    console.error(`There is no database to verify.\n${usage}`);
    return 2;
  }
  const { db, close } = openDatabase(url, { max: 1 });
  try {
    const { subjects, entries, faults } = await verifyJournal(db);
    for (const { subject, fault } of faults) console.log(`${subject}: ${fault}`);
    console.log(`${subjects} files, ${entries} entries: ${faults.length === 0 ? 'every chain is whole' : `${faults.length} faults`}.`);
    return faults.length === 0 ? 0 : 1;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    console.error(`The journal could not be read: ${cause instanceof Error ? cause.message || cause.name : String(cause)}\n${usage}`);
    return 2;
  } finally {
    await close();
  }
}

const [command, ...more] = process.argv.slice(2);
if (command === 'verify' && more.length === 0) {
  process.exitCode = await verify();
} else {
  console.error(usage);
  process.exitCode = 2;
}
