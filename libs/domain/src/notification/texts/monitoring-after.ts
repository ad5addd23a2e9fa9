import type { Templates } from '../template.js';

/** Beside the yearly report: accounts, reports after their default, the appraisal at mid-term, the end of the label. */
export const monitoringAfterTexts: Templates = {
  'monitoring.last-report': {
    fr: { subject: 'Un dernier rapport de suivi est attendu', body: ['Le label a pris fin avant son terme. Un dernier rapport est attendu au plus tard le {{dueOn}}.', 'Il porte sur la période du {{from}} au {{to}}.'], action: 'Ouvrir le rapport' },
    en: { subject: 'A last monitoring report is due', body: ['The label ended before its last day. A last report is due by {{dueOn}}.', 'It covers the period from {{from}} to {{to}}.'], action: 'Open the report' },
  },
  'monitoring.financial-report-reminder': {
    fr: { subject: 'Rappel : votre compte rendu financier', body: ['Votre compte rendu financier est attendu.', 'Période : du {{from?}} au {{to?}}.', 'Échéance : {{dueOn?}}.'], action: 'Déposer le compte rendu' },
    en: { subject: 'Reminder: your financial report', body: ['Your financial report is awaited.', 'Period: from {{from?}} to {{to?}}.', 'Due date: {{dueOn?}}.'], action: 'Submit the financial report' },
  },
  'monitoring.financial-report-overdue': {
    fr: {
      subject: 'Mise en demeure : compte rendu financier en retard',
      body: ['L’échéance de votre compte rendu financier est passée. Votre pôle est mis en demeure de le déposer.', 'Période : du {{from?}} au {{to?}}.', 'L’échéance était fixée au {{dueOn?}}.', 'Dernier délai : {{limitOn?}}.', 'Passé ce délai, le manquement sera constaté et porté à la connaissance de l’autorité.'],
      action: 'Déposer le compte rendu',
    },
    en: {
      subject: 'Formal notice: overdue financial report',
      body: ['The due date of your financial report has passed. Your centre is given formal notice to submit it.', 'Period: from {{from?}} to {{to?}}.', 'It was due by {{dueOn?}}.', 'Final deadline: {{limitOn?}}.', 'After it, the default will be recorded and brought to the authority’s attention.'],
      action: 'Submit the financial report',
    },
  },
  'monitoring.financial-report-overdue-officer': {
    fr: { subject: 'Un compte rendu financier est en retard', body: ['L’échéance d’un compte rendu financier est passée. Le pôle vient d’être mis en demeure de le déposer.', 'Période : du {{from?}} au {{to?}}.', 'Dernier délai : {{limitOn?}}.'] },
    en: { subject: 'A financial report is overdue', body: ['The due date of a financial report has passed. The centre has been given formal notice to submit it.', 'Period: from {{from?}} to {{to?}}.', 'Final deadline: {{limitOn?}}.'] },
  },
  'monitoring.financial-report-defaulted': {
    fr: { subject: 'Manquement constaté : compte rendu financier absent', body: ['Votre pôle n’a pas déposé son compte rendu financier malgré la mise en demeure. Le manquement est constaté et l’autorité en est informée.', 'Période : du {{from?}} au {{to?}}.', 'Vous pouvez encore le déposer.'], action: 'Déposer le compte rendu' },
    en: { subject: 'Default recorded: no financial report', body: ['Your centre has not submitted its financial report despite the formal notice. The default is recorded and the authority is informed.', 'Period: from {{from?}} to {{to?}}.', 'You may still submit it.'], action: 'Submit the financial report' },
  },
  'monitoring.financial-report-defaulted-staff': {
    fr: { subject: 'Manquement constaté : compte rendu financier absent', body: ['Un pôle n’a pas déposé son compte rendu financier malgré la mise en demeure. Le manquement est constaté.', 'Période : du {{from?}} au {{to?}}.'] },
    en: { subject: 'Default recorded: no financial report', body: ['A centre has not submitted its financial report despite the formal notice. The default is recorded.', 'Period: from {{from?}} to {{to?}}.'] },
  },
  'monitoring.financial-report-submitted': {
    fr: { subject: 'Un compte rendu financier est à examiner', body: ['Un compte rendu financier vient d’être déposé.', 'Période : du {{from?}} au {{to?}}.'], action: 'Examiner le compte rendu' },
    en: { subject: 'A financial report is to be reviewed', body: ['A financial report has been submitted.', 'Period: from {{from?}} to {{to?}}.'], action: 'Review the financial report' },
  },
  'monitoring.financial-report-returned': {
    fr: { subject: 'Votre compte rendu financier est à corriger', body: ['Le secrétariat vous demande de corriger ou de compléter votre compte rendu financier, au plus tard le {{limitOn}}.', 'Période : du {{from?}} au {{to?}}.', 'Les points à reprendre sont écrits dans sa demande, sur la page du suivi que ce lien ouvre.'], action: 'Corriger le compte rendu' },
    en: { subject: 'Your financial report needs correction', body: ['The secretariat asks you to correct or complete your financial report by {{limitOn}}.', 'Period: from {{from?}} to {{to?}}.', 'The points to revise are written in its request, on the monitoring page that this link opens.'], action: 'Correct the financial report' },
  },
  'monitoring.financial-report-validated': {
    fr: { subject: 'Votre compte rendu financier est validé', body: ['Votre compte rendu financier est validé. Le montant accepté figure dans le suivi.', 'Période : du {{from?}} au {{to?}}.'], action: 'Voir le montant accepté' },
    en: { subject: 'Your financial report is validated', body: ['Your financial report is validated. The monitoring shows the accepted amount.', 'Period: from {{from?}} to {{to?}}.'], action: 'See the accepted amount' },
  },
  'monitoring.financial-review-overdue': {
    fr: { subject: 'L’examen d’un compte rendu financier est en retard', body: ['Un compte rendu financier attend toujours votre examen.', 'L’échéance était fixée au {{dueOn?}}.'], action: 'Examiner le compte rendu' },
    en: { subject: 'The review of a financial report is overdue', body: ['A financial report is still awaiting your review.', 'It was due by {{dueOn?}}.'], action: 'Review the financial report' },
  },
  'monitoring.late-report-submitted': {
    fr: { subject: 'Un rapport est arrivé après le constat du manquement', body: ['Un pôle vient de déposer le rapport d’une période dont le manquement avait été constaté. Il attend votre examen.', 'Période : du {{from?}} au {{to?}}.', 'Examen attendu au plus tard le {{dueOn?}}.'], action: 'Examiner le rapport' },
    en: { subject: 'A report arrived after its default', body: ['A centre has submitted the report of a period whose default had been recorded. It awaits your review.', 'Period: from {{from?}} to {{to?}}.', 'Review due by {{dueOn?}}.'], action: 'Review the report' },
  },
  'monitoring.late-report-returned': {
    fr: { subject: 'Votre rapport tardif est à corriger', body: ['Le secrétariat vous demande de corriger ou de compléter le rapport déposé après le constat du manquement.', 'Période : du {{from?}} au {{to?}}.', 'Les points à reprendre sont écrits dans sa demande, sur la page du suivi que ce lien ouvre.'], action: 'Corriger le rapport' },
    en: { subject: 'Your late report needs correction', body: ['The secretariat asks you to correct or complete the report that you sent after its default.', 'Period: from {{from?}} to {{to?}}.', 'The points to revise are written in its request, on the monitoring page that this link opens.'], action: 'Correct the report' },
  },
  'monitoring.late-report-validated': {
    fr: { subject: 'Votre rapport tardif est validé', body: ['Le rapport déposé après le constat du manquement est validé. Le manquement reste inscrit au dossier, avec la date du rapport.', 'Période : du {{from?}} au {{to?}}.'], action: 'Voir le suivi' },
    en: { subject: 'Your late report is validated', body: ['The report that you sent after its default is validated. The default stays on file, with the date of the report.', 'Period: from {{from?}} to {{to?}}.'], action: 'See the monitoring' },
  },
  'monitoring.late-report-while-suspended': {
    fr: { subject: 'Label suspendu : le rapport manquant est validé', body: ['Un pôle dont le label est suspendu a déposé un rapport manquant, et le secrétariat l’a validé. Vous pouvez lever la suspension si elle n’a plus de motif.', 'Période : du {{from?}} au {{to?}}.'], action: 'Voir le suivi' },
    en: { subject: 'Suspended label: the missing report is validated', body: ['A centre whose label is suspended has submitted a missing report, and the secretariat has validated it. You may lift the suspension if nothing else stands against it.', 'Period: from {{from?}} to {{to?}}.'], action: 'See the monitoring' },
  },
  'monitoring.mid-term-asked': {
    fr: { subject: 'Un expert est à désigner à mi-parcours', body: ['Le règlement du label prévoit une expertise à mi-parcours. Désignez un expert au plus tard le {{dueOn}}.'], action: 'Désigner un expert' },
    en: { subject: 'An expert is to be named at mid-term', body: ['The label’s rules ask for an appraisal at mid-term. Name an expert by {{dueOn}}.'], action: 'Name an expert' },
  },
  'monitoring.mid-term-overdue': {
    fr: { subject: 'Aucun expert désigné à mi-parcours', body: ['L’expertise à mi-parcours attend toujours un expert.', 'L’échéance était fixée au {{dueOn?}}.'], action: 'Désigner un expert' },
    en: { subject: 'No expert named at mid-term', body: ['The appraisal at mid-term is still waiting for an expert.', 'It was due by {{dueOn?}}.'], action: 'Name an expert' },
  },
  'monitoring.mid-term-expert-lost': {
    fr: { subject: 'L’expert à mi-parcours est à remplacer', body: ['L’expert désigné pour l’expertise à mi-parcours ne la fera pas. Désignez-en un autre au plus tard le {{dueOn}}.'], action: 'Désigner un expert' },
    en: { subject: 'The expert at mid-term is to be replaced', body: ['The expert named for the appraisal at mid-term will not do it. Name another by {{dueOn}}.'], action: 'Name an expert' },
  },
  'monitoring.mid-term-appraised': {
    fr: { subject: 'L’expertise à mi-parcours est rendue', body: ['L’expertise à mi-parcours d’un label est rendue.'], action: 'Voir l’expertise' },
    en: { subject: 'The appraisal at mid-term is in', body: ['The appraisal of a label at mid-term is in.'], action: 'See the appraisal' },
  },
  'monitoring.mid-term-below-threshold': {
    fr: { subject: 'Expertise à mi-parcours sous le seuil', body: ['L’expertise à mi-parcours d’un label conclut sous le seuil du règlement. Aucune mesure n’en découle d’elle-même : la suite vous appartient.'], action: 'Voir le suivi' },
    en: { subject: 'Appraisal at mid-term below the threshold', body: ['The appraisal of a label at mid-term is below the threshold of the label’s rules. Nothing follows by itself: what comes next is for you to decide.'], action: 'See the monitoring' },
  },
};
