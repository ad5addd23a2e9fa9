import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../domain/src/calendar/types.js';
import { parseScheme } from '../../domain/src/scheme/parse.js';
import { openDatabase, type Database } from './database.js';
import { migrate } from './migrate.js';
import { setClock, type ClockRow } from './procedure/clock.queries.js';
import { loadScheme } from './scheme/scheme.queries.js';

export interface Preparation {
  readonly databaseUrl: string;
  readonly schemesDir: string;
  /** `start`: where a stepped clock begins in a new database; left alone in one that runs already. */
  readonly clock: ClockRow & { readonly start?: Instant };
}

/** A scheme file that can't be used: every fault with its line, or a version that changed without a new number. */
export class SchemeError extends Error {
  override readonly name = 'SchemeError';
}

/**
 * Makes a database ready for this build: schema, the Clock, the schemes of the folder. Done again without harm.
 * @throws SchemeError when a scheme file is wrong: nothing starts on a wrong scheme
 */
export async function prepare({ databaseUrl, schemesDir, clock }: Preparation): Promise<void> {
  await migrate(databaseUrl);
  const { db, close } = openDatabase(databaseUrl, { max: 2 });
  try {
    await setClock(db, clock);
    await loadSchemes(db, schemesDir);
  } finally {
    await close();
  }
}

async function loadSchemes(db: Database, folder: string): Promise<void> {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml')).sort()) {
    const parsed = parseScheme(readFileSync(join(folder, file), 'utf8'), file);
    if (!parsed.ok) throw new SchemeError(parsed.faults.map((f) => `${f.file}:${f.line}:${f.column} ${f.message}`).join('\n'));
    const loaded = await loadScheme(db, parsed.scheme);
    if (loaded.is === 'changed-without-version') {
      throw new SchemeError(`${file}: ${loaded.id} is loaded already with other content, and files may run under it. Raise \`version\` in the file.`);
    }
  }
}
