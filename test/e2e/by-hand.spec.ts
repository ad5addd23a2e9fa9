import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ensureDemoPeople } from '../../apps/cli/src/demo-people.js';
import { inProject } from '../../apps/cli/src/stack/project.js';
import { inheritedEnvironment } from '../../libs/config/src/environment.js';
import { runningSpace, type RunningSpace } from '../stack/stack.js';

const page = readFileSync(inProject('docs', 'a-life-by-hand.md'), 'utf8');
const blocks = [...page.matchAll(/^```bash\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);

let space: RunningSpace;
let tokens: string;

beforeAll(async () => {
  space = await runningSpace('by-hand');
  tokens = join(space.filesDir, 'tokens.json');
  writeFileSync(tokens, JSON.stringify(await ensureDemoPeople(space)));
}, 120_000);
afterAll(() => space?.stop());

/** The page's lines in one shell, with this space's addresses for the ones that the page names. */
function pageAsScript(): string {
  const addresses = { API: space.apiUrl, MAIL: space.servers.smtp.pageUrl, TOKENS: tokens };
  let script = blocks.join('\n');
  for (const [name, value] of Object.entries(addresses)) {
    expect(script).toMatch(new RegExp(`^${name}=`, 'm'));
    script = script.replace(new RegExp(`^${name}=.*$`, 'm'), `${name}='${value}'`);
  }
  return `set -eo pipefail\n${script}`;
}

function bash(script: string): Promise<{ code: number | string; stdout: string; stderr: string }> {
  const environment = inheritedEnvironment();
  const env = { ...environment, PATH: `${dirname(process.execPath)}:${environment['PATH'] ?? ''}` };
  return new Promise((resolve) => {
    execFile('bash', ['-c', script], { env, cwd: inProject(), maxBuffer: 10_000_000 }, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, stdout, stderr });
    });
  });
}

it('every line of docs/a-life-by-hand.md does what it says', async () => {
  const { code, stdout, stderr } = await bash(pageAsScript());
  expect({ code, stderr: code === 0 ? '' : stderr, end: code === 0 ? '' : stdout.slice(-2000) }).toEqual({ code: 0, stderr: '', end: '' });
  // Only what the page says is refused.
  const refused = blocks.join('').match(/\|\| echo/g)?.length;
  expect(stderr.match(/curl: \(22\)/g)?.length).toBe(refused);
  // `of` asked for a part that was not there.
  expect(stdout).not.toContain('undefined');
  // The last look at the register.
  expect(stdout).toMatch(/^expired\nvalid$/m);
}, 300_000);
