import type { Templates } from '../template.js';

/** What is said to the people of a pole about their own rights in it. */
export const peopleTexts: Templates = {
  'people.invited': {
    fr: {
      subject: 'Vous êtes invité à rejoindre un pôle',
      body: [
        'Vous avez désormais accès au pôle « {{pole}} » : ses dossiers, ses échéances et ses courriels vous concernent.',
        'Cet accès prend fin le {{until?}}.',
        'Connectez-vous avec cette adresse électronique. Si vous ne vous attendiez pas à cette invitation, écrivez au pôle ou retirez-vous-en.',
      ],
      action: 'Ouvrir le pôle',
    },
    en: {
      subject: 'You are invited to join a centre',
      body: [
        'You now have access to the centre “{{pole}}”: its files, its deadlines and its mails concern you.',
        'This access ends on {{until?}}.',
        'Sign in with this e-mail address. If you did not expect this invitation, write to the centre, or leave it.',
      ],
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
};
