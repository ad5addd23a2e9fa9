import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { inheritedEnvironment } from '../../../../libs/config/src/environment.js';
import { startChild, type Child } from './child.js';
import { loopback } from './ports.js';
import { postgresPrograms } from './postgres-binary.js';
import { endProcess, isRunning } from './processes.js';
import { StackError } from './types.js';
import { postgresUser, reachableFolder, reachableHome, type User } from './unprivileged.js';
import { waitFor } from './wait.js';

export const postgresRole = 'estampille';

export interface PostgresOptions {
  readonly dataDir: string;
  readonly toolsDir: string;
  readonly logsDir: string;
  readonly runDir: string;
  readonly port: number;
  readonly password: string;
  /** False for tests: what a power cut would lose is of no interest there. */
  readonly durable: boolean;
}

/** Where PostgreSQL keeps its files for a data folder: inside it, or outside when we are root. */
export function postgresHome(dataDir: string): string {
  return postgresUser() === undefined ? join(dataDir, 'postgres') : reachableHome(dataDir);
}

/** Starts PostgreSQL on its own data folder (made when missing) and waits until it answers. */
export async function startPostgres(options: PostgresOptions): Promise<Child> {
  const user = postgresUser();
  const home = postgresHome(options.dataDir);
  mkdirSync(home, { recursive: true });
  const programs = postgresPrograms(user === undefined ? options.toolsDir : reachableFolder('programs'));
  const data = join(home, 'data');
  if (!existsSync(join(data, 'PG_VERSION'))) initialise({ programs, home, data, user, password: options.password });
  await clearStaleLock(data);
  const settings: Record<string, string> = {
    listen_addresses: loopback,
    port: String(options.port),
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(options.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const child = startChild({
    name: 'postgres',
    command: join(programs, 'bin', 'postgres'),
    args: ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    marker: data,
    logFile: join(options.logsDir, 'postgres.log'),
    runDir: options.runDir,
    // A "fast" shutdown: ends the sessions, writes a checkpoint.
    stopSignal: 'SIGINT',
    graceMs: 30_000,
    cwd: home,
    env: libraries(programs),
    ...(user === undefined ? {} : { uid: user.uid, gid: user.gid }),
  });
  const probe = async (): Promise<boolean> => {
    const client = new Client(databaseUrl(options, 'postgres'));
    try {
      await client.connect();
      return true;
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  try {
    await waitFor('PostgreSQL', probe, { seconds: 60, failed: child.died });
  } catch (error) {
    await child.stop();
    throw error;
  }
  return child;
}

/** Connection string of a database on our server. */
export function databaseUrl(server: { port: number; password: string }, database: string): string {
  return `postgresql://${postgresRole}:${server.password}@${loopback}:${server.port}/${database}`;
}

/** The programs look for their libraries beside them; some builds need to be told. */
function libraries(programs: string): Record<string, string> {
  const name = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH';
  return { [name]: join(programs, 'lib') };
}

function initialise(at: { programs: string; home: string; data: string; user: User | undefined; password: string }): void {
  // Made aside and renamed: an interrupted first start leaves nothing that looks finished.
  const fresh = join(at.home, 'data.partial');
  rmSync(fresh, { recursive: true, force: true });
  const passwordFile = join(at.home, 'password');
  writeFileSync(passwordFile, at.password, { mode: 0o600 });
  mkdirSync(fresh, { mode: 0o700 });
  chmodSync(fresh, 0o700);
  if (at.user !== undefined) for (const path of [fresh, passwordFile]) chownSync(path, at.user.uid, at.user.gid);
  const result = spawnSync(
    join(at.programs, 'bin', 'initdb'),
    ['-D', fresh, '-U', postgresRole, '--pwfile', passwordFile, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-sync'],
    {
      cwd: at.home,
      encoding: 'utf8',
      env: { ...inheritedEnvironment(), ...libraries(at.programs) },
      ...(at.user === undefined ? {} : { uid: at.user.uid, gid: at.user.gid }),
    },
  );
  rmSync(passwordFile, { force: true });
  if (result.status !== 0) {
    throw new StackError(`PostgreSQL could not prepare its data folder ${at.data}:\n${result.error?.message ?? ''}${result.stdout}${result.stderr}`);
  }
  renameSync(fresh, at.data);
}

/** After a kill or a restart of the machine: ends a server that was left on this folder, and removes the lock of one that is gone. */
async function clearStaleLock(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (pid > 0 && isRunning(pid, data)) await endProcess(pid, data, 'SIGINT', 15_000);
  rmSync(file, { force: true });
}
