import { readFile } from 'node:fs/promises';
import { degrees, PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib';
import type { Rendered } from '../pdf/model.js';
import { renderPdf } from '../pdf/render.js';
import { annexBlocks, type Annexed, stampOf } from './annex.js';
import { type BindingJob, type BoundFile, limits, type Omission } from './bound.js';
import { openForeign } from './foreign-pdf.js';
import { pictureFault } from './picture.js';

interface Opened { readonly file: BoundFile; readonly document?: PDFDocument; readonly shown: Annexed['shown'] }

/**
 * Lays the document out, with the files behind it that can be shown, and lists the others.
 * @param reading told before each file, so that whoever watches knows which one brought the thread down
 */
export async function bind({ source, files, omitted, locale }: BindingJob, reading: (key: string | null) => void): Promise<{ bytes: Uint8Array; pages: number }> {
  const opened: Opened[] = [];
  const left = { bytes: limits.allBytes, pages: limits.allPages };
  for (const file of files) {
    reading(file.key);
    const one: Opened = await open(file, omitted[file.key], left);
    opened.push(one);
    if ('pages' in one.shown) {
      left.pages -= one.shown.pages;
      left.bytes -= file.size;
    }
  }
  for (;;) {
    reading(null);
    try {
      const rendered = await renderPdf({ ...source, blocks: [...source.blocks, ...annexBlocks(opened.map(({ file, shown }) => ({ file, shown })), locale)] });
      if (rendered.insertions.length === 0) return { bytes: rendered.bytes, pages: rendered.pages };
      return { bytes: await insertPages(rendered, opened, locale, reading), pages: rendered.pages };
    } catch (error) {
      // What only the merging finds wrong: the book is laid out again without that file, or without any that we cannot tell from the others.
      const wrong = error instanceof Unfit ? [error.at] : [...opened.keys()].filter((at) => isShown(opened[at]));
      if (wrong.length === 0) throw error;
      for (const at of wrong) list(opened, at, 'damaged');
    }
  }
}

/** A file that looked whole and cannot be merged. */
class Unfit extends Error {
  constructor(readonly at: number) {
    super('a file that cannot be merged');
  }
}

function isShown(one: Opened | undefined): boolean {
  return one !== undefined && 'pages' in one.shown;
}

function list(opened: Opened[], at: number, omission: Omission): void {
  const one = opened[at];
  if (one) opened[at] = { file: one.file, shown: { omission } };
}

async function open(file: BoundFile, before: Omission | undefined, left: { bytes: number; pages: number }): Promise<Opened> {
  const listed = (omission: Omission): Opened => ({ file, shown: { omission } });
  const { type } = file;
  if (before) return listed(before);
  if (type !== 'pdf' && type !== 'png' && type !== 'jpg') return listed('office');
  if (file.size > left.bytes) return listed('too-heavy');
  const bytes = await readFile(file.path).catch(() => undefined);
  if (!bytes) return listed('absent');
  if (type !== 'pdf') {
    const fault = pictureFault(bytes, type);
    return fault ? listed(fault) : { file, shown: { pages: 0, picture: file.path } };
  }
  const found = await openForeign(bytes);
  if ('fault' in found) return listed(found.fault);
  if (found.pages > left.pages) return listed('too-long');
  return { file, document: found.document, shown: { pages: found.pages } };
}

async function insertPages({ bytes, pages, insertions }: Rendered, opened: readonly Opened[], locale: BindingJob['locale'], reading: (key: string | null) => void): Promise<Uint8Array> {
  const book = await PDFDocument.load(bytes, { updateMetadata: false });
  const font = await book.embedFont(StandardFonts.Helvetica);
  let inserted = 0;
  for (const { key, after } of insertions) {
    const n = opened.findIndex(({ file }) => file.key === key);
    const document = opened[n]?.document;
    if (!document) continue;
    reading(key);
    try {
      for (const page of await book.copyPages(document, document.getPageIndices())) {
        const number = after + inserted + 1;
        book.insertPage(number - 1, page);
        stamp(page, font, stampOf(n + 1, number, pages, locale));
        inserted += 1;
      }
    } catch {
      throw new Unfit(n);
    }
  }
  reading(null);
  return book.save({ useObjectStreams: true, updateFieldAppearances: false });
}

/** The number of a page in the book, at its foot as it is read, whichever way it is turned. */
function stamp(page: PDFPage, font: PDFFont, text: string): void {
  const { x, y, width, height } = page.getCropBox();
  const turned = ((page.getRotation().angle % 360) + 360) % 360;
  const seen = turned % 180 === 0 ? width : height;
  const size = Math.max(5, (7 * seen) / 595);
  const gap = size * 1.4;
  const at = { 0: { x: x + gap, y: y + gap }, 90: { x: x + width - gap, y: y + gap }, 180: { x: x + width - gap, y: y + height - gap }, 270: { x: x + gap, y: y + height - gap } }[turned];
  if (!at) return;
  page.drawText(text, { ...at, size, font, rotate: degrees(turned), color: rgb(0.38, 0.36, 0.33) });
}
