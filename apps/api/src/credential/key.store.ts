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
/** Says since when a key is given up. A file of its own, never removed: nothing that is written of the key can take it back. */
const withdrawalName = /^(key-[0-9a-f-]{8,40})\.withdrawn$/;

/** What is being written in a folder, in this process: one after the other. */
const writing = new Map<string, Promise<unknown>>();

/**
 * The keys of the credentials, a file each, in a folder that all apis share. The newest one signs. Files are only ever added, or lose
 * their secret, so that several apis need no lock between them: two that make the first key at once leave two, and both are published.
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
    return keys.length > 0 ? keys : this.alone(async () => {
      const made = await this.read();
      return made.length > 0 ? made : [await this.make()];
    });
  }

  /** The key that signs now. */
  async signing(): Promise<SigningKey> {
    return signingOf(await this.all()) ?? this.alone(async () => signingOf(await this.read()) ?? (await this.make()));
  }

  /** A new key signs from now on. The secrets of the others are wiped; what they signed stays good. */
  async rotate(): Promise<CredentialKey> {
    return this.alone(async () => {
      const made = await this.make();
      for (const key of await this.read()) if (key.kid !== made.kid && key.secretKeyMultibase !== null) await this.wipe(key);
      return made;
    });
  }

  /** Gives a key up: nothing that it signed is good any more. Undefined for a key that is not there. */
  async withdraw(kid: string): Promise<CredentialKey | undefined> {
    return this.alone(async () => {
      const key = (await this.read()).find((one) => one.kid === kid);
      if (!key) return undefined;
      if (key.withdrawnAt === null) await this.put(`${kid}.withdrawn`, { withdrawnAt: new Date().toISOString() });
      await this.wipe(key);
      return (await this.read()).find((one) => one.kid === kid);
    });
  }

  private async read(): Promise<CredentialKey[]> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const names = await readdir(this.folder);
    const withdrawn = new Map(await Promise.all(names.flatMap((name) => {
      const [, kid] = withdrawalName.exec(name) ?? [];
      return kid === undefined ? [] : [this.get<Pick<CredentialKey, 'withdrawnAt'>>(name).then(({ withdrawnAt }) => [kid, withdrawnAt] as const)];
    })));
    const keys = await Promise.all(names.filter((name) => fileName.test(name)).map((name) => this.get<StoredKey>(name)));
    return keys.map((key) => ({ ...key, withdrawnAt: withdrawn.get(key.kid) ?? null })).sort((a, b) => (a.createdAt + a.kid < b.createdAt + b.kid ? -1 : 1));
  }

  private async make(): Promise<SigningKey> {
    const { publicKeyMultibase, secretKeyMultibase } = await generate({ controller: this.controller });
    const createdAt = new Date().toISOString();
    const key = { kid: `key-${createdAt.slice(0, 10)}-${randomBytes(4).toString('hex')}`, createdAt, publicKeyMultibase, secretKeyMultibase };
    await this.put(`${key.kid}.json`, key);
    return { ...key, withdrawnAt: null };
  }

  private async wipe({ kid, createdAt, publicKeyMultibase }: CredentialKey): Promise<void> {
    await this.put(`${kid}.json`, { kid, createdAt, publicKeyMultibase, secretKeyMultibase: null } satisfies StoredKey);
  }

  private async get<Read>(name: string): Promise<Read> {
    return JSON.parse(await readFile(join(this.folder, name), 'utf8')) as Read;
  }

  /** As a whole or not at all. */
  private async put(name: string, value: object): Promise<void> {
    const path = join(this.folder, name);
    const aside = `${path}.${randomBytes(4).toString('hex')}.new`;
    await writeFile(aside, JSON.stringify(value, null, 2), { mode: 0o600 });
    await rename(aside, path);
  }

  private alone<Done>(work: () => Promise<Done>): Promise<Done> {
    const done = (writing.get(this.folder) ?? Promise.resolve()).then(work);
    writing.set(this.folder, done.catch(() => undefined));
    return done;
  }
}

/** What a key's file holds. */
type StoredKey = Omit<CredentialKey, 'withdrawnAt'>;
export type SigningKey = CredentialKey & { readonly secretKeyMultibase: string };

function signingOf(keys: readonly CredentialKey[]): SigningKey | undefined {
  return keys.findLast((key): key is SigningKey => key.secretKeyMultibase !== null && key.withdrawnAt === null);
}
