import type { CredentialKey } from './key.js';

/**
 * The issuer's identifier by the method did:web: whoever holds the address holds the identifier, and its keys are read there.
 * @param publicUrl without a slash at its end
 */
export function didOf(publicUrl: string): string {
  return `did:web:${encodeURIComponent(new URL(publicUrl).host)}`;
}

/** The address of a key within the issuer's document. */
export function keyAddress(did: string, kid: string): string {
  return `${did}#${kid}`;
}

/** The document that publishes the keys: the one that signs and those that signed before, but none that was given up. */
export function didDocument(publicUrl: string, keys: readonly CredentialKey[]): Record<string, unknown> {
  const did = didOf(publicUrl);
  const good = keys.filter(({ withdrawnAt }) => withdrawnAt === null);
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did, alsoKnownAs: [publicUrl],
    verificationMethod: good.map(({ kid, publicKeyMultibase }) => ({ id: keyAddress(did, kid), type: 'Multikey', controller: did, publicKeyMultibase })),
    assertionMethod: good.map(({ kid }) => keyAddress(did, kid)),
  };
}
