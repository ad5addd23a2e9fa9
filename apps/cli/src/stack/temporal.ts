import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { startChild, type Child } from './child.js';
import { loopback } from './ports.js';
import { waitFor } from './wait.js';

export interface TemporalOptions {
  readonly binary: string;
  readonly dataDir: string;
  readonly logsDir: string;
  readonly runDir: string;
  readonly port: number;
  /** Port of the web UI; none, no UI. */
  readonly uiPort?: number;
}

/** Starts the development server on its own file and waits until it answers. */
export async function startTemporal(options: TemporalOptions): Promise<Child> {
  const file = join(options.dataDir, 'temporal.db');
  // An earlier version left it readable for everybody.
  if (existsSync(file)) chmodSync(file, 0o600);
  const child = startChild({
    name: 'temporal',
    command: options.binary,
    args: [
      'server', 'start-dev',
      '--ip', loopback, '--port', String(options.port),
      ...(options.uiPort === undefined ? ['--headless'] : ['--ui-port', String(options.uiPort)]),
      '--db-filename', file,
      // As fast as in memory. A killed process loses nothing; a power cut can lose the last commits, which the record step heals.
      '--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL',
      '--log-level', 'warn',
    ],
    marker: file,
    logFile: join(options.logsDir, 'temporal.log'),
    runDir: options.runDir,
    stopSignal: 'SIGTERM',
    graceMs: 10_000,
  });
  try {
    await waitForTemporal(`${loopback}:${options.port}`, child.died);
  } catch (error) {
    await child.stop();
    throw error;
  }
  return child;
}

/** Waits until the server at `address` is serving. */
export async function waitForTemporal(address: string, died?: Promise<never>): Promise<void> {
  const probe = async (): Promise<boolean> => {
    const connection = await Connection.connect({ address, connectTimeout: 2000 });
    await connection.close();
    return true;
  };
  await waitFor(`The Temporal server at ${address}`, probe, { seconds: 60, ...(died === undefined ? {} : { failed: died }) });
}

const alreadyExists = 6;

/** Makes sure that a namespace exists and can be used. Closed histories are kept for `retentionDays`. */
export async function ensureNamespace(address: string, namespace: string, retentionDays = 90): Promise<void> {
  const connection = await Connection.connect({ address });
  try {
    await connection.workflowService
      .registerNamespace({ namespace, workflowExecutionRetentionPeriod: { seconds: retentionDays * 86_400 as never } })
      .catch((error: { code?: number }) => {
        if (error.code !== alreadyExists) throw error;
      });
    // The server's caches learn of a new namespace a moment later than its registration says.
    const probe = async (): Promise<boolean> => {
      await connection.workflowService.listWorkflowExecutions({ namespace, pageSize: 1 });
      return true;
    };
    await waitFor(`The Temporal namespace ${namespace}`, probe, { seconds: 30 });
  } finally {
    await connection.close();
  }
}
