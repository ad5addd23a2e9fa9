import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const localDateMethods = [
  'getFullYear', 'getYear', 'getMonth', 'getDate', 'getDay', 'getHours', 'getMinutes', 'getSeconds', 'getMilliseconds',
  'setFullYear', 'setYear', 'setMonth', 'setDate', 'setHours', 'setMinutes', 'setSeconds', 'setMilliseconds',
  'getTimezoneOffset', 'toDateString', 'toTimeString', 'toLocaleDateString', 'toLocaleTimeString', 'toLocaleString',
];

// Local dates depend on the TZ of the machine, and Intl without a date reads the real clock (even in Temporal's sandbox).
const machineTime = [
  {
    selector: `CallExpression > MemberExpression.callee[property.name=/^(${localDateMethods.join('|')})$/]`,
    message: 'This depends on the machine’s time zone. Use the civil calendar of libs/domain/src/calendar.',
  },
  {
    selector: 'CallExpression[arguments.length=0] > MemberExpression.callee[property.name=/^(format|formatToParts)$/]',
    message: 'Intl without an explicit date reads the real clock: give it the date.',
  },
  {
    selector: 'MemberExpression[object.name="Temporal"][property.name="Now"]',
    message: 'Temporal.Now reads the real clock: take the instant as an argument.',
  },
];

const realClock = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'The domain has no clock: take the instant as an argument.' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'The domain has no clock: take the instant as an argument.' },
  { selector: 'CallExpression > MemberExpression.callee[object.name="Date"][property.name="now"]', message: 'The domain has no clock: take the instant as an argument.' },
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'The domain has no randomness: take the drawn value as an argument.' },
  { selector: 'Identifier[name="crypto"], MemberExpression[property.name="randomUUID"]', message: 'The domain has no randomness: take the id as an argument.' },
];

const environment = [
  { selector: 'MemberExpression[object.name="process"][property.name="env"]', message: 'Only libs/config reads the environment: use the Config that is passed around.' },
  { selector: 'VariableDeclarator[init.name="process"] > ObjectPattern > Property[key.name="env"]', message: 'Only libs/config reads the environment: use the Config that is passed around.' },
  { selector: 'ImportDeclaration[source.value=/^(node:)?process$/] ImportSpecifier[imported.name="env"]', message: 'Only libs/config reads the environment: use the Config that is passed around.' },
];

// Node’s own list changes with its version; these prefixes and names are what a rule or a workflow could be tempted by.
const nodeBuiltIns = {
  patterns: [
    { regex: '^node:', message: 'No Node built-ins here: rules and workflows must give the same answer on replay.' },
    {
      regex: '^(assert|async_hooks|buffer|child_process|cluster|crypto|dgram|dns|events|fs|http|http2|https|module|net|os|path|perf_hooks|process|readline|stream|timers|tls|url|util|v8|vm|worker_threads|zlib)(/|$)',
      message: 'No Node built-ins here: rules and workflows must give the same answer on replay.',
    },
  ],
};

const notHere = (...names) => names.map((name) => ({ name, message: 'Not in rules and workflows: they must give the same answer on replay.' }));

export default defineConfig(
  { ignores: ['node_modules/', 'dist/', '.estampille/', 'test-output/', 'libs/persistence/migrations/', 'test/architecture/samples/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: { allowDefaultProject: ['drizzle.config.ts'] }, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
      'no-debugger': 'error',
      'no-empty': 'error',
      'no-eval': 'error',
      'no-fallthrough': 'error',
      'no-self-assign': 'error',
      'no-self-compare': 'error',
      'no-unsafe-finally': 'error',
      'no-unused-labels': 'error',
      'no-useless-catch': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
      '@typescript-eslint/no-base-to-string': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-for-in-array': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: true }],
      'no-restricted-syntax': ['error', ...environment],
    },
  },
  {
    files: ['libs/domain/**/*.ts', 'workflows/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': ['error', nodeBuiltIns],
      'no-restricted-globals': ['error', ...notHere('process', 'Buffer', 'require', '__dirname', '__filename', 'fetch')],
      'no-restricted-syntax': ['error', ...environment, ...machineTime],
    },
  },
  {
    files: ['libs/domain/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': ['error', ...notHere('process', 'Buffer', 'require', '__dirname', '__filename', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'performance')],
      'no-restricted-syntax': ['error', ...environment, ...machineTime, ...realClock],
    },
  },
  {
    // The one reader of the environment, and what starts processes with an environment of their own.
    files: ['libs/config/**/*.ts', 'test/stack/**/*.ts', 'scripts/**/*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // Programs for a terminal speak through the console.
    files: ['apps/cli/**/*.ts', 'test/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
);
