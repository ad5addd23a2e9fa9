import type { Templates } from '../template.js';

/** The end of an application: decisions and legal silence. */
export const decisionTexts: Templates = {
  'application.silence-elapsed': {
    fr: {
      subject: 'Le délai légal de réponse est passé',
      body: [
        'Le délai légal de réponse à votre dossier est passé. Ce silence vaut décision implicite de rejet.',
        'Vous pouvez la contester dans les deux mois, par un recours gracieux auprès de l’autorité ou devant le tribunal administratif.',
        'Dernier jour pour la contester : {{appealUntil?}}.',
        'Votre dossier reste à l’examen, et une décision expresse vous sera notifiée.',
      ],
    },
    en: {
      subject: 'The legal period for an answer has passed',
      body: [
        'The legal period for answering your application has passed. This silence counts as an implied rejection.',
        'You may contest it within two months, by an informal appeal to the authority or before the administrative court.',
        'Last day to contest it: {{appealUntil?}}.',
        'Your application is still being examined, and an express decision will be notified to you.',
      ],
    },
  },
  'application.decision-to-sign': {
    fr: { subject: 'Une décision est à signer', body: ['Une décision est proposée sur un dossier de candidature. Elle attend la signature de l’autorité.', 'Le candidat n’en saura rien avant que la décision signée lui soit notifiée.'], action: 'Voir la proposition' },
    en: { subject: 'A decision is to be signed', body: ['A decision on an application has been proposed. It awaits the authority’s signature.', 'The applicant hears nothing before the signed decision is notified.'], action: 'See the proposal' },
  },
  'application.decision-to-notify': {
    fr: { subject: 'Une décision signée est à notifier', body: ['L’autorité a signé la décision sur un dossier. Notifiez-la au candidat : elle prend effet, et le délai de recours court, à compter de sa notification.'], action: 'Notifier la décision' },
    en: { subject: 'A signed decision is to be notified', body: ['The authority has signed the decision on a file. Notify the applicant: the decision takes effect, and the time for an appeal runs, from its notification.'], action: 'Notify the decision' },
  },
  'application.decision-awarded': {
    fr: {
      subject: 'Le label est attribué',
      body: [
        'L’autorité a décidé d’attribuer le label à votre pôle.',
        'Décision du {{decidedOn?}}.',
        'La décision signée est dans votre dossier. Le contrat de labellisation vous sera proposé à la signature ; le label prend effet après les deux signatures.',
      ],
      action: 'Lire la décision',
    },
    en: {
      subject: 'The label is awarded',
      body: [
        'The authority has decided to award the label to your centre.',
        'Decision of {{decidedOn?}}.',
        'The signed decision is in your file. The label contract will be put to you for signature; the label takes effect once both parties have signed.',
      ],
      action: 'Read the decision',
    },
  },
  'application.decision-refused': {
    fr: {
      subject: 'Une décision est rendue sur votre dossier',
      body: [
        'L’autorité n’a pas retenu votre candidature.',
        'Décision du {{decidedOn?}}.',
        'La décision signée et ses motifs, en droit et en fait, sont à lire dans votre dossier.',
        'Elle peut être contestée dans les deux mois de sa notification, par un recours gracieux auprès de l’autorité ou devant le tribunal administratif.',
        'Dernier jour pour un recours : {{appealUntil?}}.',
      ],
      action: 'Lire la décision',
    },
    en: {
      subject: 'A decision has been made on your application',
      body: [
        'The authority has not accepted your application.',
        'Decision of {{decidedOn?}}.',
        'The signed decision and its reasons, in law and in fact, are in your file.',
        'It may be contested within two months of its notification, by an informal appeal to the authority or before the administrative court.',
        'Last day to appeal: {{appealUntil?}}.',
      ],
      action: 'Read the decision',
    },
  },
};
