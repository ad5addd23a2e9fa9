// Run by Jest before the system tests, outside its module system: Node built-ins only.
import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

declare global {
  var estampilleTestServers: ChildProcess | undefined;
}

/** Builds what is out of date and starts the servers once for the whole run; tests read their addresses from the environment. */
export default async function globalSetup(): Promise<void> {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
  const servers = fork('dist/apps/cli/src/test-servers.js', { execArgv: [], detached: true });
  globalThis.estampilleTestServers = servers;
  const addresses = await Promise.race([
    once(servers, 'message').then(([message]: unknown[]) => message),
    once(servers, 'exit').then(() => {
      throw new Error('The servers of the tests did not start; the reason is above.');
    }),
  ]);
  process.env['ESTAMPILLE_TEST_STACK'] = JSON.stringify(addresses);
}
