import type { Templates } from '../template.js';

export const renewalTexts: Templates = {
  'renewal.window-open': {
    fr: { subject: 'Vous pouvez préparer le renouvellement de votre label', body: ['Votre label prend fin le {{endsOn}}. Le dossier de renouvellement est ouvert.', '{{#reports}}Il est prérempli à partir de votre dernier dossier et de vos rapports.', '{{^reports}}Il est prérempli à partir de votre dernier dossier.', 'Déposé à temps, il permet au nouveau label de commencer à la fin de l’actuel, sans interruption.'], action: 'Préparer le renouvellement' },
    en: { subject: 'You may now prepare the renewal of your label', body: ['Your label ends on {{endsOn}}. The renewal file is open.', '{{#reports}}It is prefilled from your last file and your reports.', '{{^reports}}It is prefilled from your last file.', 'Submitted in time, it lets the new label begin where the present one ends, without a gap.'], action: 'Prepare the renewal' },
  },
  'renewal.reminder': {
    fr: { subject: 'Rappel : renouvellement de votre label', body: ['Votre label prend fin le {{endsOn}} et aucun dossier de renouvellement n’est encore déposé.', 'Mois restants : {{monthsLeft?}}.', 'Sans dossier, le label ne sera pas renouvelé.'], action: 'Préparer le renouvellement' },
    en: { subject: 'Reminder: renewal of your label', body: ['Your label ends on {{endsOn}} and no renewal file has been submitted yet.', 'Months left: {{monthsLeft?}}.', 'Without a file, the label will not be renewed.'], action: 'Prepare the renewal' },
  },
  'renewal.no-open-call': {
    fr: { subject: 'Fin de votre label : aucun appel n’est ouvert pour l’instant', body: ['Votre label prend fin le {{endsOn}}. Son renouvellement passe par un appel à candidatures, et aucun n’est ouvert aujourd’hui.', 'Vous n’avez rien à déposer pour le moment. Le secrétariat et l’autorité sont prévenus, et vous serez informé de l’ouverture d’un appel.'], action: 'Voir le label' },
    en: { subject: 'End of your label: no call is open for now', body: ['Your label ends on {{endsOn}}. Its renewal goes through a call for applications, and none is open today.', 'There is nothing for you to file for now. The secretariat and the authority have been told, and you will hear when a call opens.'], action: 'See the label' },
  },
  'renewal.no-open-call-alert': {
    fr: { subject: 'Des labels prennent fin et aucun appel n’est ouvert', body: ['Des labels prennent fin le {{endsOn}}, et aucun appel à candidatures n’est ouvert pour leur renouvellement.', 'Nombre de labels concernés : {{count?}}.', 'Ouvrez un appel, ou préparez une prolongation collective.'] },
    en: { subject: 'Labels are ending and no call is open', body: ['Labels end on {{endsOn}}, and no call for applications is open for their renewal.', 'Number of labels concerned: {{count?}}.', 'Open a call, or prepare a collective extension.'] },
  },
  'renewal.escalation': {
    fr: { subject: 'Un label va finir sans dossier de renouvellement', body: ['Un label prend fin le {{endsOn}} et aucun dossier de renouvellement n’est déposé malgré les rappels.', 'Appelez le titulaire.'] },
    en: { subject: 'A label is about to end without a renewal file', body: ['A label ends on {{endsOn}} and no renewal file has been submitted despite the reminders.', 'Please call the holder.'] },
  },
  'renewal.submitted': {
    fr: { subject: 'Votre dossier de renouvellement est déposé', body: ['Votre dossier de renouvellement est bien déposé. Les rappels s’arrêtent ; l’accusé de réception vous est envoyé à part.'] },
    en: { subject: 'Your renewal file has been submitted', body: ['Your renewal file has been submitted. Reminders stop; the acknowledgement of receipt is sent separately.'] },
  },
  'renewal.restorable': {
    fr: { subject: 'Votre label a pris fin : il peut encore être rétabli', body: ['Votre label a pris fin le {{endsOn}} sans dossier de renouvellement en cours. Il n’est plus en vigueur.', 'Vous pouvez encore déposer un dossier de renouvellement jusqu’au {{until}}. Le nouveau label commencera à la date que fixera la décision : l’intervalle reste visible dans l’annuaire.'], action: 'Préparer le dossier' },
    en: { subject: 'Your label has ended: it can still be restored', body: ['Your label ended on {{endsOn}} without a renewal file under way. It is no longer in force.', 'You may still submit a renewal file until {{until}}. The new label will begin on the day that the decision sets: the interval remains visible in the register.'], action: 'Prepare the file' },
  },
  'renewal.restorable-officer': {
    fr: { subject: 'Un label a pris fin sans dossier de renouvellement', body: ['Un label a pris fin le {{endsOn}} sans dossier de renouvellement en cours. Le règlement du label permet de le rétablir sur un dossier déposé jusqu’au {{until}}.', 'Le titulaire est prévenu. Appelez-le s’il ne se manifeste pas.'] },
    en: { subject: 'A label has ended without a renewal file', body: ['A label ended on {{endsOn}} without a renewal file under way. The label’s rules let it be restored by a file submitted until {{until}}.', 'The holder has been told. Please call them if they remain silent.'] },
  },
  'renewal.moot-officer': {
    fr: { subject: 'Le label dont le renouvellement est en cours d’examen a pris fin', body: ['Le label a pris fin le {{endedOn}}, avant son terme, alors que son dossier de renouvellement est en cours d’examen.', 'Le dossier reste ouvert : voyez avec le titulaire s’il le retire, ou faites-le décider.'] },
    en: { subject: 'The label whose renewal is under appraisal has ended', body: ['The label ended on {{endedOn}}, before its last day, while its renewal file is under appraisal.', 'The file remains open: ask the holder whether they withdraw it, or have it decided.'] },
  },
  'renewal.renewed': {
    fr: {
      subject: 'Le renouvellement de votre label est décidé',
      body: [
        'Le renouvellement de votre label est décidé.',
        '{{#contract}}Le nouveau label n’entre en vigueur qu’une fois son contrat signé par votre pôle et par l’autorité, avant la date limite indiquée dans le courriel qui vous invite à le signer.',
        '{{#contract}}Contrat signé, le nouveau label est valable à partir du {{startsOn?}}.',
        '{{^contract}}Le nouveau label est valable à partir du {{startsOn?}}.',
        'Le label actuel reste en vigueur jusqu’au {{endsOn?}}.',
      ],
      action: 'Voir le label',
    },
    en: {
      subject: 'The renewal of your label is decided',
      body: [
        'The renewal of your label is decided.',
        '{{#contract}}The new label comes into force only once its contract is signed by your centre and by the authority, before the deadline given in the mail that asks you to sign it.',
        '{{#contract}}With its contract signed, the new label is valid from {{startsOn?}}.',
        '{{^contract}}The new label is valid from {{startsOn?}}.',
        'The present label remains in force until {{endsOn?}}.',
      ],
      action: 'See the label',
    },
  },
  'renewal.lapsed': {
    fr: { subject: 'Votre label n’a pas été renouvelé', body: ['Aucun dossier de renouvellement ne reste en cours et le label est arrivé à son terme : il n’est pas renouvelé.', 'Il a pris fin le {{endsOn?}}.', 'Votre pôle pourra présenter une nouvelle candidature lors d’un prochain appel.'] },
    en: { subject: 'Your label was not renewed', body: ['No renewal file is under way and the label has reached its end: it is not renewed.', 'It ended on {{endsOn?}}.', 'Your centre may apply again in a later call.'] },
  },
  'renewal.lapsed-officer': {
    fr: { subject: 'Un label n’a pas été renouvelé', body: ['Aucun dossier de renouvellement ne reste en cours et le label est arrivé à son terme : il n’est pas renouvelé.', 'Il a pris fin le {{endsOn?}}.', 'Le pôle a été prévenu ; il pourra présenter une nouvelle candidature lors d’un prochain appel.'] },
    en: { subject: 'A label was not renewed', body: ['No renewal file is under way and the label has reached its end: it is not renewed.', 'It ended on {{endsOn?}}.', 'The centre has been told; it may apply again in a later call.'] },
  },
  'renewal.not-renewed': {
    fr: { subject: 'Le renouvellement de votre label n’est pas accordé', body: ['Le renouvellement du label n’est pas accordé. La décision et ses motifs vous sont notifiés dans le dossier de renouvellement.', 'Le label reste en vigueur jusqu’au {{endsOn?}}.'], action: 'Lire la décision' },
    en: { subject: 'The renewal of your label has not been granted', body: ['The renewal of the label has not been granted. The decision and its reasons are notified to you in the renewal file.', 'The label remains in force until {{endsOn?}}.'], action: 'Read the decision' },
  },
  'renewal.deadline-moved': {
    fr: { subject: 'Une échéance du renouvellement est déplacée', body: ['L’échéance du {{from}} est déplacée au {{to}}. Le motif est indiqué dans le dossier, et les rappels suivent la nouvelle date.'] },
    en: { subject: 'A renewal deadline has been moved', body: ['The deadline of {{from}} has been moved to {{to}}. The reason is given in the file, and reminders follow the new date.'] },
  },
};
