import { spawn } from 'node:child_process';
import { closeSync, fstatSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inheritedEnvironment } from '../../../../libs/config/src/environment.js';
import { noteProcess } from './processes.js';
import { StackError } from './types.js';

export interface ChildSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** A part of the command line that no other process has. */
  readonly marker: string;
  readonly logFile: string;
  /** Folder of the notes about running children. */
  readonly runDir: string;
  readonly stopSignal: 'SIGINT' | 'SIGTERM';
  readonly graceMs: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly uid?: number;
  readonly gid?: number;
  /** Opens a channel by which the child notices that we died. */
  readonly ipc?: boolean;
}

export interface Child {
  readonly name: string;
  readonly pid: number;
  readonly logFile: string;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<string>;
  /** What it wrote since it was started. */
  output(): string;
  /** Rejects when the process ends without having been asked to; never resolves. */
  readonly died: Promise<never>;
  /** Asks it to stop and waits; kills it after the grace period. */
  stop(): Promise<void>;
  /** SIGKILL, as a crash. */
  kill(): Promise<void>;
}

/** The last lines of a log file. */
export function lastLines(file: string, count: number): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
  } catch {
    return '';
  }
}

/** Starts a process in its own process group (a Ctrl-C reaches only us, so that children stop in order), output to a log file. */
export function startChild(spec: ChildSpec): Child {
  mkdirSync(dirname(spec.logFile), { recursive: true });
  const log = openSync(spec.logFile, 'a', 0o600);
  // What it writes (Temporal's file, attachments) is for nobody else on this machine.
  const before = process.umask(0o077);
  const child = spawn(spec.command, spec.args, {
    stdio: ['ignore', log, log, ...(spec.ipc ? (['ipc'] as const) : [])],
    env: { ...inheritedEnvironment(), ...spec.env },
    detached: true,
    ...(spec.cwd === undefined ? {} : { cwd: spec.cwd }),
    ...(spec.uid === undefined ? {} : { uid: spec.uid }),
    ...(spec.gid === undefined ? {} : { gid: spec.gid }),
  });
  process.umask(before);
  const from = fstatSync(log).size;
  closeSync(log);
  const output = (): string => readFileSync(spec.logFile).subarray(from).toString();
  let asked = false;
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const died = ended.then((how) => {
    if (asked) return new Promise<never>(() => undefined);
    throw new StackError(`${spec.name} ended by itself (${how}). Last lines of ${spec.logFile}:\n${lastLines(spec.logFile, 15)}`);
  });
  died.catch(() => undefined);
  const pid = child.pid;
  if (pid === undefined) return { name: spec.name, pid: 0, logFile: spec.logFile, ended, output, died, stop: noop, kill: noop };
  const forget = noteProcess(spec.runDir, spec.name, { pid, marker: spec.marker, stopSignal: spec.stopSignal });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    asked = true;
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      const timer = setTimeout(() => child.kill('SIGKILL'), spec.graceMs);
      await ended;
      clearTimeout(timer);
    }
    forget();
  };
  return { name: spec.name, pid, logFile: spec.logFile, ended, output, died, stop: () => end(spec.stopSignal), kill: () => end('SIGKILL') };
}

const noop = (): Promise<void> => Promise.resolve();
