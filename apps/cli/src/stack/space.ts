import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { prepare, SchemeError } from '../../../../libs/persistence/src/prepare.js';
import { startChild, type Child } from './child.js';
import { freePort, loopback } from './ports.js';
import { databaseUrl } from './postgres.js';
import { privateFolder } from './private-folder.js';
import { inProject } from './project.js';
import { runFolder } from './servers.js';
import { ensureNamespace } from './temporal.js';
import { StackError, type ServerAddresses } from './types.js';
import { waitFor } from './wait.js';

export interface SpaceOptions {
  /** Letters, digits and dashes; the Temporal namespace, and after `estampille_` the database. */
  readonly name: string;
  readonly clock?: { readonly mode: 'real' } | { readonly mode: 'stepped'; readonly start?: string } | { readonly mode: 'offset'; readonly offsetMs: number };
  readonly apiPort?: number;
  readonly schemesDir?: string;
  /** Another mail server than the stack's. */
  readonly smtpUrl?: string;
  readonly logLevel?: string;
}

/** A database, a Temporal namespace and a configuration of their own: one running Estampille among several on the same servers. */
export interface Space {
  readonly name: string;
  readonly servers: ServerAddresses;
  readonly databaseUrl: string;
  readonly apiUrl: string;
  readonly filesDir: string;
  /** Settings of api and worker, as in .env.example: `loadConfig(space.env)` gives the Config. */
  readonly env: Readonly<Record<string, string>>;
}

/** Makes what is missing of a space, migrates its database, and answers its addresses. Opening it again continues it. */
export async function openSpace(servers: ServerAddresses, options: SpaceOptions): Promise<Space> {
  const { name, clock = { mode: 'real' } } = options;
  if (!/^[a-z0-9][a-z0-9-]{0,40}$/.test(name)) throw new StackError(`“${name}” is no name for a space; use letters, digits and dashes.`);
  const database = name === 'estampille' ? name : `estampille_${name.replaceAll('-', '_')}`;
  await ensureDatabase(servers, database);
  const url = databaseUrl(servers.postgres, database);
  const schemesDir = options.schemesDir ?? inProject('schemes');
  await Promise.all([prepareOrSay({ databaseUrl: url, schemesDir, clock: { offsetMs: 0, ...clock } }), ensureNamespace(servers.temporal.address, name)]);
  const port = options.apiPort ?? (await freePort());
  const apiUrl = `http://${loopback}:${port}`;
  const filesDir = join(servers.dataDir, 'files', name);
  const credentialKeysDir = join(servers.dataDir, 'credential-keys', name);
  privateFolder(filesDir);
  const env = {
    ESTAMPILLE_DATABASE_URL: url,
    TEMPORAL_ADDRESS: servers.temporal.address,
    TEMPORAL_NAMESPACE: name,
    SMTP_URL: options.smtpUrl ?? servers.smtp.url,
    // Spaces that share a mail catcher are told apart by the sender.
    MAIL_FROM: `Estampille <label${name === 'estampille' ? '' : `+${name}`}@example.org>`,
    OIDC_ISSUER: servers.oidc.issuer,
    OIDC_CLIENT_ID: servers.oidc.clientId,
    OIDC_CLIENT_SECRET: servers.oidc.clientSecret,
    API_HOST: loopback,
    API_PORT: String(port),
    PUBLIC_URL: apiUrl,
    FILES_DIR: filesDir,
    CREDENTIAL_KEYS_DIR: credentialKeysDir,
    SCHEMES_DIR: schemesDir,
    SESSION_SECRET: servers.secrets.session,
    PAYLOAD_KEYS: servers.secrets.payloadKey,
    CLOCK_MODE: clock.mode,
    CLOCK_OFFSET_MS: String(clock.mode === 'offset' ? clock.offsetMs : 0),
    LOG_LEVEL: options.logLevel ?? 'info',
  };
  return { name, servers, databaseUrl: url, apiUrl, filesDir, env };
}

async function prepareOrSay(target: Parameters<typeof prepare>[0]): Promise<void> {
  try {
    await prepare(target);
  } catch (error) {
    if (error instanceof SchemeError) throw new StackError(`A scheme file cannot be used. Correct it, and start again.\n${error.message}`);
    const { message, cause } = error as Error;
    throw new StackError(
      `The database could not be brought to this version, and was left as it was: ${cause instanceof Error ? cause.message : message}. ` +
        'Go back to the version that wrote it, or, if its data may go, begin anew with npm start -- --fresh.',
    );
  }
}

async function ensureDatabase(servers: ServerAddresses, database: string): Promise<void> {
  const client = new Client(databaseUrl(servers.postgres, 'postgres'));
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database "${database}"`);
  } finally {
    await client.end();
  }
}

/** Starts the api of a space and waits until it answers. */
export async function startApi(space: Space): Promise<Child> {
  const child = startApp(space, 'api');
  const probe = async (): Promise<boolean> => (await fetch(`${space.apiUrl}/api/health`, { signal: AbortSignal.timeout(5000) })).ok;
  return waitOrStop(child, waitFor(`The api of ${space.name}`, probe, { seconds: 60, failed: child.died }));
}

/** Starts the worker of a space and waits until it says that it polls. */
export async function startWorker(space: Space): Promise<Child> {
  const child = startApp(space, 'worker');
  const ready = (): Promise<boolean> => Promise.resolve(child.output().includes('worker ready'));
  return waitOrStop(child, waitFor(`The worker of ${space.name}`, ready, { seconds: 90, failed: child.died }));
}

async function waitOrStop(child: Child, answers: Promise<void>): Promise<Child> {
  try {
    await answers;
    return child;
  } catch (error) {
    await child.stop();
    throw error;
  }
}

/** The same command as in docker-compose.yml, with the space's settings. */
function startApp(space: Space, app: 'api' | 'worker'): Child {
  const main = `dist/apps/${app}/src/main.js`;
  if (!existsSync(inProject(main))) throw new StackError(`${main} is missing; the build did not end. Start again.`);
  const leash = pathToFileURL(inProject('dist', 'apps', 'cli', 'src', 'stack', 'leash.js')).href;
  const spaceId = createHash('sha256').update(space.databaseUrl).digest('hex').slice(0, 6);
  return startChild({
    name: `${app}-${space.name}-${spaceId}`,
    command: process.execPath,
    args: [main],
    marker: main,
    logFile: join(space.servers.logsDir, `${app}-${space.name}.log`),
    runDir: runFolder(space.servers.dataDir),
    stopSignal: 'SIGTERM',
    graceMs: 20_000,
    cwd: inProject(),
    env: { ...space.env, TZ: 'UTC', NODE_OPTIONS: `--enable-source-maps --import ${leash}` },
    ipc: true,
  });
}
