// Servers of a test run, as a process of their own: they stop when the process that started them goes away, whatever way it goes.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './stack/project.js';
import { startTemporaryServers } from './stack/temporary.js';
import { StackError } from './stack/types.js';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

// One folder of logs for each run; the last ones are kept.
const logs = inProject('test-output', 'logs');
mkdirSync(logs, { recursive: true });
for (const old of readdirSync(logs).sort().slice(0, -20)) rmSync(join(logs, old), { recursive: true, force: true });
const servers = startTemporaryServers({ logsDir: join(logs, new Date().toISOString().replaceAll(':', '')), say });

const end = async (code: number): Promise<never> => {
  await servers.stop();
  return process.exit(code);
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, () => void end(0));

try {
  const { addresses, died } = await servers.up;
  process.send?.(addresses);
  await died;
} catch (error) {
  say(error instanceof StackError ? error.message : String(error));
  await end(1);
}
