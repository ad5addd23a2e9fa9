import PDFDocument from 'pdfkit';
import { setMetadata } from './metadata.js';
import type { PdfSource } from './model.js';
import { colour, page, type TextStyle, text as styles } from './style.js';
import { Typesetter } from './typesetter.js';

type Struct = PDFKit.PDFStructureElement;

/** What a pass before knew: on which page each heading stands, how many pages there are. */
export interface Known {
  readonly headings: readonly number[];
  readonly pages: number;
}

/** Draws text and lines on pages, top to bottom, and says to assistive programs what each is. */
export class Painter {
  readonly doc: PDFKit.PDFDocument;
  readonly type: Typesetter;
  /** Where the next line begins, from the top. */
  y: number = page.top;
  /** Pages of ours so far, and pages of others between them. */
  own = 0;
  inserted = 0;
  private readonly root: Struct;

  constructor(private readonly source: PdfSource, readonly known: Known) {
    // Pages of others may be anything: a document with them promises nothing.
    const conforming = !source.blocks.some(({ is }) => is === 'insert' || is === 'image');
    this.doc = new PDFDocument({
      size: [page.width, page.height], margin: 0, autoFirstPage: false, bufferPages: false, pdfVersion: '1.7', tagged: true, lang: source.locale === 'fr' ? 'fr-FR' : 'en-GB',
      displayTitle: true, ...(conforming ? { subset: 'PDF/A-2a' as never } : {}), font: '', info: { Title: source.title, Author: source.author, Creator: 'Estampille', Producer: 'Estampille', CreationDate: new Date(source.createdAt), ModDate: new Date(source.createdAt) },
    });
    setMetadata(this.doc, conforming);
    this.type = new Typesetter(this.doc);
    this.root = this.doc.struct('Document', { title: source.title });
    this.doc.addStructure(this.root);
  }

  /** A name and what it is, on one line: French sets a space before the colon. */
  pair(name: string, value: string): string {
    return `${name}${this.source.locale === 'fr' ? '\u00a0' : ''}: ${value}`;
  }

  /** The number that the page in hand bears. */
  get number(): number {
    return this.own + this.inserted;
  }

  get room(): number {
    return page.height - page.bottom - this.y;
  }

  addPage({ bare = false } = {}): void {
    this.doc.addPage();
    this.own += 1;
    this.y = page.top;
    const { mark, running } = this.source;
    this.doc.markContent('Artifact', { type: 'Pagination' });
    if (mark !== undefined) this.drawMark(mark);
    if (!bare) {
      const last = page.width - page.right;
      this.rule(page.left, last, 60, colour.hair);
      this.put(this.fitting(running.head, styles.running, 300), styles.running, page.left, 52);
      this.putRight(this.fitting(running.aside, styles.running, 150), styles.running, last, 52);
      const count = `${this.number} / ${this.known.pages}`;
      this.put(this.fitting(running.foot, styles.running, 390), styles.running, page.left, page.height - 42);
      this.putRight(count, styles.running, last, page.height - 42);
    }
    this.doc.endMarkedContent();
  }

  /** A new page when fewer than `height` points are left on this one. */
  need(height: number): void {
    if (this.own === 0 || this.room < height) this.addPage();
  }

  /** A structure element under `parent`, or under the document. */
  element(tag: string, parent: Struct = this.root, options: object = {}): Struct {
    const made = this.doc.struct(tag, options);
    parent.add(made);
    return made;
  }

  /** Draws what belongs to `element` on this page. */
  marked(element: Struct, tag: string, draw: () => void): void {
    const content = this.doc.markStructureContent(tag);
    draw();
    this.doc.endMarkedContent();
    element.add(content);
  }

  /** Draws what is only for the eye. */
  artifact(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  /** Lines below each other from `y` on, broken over pages where they must be. */
  flow(tag: string, lines: readonly string[], style: TextStyle, { x = page.left, parent, before }: { x?: number; parent?: Struct; before?: (top: number, height: number) => void } = {}): void {
    const element = this.element(tag, parent);
    for (let from = 0; from < lines.length;) {
      this.need(style.leading * Math.min(2, lines.length - from));
      const some = lines.slice(from, from + Math.max(1, Math.floor(this.room / style.leading)));
      if (before) this.artifact(() => before(this.y, some.length * style.leading));
      this.marked(element, tag, () => this.stack(some, style, x, from + some.length < lines.length));
      from += some.length;
    }
    element.end();
  }

  /** Lines below each other without a look at the end of the page. */
  stack(lines: readonly string[], style: TextStyle, x: number, more = false): void {
    lines.forEach((line, i) => {
      // The space that the break took away: who reads the text aloud or searches it needs it.
      this.put(more || i < lines.length - 1 ? `${line} ` : line, style, x, this.y + style.leading * 0.76);
      this.y += style.leading;
    });
  }

  /** One line, its baseline at `baseline`. */
  put(line: string, style: TextStyle, x: number, baseline: number): void {
    let at = x;
    for (const run of this.type.runs(line, style.face)) {
      this.doc.font(run.font).fontSize(style.size).fillColor(style.colour).text(run.text, at, baseline, { lineBreak: false, baseline: 'alphabetic' });
      at += this.doc.widthOfString(run.text);
    }
  }

  putRight(line: string, style: TextStyle, right: number, baseline: number): void {
    this.put(line, style, right - this.type.width(line, style), baseline);
  }

  /** The beginning of a text that fits on one line of `most` points. */
  fitting(text: string, style: TextStyle, most: number): string {
    const [first = '', ...rest] = this.type.lines(text.replaceAll('\n', ' '), style, most);
    return rest.length === 0 ? first : `${first} …`;
  }

  rule(from: number, to: number, y: number, stroke: string, width = 0.6): void {
    this.doc.moveTo(from, y).lineTo(to, y).lineWidth(width).strokeColor(stroke).stroke();
  }

  ground(x: number, y: number, width: number, height: number, fill: string): void {
    this.doc.rect(x, y, width, height).fillColor(fill).fill();
  }

  private drawMark(mark: string): void {
    const large: TextStyle = { face: 'serif-semibold', size: 96, leading: 96, colour: colour.mark };
    const size = Math.min(96, (96 * 720) / this.type.width(mark, large));
    const style = { ...large, size };
    const width = this.type.width(mark, style);
    this.doc.save().rotate(-52, { origin: [page.width / 2, page.height / 2] });
    this.put(mark, style, (page.width - width) / 2, page.height / 2 + size * 0.35);
    this.doc.restore();
  }

  /** The whole document as bytes. */
  async finish(): Promise<Uint8Array> {
    this.root.end();
    const chunks: Buffer[] = [];
    this.doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    const ended = new Promise<void>((resolve, reject) => {
      this.doc.on('end', resolve);
      this.doc.on('error', reject);
    });
    this.doc.end();
    await ended;
    return Buffer.concat(chunks);
  }
}
