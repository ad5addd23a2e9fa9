import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { StackError } from './types.js';

export interface User {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: the user that it runs as instead. Undefined when we aren't root. */
export function postgresUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string): number => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
      return { name, uid: id('-u'), gid: id('-g') };
    } catch {
      // The next one.
    }
  }
  throw new StackError('PostgreSQL cannot run as root, and there is neither a user “postgres” nor “nobody” here. Create one (useradd --system postgres), or start as an ordinary user.');
}

/**
 * A folder outside the clone where an unprivileged user can reach its files, whatever the rights on the clone.
 * One per `owner` path, so that two clones (or test runs) do not meet.
 */
export function reachableFolder(owner: string): string {
  const id = createHash('sha256').update(owner).digest('hex').slice(0, 16);
  for (const base of ['/var/lib/estampille', '/var/tmp/estampille']) {
    try {
      mkdirSync(join(base, id), { recursive: true, mode: 0o755 });
      accessSync(join(base, id), constants.W_OK);
      return join(base, id);
    } catch {
      // The next one.
    }
  }
  throw new StackError('Neither /var/lib/estampille nor /var/tmp/estampille can be written. As root, PostgreSQL’s data must lie outside the clone: make one of them writable, or start as an ordinary user.');
}
