import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { privateFolder } from './private-folder.js';

const above = mkdtempSync(join(tmpdir(), 'estampille-private-'));
afterEach(() => rmSync(above, { recursive: true, force: true }));

it('a private folder is entered by its owner only, whether it is new or was open', () => {
  const [fresh, open] = [join(above, 'a', 'b'), join(above, 'open')];
  mkdirSync(open, { recursive: true });
  chmodSync(open, 0o755);
  for (const folder of [fresh, open]) {
    privateFolder(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  }
});
