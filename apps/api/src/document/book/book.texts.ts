import type { Locale } from '../../http/locale.js';

const fr = {
  kicker: 'Dossier de candidature', draftKicker: 'Brouillon de candidature, non déposé', draftMark: 'BROUILLON', contents: 'Sommaire',
  call: 'Appel', status: 'Statut', kind: 'Nature', receivedOn: 'Reçu le', structure: 'Structure', territory: 'Territoire', themes: 'Thèmes', madeFor: 'Établi pour', madeOn: 'Établi le',
  reference: 'Référence', version: 'Version déposée', hash: 'empreinte', scheme: 'Dispositif', label: 'Label',
  notice: 'Ce document montre du dossier ce que la personne nommée ci-dessus a le droit d’en lire, à la date indiquée. Il peut contenir des données personnelles et des secrets d’affaires : il ne se diffuse pas.',
  foot: (name: string, on: string) => `Établi pour ${name} le ${on}`,
  answers: 'Réponses', noAnswer: 'Sans réponse', piece: 'Pièce',
  appraisal: 'Expertise', appraisals: 'Expertises', expert: 'Expert', dueOn: 'Échéance', result: 'Résultat consolidé', total: 'Total', threshold: 'Seuil', reached: 'atteint', missed: 'non atteint', criterion: 'Critère', weight: 'Poids', mean: 'Moyenne', points: 'Points', mark: 'Note', of100: 'sur 100',
  comments: 'Commentaires', overall: 'Sur l’ensemble', appraisalN: (n: number) => `Expertise n° ${n}`, consensus: 'Avis commun', minority: 'Avis minoritaire', reply: 'Observations du candidat', favourable: 'favorable', unfavourable: 'défavorable',
  handling: 'Instruction', requested: 'Pièces demandées', limit: 'À fournir au plus tard le', supplied: 'Réponse à la demande de pièces', admission: 'Recevabilité', inadmissibility: 'Irrecevabilité', cause: 'Cause', moved: 'Échéances déplacées',
  proposal: 'Proposition du comité', decision: 'Décision', outcome: 'Sens', signedOn: 'Signée le', signatory: 'Signataire', inLaw: 'Motifs en droit', inFact: 'Motifs en fait', conditions: 'Conditions', by: 'avant le', metOn: 'remplie le', notifiedOn: 'Notifiée le', channel: 'Par', appealUntil: 'Recours jusqu’au', readOn: 'Consultée le',
  withdrawal: 'Retrait', closing: 'Clôture sans suite', messages: 'Messages versés au dossier', fromApplicant: 'Le candidat', fromSecretariat: 'Le secrétariat',
  timeline: 'Chronologie', past: 'Ce qui s’est passé', ahead: 'Ce qui est attendu', on: 'Date', what: 'Acte', who: 'Par', awaited: 'Attendu', from: 'De', givenOn: 'Reçue le', purpose: 'Nature', question: 'Question',
  erased: 'Texte effacé', file: 'Fichier', none: '–', indicator: 'Indicateur', baseline: 'Départ', target: 'Cible', value: 'Valeur', evidence: 'Justificatif', unit: 'Unité',
  purposes: { answer: 'réponse au formulaire', piece: 'pièce fournie sur demande', decision: 'décision signée', proof: 'preuve', scan: 'numérisation d’un acte', reply: 'observations du candidat', thread: 'message versé au dossier' } as Record<string, string>,
};

const en: typeof fr = {
  kicker: 'Application', draftKicker: 'Draft of an application, not submitted', draftMark: 'DRAFT', contents: 'Contents',
  call: 'Call', status: 'Status', kind: 'Kind', receivedOn: 'Received on', structure: 'Structure', territory: 'Territory', themes: 'Themes', madeFor: 'Made for', madeOn: 'Made on',
  reference: 'Reference', version: 'Version submitted', hash: 'hash', scheme: 'Scheme', label: 'Label',
  notice: 'This document shows of the file what the person named above may read of it, on the day named. It may hold personal data and business secrets: it is not to be passed on.',
  foot: (name, on) => `Made for ${name} on ${on}`,
  answers: 'Answers', noAnswer: 'No answer', piece: 'Attachment',
  appraisal: 'Appraisal', appraisals: 'Appraisals', expert: 'Expert', dueOn: 'Due on', result: 'Consolidated result', total: 'Total', threshold: 'Threshold', reached: 'reached', missed: 'not reached', criterion: 'Criterion', weight: 'Weight', mean: 'Mean', points: 'Points', mark: 'Mark', of100: 'of 100',
  comments: 'Comments', overall: 'On the whole', appraisalN: (n) => `Appraisal no. ${n}`, consensus: 'Consensus report', minority: 'Minority view', reply: 'Reply of the applicant', favourable: 'favourable', unfavourable: 'unfavourable',
  handling: 'How it was handled', requested: 'Pieces requested', limit: 'To be supplied by', supplied: 'Answer to the request for pieces', admission: 'Admissibility', inadmissibility: 'Inadmissibility', cause: 'Cause', moved: 'Deadlines moved',
  proposal: 'Proposal of the committee', decision: 'Decision', outcome: 'Outcome', signedOn: 'Signed on', signatory: 'Signatory', inLaw: 'Reasons in law', inFact: 'Reasons in fact', conditions: 'Conditions', by: 'by', metOn: 'met on', notifiedOn: 'Notified on', channel: 'By', appealUntil: 'Appeal until', readOn: 'Read on',
  withdrawal: 'Withdrawal', closing: 'Closed without action', messages: 'Messages attached to the file', fromApplicant: 'The applicant', fromSecretariat: 'The secretariat',
  timeline: 'Timeline', past: 'What happened', ahead: 'What is awaited', on: 'Date', what: 'Act', who: 'By', awaited: 'Awaited', from: 'From', givenOn: 'Received on', purpose: 'Kind', question: 'Question',
  erased: 'Text erased', file: 'File', none: '–', indicator: 'Indicator', baseline: 'Baseline', target: 'Target', value: 'Value', evidence: 'Evidence', unit: 'Unit',
  purposes: { answer: 'answer of the form', piece: 'piece supplied on request', decision: 'signed decision', proof: 'proof', scan: 'scan of an act', reply: 'reply of the applicant', thread: 'message attached to the file' },
};

export const bookTexts: Readonly<Record<Locale, typeof fr>> = { fr, en };
