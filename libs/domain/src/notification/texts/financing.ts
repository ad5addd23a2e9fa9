import type { Templates } from '../template.js';

/** Mails about money. Of an account, at most the last four digits. */
export const financingTexts: Templates = {
  'financing.bank-details-wanted': {
    fr: { subject: 'Vos coordonnées bancaires sont attendues', body: ['Votre label ouvre droit à des versements. Le représentant légal, ou une personne mandatée, dépose les coordonnées bancaires de la structure porteuse et leur justificatif.', 'Le secrétariat vous appellera ensuite pour les vérifier : il ne demande jamais de coordonnées par téléphone.'], action: 'Déposer les coordonnées' },
    en: { subject: 'Your bank details are awaited', body: ['Your label comes with payments. The legal representative, or a mandated person, gives the bank details of the carrier with a document.', 'The secretariat will then call you to check them: it never asks for bank details by telephone.'], action: 'Give the bank details' },
  },
  'financing.bank-details-proposed': {
    fr: { subject: 'Des coordonnées bancaires ont été déposées', body: ['De nouvelles coordonnées bancaires ont été déposées pour votre pôle. Le compte se termine par {{last4}}.', 'Elles ne servent pas avant un appel du secrétariat à un contact déjà connu et la confirmation d’une seconde personne.', 'Si cette demande ne vient pas de vous, prévenez tout de suite le secrétariat.'] },
    en: { subject: 'Bank details have been given', body: ['New bank details have been given for your centre. The account ends in {{last4}}.', 'They are not used before the secretariat has called a contact it already knew and a second person has confirmed them.', 'If this request is not yours, tell the secretariat at once.'] },
  },
  'financing.bank-details-to-check': {
    fr: { subject: 'Des coordonnées bancaires sont à vérifier', body: ['Un pôle a déposé des coordonnées bancaires. Le compte se termine par {{last4}}.', 'Attention : le compte terminé par {{otherHolder?}} n’est au nom ni de la structure porteuse ni du pôle. Demandez pourquoi lors de l’appel ; qui confirme doit l’indiquer.', 'Appelez un contact connu avant cette demande, au numéro déjà enregistré, et notez l’appel. Une autre personne que vous confirme.'], action: 'Vérifier les coordonnées' },
    en: { subject: 'Bank details are to be checked', body: ['A centre has given bank details. The account ends in {{last4}}.', 'Beware: the account ending in {{otherHolder?}} is in the name of neither the carrier nor the centre. Ask why during the call; who confirms must say so.', 'Call a contact known before this request, at the number already on file, and note the call. Another person than you confirms.'], action: 'Check the details' },
  },
  'financing.bank-details-confirmed': {
    fr: { subject: 'Vos coordonnées bancaires sont confirmées', body: ['Les versements iront désormais au compte qui se termine par {{last4}}.', 'Si vous n’avez pas demandé ce changement, prévenez tout de suite le secrétariat.'] },
    en: { subject: 'Your bank details are confirmed', body: ['Payments now go to the account that ends in {{last4}}.', 'If you did not ask for this change, tell the secretariat at once.'] },
  },
  'financing.bank-details-refused': {
    fr: { subject: 'Vos coordonnées bancaires ne sont pas retenues', body: ['Les coordonnées du compte qui se termine par {{last4}} ne sont pas retenues. Le motif est indiqué dans le dossier ; vous pouvez en déposer d’autres.'] },
    en: { subject: 'Your bank details were not accepted', body: ['The details of the account that ends in {{last4}} were not accepted. The reason is given in the file; you may give others.'] },
  },
  'financing.instalment-due': {
    fr: { subject: 'Un versement est à préparer', body: ['Un versement de {{amount}} est dû. Vous pouvez le préparer dès que les coordonnées bancaires sont confirmées.'], action: 'Préparer le versement' },
    en: { subject: 'A payment is to be prepared', body: ['A payment of {{amount}} is due. You may prepare it once the bank details are confirmed.'], action: 'Prepare the payment' },
  },
  'financing.instalment-to-approve': {
    fr: { subject: 'Un versement est à approuver', body: ['Un versement de {{amount}} est préparé. Une autre personne que celle qui l’a préparé l’approuve, ou le renvoie avec ses motifs.'], action: 'Examiner le versement' },
    en: { subject: 'A payment is to be approved', body: ['A payment of {{amount}} is prepared. Another person than its preparer approves it, or returns it with reasons.'], action: 'Look at the payment' },
  },
  'financing.preparation-returned': {
    fr: { subject: 'Un versement préparé est renvoyé', body: ['Le versement de {{amount}} est renvoyé à la préparation. Les motifs sont indiqués dans le dossier.'] },
    en: { subject: 'A prepared payment was returned', body: ['The payment of {{amount}} is returned to be prepared again. The reasons are given in the file.'] },
  },
  'financing.instalment-executed': {
    fr: { subject: 'Un versement a été effectué', body: ['La banque a versé {{amount}} le {{paidOn}}.', 'Versement : {{payment?}}, pour la période du {{from?}} au {{to?}}.', 'Le compte se termine par {{last4?}}.'] },
    en: { subject: 'A payment was made', body: ['The bank paid {{amount}} on {{paidOn}}.', 'Payment: {{payment?}}, for the period from {{from?}} to {{to?}}.', 'The account ends in {{last4?}}.'] },
  },
  'financing.instalment-rejected': {
    fr: { subject: 'Un versement a été rejeté par la banque', body: ['Le versement de {{amount}} a été rejeté par la banque. Il sera préparé de nouveau.', 'Le compte se termine par {{last4?}}. S’il a changé, déposez vos nouvelles coordonnées bancaires.'] },
    en: { subject: 'A payment was rejected by the bank', body: ['The payment of {{amount}} was rejected by the bank. It will be prepared again.', 'The account ends in {{last4?}}. If it has changed, give your new bank details.'] },
  },
  'financing.balance-computed': {
    fr: { subject: 'Le solde de votre convention est calculé', body: ['Les dépenses acceptées sont de {{accepted}}. Elles ouvrent droit à {{entitled}}, dont {{paid}} ont déjà été versés.', 'Le détail est dans le dossier : ce qui reste à verser, ou à reverser.'], action: 'Voir le décompte' },
    en: { subject: 'The balance of your agreement is computed', body: ['Accepted spending is {{accepted}}. It gives right to {{entitled}}, of which {{paid}} has been paid.', 'The file shows the detail: what is still to be paid, or to be paid back.'], action: 'See the account' },
  },
  'financing.recovery-found': {
    fr: { subject: 'Un trop-perçu est constaté', body: ['Un pôle a reçu {{amount}} de trop. L’autorité en demande le reversement, ou en fait remise avec ses motifs.'], action: 'Examiner le trop-perçu' },
    en: { subject: 'Money was paid in excess', body: ['A centre has received {{amount}} in excess. The authority asks for it back, or waives it with reasons.'], action: 'Look at the excess' },
  },
  'financing.recovery-demanded': {
    fr: { subject: 'Un reversement vous est demandé', body: ['Votre structure doit reverser {{amount}}.', 'Échéance : {{dueOn?}}.', 'Le décompte est dans le dossier.'], action: 'Voir le décompte' },
    en: { subject: 'You are asked to pay money back', body: ['Your structure must pay back {{amount}}.', 'Due date: {{dueOn?}}.', 'The account is in the file.'], action: 'See the account' },
  },
  'financing.recovery-reminder': {
    fr: { subject: 'Rappel : un reversement est attendu', body: ['Un reversement de {{amount}} est attendu de votre structure.', 'Échéance : {{dueOn?}}.'], action: 'Voir le décompte' },
    en: { subject: 'Reminder: money is to be paid back', body: ['Your structure is to pay back {{amount}}.', 'Due date: {{dueOn?}}.'], action: 'See the account' },
  },
  'financing.recovery-overdue': {
    fr: { subject: 'Un reversement est en retard', body: ['Le reversement de {{amount}} n’est pas parvenu à son échéance. Effectuez-le sans attendre, ou écrivez au secrétariat.', 'Échéance passée : {{dueOn?}}.'], action: 'Voir le décompte' },
    en: { subject: 'Money to be paid back is overdue', body: ['The {{amount}} to be paid back did not arrive by its due date. Pay it without delay, or write to the secretariat.', 'Missed due date: {{dueOn?}}.'], action: 'See the account' },
  },
  'financing.recovery-overdue-officer': {
    fr: { subject: 'Un reversement n’est pas parvenu', body: ['Un pôle devait reverser {{amount}} et ne l’a pas fait.', 'Échéance passée : {{dueOn?}}.'] },
    en: { subject: 'Money to be paid back did not arrive', body: ['A centre was to pay back {{amount}} and has not.', 'Missed due date: {{dueOn?}}.'] },
  },
  'financing.recovery-recorded': {
    fr: { subject: 'Votre reversement est enregistré', body: ['Votre reversement de {{amount}} est enregistré. Il reste {{rest}} à reverser.'] },
    en: { subject: 'Your payment is recorded', body: ['The {{amount}} that you paid back is recorded. {{rest}} is left to be paid back.'] },
  },
  'financing.recovery-waived': {
    fr: { subject: 'Un reversement n’est plus demandé', body: ['L’autorité renonce au reversement de {{amount}}. Vous n’avez rien à faire.'] },
    en: { subject: 'Money is no longer asked back', body: ['The authority waives the {{amount}} that was to be paid back. There is nothing for you to do.'] },
  },
  'financing.default-noted': {
    fr: { subject: 'Des versements attendent un rapport manquant', body: ['Un rapport n’est pas venu malgré la mise en demeure. Les versements qui en dépendent ne sont pas dus.', 'S’il ne doit plus venir, l’autorité clôt la convention : seules les dépenses déjà acceptées comptent.'] },
    en: { subject: 'Payments wait for a missing report', body: ['A report did not come despite the formal notice. The payments that depend on it are not due.', 'If it is not to come any more, the authority closes the agreement: only spending already accepted counts.'] },
  },
  'financing.frozen': {
    fr: { subject: 'Les versements sont suspendus', body: ['Le label est suspendu : aucun versement n’est préparé, approuvé ni envoyé à la banque tant que la suspension dure. Ce que la banque a déjà reçu suit son cours.'] },
    en: { subject: 'Payments are suspended', body: ['The label is suspended: no payment is prepared, approved or sent to the bank while the suspension lasts. What the bank already has runs its course.'] },
  },
  'financing.resumed': {
    fr: { subject: 'Les versements reprennent', body: ['La suspension du label est levée : les versements dus peuvent de nouveau partir.'] },
    en: { subject: 'Payments go on', body: ['The suspension of the label is over: payments that are due may go out again.'] },
  },
  'financing.label-ended': {
    fr: { subject: 'Fin du label : arrêté de vos comptes', body: ['Le label a pris fin le {{endedOn}}. Chaque convention en cours est ramenée aux jours écoulés jusqu’à cette date ; ce qui a été versé au-delà est à reverser.', 'Le solde sera calculé après votre dernier compte rendu financier.'], action: 'Voir le décompte' },
    en: { subject: 'End of the label: your account is drawn up', body: ['The label ended on {{endedOn}}. Each running agreement is reduced to the days until then; what was paid beyond it is to be paid back.', 'The balance is computed after your last financial report.'], action: 'See the account' },
  },
  'financing.deadline-moved': {
    fr: { subject: 'L’échéance d’un reversement est déplacée', body: ['L’échéance du {{from}} est déplacée au {{to}}. Le motif est indiqué dans le dossier, et les rappels suivent la nouvelle date.'] },
    en: { subject: 'The due date of a payment back has been moved', body: ['The due date of {{from}} has been moved to {{to}}. The reason is given in the file, and reminders follow the new date.'] },
  },
};
