import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkIban } from './iban.js';

// Examples of the registry of IBANs, and of the Banque de France.
const good = ['FR14 2004 1010 0505 0001 3M02 606', 'DE89370400440532013000', 'BE68 5390 0754 7034', 'MT84MALT011000012345MTLCAST001S'];

describe('an IBAN', () => {
  it.each(good)('%s holds', (typed) => {
    expect(checkIban(typed)).toEqual({ ok: true, value: typed.replaceAll(' ', '') });
  });

  it.each([
    ['FR', 'iban-format'], ['FR14-2004', 'iban-length'], ['US14200410100505', 'iban-country'], ['FR1420041010050500013M02607', 'iban-checksum'], ['1420041010050500013M02606', 'iban-format'],
  ])('%s does not: %s', (typed, code) => {
    expect(checkIban(typed)).toEqual({ ok: false, code });
  });

  it('does not hold with any one digit changed', () => {
    fc.assert(fc.property(fc.nat(26), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const iban = 'FR1420041010050500013M02606';
      const digit = iban[at] ?? '';
      fc.pre(/\d/.test(digit));
      expect(checkIban(`${iban.slice(0, at)}${(Number(digit) + by) % 10}${iban.slice(at + 1)}`).ok).toBe(false);
    }));
  });
});
