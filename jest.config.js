import { existsSync, readFileSync } from 'node:fs';

// One compiler setting for running and for testing: what .swcrc says. Jest needs plain ESM output.
const [{ test: _test, ...swc }] = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));

/** What both projects share. @type {import('jest').Config} */
const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false, module: { type: 'es6' } }] },
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/\\.estampille/', '/test-output/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/\\.estampille/', '<rootDir>/test-output/'],
};

const at = (...patterns) => patterns.map((pattern) => `<rootDir>/${pattern}`);

// Jest refuses the whole configuration when one of these is missing, so they are named only once they exist.
const setup = 'test/stack/global-setup.ts';
const stack = existsSync(new URL(setup, import.meta.url))
  ? { globalSetup: `<rootDir>/${setup}`, globalTeardown: '<rootDir>/test/stack/global-teardown.ts' }
  : {};

/** @type {import('jest').Config} */
export default {
  // The servers are started once and shared; each system test has a database, a namespace and processes of its own on them.
  // Two at once keep two cores at work.
  maxWorkers: 2,
  // Jest reads this at the top only; a project's own is ignored.
  testTimeout: 120_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: at('libs/**/*.spec.ts', 'workflows/**/*.spec.ts', 'apps/**/*.spec.ts', 'test/architecture/**/*.spec.ts'),
    },
    {
      ...shared,
      displayName: 'system',
      testMatch: at(
        'test/workflows/**/*.spec.ts',
        'test/integration/**/*.spec.ts',
        'test/e2e/**/*.spec.ts',
        'test/chaos/**/*.spec.ts',
      ),
      ...stack,
    },
  ],
};
