import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Config } from '../../../../libs/config/src/config.js';
import { KeyStore } from './key.store.js';
import { CredentialSigner } from './signer.js';
import { statusList } from './status-list.js';

const folder = mkdtempSync(join(tmpdir(), 'estampille-signer-'));
afterAll(() => rmSync(folder, { recursive: true }));
const publicUrl = 'https://labels.example.org';
const config = { credentialKeysDir: folder, api: { publicUrl } } as Config;
const at = '2028-02-01T09:00:00.000Z';
const list = (suspended: boolean) => statusList(publicUrl, 'suspension', 1, [{ place: 3, status: suspended ? 'suspended' : 'valid' }], at);

describe('what is signed', () => {
  it('is signed once as long as nothing changes: neither the bits, nor the day, nor the key', async () => {
    const keys = new KeyStore(config);
    const signer = new CredentialSigner(config, keys);
    const first = await signer.sign(await list(false), at);
    expect(await signer.sign(await list(false), at)).toBe(first);
    expect(await new CredentialSigner(config, keys).sign(await list(false), at)).toEqual(first);
    expect(await signer.sign(await list(true), at)).not.toEqual(first);
    expect(await signer.sign(await list(false), '2099-02-02T09:00:00.000Z')).not.toEqual(first);
    await keys.rotate();
    expect(await signer.sign(await list(false), at)).not.toEqual(first);
  });
});
