import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { brokenPagePdfs, honestPdf } from '../../../../../test/factories/hostile-files.js';
import { bind } from './bind.js';
import type { BoundFile } from './bound.js';

let folder: string;
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'bind-')); });
afterAll(() => rm(folder, { recursive: true }));

async function file(key: string, bytes: Uint8Array): Promise<BoundFile> {
  const path = join(folder, key);
  await writeFile(path, bytes);
  return { key, path, name: `${key}.pdf`, type: 'pdf', size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), facts: [] };
}

describe('a book with a page that is wrong in itself', () => {
  it.each(Object.entries(brokenPagePdfs))('lists it and shows the others: %s', async (name, bytes) => {
    const files = [await file(name.replaceAll(' ', '-'), bytes), await file('honest', await honestPdf('Statuts'))];
    const made = await bind({
      files, omitted: {}, locale: 'en',
      source: { locale: 'en', title: 'Book', author: 'Us', createdAt: '2027-03-01T10:00:00.000Z', running: { head: 'a', aside: 'b', foot: 'c' }, blocks: [{ is: 'heading', level: 1, text: 'One' }] },
    }, () => undefined);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(made.bytes)), { mergePages: true });
    expect(text.replace(/\s+/g, ' ')).toMatch(/not shown: damaged file/);
    expect(text).toContain('Statuts');
  });
});
