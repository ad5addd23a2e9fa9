import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
const below = ['apps', 'libs', 'workflows', 'scripts', 'test', 'docs', 'deploy'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`));
const read = [...readdirSync(root), ...below].filter((path) => /[.](md|ts|mjs|ya?ml)$/.test(path) && path !== 'test/architecture/scripts.spec.ts');

describe('what somebody is told to type', () => {
  it('is a script of package.json, or a file that is there', () => {
    const missing = read.flatMap((path) => {
      const said = text(path);
      const names = [...said.matchAll(/\bnpm run ([a-z][a-z:-]*)/g)].map(([, name = '']) => name).filter((name) => scripts[name] === undefined);
      const files = [...said.matchAll(/\bnode (scripts\/[\w./-]+\.mjs)/g)].map(([, file = '']) => file).filter((file) => !read.includes(file));
      return [...names, ...files].map((what) => `${path}: ${what}`);
    });
    expect(missing).toEqual([]);
  });
});
