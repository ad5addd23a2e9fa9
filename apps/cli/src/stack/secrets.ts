import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What only this data folder knows; made once, kept as long as the folder. */
export interface Secrets {
  readonly postgres: string;
  readonly oidcClient: string;
  readonly session: string;
  readonly payloadKey: string;
}

export function loadSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  if (!existsSync(file)) {
    const made: Secrets = {
      postgres: randomBytes(18).toString('hex'),
      oidcClient: randomBytes(24).toString('hex'),
      session: randomBytes(36).toString('base64'),
      payloadKey: `local:${randomBytes(32).toString('base64')}`,
    };
    writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
}
