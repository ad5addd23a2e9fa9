import type { Templates } from '../template.js';

/** What is said to the people of a pole about their own rights in it. */
export const peopleTexts: Templates = {
  'people.invited': {
    fr: {
      subject: 'Vous êtes invité à rejoindre un pôle',
      body: [
        'Le pôle « {{pole}} » vous invite : si vous acceptez, ses dossiers, ses échéances et ses courriels vous concerneront.',
        'Cet accès prendrait fin le {{until?}}.',
        'Connectez-vous avec cette adresse électronique, puis acceptez ou déclinez. Tant que vous n’avez pas accepté, le pôle ne sait rien de vous.',
      ],
      action: 'Voir mes invitations',
    },
    en: {
      subject: 'You are invited to join a centre',
      body: [
        'The centre “{{pole}}” invites you: if you accept, its files, its deadlines and its mails will concern you.',
        'This access would end on {{until?}}.',
        'Sign in with this e-mail address, then accept or decline. Until you have accepted, the centre knows nothing of you.',
      ],
      action: 'See my invitations',
    },
  },
  'people.attached': {
    fr: {
      subject: 'Vous avez accès à un pôle',
      body: [
        'Vous avez désormais accès au pôle « {{pole}} » : ses dossiers, ses échéances et ses courriels vous concernent.',
        'Cet accès prend fin le {{until?}}.',
        'Connectez-vous avec cette adresse électronique. Si vous ne vous attendiez pas à cet accès, écrivez au secrétariat ou retirez-vous-en.',
      ],
      action: 'Ouvrir le pôle',
    },
    en: {
      subject: 'You have access to a centre',
      body: [
        'You now have access to the centre “{{pole}}”: its files, its deadlines and its mails concern you.',
        'This access ends on {{until?}}.',
        'Sign in with this e-mail address. If you did not expect this access, write to the secretariat, or leave it.',
      ],
      action: 'Open the centre',
    },
  },
  'people.representative-to-confirm': {
    fr: {
      subject: 'Un représentant légal est à confirmer',
      body: [
        'Quelqu’un se déclare représentant légal du pôle « {{pole}} ».',
        'Demandez-lui un justificatif, puis confirmez sa qualité : d’ici là, cette personne ne peut pas engager le pôle.',
      ],
      action: 'Ouvrir le pôle',
    },
    en: {
      subject: 'A legal representative is to be confirmed',
      body: [
        'Somebody declares to be the legal representative of the centre “{{pole}}”.',
        'Ask for evidence, then confirm the quality: until then, this person cannot commit the centre.',
      ],
      action: 'Open the centre',
    },
  },
  'people.representative-confirmed': {
    fr: {
      subject: 'Votre qualité de représentant légal est confirmée',
      body: ['Le secrétariat a confirmé que vous représentez le pôle « {{pole}} » : vous pouvez l’engager.'],
      action: 'Ouvrir le pôle',
    },
    en: {
      subject: 'You are confirmed as legal representative',
      body: ['The secretariat has confirmed that you represent the centre “{{pole}}”: you may commit it.'],
      action: 'Open the centre',
    },
  },
  'people.removed': {
    fr: {
      subject: 'Vous n’avez plus accès à un pôle',
      body: [
        'Vous n’avez plus accès au pôle « {{pole}} » ; les mandats que vous y déteniez ont pris fin.',
        'Si c’est une erreur, écrivez à un administrateur du pôle ou au secrétariat.',
      ],
      action: 'Voir mes pôles',
    },
    en: {
      subject: 'You no longer have access to a centre',
      body: [
        'You no longer have access to the centre “{{pole}}”; any mandate that you held there has ended.',
        'If this is a mistake, write to an administrator of the centre or to the secretariat.',
      ],
      action: 'See my centres',
    },
  },
  'people.files-given': {
    fr: { subject: 'Des dossiers vous sont confiés', body: ['{{files}} dossier(s) vous sont confiés comme gestionnaire.', 'Vos tâches les montrent dès maintenant.'], action: null },
    en: { subject: 'Files are given to you', body: ['{{files}} file(s) are given to you as their case officer.', 'Your tasks show them from now on.'], action: null },
  },
};
