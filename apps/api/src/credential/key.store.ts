import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate } from '@digitalbazaar/ed25519-multikey';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../../libs/config/src/config.js';
import { CONFIG } from '../environment/tokens.js';
import { didOf } from './did.js';
import type { CredentialKey } from './key.js';

const fileName = /^key-[0-9a-f-]{8,40}\.json$/;

/**
 * The keys of the credentials, a file each, in a folder that all apis share. The newest one signs. Files are only ever added, or
 * replaced as a whole: two apis that make the first key at once leave two, and both are published.
 */
@Injectable()
export class KeyStore {
  private readonly folder: string;
  private readonly controller: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.folder = config.credentialKeysDir;
    this.controller = didOf(config.api.publicUrl);
  }

  /** All keys, the oldest first; one is made when there is none. */
  async all(): Promise<CredentialKey[]> {
    const keys = await this.read();
    return keys.length > 0 ? keys : [await this.make()];
  }

  /** The key that signs now. */
  async signing(): Promise<CredentialKey & { readonly secretKeyMultibase: string }> {
    const newest = (await this.all()).findLast((key): key is CredentialKey & { secretKeyMultibase: string } => key.secretKeyMultibase !== null && key.withdrawnAt === null);
    return newest ?? this.make();
  }

  /** A new key signs from now on. The secrets of the others are wiped; what they signed stays good. */
  async rotate(): Promise<CredentialKey> {
    const before = await this.read();
    const made = await this.make();
    for (const key of before) if (key.secretKeyMultibase !== null) await this.write({ ...key, secretKeyMultibase: null });
    return made;
  }

  /** Gives a key up: nothing that it signed is good any more. Undefined for a key that is not there. */
  async withdraw(kid: string): Promise<CredentialKey | undefined> {
    const key = (await this.read()).find((one) => one.kid === kid);
    if (!key) return undefined;
    const withdrawn = { ...key, secretKeyMultibase: null, withdrawnAt: key.withdrawnAt ?? new Date().toISOString() };
    await this.write(withdrawn);
    return withdrawn;
  }

  private async read(): Promise<CredentialKey[]> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const names = (await readdir(this.folder)).filter((name) => fileName.test(name));
    const keys = await Promise.all(names.map(async (name) => JSON.parse(await readFile(join(this.folder, name), 'utf8')) as CredentialKey));
    return keys.sort((a, b) => (a.createdAt + a.kid < b.createdAt + b.kid ? -1 : 1));
  }

  private async make(): Promise<CredentialKey & { readonly secretKeyMultibase: string }> {
    const { publicKeyMultibase, secretKeyMultibase } = await generate({ controller: this.controller });
    const createdAt = new Date().toISOString();
    const key = { kid: `key-${createdAt.slice(0, 10)}-${randomBytes(4).toString('hex')}`, createdAt, publicKeyMultibase, secretKeyMultibase, withdrawnAt: null };
    await this.write(key);
    return key;
  }

  private async write(key: CredentialKey): Promise<void> {
    const path = join(this.folder, `${key.kid}.json`);
    const aside = `${path}.${randomBytes(4).toString('hex')}.new`;
    await writeFile(aside, JSON.stringify(key, null, 2), { mode: 0o600 });
    await rename(aside, path);
  }
}
