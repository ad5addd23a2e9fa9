import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { ESLint } from 'eslint';

// The first sample starts the type checker, which takes seconds on a busy machine.
jest.setTimeout(60_000);

const root = join(import.meta.dirname, '..', '..');

// Samples are text, given the name of a file that exists nowhere: they need no disk, and no type information of the tree.
const eslint = new ESLint({
  cwd: root,
  overrideConfig: {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['libs/*/src/*.sample.ts', 'workflows/*.sample.ts', 'apps/*/src/*.sample.ts', 'test/*/*.sample.ts'] } } },
  },
});

/** Rule names that bite on a piece of code, as if it were the content of `file`. */
async function bites(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: join(root, file) });
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

const domain = 'libs/domain/src/a.sample.ts';
const workflow = 'workflows/a.sample.ts';
const api = 'apps/api/src/a.sample.ts';

describe('lint rules everywhere', () => {
  it.each([
    ['@typescript-eslint/no-floating-promises', 'async function f() { return 1; }\nf();'],
    ['@typescript-eslint/no-misused-promises', 'declare const f: () => Promise<boolean>;\nif (f()) throw new Error();'],
    ['@typescript-eslint/switch-exhaustiveness-check', "export function f(x: 'a' | 'b') { switch (x) { case 'a': return 1; } return 2; }"],
    ['@typescript-eslint/no-explicit-any', 'export const x: any = 1;'],
    ['@typescript-eslint/only-throw-error', "throw 'no';"],
    ['@typescript-eslint/no-unused-vars', 'const x = 1;'],
    ['no-console', "console.log('x');"],
    ['no-restricted-syntax', 'export const x = process.env.HOME;'],
    ['no-restricted-syntax', 'const { env } = process; export const x = env;'],
    ['no-restricted-syntax', "import { env } from 'node:process'; export const x = env;"],
  ])('%s bites on %j', async (rule, code) => {
    expect(await bites(api, code)).toContain(rule);
  });

  it('lets libs/config and test/stack read the environment', async () => {
    const code = 'export const x = process.env;';
    expect(await bites('libs/config/src/a.sample.ts', code)).toEqual([]);
    expect(await bites('test/stack/a.sample.ts', code)).toEqual([]);
  });
});

describe.each([['domain', domain], ['workflows', workflow]])('lint rules in %s', (_name, file) => {
  it.each([
    ['no-restricted-imports', "import fs from 'node:fs'; export const x = fs;"],
    ['no-restricted-imports', "import { randomUUID as u } from 'crypto'; export const x = u;"],
    ['no-restricted-imports', "import { readFile } from 'fs/promises'; export const x = readFile;"],
    ['no-restricted-globals', 'export const x = process.pid;'],
    ['no-restricted-syntax', 'export const x = new Date(0).getHours();'],
    ['no-restricted-syntax', 'export const x = new Date(0).getDate();'],
    ['no-restricted-syntax', 'export const x = new Date(0).setMonth(1);'],
    ['no-restricted-syntax', 'export const x = new Date(0).toLocaleDateString();'],
    ['no-restricted-syntax', 'export const x = new Date(0).toLocaleString();'],
    ['no-restricted-syntax', "export const x = new Intl.DateTimeFormat('fr').format();"],
    ['no-restricted-syntax', "export const x = new Intl.DateTimeFormat('fr').formatToParts();"],
    ['no-restricted-syntax', "import { Temporal } from 'temporal-polyfill'; export const x = Temporal.Now.instant();"],
  ])('%s bites on %j', async (rule, code) => {
    expect(await bites(file, code)).toContain(rule);
  });
});

describe('lint rules in the domain alone', () => {
  it.each([
    'export const x = new Date();',
    'export const x = Date();',
    'export const x = Date.now();',
    'export const x = Math.random();',
    'export const x = crypto.randomUUID();',
    'export const x = globalThis.crypto.randomUUID();',
  ])('no-restricted-syntax bites on %j', async (code) => {
    expect(await bites(domain, code)).toContain('no-restricted-syntax');
  });

  it('leaves the sandboxed clock to workflows, and UTC and explicit dates to both', async () => {
    expect(await bites(workflow, 'export const x = Date.now();')).toEqual([]);
    const fine = "export const x = [new Date(0).getUTCHours(), new Intl.DateTimeFormat('fr').format(new Date(0))];";
    expect(await bites(workflow, fine)).toEqual([]);
    expect(await bites(domain, fine)).toEqual([]);
  });
});
