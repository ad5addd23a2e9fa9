import type { Templates } from '../template.js';

/** What people write to each other beside the procedure: the thread of a file, questions about a call, mailings. None asks for an act. */
export const threadTexts: Templates = {
  'thread.from-centre': {
    fr: {
      subject: 'Un pôle vous écrit',
      body: ['Un message attend votre réponse dans le fil de ce dossier.', 'Ce message ne change ni l’état du dossier ni ses délais.'],
      action: 'Ouvrir le dossier et son fil',
    },
    en: {
      subject: 'A centre writes to you',
      body: ['A message awaits your answer in the thread of this file.', 'The message changes neither the state of the file nor its time limits.'],
      action: 'Open the file and its thread',
    },
  },
  'thread.from-secretariat': {
    fr: {
      subject: 'Le secrétariat vous écrit',
      body: ['Un message du secrétariat vous attend dans le fil de votre dossier ; vous pouvez y répondre.', 'Ce message ne change ni l’état du dossier ni ses délais.'],
      action: 'Ouvrir le dossier et son fil',
    },
    en: {
      subject: 'The secretariat writes to you',
      body: ['A message from the secretariat awaits you in the thread of your file; you may answer there.', 'The message changes neither the state of the file nor its time limits.'],
      action: 'Open the file and its thread',
    },
  },
  'question.asked': {
    fr: {
      subject: 'Une question sur un appel',
      body: ['Une question a été posée sur cet appel. Répondez-y ; si la réponse est d’intérêt général, publiez-la avec une question reformulée sans nom.'],
      action: 'Ouvrir l’appel',
    },
    en: {
      subject: 'A question about a call',
      body: ['A question was asked about this call. Answer it; if the answer is of general interest, publish it with the question reworded without names.'],
      action: 'Open the call',
    },
  },
  'question.answered': {
    fr: { subject: 'Réponse à votre question sur un appel', body: ['Le secrétariat a répondu à votre question :', '{{answer}}'], action: 'Ouvrir l’appel' },
    en: { subject: 'An answer to your question about a call', body: ['The secretariat has answered your question:', '{{answer}}'], action: 'Open the call' },
  },
  'mailing.message': {
    titleFact: 'title',
    fr: { subject: 'Message du secrétariat', body: ['{{text}}', 'Vous pouvez répondre dans le fil du dossier. Ce message ne change ni son état ni ses délais.'] },
    en: { subject: 'Message from the secretariat', body: ['{{text}}', 'You may answer in the thread of the file. The message changes neither its state nor its time limits.'] },
  },
};
