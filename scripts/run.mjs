// What every command goes through: `node scripts/run.mjs <command> [arguments]`. Needs Node 20 or later with npm, and nothing installed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname } from 'node:path';
import { inProject, root } from './project.mjs';
import { say, Stop } from './say.mjs';

const [command = 'start', ...args] = process.argv.slice(2);

async function main() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Stop(`This Node is ${process.versions.node}. Install Node.js 20 or later (https://nodejs.org), and start again.`);
  }
  const { findNode24 } = await import('./node24.mjs');
  const { install } = await import('./install.mjs');
  const { build } = await import('./build.mjs');
  const node = await findNode24();
  await install(node);
  await build(node);
  const compiled = [`${command}.js`, `${command}/main.js`].map((file) => inProject('dist', 'apps', 'cli', 'src', ...file.split('/')));
  const program = compiled.find((file) => existsSync(file));
  if (program === undefined) throw new Stop(`There is no command “${command}”. README.md lists them.`);
  process.exitCode = await run(node, program);
}

/**
 * Runs the program with our terminal, and waits until it has cleaned up. A Ctrl-C reaches it and us, `kill -INT` only us: by closing the
 * channel we say the same again, which the program takes as one wish. A second one insists.
 */
function run(node, program) {
  const env = { ...process.env, PATH: `${dirname(node)}:${process.env.PATH ?? ''}`, NODE_OPTIONS: '--enable-source-maps', TZ: 'UTC' };
  const child = spawn(node, [program, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env, cwd: root });
  process.on('SIGINT', () => (child.connected ? child.disconnect() : child.kill('SIGTERM')));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

main().catch((error) => {
  say(error instanceof Stop ? `\n${error.message}` : (error.stack ?? String(error)));
  process.exit(1);
});
