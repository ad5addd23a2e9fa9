import type { Templates } from '../template.js';

/** What is said of files whose time is over. */
export const retentionTexts: Templates = {
  'retention.proposed': {
    fr: { subject: 'Des dossiers dont la durée de conservation est échue', body: ['La durée de conservation de {{files|dossier|dossiers}} est échue. Votre décision est attendue : garder ou éliminer, avec la référence de l’accord des archives.', 'Sans votre décision, rien n’est détruit.'], action: null },
    en: { subject: 'Files whose time is over', body: ['The retention period of {{files|file|files}} is over. Your decision is awaited: keep or eliminate, with the reference of the archives’ agreement.', 'Without your decision nothing is destroyed.'], action: null },
  },
  'retention.keep': {
    fr: { subject: 'Un dossier est à garder', body: ['L’autorité a décidé de garder le dossier {{file}} (archives : {{reference}}).', 'Remettez son archive (zip) au service des archives.'], action: null },
    en: { subject: 'A file is to be kept', body: ['The authority has decided to keep the file {{file}} (archives: {{reference}}).', 'Hand its archive (zip) over to the archives.'], action: null },
  },
  'retention.eliminate': {
    fr: { subject: 'Un dossier est à éliminer', body: ['L’autorité a décidé d’éliminer le dossier {{file}} (archives : {{reference}}).', 'Téléchargez d’abord son archive (zip), puis confirmez l’élimination : elle est définitive.'], action: null },
    en: { subject: 'A file is to be eliminated', body: ['The authority has decided to eliminate the file {{file}} (archives: {{reference}}).', 'Download its archive (zip) first, then confirm the elimination: it cannot be undone.'], action: null },
  },
};
