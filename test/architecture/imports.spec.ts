import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it, jest } from '@jest/globals';

jest.setTimeout(120_000);

const root = join(import.meta.dirname, '..', '..');
const folders = ['apps', 'libs', 'workflows'];

interface Violation {
  from: string;
  to: string;
  rule: { name: string };
}

/** `rule: from -> to` for every broken rule of the tree in `cwd`. */
async function broken(cwd: string, ...paths: string[]): Promise<string[]> {
  const program = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const args = [program, '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', ...paths];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd, maxBuffer: 256 * 1024 * 1024 });
  const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[]; totalCruised: number } };
  expect(summary.totalCruised).toBeGreaterThan(0);
  return summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`);
}

const made: string[] = [];

/** A small tree inside the repository (so that packages resolve), which git ignores and which is removed afterwards. */
async function sample(files: Record<string, string>): Promise<string> {
  await mkdir(join(root, 'test-output'), { recursive: true });
  const folder = await mkdtemp(join(root, 'test-output', 'imports-'));
  made.push(folder);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))));

const leaf = 'export const x = 1;\n';

describe('who imports whom', () => {
  it('is respected by the tree', async () => {
    expect(await broken(root, ...folders, 'test')).toEqual([]);
  });

  it('is bitten by a bad sample, rule by rule', async () => {
    const folder = await sample({
      'libs/domain/src/reads-a-file.ts': "import 'node:fs';\n",
      'libs/domain/src/knows-a-database.ts': "import 'pg';\n",
      'libs/domain/src/knows-a-workflow.ts': "import '../../../workflows/a.js';\n",
      'libs/domain/src/a.ts': "import './b.js';\nexport const x = 1;\n",
      'libs/domain/src/b.ts': "import './a.js';\nexport const x = 1;\n",
      'libs/domain/src/nowhere.ts': "import './missing.js';\n",
      'libs/domain/src/calendar/schema.ts': "import 'ajv';\n",
      'libs/config/src/config.ts': "import '../../domain/src/a.js';\nexport const x = 1;\n",
      'libs/persistence/src/rows.ts': "import '../../temporal/src/client.js';\nexport const x = 1;\n",
      'libs/temporal/src/client.ts': "import '../../../workflows/a.js';\nexport const x = 1;\n",
      'workflows/a.ts': `import '@temporalio/client';\n${leaf}`,
      'workflows/b.ts': "import '../libs/persistence/src/rows.js';\n",
      'workflows/a.messages.ts': leaf,
      'apps/worker/src/main.ts': "import '../../api/src/main.js';\n",
      'apps/api/src/main.ts': "import { x } from '../../../workflows/a.js';\nimport { x as y } from '../../../workflows/a.messages.js';\nexport const z = x + y;\n",
      'apps/api/src/tool.ts': "import '../../worker/src/main.js';\nimport 'jest';\n",
      'apps/cli/src/up.ts': "import '../../../test/factories/person.js';\n",
      'apps/cli/src/other.ts': "import '../../api/src/main.js';\n",
      'test/factories/person.ts': leaf,
    });
    const rules = (await broken(folder, ...folders)).map((line) => line.split(' -> ')[0]);
    expect([...new Set(rules)].sort()).toEqual([
      'api-imports: apps/api/src/tool.ts',
      'api-takes-workflows-as-types: apps/api/src/main.ts',
      'cli-imports: apps/cli/src/other.ts',
      'cli-imports: apps/cli/src/up.ts',
      'config-stands-alone: libs/config/src/config.ts',
      'domain-is-pure: libs/domain/src/knows-a-database.ts',
      'domain-is-pure: libs/domain/src/knows-a-workflow.ts',
      'domain-is-pure: libs/domain/src/nowhere.ts',
      'domain-is-pure: libs/domain/src/reads-a-file.ts',
      'no-cycles: libs/domain/src/a.ts',
      'no-unresolved: libs/domain/src/nowhere.ts',
      'persistence-imports: libs/persistence/src/rows.ts',
      'production-without-dev-dependencies: apps/api/src/tool.ts',
      'schema-tools-in-scheme-only: libs/domain/src/calendar/schema.ts',
      'temporal-imports: libs/temporal/src/client.ts',
      'tests-are-a-leaf: apps/cli/src/up.ts',
      'worker-imports: apps/worker/src/main.ts',
      'workflows-are-deterministic: workflows/a.ts',
      'workflows-are-deterministic: workflows/b.ts',
    ]);
  });

  it('lets through what the table allows', async () => {
    const folder = await sample({
      'libs/domain/src/rule.ts': `import 'temporal-polyfill';\nimport 'yaml';\n${leaf}`,
      'libs/domain/src/rule.spec.ts': "import 'node:fs';\nimport 'fast-check';\nimport './rule.js';\n",
      'libs/persistence/src/rows.ts': `import 'pg';\nimport '../../domain/src/rule.js';\n${leaf}`,
      'workflows/a.ts': "import '@temporalio/workflow';\nimport '../libs/domain/src/rule.js';\nexport function story() {}\n",
      'workflows/a.messages.ts': leaf,
      'apps/api/src/main.ts': "import type { story } from '../../../workflows/a.js';\nimport '../../../workflows/a.messages.js';\nimport '../../../libs/persistence/src/rows.js';\nexport type T = typeof story;\n",
      'apps/worker/src/main.ts': "import '../../../workflows/a.messages.js';\nimport '@nestjs/core';\n",
    });
    expect(await broken(folder, ...folders)).toEqual([]);
  });
});
