import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** What a link lets its holder do: answer for the firm once, or ask not to be written to. */
export type LinkUse = 'answer' | 'leave';

const MAC_BYTES = 16;

/**
 * The links that firms receive. A token is the firm's row id and a code (HMAC-SHA256, 128 bits) that only the holder of the secret can make:
 * none is stored, so that none leaks from the database, a log of queries or a backup. The two uses have codes of their own.
 */
export class SurveyLinks {
  private readonly key: Buffer;

  /** @param secret of the installation; links made under another one are not known any more */
  constructor(secret: string) {
    this.key = Buffer.from(hkdfSync('sha256', secret, '', 'estampille survey links', 32));
  }

  /** @param firm id of its row */
  token(firm: string, use: LinkUse): string {
    const id = Buffer.from(firm.replaceAll('-', ''), 'hex');
    return Buffer.concat([id, this.code(id, use)]).toString('base64url');
  }

  /** The firm that a token was made for; undefined for any other text. */
  firmOf(token: string, use: LinkUse): string | undefined {
    if (!/^[\w-]{43}$/.test(token)) return undefined;
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== 16 + MAC_BYTES || bytes.toString('base64url') !== token) return undefined;
    const id = bytes.subarray(0, 16);
    if (!timingSafeEqual(bytes.subarray(16), this.code(id, use))) return undefined;
    return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  /** An address as it is remembered by those who left: it can be recognised, not read. */
  addressHash(emailKey: string): string {
    return createHmac('sha256', this.key).update(`address/${emailKey}`).digest('base64url');
  }

  private code(id: Buffer, use: LinkUse): Buffer {
    return createHmac('sha256', this.key).update(`${use}/`).update(id).digest().subarray(0, MAC_BYTES);
  }
}
