import { createServer } from 'node:net';
import { StackError, type Say } from './types.js';

export const loopback = '127.0.0.1';

/** The port plan of `npm start`: one small block, in the order of the table that it prints. */
export const plannedPorts = {
  api: 4600,
  mail: 4601,
  oidc: 4602,
  'temporal-ui': 4603,
  temporal: 4604,
  postgres: 4605,
  smtp: 4606,
} as const;

export type ServiceName = keyof typeof plannedPorts;
export type Ports = Record<ServiceName, number>;
export const serviceNames = Object.keys(plannedPorts) as ServiceName[];

/** A port that was free a moment ago; 0 asks the system for any. Undefined when `port` is taken. */
function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      else reject(error);
    });
    server.listen({ port, host: loopback, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}

export async function freePort(): Promise<number> {
  const port = await tryPort(0);
  if (port === undefined) throw new StackError('The system has no free port left on 127.0.0.1; close some programs and try again.');
  return port;
}

/** Any free port for each service: for tests. */
export async function anyPorts(): Promise<Ports> {
  const entries: [ServiceName, number][] = [];
  for (const name of serviceNames) {
    let port = await freePort();
    while (entries.some(([, taken]) => taken === port)) port = await freePort();
    entries.push([name, port]);
  }
  return Object.fromEntries(entries) as Ports;
}

/** Reads a port written by a person. @throws StackError naming the setting */
export function parsePort(text: string, setting: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) throw new StackError(`${setting} is “${text}”; give a port from 1 to 65535.`);
  return port;
}

/**
 * For each service the wanted port when it is free, else the next free one (and says so).
 * `insisted` names the services whose port a person asked for.
 */
export async function choosePorts(wanted: Ports, insisted: ReadonlySet<string>, say: Say): Promise<Ports> {
  const chosen: Partial<Ports> = {};
  const taken = new Set<number>();
  for (const name of serviceNames) {
    let port = wanted[name];
    // Those that others want stay theirs: one taken port moves one service.
    const others = new Set(serviceNames.filter((other) => other !== name).map((other) => wanted[other]));
    while (taken.has(port) || (port !== wanted[name] && others.has(port)) || (await tryPort(port)) === undefined) {
      port += 1;
      if (port > 65_535) throw new StackError(`No free port for ${name} from ${wanted[name]} upwards; choose another with --port-${name}.`);
    }
    if (port !== wanted[name]) {
      say(`Port ${wanted[name]} (${name}${insisted.has(name) ? ', as asked' : ''}) is taken by another program: using ${port}.`);
    }
    chosen[name] = port;
    taken.add(port);
  }
  return chosen as Ports;
}
