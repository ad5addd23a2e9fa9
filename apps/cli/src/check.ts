// `npm run check`: types, lint, dead code, import rules, then every test. `--static` leaves the tests out.
import { runTool } from './run-tool.js';

const steps: readonly (readonly [string, readonly string[]])[] = [
  ['Types', ['node_modules/typescript/bin/tsc', '--noEmit']],
  ['Lint', ['node_modules/eslint/bin/eslint.js', '.']],
  ['Dead code', ['node_modules/knip/bin/knip.js']],
  ['Import rules', ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'workflows', 'test']],
];

let failed = 0;
for (const [title, args] of steps) {
  console.log(`${title}…`);
  if ((await runTool(args)) !== 0) {
    console.error(`${title}: refused, see above.`);
    failed += 1;
  }
}
if (!process.argv.includes('--static')) failed += await runTool(['dist/apps/cli/src/test.js']);
process.exitCode = failed === 0 ? 0 : 1;
