import { inflateSync } from 'node:zlib';
import type { Omission } from './bound.js';
import { limits } from './bound.js';

/** Whether a picture can be placed: whole, and not larger unpacked than its size on the page is worth. Undefined when it can. */
export function pictureFault(bytes: Buffer, type: 'png' | 'jpg'): Omission | undefined {
  try {
    return type === 'png' ? pngFault(bytes) : jpegFault(bytes);
  } catch {
    return 'damaged';
  }
}

const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function pngFault(bytes: Buffer): Omission | undefined {
  const [width, height, depth, kind] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes.readUInt8(24), bytes.readUInt8(25)];
  if (width === 0 || height === 0 || channels[kind] === undefined) return 'damaged';
  if (width * height > limits.points) return 'too-heavy';
  const packed: Buffer[] = [];
  let whole = false;
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (at + 12 + length > bytes.length) break;
    if (name === 'IDAT') packed.push(bytes.subarray(at + 8, at + 8 + length));
    if (name === 'IEND') whole = true;
    at += 12 + length;
  }
  if (!whole) return 'damaged';
  // The data may hold more than the head admits: unpacking stops there. Interlacing adds a filter byte a row and pass.
  const expected = height * (1 + Math.ceil((width * (channels[kind] ?? 4) * depth) / 8));
  const unpacked = inflateSync(Buffer.concat(packed), { maxOutputLength: expected + 8 * height + 64 });
  return unpacked.length < expected ? 'damaged' : undefined;
}

function jpegFault(bytes: Buffer): Omission | undefined {
  if (bytes.subarray(Math.max(0, bytes.length - 65_536)).indexOf(Buffer.from([0xff, 0xd9])) < 0) return 'damaged';
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return 'damaged';
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const points = bytes.readUInt16BE(at + 5) * bytes.readUInt16BE(at + 7);
      return points === 0 ? 'damaged' : points > limits.points ? 'too-heavy' : undefined;
    }
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return 'damaged';
}
