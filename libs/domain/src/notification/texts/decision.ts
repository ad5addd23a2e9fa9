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
  'application.decision-to-prepare': {
    fr: { subject: 'Une décision est à préparer', body: ['Le comité a proposé une décision sur un dossier. Préparez-la : la lettre, ses motifs et ses dates, puis envoyez-la à la signature ; l’autorité en sera avertie à ce moment.', 'Le candidat n’en saura rien avant que la décision signée lui soit notifiée.'], action: 'Préparer la décision' },
    en: { subject: 'A decision is to be prepared', body: ['The committee has proposed a decision on a file. Prepare it: the letter, its reasons and its dates, then send it for signature; the authority is told at that moment.', 'The applicant hears nothing before the signed decision is notified.'], action: 'Prepare the decision' },
  },
  'application.decision-to-notify': {
    fr: { subject: 'Une décision signée est à notifier', body: ['L’autorité a signé la décision sur un dossier. Notifiez-la au candidat : elle prend effet, et le délai de recours court, à compter de sa notification.'], action: 'Notifier la décision' },
    en: { subject: 'A signed decision is to be notified', body: ['The authority has signed the decision on a file. Notify the applicant: the decision takes effect, and the time for an appeal runs, from its notification.'], action: 'Notify the decision' },
  },
  'application.decision-awarded': {
    opens: 'decision',
    fr: {
      subject: 'Le label est attribué',
      body: [
        'L’autorité a décidé de vous attribuer le label.',
        'Décision du {{decidedOn?}}.',
        '{{#contract}}La décision signée est dans votre dossier. Le contrat de labellisation vous sera proposé à la signature ; le label prend effet après les deux signatures.',
        '{{^contract}}La décision signée est dans votre dossier ; elle dit de quand à quand le label est valable.',
      ],
      action: 'Lire la décision',
    },
    en: {
      subject: 'The label is awarded',
      body: [
        'The authority has decided to award you the label.',
        'Decision of {{decidedOn?}}.',
        '{{#contract}}The signed decision is in your file. The label contract will be put to you for signature; the label takes effect once both parties have signed.',
        '{{^contract}}The signed decision is in your file; it says from when to when the label is valid.',
      ],
      action: 'Read the decision',
    },
  },
  'application.decision-conditionally-awarded': {
    opens: 'decision',
    fr: {
      subject: 'Le label est attribué sous conditions',
      body: [
        'L’autorité a décidé de vous attribuer le label, sous des conditions datées.',
        'Décision du {{decidedOn?}}.',
        'Une condition est à remplir au plus tard le :{{conditions?}}',
        'La décision signée énonce chaque condition ; elle est dans votre dossier.',
        '{{#contract}}Le contrat de labellisation vous sera proposé à la signature ; le label prend effet après les deux signatures.',
        'La décision peut être contestée jusqu’au {{appealUntil?}}, par un recours gracieux auprès de l’autorité ou devant le tribunal administratif.',
      ],
      action: 'Lire la décision',
    },
    en: {
      subject: 'The label is awarded under conditions',
      body: [
        'The authority has decided to award you the label, under conditions with dates.',
        'Decision of {{decidedOn?}}.',
        'A condition is to be met at the latest on:{{conditions?}}',
        'The signed decision states each condition; it is in your file.',
        '{{#contract}}The label contract will be put to you for signature; the label takes effect once both parties have signed.',
        'The decision may be contested until {{appealUntil?}}, by an informal appeal to the authority or before the administrative court.',
      ],
      action: 'Read the decision',
    },
  },
  'application.condition-due': {
    fr: { subject: 'Une condition de votre label arrive à échéance', body: ['Une condition posée par la décision d’attribution est à remplir au plus tard le {{dueOn}}.', 'Envoyez au secrétariat de quoi le montrer : c’est lui qui la constate.'] },
    en: { subject: 'A condition of your label falls due', body: ['A condition set by the award decision is to be met by {{dueOn}} at the latest.', 'Send the secretariat what shows it: it records that the condition is met.'] },
  },
  'application.condition-overdue': {
    fr: { subject: 'Une condition n’est pas remplie à sa date', body: ['Une condition posée à l’attribution du label devait être remplie le {{dueOn}} ; elle ne l’est pas.', 'Elle peut encore être constatée. Sinon, l’autorité décide de la suite.'] },
    en: { subject: 'A condition was not met by its date', body: ['A condition set with the award of the label was due on {{dueOn}} and is not met.', 'It may still be recorded as met. If not, the authority decides what follows.'] },
  },
  'application.conditions-met': {
    fr: { subject: 'Les conditions de votre label sont remplies', body: ['Le secrétariat a constaté que toutes les conditions posées par la décision d’attribution sont remplies.'] },
    en: { subject: 'The conditions of your label are met', body: ['The secretariat has recorded that all conditions set by the award decision are met.'] },
  },
  'application.sent-for-signature': {
    fr: { subject: 'Une décision préparée attend votre signature', body: ['Le secrétariat a préparé la décision sur un dossier de candidature : la lettre, ses motifs et ses dates sont dans le dossier.', 'Le candidat n’en saura rien avant que la décision signée lui soit notifiée.'], action: 'Voir la décision à signer' },
    en: { subject: 'A prepared decision awaits your signature', body: ['The secretariat has prepared the decision on an application: the letter, its reasons and its dates are in the file.', 'The applicant hears nothing before the signed decision is notified.'], action: 'See the decision to sign' },
  },
  'application.decision-deferred': {
    fr: { subject: 'L’autorité diffère sa décision', body: ['{{#committee}}L’autorité a différé sa décision sur un dossier : il revient au comité, qui propose de nouveau. Ses motifs sont dans le dossier.', '{{^committee}}L’autorité a différé sa décision sur un dossier : une nouvelle proposition est à lui faire. Ses motifs sont dans le dossier.', 'Le candidat n’en est pas informé.'] },
    en: { subject: 'The authority defers its decision', body: ['{{#committee}}The authority has deferred its decision on a file: it goes back to the committee, which proposes anew. Its reasons are in the file.', '{{^committee}}The authority has deferred its decision on a file: a new proposal is to be made to it. Its reasons are in the file.', 'The applicant is not told.'] },
  },
  'application.closed-without-action': {
    fr: { subject: 'Votre dossier est classé sans suite', body: ['L’autorité a classé votre dossier sans suite : il n’est plus à l’examen et rien n’est plus attendu de vous.', 'Ses motifs sont à lire dans votre dossier.'] },
    en: { subject: 'Your application is closed without action', body: ['The authority has closed your application without action: it is no longer being examined, and nothing more is expected of you.', 'The reasons are in your file.'] },
  },
  'application.closed-without-action-officer': {
    fr: { subject: 'Un dossier est classé sans suite', body: ['L’autorité a classé un dossier sans suite. Ses tâches, ses échéances et ses expertises sont arrêtées ; le candidat est prévenu.'] },
    en: { subject: 'A file is closed without action', body: ['The authority has closed a file without action. Its tasks, deadlines and appraisals have stopped; the applicant has been told.'] },
  },
  'application.decision-refused': {
    opens: 'decision',
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
