import type { Templates } from '../template.js';

/** What only some schemes ask for: a fee, opinions of other bodies, a visit, a label without a contract. */
export const partTexts: Templates = {
  'application.fee-asked': {
    fr: {
      subject: 'Une redevance est à payer pour l’instruction de votre dossier',
      body: [
        'L’instruction de votre dossier est soumise à une redevance, à payer au plus tard le {{limitOn}}.',
        'Montants :{{amounts?}}',
        'Pour savoir lequel vous concerne et comment le payer, écrivez au secrétariat : {{contact?}}',
        'Sans paiement à cette date, le dossier sera déclaré irrecevable. Si vous pensez en être exempté, écrivez au secrétariat avant cette date.',
      ],
    },
    en: {
      subject: 'A fee is due for the examination of your application',
      body: [
        'The examination of your application is subject to a fee, to be paid by {{limitOn}}.',
        'Amounts:{{amounts?}}',
        'To know which of them is yours and how to pay it, write to the secretariat: {{contact?}}',
        'Without payment by that date, the application will be declared inadmissible. If you think that you are exempt, write to the secretariat before that date.',
      ],
    },
  },
  'application.fee-reminder': {
    fr: { subject: 'Rappel : la redevance de votre dossier est à payer', body: ['La redevance de votre dossier est attendue au plus tard le {{limitOn}}.', 'Sans elle, le dossier sera déclaré irrecevable. Si vous l’avez payée, envoyez la preuve du paiement au secrétariat.'] },
    en: { subject: 'Reminder: the fee for your application is due', body: ['The fee for your application is due by {{limitOn}}.', 'Without it, the application will be declared inadmissible. If you have paid it, send proof of the payment to the secretariat.'] },
  },
  'application.fee-received': {
    fr: { subject: 'La redevance de votre dossier est reçue', body: ['La redevance de votre dossier a été payée le {{paidOn}}. Vous n’avez rien d’autre à faire.'] },
    en: { subject: 'The fee for your application has been received', body: ['The fee for your application was paid on {{paidOn}}. There is nothing else for you to do.'] },
  },
  'application.fee-exempted': {
    fr: { subject: 'Votre dossier est exempté de redevance', body: ['Aucune redevance n’est due pour votre dossier. Son examen se poursuit.'] },
    en: { subject: 'No fee is due for your application', body: ['No fee is due for your application. Its examination goes on.'] },
  },
  'application.fee-in-time': {
    fr: {
      subject: 'Votre dossier n’est plus irrecevable',
      body: [
        'Votre redevance, payée dans le délai (le {{paidOn}}), a été enregistrée après lui. La décision d’irrecevabilité qui vous avait été annoncée est annulée ; l’examen du dossier reprend.',
        'Nouvelle date à partir de laquelle le silence vaut rejet : {{impliedDecisionOn?}}.',
      ],
    },
    en: {
      subject: 'Your application is no longer inadmissible',
      body: [
        'Your fee, paid in time (on {{paidOn}}), was entered after the limit. The decision of inadmissibility that you were told of is cancelled; the examination of the application resumes.',
        'New date after which silence counts as a rejection: {{impliedDecisionOn?}}.',
      ],
    },
  },
  'application.opinions-to-ask': {
    fr: { subject: 'Des avis sont à demander', body: ['Le dossier est recevable : demandez les avis que le dispositif prévoit. Ils sont attendus au plus tard le {{limitOn}} ; passé ce jour, ils ne le sont plus.'] },
    en: { subject: 'Opinions are to be asked for', body: ['The application is admissible: ask for the opinions that the scheme provides for. They are awaited until {{limitOn}}; after that day they no longer are.'] },
  },
  'application.opinions-awaited': {
    fr: { subject: 'Rappel : des avis sont attendus', body: ['Des avis demandés sur ce dossier manquent encore. Ils ne seront plus attendus après le {{limitOn}} : relancez les organismes consultés, et enregistrez ce que vous avez reçu.'] },
    en: { subject: 'Reminder: opinions are awaited', body: ['Opinions asked for on this application are still missing. They will not be awaited after {{limitOn}}: remind the bodies that were asked, and record what you have received.'] },
  },
  'application.opinions-not-given': {
    fr: { subject: 'Des avis ne sont pas parvenus dans le délai', body: ['Le délai des avis est passé, et il en manque. Le dossier se poursuit sans eux ; un avis tardif peut encore être joint tant que la décision n’est pas signée.'] },
    en: { subject: 'Opinions did not come in time', body: ['The time for opinions has passed, and some are missing. The application goes on without them; a late opinion can still be added until the decision is signed.'] },
  },
  'appraisal.visit-reminder': {
    fr: { subject: 'Rappel : la visite est à faire', body: ['La visite de l’entreprise est à faire, puis à enregistrer, au plus tard le {{dueOn}}. Les notes ne peuvent être rendues qu’après elle.'], action: 'Enregistrer la visite' },
    en: { subject: 'Reminder: the visit is to be made', body: ['The visit to the applicant is to be made, and recorded, by {{dueOn}}. Scores can be submitted only after it.'], action: 'Record the visit' },
  },
  'appraisal.visit-overdue': {
    fr: { subject: 'La visite d’un expert est en retard', body: ['La visite prévue avant le {{dueOn}} n’est pas enregistrée. Voyez avec l’expert ce qu’il en est, déplacez la date ou remplacez l’expert.'] },
    en: { subject: 'An expert’s visit is late', body: ['The visit due by {{dueOn}} has not been recorded. Ask the expert about it, move the date or replace the expert.'] },
  },
  'award.in-force': {
    fr: {
      subject: 'Votre label est en vigueur',
      body: ['Votre label est valable du {{startsOn}} au {{endsOn}}. Vous serez prévenu assez tôt de son échéance pour préparer son renouvellement.', 'Son numéro : {{number?}}', 'Votre certificat, une fois connecté : {{certificateUrl?}}', 'La page publique où chacun vérifie le label : {{verificationUrl?}}'],
      action: 'Voir le label',
    },
    en: {
      subject: 'Your label is in force',
      body: ['Your label is valid from {{startsOn}} to {{endsOn}}. You will be told early enough of its end to prepare its renewal.', 'Its number: {{number?}}', 'Your certificate, once signed in: {{certificateUrl?}}', 'The public page on which anybody can verify the label: {{verificationUrl?}}'],
      action: 'See the label',
    },
  },
};
