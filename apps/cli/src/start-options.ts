import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { stackSettings } from '../../../libs/config/src/environment.js';
import { parsePort, plannedPorts, serviceNames, type Ports } from './stack/ports.js';
import { inProject } from './stack/project.js';
import { StackError } from './stack/types.js';

export interface StartOptions {
  readonly fresh: boolean;
  readonly clock: 'real' | 'stepped';
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
  const clock = values['clock'] ?? 'real';
  if (clock !== 'real' && clock !== 'stepped') throw new StackError(`--clock is “${String(clock)}”; write real or stepped.`);
  const dataDir = resolve(settings.dataDir ?? inProject('.estampille', 'data'));
  const ports = { ...plannedPorts, ...rememberedPorts(dataDir) } as Ports;
  const insisted = new Set<string>();
  for (const name of serviceNames) {
    const wanted = values[`port-${name}`] ?? settings.ports[name];
    if (typeof wanted !== 'string') continue;
    ports[name] = parsePort(wanted, values[`port-${name}`] === undefined ? `The port of ${name}` : `--port-${name}`);
    insisted.add(name);
  }
  return { fresh: values['fresh'] === true, clock, dataDir, ports, insisted };
}

export const portsFile = (dataDir: string): string => join(dataDir, 'ports.json');

function rememberedPorts(dataDir: string): Partial<Ports> {
  try {
    return JSON.parse(readFileSync(portsFile(dataDir), 'utf8')) as Partial<Ports>;
  } catch {
    return {};
  }
}
