import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmCli, npmFailure } from './npm.mjs';
import { ownFolder } from './project.mjs';
import { say, Stop } from './say.mjs';
import { runStep } from './spawn.mjs';

const version = '24.21.0';
const wantedMajor = 24;

/** Node 24: the one that runs us, or a copy in the clone's tool folder, installed from npm when missing. */
export async function findNode24() {
  if (Number(process.versions.node.split('.')[0]) === wantedMajor) return process.execPath;
  const folder = join(ownFolder, 'tools', `node-${version}`);
  const { name, file } = packageHere();
  const node = join(folder, 'node_modules', name, file);
  if (existsSync(node)) return node;

  say(`Installing Node ${version} beside the project (this machine runs ${process.versions.node})…`);
  const partial = `${folder}.partial-${process.pid}`;
  try {
    mkdirSync(partial, { recursive: true });
  } catch (error) {
    throw new Stop(`${ownFolder} cannot be written (${error.message}). Make the clone yours (chown), or clone it where you may write.`);
  }
  writeFileSync(join(partial, 'package.json'), '{"private":true}');
  const args = [npmCli(), 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', `${name}@${version}`];
  const installed = await runStep('downloading Node (about 45 MB)', process.execPath, args, { cwd: partial });
  if (!installed.ok || !answers(join(partial, 'node_modules', name, file))) {
    rmSync(partial, { recursive: true, force: true });
    throw new Stop(`Node ${version} could not be installed from npm (package ${name}).\n${npmFailure(installed.output)}\nCheck the network, or start with a Node ${wantedMajor} of your own on PATH.`);
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(partial, folder);
  return node;
}

/** The package that carries the real program for this platform, without an install script. */
function packageHere() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const prefix = platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  return { name: [prefix, platform, process.arch].join('-'), file: platform === 'win' ? join('bin', 'node.exe') : join('bin', 'node') };
}

function answers(node) {
  try {
    return execFileSync(node, ['--version'], { encoding: 'utf8' }).trim() === `v${version}`;
  } catch {
    return false;
  }
}
