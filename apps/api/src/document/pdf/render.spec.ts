import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Block, PdfSource } from './model.js';
import { renderPdf } from './render.js';

const source = (blocks: readonly Block[], more: Partial<PdfSource> = {}): PdfSource => ({
  locale: 'fr', title: 'Bois & Forêt <essai>', author: 'ISM', createdAt: '2027-03-01T09:00:00.000Z', running: { head: 'Pôle Bois', aside: 'Appel 2027', foot: 'Établi pour A' }, blocks, ...more,
});
const textOf = async (bytes: Uint8Array): Promise<string[]> => (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false })).text.map((page) => page.replace(/\s+/g, ' '));
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const long = 'Le pôle accompagne les entreprises artisanales du bois. '.repeat(120);

describe('a document as a PDF', () => {
  it('is the same bytes for the same document, and others for another day', async () => {
    const blocks: Block[] = [{ is: 'heading', level: 1, text: 'Réponses' }, { is: 'paragraph', text: long }];
    const [once, again, later] = await Promise.all([renderPdf(source(blocks)), renderPdf(source(blocks)), renderPdf(source(blocks, { createdAt: '2027-03-02T09:00:00.000Z' }))]);
    expect(hash(once.bytes)).toBe(hash(again.bytes));
    expect(hash(once.bytes)).not.toBe(hash(later.bytes));
  });

  it('sets French, and names of other scripts, so that they are read back', async () => {
    const words = 'L’été, « 48 000 € » à Œuilly ; Łukasz Žižek, Ελένη, Дмитрий – n° 3';
    expect((await textOf((await renderPdf(source([{ is: 'paragraph', text: words }]))).bytes))[0]).toContain(words);
  });

  it('drops marks that nobody sees, and says where a sign is missing', async () => {
    const [page] = await textOf((await renderPdf(source([{ is: 'paragraph', text: 'a\u202eb\u0000c\u200b 漢' }]))).bytes);
    expect(page).toContain('abc ?');
  });

  it('knows on which page each chapter stands, pages of others counted', async () => {
    const made = await renderPdf(source([
      { is: 'contents', title: 'Sommaire' }, { is: 'heading', level: 1, text: 'Premier' }, { is: 'paragraph', text: long }, { is: 'insert', key: 'a', pages: 7 }, { is: 'heading', level: 1, text: 'Second' }, { is: 'paragraph', text: 'Fin.' },
    ]));
    const pages = await textOf(made.bytes);
    const own = pages.length;
    expect(made.pages).toBe(own + 7);
    expect(pages[0]).toContain(`Premier 2 Second ${own + 7}`);
    expect(pages.at(-1)).toContain(`${own + 7} / ${own + 7}`);
    expect(made.insertions).toEqual([{ key: 'a', after: own - 1 }]);
  });

  it('says what is a heading, a table, a link; and in what language', async () => {
    const { bytes } = await renderPdf(source([
      { is: 'contents', title: 'Sommaire' }, { is: 'heading', level: 1, text: 'Un' }, { is: 'table', columns: [{ title: 'Année', width: 1 }, { title: 'Action', width: 3 }], rows: Array.from({ length: 60 }, (_, i) => [String(i), long.slice(0, 300)]) }, { is: 'list', items: ['a'] },
    ]));
    const proxy = await getDocumentProxy(new Uint8Array(bytes));
    expect(await proxy.getMarkInfo()).toMatchObject({ Marked: true });
    expect((await proxy.getMetadata()).info).toMatchObject({ Title: 'Bois & Forêt <essai>', Language: 'fr-FR' });
    const roles = JSON.stringify(await (await proxy.getPage(2)).getStructTree());
    for (const role of ['H1', 'Table', 'TH', 'TD']) expect(roles).toContain(`"${role}"`);
    const pages = await textOf(bytes);
    // The head of the table stands on each of its pages.
    expect(pages.slice(1).every((page) => page.includes('Année Action'))).toBe(true);
    expect(pages.length).toBeGreaterThan(3);
  });

  it('breaks nothing: a row longer than a page, a word longer than a line, nothing at all', async () => {
    const made = await renderPdf(source([{ is: 'table', columns: [{ title: 'A', width: 1 }], rows: [[long.repeat(4)], ['x'.repeat(3000)], ['']] }, { is: 'paragraph', text: '' }, { is: 'facts', rows: [['B', 'y'.repeat(2000)]] }, { is: 'notice', text: long.repeat(2) }]));
    const text = (await textOf(made.bytes)).join(' ').replace(/\s/g, '');
    expect([text.match(/accompagne/g)?.length, text.match(/x/g)?.length, text.match(/y/g)?.length]).toEqual([4 * 120 + 240, 3000, 2000]);
  });

  it('is marked on each page as what it is', async () => {
    const pages = await textOf((await renderPdf(source([{ is: 'paragraph', text: long.repeat(3) }], { mark: 'PROJET' }))).bytes);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.every((page) => page.includes('PROJET'))).toBe(true);
  });
});
