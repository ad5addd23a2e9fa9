import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { oneAtATime } from './build-lock.mjs';
import { npmCli, npmFailure } from './npm.mjs';
import { inProject, ownFolder } from './project.mjs';
import { say, Stop } from './say.mjs';
import { runStep } from './spawn.mjs';

// Beside the packages, so that deleting node_modules forgets it too; written last, so that an interrupted install is done again.
const stamp = inProject('node_modules', '.estampille-installed');

/** Installs the packages of the lockfile unless they are there. Install scripts are off (.npmrc): nothing of ours needs one. */
export async function install(node) {
  const lock = createHash('sha256').update(readFileSync(inProject('package-lock.json'))).digest('hex');
  const wanted = `${lock} ${process.platform}-${process.arch}`;
  const done = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (!done()) await oneAtATime(() => done() || installNow(node, wanted));
}

async function installNow(node, wanted) {
  say(existsSync(inProject('node_modules')) ? 'Installing packages: node_modules is not what the lockfile says…' : 'Installing packages from the lockfile…');
  rmSync(stamp, { force: true });
  const env = { ...process.env, PATH: `${dirname(node)}:${process.env.PATH ?? ''}`, NODE_ENV: '' };
  const args = [npmCli(), 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--include=dev', '--loglevel=error'];
  const result = await runStep('npm ci', node, args, { cwd: inProject(), env });
  if (!result.ok) {
    mkdirSync(ownFolder, { recursive: true });
    writeFileSync(join(ownFolder, 'npm-ci.log'), result.output);
    throw new Stop(`The packages could not be installed.\n${npmFailure(result.output)}\nCheck the network and the free space, then start again; everything npm said is in .estampille/npm-ci.log.`);
  }
  writeFileSync(stamp, wanted);
  say('Packages installed.');
}
