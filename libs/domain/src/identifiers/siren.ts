import { stdnum } from 'stdnum';
import { bare, type Checked } from './checked.js';

export type SirenProblem = 'siren-format' | 'siren-length' | 'siren-checksum';

/** Nine digits with their Luhn digit: the number of a legal person (code de commerce R123-221). Only the form: nobody is asked whether it exists. */
export function checkSiren(typed: string): Checked<SirenProblem> {
  const value = bare(typed);
  if (!/^\d+$/.test(value)) return { ok: false, code: 'siren-format' };
  if (value.length !== 9) return { ok: false, code: 'siren-length' };
  // Nothing but zeros passes Luhn and belongs to nobody.
  if (Number(value) === 0 || !stdnum.FR?.siren?.validate(value).isValid) return { ok: false, code: 'siren-checksum' };
  return { ok: true, value };
}
