import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { checkRna } from '../../../../libs/domain/src/identifiers/rna.js';
import { checkSiret } from '../../../../libs/domain/src/identifiers/siret.js';
import { checkAnswers, formCompleteness } from '../../../../libs/domain/src/scheme/answers.js';
import { parseScheme } from '../../../../libs/domain/src/scheme/parse.js';
import { demoAccounts } from '../stack/oidc-accounts.js';
import { demoAnswers, demoFiles, halfOfTheAnswers } from './answers.js';
import { demoCentres } from './cast.js';

const file = 'schemes/pole-innovation.yaml';
const parsed = parseScheme(readFileSync(file, 'utf8'), file);
if (!parsed.ok) throw new Error('not a scheme');
const { scheme } = parsed;
const { form } = scheme.application;
const today = '2027-02-10';

describe.each(demoCentres.map((centre) => ({ name: centre.pole.name, centre })))('the demonstration of $name', ({ centre }) => {
  it('is marked, and numbered as real structures are', () => {
    const { name, territory, carrier } = centre.pole as unknown as { name: string; territory: string; carrier: { siret: string; rna?: string; legalForm: string } };
    expect([name, territory]).toEqual([expect.stringContaining('(démonstration)'), expect.stringContaining('(démonstration)')]);
    expect(checkSiret(carrier.siret)).toMatchObject({ ok: true });
    expect(carrier.rna === undefined ? carrier.legalForm !== 'association' : checkRna(carrier.rna).ok).toBe(true);
    expect(demoAccounts.map(({ sub }) => sub)).toContain(centre.lead);
  });

  it('has answers that the scheme takes: all of them, or a first half', () => {
    const files = demoFiles.map((question) => ({ question, type: 'pdf', size: 100 }));
    const answers = demoAnswers(centre, today);
    expect(checkAnswers(scheme, form, answers)).toMatchObject({ ok: true });
    expect(formCompleteness(scheme, form, answers, files)).toMatchObject({ complete: true });
    const half = halfOfTheAnswers(centre, today);
    expect(checkAnswers(scheme, form, half)).toMatchObject({ ok: true });
    expect(formCompleteness(scheme, form, half, [])).toMatchObject({ complete: false });
  });
});
