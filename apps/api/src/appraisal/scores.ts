import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import { faultAt, type FieldFault, pointerToken } from '../http/field-fault.js';
import { Problem } from '../http/problem.js';

const longestComment = 10_000;

/**
 * Checks the shape of marks and comments against the grid, before anything is stored. Whether all marks are there and in
 * range is the rule's affair at submission; a draft may be incomplete.
 * @throws Problem 422 `invalid`, one pointer a fault
 */
export function checkScores(grid: Scheme['grid'], { marks, comments = {} }: { marks: Record<string, unknown>; comments?: Record<string, unknown> | undefined }): void {
  const codes = new Set(grid.criteria.map((c) => c.code));
  const { max } = grid.scale;
  const faults: FieldFault[] = [];
  for (const [code, mark] of Object.entries(marks)) {
    if (!codes.has(code)) faults.push(faultAt(`/marks/${pointerToken(code)}`, 'unknown-criterion'));
    else if (mark !== null && !(Number.isInteger(mark) && (mark as number) >= 0 && (mark as number) <= max)) faults.push(faultAt(`/marks/${code}`, 'whole-number-or-nothing', { min: 0, max }));
  }
  for (const [code, text] of Object.entries(comments)) {
    if (code !== 'overall' && !codes.has(code)) faults.push(faultAt(`/comments/${pointerToken(code)}`, 'unknown-criterion'));
    else if (typeof text !== 'string' || text.length > longestComment) faults.push(faultAt(`/comments/${code}`, 'text-length', { min: 0, max: longestComment }));
  }
  if (faults.length > 0) throw new Problem(422, 'invalid', {}, faults.slice(0, 50));
}

/** The criteria that have words; which of them need some is the rule's affair. */
export function commentedIn(comments: Readonly<Record<string, string>> = {}): string[] {
  return Object.keys(comments).filter((code) => code !== 'overall' && (comments[code] ?? '').trim() !== '');
}
