import type { Templates } from '../template.js';

export const monitoringTexts: Templates = {
  'monitoring.period-opened': {
    fr: {
      subject: 'Une période de suivi commence',
      body: ['La période de suivi du {{from}} au {{to}} est ouverte. Le rapport est attendu au plus tard le {{dueOn}}.', 'Vous pouvez y noter vos actions, vos indicateurs et vos dépenses au fil de l’année.'],
      action: 'Ouvrir le rapport',
    },
    en: {
      subject: 'A monitoring period begins',
      body: ['The monitoring period from {{from}} to {{to}} is open. The report is due by {{dueOn}}.', 'You may note your actions, indicators and spending in it throughout the year.'],
      action: 'Open the report',
    },
  },
  'monitoring.report-reminder': {
    fr: { subject: 'Rappel : votre rapport de suivi', body: ['Votre rapport de suivi est attendu.', 'Période : du {{from?}} au {{to?}}.', 'Échéance : {{dueOn?}}.'], action: 'Compléter le rapport' },
    en: { subject: 'Reminder: your monitoring report', body: ['Your monitoring report is awaited.', 'Period: from {{from?}} to {{to?}}.', 'Due date: {{dueOn?}}.'], action: 'Complete the report' },
  },
  'monitoring.report-overdue': {
    fr: { subject: 'Votre rapport de suivi est en retard', body: ['L’échéance de votre rapport de suivi est passée.', 'Période : du {{from?}} au {{to?}}.', 'Elle était fixée au {{dueOn?}}.', 'Déposez-le dès que possible. Sans rapport, une mise en demeure sera adressée à votre pôle.'], action: 'Ouvrir le rapport' },
    en: { subject: 'Your monitoring report is overdue', body: ['The due date of your monitoring report has passed.', 'Period: from {{from?}} to {{to?}}.', 'It was {{dueOn?}}.', 'Please submit it as soon as possible. Without a report, your centre will receive a formal notice.'], action: 'Open the report' },
  },
  'monitoring.report-overdue-officer': {
    fr: { subject: 'Un rapport de suivi est en retard', body: ['L’échéance d’un rapport de suivi est passée. Le pôle est invité à le déposer ; sans rapport, une mise en demeure lui sera adressée.', 'Période : du {{from?}} au {{to?}}.', 'Échéance passée : {{dueOn?}}.'] },
    en: { subject: 'A monitoring report is overdue', body: ['The due date of a monitoring report has passed. The centre is asked to submit it; without a report, it will receive a formal notice.', 'Period: from {{from?}} to {{to?}}.', 'Missed due date: {{dueOn?}}.'] },
  },
  'monitoring.formal-notice': {
    fr: {
      subject: 'Mise en demeure : rapport de suivi',
      body: ['Malgré les rappels, votre rapport de suivi n’est pas arrivé. Votre pôle est mis en demeure de le déposer.', 'Période : du {{from?}} au {{to?}}.', 'Dernier délai : {{limitOn?}}.', 'Passé ce délai, le manquement sera constaté et porté à la connaissance de l’autorité.'],
      action: 'Déposer le rapport',
    },
    en: {
      subject: 'Formal notice: monitoring report',
      body: ['Despite the reminders, your monitoring report has not arrived. Your centre is given formal notice to submit it.', 'Period: from {{from?}} to {{to?}}.', 'Final deadline: {{limitOn?}}.', 'After it, the default will be recorded and brought to the authority’s attention.'],
      action: 'Submit the report',
    },
  },
  'monitoring.formal-notice-officer': {
    fr: { subject: 'Mise en demeure adressée : rapport de suivi', body: ['Malgré les rappels, un rapport de suivi n’est pas arrivé. Le pôle vient d’être mis en demeure de le déposer.', 'Période : du {{from?}} au {{to?}}.', 'Dernier délai : {{limitOn?}}.'] },
    en: { subject: 'Formal notice served: monitoring report', body: ['Despite the reminders, a monitoring report has not arrived. The centre has been given formal notice to submit it.', 'Period: from {{from?}} to {{to?}}.', 'Final deadline: {{limitOn?}}.'] },
  },
  'monitoring.defaulted': {
    fr: { subject: 'Manquement constaté : rapport de suivi absent', body: ['Votre pôle n’a pas déposé son rapport de suivi malgré la mise en demeure. Le manquement est constaté et l’autorité en est informée.', 'Période : du {{from?}} au {{to?}}.'] },
    en: { subject: 'Default recorded: no monitoring report', body: ['Your centre has not submitted its monitoring report despite the formal notice. The default is recorded and the authority is informed.', 'Period: from {{from?}} to {{to?}}.'] },
  },
  'monitoring.defaulted-staff': {
    fr: { subject: 'Manquement constaté : rapport de suivi absent', body: ['Un pôle n’a pas déposé son rapport de suivi malgré la mise en demeure. Le manquement est constaté.', 'Période : du {{from?}} au {{to?}}.'] },
    en: { subject: 'Default recorded: no monitoring report', body: ['A centre has not submitted its monitoring report despite the formal notice. The default is recorded.', 'Period: from {{from?}} to {{to?}}.'] },
  },
  'monitoring.report-submitted': {
    fr: { subject: 'Un rapport de suivi est à examiner', body: ['Un rapport de suivi vient d’être déposé.', 'Examen attendu au plus tard le {{dueOn?}}.'], action: 'Examiner le rapport' },
    en: { subject: 'A monitoring report is to be reviewed', body: ['A monitoring report has been submitted.', 'Review due by {{dueOn?}}.'], action: 'Review the report' },
  },
  'monitoring.review-overdue': {
    fr: { subject: 'L’examen d’un rapport de suivi est en retard', body: ['Un rapport de suivi attend toujours votre examen.', 'L’échéance était fixée au {{dueOn?}}.'], action: 'Examiner le rapport' },
    en: { subject: 'The review of a monitoring report is overdue', body: ['A monitoring report is still awaiting your review.', 'It was due by {{dueOn?}}.'], action: 'Review the report' },
  },
  'monitoring.correction-requested': {
    fr: { subject: 'Votre rapport de suivi est à corriger', body: ['Le secrétariat vous demande de corriger ou de compléter votre rapport, au plus tard le {{limitOn}}.', 'Les points à reprendre sont écrits dans sa demande, sur la page du suivi que ce lien ouvre.'], action: 'Corriger le rapport' },
    en: { subject: 'Your monitoring report needs correction', body: ['The secretariat asks you to correct or complete your report by {{limitOn}}.', 'The points to revise are written in its request, on the monitoring page that this link opens.'], action: 'Correct the report' },
  },
  'monitoring.report-validated': {
    fr: { subject: 'Votre rapport de suivi est validé', body: ['Votre rapport de suivi est validé. Vous n’avez rien d’autre à faire pour cette période.'], action: 'Voir le rapport' },
    en: { subject: 'Your monitoring report is validated', body: ['Your monitoring report is validated. There is nothing more to do for this period.'], action: 'See the report' },
  },
  'monitoring.deadline-moved': {
    fr: { subject: 'Une échéance du suivi est déplacée', body: ['L’échéance du {{from}} est déplacée au {{to}}. Le motif est indiqué dans le dossier, et les rappels suivent la nouvelle date.'] },
    en: { subject: 'A monitoring deadline has been moved', body: ['The deadline of {{from}} has been moved to {{to}}. The reason is given in the file, and reminders follow the new date.'] },
  },
};
