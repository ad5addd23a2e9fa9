import { once } from 'node:events';

/** Stops the servers of the run and waits for them. */
export default async function globalTeardown(): Promise<void> {
  const servers = globalThis.estampilleTestServers;
  if (servers === undefined || servers.exitCode !== null) return;
  const gone = once(servers, 'exit');
  servers.kill('SIGTERM');
  await gone;
}
