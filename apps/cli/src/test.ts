// `npm test`: every test, or those whose path contains an argument; the servers are started and stopped by Jest's global setup.
import { mkdirSync, rmSync } from 'node:fs';
import { runTool } from './run-tool.js';
import { inProject } from './stack/project.js';
import { countTests } from './test-report.js';

const report = inProject('test-output', 'jest.json');
mkdirSync(inProject('test-output'), { recursive: true });
rmSync(report, { force: true });
const code = await runTool([
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
  '--json',
  '--outputFile', report,
  '--forceExit',
  ...process.argv.slice(2),
]);
const { passed, failed } = countTests(report);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = code === 0 && failed > 0 ? 1 : code;
