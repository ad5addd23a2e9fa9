import { settingNames } from './config.js';

/** What `npm start`, `npm test` and friends take from the environment; flags of the command line win over these. */
export interface StackSettings {
  /** A Temporal server that already runs, host:port. */
  readonly temporalAddress?: string;
  /** The `temporal` command to use. */
  readonly temporalCliPath?: string;
  /** Folder of the data; default `.estampille/data` in the clone. */
  readonly dataDir?: string;
  /** PATH, for finding commands. */
  readonly path: string;
  /** Wanted ports by service name, from ESTAMPILLE_PORT_<NAME>; not checked yet. */
  readonly ports: Readonly<Record<string, string>>;
}

const portPrefix = 'ESTAMPILLE_PORT_';

export function stackSettings(env: Readonly<Record<string, string | undefined>> = process.env): StackSettings {
  const ports: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (name.startsWith(portPrefix) && value) ports[name.slice(portPrefix.length).toLowerCase().replaceAll('_', '-')] = value;
  }
  return {
    ...(env['TEMPORAL_ADDRESS'] ? { temporalAddress: env['TEMPORAL_ADDRESS'] } : {}),
    ...(env['TEMPORAL_CLI_PATH'] ? { temporalCliPath: env['TEMPORAL_CLI_PATH'] } : {}),
    ...(env['ESTAMPILLE_DATA_DIR'] ? { dataDir: env['ESTAMPILLE_DATA_DIR'] } : {}),
    path: env['PATH'] ?? '',
    ports,
  };
}

/** The environment for a child process: ours without the application's settings, which the caller gives explicitly. */
export function inheritedEnvironment(env: Readonly<Record<string, string | undefined>> = process.env): Record<string, string> {
  const dropped = new Set<string>([...settingNames, 'NODE_OPTIONS', 'ESTAMPILLE_TEST_STACK']);
  const kept = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined && !dropped.has(entry[0]));
  return Object.fromEntries(kept);
}

/** The database that somebody named for a program of the terminal; undefined for that of `npm start`. */
export function namedDatabase(env: Readonly<Record<string, string | undefined>> = process.env): string | undefined {
  return env['ESTAMPILLE_DATABASE_URL'] || undefined;
}

/** Addresses of the servers that the test run started (JSON), when there is one. */
export function testStack(env: Readonly<Record<string, string | undefined>> = process.env): string | undefined {
  return env['ESTAMPILLE_TEST_STACK'];
}
