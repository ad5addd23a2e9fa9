import encodeQR from 'qr';
import { Painter } from '../pdf/painter.js';
import { colour, page, type TextStyle } from '../pdf/style.js';
import type { Certificate } from './certificate.js';
import { frame, rosette } from './ornament.js';

const style = (face: TextStyle['face'], size: number, leading: number, ink: string): TextStyle => ({ face, size, leading, colour: ink });
const styles = {
  authority: style('sans-semibold', 10.5, 15, colour.ink),
  kicker: style('sans-semibold', 9, 12, colour.accent),
  awarded: style('serif', 14, 18, colour.quiet),
  carrier: style('sans', 10.5, 15.5, colour.ink),
  caption: style('sans-semibold', 7.6, 10, colour.quiet),
  value: style('serif-semibold', 13, 17, colour.ink),
  note: style('sans', 9, 13, colour.quiet),
  heading: style('sans-semibold', 9.5, 13, colour.accent),
  check: style('sans', 8.8, 12.4, colour.ink),
  address: style('sans-semibold', 8.4, 12, colour.ink),
  basis: style('sans', 7.2, 10, colour.quiet),
} as const;

const pale = { band: '#9fb8b6', rosette: '#dfe8e6', seal: '#7fa19e' } as const;
const band = { left: 30, top: 30, right: page.width - 30, bottom: page.height - 30, width: 13 } as const;
const middle = page.width / 2;
const measure = 400;
const foot = { top: 632, left: 84, code: 104 } as const;

/** A certificate as one page of PDF/A-2a: tagged, with embedded fonts. The same certificate gives the same bytes. */
export async function certificatePdf(certificate: Certificate): Promise<Uint8Array> {
  const { locale, title, authority, createdAt } = certificate;
  const painter = new Painter({ locale, title, author: authority, createdAt, running: { head: '', aside: '', foot: '' }, blocks: [] }, { headings: [], pages: 1 });
  painter.addPage({ bare: true });
  painter.artifact(() => {
    for (const [inner, outer, petals] of [[168, 212, 36], [112, 160, 24], [58, 104, 16]] as const) rosette(painter.doc as never, { x: middle, y: 340, inner, outer, petals, strands: 6, colour: pale.rosette });
    frame(painter.doc as never, { ...band, band: band.width, colour: pale.band, line: colour.accent });
  });
  drawHead(painter, certificate);
  drawTerm(painter, certificate);
  drawCheck(painter, certificate);
  return painter.finish();
}

function drawHead(painter: Painter, { authority, kicker, label, awarded, holder, carrier }: Certificate): void {
  painter.y = 92;
  centred(painter, 'P', authority, styles.authority);
  painter.y += 36;
  spaced(painter, kicker.toLocaleUpperCase('fr'), styles.kicker, 2.4);
  painter.y += 16;
  centred(painter, 'H1', label, sized(painter, label, 'serif-semibold', [29, 25, 21, 18], 3, colour.ink));
  painter.y += 8;
  painter.artifact(() => painter.rule(middle - 32, middle + 32, painter.y, colour.accent, 1.6));
  painter.y += 22;
  centred(painter, 'P', awarded, styles.awarded);
  painter.y += 12;
  centred(painter, 'H2', holder, sized(painter, holder, 'serif-semibold', [26, 22, 18, 15], 2, colour.accent));
  painter.y += 10;
  for (const line of carrier) centred(painter, 'P', line, styles.carrier, 3);
}

/** Number, first and last day and decision, side by side under fine rules. */
function drawTerm(painter: Painter, { term, notes }: Certificate): void {
  painter.y = Math.max(painter.y + 26, 490);
  const { doc } = painter;
  const width = measure + 40;
  const left = middle - width / 2;
  const column = width / term.length;
  const top = painter.y;
  painter.artifact(() => {
    painter.rule(left, left + width, top, colour.hair);
    painter.rule(left, left + width, top + 50, colour.hair);
    term.slice(1).forEach((_, i) => doc.moveTo(left + column * (i + 1), top + 9).lineTo(left + column * (i + 1), top + 41).lineWidth(0.5).strokeColor(colour.hair).stroke());
  });
  const fit = [13, 12, 11, 10, 8.5].map((size) => ({ ...styles.value, size })).find((one) => term.every(([, value]) => painter.type.width(value, one) <= column - 12)) ?? { ...styles.value, size: 7 };
  term.forEach(([caption, value], i) => {
    const centre = left + column * (i + 0.5);
    const cell = painter.element('P');
    painter.marked(cell, 'P', () => {
      at(painter, `${caption.toLocaleUpperCase('fr')} `, styles.caption, centre, top + 19);
      at(painter, value, fit, centre, top + 37);
    });
    cell.end();
  });
  painter.y = top + 64;
  for (const note of notes) centred(painter, 'P', note, styles.note);
}

function drawCheck(painter: Painter, { check, address, codeAlt, basis }: Certificate): void {
  const figure = painter.element('Figure', undefined, { alt: codeAlt });
  painter.marked(figure, 'Figure', () => drawCode(painter, address, foot.left, foot.top, foot.code));
  figure.end();
  const left = foot.left + foot.code + 20;
  const width = page.width - foot.left - left - 96;
  painter.y = foot.top + 2;
  const flow = (tag: string, text: string, one: TextStyle): void => {
    const element = painter.element(tag);
    painter.marked(element, tag, () => painter.stack(painter.type.lines(text, one, width), one, left));
    element.end();
  };
  flow('H2', check[0], styles.heading);
  flow('P', check[1], styles.check);
  painter.y += 5;
  flow('P', address, styles.address);
  painter.artifact(() => {
    const seal = { x: page.width - foot.left - 40, y: foot.top + foot.code / 2, petals: 12, strands: 6, colour: pale.seal, width: 0.5 };
    rosette(painter.doc as never, { ...seal, inner: 26, outer: 42 });
    rosette(painter.doc as never, { ...seal, inner: 8, outer: 22, petals: 9, colour: colour.accent });
  });
  painter.y = foot.top + foot.code + 12;
  centred(painter, 'P', basis, styles.basis, 0, 440);
}

/** Dark modules on white, with the quiet zone of four that readers need around them. */
function drawCode(painter: Painter, text: string, x: number, y: number, size: number): void {
  const modules = encodeQR(text, 'raw', { ecc: 'quartile', border: 4 });
  const side = size / modules.length;
  const { doc } = painter;
  doc.rect(x, y, size, size).fillColor('#ffffff').fill();
  modules.forEach((row, down) => {
    for (let from = 0; from < row.length; from += 1) {
      if (!row[from]) continue;
      let to = from;
      while (row[to + 1]) to += 1;
      doc.rect(x + from * side, y + down * side, (to - from + 1) * side, side);
      from = to;
    }
  });
  doc.fillColor('#000000').fill();
}

function centred(painter: Painter, tag: string, text: string, one: TextStyle, gap = 0, most = measure): void {
  const lines = balanced(painter, text, one, most);
  const element = painter.element(tag);
  painter.marked(element, tag, () => lines.forEach((line, i) => {
    at(painter, i < lines.length - 1 ? `${line} ` : line, one, middle, painter.y + one.leading * 0.76);
    painter.y += one.leading;
  }));
  element.end();
  painter.y += gap;
}

/** As few lines as fit, of much the same length: no word is left alone on the last one. */
function balanced(painter: Painter, text: string, one: TextStyle, most: number): string[] {
  let best = painter.type.lines(text, one, most);
  const { length } = best;
  for (let width = most * 0.96; length > 1 && width > most / 2; width *= 0.96) {
    const lines = painter.type.lines(text, one, width);
    if (lines.length > length) break;
    best = lines;
  }
  return best;
}

/** One line, its middle at `centre`. */
function at(painter: Painter, line: string, one: TextStyle, centre: number, baseline: number): void {
  painter.put(line, one, centre - painter.type.width(line.trimEnd(), one) / 2, baseline);
}

/** Letters set apart, as on an inscription. */
function spaced(painter: Painter, text: string, one: TextStyle, space: number): void {
  const line = painter.type.clean(text, one.face);
  let x = middle - (painter.type.width(line, one) + space * (line.length - 1)) / 2;
  const element = painter.element('P');
  painter.marked(element, 'P', () => {
    for (const run of painter.type.runs(line, one.face)) {
      painter.doc.font(run.font).fontSize(one.size).fillColor(one.colour).text(run.text, x, painter.y + one.leading * 0.76, { lineBreak: false, baseline: 'alphabetic', characterSpacing: space });
      x += painter.doc.widthOfString(run.text) + space * run.text.length;
    }
  });
  element.end();
  painter.y += one.leading;
}

/** The largest size at which a text needs no more than `most` lines. */
function sized(painter: Painter, text: string, face: TextStyle['face'], sizes: readonly number[], most: number, ink: string): TextStyle {
  const styled = sizes.map((size) => style(face, size, size * 1.22, ink));
  return styled.find((one) => painter.type.lines(text, one, measure).length <= most) ?? styled.at(-1) ?? style(face, 14, 18, ink);
}
