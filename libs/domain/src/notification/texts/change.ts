import type { Templates } from '../template.js';

/** Changes of a label's holder. */
export const changeTexts: Templates = {
  'change.received': {
    fr: { subject: 'Votre demande de changement est reçue', body: ['La demande de changement de votre pôle est enregistrée. Prise d’effet demandée : {{effectiveOn}}.', 'Elle est examinée par le secrétariat du label. Rien ne change tant qu’elle n’est pas acceptée.', 'Ce qui change : {{what?}}.'], action: 'Suivre la demande' },
    en: { subject: 'Your request for a change is received', body: ['The request for a change of your centre is recorded. Requested effect: {{effectiveOn}}.', 'The label’s secretariat examines it. Nothing changes until it is accepted.', 'What changes: {{what?}}.'], action: 'Follow the request' },
  },
  'change.to-review': {
    fr: { subject: 'Une demande de changement est à examiner', body: ['La demande de changement d’un pôle labellisé attend votre examen.', 'Examinez-la au plus tard le {{dueOn?}}.', 'Ce qui change : {{what?}}.'], action: 'Examiner la demande' },
    en: { subject: 'A request for a change is to be examined', body: ['The request for a change of a labelled centre awaits your examination.', 'Examine it by {{dueOn?}}.', 'What changes: {{what?}}.'], action: 'Examine the request' },
  },
  'change.review-reminder': {
    fr: { subject: 'Rappel : une demande de changement est à examiner', body: ['La demande de changement d’un pôle attend encore une suite, attendue au plus tard le {{dueOn}}.', 'Ce qui change : {{what?}}.'], action: 'Examiner la demande' },
    en: { subject: 'Reminder: a request for a change is to be examined', body: ['The request for a change of a centre is still waiting, and is due by {{dueOn}}.', 'What changes: {{what?}}.'], action: 'Examine the request' },
  },
  'change.review-overdue': {
    fr: { subject: 'Une demande de changement est en retard', body: ['La demande de changement d’un pôle devait recevoir une suite au plus tard le {{dueOn}}. Elle reste à décider : le retard ne vaut ni accord ni refus.', 'Ce qui change : {{what?}}.'], action: 'Examiner la demande' },
    en: { subject: 'A request for a change is late', body: ['The request for a change of a centre was due by {{dueOn}}. It is still to be decided: being late neither accepts nor refuses it.', 'What changes: {{what?}}.'], action: 'Examine the request' },
  },
  'change.pieces-requested': {
    fr: { subject: 'Des pièces sont demandées pour votre changement', body: ['Le secrétariat a besoin de pièces pour examiner votre demande de changement. Leur liste est dans le dossier.', 'Elles sont attendues au plus tard le {{limitOn?}}. Sans elles, la demande sera examinée en l’état.', 'Ce qui change : {{what?}}.'], action: 'Fournir les pièces' },
    en: { subject: 'Pieces are requested for your change', body: ['The secretariat needs pieces to examine your request for a change. The list is in the file.', 'They are awaited by {{limitOn?}}. Without them, the request will be examined as it is.', 'What changes: {{what?}}.'], action: 'Supply the pieces' },
  },
  'change.pieces-reminder': {
    fr: { subject: 'Rappel : pièces à fournir pour votre changement', body: ['Des pièces manquent encore à votre demande de changement. Elles sont attendues au plus tard le {{limitOn}}.', 'Ce qui change : {{what?}}.'], action: 'Fournir les pièces' },
    en: { subject: 'Reminder: pieces to supply for your change', body: ['Pieces are still missing from your request for a change. They are awaited by {{limitOn}}.', 'What changes: {{what?}}.'], action: 'Supply the pieces' },
  },
  'change.pieces-overdue': {
    fr: { subject: 'Les pièces demandées ne sont pas venues', body: ['Le pôle n’a pas fourni dans le délai les pièces de sa demande de changement. Examinez-la en l’état.', 'Ce qui change : {{what?}}.'], action: 'Examiner la demande' },
    en: { subject: 'The requested pieces did not come', body: ['The centre did not supply in time the pieces of its request for a change. Examine it as it is.', 'What changes: {{what?}}.'], action: 'Examine the request' },
  },
  'change.to-decide': {
    fr: { subject: 'Un changement est proposé à votre décision', body: ['Le secrétariat propose une suite à la demande de changement d’un pôle labellisé. Sa proposition et ses motifs sont dans le dossier.', 'Ce qui change : {{what?}}.'], action: 'Décider' },
    en: { subject: 'A change is proposed for your decision', body: ['The secretariat proposes an outcome for the request for a change of a labelled centre. Its proposal and reasons are in the file.', 'What changes: {{what?}}.'], action: 'Decide' },
  },
  'change.accepted': {
    fr: { subject: 'Le changement du pôle est accepté', body: ['La demande de changement est acceptée. Prise d’effet : {{effectiveOn}}.', 'Les fiches du pôle sont mises à jour à cette date, ou dès maintenant si elle est passée.', 'Ce qui change : {{what?}}.'], action: 'Voir la décision' },
    en: { subject: 'The change of the centre is accepted', body: ['The request for a change is accepted. Effect: {{effectiveOn}}.', 'The records of the centre are updated on that day, or now if it has passed.', 'What changes: {{what?}}.'], action: 'See the decision' },
  },
  'change.representative-replaced': {
    fr: { subject: 'Vous n’êtes plus représentant légal du pôle', body: ['Un changement de responsable du pôle est accepté. Prise d’effet : {{effectiveOn}}. À cette date, ou dès maintenant si elle est passée, vous n’engagez plus le pôle.', 'Si vous ne vous y attendiez pas, écrivez sans attendre au secrétariat du label.'] },
    en: { subject: 'You no longer represent the centre', body: ['A change of the person in charge of the centre is accepted. Effect: {{effectiveOn}}. From that day, or now if it has passed, you commit the centre no more.', 'If you did not expect this, write to the label’s secretariat without delay.'] },
  },
  'change.refused': {
    fr: { subject: 'Le changement du pôle est refusé', body: ['La demande de changement est refusée. Les motifs sont dans le dossier, et rien ne change.', 'Une nouvelle demande peut être déposée. La décision peut être contestée devant l’autorité ou le tribunal administratif dans les deux mois.', 'Ce qui change : {{what?}}.'], action: 'Lire les motifs' },
    en: { subject: 'The change of the centre is refused', body: ['The request for a change is refused. The reasons are in the file, and nothing changes.', 'Another request may be made. The decision may be contested before the authority or the administrative court within two months.', 'What changes: {{what?}}.'], action: 'Read the reasons' },
  },
  'change.withdrawn': {
    fr: { subject: 'Une demande de changement est retirée', body: ['Le pôle a retiré sa demande de changement. Il n’y a rien à décider.', 'Ce qui change : {{what?}}.'] },
    en: { subject: 'A request for a change is withdrawn', body: ['The centre has withdrawn its request for a change. There is nothing to decide.', 'What changes: {{what?}}.'] },
  },
  'change.deadline-moved': {
    fr: { subject: 'Une échéance d’une demande de changement est déplacée', body: ['L’échéance du {{from}} est déplacée au {{to}}. Le motif est indiqué dans le dossier.'] },
    en: { subject: 'A deadline of a request for a change has been moved', body: ['The deadline of {{from}} has been moved to {{to}}. The reason is given in the file.'] },
  },
};
