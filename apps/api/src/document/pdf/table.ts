import type { Block, Fact } from './model.js';
import type { Painter } from './painter.js';
import { colour, lineWidth, page, text as styles, type TextStyle } from './style.js';

type Table = Extract<Block, { is: 'table' }>;
type Struct = PDFKit.PDFStructureElement;

const padding = 5;

interface Cell { readonly lines: readonly string[]; readonly style: TextStyle; readonly x: number; readonly width: number; readonly right: boolean; readonly element: Struct; readonly tag: string }

/** A table whose head stands again at the top of each of its pages; rows that are longer than a page go on on the next. */
export function drawTable(painter: Painter, { columns, rows }: Table): void {
  const widths = widthsOf(painter, columns, rows);
  const lefts = widths.map((_, i) => page.left + widths.slice(0, i).reduce((sum, width) => sum + width, 0));
  const at = (i: number) => ({ x: (lefts[i] ?? 0) + (i === 0 ? 0 : padding), width: (widths[i] ?? 0) - (i === 0 ? 0 : padding) - (i === columns.length - 1 ? 0 : padding), right: columns[i]?.right === true });
  const heads = columns.map(({ title }, i) => painter.type.lines(title, styles.cellHead, at(i).width));
  const headHeight = Math.max(...heads.map((lines) => lines.length)) * styles.cellHead.leading + padding * 2;
  painter.need(headHeight + 3 * styles.cell.leading);
  const table = painter.element('Table');

  const drawHead = (place: (i: number, draw: () => void) => void): void => {
    const top = painter.y + padding;
    heads.forEach((lines, i) => place(i, () => cellLines(painter, lines, styles.cellHead, { ...at(i), top })));
    painter.y = top - padding + headHeight;
    painter.artifact(() => painter.rule(page.left, page.left + lineWidth, painter.y, colour.accent, 0.9));
  };
  const headRow = painter.element('TR', painter.element('THead', table));
  drawHead((i, draw) => painter.marked(painter.element('TH', headRow, { scope: 'Column' }), 'TH', draw));
  // Seen again on each page, told once.
  const again = () => drawHead((_, draw) => painter.artifact(draw));

  const body = painter.element('TBody', table);
  for (const row of rows) {
    const tr = painter.element('TR', body);
    drawRow(painter, row.map((value, i) => ({ lines: painter.type.lines(value, styles.cell, at(i).width), style: styles.cell, ...at(i), element: painter.element('TD', tr), tag: 'TD' })), again);
  }
  table.end();
  painter.y += 12;
}

/** The shares of the line, widened where a word would be broken, at the cost of columns that have room. */
function widthsOf(painter: Painter, columns: Table['columns'], rows: Table['rows']): number[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const longest = (text: string, style: TextStyle) => Math.max(0, ...painter.type.clean(text, style.face).split(/\s+/).map((word) => painter.type.width(word, style)));
  const least = columns.map(({ title }, i) => Math.min((1.5 * lineWidth) / Math.max(3, columns.length), padding * 2 + Math.max(longest(title, styles.cellHead), ...rows.slice(0, 300).map((row) => longest(row[i] ?? '', styles.cell)))));
  const wished = columns.map(({ width }, i) => Math.max((width / whole) * lineWidth, least[i] ?? 0));
  const spare = wished.reduce((sum, width, i) => sum + width - (least[i] ?? 0), 0);
  const over = wished.reduce((sum, width) => sum + width, 0) - lineWidth;
  return wished.map((width, i) => (spare > 0 ? width - ((width - (least[i] ?? 0)) / spare) * over : (width / (lineWidth + over)) * lineWidth));
}

/** Labels and values, one pair a line. */
export function drawFacts(painter: Painter, rows: readonly Fact[], { x = page.left as number, width = lineWidth as number } = {}): void {
  // As wide as the longest label, within bounds.
  const first = Math.min(width * 0.36, Math.max(90, ...rows.map(([label]) => painter.type.width(painter.type.clean(label, styles.label.face), styles.label) + 18)));
  const table = painter.element('Table');
  for (const [label, value] of rows) {
    const tr = painter.element('TR', table);
    drawRow(painter, [
      { lines: painter.type.lines(label, styles.label, first - 10), style: styles.label, x, width: first - 10, right: false, element: painter.element('TH', tr, { scope: 'Row' }), tag: 'TH' },
      { lines: painter.type.lines(value, styles.plain, width - first), style: styles.plain, x: x + first, width: width - first, right: false, element: painter.element('TD', tr), tag: 'TD' },
    ], () => undefined, { from: x, to: x + width });
  }
  table.end();
  painter.y += 8;
}

function drawRow(painter: Painter, cells: readonly Cell[], again: () => void, { from = page.left as number, to = page.left + lineWidth } = {}): void {
  const leading = Math.max(...cells.map(({ style }) => style.leading));
  const most = Math.max(...cells.map(({ lines }) => lines.length));
  const height = most * leading + padding * 2;
  // A row stays together unless it would leave a good part of the page empty.
  if (height > painter.room && (height < 260 || painter.room < leading * 4 + padding * 2)) {
    painter.addPage();
    again();
  }
  for (let first = 0; first < most;) {
    const some = Math.max(1, Math.min(most - first, Math.floor((painter.room - padding * 2) / leading)));
    const top = painter.y + padding;
    for (const cell of cells) {
      const lines = cell.lines.slice(first, first + some);
      // A cell of two sizes of type beside each other shares the baseline of the larger one.
      painter.marked(cell.element, cell.tag, () => cellLines(painter, lines, cell.style, { ...cell, top: top + (leading - cell.style.leading) * 0.6, leading, more: first + some < cell.lines.length }));
    }
    painter.y = top + some * leading + padding;
    first += some;
    if (first < most) {
      painter.addPage();
      again();
    }
  }
  painter.artifact(() => painter.rule(from, to, painter.y, colour.hair, 0.5));
}

function cellLines(painter: Painter, lines: readonly string[], style: TextStyle, { x, width, right, top, leading = style.leading, more = false }: { x: number; width: number; right: boolean; top: number; leading?: number; more?: boolean }): void {
  lines.forEach((line, i) => {
    const baseline = top + i * leading + style.leading * 0.76;
    if (right) painter.putRight(line, style, x + width, baseline);
    else painter.put(more || i < lines.length - 1 ? `${line} ` : line, style, x, baseline);
  });
}
