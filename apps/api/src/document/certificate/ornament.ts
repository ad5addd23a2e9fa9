/** Lines as engravers draw them against copying: pure geometry, in points. No emblem of anybody. */

const TAU = Math.PI * 2;

interface Pen {
  moveTo(x: number, y: number): Pen;
  lineTo(x: number, y: number): Pen;
  lineWidth(width: number): Pen;
  strokeColor(colour: string): Pen;
  stroke(): Pen;
  rect(x: number, y: number, width: number, height: number): Pen;
}

/** A closed curve, given by its points. */
function curve(pen: Pen, steps: number, at: (turn: number) => readonly [number, number]): void {
  for (let i = 0; i <= steps; i += 1) {
    const [x, y] = at((i / steps) * TAU);
    if (i === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  }
  pen.stroke();
}

/** A rosette of interlaced waves around (x, y), between two radii. */
export function rosette(pen: Pen, { x, y, inner, outer, petals, strands, colour, width = 0.35 }: { x: number; y: number; inner: number; outer: number; petals: number; strands: number; colour: string; width?: number }): void {
  pen.lineWidth(width).strokeColor(colour);
  const middle = (inner + outer) / 2;
  const swing = (outer - inner) / 2;
  for (let strand = 0; strand < strands; strand += 1) {
    const shift = (strand / strands) * TAU;
    curve(pen, petals * 24, (turn) => {
      const radius = middle + swing * Math.sin(petals * turn + shift) * (0.72 + 0.28 * Math.cos(2 * petals * turn + shift));
      return [x + radius * Math.cos(turn), y + radius * Math.sin(turn)];
    });
  }
}

/** A frame of waves that run around a rectangle, `band` points wide, with a fine line on either side. */
export function frame(pen: Pen, { left, top, right, bottom, band, colour, line }: { left: number; top: number; right: number; bottom: number; band: number; colour: string; line: string }): void {
  pen.lineWidth(0.4).strokeColor(colour);
  const wave = band * 1.9;
  for (let strand = 0; strand < 4; strand += 1) {
    const shift = (strand / 4) * TAU;
    for (const side of [top + band / 2, bottom - band / 2]) run(pen, left, right, wave, (along, swing) => [along, side + swing], band, shift);
    for (const side of [left + band / 2, right - band / 2]) run(pen, top, bottom, wave, (along, swing) => [side + swing, along], band, shift);
  }
  pen.lineWidth(1.1).strokeColor(line).rect(left - 3, top - 3, right - left + 6, bottom - top + 6).stroke();
  pen.lineWidth(0.5).strokeColor(line).rect(left + band + 3, top + band + 3, right - left - 2 * band - 6, bottom - top - 2 * band - 6).stroke();
}

/** One wave from `from` to `to`; a whole number of them, so that the sides meet. */
function run(pen: Pen, from: number, to: number, wave: number, place: (along: number, swing: number) => readonly [number, number], band: number, shift: number): void {
  const waves = Math.round((to - from) / wave);
  const steps = waves * 14;
  for (let i = 0; i <= steps; i += 1) {
    const turn = (i / steps) * waves * TAU;
    const [x, y] = place(from + ((to - from) * i) / steps, (band / 2) * Math.sin(turn + shift) * Math.cos((turn + shift) / 2 + Math.PI / 8));
    if (i === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  }
  pen.stroke();
}
