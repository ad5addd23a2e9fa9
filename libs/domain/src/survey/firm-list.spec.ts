import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addressKey, ownDomain, plainAddress } from './address.js';
import { type Known, readFirms, type TypedFirm } from './firm-list.js';

const nobody: Known = { own: { addresses: [], domains: [], sirens: [] }, listed: [] };
const firm = (change: Partial<TypedFirm> = {}): TypedFirm => ({ line: 2, name: 'Menuiserie Durand', siret: '', email: 'atelier@durand.example', language: '', ...change });
const faultsOf = (typed: readonly TypedFirm[], known = nobody) => readFirms(typed, known).faults.map(({ line, code }) => `${line} ${code}`);

describe('a list of firms', () => {
  it('reads each line, with its number and its language checked', () => {
    expect(readFirms([firm({ siret: '732 829 320 00074', email: ' Atelier@Durand.EXAMPLE ', language: 'English' })], nobody)).toEqual({
      faults: [], firms: [{ name: 'Menuiserie Durand', siret: '73282932000074', email: 'atelier@durand.example', emailKey: 'atelier@durand.example', locale: 'en' }],
    });
  });

  it.each<[string, Partial<TypedFirm>]>([
    ['name-missing', { name: '  ' }],
    ['name-too-long', { name: 'x'.repeat(151) }],
    ['name-unfit', { name: '=HYPERLINK("http://evil.example";"Durand")' }],
    ['name-unfit', { name: '@SUM(A1)' }],
    ['name-unfit', { name: 'Durand\r\nBcc: all@evil.example' }],
    ['name-unfit', { name: 'Gagnez sur www.evil.example' }],
    ['email-missing', { email: '' }],
    ['email-unfit', { email: 'a@b.example\r\nBcc: all@evil.example' }],
    ['email-unfit', { email: 'a@b.example, c@d.example' }],
    ['email-unfit', { email: '"a b"@c.example' }],
    ['email-unfit', { email: 'Durand <a@b.example>' }],
    ['email-unfit', { email: 'a@localhost' }],
    ['siret-checksum', { siret: '73282932000075' }],
    ['siret-length', { siret: '732829320' }],
    ['language-unknown', { language: 'klingon' }],
  ])('says %s', (code, change) => expect(faultsOf([firm(change)])).toEqual([`2 ${code}`]));

  it('has each firm once: by its mailbox, however it is written, and by its SIRET', () => {
    expect(faultsOf([firm(), firm({ line: 3, email: 'Atelier+2@durand.example' })])).toEqual(['3 firm-twice']);
    expect(faultsOf([firm({ email: 'j.durand@gmail.com' }), firm({ line: 3, email: 'jdurand+x@googlemail.com' })])).toEqual(['3 firm-twice']);
    expect(faultsOf([firm({ siret: '73282932000074' }), firm({ line: 3, siret: '73282932000074', email: 'b@b.example' })])).toEqual(['3 firm-twice']);
    expect(faultsOf([firm()], { ...nobody, listed: [{ emailKey: 'atelier@durand.example', siret: null }] })).toEqual(['2 firm-listed']);
  });

  it('does not let a centre answer its own survey', () => {
    const own: Known = { ...nobody, own: { addresses: ['marie@gmail.com'], domains: ['centre.example'], sirens: ['732829320'] } };
    expect(faultsOf([
      firm({ email: 'Marie+firme@gmail.com' }), firm({ line: 3, email: 'stagiaire@centre.example' }), firm({ line: 4, siret: '73282932000074' }), firm({ line: 5, email: 'paul@gmail.com' }),
    ], own)).toEqual(['2 own-address', '3 own-address', '4 own-siret']);
  });

  it('does not let one firm speak for many: three addresses of its domain, and any number with a provider', () => {
    const many = (domain: string) => Array.from({ length: 5 }, (_, i) => firm({ line: i + 2, email: `n${i}@${domain}` }));
    expect(faultsOf(many('durand.example'))).toEqual(['5 same-domain', '6 same-domain']);
    expect(faultsOf(many('orange.fr'))).toEqual([]);
  });

  it('counts subdomains as what they are: as many as the domain’s owner likes', () => {
    const atelier = (i: number, domain: string) => firm({ line: i + 2, email: `contact@atelier-${i}.${domain}` });
    expect(faultsOf([0, 1, 2, 3].map((i) => atelier(i, 'durand.example')))).toEqual(['5 same-domain']);
    // Nobody owns what lies right under a public suffix.
    for (const suffix of ['example', 'fr', 'asso.fr', 'co.uk']) expect(faultsOf([0, 1, 2, 3].map((i) => atelier(i, suffix)))).toEqual([]);
    const listed = [0, 1, 2].map((i) => ({ emailKey: `contact@atelier-${i}.durand.example`, siret: null }));
    expect(faultsOf([firm()], { ...nobody, listed })).toEqual(['2 same-domain']);
    const domains = [ownDomain('direction@mail.centre.example') ?? ''];
    expect(faultsOf([firm({ email: 'stagiaire@ateliers.centre.example' })], { ...nobody, own: { ...nobody.own, domains } })).toEqual(['2 own-address']);
  });

  it('reads whatever is typed: each line is a firm or has its reason, and no address holds what a header could', () => {
    fc.assert(fc.property(fc.array(fc.record({ name: fc.string(), siret: fc.string(), email: fc.oneof(fc.string(), fc.emailAddress()), language: fc.constantFrom('', 'fr', 'x') }), { maxLength: 20 }), (typed) => {
      const { firms, faults } = readFirms(typed.map((one, i) => ({ ...one, line: i + 2 })), nobody);
      expect(firms.length + new Set(faults.map(({ line }) => line)).size).toBe(typed.length);
      for (const { email, name } of firms) expect(`${email}${name}`).not.toMatch(/[\p{Cc}<>,;"]*[\r\n]/u);
      expect(new Set(firms.map(({ emailKey }) => emailKey)).size).toBe(firms.length);
    }));
  });

  it('knows an address again after it has been written down', () => {
    fc.assert(fc.property(fc.emailAddress(), (typed) => {
      const address = plainAddress(typed);
      if (address !== undefined) expect(addressKey(addressKey(address))).toBe(addressKey(address));
    }));
  });
});
