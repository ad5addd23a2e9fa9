import { compare, type Fraction, zero } from '../appraisal/fraction.js';
import type { Result } from './consolidate.js';

/** A file and its consolidated appraisal. */
export interface Ranked {
  readonly id: string;
  readonly result: Pick<Result, 'total' | 'criteria'>;
}

/** A file's place. Files that nothing parts share their place, and the next one is as many places further: 1, 2, 2, 4. */
export interface Place {
  readonly id: string;
  readonly place: number;
  /** It shares its place: what was published does not part these files, somebody has to. */
  readonly tied: boolean;
  /** The published criterion that parted it from a file of the same total just above it; null when the total did, or nothing. */
  readonly partedBy: string | null;
}

/**
 * Ranks files: the higher total first; at equal totals the higher mean of the first tie-break criterion, then of the next.
 * Nothing is rounded, and nothing else parts two files: a tie that remains is said. The order of the list plays no part; tied files stand by id.
 * @param tieBreak codes of criteria, as published with the call
 */
export function rank(files: readonly Ranked[], tieBreak: readonly string[]): Place[] {
  const sorted = [...files].sort((a, b) => order(a, b, tieBreak) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const places: Place[] = [];
  for (const [at, file] of sorted.entries()) {
    const [before, after] = [sorted[at - 1], sorted[at + 1]];
    const shares = before !== undefined && order(before, file, tieBreak) === 0;
    places.push({
      id: file.id,
      place: shares ? (places[at - 1]?.place ?? at) : at + 1,
      tied: shares || (after !== undefined && order(file, after, tieBreak) === 0),
      partedBy: before && !shares && compare(before.result.total, file.result.total) === 0 ? partingCriterion(before, file, tieBreak) : shares ? (places[at - 1]?.partedBy ?? null) : null,
    });
  }
  return places;
}

/** Negative when `a` stands before `b`, zero when nothing published parts them. */
export function order(a: Ranked, b: Ranked, tieBreak: readonly string[]): number {
  return compare(b.result.total, a.result.total) || tieBreak.map((code) => byCriterion(a, b, code)).find((side) => side !== 0) || 0;
}

function partingCriterion(a: Ranked, b: Ranked, tieBreak: readonly string[]): string | null {
  return tieBreak.find((code) => byCriterion(a, b, code) !== 0) ?? null;
}

function byCriterion(a: Ranked, b: Ranked, code: string): number {
  return compare(meanOf(b, code), meanOf(a, code));
}

function meanOf({ result }: Ranked, code: string): Fraction {
  return result.criteria.find((line) => line.code === code)?.mean ?? zero;
}
