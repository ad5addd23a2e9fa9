import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { METADATA_ENCODING_KEY, type DataConverter, type Payload, type PayloadCodec } from '@temporalio/common';
import { fileURLToPath } from 'node:url';
import proto from '@temporalio/proto';

const ENCODING = 'binary/encrypted';
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Encrypts every payload with AES-256-GCM. The key's id stands in the metadata, so that a new key can be put first while
 * histories written under the old ones are still read.
 */
export class EncryptingCodec implements PayloadCodec {
  private readonly keys: ReadonlyMap<string, Buffer>;
  private readonly current: string;

  /** @param keys `id:base64 of 32 bytes`; the first encrypts, all decrypt. */
  constructor(keys: readonly string[]) {
    const parsed = keys.map((key) => [key.slice(0, key.indexOf(':')), Buffer.from(key.slice(key.indexOf(':') + 1), 'base64')] as const);
    const first = parsed[0];
    if (!first) throw new RangeError('At least one payload key is needed.');
    this.keys = new Map(parsed);
    this.current = first[0];
  }

  async encode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => this.seal(payload));
  }

  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => (isSealed(payload) ? this.open(payload) : payload));
  }

  private seal(payload: Payload): Payload {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key(this.current), iv);
    const plain = proto.temporal.api.common.v1.Payload.encode(payload).finish();
    const data = Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    return { metadata: { [METADATA_ENCODING_KEY]: encoder.encode(ENCODING), 'encryption-key-id': encoder.encode(this.current) }, data };
  }

  private open(payload: Payload): Payload {
    const id = decoder.decode(payload.metadata?.['encryption-key-id'] ?? new Uint8Array());
    const data = Buffer.from(payload.data ?? new Uint8Array());
    const decipher = createDecipheriv('aes-256-gcm', this.key(id), data.subarray(0, 12));
    decipher.setAuthTag(data.subarray(data.length - 16));
    const plain = Buffer.concat([decipher.update(data.subarray(12, data.length - 16)), decipher.final()]);
    return proto.temporal.api.common.v1.Payload.decode(plain);
  }

  private key(id: string): Buffer {
    const key = this.keys.get(id);
    if (!key) throw new RangeError(`Payload key ${id} is not configured: add it to PAYLOAD_KEYS.`);
    return key;
  }
}

function isSealed(payload: Payload): boolean {
  return decoder.decode(payload.metadata?.[METADATA_ENCODING_KEY] ?? new Uint8Array()) === ENCODING;
}

/** Payloads and failures (messages, stack traces) both encrypted; the same for client, worker and bundle. */
export function payloadConverterOptions(keys: readonly string[]): DataConverter {
  return { payloadCodecs: [new EncryptingCodec(keys)], failureConverterPath };
}

/** Loaded by the SDK with `require`, and bundled into the workflows: built, whether this module runs from its source (tests) or not. */
export const failureConverterPath = fileURLToPath(import.meta.url).replace(/(dist[/])?libs[/]temporal[/]src[/]codec[.][jt]s$/, 'dist/libs/temporal/src/failure-converter.cjs');
