import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkRna } from './rna.js';
import { checkSiren } from './siren.js';
import { checkSiret, sirenOf } from './siret.js';

describe('SIREN', () => {
  it.each([
    ['732829320', '732829320'],
    ['732 829 320', '732829320'],
    ['732\u00a0829\u202f320', '732829320'],
    ['356.000.000', '356000000'],
  ])('accepts %j', (typed, value) => expect(checkSiren(typed)).toEqual({ ok: true, value }));

  it.each([
    ['', 'siren-format'],
    ['73282932A', 'siren-format'],
    ['73282932', 'siren-length'],
    ['73282932000074', 'siren-length'],
    ['732829321', 'siren-checksum'],
    ['000000000', 'siren-checksum'],
  ])('refuses %j as %s', (typed, code) => expect(checkSiren(typed)).toEqual({ ok: false, code }));
});

describe('SIRET', () => {
  it.each([
    ['73282932000074', '73282932000074'],
    ['732 829 320 00074', '73282932000074'],
    ['732-829-320-00074', '73282932000074'],
    ['35600000000048', '35600000000048'],
    // A site of La Poste: fails Luhn, its digits add up to 20.
    ['35600000000006', '35600000000006'],
  ])('accepts %j', (typed, value) => expect(checkSiret(typed)).toEqual({ ok: true, value }));

  it.each([
    ['SIRET 73282932000074', 'siret-format'],
    ['', 'siret-format'],
    ['732829320', 'siret-length'],
    ['732829320000740', 'siret-length'],
    ['73282932000075', 'siret-checksum'],
    ['35600000000007', 'siret-checksum'],
    ['00000000000000', 'siret-checksum'],
  ])('refuses %j as %s', (typed, code) => expect(checkSiret(typed)).toEqual({ ok: false, code }));

  it('holds the SIREN of its legal person', () => expect(sirenOf('73282932000074')).toBe('732829320'));

  it('notices any single wrong digit', () => {
    fc.assert(
      fc.property(fc.nat(13), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const right = '73282932000074';
        const wrong = right.slice(0, at) + String((Number(right[at]) + shift) % 10) + right.slice(at + 1);
        expect(checkSiret(wrong).ok).toBe(false);
      }),
    );
  });

  it('answers whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const answer = checkSiret(typed);
        if (answer.ok) expect(answer.value).toMatch(/^\d{14}$/);
      }),
    );
  });
});

describe('RNA', () => {
  it.each([
    ['W751234567', 'W751234567'],
    ['w75 1234567', 'W751234567'],
    ['W2A1000123', 'W2A1000123'],
    ['W9R1000123', 'W9R1000123'],
  ])('accepts %j', (typed, value) => expect(checkRna(typed)).toEqual({ ok: true, value }));

  it.each([
    ['', 'rna-length'],
    ['W75123456', 'rna-length'],
    ['7512345678', 'rna-format'],
    ['W75A234567', 'rna-format'],
    ['WA51234567', 'rna-format'],
  ])('refuses %j as %s', (typed, code) => expect(checkRna(typed)).toEqual({ ok: false, code }));
});
