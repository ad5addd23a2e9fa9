/** 32 bits of a text (FNV-1a). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/**
 * Chance about one thing, e.g. `new Chance(seed, 'centre', 7, 'report', 2)`: always the same for the same words, whatever was
 * drawn about other things and in which order. Ids of rows are drawn at random, so they are never among the words.
 */
export class Chance {
  private state: number;

  constructor(seed: number, ...about: readonly (string | number)[]) {
    this.state = hash([seed, ...about].join('/'));
  }

  /** From 0 to just below 1 (mulberry32). */
  real(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.real() * (to - from + 1));
  }

  happens(probability: number): boolean {
    return this.real() < probability;
  }

  /** A copy in another order. */
  shuffled<T>(list: readonly T[]): T[] {
    const cards = [...list];
    for (let i = cards.length - 1; i > 0; i -= 1) {
      const j = this.int(0, i);
      [cards[i], cards[j]] = [cards[j] as T, cards[i] as T];
    }
    return cards;
  }
}
