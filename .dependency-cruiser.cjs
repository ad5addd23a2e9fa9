// Who may import whom. The table is in CONTRIBUTING.md; test/architecture/imports.spec.ts runs this.
const spec = '\\.spec\\.ts$';
const pack = (...names) => `(^|/)node_modules/(${names.join('|')})/`;

/** A rule «`from` may import only `may`»: tests beside the code are free. */
const only = (name, comment, from, may) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: spec },
  to: { pathNot: may },
});

const npm = '(^|/)node_modules/';

/** A rule «`from` may not import these folders of ours». Packages and Node are open to it. */
const never = (name, comment, from, to, toNot = []) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: spec },
  to: { path: to, pathNot: toNot },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', comment: 'Find the third idea that both need.', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', comment: 'This import leads nowhere.', from: {}, to: { couldNotResolve: true } },
    only('domain-is-pure', 'Rules import only rules and pure libraries.', '^libs/domain/', [
      '^libs/domain/',
      pack('temporal-polyfill', 'temporal-spec', 'date-holidays', 'stdnum', 'tldts', 'tldts-core', 'yaml', 'ajv', 'ajv-formats', '@sinclair/typebox'),
    ]),
    {
      name: 'schema-tools-in-scheme-only',
      comment: 'The shape of a scheme is declared and checked in one place; no other rule needs a JSON Schema.',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: ['^libs/domain/src/scheme/', spec] },
      to: { path: pack('ajv', 'ajv-formats', '@sinclair/typebox') },
    },
    only('workflows-are-deterministic', 'Workflows import @temporalio/workflow, themselves and rules.', '^workflows/', [
      '^workflows/',
      '^libs/domain/',
      pack('@temporalio/workflow'),
    ]),
    only('config-stands-alone', 'Configuration imports nothing of ours.', '^libs/config/', ['^libs/config/', npm, '^node:', '^(fs|net|path|url|crypto|os)$']),
    never('persistence-imports', 'Persistence imports rules and configuration.', '^libs/persistence/', '^(apps|libs|workflows|test|scripts)/', ['^libs/(persistence|domain|config)/']),
    never('temporal-imports', 'The Temporal module imports rules, configuration, persistence and the messages of workflows.', '^libs/temporal/', '^(apps|libs|workflows|test|scripts)/', ['^libs/(temporal|domain|config|persistence)/', '^workflows/.*[.]messages[.]ts$']),
    never('worker-imports', 'The worker imports libraries and workflows.', '^apps/worker/', '^(apps|workflows|test|scripts)/', ['^apps/worker/', '^workflows/']),
    never('api-imports', 'The API imports libraries and messages of workflows.', '^apps/api/', '^(apps|test|scripts)/', ['^apps/api/']),
    {
      name: 'api-takes-workflows-as-types',
      comment: 'Of a workflow, the API imports its messages; its function only as a type (import type).',
      severity: 'error',
      from: { path: '^apps/api/', pathNot: spec },
      to: { path: '^workflows/', pathNot: '\\.messages\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    never('cli-imports', 'Programs of the terminal import libraries, and start the apps as processes.', '^apps/cli/', '^(apps|workflows|test|scripts)/', ['^apps/cli/']),
    {
      name: 'tests-are-a-leaf',
      comment: 'Nothing that runs in production imports a test or a factory.',
      severity: 'error',
      from: { path: '^(apps|libs|workflows)/', pathNot: spec },
      to: { path: ['^test/', spec] },
    },
    {
      name: 'production-without-dev-dependencies',
      comment: 'The image is installed with --omit=dev.',
      severity: 'error',
      from: { path: '^(apps|libs|workflows)/', pathNot: spec },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Anchored: unanchored, it would also leave out every package that ships its code in dist/.
    exclude: { path: '^(dist|\\.estampille|test-output)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: `${__dirname}/tsconfig.json` },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
