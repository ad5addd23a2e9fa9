import { EncryptedPDFError, ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, type PDFPage, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { limits, type Omission } from './bound.js';

/** A PDF of somebody's, opened. */
export type Opened = { readonly document: PDFDocument; readonly pages: number } | { readonly fault: Omission };

/** Opens a PDF of unknown origin; whatever is wrong with it is an answer, never an error. */
export async function openForeign(bytes: Uint8Array): Promise<Opened> {
  // A file that was cut off has lost its end mark; some programs write a little behind it.
  if (Buffer.from(bytes.subarray(Math.max(0, bytes.length - 4096))).indexOf('%%EOF') < 0) return { fault: 'damaged' };
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
    const pages = countPages(document);
    if (pages > limits.pages) return { fault: 'too-long' };
    if (pages === 0 || document.getPageCount() !== pages || document.getPages().some(isEmptied)) return { fault: 'damaged' };
    if (!document.getPages().every(isSound)) return { fault: 'damaged' };
    for (const page of document.getPages()) tame(page.node);
    return { document, pages };
  } catch (error) {
    return { fault: error instanceof EncryptedPDFError ? 'encrypted' : 'damaged' };
  }
}

/** Walks the tree of pages, which may name the same branch a thousand times over, no further than the limit. */
function countPages(document: PDFDocument): number {
  const waiting: unknown[] = [document.catalog.get(PDFName.of('Pages'))];
  let pages = 0;
  for (let steps = 0; waiting.length > 0; steps += 1) {
    if (pages > limits.pages || steps > limits.pages * 20) return limits.pages + 1;
    const one = waiting.pop();
    const node = one instanceof PDFRef ? document.context.lookup(one) : one;
    if (!(node instanceof PDFDict)) throw new Error('a page that is none');
    const kids = node.lookup(PDFName.of('Kids'));
    if (kids instanceof PDFArray) waiting.push(...kids.asArray().slice(0, limits.pages + 2));
    else pages += 1;
  }
  return pages;
}

/** A page that says how large it is and which way it is turned; whoever cannot read that throws, here where it may. */
function isSound(page: PDFPage): boolean {
  const { x, y, width, height } = page.getCropBox();
  return [x, y, width, height, page.getRotation().angle].every((one) => Number.isFinite(one)) && width > 0 && height > 0;
}

/** A page whose content was cut off with the end of the file. */
function isEmptied({ node }: { node: PDFDict }): boolean {
  const contents = node.get(PDFName.of('Contents'));
  if (contents === undefined) return false;
  const found = node.context.lookup(contents);
  if (found instanceof PDFArray) return found.asArray().some((one) => !(node.context.lookup(one) instanceof PDFStream));
  return !(found instanceof PDFStream);
}

const dropped = ['AA', 'StructParents', 'Tabs', 'Metadata', 'PieceInfo', 'Thumb', 'B', 'PZ'];

/** Takes from a page what acts, links or plays. What was filled in or stamped stays, as a picture of itself. */
function tame(page: PDFDict): void {
  for (const name of dropped) page.delete(PDFName.of(name));
  const annotations = page.lookup(PDFName.of('Annots'));
  page.delete(PDFName.of('Annots'));
  if (!(annotations instanceof PDFArray)) return;
  const kept = annotations.asArray().slice(0, 2000).map((one) => page.context.lookup(one)).filter((one): one is PDFDict => one instanceof PDFDict).flatMap((one) => {
    const picture = asPicture(one);
    return picture ? [page.context.register(picture)] : [];
  });
  if (kept.length > 0) page.set(PDFName.of('Annots'), page.context.obj(kept));
}

function asPicture(annotation: PDFDict): PDFDict | undefined {
  const look = annotation.lookup(PDFName.of('AP'));
  const flags = annotation.lookup(PDFName.of('F'));
  const hidden = flags instanceof PDFNumber && (flags.asNumber() & 0b100010) !== 0;
  const kind = annotation.lookup(PDFName.of('Subtype'));
  if (!(look instanceof PDFDict) || hidden || kind === PDFName.of('Popup') || kind === PDFName.of('Link')) return undefined;
  const picture = annotation.context.obj({ Type: 'Annot', Subtype: 'Stamp', F: 4 });
  for (const name of ['Rect', 'AS']) {
    const value = annotation.get(PDFName.of(name));
    if (value !== undefined) picture.set(PDFName.of(name), value);
  }
  const normal = look.get(PDFName.of('N'));
  if (normal === undefined) return undefined;
  picture.set(PDFName.of('AP'), annotation.context.obj({ N: normal }));
  return picture;
}
