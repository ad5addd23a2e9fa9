/** Millimetres would be finer to read; PDF counts in points (1/72 inch). A4. */
export const page = { width: 595.28, height: 841.89, left: 68, right: 68, top: 92, bottom: 84 } as const;
export const lineWidth = page.width - page.left - page.right;

export const colour = { ink: '#22201c', quiet: '#625d53', accent: '#1d4d4f', hair: '#d9d5c9', ground: '#f4f3ef', mark: '#efeee9' } as const;

export type Face = 'serif' | 'serif-semibold' | 'sans' | 'sans-semibold';

/** How a kind of text looks: face, size, distance between baselines, colour. */
export interface TextStyle {
  readonly face: Face;
  readonly size: number;
  readonly leading: number;
  readonly colour: string;
}

const style = (face: Face, size: number, leading: number, ink: string): TextStyle => ({ face, size, leading, colour: ink });

export const text = {
  plain: style('sans', 10, 14.6, colour.ink),
  strong: style('sans-semibold', 10, 14.6, colour.ink),
  lead: style('serif', 12.5, 18, colour.ink),
  quiet: style('sans', 8.8, 12.6, colour.quiet),
  label: style('sans-semibold', 8.8, 12.6, colour.quiet),
  cell: style('sans', 9, 12.6, colour.ink),
  cellHead: style('sans-semibold', 8.6, 12, colour.accent),
  small: style('sans', 7.6, 10.6, colour.quiet),
  running: style('sans', 8, 11, colour.quiet),
  kicker: style('sans-semibold', 9.5, 13, colour.accent),
  cover: style('serif-semibold', 30, 36, colour.ink),
  coverAside: style('serif', 15, 21, colour.quiet),
  sender: style('sans-semibold', 9.5, 13.4, colour.ink),
  heading: { 1: style('serif-semibold', 20, 26, colour.ink), 2: style('serif-semibold', 13.5, 18.5, colour.accent), 3: style('sans-semibold', 10.4, 14.6, colour.ink) },
} as const;
