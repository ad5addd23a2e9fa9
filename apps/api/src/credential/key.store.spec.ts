import { mkdtempSync } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Config } from '../../../../libs/config/src/config.js';
import type { CredentialKey } from './key.js';
import { KeyStore } from './key.store.js';

const within = mkdtempSync(join(tmpdir(), 'estampille-keys-'));
let folders = 0;
afterAll(() => rm(within, { recursive: true }));

/** Two apis on one folder. */
function stores(): { folder: string; one: KeyStore; two: KeyStore } {
  folders += 1;
  const folder = join(within, String(folders));
  const config = { credentialKeysDir: folder, api: { publicUrl: 'https://labels.example.org' } } as Config;
  return { folder, one: new KeyStore(config), two: new KeyStore(config) };
}

describe('the keys of credentials', () => {
  it('lie where nobody else looks', async () => {
    const { folder, one } = stores();
    const { kid } = await one.signing();
    expect([(await stat(folder)).mode & 0o777, (await stat(join(folder, `${kid}.json`))).mode & 0o777]).toEqual([0o700, 0o600]);
  });

  it('stay withdrawn when another one is made at the same moment, in whatever order', async () => {
    for (let i = 0; i < 10; i += 1) {
      const { one, two } = stores();
      const { kid } = await one.signing();
      await Promise.all(i % 2 ? [one.rotate(), two.withdraw(kid)] : [two.withdraw(kid), one.rotate()]);
      const key = (await one.all()).find((each) => each.kid === kid);
      expect(key).toMatchObject({ withdrawnAt: expect.any(String), secretKeyMultibase: null });
      expect((await one.signing()).kid).not.toBe(kid);
    }
  });

  it('stay withdrawn when another api, which knew the key before, wipes it afterwards', async () => {
    const { one, two } = stores();
    const { kid } = await one.signing();
    const before = (await two.all()).find((each) => each.kid === kid) as CredentialKey;
    const withdrawn = await one.withdraw(kid);
    await (two as unknown as { wipe(key: CredentialKey): Promise<void> }).wipe(before);
    expect((await one.all()).find((each) => each.kid === kid)?.withdrawnAt).toBe(withdrawn?.withdrawnAt);
    expect((await two.withdraw(kid))?.withdrawnAt).toBe(withdrawn?.withdrawnAt);
  });

  it('are one at the beginning and one after several rotations at once', async () => {
    const { folder, one, two } = stores();
    expect(new Set((await Promise.all([one.signing(), two.signing(), one.all(), two.all()])).flat().map(({ kid }) => kid)).size).toBe(1);
    await Promise.all([one.rotate(), two.rotate(), one.rotate()]);
    const secrets = (await Promise.all((await readdir(folder)).map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as CredentialKey))).filter(({ secretKeyMultibase }) => secretKeyMultibase !== null);
    expect(secrets.map(({ kid }) => kid)).toEqual([(await one.signing()).kid]);
  });
});
