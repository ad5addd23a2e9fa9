import type { Templates } from '../template.js';

export const callTexts: Templates = {
  'call.draft-reminder': {
    fr: {
      subject: 'Votre dossier n’est pas encore déposé',
      body: [
        'Votre dossier de candidature est commencé, mais il n’est pas déposé. L’appel à candidatures ferme le {{closesOn}} à 23 h 59 (heure de Paris).',
        'Après cette date, il ne pourra plus être déposé. Seul un représentant légal ou une personne mandatée peut le déposer.',
      ],
      action: 'Reprendre le dossier',
    },
    en: {
      subject: 'Your application has not been submitted yet',
      body: [
        'Your application is started but not submitted. The call for applications closes on {{closesOn}} at 23:59 (Paris time).',
        'After that date it can no longer be submitted. Only a legal representative or a mandated person can submit it.',
      ],
      action: 'Resume the application',
    },
  },
  'call.embargo-set': {
    fr: { subject: 'Les résultats d’un appel seront publiés à une date fixée', body: ['Les résultats de l’appel à candidatures seront publiés le {{on}}. D’ici là, aucune décision n’est notifiée ni montrée ; ce qui sera signé ce jour-là sera notifié en une fois.'], action: 'Voir l’appel' },
    en: { subject: 'The results of a call will be published on a set date', body: ['The results of the call for applications will be published on {{on}}. Until then no decision is notified or shown; whatever is signed by that day will be notified at once.'], action: 'See the call' },
  },
  'call.results-published': {
    fr: { subject: 'Les résultats de l’appel sont publiés', body: ['Les résultats de l’appel à candidatures sont publiés, et les décisions signées sont notifiées aux candidats. Vérifiez dans le lot de notifications qu’aucune ne manque.'], action: 'Voir l’appel' },
    en: { subject: 'The results of the call are published', body: ['The results of the call for applications are published, and the signed decisions are being notified to the applicants. Check in the batch of notifications that none is missing.'], action: 'See the call' },
  },
  'call.deadline-moved': {
    fr: {
      subject: 'Le calendrier de l’appel à candidatures change',
      body: ['L’échéance de l’appel à candidatures fixée au {{from}} est déplacée au {{to}}.', 'Les rappels suivent la nouvelle date. Le motif est indiqué sur la page de l’appel.'],
      action: 'Voir l’appel',
    },
    en: {
      subject: 'The timetable of the call for applications has changed',
      body: ['The call’s deadline of {{from}} has been moved to {{to}}.', 'Reminders follow the new date. The reason is given on the page of the call.'],
      action: 'See the call',
    },
  },
};
