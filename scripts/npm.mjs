import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { Stop } from './say.mjs';

/** The file npm-cli.js of the npm that started us, or of the one on PATH: run by any Node, whatever npm's own shebang says. */
export function npmCli() {
  if (process.env.npm_execpath?.endsWith('npm-cli.js') && existsSync(process.env.npm_execpath)) return process.env.npm_execpath;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(folder, 'npm');
    if (!existsSync(file)) continue;
    for (const candidate of [realpathSync(file), join(dirname(file), 'node_modules', 'npm', 'bin', 'npm-cli.js')]) {
      if (candidate.endsWith('npm-cli.js') && existsSync(candidate)) return candidate;
    }
  }
  throw new Stop('npm was not found. Install Node.js 20 or later with npm (https://nodejs.org), and start again.');
}

/** What npm prints when it fails, without its noise. */
export const npmFailure = (output) =>
  output.split('\n').filter((line) => /error|ERR!/i.test(line) && !line.includes('A complete log')).slice(0, 8).join('\n');
