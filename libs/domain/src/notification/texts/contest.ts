import type { Templates } from '../template.js';

/** What leads up to an implied rejection and follows it: warnings, reasons, a file that is reopened. */
export const contestTexts: Templates = {
  'application.silence-near': {
    fr: {
      subject: 'Des dossiers vont être rejetés par silence',
      body: [
        'Sans décision expresse notifiée d’ici là, le silence gardé vaudra rejet le {{impliedDecisionOn}} pour ce dossier. D’autres dossiers du même appel peuvent arriver à terme le même jour : un seul message est envoyé par appel et par date.',
        'La liste des dossiers concernés est à cette adresse d’Estampille : {{list?}}',
        'Après cette date l’examen continue et une décision expresse reste possible, mais le candidat peut contester le rejet implicite et en demander les motifs.',
      ],
    },
    en: {
      subject: 'Files are about to be rejected by silence',
      body: [
        'Unless an express decision is notified before, silence will count as a rejection on {{impliedDecisionOn}} for this file. Other files of the same call may fall due on the same day: one message is sent for each call and date.',
        'The list of the files concerned is at this address of Estampille: {{list?}}',
        'The examination goes on after that date and an express decision stays possible, but the applicant may contest the implied rejection and ask for its reasons.',
      ],
    },
  },
  'application.silence-near-officer': {
    fr: { subject: 'Le silence vaudra bientôt rejet', body: ['Sans décision expresse notifiée d’ici là, le silence gardé sur ce dossier vaudra rejet le {{impliedDecisionOn}}.', 'L’autorité en est avertie.'] },
    en: { subject: 'Silence will soon count as a rejection', body: ['Unless an express decision is notified before, silence on this file will count as a rejection on {{impliedDecisionOn}}.', 'The authority has been told.'] },
  },
  'application.reasons-requested': {
    fr: {
      subject: 'Les motifs d’un rejet implicite sont demandés',
      body: ['Le candidat demande les motifs du rejet implicite de son dossier. Ils sont à lui communiquer dans le mois, au plus tard le {{dueOn}}.', 'Sans réponse à cette date, le rejet implicite devient illégal.'],
      action: 'Communiquer les motifs',
    },
    en: {
      subject: 'Reasons for an implied rejection are requested',
      body: ['The applicant asks for the reasons of the implied rejection. They must be given within a month, by {{dueOn}}.', 'Without an answer by that date, the implied rejection becomes unlawful.'],
      action: 'Give the reasons',
    },
  },
  'application.reasons-request-received': {
    fr: {
      subject: 'Votre demande de motifs est reçue',
      body: ['Votre demande de communication des motifs a été reçue le {{receivedOn}}.', 'Les motifs vous seront communiqués au plus tard le {{dueOn}}. Le délai pour contester le rejet implicite ne court plus : il repartira pour deux mois le jour où vous les recevrez.'],
    },
    en: {
      subject: 'Your request for reasons has been received',
      body: ['Your request for the reasons was received on {{receivedOn}}.', 'The reasons will be given to you by {{dueOn}}. The time to contest the implied rejection no longer runs: two months will begin anew on the day you receive them.'],
    },
  },
  'application.reasons-due': {
    fr: { subject: 'Rappel : des motifs sont à communiquer', body: ['Le candidat attend les motifs du rejet implicite de son dossier, au plus tard le {{dueOn}}.'], action: 'Communiquer les motifs' },
    en: { subject: 'Reminder: reasons are to be given', body: ['The applicant awaits the reasons of the implied rejection, by {{dueOn}}.'], action: 'Give the reasons' },
  },
  'application.reasons-overdue': {
    fr: {
      subject: 'Des motifs n’ont pas été communiqués à temps',
      body: ['Les motifs du rejet implicite devaient être communiqués au plus tard le {{dueOn}} et ne l’ont pas été. Le rejet implicite est devenu illégal, et le délai pour le contester ne court pas.', 'Communiquez les motifs, ou faites notifier une décision expresse.'],
      action: 'Communiquer les motifs',
    },
    en: {
      subject: 'Reasons were not given in time',
      body: ['The reasons of the implied rejection were due by {{dueOn}} and have not been given. The implied rejection has become unlawful, and the time to contest it does not run.', 'Give the reasons, or have an express decision notified.'],
      action: 'Give the reasons',
    },
  },
  'application.reasons-given': {
    fr: {
      subject: 'Les motifs du rejet implicite',
      body: ['Les motifs du rejet implicite, en droit et en fait, sont à lire dans votre dossier.', 'Dernier jour pour le contester : {{appealUntil}}.', 'Votre dossier reste à l’examen, et une décision expresse vous sera notifiée.'],
      action: 'Lire les motifs',
    },
    en: {
      subject: 'The reasons of the implied rejection',
      body: ['The reasons of the implied rejection, in law and in fact, are in your file.', 'Last day to contest it: {{appealUntil}}.', 'Your application is still being examined, and an express decision will be notified to you.'],
      action: 'Read the reasons',
    },
  },
  'application.reopened': {
    fr: { subject: 'Un dossier est rouvert', body: ['Le recours formé contre la décision sur ce dossier est accueilli : la décision est retirée et l’examen reprend. La première décision reste au journal.'] },
    en: { subject: 'A file is reopened', body: ['The appeal against the decision on this file has been upheld: the decision is withdrawn and the examination resumes. The first decision stays in the journal.'] },
  },
};
