import type { Templates } from '../template.js';

export const appraisalTexts: Templates = {
  'appraisal.invited': {
    fr: {
      subject: 'Une expertise vous est proposée',
      body: [
        'Le secrétariat du label vous propose d’expertiser un dossier. Répondez au plus tard le {{answerOn}}.',
        'Avant d’accéder au dossier, vous déclarez si vous avez un lien d’intérêts avec le candidat. Vous pouvez accepter ou décliner ; décliner tôt nous aide.',
        'Avant le premier dossier d’un appel, vous vous engagez aussi, une fois pour tous ses dossiers, à la confidentialité et à l’impartialité : sans cet engagement, le dossier ne s’ouvre pas.',
      ],
      action: 'Répondre',
    },
    en: {
      subject: 'You are invited to appraise a file',
      body: [
        'The label’s secretariat invites you to appraise a file. Please answer by {{answerOn}}.',
        'Before you see the file, you declare whether you have a conflict of interest with the applicant. You may accept or decline; declining early helps us.',
        'Before the first file of a call you also undertake, once for all its files, confidentiality and impartiality: without it, the file does not open.',
      ],
      action: 'Answer',
    },
  },
  'appraisal.answer-reminder': {
    fr: { subject: 'Rappel : une expertise attend votre réponse', body: ['Vous n’avez pas encore répondu à la proposition d’expertise.', 'Réponse attendue au plus tard le {{answerOn?}}.'], action: 'Répondre' },
    en: { subject: 'Reminder: an invitation awaits your answer', body: ['You have not yet answered the invitation to appraise a file.', 'Please answer by {{answerOn?}}.'], action: 'Answer' },
  },
  'appraisal.accepted': {
    fr: {
      subject: 'Expertise acceptée : votre échéance',
      body: ['Merci d’avoir accepté. Votre avis est attendu au plus tard le {{dueOn}}.', 'Vos notes sont enregistrées à mesure que vous les saisissez ; elles restent scellées jusqu’à ce que tous les avis soient rendus.'],
      action: 'Noter le dossier',
    },
    en: {
      subject: 'Appraisal accepted: your due date',
      body: ['Thank you for accepting. Your appraisal is due by {{dueOn}}.', 'Scores are saved as you type them; they stay sealed until every appraisal is in.'],
      action: 'Score the file',
    },
  },
  'appraisal.score-reminder': {
    fr: { subject: 'Rappel : votre avis est attendu', body: ['Votre avis d’expert est attendu.', 'Échéance : {{dueOn?}}.'], action: 'Noter le dossier' },
    en: { subject: 'Reminder: your appraisal is awaited', body: ['Your appraisal is awaited.', 'Due date: {{dueOn?}}.'], action: 'Score the file' },
  },
  'appraisal.overdue': {
    fr: {
      subject: 'Votre avis est en retard',
      body: ['L’échéance de votre expertise est passée.', 'Elle était fixée au {{dueOn?}}.', 'Rendez votre avis dès que possible ; si vous ne le pouvez pas, dites-le au secrétariat. Sans nouvelles, le dossier sera confié à un autre expert.'],
      action: 'Rendre l’avis',
    },
    en: {
      subject: 'Your appraisal is overdue',
      body: ['The due date of your appraisal has passed.', 'It was {{dueOn?}}.', 'Please submit it as soon as possible; if you cannot, tell the secretariat. Without news, the file will be given to another expert.'],
      action: 'Submit the appraisal',
    },
  },
  'appraisal.escalation': {
    fr: { subject: 'Un avis d’expert est en retard', body: ['Un expert n’a pas rendu son avis à temps.', 'Échéance passée : {{dueOn?}}.', 'Prenez contact avec lui ou préparez son remplacement.'] },
    en: { subject: 'An expert’s appraisal is overdue', body: ['An expert has not submitted an appraisal in time.', 'Missed due date: {{dueOn?}}.', 'Contact the expert or prepare a replacement.'] },
  },
  'appraisal.no-show': {
    fr: { subject: 'Expertise close faute de réponse ou d’avis', body: ['Un expert n’a pas répondu, ou n’a pas rendu son avis, dans le délai. Son expertise est close et son accès au dossier lui est retiré.', 'Si le panel est incomplet, un autre courriel vous demande de désigner un expert.'] },
    en: { subject: 'Appraisal closed: nothing received', body: ['An expert has not answered, or has not submitted an appraisal, in time. The appraisal is closed and the expert’s access to the file has ended.', 'If the panel is short, another mail asks you to appoint an expert.'] },
  },
  'appraisal.closed-no-answer': {
    fr: { subject: 'Votre invitation à expertiser est close', body: ['Vous n’avez pas accepté dans le délai l’expertise qui vous était proposée. L’invitation est close et rien n’est plus attendu de vous.', 'Si vous souhaitez encore expertiser ce dossier, écrivez au secrétariat du label.'], action: null },
    en: { subject: 'Your invitation to appraise is closed', body: ['You did not accept in time the appraisal that was offered to you. The invitation is closed and nothing more is expected of you.', 'If you still wish to appraise this file, write to the label’s secretariat.'], action: null },
  },
  'appraisal.reopened': {
    fr: { subject: 'Votre réponse est prise en compte', body: ['Votre réponse à une demande d’expertise, donnée dans le délai, a été enregistrée après lui. L’expertise, qui vous avait été annoncée comme close, vous est rendue.', 'Si vous ne l’avez pas encore acceptée : répondez au plus tard le {{answerOn?}}.'], action: 'Ouvrir la demande' },
    en: { subject: 'Your answer counts', body: ['Your answer to a request for an appraisal, given in time, was entered after the limit. The appraisal, which you were told was closed, is yours again.', 'If you have not accepted it yet: answer by {{answerOn?}}.'], action: 'Open the request' },
  },
  'appraisal.reopened-officer': {
    fr: { subject: 'Un expert donné pour absent avait répondu', body: ['La réponse d’un expert, donnée dans le délai et enregistrée après lui, le rend au dossier. Il n’est plus à remplacer.'], action: 'Ouvrir le dossier' },
    en: { subject: 'An expert counted as gone had answered', body: ['An expert’s answer, given in time and entered after the limit, brings the expert back to the file. There is nobody to replace.'], action: 'Open the file' },
  },
  'appraisal.closed-no-scores': {
    fr: { subject: 'Votre expertise est close', body: ['Votre avis ne nous est pas parvenu dans le délai. Votre expertise est close, vous n’avez plus accès au dossier et rien n’est plus attendu de vous.', 'Pour toute question, écrivez au secrétariat du label.'], action: null },
    en: { subject: 'Your appraisal is closed', body: ['Your appraisal did not reach us in time. It is closed, you no longer have access to the file and nothing more is expected of you.', 'For any question, write to the label’s secretariat.'], action: null },
  },
  'appraisal.declined': {
    fr: { subject: 'Un expert a décliné', body: ['Un expert a décliné l’expertise proposée. Désignez un autre expert.'], action: 'Désigner un expert' },
    en: { subject: 'An expert has declined', body: ['An expert has declined the appraisal. Appoint another expert.'], action: 'Appoint an expert' },
  },
  'appraisal.conflict': {
    fr: { subject: 'Un expert a déclaré un conflit d’intérêts', body: ['Un expert a déclaré un conflit d’intérêts. Son accès au dossier est fermé. Désignez un autre expert.'], action: 'Désigner un expert' },
    en: { subject: 'An expert has declared a conflict of interest', body: ['An expert has declared a conflict of interest. Access to the file is closed. Appoint another expert.'], action: 'Appoint an expert' },
  },
  'appraisal.cancelled': {
    fr: { subject: 'Expertise annulée : vous n’avez plus rien à faire', body: ['L’expertise qui vous était confiée n’est plus nécessaire. Rien n’est plus attendu de vous, et l’accès au dossier est fermé. Merci de votre disponibilité.'], action: null },
    en: { subject: 'Appraisal cancelled: nothing more to do', body: ['The appraisal entrusted to you is no longer needed. Nothing more is expected of you, and access to the file is closed. Thank you for your time.'], action: null },
  },
  'appraisal.due-date-proposed': {
    fr: { subject: 'Un expert demande une autre échéance', body: ['Un expert propose de rendre son avis le {{on}} et dit pourquoi. Acceptez cette date ou gardez l’échéance.'], action: 'Répondre à l’expert' },
    en: { subject: 'An expert asks for another due date', body: ['An expert proposes to submit the appraisal on {{on}} and says why. Accept this date or keep the due date.'], action: 'Answer the expert' },
  },
  'appraisal.due-date-granted': {
    fr: { subject: 'Votre nouvelle échéance est acceptée', body: ['Le secrétariat accepte la date que vous proposez : votre avis est attendu au plus tard le {{on}}.'] },
    en: { subject: 'Your new due date is accepted', body: ['The secretariat accepts the date that you propose: your appraisal is due by {{on}}.'] },
  },
  'appraisal.due-date-kept': {
    fr: { subject: 'L’échéance de votre expertise est maintenue', body: ['Le secrétariat ne peut pas accepter la date du {{on}} que vous proposez : l’échéance ne change pas. Si vous ne pouvez pas la tenir, rendez le dossier au plus tôt.'] },
    en: { subject: 'The due date of your appraisal stands', body: ['The secretariat can’t accept the date of {{on}} that you propose: the due date doesn’t change. If you can’t meet it, give the file back as soon as possible.'] },
  },
  'appraisal.deadline-moved': {
    fr: { subject: 'L’échéance de votre expertise est déplacée', body: ['L’échéance du {{from}} est déplacée au {{to}}. Les rappels suivent la nouvelle date.'] },
    en: { subject: 'The due date of your appraisal has been moved', body: ['The due date of {{from}} has been moved to {{to}}. Reminders follow the new date.'] },
  },
};
