import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** A folder outside the clone that an unprivileged user can reach, whatever the rights on the clone. */
export function reachableFolder(name: string): string {
  for (const base of bases) {
    try {
      mkdirSync(join(base, name), { recursive: true, mode: 0o755 });
      accessSync(join(base, name), constants.W_OK);
      return join(base, name);
    } catch {
      // The next one.
    }
  }
  throw new StackError(`Neither ${bases.join(' nor ')} can be written. As root, PostgreSQL’s data must lie outside the clone: make one of them writable, or start as an ordinary user.`);
}

const bases = ['/var/lib/estampille', '/var/tmp/estampille'];

/**
 * The reachable folder that belongs to one data folder, by an id that lies in it: a clone that is moved finds it again.
 * What an emptied data folder at the same place had before is deleted.
 * @throws StackError when the data folder is a copy of another one, which still has it
 */
export function reachableHome(dataDir: string): string {
  const idFile = join(dataDir, 'id');
  if (!existsSync(idFile)) {
    for (const home of homes()) if (ownerOf(home) === dataDir) rmSync(home, { recursive: true, force: true });
    writeFileSync(idFile, randomBytes(8).toString('hex'));
  }
  const id = readFileSync(idFile, 'utf8');
  const home = reachableFolder(id);
  const owner = ownerOf(home);
  if (owner !== undefined && owner !== dataDir && existsSync(join(owner, 'id')) && readFileSync(join(owner, 'id'), 'utf8') === id) {
    throw new StackError(`${dataDir} is a copy of ${owner}, and both would use the same database. Begin anew here with npm start -- --fresh.`);
  }
  writeFileSync(join(home, 'owner'), dataDir);
  return home;
}

function homes(): string[] {
  return bases.filter((base) => existsSync(base)).flatMap((base) => readdirSync(base).map((name) => join(base, name)));
}

function ownerOf(home: string): string | undefined {
  const file = join(home, 'owner');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
