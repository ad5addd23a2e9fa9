import type { Templates } from '../template.js';

/** What is said to the people of a pole about their own rights in it. */
export const peopleTexts: Templates = {
  'people.invited': {
    fr: {
      subject: 'Vous êtes invité à rejoindre un organisme',
      body: [
        '« {{pole}} » vous invite : si vous acceptez, ses dossiers, ses échéances et ses courriels vous concerneront.',
        'Cet accès prendrait fin le {{until?}}.',
        'Connectez-vous avec cette adresse électronique, puis acceptez ou déclinez. Tant que vous n’avez pas accepté, cet organisme ne sait rien de vous.',
      ],
      action: 'Voir mes invitations',
    },
    en: {
      subject: 'You are invited to join an organisation',
      body: [
        '“{{pole}}” invites you: if you accept, its files, its deadlines and its mails will concern you.',
        'This access would end on {{until?}}.',
        'Sign in with this e-mail address, then accept or decline. Until you have accepted, it knows nothing of you.',
      ],
      action: 'See my invitations',
    },
  },
  'people.attached': {
    fr: {
      subject: 'Vous avez accès à un organisme',
      body: [
        'Vous avez désormais accès à « {{pole}} » : ses dossiers, ses échéances et ses courriels vous concernent.',
        'Cet accès prend fin le {{until?}}.',
        'Connectez-vous avec cette adresse électronique. Si vous ne vous attendiez pas à cet accès, écrivez au secrétariat ou retirez-vous-en.',
      ],
      action: 'Ouvrir la fiche',
    },
    en: {
      subject: 'You have access to an organisation',
      body: [
        'You now have access to “{{pole}}”: its files, its deadlines and its mails concern you.',
        'This access ends on {{until?}}.',
        'Sign in with this e-mail address. If you did not expect this access, write to the secretariat, or leave it.',
      ],
      action: 'Open the record',
    },
  },
  'people.representative-to-confirm': {
    fr: {
      subject: 'Un représentant légal est à confirmer',
      body: [
        'Quelqu’un se déclare représentant légal de « {{pole}} ».',
        'Demandez-lui un justificatif, puis confirmez sa qualité : d’ici là, cette personne ne peut rien engager en son nom.',
      ],
      action: 'Ouvrir la fiche',
    },
    en: {
      subject: 'A legal representative is to be confirmed',
      body: [
        'Somebody declares to be the legal representative of “{{pole}}”.',
        'Ask for evidence, then confirm the quality: until then, this person cannot act for it.',
      ],
      action: 'Open the record',
    },
  },
  'people.representative-confirmed': {
    fr: {
      subject: 'Votre qualité de représentant légal est confirmée',
      body: ['Le secrétariat a confirmé que vous représentez « {{pole}} » : vous pouvez agir en son nom.'],
      action: 'Ouvrir la fiche',
    },
    en: {
      subject: 'You are confirmed as legal representative',
      body: ['The secretariat has confirmed that you represent “{{pole}}”: you may act for it.'],
      action: 'Open the record',
    },
  },
  'people.removed': {
    fr: {
      subject: 'Vous n’avez plus accès à un organisme',
      body: [
        'Vous n’avez plus accès à « {{pole}} » ; les mandats que vous y déteniez ont pris fin.',
        'Si c’est une erreur, écrivez à un administrateur de cet organisme ou au secrétariat.',
      ],
      action: 'Voir mes organismes',
    },
    en: {
      subject: 'You no longer have access to an organisation',
      body: [
        'You no longer have access to “{{pole}}”; any mandate that you held there has ended.',
        'If this is a mistake, write to an administrator of that organisation or to the secretariat.',
      ],
      action: 'See my organisations',
    },
  },
  'people.files-given': {
    fr: { subject: 'Des dossiers vous sont confiés', body: ['{{files|dossier vous est confié|dossiers vous sont confiés}} comme gestionnaire.', 'Vos tâches en tiennent compte dès maintenant.'], action: null },
    en: { subject: 'Files are given to you', body: ['{{files|file is|files are}} given to you as case officer.', 'See your tasks.'], action: null },
  },
};
