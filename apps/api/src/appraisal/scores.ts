import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import { type FieldFault, Problem } from '../http/problem.js';

const longestComment = 10_000;

/**
 * Checks the shape of marks and comments against the grid, before anything is stored. Whether all marks are there and in
 * range is the rule's affair at submission; a draft may be incomplete.
 * @throws Problem 422 `invalid`, one pointer a fault
 */
export function checkScores(grid: Scheme['grid'], { marks, comments = {} }: { marks: Record<string, unknown>; comments?: Record<string, unknown> | undefined }): void {
  const codes = new Set(grid.criteria.map((c) => c.code));
  const faults: FieldFault[] = [];
  for (const [code, mark] of Object.entries(marks)) {
    if (!codes.has(code)) faults.push({ pointer: `/marks/${escaped(code)}`, detail: 'is no criterion of the grid' });
    else if (mark !== null && !Number.isInteger(mark)) faults.push({ pointer: `/marks/${code}`, detail: 'must be a whole number or null' });
    else if (mark !== null && ((mark as number) < 0 || (mark as number) > grid.scale.max)) faults.push({ pointer: `/marks/${code}`, detail: `must be between 0 and ${grid.scale.max}` });
  }
  for (const [code, text] of Object.entries(comments)) {
    if (code !== 'overall' && !codes.has(code)) faults.push({ pointer: `/comments/${escaped(code)}`, detail: 'is no criterion of the grid' });
    else if (typeof text !== 'string' || text.length > longestComment) faults.push({ pointer: `/comments/${code}`, detail: `must be text of at most ${longestComment} characters` });
  }
  if (faults.length > 0) throw new Problem(422, 'invalid', {}, faults.slice(0, 50));
}

function escaped(token: string): string {
  return token.replace(/~/g, '~0').replace(/\//g, '~1').slice(0, 80);
}
