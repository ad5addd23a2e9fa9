import type { Templates } from '../template.js';

/** What happens to a label in force: notices, suspension, withdrawal, renunciation, extension. */
export const measureTexts: Templates = {
  'award.notice-of-suspension': {
    fr: {
      subject: 'Votre label pourrait être suspendu : vos observations sont attendues',
      body: ['L’autorité envisage de suspendre votre label. Ses motifs sont dans le dossier.', 'Vous pouvez présenter vos observations jusqu’au {{limitOn?}}, vous faire assister ou représenter par la personne de votre choix. Tant que l’autorité n’a pas décidé, votre label reste en vigueur.', 'L’absence de réponse n’entraîne aucune décision automatique.'],
      action: 'Lire les motifs et répondre',
    },
    en: {
      subject: 'Your label may be suspended: your observations are awaited',
      body: ['The authority is considering the suspension of your label. Its reasons are in the file.', 'You may give your observations until {{limitOn?}}, and be assisted or represented by anybody you choose. Until the authority decides, your label stays in force.', 'Nothing is decided automatically if you do not answer.'],
      action: 'Read the reasons and answer',
    },
  },
  'award.notice-of-withdrawal': {
    fr: {
      subject: 'Votre label pourrait être retiré : vos observations sont attendues',
      body: ['L’autorité envisage de retirer votre label. Ses motifs sont dans le dossier.', 'Vous pouvez présenter vos observations jusqu’au {{limitOn?}}, vous faire assister ou représenter par la personne de votre choix. La situation de votre label ne change pas tant que l’autorité n’a pas décidé.', 'L’absence de réponse n’entraîne aucune décision automatique.'],
      action: 'Lire les motifs et répondre',
    },
    en: {
      subject: 'Your label may be withdrawn: your observations are awaited',
      body: ['The authority is considering the withdrawal of your label. Its reasons are in the file.', 'You may give your observations until {{limitOn?}}, and be assisted or represented by anybody you choose. The standing of your label does not change until the authority decides.', 'Nothing is decided automatically if you do not answer.'],
      action: 'Read the reasons and answer',
    },
  },
  'award.observations-reminder': {
    fr: { subject: 'Rappel : vos observations sur la mesure envisagée', body: ['Vous n’avez pas encore répondu à la mesure que l’autorité envisage pour votre label.', 'Vos observations sont reçues jusqu’au {{limitOn}}.'], action: 'Répondre' },
    en: { subject: 'Reminder: your observations on the intended measure', body: ['You have not yet answered the measure that the authority intends for your label.', 'Your observations are received until {{limitOn}}.'], action: 'Answer' },
  },
  'award.observations-given': {
    fr: { subject: 'Un pôle a présenté ses observations', body: ['Le pôle a répondu à la mesure envisagée pour son label. L’autorité peut maintenant décider, ou abandonner la procédure.'], action: 'Lire les observations' },
    en: { subject: 'A centre has given its observations', body: ['The centre has answered the measure intended for its label. The authority may now decide, or drop the procedure.'], action: 'Read the observations' },
  },
  'award.observations-time-over': {
    fr: { subject: 'Le délai d’observations d’un pôle est passé', body: ['Le pôle n’a pas présenté d’observations dans le délai. Rien n’est décidé pour autant : l’autorité prononce la mesure, ou abandonne la procédure.'] },
    en: { subject: 'A centre’s time for observations is over', body: ['The centre gave no observations in time. Nothing is decided by that: the authority takes the measure, or drops the procedure.'] },
  },
  'award.suspended': {
    fr: {
      subject: 'Le label est suspendu',
      body: ['Le label est suspendu à partir du {{on}}. Les motifs de la décision sont dans le dossier.', 'Pendant la suspension, le label ne peut pas être affiché comme étant en vigueur, et sa date de fin ne change pas.', '{{#reports}}Les rapports restent dus.', '{{#payments}}Aucun versement n’est fait tant qu’elle dure.', 'La suspension dure jusqu’au {{limitOn?}} au plus : si elle n’est pas levée d’ici là, le label est retiré à cette date.'],
      action: 'Lire la décision',
    },
    en: {
      subject: 'The label is suspended',
      body: ['The label is suspended from {{on}}. The reasons for the decision are in the file.', 'While it is suspended, the label may not be shown as in force, and its end date does not change.', '{{#reports}}Reports stay due.', '{{#payments}}Nothing is paid while it lasts.', 'The suspension lasts until {{limitOn?}} at most: unless it is lifted by then, the label is withdrawn on that day.'],
      action: 'Read the decision',
    },
  },
  'award.suspension-reminder': {
    fr: { subject: 'La suspension d’un label arrive à son terme', body: ['La suspension prend fin le {{limitOn}}. Sans décision d’ici là, le label est retiré à cette date, comme la décision de suspension l’annonçait.', 'Pour que le label revive, l’autorité lève la suspension avant cette date.'], action: 'Décider' },
    en: { subject: 'The suspension of a label comes to its end', body: ['The suspension ends on {{limitOn}}. Without a decision by then, the label is withdrawn on that day, as the suspension’s decision announced.', 'For the label to be in force again, the authority lifts the suspension before that day.'], action: 'Decide' },
  },
  'award.notice-dropped': {
    fr: { subject: 'La procédure engagée sur le label est abandonnée', body: ['L’autorité abandonne la mesure qu’elle envisageait. La situation du label ne change pas.'] },
    en: { subject: 'The procedure on the label is dropped', body: ['The authority drops the measure that it intended. The standing of the label does not change.'] },
  },
  'award.reinstated': {
    fr: { subject: 'La suspension du label est levée', body: ['La suspension est levée à partir du {{on}} : le label est de nouveau en vigueur.', 'Sa date de fin ne change pas : {{endsOn}}.'], action: 'Voir le label' },
    en: { subject: 'The suspension of the label is lifted', body: ['The suspension is lifted from {{on}}: the label is in force again.', 'Its end date does not change: {{endsOn}}.'], action: 'See the label' },
  },
  'award.withdrawn': {
    fr: {
      subject: 'Le label est retiré',
      body: ['Le label est retiré à partir du {{on}}. Les motifs de la décision sont dans le dossier.', 'Il ne peut plus être affiché.', '{{#reports}}Un dernier rapport reste dû.', '{{#payments}}Les sommes versées pour la période qui ne sera pas menée à bien peuvent être réclamées.', 'Cette décision peut être contestée devant l’autorité ou le tribunal administratif dans les deux mois de sa notification.'],
      action: 'Lire la décision',
    },
    en: {
      subject: 'The label is withdrawn',
      body: ['The label is withdrawn from {{on}}. The reasons for the decision are in the file.', 'It may no longer be shown.', '{{#reports}}A last report stays due.', '{{#payments}}Sums paid for the time that will not be carried out may be claimed back.', 'This decision may be contested before the authority or the administrative court within two months of its notification.'],
      action: 'Read the decision',
    },
  },
  'award.suspension-limit-reached': {
    fr: {
      subject: 'La suspension est arrivée à son terme : le label est retiré',
      body: ['La suspension n’a pas été levée dans le délai. Comme la décision de suspension l’annonçait, le label est retiré à partir du {{on}}.', 'Il ne peut plus être affiché.', '{{#reports}}Un dernier rapport reste dû.', '{{#payments}}Les sommes versées pour la période qui ne sera pas menée à bien peuvent être réclamées.', 'Ce retrait peut être contesté devant l’autorité ou le tribunal administratif dans les deux mois.'],
    },
    en: {
      subject: 'The suspension has come to its end: the label is withdrawn',
      body: ['The suspension was not lifted in time. As the suspension’s decision announced, the label is withdrawn from {{on}}.', 'It may no longer be shown.', '{{#reports}}A last report stays due.', '{{#payments}}Sums paid for the time that will not be carried out may be claimed back.', 'This withdrawal may be contested before the authority or the administrative court within two months.'],
    },
  },
  'award.renunciation-announced': {
    fr: { subject: 'Le pôle renonce à son label', body: ['La renonciation au label est enregistrée. Dernier jour du label : {{on}}.', 'Jusque-là, rien ne change : le label reste en vigueur et ses obligations courent.'] },
    en: { subject: 'The centre gives up its label', body: ['The renunciation of the label is recorded. Last day of the label: {{on}}.', 'Nothing changes until then: the label stays in force with its obligations.'] },
  },
  'award.renounced': {
    fr: { subject: 'Le pôle a renoncé à son label', body: ['Le pôle a renoncé à son label. Dernier jour : {{on}}.', 'Le label ne peut plus être affiché.', '{{#reports}}Un dernier rapport reste dû.', '{{#payments}}Les sommes versées pour la période qui ne sera pas menée à bien peuvent être réclamées.'] },
    en: { subject: 'The centre has given up its label', body: ['The centre has given up its label. Last day: {{on}}.', 'The label may no longer be shown.', '{{#reports}}A last report stays due.', '{{#payments}}Sums paid for the time that will not be carried out may be claimed back.'] },
  },
  'award.extended': {
    fr: { subject: 'Votre label est prolongé', body: ['Par décision du {{decidedOn}}, votre label, qui devait prendre fin le {{from}}, est prolongé jusqu’au {{endsOn}}.', 'L’échéance du renouvellement suit la nouvelle date. Rien de plus n’est demandé ni versé que ce que la décision prévoit.'], action: 'Voir le label' },
    en: { subject: 'Your label is extended', body: ['By decision of {{decidedOn}}, your label, which was to end on {{from}}, is extended until {{endsOn}}.', 'The date of renewal follows the new date. Nothing more is asked for or paid than the decision provides.'], action: 'See the label' },
  },
  'award.extended-after-expiry': {
    fr: { subject: 'Votre label est prolongé après son terme', body: ['Votre label avait pris fin le {{from}}. Par décision du {{decidedOn}}, il est prolongé jusqu’au {{endsOn}}.', 'L’annuaire montre les deux dates : celle à laquelle le label avait pris fin, et celle de la décision.'], action: 'Voir le label' },
    en: { subject: 'Your label is extended after its end', body: ['Your label had ended on {{from}}. By decision of {{decidedOn}}, it is extended until {{endsOn}}.', 'The register shows both dates: when the label had ended, and the date of the decision.'], action: 'See the label' },
  },
  'award.terminated': {
    fr: { subject: 'Le label prend fin avec la fermeture du pôle', body: ['La fermeture du pôle est enregistrée. Dernier jour du label : {{on}}.', '{{#reports}}Un dernier rapport reste dû.', '{{#payments}}Les sommes versées pour la période qui ne sera pas menée à bien peuvent être réclamées.'] },
    en: { subject: 'The label ends with the closure of the centre', body: ['The closure of the centre is recorded. Last day of the label: {{on}}.', '{{#reports}}A last report stays due.', '{{#payments}}Sums paid for the time that will not be carried out may be claimed back.'] },
  },
  'award.transferred': {
    fr: { subject: 'Le label prend fin avec la fusion du pôle', body: ['La fusion du pôle avec un autre est enregistrée. Dernier jour de ce label : {{on}}.', 'Ses actions se poursuivent dans le pôle qui l’absorbe, sous le label de celui-ci, s’il en a un.', '{{#reports}}Un dernier rapport reste dû.'] },
    en: { subject: 'The label ends with the merger of the centre', body: ['The merger of the centre with another is recorded. Last day of this label: {{on}}.', 'Its work goes on in the centre that absorbs it, under that centre’s label, if it holds one.', '{{#reports}}A last report stays due.'] },
  },
};
