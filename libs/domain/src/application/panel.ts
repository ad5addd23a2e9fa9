import type { Marks } from '../appraisal/appraisal.data.js';

/** One expert's part in a file, as the file sees it. Ids alone: who the experts are is known to the staff. */
export interface Appraisal {
  /** 1, 2, 3…: the last part of the appraisal's subject. */
  readonly n: number;
  /** A person. */
  readonly expert: string;
  readonly state: 'writing' | 'submitted' | 'lost';
  /** Weighted total of 100, in hundredths; null until submitted. */
  readonly total: number | null;
  /** By criterion; null until submitted, and in what older builds recorded. */
  readonly marks: Marks | null;
  /** Why it was lost: `declined`, `recused`, `no-answer`… */
  readonly cause: string | null;
  /** Lost: the due date that the secretariat keeps for whoever comes after. */
  readonly dueOn?: string;
  /** The lost appraisal in whose place, and with whose date, this one was begun. */
  readonly replaces?: number;
}

/** Lost appraisals whose due date waits for whoever comes after, the first lost first. */
export function toSucceed(panel: readonly Appraisal[]): { readonly n: number; readonly dueOn: string }[] {
  return panel.flatMap(({ n, state, dueOn }) => (state === 'lost' && dueOn !== undefined && !panel.some((a) => a.replaces === n) ? [{ n, dueOn }] : []));
}

/**
 * All is in: as many appraisals as the scheme wants, and nobody is still writing, because what one expert wrote is shown to
 * the others only when all have written.
 */
export function isComplete(panel: readonly Appraisal[], wanted: number): boolean {
  return panel.every((a) => a.state !== 'writing') && submitted(panel).length >= wanted;
}

/** How many more experts the panel needs, counting on those who still write. */
export function shortBy(panel: readonly Appraisal[], wanted: number): number {
  return Math.max(0, wanted - panel.filter((a) => a.state !== 'lost').length);
}

export function submitted(panel: readonly Appraisal[]): Appraisal[] {
  return panel.filter((a) => a.state === 'submitted');
}

/** True when the mean of the totals reaches the threshold (of 100). Integers: totals are hundredths. */
export function reaches(panel: readonly Appraisal[], threshold: number): boolean {
  const totals = submitted(panel).map((a) => a.total ?? 0);
  return totals.length > 0 && totals.reduce((sum, t) => sum + t, 0) >= threshold * 100 * totals.length;
}

/** The subject of the file's appraisal `n`. */
export function appraisalOf(applicationKey: string, n: number): string {
  return `appraisal/${applicationKey}/${n}`;
}
