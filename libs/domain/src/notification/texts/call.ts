import type { Templates } from '../template.js';

export const callTexts: Templates = {
  'call.renewals-open': {
    fr: {
      subject: 'Un appel est ouvert : vous pouvez renouveler votre label',
      body: ['Un appel à candidatures est ouvert jusqu’au {{closesOn}}. Votre label arrive à son terme, ou vient d’y arriver : son renouvellement se demande dans cet appel.', 'Le dossier reprend ce que vous avez écrit ; relisez-le et confirmez-le avant de le déposer.'],
      action: 'Voir l’appel',
    },
    en: {
      subject: 'A call is open: you may renew your label',
      body: ['A call for applications is open until {{closesOn}}. Your label is coming to its end, or has just ended: its renewal is asked for in this call.', 'The file begins with what you wrote before; read it again and confirm it before you submit it.'],
      action: 'See the call',
    },
  },
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
  'call.extension-granted': {
    fr: {
      subject: 'Un délai supplémentaire vous est accordé',
      body: ['L’autorité accorde à votre pôle un délai supplémentaire : votre dossier de candidature peut être déposé jusqu’au {{closesOn}} à 23 h 59 (heure de Paris).', 'Ce délai est propre à votre pôle. Le motif de la décision est porté à la connaissance du comité de sélection.'],
      action: 'Reprendre le dossier',
    },
    en: {
      subject: 'You are given more time',
      body: ['The authority gives your centre more time: your application may be submitted until {{closesOn}} at 23:59 (Paris time).', 'This limit is your centre’s alone. The selection committee reads the reason.'],
      action: 'Resume the application',
    },
  },
  'call.extension-granted-officer': {
    fr: { subject: 'Un délai supplémentaire est accordé à un pôle', body: ['L’autorité accorde à un pôle un délai supplémentaire, jusqu’au {{closesOn}}. Le motif est sur la page de l’appel.'], action: 'Voir l’appel' },
    en: { subject: 'A centre is given more time', body: ['The authority gives a centre more time, until {{closesOn}}. The reason is on the page of the call.'], action: 'See the call' },
  },
  'call.reopened': {
    fr: {
      subject: 'L’appel à candidatures est rouvert',
      body: ['L’appel à candidatures est rouvert jusqu’au {{closesOn}} à 23 h 59 (heure de Paris). Votre dossier commencé peut encore être déposé.'],
      action: 'Reprendre le dossier',
    },
    en: {
      subject: 'The call for applications is open again',
      body: ['The call for applications is open again until {{closesOn}} at 23:59 (Paris time). The application that you started can still be submitted.'],
      action: 'Resume the application',
    },
  },
  'call.reopened-officer': {
    fr: { subject: 'Un appel à candidatures est rouvert', body: ['L’autorité a rouvert l’appel à candidatures, jusqu’au {{closesOn}}.'], action: 'Voir l’appel' },
    en: { subject: 'A call for applications is open again', body: ['The authority has opened the call for applications once more, until {{closesOn}}.'], action: 'See the call' },
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
