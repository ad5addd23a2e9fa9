import type { Templates } from '../template.js';

export const applicationTexts: Templates = {
  'application.acknowledgement': {
    fr: {
      subject: 'Accusé de réception de votre dossier',
      body: [
        'Votre dossier a été reçu le {{receivedOn}}.',
        'Il porte le numéro {{number?}}.',
        'Sans décision expresse notifiée au {{impliedDecisionOn}}, le silence gardé vaudra décision implicite de rejet. Si des pièces vous sont demandées, cette date peut être reculée du temps accordé pour les fournir.',
        'Une décision de rejet, expresse ou implicite, peut être contestée dans les deux mois par un recours gracieux auprès de l’autorité qui délivre le label, ou par un recours contentieux devant le tribunal administratif.',
        '{{appealRoutes?}}',
        'Service chargé de votre dossier : {{contact?}}',
      ],
    },
    en: {
      subject: 'We have received your application',
      body: [
        'Your application was received on {{receivedOn}}.',
        'Its number is {{number?}}.',
        'If no express decision has been notified by {{impliedDecisionOn}}, silence will count as an implied rejection. If documents are requested from you, this date may move by the time granted to supply them.',
        'A rejection, express or implied, may be contested within two months by an informal appeal to the authority that awards the label, or before the administrative court.',
        '{{appealRoutes?}}',
        'In charge of your application: {{contact?}}',
      ],
    },
  },
  'application.pieces-requested': {
    fr: {
      subject: 'Des pièces manquent à votre dossier',
      body: [
        'Des pièces indispensables manquent à votre dossier. Elles sont à déposer au plus tard le {{limitOn}} à 23 h 59.',
        'Pièces demandées : {{pieces?}}',
        'La liste détaillée est dans votre dossier. Sans réponse à cette date, le dossier sera déclaré irrecevable.',
        'Le délai au terme duquel le silence vaut rejet est suspendu jusqu’à la réception des pièces, ou jusqu’à cette date.',
      ],
      action: 'Déposer les pièces',
    },
    en: {
      subject: 'Documents are missing from your application',
      body: [
        'Indispensable documents are missing from your application. Supply them by {{limitOn}}, 23:59 Paris time.',
        'Documents requested: {{pieces?}}',
        'The detailed list is in your file. Without an answer by that date, the application will be declared inadmissible.',
        'The period after which silence counts as a rejection is suspended until the documents arrive, or until that date.',
      ],
      action: 'Supply the documents',
    },
  },
  'application.pieces-reminder': {
    fr: {
      subject: 'Rappel : des pièces sont attendues',
      body: ['Les pièces demandées pour votre dossier sont attendues au plus tard le {{limitOn}} à 23 h 59.', 'Sans elles, le dossier sera déclaré irrecevable.'],
      action: 'Déposer les pièces',
    },
    en: {
      subject: 'Reminder: documents are awaited',
      body: ['The documents requested for your application are due by {{limitOn}}, 23:59 Paris time.', 'Without them, the application will be declared inadmissible.'],
      action: 'Supply the documents',
    },
  },
  'application.pieces-received': {
    fr: {
      subject: 'Vos pièces sont bien reçues',
      body: ['Les pièces que vous avez déposées ont été reçues.', 'Reçues le {{receivedOn?}}.', 'L’examen du dossier reprend, et avec lui le délai de décision.', 'Nouvelle date à partir de laquelle le silence vaut rejet : {{impliedDecisionOn?}}.'],
    },
    en: {
      subject: 'Your documents have been received',
      body: ['The documents that you supplied have been received.', 'Received on {{receivedOn?}}.', 'The examination of your application resumes, and so does the period for a decision.', 'New date from which silence counts as a rejection: {{impliedDecisionOn?}}.'],
    },
  },
  'application.admitted': {
    fr: {
      subject: 'Votre dossier est recevable',
      body: ['{{#committee}}Votre dossier est complet et recevable. Il va être examiné par des experts, puis par le comité de sélection.', '{{^committee}}Votre dossier est complet et recevable. Il va être expertisé, puis une décision sera proposée à l’autorité.', 'Vous n’avez rien à faire pour le moment.'],
    },
    en: {
      subject: 'Your application is admissible',
      body: ['{{#committee}}Your application is complete and admissible. Experts will now appraise it, then the selection committee will examine it.', '{{^committee}}Your application is complete and admissible. It will be appraised, and then a decision will be proposed to the authority.', 'There is nothing for you to do for now.'],
    },
  },
  'application.inadmissible': {
    fr: {
      subject: 'Votre dossier est déclaré irrecevable',
      body: [
        'Votre dossier a été déclaré irrecevable. Les motifs sont à lire dans votre dossier.',
        'Des pièces qui vous avaient été demandées n’ont pas été reçues au {{piecesDueOn?}} [CRPA L114-5] ; votre dossier en donne la liste.',
        'La redevance d’instruction n’a pas été reçue au {{feeDueOn?}}.',
        'Cette décision peut être contestée dans les deux mois de sa notification, par un recours gracieux auprès de l’autorité ou devant le tribunal administratif.',
        'Dernier jour pour un recours : {{appealUntil?}}.',
      ],
      action: 'Lire les motifs',
    },
    en: {
      subject: 'Your application has been declared inadmissible',
      body: [
        'Your application has been declared inadmissible. The reasons are in your file.',
        'Documents that you were asked for had not been received by {{piecesDueOn?}} [CRPA L114-5]; your file lists them.',
        'The fee for the examination had not been received by {{feeDueOn?}}.',
        'This decision may be contested within two months of its notification, by an informal appeal to the authority or before the administrative court.',
        'Last day to appeal: {{appealUntil?}}.',
      ],
      action: 'Read the reasons',
    },
  },
  'application.reopened-in-time': {
    fr: {
      subject: 'Votre dossier n’est plus irrecevable',
      body: [
        'Vos pièces, envoyées dans le délai (date retenue : {{receivedOn}}), ont été enregistrées après lui. La décision d’irrecevabilité qui vous avait été annoncée est annulée ; l’examen du dossier reprend.',
        'Nouvelle date à partir de laquelle le silence vaut rejet : {{impliedDecisionOn?}}.',
      ],
    },
    en: {
      subject: 'Your application is no longer inadmissible',
      body: [
        'Your documents, sent in time (date that counts: {{receivedOn}}), were entered after the limit. The decision of inadmissibility that you were told of is undone; the examination of your application resumes.',
        'New date from which silence counts as a rejection: {{impliedDecisionOn?}}.',
      ],
    },
  },
  'application.deadline-reopened': {
    fr: {
      subject: 'Un nouveau délai vous est accordé pour vos pièces',
      body: ['Le délai pour déposer les pièces demandées, passé le {{from}}, est rouvert jusqu’au {{limitOn}} à 23 h 59. La décision d’irrecevabilité qui vous avait été annoncée est annulée.', 'Sans elles à cette date, le dossier sera déclaré irrecevable.'],
      action: 'Déposer les pièces',
    },
    en: {
      subject: 'You are given more time for your documents',
      body: ['The time to supply the documents requested, over since {{from}}, is open again until {{limitOn}}, 23:59 Paris time. The decision of inadmissibility that you were told of is undone.', 'Without them by that date, the application will be declared inadmissible.'],
      action: 'Supply the documents',
    },
  },
  'application.reply-reopened': {
    fr: { subject: 'Vous pouvez de nouveau répondre à l’expertise', body: ['Le délai pour répondre à l’expertise de votre dossier est rouvert jusqu’au {{replyUntil}} à 23 h 59. Le dossier passera ensuite au comité de sélection, avec ou sans votre réponse.'], action: 'Lire l’expertise et répondre' },
    en: { subject: 'You may reply to the appraisal again', body: ['The time to reply to the appraisal of your application is open again until {{replyUntil}}, 23:59 Paris time. The file then goes to the selection committee, with or without your reply.'], action: 'Read the appraisal and reply' },
  },
  'application.reply-entered': {
    fr: { subject: 'Une réponse s’ajoute à un dossier du comité', body: ['La réponse du candidat à l’expertise, donnée dans le délai et enregistrée après lui, est jointe au dossier. Lisez-la avant de proposer une décision.'], action: 'Lire la réponse' },
    en: { subject: 'A reply joins a file of the committee', body: ['The applicant’s reply to the appraisal, given in time and entered after the limit, is now with the file. Read it before proposing a decision.'], action: 'Read the reply' },
  },
  'application.late-attempt': {
    fr: {
      subject: 'Votre dépôt est arrivé hors délai',
      body: [
        'Une tentative de dépôt a été reçue le {{receivedOn}}, après la date limite. Elle n’a pas pu être acceptée ; la trace en est conservée.',
        'La date limite était le {{closesOn?}} à 23 h 59 (heure de Paris).',
        'Si vous pensez qu’il s’agit d’une erreur, écrivez au secrétariat du label.',
      ],
    },
    en: {
      subject: 'Your submission arrived too late',
      body: [
        'An attempt to submit was received on {{receivedOn}}, after the deadline. It could not be accepted; a trace of it is kept.',
        'The deadline was {{closesOn?}} at 23:59 (Paris time).',
        'If you believe this is a mistake, write to the label’s secretariat.',
      ],
    },
  },
  'application.withdrawn': {
    fr: { subject: 'Le dossier est retiré', body: ['Le désistement du candidat est enregistré. L’examen du dossier s’arrête ; plus rien n’est attendu de personne.'] },
    en: { subject: 'The application is withdrawn', body: ['The applicant’s withdrawal is recorded. The examination stops; nothing more is expected of anybody.'] },
  },
  'application.review-due': {
    fr: { subject: 'Examen de recevabilité à rendre', body: ['L’examen de recevabilité d’un dossier est attendu.', 'Au plus tard le {{dueOn?}}.'], action: 'Examiner le dossier' },
    en: { subject: 'Admissibility review due', body: ['The admissibility review of an application is due.', 'By {{dueOn?}}.'], action: 'Review the file' },
  },
  'application.panel-short': {
    fr: {
      subject: 'Il manque un expert à un dossier',
      body: ['Un expert ne rendra pas d’avis sur ce dossier : le panel est incomplet.', 'Désignez un autre expert. Tant qu’il manque, l’expertise ne peut pas être close.', 'Expertise attendue pour le {{dueOn?}}.'],
      action: 'Désigner un expert',
    },
    en: {
      subject: 'A file is short of an expert',
      body: ['An expert will not appraise this file: its panel is incomplete.', 'Appoint another expert. The appraisal can’t be closed until then.', 'Appraisal due on {{dueOn?}}.'],
      action: 'Appoint an expert',
    },
  },
  'application.expert-objected': {
    fr: { subject: 'Un candidat récuse un expert', body: ['Un candidat demande qu’un expert n’ait pas accès à son dossier et dit pourquoi. Tant que vous n’avez pas tranché, cet expert ne peut pas être désigné.'], action: 'Trancher la demande' },
    en: { subject: 'An applicant objects to an expert', body: ['An applicant asks that an expert not see the file, and says why. Until you have decided, this expert can’t be appointed.'], action: 'Decide on the objection' },
  },
  'application.objection-accepted': {
    fr: { subject: 'Votre demande sur un expert est acceptée', body: ['L’expert que vous avez nommé n’a pas, ou n’a plus, accès à votre dossier.'] },
    en: { subject: 'Your objection to an expert is accepted', body: ['The expert whom you named has no access to your file, or has it no longer.'] },
  },
  'application.objection-rejected': {
    fr: { subject: 'Votre demande sur un expert n’est pas retenue', body: ['Le secrétariat n’a pas retenu votre demande d’écarter un expert ; sa réponse est dans le dossier. Elle ne dit pas si cet expert est chargé de votre dossier.'] },
    en: { subject: 'Your objection to an expert is not upheld', body: ['The secretariat has not upheld your objection to an expert; its answer is in the file. It does not say whether this expert has your file.'] },
  },
  'application.appraisal-overdue': {
    fr: {
      subject: 'Une expertise prend du retard',
      body: ['L’expertise d’un dossier devait être rendue le {{dueOn}} et ne l’est pas.', 'Vérifiez où en est chaque expert ; remplacez-en un au besoin, ou déplacez l’échéance avec un motif.'],
      action: 'Voir l’expertise',
    },
    en: {
      subject: 'An appraisal is late',
      body: ['The appraisal of a file was due on {{dueOn}} and is not complete.', 'See where each expert stands; replace one if need be, or move the deadline with a reason.'],
      action: 'See the appraisal',
    },
  },
  'application.appraisals-complete': {
    fr: { subject: 'Les avis des experts sont tous rendus', body: ['Tous les experts ont rendu leur avis. Le dossier peut passer à la décision.'] },
    en: { subject: 'All expert appraisals are in', body: ['Every expert has submitted an appraisal. The file may go to the decision.'] },
  },
  'application.third-expert-needed': {
    fr: {
      subject: 'Un expert de plus est à désigner',
      body: [
        'Deux avis d’experts sur ce dossier sont très éloignés, ou l’expert appelé pour les départager ne rendra pas le sien. Désignez un expert de plus.',
        'Les avis déjà rendus restent scellés jusqu’à ce que le sien soit rendu. Le candidat n’en est pas informé.',
      ],
      action: 'Désigner un expert',
    },
    en: {
      subject: 'One more expert is to be named',
      body: [
        'Two appraisals of this file lie far apart, or the expert called to part them will not appraise it. Name one more expert.',
        'The appraisals already in stay sealed until that one is in. The applicant is not told.',
      ],
      action: 'Name an expert',
    },
  },
  'application.consensus-opened': {
    fr: { subject: 'Un rapport de consensus est à établir', body: ['Les avis d’experts sur ce dossier sont tous rendus. Désignez un rapporteur parmi les experts, ou enregistrez vous-même le rapport, avec les avis majoritaire et minoritaire.', 'Rapport attendu au plus tard le {{dueOn?}}.'], action: 'Voir le dossier' },
    en: { subject: 'A consensus report is to be written', body: ['All appraisals of this file are in. Name a rapporteur among the experts, or record the report yourself, with the majority and minority views.', 'Report due by {{dueOn?}}.'], action: 'See the file' },
  },
  'application.rapporteur-named': {
    fr: { subject: 'Vous êtes rapporteur d’un dossier', body: ['Le secrétariat vous a désigné rapporteur du panel sur ce dossier. Rédigez le rapport de consensus : l’avis majoritaire et, s’il y en a un, l’avis minoritaire.', 'Rapport attendu au plus tard le {{dueOn?}}.'], action: 'Rédiger le rapport' },
    en: { subject: 'You are the rapporteur of a file', body: ['The secretariat has named you rapporteur of the panel for this file. Write the consensus report: the majority’s view and, if there is one, the minority’s.', 'Report due by {{dueOn?}}.'], action: 'Write the report' },
  },
  'application.consensus-overdue': {
    fr: { subject: 'Un rapport de consensus est en retard', body: ['Le rapport de consensus sur ce dossier n’est pas encore enregistré.', 'Il était attendu le {{dueOn?}}.'], action: 'Voir le dossier' },
    en: { subject: 'A consensus report is late', body: ['The consensus report on this file has not been recorded yet.', 'It was due on {{dueOn?}}.'], action: 'See the file' },
  },
  'application.reply-opened': {
    fr: {
      subject: 'Vous pouvez répondre à l’expertise de votre dossier',
      body: [
        'L’expertise de votre dossier est terminée. Vous pouvez la lire, sans le nom des experts, et y répondre au plus tard le {{replyUntil}} à 23 h 59.',
        'Répondre est un droit et non une obligation : sans réponse à cette date, le dossier passe au comité de sélection, et rien ne vous est reproché.',
        'Votre réponse est jointe au dossier que lit le comité. Elle ne change pas les notes.',
      ],
      action: 'Lire l’expertise et répondre',
    },
    en: {
      subject: 'You may reply to the appraisal of your application',
      body: [
        'The appraisal of your application is complete. You may read it, without the experts’ names, and reply to it by {{replyUntil}}, 23:59 Paris time.',
        'Replying is a right and not a duty: without a reply by that date the file goes to the selection committee, and nothing is held against you.',
        'Your reply is put with the file that the committee reads. It does not change the marks.',
      ],
      action: 'Read the appraisal and reply',
    },
  },
  'application.reply-received': {
    fr: { subject: 'Votre réponse est bien reçue', body: ['Votre réponse à l’expertise a été reçue le {{receivedOn}}. Elle est jointe au dossier, qui passe au comité de sélection.'] },
    en: { subject: 'Your reply has been received', body: ['Your reply to the appraisal was received on {{receivedOn}}. It is put with the file, which now goes to the selection committee.'] },
  },
  'application.to-propose': {
    fr: { subject: 'Un dossier attend la proposition du comité', body: ['Les avis d’experts sur ce dossier sont tous rendus et vous pouvez les lire. Le comité propose maintenant d’attribuer le label ou de le refuser.'], action: 'Examiner le dossier' },
    en: { subject: 'A file awaits the committee’s proposal', body: ['All expert appraisals of this file are in and open to you. The committee now proposes to award or to refuse the label.'], action: 'Examine the file' },
  },
  'application.deadline-moved': {
    fr: { subject: 'Une échéance du dossier est déplacée', body: ['L’échéance du {{from}} est déplacée au {{to}}. Le motif est indiqué dans le dossier, et les rappels suivent la nouvelle date.'] },
    en: { subject: 'A deadline of the file has been moved', body: ['The deadline of {{from}} has been moved to {{to}}. The reason is given in the file, and reminders follow the new date.'] },
  },
};
