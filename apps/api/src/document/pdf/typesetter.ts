import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Face, TextStyle } from './style.js';

const require = createRequire(import.meta.url);
const homes = {
  'source-serif-4': dirname(require.resolve('@fontsource/source-serif-4/LICENSE')),
  'source-sans-3': dirname(require.resolve('@fontsource/source-sans-3/LICENSE')),
} as const;

const files: Record<Face, readonly [family: keyof typeof homes, variant: string]> = {
  'serif': ['source-serif-4', '400-normal'],
  'serif-semibold': ['source-serif-4', '600-normal'],
  'sans': ['source-sans-3', '400-normal'],
  'sans-semibold': ['source-sans-3', '600-normal'],
};
/** The families come in parts by script; each is asked in this order. */
const scripts = ['latin', 'latin-ext', 'greek', 'cyrillic'] as const;

/** Signs that the families lack and what stands for them: what cannot be seen is dropped. */
const instead: Readonly<Record<string, string>> = {
  '\u202f': '\u00a0', '\u2009': '\u00a0', '\u2007': '\u00a0', '\u2011': '-', '\u2192': '–', '\t': ' ', '\u2028': '\n', '\u2029': '\n', '\u25a1': '–', '\u2713': '×', '\u2264': '<=', '\u2265': '>=',
};
const missing = '?';

/** What the typesetter needs of PDFKit, and the part of its font that is not in its types. */
interface Ink {
  registerFont(name: string, source: Buffer): unknown;
  font(name: string): unknown;
  fontSize(size: number): unknown;
  widthOfString(text: string): number;
}
interface InkFont { readonly _font: { readonly font: { hasGlyphForCodePoint(code: number): boolean } } }

const bytes = new Map<string, Buffer>();

/** Text that one font can set. */
export interface Run { readonly font: string; readonly text: string }

/** Measures text, and breaks it into lines, with fonts that have its signs. */
export class Typesetter {
  private readonly fontOf = new Map<string, string>();
  private readonly widths = new Map<string, number>();

  constructor(private readonly ink: Ink) {
    for (const face of Object.keys(files) as Face[]) for (const script of scripts) ink.registerFont(`${face}/${script}`, fileOf(face, script));
  }

  /** The text as it can be set: composed, without unseen marks, every sign one that there is. */
  clean(text: string, face: Face): string {
    const known = text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/[^\n]/gu, (sign) => instead[sign] ?? sign).replace(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/gu, '');
    return known.replace(/[^\n]/gu, (sign) => (this.has(sign, face) ? sign : /\p{M}/u.test(sign) ? '' : missing));
  }

  /** @param text cleaned */
  runs(text: string, face: Face): Run[] {
    const runs: { font: string; text: string }[] = [];
    for (const sign of text) {
      const last = runs.at(-1);
      const font = sign === ' ' && last ? last.font : this.find(sign, face);
      if (last?.font === font) last.text += sign;
      else runs.push({ font, text: sign });
    }
    return runs;
  }

  width(text: string, { face, size }: TextStyle): number {
    const key = `${face}/${text}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known * size;
    let width = 0;
    for (const run of this.runs(text, face)) {
      this.ink.font(run.font);
      this.ink.fontSize(100);
      width += this.ink.widthOfString(run.text) / 100;
    }
    if (text.length < 40) this.widths.set(key, width);
    return width * size;
  }

  /** Breaks text at its spaces so that no line is longer than `most` points; a word that is longer is broken anywhere. */
  lines(text: string, style: TextStyle, most: number): string[] {
    return this.clean(text, style.face).split('\n').flatMap((line) => this.wrap(line, style, most));
  }

  private wrap(line: string, style: TextStyle, most: number): string[] {
    const space = this.width(' ', style);
    const lines: string[] = [];
    let now = '';
    let length = 0;
    for (const word of line.trim().split(/ +/).flatMap((one) => this.pieces(one, style, most))) {
      const width = this.width(word.text, style);
      const gap = now === '' || word.joined ? 0 : space;
      if (now !== '' && length + gap + width > most) {
        lines.push(now);
        now = word.text;
        length = width;
      } else {
        now += (gap > 0 ? ' ' : '') + word.text;
        length += gap + width;
      }
    }
    return [...lines, now];
  }

  /** A word, or the pieces of one that is too long for a line: `joined` ones follow without a space. */
  private pieces(word: string, style: TextStyle, most: number): { text: string; joined: boolean }[] {
    if (this.width(word, style) <= most) return [{ text: word, joined: false }];
    const pieces: string[] = [];
    let now = '';
    for (const sign of word) {
      if (now !== '' && this.width(now + sign, style) > most) {
        pieces.push(now);
        now = '';
      }
      now += sign;
    }
    return [...pieces, now].map((text, i) => ({ text, joined: i > 0 }));
  }

  private has(sign: string, face: Face): boolean {
    return sign === ' ' || this.find(sign, face) !== '';
  }

  private find(sign: string, face: Face): string {
    const key = `${face}/${sign}`;
    let font = this.fontOf.get(key);
    if (font === undefined) {
      const code = sign.codePointAt(0) ?? 0;
      font = scripts.map((script) => `${face}/${script}`).find((name) => {
        this.ink.font(name);
        return (this.ink as unknown as InkFont)._font.font.hasGlyphForCodePoint(code);
      }) ?? '';
      this.fontOf.set(key, font);
    }
    return font;
  }
}

function fileOf(face: Face, script: string): Buffer {
  const [family, variant] = files[face];
  const path = join(homes[family], 'files', `${family}-${script}-${variant}.woff`);
  let found = bytes.get(path);
  if (!found) {
    found = readFileSync(path);
    bytes.set(path, found);
  }
  return found;
}
