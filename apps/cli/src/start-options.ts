import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { stackSettings } from '../../../libs/config/src/environment.js';
import { parsePort, plannedPorts, serviceNames, type Ports } from './stack/ports.js';
import { inProject } from './stack/project.js';
import { StackError } from './stack/types.js';

export type ClockChoice = 'real' | 'stepped';

export interface StartOptions {
  readonly fresh: boolean;
  /** What was asked for; nothing asked, nothing here. */
  readonly clock?: ClockChoice;
  readonly dataDir: string;
  readonly ports: Ports;
  /** Services whose port somebody asked for. */
  readonly insisted: ReadonlySet<string>;
}

export const usage = `npm start -- [options]
  --fresh           forget everything and begin anew
  --clock stepped   time stands still until it is moved (rehearsals); default: real
  --port-<name> N   another port: ${serviceNames.map((name) => `${name} ${plannedPorts[name]}`).join(', ')}
Settings: ESTAMPILLE_PORT_<NAME>, ESTAMPILLE_DATA_DIR, TEMPORAL_ADDRESS, TEMPORAL_CLI_PATH.`;

/** Reads the command line of `npm start`; a flag wins over the environment, which wins over the ports of the last start. */
export function startOptions(args: readonly string[]): StartOptions | 'help' {
  const settings = stackSettings();
  const options = Object.fromEntries(serviceNames.map((name) => [`port-${name}`, { type: 'string' as const }]));
  let values: Record<string, string | boolean | undefined>;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: { fresh: { type: 'boolean' }, help: { type: 'boolean', short: 'h' }, clock: { type: 'string' }, ...options },
    }));
  } catch (error) {
    throw new StackError(`${(error as Error).message}\n\n${usage}`);
  }
  if (values['help'] === true) return 'help';
  const { clock } = values;
  if (clock !== undefined && clock !== 'real' && clock !== 'stepped') throw new StackError(`--clock is “${String(clock)}”; write real or stepped.`);
  const dataDir = resolve(settings.dataDir ?? inProject('.estampille', 'data'));
  const ports = { ...plannedPorts, ...lastStart(dataDir).ports };
  const insisted = new Set<string>();
  for (const name of serviceNames) {
    const wanted = values[`port-${name}`] ?? settings.ports[name];
    if (typeof wanted !== 'string') continue;
    ports[name] = parsePort(wanted, values[`port-${name}`] === undefined ? `The port of ${name}` : `--port-${name}`);
    insisted.add(name);
  }
  return { fresh: values['fresh'] === true, ...(clock === undefined ? {} : { clock }), dataDir, ports, insisted };
}

/** What a data folder remembers of its last start. */
export interface LastStart {
  readonly ports?: Partial<Ports>;
  readonly clock?: ClockChoice;
}

const fileOf = (dataDir: string): string => join(dataDir, 'start.json');

export function lastStart(dataDir: string): LastStart {
  try {
    return JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as LastStart;
  } catch {
    return {};
  }
}

export function rememberStart(dataDir: string, start: Required<LastStart>): void {
  writeFileSync(fileOf(dataDir), JSON.stringify(start));
}

/**
 * The clock of this start: the one that the data began with, else the one asked for, else the real one.
 * @throws StackError when another one is asked for: files that run under one clock cannot go on under another
 */
export function clockOf(options: StartOptions): ClockChoice {
  const { clock: before } = lastStart(options.dataDir);
  if (before !== undefined && options.clock !== undefined && before !== options.clock) {
    throw new StackError(`The data in ${options.dataDir} began with the ${before} clock. Start without --clock, or begin anew with npm start -- --fresh --clock ${options.clock}.`);
  }
  return before ?? options.clock ?? 'real';
}
