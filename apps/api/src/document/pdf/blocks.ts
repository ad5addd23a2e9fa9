import type { Block, Cover } from './model.js';
import type { Painter } from './painter.js';
import { colour, lineWidth, page, text as styles, type TextStyle } from './style.js';
import { drawFacts } from './table.js';

type Of<K extends Block['is']> = Extract<Block, { is: K }>;

/** What must follow a heading on its page: another heading, the head of a table and two rows. */
const room = { 1: 160, 2: 124, 3: 80 } as const;

/** Space above and below a heading, by its level. */
const air = { 1: [30, 14], 2: [20, 7], 3: [12, 3] } as const;

export function drawHeading(painter: Painter, { level, text, starts = level === 1 }: Of<'heading'>): void {
  const style = styles.heading[level];
  const lines = painter.type.lines(text, style, lineWidth);
  const [above, below] = air[level];
  if (starts) painter.addPage();
  else painter.need(above + lines.length * style.leading + below + room[level]);
  if (painter.y > page.top) painter.y += above;
  painter.flow(`H${level}`, lines, style);
  if (level === 1) painter.artifact(() => painter.rule(page.left, page.left + 44, painter.y + 7, colour.accent, 2.2));
  painter.y += below + (level === 1 ? 8 : 0);
}

const tones: Record<'plain' | 'quiet' | 'lead', TextStyle> = { plain: styles.plain, quiet: styles.quiet, lead: styles.lead };

/** Paragraphs are parted by empty lines. */
export function drawParagraph(painter: Painter, { text, tone = 'plain' }: Of<'paragraph'>): void {
  const style = tones[tone];
  for (const part of text.split(/\n\s*\n/)) {
    painter.flow('P', painter.type.lines(part.trim(), style, lineWidth), style);
    painter.y += style.leading * 0.5;
  }
}

export function drawList(painter: Painter, { items, followed = 0 }: Of<'list'>): void {
  const list = painter.element('L');
  const indent = 14;
  for (const [i, item] of items.entries()) {
    const lines = painter.type.lines(item, styles.plain, lineWidth - indent);
    painter.need(i === items.length - 1 && followed > 0 ? styles.plain.leading * lines.length + followed : styles.plain.leading * Math.min(2, lines.length));
    const one = painter.element('LI', list);
    painter.marked(painter.element('Lbl', one), 'Lbl', () => painter.put('–', styles.plain, page.left, painter.y + styles.plain.leading * 0.76));
    painter.flow('LBody', lines, styles.plain, { x: page.left + indent, parent: one });
    painter.y += 3;
  }
  list.end();
  painter.y += 6;
}

/** A few lines on a ground of their own. */
export function drawNotice(painter: Painter, { text }: Of<'notice'>): void {
  const style = styles.plain;
  const lines = painter.type.lines(text, style, lineWidth - 34);
  painter.need(Math.min(lines.length * style.leading + 24, 400));
  painter.y += 10;
  painter.flow('P', lines, style, {
    x: page.left + 18,
    before: (top, height) => {
      painter.ground(page.left, top - 9, lineWidth, height + 18, colour.ground);
      painter.ground(page.left, top - 9, 2.5, height + 18, colour.accent);
    },
  });
  painter.y += 20;
}

export function drawColophon(painter: Painter, { rows }: Of<'colophon'>): void {
  const height = rows.length * styles.small.leading + 16;
  painter.need(height);
  painter.y = Math.max(painter.y + 10, page.height - page.bottom - height);
  painter.artifact(() => painter.rule(page.left, page.left + lineWidth, painter.y, colour.hair));
  painter.y += 8;
  colophonLines(painter, rows);
}

function colophonLines(painter: Painter, rows: Of<'colophon'>['rows']): void {
  for (const [label, value] of rows) painter.flow('P', painter.type.lines(painter.pair(label, value), styles.small, lineWidth), styles.small);
}

export function drawSignature(painter: Painter, { lines }: Of<'signature'>): void {
  const x = page.left + lineWidth * 0.5;
  const wrapped = lines.flatMap((line) => painter.type.lines(line, styles.plain, lineWidth * 0.5));
  painter.need(wrapped.length * styles.plain.leading + 60);
  painter.y += 20;
  painter.flow('P', wrapped, styles.plain, { x });
  painter.y += 36;
}

export function drawLetterhead(painter: Painter, { sender, addressee, references, date, subjectLabel, subject }: Of<'letterhead'>): void {
  const half = lineWidth * 0.5;
  painter.need(200);
  const top = painter.y;
  painter.artifact(() => painter.rule(page.left, page.left + 44, top - 12, colour.accent, 2.2));
  painter.flow('P', sender.flatMap((line) => painter.type.lines(line, styles.sender, half - 20)), styles.sender);
  const left = painter.y;
  painter.y = top + 46;
  painter.flow('P', addressee.flatMap((line) => painter.type.lines(line, styles.plain, half - 10)), styles.plain, { x: page.left + half + 10 });
  painter.y = Math.max(left, painter.y) + 18;
  const dated = painter.type.lines(date, styles.plain, half - 10);
  painter.flow('P', dated, styles.plain, { x: page.left + half + 10 });
  painter.y += 10;
  for (const [label, value] of references) painter.flow('P', painter.type.lines(painter.pair(label, value), styles.quiet, lineWidth), styles.quiet);
  painter.y += 12;
  painter.flow('H1', painter.type.lines(painter.pair(subjectLabel, subject), styles.heading[2], lineWidth), styles.heading[2]);
  painter.y += 14;
}

/** The first page: who, what, for whom; ids at the foot. */
export function drawCover(painter: Painter, { sender, kicker, title, subtitle, facts, notice, colophon }: Cover): void {
  painter.addPage({ bare: true });
  painter.artifact(() => painter.ground(0, 0, 9, page.height, colour.accent));
  painter.y = 76;
  painter.flow('P', sender.flatMap((line) => painter.type.lines(line, styles.sender, lineWidth * 0.6)), styles.sender);
  painter.y = Math.max(painter.y + 60, 218);
  painter.flow('P', painter.type.lines(kicker, styles.kicker, lineWidth), styles.kicker);
  painter.y += 10;
  painter.flow('H1', painter.type.lines(title, styles.cover, lineWidth).slice(0, 6), styles.cover);
  painter.y += 8;
  painter.flow('P', painter.type.lines(subtitle, styles.coverAside, lineWidth).slice(0, 4), styles.coverAside);
  painter.y += 34;
  drawFacts(painter, facts);
  painter.y += 14;
  for (const text of notice) painter.flow('P', painter.type.lines(text, styles.quiet, lineWidth * 0.86), styles.quiet);
  drawColophon(painter, { is: 'colophon', rows: colophon });
}

/** The table of contents: parts and chapters with their pages, each a link. */
export function drawContents(painter: Painter, { title }: Of<'contents'>, entries: readonly { readonly level: 1 | 2; readonly text: string }[]): void {
  drawHeading(painter, { is: 'heading', level: 1, text: title });
  const toc = painter.element('TOC');
  entries.forEach(({ level, text }, i) => {
    const style = level === 1 ? styles.strong : styles.plain;
    const x = page.left + (level === 1 ? 0 : 16);
    const right = page.left + lineWidth;
    const lines = painter.type.lines(text, style, right - x - 44);
    painter.need(lines.length * style.leading + 8);
    if (level === 1) painter.y += 7;
    const number = String(painter.known.headings[i] ?? 0);
    const top = painter.y;
    const link = painter.element('Link', painter.element('Reference', painter.element('TOCI', toc)));
    painter.marked(link, 'Link', () => {
      painter.stack(lines, style, x, true);
      painter.putRight(number, style, right, painter.y - style.leading * 0.24);
    });
    const from = x + painter.type.width(lines.at(-1) ?? '', style) + 6;
    const to = right - painter.type.width(number, style) - 6;
    painter.artifact(() => painter.doc.moveTo(from, painter.y - style.leading * 0.24).lineTo(to, painter.y - style.leading * 0.24).lineWidth(0.5).dash(0.5, { space: 3 }).strokeColor(colour.quiet).stroke().undash());
    painter.doc.goTo(x, top, right - x, painter.y - top, `heading-${i}`, { structParent: link, Contents: new String(text) } as never);
    painter.y += 2;
  });
  toc.end();
}

