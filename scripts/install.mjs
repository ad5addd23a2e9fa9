import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { oneAtATime } from './build-lock.mjs';
import { npmCli, npmFailure } from './npm.mjs';
import { inProject, ownFolder } from './project.mjs';
import { say, Stop } from './say.mjs';
import { runStep } from './spawn.mjs';

/** Installs the packages of the lockfile unless they are there. Install scripts are off (.npmrc): nothing of ours needs one. */
export async function install(node) {
  if (!installed()) await oneAtATime(() => installed() || installNow(node));
}

/**
 * Whether node_modules is what the lockfile says, by the record that npm keeps in it. npm writes that record last: after an
 * interrupted install it is missing or tells of other versions.
 */
function installed() {
  const record = inProject('node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const present = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    const there = present[path];
    return path === '' || (there ? there.version === version : optional || devOptional);
  });
}

async function installNow(node) {
  say(existsSync(inProject('node_modules')) ? 'Installing packages: node_modules is not what the lockfile says…' : 'Installing packages from the lockfile…');
  const env = { ...process.env, PATH: `${dirname(node)}:${process.env.PATH ?? ''}`, NODE_ENV: '' };
  const args = [npmCli(), 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--include=dev', '--loglevel=error'];
  const result = await runStep('npm ci', node, args, { cwd: inProject(), env });
  if (!result.ok) {
    mkdirSync(ownFolder, { recursive: true });
    writeFileSync(join(ownFolder, 'npm-ci.log'), result.output);
    throw new Stop(`The packages could not be installed.\n${npmFailure(result.output)}\nCheck the network and the free space, then start again; everything npm said is in .estampille/npm-ci.log.`);
  }
  say('Packages installed.');
}
