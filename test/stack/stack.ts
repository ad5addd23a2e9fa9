import { randomBytes } from 'node:crypto';
import { testStack } from '../../libs/config/src/environment.js';
import type { Child } from '../../apps/cli/src/stack/child.js';
import type { CaughtMail } from '../../apps/cli/src/stack/mail-store.js';
import { openSpace, startApi, startWorker, type Space, type SpaceOptions } from '../../apps/cli/src/stack/space.js';
import type { ServerAddresses } from '../../apps/cli/src/stack/types.js';

/** The servers of this test run. */
export function servers(): ServerAddresses {
  const json = testStack();
  if (json === undefined) throw new Error('These tests need the servers: run them as the Jest project “system”.');
  return JSON.parse(json) as ServerAddresses;
}

/** A fresh database and namespace for one test file; stepped clock unless told. `name` only makes logs readable. */
export function freshSpace(name: string, options: Omit<SpaceOptions, 'name'> = {}): Promise<Space> {
  const unique = `${name}-${randomBytes(3).toString('hex')}`;
  return openSpace(servers(), { clock: { mode: 'stepped' }, logLevel: 'warn', ...options, name: unique });
}

/** A space with its api and worker running. Stop it in afterAll. */
export interface RunningSpace extends Space {
  api: Child;
  worker: Child;
  stop(): Promise<void>;
}

/** Starts api and worker on a fresh space; both can be killed and put back: `it.worker = await startWorker(it)`. */
export async function runningSpace(name: string, options: Omit<SpaceOptions, 'name'> = {}): Promise<RunningSpace> {
  const space = await freshSpace(name, options);
  const [api, worker] = await Promise.all([startApi(space), startWorker(space)]);
  const running: RunningSpace = {
    ...space,
    api,
    worker,
    stop: async () => {
      await Promise.all([running.api.stop(), running.worker.stop()]);
    },
  };
  return running;
}

/** Mails caught so far, oldest first. The catcher is shared: use addresses of your own test. */
export async function mails(query: { to?: string; since?: string } = {}): Promise<CaughtMail[]> {
  const response = await fetch(`${servers().smtp.pageUrl}/api/messages?${new URLSearchParams(query).toString()}`);
  return (await response.json()) as CaughtMail[];
}
