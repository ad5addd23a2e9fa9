import type { Locale } from '../notification/template.js';

/** What the texts of a contract may ask for; a scheme that asks for anything else is refused at load. */
export const contractPlaceholders: readonly string[] = ['label', 'authority', 'secretariat', 'pole', 'structure', 'number', 'startsOn', 'endsOn', 'decidedOn'];

interface Words {
  readonly title: string;
  readonly amendmentTitle: (n: number) => string;
  readonly toSign: string;
  readonly draftMark: string;
  readonly parties: string;
  readonly authority: string;
  readonly holder: (pole: string) => string;
  readonly representedBy: (who: string) => string;
  readonly preamble: string;
  readonly articles: string;
  readonly article: (n: number) => string;
  readonly term: string;
  readonly termIs: (from: string, to: string) => string;
  readonly financing: string;
  readonly financingIs: (maximum: string, rate: number, yearly: boolean) => string;
  readonly eligible: string;
  readonly gates: Readonly<Record<'contract-signed' | 'report-validated' | 'financial-report-validated', string>>;
  readonly annex: (n: number) => string;
  readonly signatures: string;
  readonly number: string;
  readonly scheme: string;
  readonly version: string;
  readonly signedBy: (name: string, on: string) => string;
  readonly erased: string;
  readonly awaiting: string;
  readonly amendments: string;
  readonly amendmentRow: (n: number, on: string) => string;
  readonly changes: string;
  readonly indicator: string;
  readonly was: string;
  readonly becomes: string;
  readonly from: string;
  readonly evidence: string;
  readonly textHash: string;
  readonly evidenceOf: string;
  readonly lapsed: string;
  readonly dropped: string;
}

/** What every contract says, whatever the scheme. */
export const contractWords: Readonly<Record<Locale, Words>> = {
  fr: {
    title: 'Contrat de labellisation', amendmentTitle: (n) => `Avenant n° ${n} au contrat de labellisation`, toSign: 'À signer', draftMark: 'À signer',
    parties: 'Les parties', authority: 'L’autorité', holder: (pole) => `Le titulaire, « ${pole} »`, representedBy: (who) => `représentée par ${who}`,
    preamble: 'Préambule', articles: 'Il est convenu ce qui suit', article: (n) => `Article ${n}`, term: 'Durée', termIs: (from, to) => `Le contrat court du ${from} au ${to} inclus.`,
    financing: 'Financement',
    financingIs: (maximum, rate, yearly) => `L’État finance le programme à hauteur de ${rate}\u00a0% des dépenses acceptées, dans la limite de ${maximum}${yearly ? ' par année' : ' pour toute la durée du contrat'}.`,
    eligible: 'Dépenses éligibles',
    gates: { 'contract-signed': 'à la signature du contrat', 'report-validated': 'à la validation du rapport annuel', 'financial-report-validated': 'à la validation du compte rendu financier' },
    annex: (n) => `Annexe ${n}`, signatures: 'Signatures', number: 'Numéro du label', scheme: 'Dispositif', version: 'Version', signedBy: (name, on) => `Signé par ${name}, le ${on}`,
    erased: 'signataire effacé', awaiting: 'Signature attendue', amendments: 'Avenants', amendmentRow: (n, on) => `Avenant n° ${n}, en vigueur depuis le ${on}`,
    changes: 'Ce qui change', indicator: 'Indicateur', was: 'Cible jusqu’ici', becomes: 'Nouvelle cible', from: 'Départ',
    evidence: 'Preuves des signatures', textHash: 'Empreinte du texte (SHA-256)', evidenceOf: 'Empreinte du texte signé ; document signé', lapsed: 'Caduc', dropped: 'Retiré',
  },
  en: {
    title: 'Label contract', amendmentTitle: (n) => `Amendment no. ${n} of the label contract`, toSign: 'To be signed', draftMark: 'To be signed',
    parties: 'The parties', authority: 'The authority', holder: (pole) => `The holder, “${pole}”`, representedBy: (who) => `represented by ${who}`,
    preamble: 'Preamble', articles: 'The parties agree as follows', article: (n) => `Article ${n}`, term: 'Term', termIs: (from, to) => `The contract runs from ${from} to ${to} inclusive.`,
    financing: 'Financing',
    financingIs: (maximum, rate, yearly) => `The State finances the programme up to ${rate}% of accepted spending, and ${maximum} at most ${yearly ? 'a year' : 'for the whole term'}.`,
    eligible: 'Eligible costs',
    gates: { 'contract-signed': 'when the contract is signed', 'report-validated': 'when the yearly report is validated', 'financial-report-validated': 'when the financial report is validated' },
    annex: (n) => `Annex ${n}`, signatures: 'Signatures', number: 'Number of the label', scheme: 'Scheme', version: 'Version', signedBy: (name, on) => `Signed by ${name} on ${on}`,
    erased: 'signatory erased', awaiting: 'Signature awaited', amendments: 'Amendments', amendmentRow: (n, on) => `Amendment no. ${n}, in force since ${on}`,
    changes: 'What changes', indicator: 'Indicator', was: 'Target so far', becomes: 'New target', from: 'Baseline',
    evidence: 'Evidence of the signatures', textHash: 'Hash of the text (SHA-256)', evidenceOf: 'Hash of the text that was signed; signed document', lapsed: 'Lapsed', dropped: 'Taken back',
  },
};
