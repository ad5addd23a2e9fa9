import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..');
const migrations = join(root, 'libs', 'persistence', 'migrations');
let folder = '';

beforeAll(async () => {
  await mkdir(join(root, 'test-output'), { recursive: true });
  folder = await mkdtemp(join(root, 'test-output', 'migrations-'));
  await cp(migrations, folder, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('the migrations give the schema of the tables: nothing is left to generate', async () => {
  const program = join(root, 'node_modules', 'drizzle-kit', 'bin.cjs');
  const args = [program, 'generate', '--dialect', 'postgresql', '--schema', './libs/persistence/src/*/*.tables.ts', '--out', relative(root, folder), '--name', 'missing'];
  // Without a terminal it cannot ask whether a table was renamed, and fails: that is something to generate too.
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  const made = (await readdir(folder)).filter((file) => file.endsWith('missing.sql'));
  // What it would have written tells what is missing.
  expect(await Promise.all(made.map((file) => readFile(join(folder, file), 'utf8')))).toEqual([]);
  expect(stdout).toContain('No schema changes');
}, 60_000);

it('each migration is named in the journal, in order', async () => {
  const { entries } = JSON.parse(await readFile(join(migrations, 'meta', '_journal.json'), 'utf8')) as { entries: { tag: string; when: number }[] };
  expect((await readdir(migrations)).filter((file) => file.endsWith('.sql')).sort()).toEqual(entries.map(({ tag }) => `${tag}.sql`));
  // A database takes only what is newer than its last migration: one with an older date would be left out in silence.
  expect(entries.map(({ when }) => when)).toEqual(entries.map(({ when }) => when).sort((a, b) => a - b));
});
