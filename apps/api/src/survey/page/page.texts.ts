import type { Locale } from '../../http/locale.js';

/** What the pages for firms say. */
interface SurveyPageTexts {
  readonly about: (pole: string, label: string) => string;
  readonly promise: (minimum: number) => string;
  readonly asker: (secretariat: string) => string;
  readonly data: string;
  readonly other: string;
  readonly until: (day: string) => string;
  readonly optional: string;
  readonly noNames: string;
  readonly send: string;
  readonly toCorrect: string;
  readonly thanks: readonly [title: string, text: string];
  readonly answered: readonly [title: string, text: string];
  readonly closed: readonly [title: string, text: string];
  readonly unknown: readonly [title: string, text: string];
  readonly leave: readonly [title: string, text: (pole: string) => string, button: string];
  readonly left: readonly [title: string, text: string];
}

export const surveyPageTexts: Readonly<Record<Locale, SurveyPageTexts>> = {
  fr: {
    about: (pole, label) => `${pole}, qui porte le label « ${label} », a accompagné votre entreprise.`,
    promise: (minimum) => `Vos réponses sont gardées sans votre nom. Personne ne lit celles d’une entreprise : une question n’a de résultat qu’à partir de ${minimum} réponses, une fois l’enquête close.`,
    asker: (secretariat) => `Enquête menée par ${secretariat}. Une question :`,
    data: 'Votre adresse ne sert qu’à cette enquête et à ses relances. Elle est effacée après la clôture ; vos réponses sont alors sans lien avec vous. Pour la faire corriger ou effacer avant, écrivez à l’adresse ci-dessus.',
    other: 'English',
    until: (day) => `Vous pouvez répondre jusqu’au ${day}.`,
    optional: 'facultatif',
    noNames: 'N’écrivez rien qui permette de vous reconnaître.',
    send: 'Envoyer mes réponses',
    toCorrect: 'Il reste quelque chose à compléter ou à corriger ci-dessous. Rien n’a encore été envoyé.',
    thanks: ['Merci, votre avis est enregistré', 'Il est gardé sans votre nom. Vous pouvez fermer cette page.'],
    answered: ['Vous avez déjà répondu, merci', 'Ce lien ne sert qu’une fois. Vous pouvez fermer cette page.'],
    closed: ['Cette enquête est close', 'Elle ne reçoit plus de réponses. Merci de votre attention.'],
    unknown: ['Ce lien ne mène à rien', 'Recopiez-le en entier depuis le courriel. Si l’enquête est ancienne, vos coordonnées ont été effacées.'],
    leave: ['Ne plus recevoir ces questionnaires', (pole) => `Nous ne vous écrirons plus au sujet des enquêtes sur ${pole}, ni cette année ni les suivantes.`, 'Ne plus m’écrire'],
    left: ['C’est fait', 'Nous ne vous écrirons plus au sujet de ces enquêtes. Un courriel déjà parti peut encore vous parvenir.'],
  },
  en: {
    about: (pole, label) => `${pole}, which holds the label “${label}”, has helped your firm.`,
    promise: (minimum) => `Your answers are kept without your name. Nobody reads those of one firm: a question has a result from ${minimum} answers on, once the survey is closed.`,
    asker: (secretariat) => `Survey run by ${secretariat}. A question:`,
    data: 'Your address serves this survey and its reminders alone. It is erased after the end; nothing then ties your answers to you. To have it corrected or erased before, write to the address above.',
    other: 'Français',
    until: (day) => `You may answer until ${day}.`,
    optional: 'optional',
    noNames: 'Write nothing by which you could be recognised.',
    send: 'Send my answers',
    toCorrect: 'Something below is still to be completed or corrected. Nothing has been sent yet.',
    thanks: ['Thank you, your view has been recorded', 'It is kept without your name. You may close this page.'],
    answered: ['You have answered already, thank you', 'This link works once. You may close this page.'],
    closed: ['This survey is closed', 'It takes no more answers. Thank you for your attention.'],
    unknown: ['This link leads nowhere', 'Copy the whole of it from the mail. If the survey is old, your details have been erased.'],
    leave: ['Receive no more of these questionnaires', (pole) => `We will not write to you again about surveys on ${pole}, this year or later.`, 'Don’t write to me'],
    left: ['Done', 'We will not write to you about these surveys again. A mail that is on its way may still reach you.'],
  },
};
