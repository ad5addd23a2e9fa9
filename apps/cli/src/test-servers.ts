// Servers of a test run, as a process of their own: they stop when the process that started them goes away, whatever way it goes.
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stackSettings } from '../../../libs/config/src/environment.js';
import { anyPorts } from './stack/ports.js';
import { postgresHome } from './stack/postgres.js';
import { inProject } from './stack/project.js';
import { startServers, type Servers } from './stack/servers.js';
import { StackError } from './stack/types.js';

const dataDir = mkdtempSync(join(tmpdir(), 'estampille-test-'));
chmodSync(dataDir, 0o755);
// One folder of logs for each run; the last ones are kept.
const logs = inProject('test-output', 'logs');
mkdirSync(logs, { recursive: true });
for (const old of readdirSync(logs).sort().slice(0, -20)) rmSync(join(logs, old), { recursive: true, force: true });
const logsDir = join(logs, new Date().toISOString().replaceAll(':', ''));

let servers: Servers | undefined;
let ending: Promise<void> | undefined;

function end(code: number): Promise<void> {
  ending ??= (async () => {
    await servers?.stop();
    for (const folder of new Set([postgresHome(dataDir), dataDir])) rmSync(folder, { recursive: true, force: true });
    process.exit(code);
  })();
  return ending;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, () => void end(0));

try {
  servers = await startServers({
    ...stackSettings(),
    dataDir,
    logsDir,
    ports: await anyPorts(),
    say: (line) => process.stderr.write(`${line}\n`),
    ui: false,
    durable: false,
  });
  process.send?.(servers.addresses);
  await servers.died;
} catch (error) {
  process.stderr.write(`${error instanceof StackError ? error.message : String(error)}\n`);
  await end(1);
}
