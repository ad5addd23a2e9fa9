import type { Locale } from '../notification/template.js';
import type { DecisionOutcome } from './application.data.js';

interface Both { readonly fr: string; readonly en: string }

/**
 * What a scheme says of one outcome. Placeholders: `{{label}}`, `{{authority}}`, `{{pole}}`, `{{call}}`, `{{receivedOn}}`, `{{startsOn}}`,
 * `{{endsOn}}`, `{{impliedRejectionOn}}`; a paragraph with one that is not known is left out.
 */
export interface LetterTemplate {
  readonly subject: Both;
  readonly opening: readonly Both[];
  readonly closing: readonly Both[];
}

/** What a letter's paragraphs may ask for; a scheme that asks for anything else is refused at load. */
export const letterPlaceholders: readonly string[] = ['label', 'authority', 'pole', 'call', 'receivedOn', 'startsOn', 'endsOn', 'impliedRejectionOn'];

const received: Both = {
  fr: 'Vous avez déposé, pour le pôle « {{pole}} », un dossier de candidature reçu le {{receivedOn}} dans le cadre de l’appel « {{call}} ».',
  en: 'For the centre “{{pole}}” you submitted an application, received on {{receivedOn}}, under the call “{{call}}”.',
};
/** An express decision supersedes the implied rejection, and says so. */
const instead: Both = {
  fr: 'La présente décision se substitue à la décision implicite de rejet née le {{impliedRejectionOn}}.',
  en: 'This decision replaces the implied rejection of {{impliedRejectionOn}}.',
};
const contract: Both = {
  fr: 'Un contrat de labellisation vous sera proposé à la signature.',
  en: 'A label contract will be put to you for signature.',
};

/** The letters of a scheme that brings none of its own. */
export const defaultLetters: Readonly<Record<DecisionOutcome, LetterTemplate>> = {
  'award': {
    subject: { fr: 'Attribution du label « {{label}} »', en: 'Award of the label “{{label}}”' },
    opening: [received, { fr: 'J’ai décidé de lui attribuer le label « {{label}} » du {{startsOn}} au {{endsOn}} inclus, sous réserve de la signature du contrat de labellisation par les deux parties.', en: 'I have decided to award it the label “{{label}}” from {{startsOn}} to {{endsOn}} inclusive, subject to the signature of the label contract by both parties.' }, instead],
    closing: [contract],
  },
  'conditional-award': {
    subject: { fr: 'Attribution sous conditions du label « {{label}} »', en: 'Conditional award of the label “{{label}}”' },
    opening: [received, { fr: 'J’ai décidé de lui attribuer, sous les conditions énoncées ci-après, le label « {{label}} » du {{startsOn}} au {{endsOn}} inclus, sous réserve de la signature du contrat de labellisation par les deux parties.', en: 'I have decided to award it, under the conditions stated below, the label “{{label}}” from {{startsOn}} to {{endsOn}} inclusive, subject to the signature of the label contract by both parties.' }, instead],
    closing: [contract],
  },
  'refuse': {
    subject: { fr: 'Votre demande du label « {{label}} »', en: 'Your application for the label “{{label}}”' },
    opening: [received, { fr: 'Après examen de ce dossier, j’ai décidé de ne pas lui attribuer le label « {{label}} », pour les motifs suivants.', en: 'After examining this application I have decided not to award it the label “{{label}}”, for the reasons that follow.' }, instead],
    closing: [],
  },
};

/** The words around what the scheme and the authority say. */
export const words: Readonly<Record<Locale, {
  readonly draft: string; readonly attention: string; readonly representative: string; readonly label: string; readonly call: string; readonly pole: string;
  readonly reference: string; readonly followedBy: string; readonly dateToCome: string; readonly salutation: string; readonly reasons: string; readonly inLaw: string;
  readonly inFact: string; readonly basis: string; readonly conditions: string; readonly conditionsSet: string; readonly routes: string; readonly toSign: string;
  condition(text: string, due: string): string; appealUntil(notified: string, until: string): string; signedBy(name: string, day: string): string;
}>> = {
  fr: {
    draft: 'Projet – non signé', attention: 'À l’attention de', representative: 'représentant légal', label: 'Label', call: 'Appel à candidatures', pole: 'Pôle',
    reference: 'Référence du dossier', followedBy: 'Dossier suivi par', dateToCome: 'Date de signature\u00a0: ………………', salutation: 'Madame, Monsieur,', reasons: 'Motifs',
    inLaw: 'En droit\u00a0:', inFact: 'En fait\u00a0:', basis: 'Textes', conditions: 'Conditions', conditionsSet: 'Chacune de ces conditions est à remplir au plus tard à sa date\u00a0:',
    routes: 'Voies et délais de recours', toSign: 'Signature\u00a0: ………………',
    condition: (text, due) => `${text} (au plus tard le ${due})`,
    appealUntil: (notified, until) => `La présente décision vous a été notifiée le ${notified}. Elle peut être contestée jusqu’au ${until} inclus.`,
    signedBy: (name, day) => `Signé par ${name}, le ${day}`,
  },
  en: {
    draft: 'Draft – not signed', attention: 'For the attention of', representative: 'legal representative', label: 'Label', call: 'Call for applications', pole: 'Centre',
    reference: 'Reference of the file', followedBy: 'File followed by', dateToCome: 'Date of signature: ………………', salutation: 'Dear Sir or Madam,', reasons: 'Reasons',
    inLaw: 'In law:', inFact: 'In fact:', basis: 'Legal basis', conditions: 'Conditions', conditionsSet: 'Each of these conditions is to be met by its date at the latest:',
    routes: 'How and until when to appeal', toSign: 'Signature: ………………',
    condition: (text, due) => `${text} (by ${due} at the latest)`,
    appealUntil: (notified, until) => `This decision was notified to you on ${notified}. It may be contested until ${until} inclusive.`,
    signedBy: (name, day) => `Signed by ${name} on ${day}`,
  },
};
