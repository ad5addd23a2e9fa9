import type { Templates } from '../template.js';

export const awardTexts: Templates = {
  'award.contract-to-sign': {
    fr: {
      subject: 'Un contrat de labellisation est à signer',
      body: ['Le contrat de labellisation est prêt. Votre pôle et l’autorité le signent chacun, au plus tard le {{limitOn}}.', 'Pour votre pôle, seul un représentant légal ou une personne mandatée peut signer.', 'Sans signature à cette date, l’attribution du label sera caduque.', 'Votre label actuel prend fin le {{previousEndsOn?}} : si le contrat n’est pas signé d’ici là par les deux parties, vous n’aurez plus de label en vigueur.'],
      action: 'Signer le contrat',
    },
    en: {
      subject: 'A label contract is ready to sign',
      body: ['The label contract is ready. Your centre and the authority each sign it, by {{limitOn}}.', 'For your centre, only a legal representative or a mandated person can sign.', 'If it is not signed by that date, the award will lapse.', 'Your present label ends on {{previousEndsOn?}}: unless both parties have signed the contract by then, you will hold no label in force.'],
      action: 'Sign the contract',
    },
  },
  'award.contract-to-countersign': {
    fr: {
      subject: 'Un contrat de labellisation est à signer par l’autorité',
      body: ['Le contrat de labellisation d’un pôle est prêt. L’autorité et le pôle le signent, dans l’ordre qui leur convient, au plus tard le {{limitOn}}.', 'Sans les deux signatures à cette date, l’attribution du label sera caduque.', 'Le label actuel du pôle prend fin le {{previousEndsOn?}} : sans contrat signé d’ici là, il n’aura plus de label en vigueur.'],
      action: 'Signer le contrat',
    },
    en: {
      subject: 'A label contract awaits the authority’s signature',
      body: ['A centre’s label contract is ready. The authority and the centre sign it, in either order, by {{limitOn}}.', 'Without both signatures by that date, the award will lapse.', 'The centre’s present label ends on {{previousEndsOn?}}: unless the contract is signed by then, it will hold no label in force.'],
      action: 'Sign the contract',
    },
  },
  'award.contract-reminder': {
    fr: { subject: 'Rappel : contrat de labellisation à signer', body: ['Le contrat de labellisation attend votre signature.', 'Date limite : {{limitOn?}}.', 'Sans signature à cette date, l’attribution du label sera caduque.', 'Le label actuel prend fin le {{previousEndsOn?}} : le suivant n’entre en vigueur qu’une fois le contrat signé.'], action: 'Signer le contrat' },
    en: { subject: 'Reminder: label contract to sign', body: ['The label contract awaits your signature.', 'Deadline: {{limitOn?}}.', 'If it is not signed by then, the award will lapse.', 'The present label ends on {{previousEndsOn?}}: the next one comes into force only once the contract is signed.'], action: 'Sign the contract' },
  },
  'award.contract-signed': {
    fr: { subject: 'Le contrat attend votre signature', body: ['L’autre partie a signé le contrat de labellisation. C’est maintenant à vous de le signer : il prend effet quand les deux parties ont signé.'], action: 'Signer le contrat' },
    en: { subject: 'The contract awaits your signature', body: ['The other party has signed the label contract. It is now your turn: it takes effect once both parties have signed.'], action: 'Sign the contract' },
  },
  'award.active': {
    fr: {
      subject: 'Votre label est en vigueur',
      body: ['Le label n° {{number}} est valable du {{startsOn}} au {{endsOn}}.', 'Votre certificat, une fois connecté : {{certificateUrl?}}', 'La page publique où chacun vérifie le label : {{verificationUrl?}}', '{{#reports}}Le suivi commence : chaque année, un rapport d’activité vous sera demandé.', 'Vous serez prévenu assez tôt de l’échéance du label pour préparer son renouvellement.'],
      action: 'Voir le label',
    },
    en: {
      subject: 'Your label is in force',
      body: ['Label no. {{number}} is valid from {{startsOn}} to {{endsOn}}.', 'Your certificate, once signed in: {{certificateUrl?}}', 'The public page on which anybody can verify the label: {{verificationUrl?}}', '{{#reports}}Monitoring begins: an activity report will be requested each year.', 'You will be told early enough of the end of the label to prepare its renewal.'],
      action: 'See the label',
    },
  },
  'award.imported': {
    fr: { subject: 'Votre label est désormais suivi ici', body: ['Le label n° {{number}} est valable du {{startsOn}} au {{endsOn}}. Son suivi et son renouvellement se font désormais dans cette application ; rien ne change à sa durée.', 'Votre certificat, une fois connecté : {{certificateUrl?}}', 'La page publique où chacun vérifie le label : {{verificationUrl?}}', 'Vérifiez ce qui y figure de votre pôle, et écrivez au secrétariat si une information est inexacte.'], action: 'Voir le label' },
    en: { subject: 'Your label is now followed here', body: ['Label no. {{number}} is valid from {{startsOn}} to {{endsOn}}. Its monitoring and renewal now happen in this application; its term does not change.', 'Your certificate, once signed in: {{certificateUrl?}}', 'The public page on which anybody can verify the label: {{verificationUrl?}}', 'Check what is shown of your centre, and write to the secretariat if anything is wrong.'], action: 'See the label' },
  },
  'award.labels-imported': {
    fr: { subject: 'Des labels en vigueur sont repris', body: ['Le secrétariat reprend ici des labels déjà en vigueur, attribués hors de cette application. Nombre de labels : {{count}}.', 'Ils paraissent au registre, avec leur suivi et leur renouvellement. Si vous n’attendiez pas cette reprise, écrivez au secrétariat.'], action: 'Voir le premier label repris' },
    en: { subject: 'Labels in force are taken over', body: ['The secretariat takes over labels that are in force and were awarded outside this application. Number of labels: {{count}}.', 'They appear in the register, with their monitoring and renewal. If you did not expect this, write to the secretariat.'], action: 'See the first of these labels' },
  },
  'award.contract-lapsed': {
    fr: { subject: 'L’attribution du label est caduque', body: ['Le contrat de labellisation n’a pas été signé dans le délai. L’attribution du label est caduque.', 'Le délai courait jusqu’au {{limitOn?}}.', 'Pour toute question, écrivez au secrétariat du label.'] },
    en: { subject: 'The award of the label has lapsed', body: ['The label contract was not signed in time. The award of the label has lapsed.', 'The deadline was {{limitOn?}}.', 'For any question, write to the label’s secretariat.'] },
  },
  'award.reopened': {
    fr: {
      subject: 'L’attribution du label n’est plus caduque',
      body: ['La signature du pôle, donnée dans le délai, a été enregistrée après lui. L’attribution du label, annoncée comme caduque, est rétablie.', 'L’autorité signe à son tour, au plus tard le {{limitOn?}}.'],
      action: 'Voir le label',
    },
    en: {
      subject: 'The award of the label has not lapsed after all',
      body: ['The centre’s signature, given in time, was entered after the limit. The award of the label, announced as lapsed, is restored.', 'The authority signs in its turn, by {{limitOn?}}.'],
      action: 'See the label',
    },
  },
  'award.expired': {
    fr: { subject: 'Votre label est arrivé à son terme', body: ['Le label est arrivé à son terme et n’est plus en vigueur.', 'Dernier jour : {{endsOn?}}.', 'Il ne peut plus être affiché comme un label en cours de validité.'] },
    en: { subject: 'Your label has reached its end', body: ['The label has reached its end and is no longer in force.', 'Last day: {{endsOn?}}.', 'It may no longer be shown as a valid label.'] },
  },
  'award.expired-before-contract': {
    fr: {
      subject: 'Votre label est arrivé à son terme, le contrat du suivant est à signer',
      body: ['Le label est arrivé à son terme et n’est plus en vigueur. Son renouvellement est décidé, mais le contrat du nouveau label n’est pas encore signé par les deux parties.', 'Dernier jour : {{endsOn?}}.', 'Tant que ce contrat n’est pas signé, votre pôle n’a pas de label en cours de validité et ne peut pas en afficher. S’il n’est pas signé à sa date limite, le renouvellement sera caduc.'],
      action: 'Voir le label',
    },
    en: {
      subject: 'Your label has reached its end, the next one’s contract is to be signed',
      body: ['The label has reached its end and is no longer in force. Its renewal is decided, but the contract of the new label is not yet signed by both parties.', 'Last day: {{endsOn?}}.', 'Until that contract is signed, your centre holds no valid label and may not show one. If it is not signed by its deadline, the renewal will lapse.'],
      action: 'See the label',
    },
  },
  'award.amendment-to-sign': {
    fr: { subject: 'Un avenant au contrat de labellisation est à signer', body: ['Le secrétariat propose l’avenant n° {{n}} au contrat de labellisation. Le pôle et l’autorité le signent, dans l’ordre qui leur convient, au plus tard le {{limitOn}}.', 'Pour le pôle, seul un représentant légal ou une personne mandatée peut signer.', 'Sans les deux signatures à cette date, le contrat reste tel qu’il est.'], action: 'Lire et signer l’avenant' },
    en: { subject: 'An amendment of the label contract is to be signed', body: ['The secretariat proposes amendment no. {{n}} of the label contract. The centre and the authority sign it, in either order, by {{limitOn}}.', 'For the centre, only a legal representative or a mandated person can sign.', 'Without both signatures by that date, the contract stays as it is.'], action: 'Read and sign the amendment' },
  },
  'award.amendment-reminder': {
    fr: { subject: 'Rappel : avenant au contrat à signer', body: ['L’avenant n° {{n}} au contrat de labellisation attend votre signature.', 'Date limite : {{limitOn}}.', 'Sans signature à cette date, le contrat reste tel qu’il est.'], action: 'Lire et signer l’avenant' },
    en: { subject: 'Reminder: amendment of the contract to sign', body: ['Amendment no. {{n}} of the label contract awaits your signature.', 'Deadline: {{limitOn}}.', 'If it is not signed by then, the contract stays as it is.'], action: 'Read and sign the amendment' },
  },
  'award.amendment-in-force': {
    fr: { subject: 'L’avenant au contrat est en vigueur', body: ['Les deux parties ont signé l’avenant n° {{n}}. Le contrat de labellisation s’applique désormais dans sa version {{version}}.'], action: 'Voir le contrat' },
    en: { subject: 'The amendment of the contract is in force', body: ['Both parties have signed amendment no. {{n}}. The label contract now applies in its version {{version}}.'], action: 'See the contract' },
  },
  'award.amendment-dropped': {
    fr: { subject: 'L’avenant proposé est retiré', body: ['Le secrétariat a retiré l’avenant n° {{n}} : il n’est plus à signer. Le motif est indiqué dans le dossier, et le contrat reste tel qu’il est.'], action: 'Voir le label' },
    en: { subject: 'The proposed amendment is taken back', body: ['The secretariat has taken back amendment no. {{n}}: it is not to be signed any more. The reason is given in the file, and the contract stays as it is.'], action: 'See the label' },
  },
  'award.amendment-reopened': {
    fr: { subject: 'L’avenant au contrat attend de nouveau une signature', body: ['La signature du pôle sous l’avenant n° {{n}}, donnée dans le délai, a été enregistrée après lui. L’avenant, annoncé comme caduc, est rétabli.', 'L’autorité signe à son tour, au plus tard le {{limitOn}}.'], action: 'Lire l’avenant' },
    en: { subject: 'The amendment of the contract awaits a signature again', body: ['The centre’s signature under amendment no. {{n}}, given in time, was entered after the limit. The amendment, announced as lapsed, is restored.', 'The authority signs in its turn, by {{limitOn}}.'], action: 'Read the amendment' },
  },
  'award.amendment-lapsed': {
    fr: { subject: 'L’avenant n’a pas été signé à temps', body: ['L’avenant n° {{n}} n’a pas reçu les deux signatures dans le délai. Le contrat reste tel qu’il est ; le secrétariat peut proposer un nouvel avenant.'], action: 'Voir le label' },
    en: { subject: 'The amendment was not signed in time', body: ['Amendment no. {{n}} did not get both signatures in time. The contract stays as it is; the secretariat may propose another amendment.'], action: 'See the label' },
  },
  'award.deadline-moved': {
    fr: { subject: 'Une échéance de votre label est déplacée', body: ['L’échéance du {{from}} est déplacée au {{to}}. Le motif est indiqué dans le dossier, et les rappels suivent la nouvelle date.'] },
    en: { subject: 'A deadline of your label has been moved', body: ['The deadline of {{from}} has been moved to {{to}}. The reason is given in the file, and reminders follow the new date.'] },
  },
};
