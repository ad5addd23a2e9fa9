import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stackSettings } from '../../../../libs/config/src/environment.js';
import { anyPorts } from './ports.js';
import { postgresHome } from './postgres.js';
import { startServers, type Servers } from './servers.js';
import type { Say } from './types.js';

export interface TemporaryServers {
  /** The servers, when they are up; asked for before, it waits. */
  readonly up: Promise<Servers>;
  /** Stops them, even in the middle of their start, and deletes their data; safe to call twice. */
  stop(): Promise<void>;
}

/** Servers on free ports and in a folder of their own, which goes away with them: for tests and rehearsals. */
export function startTemporaryServers(options: { logsDir: string; say: Say; ui?: boolean }): TemporaryServers {
  const dataDir = mkdtempSync(join(tmpdir(), 'estampille-test-'));
  const { logsDir, say, ui = false } = options;
  const up = anyPorts().then((ports) => startServers({ ...stackSettings(), dataDir, logsDir, ports, say, ui, durable: false }));
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    // A start that failed has cleaned up after itself.
    await up.then((servers) => servers.stop(), () => undefined);
    for (const folder of new Set([postgresHome(dataDir), dataDir])) rmSync(folder, { recursive: true, force: true });
  };
  return { up, stop: () => (stopping ??= stop()) };
}
