import type { Templates } from '../template.js';

/** An appeal to the authority against its own decision. */
export const appealTexts: Templates = {
  'appeal.acknowledgement': {
    fr: {
      subject: 'Accusé de réception de votre recours gracieux',
      body: [
        'Votre recours gracieux, formé le {{receivedOn}}, est enregistré.',
        'Il sera examiné par d’autres personnes que celles qui ont pris la décision contestée. Sans réponse expresse au {{dismissedOn}}, le silence gardé vaudra rejet du recours, que vous pourrez contester devant le tribunal administratif dans les deux mois.',
        'Service chargé de votre dossier : {{contact?}}',
      ],
    },
    en: {
      subject: 'We have received your appeal',
      body: [
        'Your appeal of {{receivedOn}} has been registered.',
        'It will be examined by others than those who made the decision that you contest. Without an express answer by {{dismissedOn}}, silence will count as a dismissal, which you may contest before the administrative court within two months.',
        'In charge of your application: {{contact?}}',
      ],
    },
  },
  'appeal.late': {
    fr: {
      subject: 'Votre recours est arrivé hors délai',
      body: ['Un recours gracieux a été reçu le {{receivedOn}}, après le dernier jour pour le former. Il n’a pas pu être enregistré ; la trace en est conservée.', 'Le dernier jour était le {{limitOn?}}.', 'Si vous pensez qu’il s’agit d’une erreur, écrivez au secrétariat du label.'],
      action: null,
    },
    en: {
      subject: 'Your appeal arrived too late',
      body: ['An appeal was received on {{receivedOn}}, after the last day to lodge it. It could not be registered; a trace of it is kept.', 'The last day was {{limitOn?}}.', 'If you believe this is a mistake, write to the label’s secretariat.'],
      action: null,
    },
  },
  'appeal.to-review': {
    fr: { subject: 'Un recours gracieux est à instruire', body: ['Un recours gracieux est formé contre une décision sur un dossier. Prenez-le en charge et désignez qui l’examine, parmi ceux qui n’ont pas pris la décision.', 'Sans réponse, le silence vaudra rejet du recours le {{dismissedOn}}.'], action: 'Instruire le recours' },
    en: { subject: 'An appeal is to be taken up', body: ['An appeal has been lodged against a decision on a file. Take it up and name who examines it, among those who did not make the decision.', 'Without an answer, silence will dismiss the appeal on {{dismissedOn}}.'], action: 'Take up the appeal' },
  },
  'appeal.to-examine': {
    fr: { subject: 'Un recours vous est confié', body: ['Vous êtes chargé d’examiner un recours gracieux et de préparer la réponse de l’autorité.', 'Sans réponse, le silence vaudra rejet du recours le {{dismissedOn}}.'], action: 'Lire le recours' },
    en: { subject: 'An appeal is entrusted to you', body: ['You are to examine an appeal and prepare the authority’s answer.', 'Without an answer, silence will dismiss the appeal on {{dismissedOn}}.'], action: 'Read the appeal' },
  },
  'appeal.to-decide': {
    fr: { subject: 'Un recours gracieux attend une décision', body: ['Un recours gracieux est à l’examen. La décision revient à l’autorité, par une autre personne que le signataire de la décision contestée.', 'Sans réponse, le silence vaudra rejet du recours le {{dismissedOn}}.'], action: 'Voir le recours' },
    en: { subject: 'An appeal awaits a decision', body: ['An appeal is under review. The authority decides, by somebody else than the signatory of the contested decision.', 'Without an answer, silence will dismiss the appeal on {{dismissedOn}}.'], action: 'See the appeal' },
  },
  'appeal.due': {
    fr: { subject: 'Rappel : un recours va être rejeté par silence', body: ['Un recours gracieux attend une réponse. Sans décision d’ici là, le silence vaudra rejet le {{dueOn}}.'], action: 'Voir le recours' },
    en: { subject: 'Reminder: an appeal is about to be dismissed by silence', body: ['An appeal awaits an answer. Without a decision before, silence will dismiss it on {{dueOn}}.'], action: 'See the appeal' },
  },
  'appeal.upheld': {
    fr: { subject: 'Votre recours est accueilli', body: ['L’autorité a accueilli votre recours. La décision contestée est retirée et l’examen de votre dossier reprend ; une nouvelle décision vous sera notifiée.', 'Les motifs sont à lire avec le recours.'], action: 'Lire la réponse' },
    en: { subject: 'Your appeal is upheld', body: ['The authority has upheld your appeal. The contested decision is withdrawn and the examination of your application resumes; a new decision will be notified to you.', 'The reasons are with the appeal.'], action: 'Read the answer' },
  },
  'appeal.upheld-silence': {
    fr: { subject: 'Votre recours est accueilli', body: ['L’autorité a accueilli votre recours : le rejet implicite est retiré. L’examen de votre dossier continue, avec un nouveau délai de décision indiqué dans votre dossier.'], action: 'Lire la réponse' },
    en: { subject: 'Your appeal is upheld', body: ['The authority has upheld your appeal: the implied rejection is withdrawn. The examination of your application goes on, with a new period for the decision that your file shows.'], action: 'Read the answer' },
  },
  'appeal.dismissed': {
    fr: { subject: 'Votre recours est rejeté', body: ['L’autorité a rejeté votre recours gracieux. Les motifs, en droit et en fait, sont à lire avec le recours.', 'Vous pouvez saisir le tribunal administratif jusqu’au {{courtUntil}}.'], action: 'Lire la réponse' },
    en: { subject: 'Your appeal is dismissed', body: ['The authority has dismissed your appeal. The reasons, in law and in fact, are with the appeal.', 'You may bring the case before the administrative court until {{courtUntil}}.'], action: 'Read the answer' },
  },
  'appeal.impliedly-dismissed': {
    fr: { subject: 'Votre recours est rejeté par silence', body: ['Le délai de réponse à votre recours gracieux est passé. Ce silence vaut rejet du recours.', 'Vous pouvez saisir le tribunal administratif jusqu’au {{courtUntil}}.'] },
    en: { subject: 'Your appeal is dismissed by silence', body: ['The period for answering your appeal has passed. This silence counts as a dismissal.', 'You may bring the case before the administrative court until {{courtUntil}}.'] },
  },
  'appeal.impliedly-dismissed-officer': {
    fr: { subject: 'Un recours est rejeté par silence', body: ['Aucune réponse n’a été donnée à temps à un recours gracieux : il est rejeté par silence.'] },
    en: { subject: 'An appeal is dismissed by silence', body: ['No answer to an appeal was given in time: silence has dismissed it.'] },
  },
  'appeal.withdrawn': {
    fr: { subject: 'Le recours est retiré', body: ['Le retrait du recours gracieux est enregistré. Plus rien n’est attendu de personne à ce sujet.'] },
    en: { subject: 'The appeal is withdrawn', body: ['The withdrawal of the appeal is recorded. Nothing more is expected of anybody about it.'] },
  },
  'appeal.superseded': {
    fr: { subject: 'Le recours n’a plus d’objet', body: ['La décision qui était contestée n’existe plus : le recours gracieux est clos. Une décision expresse notifiée depuis peut être contestée à son tour.'] },
    en: { subject: 'The appeal has lost its object', body: ['The decision that was contested no longer exists: the appeal is closed. An express decision notified since may be contested in its turn.'] },
  },
  'appeal.deadline-moved': {
    fr: { subject: 'Une échéance du recours est déplacée', body: ['L’échéance du {{from}} est déplacée au {{to}}.'] },
    en: { subject: 'A deadline of the appeal has been moved', body: ['The deadline of {{from}} has been moved to {{to}}.'] },
  },
};
