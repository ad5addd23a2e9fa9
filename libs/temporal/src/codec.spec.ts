import { describe, expect, it } from '@jest/globals';
import type { Payload } from '@temporalio/common';
import { EncryptingCodec } from './codec.js';

const key = (id: string, byte: number): string => `${id}:${Buffer.alloc(32, byte).toString('base64')}`;
const text = (value: Uint8Array | null | undefined): string => Buffer.from(value ?? []).toString('utf8');
const plain: Payload = { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from('"a secret of the centre"') };

describe('payloads', () => {
  it('leave encrypted, with the key’s id and nothing readable', async () => {
    const [sealed] = await new EncryptingCodec([key('k1', 1)]).encode([plain]);
    expect(text(sealed?.metadata?.['encoding'])).toBe('binary/encrypted');
    expect(text(sealed?.metadata?.['encryption-key-id'])).toBe('k1');
    expect(text(sealed?.data)).not.toContain('secret');
  });

  it('come back, also after a new key was put first', async () => {
    const old = await new EncryptingCodec([key('k1', 1)]).encode([plain]);
    const rotated = new EncryptingCodec([key('k2', 2), key('k1', 1)]);
    const [opened] = await rotated.decode(old);
    expect(text(opened?.data)).toBe('"a secret of the centre"');
    expect(text((await rotated.encode([plain]))[0]?.metadata?.['encryption-key-id'])).toBe('k2');
  });

  it('are refused when they were altered, or when their key is not known', async () => {
    const codec = new EncryptingCodec([key('k1', 1)]);
    const [sealed] = await codec.encode([plain]);
    const data = Buffer.from(sealed?.data ?? []);
    data.writeUInt8((data.at(-20) ?? 0) ^ 1, data.length - 20);
    await expect(codec.decode([{ ...sealed, data }])).rejects.toThrow();
    await expect(new EncryptingCodec([key('k2', 2)]).decode(sealed ? [sealed] : [])).rejects.toThrow('PAYLOAD_KEYS');
  });

  it('that were never encrypted pass', async () => {
    expect(await new EncryptingCodec([key('k1', 1)]).decode([plain])).toEqual([plain]);
  });
});
