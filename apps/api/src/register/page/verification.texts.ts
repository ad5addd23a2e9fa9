import type { PublicStatus } from '../../../../../libs/domain/src/award/public-life.js';
import type { Locale } from '../../http/locale.js';

/** What the page says of each answer; `{{day}}`, `{{since}}`, `{{startsOn}}`, `{{endsOn}}` and `{{inForceFrom}}` are written dates. */
type Answer = readonly [word: string, sentence: string];

export interface PageTexts {
  readonly title: string;
  readonly intro: string;
  readonly answers: Readonly<Record<PublicStatus | 'unknown', Answer>>;
  readonly rows: Readonly<Record<'number' | 'holder' | 'structure' | 'siren' | 'territory' | 'themes' | 'term' | 'authority', string>>;
  readonly term: string;
  readonly renewal: string;
  readonly renewedBy: string;
  readonly renews: string;
  readonly history: string;
  readonly until: string;
  readonly from: string;
  /** The present period, whose end is decided. */
  readonly willEnd: string;
  /** Instead of the sentence of `upcoming`, between the first day of the term and the second signature. */
  readonly unsigned: string;
  /** The day that was asked for is yet to come. */
  readonly ahead: string;
  readonly form: Readonly<Record<'heading' | 'number' | 'day' | 'check', string>>;
  readonly badDay: string;
  readonly proof: string;
  readonly other: string;
}

export const pageTexts: Readonly<Record<Locale, PageTexts>> = {
  fr: {
    title: 'Vérifier un label',
    intro: 'Écrivez le numéro qui figure sur le certificat, la plaque ou le document que l’on vous présente.',
    answers: {
      valid: ['En vigueur', 'Le {{day}}, ce label est en vigueur.'],
      upcoming: ['Pas encore en vigueur', 'Le {{day}}, ce label n’est pas encore en vigueur. Il commence le {{startsOn}}.'],
      suspended: ['Suspendu', 'Ce label est suspendu depuis le {{since}}. Le {{day}}, son titulaire ne peut pas s’en prévaloir.'],
      withdrawn: ['Retiré', 'L’autorité a retiré ce label ; il n’est plus valable depuis le {{since}}.'],
      renounced: ['Abandonné par son titulaire', 'Le titulaire a renoncé à ce label ; il n’est plus valable depuis le {{since}}.'],
      terminated: ['Terminé', 'Le titulaire a cessé son activité ; ce label n’est plus valable depuis le {{since}}.'],
      transferred: ['Transféré', 'Le titulaire a été repris par un autre ; ce label n’est plus valable depuis le {{since}}.'],
      expired: ['Arrivé à son terme', 'Ce label s’est terminé le {{endsOn}}. Le {{day}}, il n’est plus en vigueur.'],
      unknown: ['Numéro inconnu', 'Aucun label, présent ou passé, ne porte ce numéro. Vérifiez-le signe par signe. S’il est bien celui du document, ce document ne prouve rien.'],
    },
    rows: { number: 'Numéro', holder: 'Titulaire', structure: 'Porté par', siren: 'SIREN', territory: 'Territoire', themes: 'Thèmes', term: 'Durée', authority: 'Décerné par' },
    term: 'du {{from}} au {{to}}',
    renewal: 'La demande de renouvellement est en cours d’examen.',
    renewedBy: 'Ce label est renouvelé par le label',
    renews: 'Ce label renouvelle le label',
    history: 'Statuts successifs',
    from: 'depuis le {{from}}',
    willEnd: 'depuis le {{from}} ; prendra fin le {{to}} en l’état des décisions',
    unsigned: 'Le {{day}}, le contrat n’était pas encore signé des deux parties : ce label n’était pas en vigueur. Il est entré en vigueur le {{inForceFrom}}.',
    ahead: 'Ce jour est à venir : la réponse dit ce qui est décidé aujourd’hui.',
    until: 'du {{from}} au {{to}}',
    form: { heading: 'Vérifier un autre numéro ou un autre jour', number: 'Numéro du label', day: 'Au jour du (facultatif)', check: 'Vérifier' },
    badDay: 'Le jour demandé n’est pas une date : la réponse est celle d’aujourd’hui.',
    proof: 'Cette page est la réponse du registre public. Elle ne vaut que si son adresse commence par {{address}}',
    other: 'English',
  },
  en: {
    title: 'Check a label',
    intro: 'Type the number that stands on the certificate, the plaque or the document that you are shown.',
    answers: {
      valid: ['In force', 'On {{day}}, this label is in force.'],
      upcoming: ['Not in force yet', 'On {{day}}, this label is not in force yet. It begins on {{startsOn}}.'],
      suspended: ['Suspended', 'This label has been suspended since {{since}}. On {{day}}, its holder may not rely on it.'],
      withdrawn: ['Withdrawn', 'The authority has withdrawn this label; it has not been valid since {{since}}.'],
      renounced: ['Given up by its holder', 'The holder has given this label up; it has not been valid since {{since}}.'],
      terminated: ['Terminated', 'The holder has closed; this label has not been valid since {{since}}.'],
      transferred: ['Transferred', 'The holder was taken over by another; this label has not been valid since {{since}}.'],
      expired: ['Expired', 'This label ended on {{endsOn}}. On {{day}}, it is no longer in force.'],
      unknown: ['Unknown number', 'No label, present or past, bears this number. Check it sign by sign. If it is the one on the document, that document proves nothing.'],
    },
    rows: { number: 'Number', holder: 'Holder', structure: 'Carried by', siren: 'SIREN', territory: 'Territory', themes: 'Themes', term: 'Term', authority: 'Awarded by' },
    term: '{{from}} to {{to}}',
    renewal: 'The application for its renewal is being examined.',
    renewedBy: 'This label is renewed by label',
    renews: 'This label renews label',
    history: 'Statuses one after another',
    from: 'since {{from}}',
    willEnd: 'since {{from}}; will end on {{to}} as decided today',
    unsigned: 'On {{day}}, the contract had not been signed by both parties yet: this label was not in force. It came into force on {{inForceFrom}}.',
    ahead: 'This day is still to come: the answer says what is decided today.',
    until: '{{from}} to {{to}}',
    form: { heading: 'Check another number or another day', number: 'Number of the label', day: 'As of (optional)', check: 'Check' },
    badDay: 'The day that was asked for is no date: the answer is that of today.',
    proof: 'This page is the answer of the public register. It counts only if its address begins with {{address}}',
    other: 'Français',
  },
};
