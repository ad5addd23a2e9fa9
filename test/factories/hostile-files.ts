import { crc32, deflateSync } from 'node:zlib';
import { degrees, PDFDocument, StandardFonts } from '@cantoo/pdf-lib';

type Bytes = Uint8Array<ArrayBuffer>;
const own = (bytes: Uint8Array): Bytes => new Uint8Array(bytes);
const text = (words: string): Bytes => new TextEncoder().encode(words);

/** A PDF as people send them: two pages, one turned, a form that was filled in, and a script that must not come along. */
export async function honestPdf(words: string): Promise<Bytes> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.addPage([595, 842]).drawText(words, { x: 80, y: 700, size: 20, font });
  const turned = document.addPage([842, 595]);
  turned.setRotation(degrees(90));
  turned.drawText(`${words} (2)`, { x: 80, y: 300, size: 20, font });
  const field = document.getForm().createTextField('nom');
  field.setText('Rempli');
  field.addToPage(document.getPage(0), { x: 80, y: 500, width: 200, height: 24 });
  document.addJavaScript('main', 'app.alert("SCRIPT-OF-SOMEBODY")');
  return own(await document.save({ useObjectStreams: false }));
}

export async function encryptedPdf(): Promise<Bytes> {
  const document = await PDFDocument.create();
  document.addPage();
  document.encrypt({ userPassword: 'secret', ownerPassword: 'secret' });
  return own(await document.save());
}

/** The beginning of a PDF whose rest was lost on the way. */
export async function truncatedPdf(): Promise<Bytes> {
  const whole = await honestPdf('Coupé');
  return whole.slice(0, Math.floor(whole.length * 0.6));
}

/** Few bytes, 20,000 pages: one page named again and again. */
export function endlessPdf(): Bytes {
  return text(`%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 20000/Kids[${'3 0 R '.repeat(20_000)}]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`);
}

/** PDFs of a page that is wrong in itself: no size, a size of names, a turn that is no number, parents in a circle. */
export const brokenPagePdfs: Readonly<Record<string, Bytes>> = {
  'no size': onePage('/Parent 2 0 R'),
  'a size of names': onePage('/Parent 2 0 R/MediaBox[0 0 /a /b]'),
  'a turn that is no number': onePage('/Parent 2 0 R/MediaBox[0 0 100 100]/Rotate/x'),
  'parents in a circle': onePage('/Parent 4 0 R', '4 0 obj<</Type/Pages/Parent 4 0 R/Count 1/Kids[3 0 R]>>endobj\n'),
};

function onePage(page: string, more = ''): Bytes {
  return text(`%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page${page}>>endobj\n${more}trailer<</Root 1 0 R>>\n%%EOF\n`);
}

/** A PDF of less than a megabyte whose objects unpack to 900 MB. */
export function swellingPdf(fill = 32): Bytes {
  const packed = deflateSync(Buffer.alloc(900_000_000, fill));
  const head = `%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n5 0 obj<</Type/ObjStm/N 1/First 10/Filter/FlateDecode/Length ${packed.length}>>stream\n`;
  return own(Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')]));
}

/** A picture of `width` × `height` points whose data holds `raw` bytes, whatever the size says. */
export function png(width: number, height: number, raw = height * (1 + width * 3)): Bytes {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  head[9] = 2;
  return own(Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(raw, 120))), chunk('IEND', Buffer.alloc(0))]));
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
