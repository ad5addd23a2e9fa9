import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { lockFolder } from './folder-lock.js';
import { StackError } from './types.js';

const folder = mkdtempSync(join(tmpdir(), 'estampille-lock-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('lockFolder', () => {
  it('is given back', () => {
    const release = lockFolder(folder);
    expect(existsSync(join(folder, 'lock'))).toBe(true);
    release();
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });

  it('takes over from a process that was killed, even when its number belongs to another program now', () => {
    lockFolder(folder);
    writeFileSync(join(folder, 'lock'), '1');
    expect(() => lockFolder(folder)).not.toThrow();
  });

  it('says what to do about a folder that cannot be made', () => {
    writeFileSync(`${folder}-file`, '');
    expect(() => lockFolder(join(`${folder}-file`, 'data'))).toThrow(StackError);
    expect(() => lockFolder(join(`${folder}-file`, 'data'))).toThrow(/ESTAMPILLE_DATA_DIR/);
    rmSync(`${folder}-file`);
  });
});
