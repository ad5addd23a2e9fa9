import { bare, type Checked } from './checked.js';

export type IbanProblem = 'iban-format' | 'iban-country' | 'iban-length' | 'iban-checksum';

/** Length of an IBAN in the countries of the single euro payments area (ISO 13616, registry of SWIFT; EPC409-09). */
const lengths: Readonly<Record<string, number>> = {
  AD: 24, AT: 20, BE: 16, BG: 22, CH: 21, CY: 28, CZ: 24, DE: 22, DK: 18, EE: 20, ES: 24, FI: 18, FR: 27, GB: 22, GI: 23, GR: 27, HR: 21, HU: 28, IE: 22, IS: 26, IT: 27,
  LI: 21, LT: 20, LU: 20, LV: 21, MC: 27, MT: 31, NL: 18, NO: 15, PL: 28, PT: 25, RO: 24, SE: 24, SI: 19, SK: 24, SM: 27, VA: 22,
};

/** An account number with its check digits (ISO 13616: modulo 97), of a country to which euros can be sent. Only the form: nobody is asked whether it exists. */
export function checkIban(typed: string): Checked<IbanProblem> {
  const value = bare(typed);
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{1,30}$/.test(value)) return { ok: false, code: 'iban-format' };
  const length = lengths[value.slice(0, 2)];
  if (length === undefined) return { ok: false, code: 'iban-country' };
  if (value.length !== length) return { ok: false, code: 'iban-length' };
  const digits = `${value.slice(4)}${value.slice(0, 4)}`.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n ? { ok: true, value } : { ok: false, code: 'iban-checksum' };
}
