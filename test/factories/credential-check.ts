import { createHash, createPublicKey, verify } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import jsonld from 'jsonld';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { type DocumentLoader, verifyCredential } from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { contexts } from '../../apps/api/src/credential/signer.js';

/** A credential as it came; tests read whatever is in it. */
export type Credential = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- see above

/** Reads what the issuer publishes: its did:web document and its status lists. */
export type Fetch = (url: string) => Promise<Credential>;

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Base 58 as Bitcoin writes it, behind its multibase letter. */
function decode58(text: string): Buffer {
  if (!text.startsWith('z')) throw new Error('not base 58');
  let value = [...text.slice(1)].reduce((sum, sign) => sum * 58n + BigInt(alphabet.indexOf(sign)), 0n).toString(16);
  if (value.length % 2 === 1) value = `0${value}`;
  const zeros = /^1*/.exec(text.slice(1))?.[0].length ?? 0;
  return Buffer.concat([Buffer.alloc(zeros), Buffer.from(value, 'hex')]);
}

/** Where did:web says that a document is. */
function didAddress(did: string): string {
  const host = decodeURIComponent(did.replace(/^did:web:/, ''));
  return `${/^(127\.|localhost)/.test(host) ? 'http' : 'https'}://${host}/.well-known/did.json`;
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
const canonical = async (document: object): Promise<string> => (await jsonld.canonize(document, { algorithm: 'RDFC-1.0', format: 'application/n-quads', safe: true, documentLoader: contexts })) as string;

/** The proof, checked by the text of eddsa-rdfc-2022 with Node's own cryptography: none of the libraries that signed is asked, but for the canonical form. */
export async function provenByHand(credential: Credential, fetched: Fetch): Promise<boolean> {
  const { proof, ...document } = credential;
  const { proofValue, ...options } = proof;
  const issuer = typeof credential.issuer === 'string' ? credential.issuer : credential.issuer.id;
  const [did] = options.verificationMethod.split('#');
  if (did !== issuer || options.cryptosuite !== 'eddsa-rdfc-2022' || options.type !== 'DataIntegrityProof' || options.proofPurpose !== 'assertionMethod') return false;
  const published = await fetched(didAddress(did));
  const method = published.verificationMethod.find((one: Credential) => one.id === options.verificationMethod);
  if (published.id !== did || !method || !published.assertionMethod.includes(method.id)) return false;
  const multikey = decode58(method.publicKeyMultibase);
  if (multikey.subarray(0, 2).toString('hex') !== 'ed01') return false;
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: multikey.subarray(2).toString('base64url') }, format: 'jwk' });
  const data = Buffer.concat([sha256(await canonical({ '@context': credential['@context'], ...options })), sha256(await canonical(document))]);
  return verify(null, data, key, decode58(proofValue));
}

/** Whether a bit of the status lists is set, read by hand: base64url behind its letter, gzip, the first bit first. */
export async function bitByHand(credential: Credential, purpose: string, fetched: Fetch): Promise<boolean> {
  const entry = credential.credentialStatus.find((one: Credential) => one.statusPurpose === purpose);
  const list = await fetched(entry.statusListCredential);
  if (!(await provenByHand(list, fetched)) || list.credentialSubject.statusPurpose !== purpose) throw new Error('the list is not good');
  const bits = gunzipSync(Buffer.from(list.credentialSubject.encodedList.slice(1), 'base64url'));
  const index = Number(entry.statusListIndex);
  return ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0;
}

/** What the library says: `good`, or why not. Nothing is asked of a network but what the issuer publishes. */
export async function byLibrary(credential: Credential, fetched: Fetch, now: string): Promise<string> {
  const documentLoader: DocumentLoader = async (url) => {
    if (url.startsWith('did:web:')) {
      const published = await fetched(didAddress(url.split('#')[0] ?? ''));
      const method = published.verificationMethod.find((one: Credential) => one.id === url);
      if (url.includes('#') && !method) throw new Error(`no such key: ${url}`);
      return { contextUrl: null, documentUrl: url, document: url.includes('#') ? { '@context': 'https://w3id.org/security/multikey/v1', ...method } : published };
    }
    if (url.includes('/api/credentials/status/')) return { contextUrl: null, documentUrl: url, document: await fetched(url) };
    return contexts(url);
  };
  // `checkStatus` reads lists at the real time, of which a stepped clock knows nothing: each list is verified for itself instead.
  const suite = new DataIntegrityProof({ cryptosuite });
  const result = await verifyCredential({ credential, suite, documentLoader, now, checkStatus: (options) => checkStatus({ ...options, suite, verifyBitstringStatusListCredential: false }) });
  if (!result.verified) return result.error?.errors?.[0]?.message ?? result.error?.message ?? 'refused';
  const set = (result.statusResult?.results ?? []).filter(({ status }) => status).map(({ credentialStatus }) => credentialStatus.statusPurpose);
  return set.length > 0 ? set.join(', ') : 'good';
}
