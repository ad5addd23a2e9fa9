import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneAtATime } from './build-lock.mjs';
import { inProject, root } from './project.mjs';
import { say, Stop } from './say.mjs';
import { runStep } from './spawn.mjs';

const sources = ['apps', 'libs', 'workflows'];
const stamp = inProject('dist', '.built');

/** Compiles the sources and bundles the workflows when something changed since the last build. */
export async function build(node) {
  if (upToDate(fingerprint())) return;
  await oneAtATime(async () => {
    const wanted = fingerprint();
    if (upToDate(wanted)) return;
    say('Building…');
    rmSync(stamp, { force: true });
    const swc = inProject('node_modules', '@swc', 'cli', 'bin', 'swc.js');
    await step(node, 'compiling', [swc, ...sources, '-d', 'dist', '--quiet']);
    removeOrphans();
    const bundle = inProject('dist', 'apps', 'cli', 'src', 'bundle.js');
    if (existsSync(inProject('workflows', 'index.ts'))) await step(node, 'bundling the workflows', [bundle]);
    writeFileSync(stamp, wanted);
  });
}

const upToDate = (wanted) => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;

/** What was compiled from a file that is gone must not be found. */
function removeOrphans() {
  for (const folder of sources) {
    for (const name of readdirSync(inProject('dist', folder), { recursive: true })) {
      if (!name.endsWith('.js') || existsSync(inProject(folder, name.replace(/\.js$/, '.ts')))) continue;
      rmSync(inProject('dist', folder, name));
      rmSync(inProject('dist', folder, `${name}.map`), { force: true });
    }
  }
}

async function step(node, title, args) {
  const env = { ...process.env, PATH: `${dirname(node)}:${process.env.PATH ?? ''}` };
  const result = await runStep(title, node, args, { cwd: root, env });
  if (!result.ok) throw new Stop(`The build failed (${title}):\n${result.output.trim()}`);
}

/** Names, sizes and times of every source, and what decides how they are compiled. */
function fingerprint() {
  const hash = createHash('sha256');
  const add = (file) => {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  };
  for (const folder of sources) {
    for (const entry of readdirSync(inProject(folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) add(join(entry.parentPath ?? entry.path, entry.name));
    }
  }
  for (const file of ['.swcrc', 'package-lock.json']) add(inProject(file));
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  build(process.execPath).catch((error) => {
    say(error instanceof Stop ? error.message : (error.stack ?? String(error)));
    process.exit(1);
  });
}
