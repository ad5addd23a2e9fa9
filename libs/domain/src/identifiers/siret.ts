import { stdnum } from 'stdnum';
import { bare, type Checked } from './checked.js';
import { checkSiren } from './siren.js';

export type SiretProblem = 'siret-format' | 'siret-length' | 'siret-checksum';

/**
 * Fourteen digits, SIREN then site, with their Luhn digit; the sites of La Poste (356 000 000) answer to another
 * rule, a sum of digits that is a multiple of 5. The SIREN inside must hold too: it catches two mistakes, one in each part, that make up for each other.
 */
export function checkSiret(typed: string): Checked<SiretProblem> {
  const value = bare(typed);
  if (!/^\d+$/.test(value)) return { ok: false, code: 'siret-format' };
  if (value.length !== 14) return { ok: false, code: 'siret-length' };
  if (!checkSiren(value.slice(0, 9)).ok || !stdnum.FR?.siret?.validate(value).isValid) return { ok: false, code: 'siret-checksum' };
  return { ok: true, value };
}

/** The SIREN of the legal person that a checked SIRET belongs to. */
export function sirenOf(siret: string): string {
  return siret.slice(0, 9);
}
