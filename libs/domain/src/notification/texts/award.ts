import type { Templates } from '../template.js';

export const awardTexts: Templates = {
  'award.contract-to-sign': {
    fr: {
      subject: 'Un contrat de labellisation est à signer',
      body: ['Le contrat de labellisation est prêt. Le pôle et l’autorité le signent chacun, au plus tard le {{limitOn}}.', 'Pour le pôle, seul un représentant légal ou une personne mandatée peut signer.', 'Sans signature à cette date, l’attribution du label sera caduque.'],
      action: 'Signer le contrat',
    },
    en: {
      subject: 'A label contract is ready to sign',
      body: ['The label contract is ready. The pole and the authority each sign it, by {{limitOn}}.', 'For the pole, only a legal representative or a mandated person can sign.', 'If it is not signed by that date, the award will lapse.'],
      action: 'Sign the contract',
    },
  },
  'award.contract-to-countersign': {
    fr: {
      subject: 'Un contrat de labellisation est à signer par l’autorité',
      body: ['Le contrat de labellisation d’un pôle est prêt. L’autorité et le pôle le signent, dans l’ordre qui leur convient, au plus tard le {{limitOn}}.', 'Sans les deux signatures à cette date, l’attribution du label sera caduque.'],
      action: 'Signer le contrat',
    },
    en: {
      subject: 'A label contract awaits the authority’s signature',
      body: ['A pole’s label contract is ready. The authority and the pole sign it, in either order, by {{limitOn}}.', 'Without both signatures by that date, the award will lapse.'],
      action: 'Sign the contract',
    },
  },
  'award.contract-reminder': {
    fr: { subject: 'Rappel : contrat de labellisation à signer', body: ['Le contrat de labellisation attend votre signature.', 'Date limite : {{limitOn?}}.', 'Sans signature à cette date, l’attribution du label sera caduque.'], action: 'Signer le contrat' },
    en: { subject: 'Reminder: label contract to sign', body: ['The label contract awaits your signature.', 'Deadline: {{limitOn?}}.', 'If it is not signed by then, the award will lapse.'], action: 'Sign the contract' },
  },
  'award.contract-signed': {
    fr: { subject: 'Le contrat attend votre signature', body: ['L’autre partie a signé le contrat de labellisation. C’est maintenant à vous de le signer : il prend effet quand les deux parties ont signé.'], action: 'Signer le contrat' },
    en: { subject: 'The contract awaits your signature', body: ['The other party has signed the label contract. It is now your turn: it takes effect once both parties have signed.'], action: 'Sign the contract' },
  },
  'award.active': {
    fr: {
      subject: 'Votre label est actif',
      body: ['Le label n° {{number}} est valable du {{startsOn}} au {{endsOn}}.', 'Le suivi commence : chaque année, un rapport d’activité vous sera demandé. Vous serez prévenu assez tôt de l’échéance du label pour préparer son renouvellement.'],
      action: 'Voir le label',
    },
    en: {
      subject: 'Your label is active',
      body: ['Label no. {{number}} is valid from {{startsOn}} to {{endsOn}}.', 'Monitoring begins: an activity report will be requested each year. You will be told early enough of the end of the label to prepare its renewal.'],
      action: 'See the label',
    },
  },
  'award.contract-lapsed': {
    fr: { subject: 'L’attribution du label est caduque', body: ['Le contrat de labellisation n’a pas été signé dans le délai. L’attribution du label est caduque.', 'Le délai courait jusqu’au {{limitOn?}}.', 'Pour toute question, écrivez au secrétariat du label.'] },
    en: { subject: 'The award of the label has lapsed', body: ['The label contract was not signed in time. The award of the label has lapsed.', 'The deadline was {{limitOn?}}.', 'For any question, write to the label’s secretariat.'] },
  },
  'award.expired': {
    fr: { subject: 'Votre label est arrivé à son terme', body: ['Le label est arrivé à son terme et n’est plus en vigueur.', 'Dernier jour : {{endsOn?}}.', 'Il ne peut plus être affiché comme un label en cours de validité.'] },
    en: { subject: 'Your label has reached its end', body: ['The label has reached its end and is no longer in force.', 'Last day: {{endsOn?}}.', 'It may no longer be shown as a valid label.'] },
  },
  'award.deadline-moved': {
    fr: { subject: 'Une échéance de votre label est déplacée', body: ['L’échéance du {{from}} est déplacée au {{to}}. Le motif est indiqué dans le dossier, et les rappels suivent la nouvelle date.'] },
    en: { subject: 'A deadline of your label has been moved', body: ['The deadline of {{from}} has been moved to {{to}}. The reason is given in the file, and reminders follow the new date.'] },
  },
};
