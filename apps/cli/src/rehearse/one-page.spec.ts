import { describe, expect, it } from '@jest/globals';
import { PDFDocument } from '@cantoo/pdf-lib';
import { onePage } from './one-page.js';

describe('a page that is uploaded', () => {
  it.each(['statutes', 'pièce (1) \\'])('is a PDF that a reader opens: %s', async (title) => {
    const read = await PDFDocument.load(new TextEncoder().encode(onePage(title)), { throwOnInvalidObject: true });
    expect(read.getPageCount()).toBe(1);
  });

  it('shows its title, escaped', () => expect(onePage('a (b)')).toContain(String.raw`(a \(b\)) Tj`));
});
