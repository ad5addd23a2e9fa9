// `npm start`: everything on this machine, until Ctrl-C.
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { stackSettings } from '../../../libs/config/src/environment.js';
import { loadDemo } from './demo.js';
import { ensureDemoPeople, type DemoTokens } from './demo-people.js';
import { clockOf, rememberStart, startOptions, usage, type StartOptions } from './start-options.js';
import { summary } from './start-summary.js';
import type { Child } from './stack/child.js';
import { lockFolder } from './stack/folder-lock.js';
import { choosePorts } from './stack/ports.js';
import { postgresHome } from './stack/postgres.js';
import { endLeftovers } from './stack/processes.js';
import { runFolder, startServers } from './stack/servers.js';
import { openSpace, startApi, startWorker, type Space } from './stack/space.js';
import { StackError } from './stack/types.js';

/** On a slow machine the demonstration goes on being loaded while people look around. */
const demoPatienceMs = 5000;

const say = (line: string): void => console.log(line);

const nothingLost = 'Stopped. Nothing is lost: what was recorded is kept, and npm start goes on from there.';

/** Stops what was started, newest first. */
const stops: (() => Promise<void>)[] = [];
let ending: Promise<never> | undefined;

/** Ends everything and the process, with a last word; safe to call twice, and in the middle of a start. */
function end(code: number, dataDir: string, lastWord = 'Stopped.'): Promise<never> {
  ending ??= (async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
    await endLeftovers(runFolder(dataDir), () => undefined).catch(() => undefined);
    say(lastWord);
    return process.exit(code);
  })();
  return ending;
}

/** Deletes the data, after making sure that nothing runs on it. */
async function forget(dataDir: string): Promise<void> {
  const release = lockFolder(dataDir);
  say('Beginning anew: the data of earlier starts is deleted.');
  await endLeftovers(runFolder(dataDir), say);
  try {
    rmSync(postgresHome(dataDir), { recursive: true, force: true });
  } catch (error) {
    // A copied data folder: the database belongs to the original.
    if (!(error instanceof StackError)) throw error;
  }
  for (const name of readdirSync(dataDir)) if (name !== 'lock') rmSync(join(dataDir, name), { recursive: true, force: true });
  release();
}

async function start(options: StartOptions): Promise<{ space: Space; tokens: DemoTokens; died: Promise<never> }> {
  const { dataDir } = options;
  if (options.fresh) await forget(dataDir);
  // Before ports are looked for: another start on this folder has them, and has to be named.
  const release = lockFolder(dataDir);
  await endLeftovers(runFolder(dataDir), say);
  const ports = await choosePorts(options.ports, options.insisted, say);
  const clock = clockOf(options);
  rememberStart(dataDir, { ports, clock });
  release();
  const servers = await startServers({ ...stackSettings(), dataDir, logsDir: join(dataDir, 'logs'), ports, say, ui: true, durable: true });
  stops.push(servers.stop);
  say('Preparing the database…');
  const space = await openSpace(servers.addresses, { name: 'estampille', apiPort: ports.api, clock: { mode: clock } });
  const tokens = await ensureDemoPeople(space);
  writeFileSync(join(dataDir, 'tokens.json'), JSON.stringify(tokens, null, 2), { mode: 0o600 });
  const apps: Child[] = [];
  for (const [name, launch] of [['worker', startWorker], ['api', startApi]] as const) {
    say(`Starting the ${name}…`);
    const child = await launch(space);
    stops.push(child.stop);
    apps.push(child);
  }
  // Once: what people then make of it is theirs.
  const loaded = join(dataDir, 'demonstration-loaded');
  if (!existsSync(loaded)) {
    say('Loading the demonstration…');
    const loading = demonstrate(space, tokens).then(() => writeFileSync(loaded, ''), sayIncomplete);
    await Promise.race([loading, pause(demoPatienceMs, undefined, { ref: false })]);
  }
  return { space, tokens, died: Promise.race([servers.died, ...apps.map((child) => child.died)]) };
}

async function demonstrate(space: Space, tokens: DemoTokens): Promise<void> {
  const began = Date.now();
  await loadDemo(space.apiUrl, tokens);
  if (Date.now() - began > demoPatienceMs) say('The demonstration is complete.');
}

/** A changed scheme, say: no reason not to run. The next start goes on from there. */
function sayIncomplete(error: Error): void {
  if (ending === undefined) say(`The demonstration is not complete: ${error.message}`);
}

async function run(options: StartOptions): Promise<void> {
  const stopAsked = (): void => {
    if (ending === undefined) say('\nStopping…');
    void end(0, options.dataDir);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, stopAsked);
  // The channel to the start-up script tells us when it dies; it must not keep us alive.
  process.channel?.unref();
  let complete = false;
  try {
    const { space, tokens, died } = await start(options);
    complete = true;
    say(summary(space, tokens));
    await died;
  } catch (error) {
    if (ending !== undefined) return;
    complain(error);
    if (stops.length > 0) console.error('\nStopping everything.');
    // When another process has the folder, its children are not ours to end.
    await (stops.length === 0 ? process.exit(1) : end(1, options.dataDir, complete ? nothingLost : 'Stopped.'));
  }
}

function complain(error: unknown): void {
  console.error(`\n${error instanceof StackError ? error.message : ((error as Error).stack ?? String(error))}`);
}

try {
  const options = startOptions(process.argv.slice(2));
  if (options === 'help') say(usage);
  else await run(options);
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
