import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Say } from './types.js';

/** The command line of a live process; undefined when there is none with this id. */
export function commandLine(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    try {
      return execFileSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    } catch {
      return undefined;
    }
  }
}

/** Whether `pid` is alive and its command line holds `marker`: process ids are reused, so the id alone proves nothing. */
export function isRunning(pid: number, marker: string): boolean {
  return commandLine(pid)?.includes(marker) ?? false;
}

/** Sends `signal`, waits, then SIGKILL. Done when the process is gone. */
export async function endProcess(pid: number, marker: string, signal: NodeJS.Signals, graceMs: number): Promise<void> {
  const send = (what: NodeJS.Signals): void => {
    try {
      process.kill(pid, what);
    } catch {
      // Already gone.
    }
  };
  send(signal);
  const deadline = Date.now() + graceMs;
  while (isRunning(pid, marker)) {
    if (Date.now() > deadline) send('SIGKILL');
    await delay(30);
  }
}

interface Record {
  readonly pid: number;
  readonly marker: string;
  readonly stopSignal: NodeJS.Signals;
}

/** Notes a child in `folder`, so that a later start can end it if we were killed before we could. */
export function noteProcess(folder: string, name: string, record: Record): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(record));
  return () => rmSync(file, { force: true });
}

/** Ends what a killed earlier run left behind. */
export async function endLeftovers(folder: string, say: Say): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    const record = JSON.parse(readFileSync(file, 'utf8')) as Record;
    if (isRunning(record.pid, record.marker)) {
      say(`Ending ${name.replace('.json', '')} (process ${record.pid}), left by an earlier start that was killed.`);
      await endProcess(record.pid, record.marker, record.stopSignal, 15_000);
    }
    rmSync(file, { force: true });
  }
}
