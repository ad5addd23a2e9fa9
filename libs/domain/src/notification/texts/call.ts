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
