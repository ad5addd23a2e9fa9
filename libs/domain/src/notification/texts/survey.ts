import type { Templates } from '../template.js';

/** The yearly survey of the firms that a centre has served: what its people are told, and the mails to the firms. */
export const surveyTexts: Templates = {
  'survey.begun': {
    fr: {
      subject: 'Les entreprises accompagnées seront interrogées',
      body: [
        'Chaque année du label, les entreprises que votre pôle a accompagnées sont interrogées sur leur satisfaction. Indiquez-les au fil de l’année, une par une ou en important un tableau, puis lancez l’enquête au plus tard le {{dueOn}}.',
        'Si vous menez votre propre enquête, déclarez-en plutôt le résultat : il sera présenté à part.',
      ],
      action: 'Indiquer les entreprises',
    },
    en: {
      subject: 'The firms you have served will be surveyed',
      body: [
        'Every year of the label, the firms that your centre has served are asked how satisfied they are. List them as the year goes, one by one or by importing a table, and launch the survey by {{dueOn}}.',
        'If you run a survey of your own, declare its result instead: it will be shown apart.',
      ],
      action: 'List the firms',
    },
  },
  'survey.launch-reminder': {
    fr: { subject: 'Rappel : l’enquête auprès de vos entreprises', body: ['L’enquête auprès des entreprises que vous avez accompagnées est à lancer au plus tard le {{dueOn}}. Vérifiez la liste des entreprises, ou déclarez votre propre enquête.'], action: 'Préparer l’enquête' },
    en: { subject: 'Reminder: the survey of your firms', body: ['The survey of the firms that you have served is to be launched by {{dueOn}}. Check the list of firms, or declare a survey of your own.'], action: 'Prepare the survey' },
  },
  'survey.launch-overdue': {
    fr: { subject: 'L’enquête auprès des entreprises n’est pas lancée', body: ['L’enquête auprès des entreprises accompagnées devait être lancée le {{dueOn}}. Elle peut encore l’être ou, à défaut, être remplacée par une enquête propre au pôle, jusqu’au {{limitOn}}. Ensuite, le rapport de l’année dira qu’il n’y a pas eu d’enquête.'], action: 'Préparer l’enquête' },
    en: { subject: 'The survey of the firms has not been launched', body: ['The survey of the firms served was to be launched by {{dueOn}}. It still can be, or be replaced by a survey of the centre’s own, until {{limitOn}}. After that, the report of the year will say that there was no survey.'], action: 'Prepare the survey' },
  },
  'survey.launched': {
    fr: { subject: 'L’enquête auprès des entreprises est lancée', body: ['{{sent|entreprise reçoit|entreprises reçoivent}} un questionnaire avec un lien personnel. Elles peuvent répondre jusqu’au {{closesOn}} ; celles qui n’ont pas répondu sont relancées.', 'Aucun résultat n’est montré avant la clôture, et jamais les réponses d’une entreprise en particulier.'], action: 'Suivre l’enquête' },
    en: { subject: 'The survey of the firms has been launched', body: ['{{sent|firm receives|firms receive}} a questionnaire with a personal link. They may answer until {{closesOn}}; those that have not answered are reminded.', 'No result is shown before the end, and never the answers of one firm.'], action: 'Follow the survey' },
  },
  'survey.closed': {
    fr: { subject: 'L’enquête auprès des entreprises est close', body: ['L’enquête auprès des entreprises accompagnées est close : {{answered|réponse|réponses}} pour {{sent|entreprise interrogée|entreprises interrogées}}. Le résultat rejoint le rapport de l’année.', 'Elle est close avant la date prévue parce que le label a pris fin le {{endedOn?}}.', 'Une question n’a de résultat que si assez d’entreprises y ont répondu.'], action: 'Lire les résultats' },
    en: { subject: 'The survey of the firms is closed', body: ['The survey of the firms served is closed: {{answered|answer|answers}} from {{sent|firm|firms}} asked. The result goes into the report of the year.', 'It is closed before its date because the label ended on {{endedOn?}}.', 'A question has a result only if enough firms have answered it.'], action: 'Read the results' },
  },
  'survey.own-declared': {
    fr: { subject: 'Un pôle déclare sa propre enquête', body: ['Un pôle a mené sa propre enquête auprès des entreprises accompagnées : {{answered|réponse|réponses}} pour {{sent|entreprise|entreprises}}. Son résultat est présenté à part de ceux de l’enquête commune.'], action: 'Lire la déclaration' },
    en: { subject: 'A centre has declared its own survey', body: ['A centre has run its own survey of the firms served: {{answered|answer|answers}} from {{sent|firm|firms}}. Its result is shown apart from those of the common survey.'], action: 'Read the declaration' },
  },
  'survey.not-held': {
    fr: { subject: 'Pas d’enquête auprès des entreprises cette année', body: ['Aucune enquête auprès des entreprises accompagnées n’a été lancée ni déclarée à temps. Le rapport de l’année le dira.'] },
    en: { subject: 'No survey of the firms this year', body: ['No survey of the firms served was launched or declared in time. The report of the year will say so.'] },
  },
  'survey.called-off': {
    fr: { subject: 'L’enquête auprès des entreprises n’aura pas lieu', body: ['Le label a pris fin le {{endedOn}} : l’enquête auprès des entreprises accompagnées, qui n’était pas lancée, n’aura pas lieu. La liste des entreprises est effacée.', 'S’il reste un rapport à remettre, il dira qu’il n’y a pas eu d’enquête.'] },
    en: { subject: 'The survey of the firms will not take place', body: ['The label ended on {{endedOn}}: the survey of the firms served had not been launched and will not take place. The list of firms is erased.', 'If a report is still to be submitted, it will say that there was no survey.'] },
  },
  'survey.deadline-moved': {
    fr: { subject: 'Une échéance de l’enquête est déplacée', body: ['L’échéance du {{from}} est déplacée au {{to}}.'] },
    en: { subject: 'A deadline of the survey has been moved', body: ['The deadline of {{from}} has been moved to {{to}}.'] },
  },
  'survey.invitation': {
    opens: 'questionnaire',
    fr: {
      subject: 'Votre avis en quelques questions',
      body: [
        'Le centre « {{centre}} », qui porte un label de l’État, a accompagné votre entreprise cette année. Quelques questions permettent de savoir si cette aide vous a été utile : il faut deux minutes, sans compte ni mot de passe, jusqu’au {{closesOn}}.',
        'Vos réponses sont gardées sans votre nom. Le centre n’en lit que des résultats d’ensemble, jamais la réponse d’une entreprise.',
        'Le lien vous est personnel et sert une seule fois : ne le transférez pas.',
      ],
      action: 'Donner mon avis',
    },
    en: {
      subject: 'Your view in a few questions',
      body: [
        'The centre “{{centre}}”, which holds a State label, helped your firm this year. A few questions tell whether this help was of use to you: it takes two minutes, without account or password, until {{closesOn}}.',
        'Your answers are kept without your name. The centre reads overall results only, never the answer of one firm.',
        'The link is yours and works once: please don’t forward it.',
      ],
      action: 'Give my view',
    },
  },
  'survey.reminder': {
    opens: 'questionnaire',
    fr: {
      subject: 'Rappel : votre avis en quelques questions',
      body: ['Nous n’avons pas encore reçu votre avis sur le centre « {{centre}} », qui a accompagné votre entreprise. Il faut deux minutes, et c’est possible jusqu’au {{closesOn}}.', 'Vos réponses sont gardées sans votre nom, et le centre n’en lit que des résultats d’ensemble.'],
      action: 'Donner mon avis',
    },
    en: {
      subject: 'Reminder: your view in a few questions',
      body: ['We have not received your view of the centre “{{centre}}”, which helped your firm, yet. It takes two minutes, and you may give it until {{closesOn}}.', 'Your answers are kept without your name, and the centre reads overall results only.'],
      action: 'Give my view',
    },
  },
};
