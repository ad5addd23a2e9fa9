import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseScheme } from '../scheme/parse.js';
import type { Scheme } from '../scheme/shape/scheme.js';
import { agreedTargets, annexedQuestions, contractText, type ContractSource, euros } from './contract.js';

const file = 'schemes/pole-innovation.yaml';
const yaml = readFileSync(file, 'utf8');
const parsed = parseScheme(yaml, file);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
const scheme: Scheme = parsed.scheme;
const source: ContractSource = {
  scheme: 'pole-innovation@3', number: 'PI-2027-0001', startsOn: '2027-07-01', endsOn: '2030-06-30', decidedOn: '2027-05-20', pole: 'Bois {{number}}',
  carrier: { name: 'CFA du Bois', siret: '73282932000074', representative: 'Anne Martin' },
  answers: { ambition: 'Faire mieux', indicators: { 'firms-accompanied': { baseline: 10, target: 40 }, own: { baseline: 1, target: 2, label: 'Nôtre' } }, actions: [{ year: 'year-1' }] },
};
const faultsWith = (change: (text: string) => string): string[] => {
  const read = parseScheme(change(yaml), file);
  return read.ok ? [] : read.faults.map(({ message }) => message);
};

describe('the text of a contract', () => {
  it.each(['fr', 'en'] as const)('names parties, term and money, and asks for nothing that is not known: %s', (locale) => {
    const made = contractText(scheme, source, locale);
    const all = JSON.stringify(made);
    expect(made.parties.map(({ name }) => name)).toEqual([scheme.authority.name[locale], 'CFA du Bois']);
    expect(made.parties[1]?.lines[0]).toBe('SIRET 732\u00a0829\u00a0320\u00a000074');
    // What looks like a placeholder in a name stays as it is.
    expect(all.replaceAll('Bois {{number}}', '')).not.toContain('{{');
    expect(all).toContain('Bois {{number}}');
    expect(made.articles.map(({ heading }) => heading.replace(/\D+/g, ''))).toEqual(made.articles.map((_one, i) => String(i + 1)));
    expect(made.annexes.map(({ questions }) => questions.map(({ code }) => code))).toEqual([['ambition', 'actions'], ['indicators']]);
    expect(all).toContain(euros(scheme.financing?.maximum ?? 0, locale));
  });

  it('of a scheme that does not pay says nothing of money', () => {
    const { financing: _financing, ...rest } = scheme;
    expect(JSON.stringify(contractText(rest as Scheme, source, 'en').articles)).not.toContain('€');
  });

  it('is checked with the scheme: placeholders and annexed questions', () => {
    expect(faultsWith((text) => text.replace('sous le numéro {{number}}', 'sous le numéro {{nombre}}'))).toEqual([expect.stringContaining('nothing is known as {{nombre}}')]);
    expect(faultsWith((text) => text.replace('annexes: [ambition,', 'annexes: [ambitions,'))).toEqual([expect.stringContaining('no question "ambitions"')]);
    expect(faultsWith((text) => text.replace('annexes: [ambition,', 'annexes: [statutes,'))).toEqual([expect.stringContaining('asks for files')]);
    expect(annexedQuestions(scheme)).toContain('indicators');
  });
});

describe('an amount', () => {
  it.each([[0, '0\u00a0€', '€0'], [5, '0,05\u00a0€', '€0.05'], [123_456, '1\u202f234,56\u00a0€', '€1,234.56'], [5_000_000, '50\u202f000\u00a0€', '€50,000']])('%i cents', (cents, fr, en) => {
    expect([euros(cents, 'fr'), euros(cents, 'en')]).toEqual([fr, en]);
  });
});

describe('agreed targets', () => {
  it('begin with the contract’s, the pole’s own too, and follow the amendments in force', () => {
    expect(agreedTargets(source.answers, [])).toEqual({ 'firms-accompanied': { baseline: 10, target: 40, version: 1 }, own: { baseline: 1, target: 2, version: 1 } });
    expect(agreedTargets(source.answers, [{ version: 2, targets: [{ indicator: 'own', target: 9 }] }, { version: 3, targets: [{ indicator: 'new', target: 4 }] }])).toEqual({
      'firms-accompanied': { baseline: 10, target: 40, version: 1 }, own: { baseline: 1, target: 9, version: 2 }, new: { baseline: null, target: 4, version: 3 },
    });
  });

  it('are always those of the last version that speaks of them', () => {
    const amendment = fc.record({ version: fc.nat(), targets: fc.array(fc.record({ indicator: fc.constantFrom('a', 'b'), target: fc.integer() })) });
    fc.assert(fc.property(fc.array(amendment), (amendments) => {
      const agreed = agreedTargets({}, amendments);
      for (const code of ['a', 'b']) {
        const last = amendments.flatMap(({ version, targets }) => targets.filter(({ indicator }) => indicator === code).map(({ target }) => ({ target, version }))).at(-1);
        expect(agreed[code]).toEqual(last && { baseline: null, ...last });
      }
    }));
  });
});
