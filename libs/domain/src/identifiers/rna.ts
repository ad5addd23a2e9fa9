import { bare, type Checked } from './checked.js';

export type RnaProblem = 'rna-length' | 'rna-format';

/**
 * `W` and nine characters: the registry that declared the association, then its rank. The third character is a
 * letter in Corsica and overseas (`W2A1000123`, `W9R1000123`). There is no check digit. Associations under the local
 * law of Alsace and Moselle have no RNA number.
 */
export function checkRna(typed: string): Checked<RnaProblem> {
  const value = bare(typed);
  if (value.length !== 10) return { ok: false, code: 'rna-length' };
  if (!/^W\d[\dA-Z]\d{7}$/.test(value)) return { ok: false, code: 'rna-format' };
  return { ok: true, value };
}
