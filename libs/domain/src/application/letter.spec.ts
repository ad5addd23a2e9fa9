import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseScheme } from '../scheme/parse.js';
import type { Scheme } from '../scheme/shape/scheme.js';
import { letterOf, type Letter, type LetterSource } from './letter.js';

const parsed = parseScheme(readFileSync('schemes/pole-innovation.yaml', 'utf8'), 'pole-innovation.yaml');
if (!parsed.ok) throw new Error('The built-in scheme does not load.');
const scheme: Scheme = parsed.scheme;

const draft: LetterSource = {
  scheme, reference: '0f8fad5b', call: 'Appel 2027', pole: 'Pôle Bois', addressee: { structure: 'CFA du Bois', representative: 'Anne Roy', address: ['SIRET 732 829 320 00074'] },
  receivedOn: '2027-03-01', impliedRejectionOn: null, outcome: 'award', signedOn: null, signatory: null, startsOn: '2027-05-01', endsOn: '2030-04-30', conditions: [],
  grounds: [], reasonsInLaw: null, reasonsInFact: null, notifiedOn: null, appealUntil: null,
};
const signed: LetterSource = { ...draft, signedOn: '2027-04-14', signatory: { firstName: 'Karim', surname: 'Haddad', capacity: 'Directeur' } };
const textOf = (letter: Letter): string => letter.sections.flatMap(({ heading, paragraphs, items }) => [heading ?? '', ...paragraphs, ...items]).join('\n');

describe('the letter of a decision', () => {
  it('leaves a place for the signatory until the decision is signed', () => {
    expect(letterOf(draft, 'fr')).toMatchObject({ draft: true, draftMark: 'Projet – non signé', signature: { name: null }, addressee: ['CFA du Bois', 'À l’attention de Anne Roy, représentant légal', 'SIRET 732 829 320 00074'] });
    expect(letterOf(signed, 'fr')).toMatchObject({ draft: false, date: '14\u00a0avril 2027', signature: { name: 'Karim Haddad', capacity: 'Directeur' } });
  });

  it('awards for a term, and says how to contest it, by a date once it is notified', () => {
    expect(textOf(letterOf(signed, 'fr'))).toContain('du 1er\u00a0mai 2027 au 30\u00a0avril 2030 inclus');
    expect(textOf(letterOf(signed, 'fr'))).toContain('Recours gracieux');
    expect(textOf(letterOf(signed, 'fr'))).not.toContain('jusqu’au');
    expect(textOf(letterOf({ ...signed, notifiedOn: '2027-04-20', appealUntil: '2027-06-21' }, 'fr'))).toContain('Elle peut être contestée jusqu’au 21\u00a0juin 2027 inclus.');
  });

  it('states the reasons of a refusal in law, by the scheme’s texts, and in fact', () => {
    const refusal = textOf(letterOf({ ...signed, outcome: 'refuse', grounds: ['evidence'], reasonsInLaw: 'Article 7 du cahier des charges.', reasonsInFact: 'Aucun partenariat signé.' }, 'fr'));
    for (const part of ['Motifs', 'En droit\u00a0: Article 7', 'Actions engagées insuffisantes – Cahier des charges', 'En fait\u00a0: Aucun partenariat signé.', 'tribunal administratif']) expect(refusal).toContain(part);
    expect(refusal).not.toContain('contrat');
  });

  it('sets the conditions of an award with their dates', () => {
    const letter = textOf(letterOf({ ...signed, outcome: 'conditional-award', conditions: [{ n: 1, dueOn: '2027-09-01', text: 'Recruter un animateur' }] }, 'en'));
    expect(letter).toContain('Recruter un animateur (by 1\u00a0September 2027 at the latest)');
  });

  it('replaces an implied rejection, and says so only then', () => {
    expect(textOf(letterOf(signed, 'fr'))).not.toContain('se substitue');
    expect(textOf(letterOf({ ...signed, impliedRejectionOn: '2027-05-01' }, 'fr'))).toContain('se substitue à la décision implicite de rejet née le 1er\u00a0mai 2027');
  });

  it('has no word that was left to be filled in, in either language', () => {
    for (const locale of ['fr', 'en'] as const) for (const outcome of ['award', 'conditional-award', 'refuse'] as const) expect(JSON.stringify(letterOf({ ...signed, outcome }, locale))).not.toContain('{{');
  });

  it('is the scheme’s own where the scheme has one', () => {
    const own = { ...scheme, decision: { ...scheme.decision, letters: { award: { subject: { fr: 'Bravo {{pole}}', en: 'Well done {{pole}}' }, opening: [{ fr: 'Oui.', en: 'Yes.' }], closing: [] } } } };
    expect(letterOf({ ...signed, scheme: own }, 'en')).toMatchObject({ subject: 'Well done Pôle Bois', sections: [{ paragraphs: ['Yes.'] }, {}, {}] });
    expect(letterOf({ ...signed, scheme: own, outcome: 'refuse' }, 'fr').subject).toContain('Votre demande');
  });
});
