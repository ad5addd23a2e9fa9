import { drawColophon, drawContents, drawCover, drawHeading, drawLetterhead, drawList, drawNotice, drawParagraph, drawSignature } from './blocks.js';
import { drawImage } from './image.js';
import type { Block, PdfSource, Rendered } from './model.js';
import { type Known, Painter } from './painter.js';
import { lineWidth, page, text as styles } from './style.js';
import { drawFacts, drawTable } from './table.js';

/**
 * Lays a document out as a tagged PDF with embedded fonts: PDF/A-2a and PDF/UA-1 (checked with veraPDF 1.28.2), unless pages or pictures of others come in. The same document gives the same bytes.
 * Twice: the pages of the headings are known only when all is laid out, and the contents stand before them.
 */
export async function renderPdf(source: PdfSource): Promise<Rendered> {
  const first = await layOut(source, { headings: [], pages: 0 });
  const { bytes, pages, insertions } = await layOut(source, first);
  return { bytes, pages, insertions };
}

async function layOut(source: PdfSource, known: Known): Promise<Rendered & { headings: number[] }> {
  const painter = new Painter(source, known);
  const entries = source.blocks.flatMap((block) => (block.is === 'heading' && isListed(block) ? [{ level: block.level as 1 | 2, text: block.text }] : []));
  const headings: number[] = [];
  const insertions: { key: string; after: number }[] = [];
  const outline: { part: PDFKit.PDFOutline | undefined } = { part: undefined };
  if (source.cover) drawCover(painter, source.cover);
  for (const block of source.blocks) {
    if (block.is === 'contents') drawContents(painter, block, entries);
    else if (block.is === 'heading') {
      drawHeading(painter, block);
      if (isListed(block)) remember(painter, block, headings, outline);
    } else if (block.is === 'insert') {
      insertions.push({ key: block.key, after: painter.own });
      painter.inserted += block.pages;
    } else draw(painter, block);
  }
  return { bytes: await painter.finish(), pages: painter.number, insertions, headings };
}

function draw(painter: Painter, block: Exclude<Block, { is: 'contents' | 'heading' | 'insert' }>): void {
  switch (block.is) {
    case 'paragraph': return drawParagraph(painter, block);
    case 'facts': return drawFacts(painter, block.rows);
    case 'list': return drawList(painter, block);
    case 'table': return drawTable(painter, block);
    case 'notice': return drawNotice(painter, block);
    case 'letterhead': return drawLetterhead(painter, block);
    case 'signature': return drawSignature(painter, block);
    case 'image': return drawImage(painter, block);
    case 'colophon': return drawColophon(painter, block);
  }
}

function isListed({ level, unlisted = false }: Extract<Block, { is: 'heading' }>): boolean {
  return level < 3 && !unlisted;
}

/** Where a heading stands: for the contents, for the links to it and for the reader's list of chapters. */
function remember(painter: Painter, { text, level }: Extract<Block, { is: 'heading' }>, headings: number[], outline: { part: PDFKit.PDFOutline | undefined }): void {
  const lines = painter.type.lines(text, styles.heading[level], lineWidth).length;
  const top = Math.max(page.top, painter.y - lines * styles.heading[level].leading - 30);
  painter.doc.addNamedDestination(`heading-${headings.length}`, 'XYZ', 0, top, null as never);
  const over = level === 2 && outline.part ? outline.part : painter.doc.outline;
  const item = over.addItem(painter.type.clean(text, 'sans').replaceAll('\n', ' '), { top, left: page.width, expanded: false } as never);
  if (level === 1) outline.part = item;
  headings.push(painter.number);
}
