import type { Templates } from '../template.js';

/** What members of a committee and its secretary are told of a session. */
export const sessionTexts: Templates = {
  'session.convened': {
    fr: {
      subject: 'Convocation au comité de sélection',
      body: ['Vous êtes convoqué au comité de sélection du {{on}}, à {{time}}.', 'L’ordre du jour, le lieu, l’adresse de connexion et les documents de chaque dossier sont en ligne. Si vous avez un intérêt dans un dossier, déclarez-le : vous n’y prendrez pas part. Si vous êtes empêché, vous pouvez donner procuration à un autre membre.'],
      action: 'Voir l’ordre du jour',
    },
    en: {
      subject: 'Notice of a committee session',
      body: ['You are called to the session of the committee on {{on}}, at {{time}}.', 'The agenda, the place, the remote address and each file’s documents are online. If you have an interest in a file, declare it: you will take no part in it. If you cannot attend, you may give a proxy to another member.'],
      action: 'See the agenda',
    },
  },
  'session.agenda-changed': {
    fr: { subject: 'L’ordre du jour du comité a changé', body: ['L’ordre du jour du comité du {{on}}, à {{time}}, a changé. Le nouvel ordre du jour et ses documents sont en ligne.'], action: 'Voir l’ordre du jour' },
    en: { subject: 'The committee’s agenda has changed', body: ['The agenda of the session on {{on}}, at {{time}}, has changed. The new agenda and its documents are online.'], action: 'See the agenda' },
  },
  'session.reminder': {
    fr: { subject: 'Rappel : le comité se réunit bientôt', body: ['Le comité de sélection se réunit le {{on}}, à {{time}}.'], action: 'Voir l’ordre du jour' },
    en: { subject: 'Reminder: the committee meets soon', body: ['The committee meets on {{on}}, at {{time}}.'], action: 'See the agenda' },
  },
  'session.moved': {
    fr: { subject: 'Le comité change de date', body: ['Le comité prévu le {{from}} se réunit le {{on}}, à {{time}}. L’ordre du jour est inchangé.'], action: 'Voir l’ordre du jour' },
    en: { subject: 'The session of the committee is moved', body: ['The session planned for {{from}} takes place on {{on}}, at {{time}}. The agenda is unchanged.'], action: 'See the agenda' },
  },
  'session.cancelled': {
    fr: { subject: 'Le comité est annulé', body: ['Le comité prévu le {{on}} n’aura pas lieu. Ses dossiers seront examinés lors d’une autre séance.'], action: null },
    en: { subject: 'The session of the committee is cancelled', body: ['The session planned for {{on}} will not take place. Its files will be examined at another session.'], action: null },
  },
  'session.reconvened': {
    fr: { subject: 'Nouvelle convocation au comité, sans condition de quorum', body: ['Faute de quorum, le comité n’a pas pu délibérer. Il est de nouveau convoqué le {{on}}, à {{time}}, sur le même ordre du jour.', 'Aucun quorum ne sera exigé.'], action: 'Voir l’ordre du jour' },
    en: { subject: 'The committee is convened again, without a quorum', body: ['For want of a quorum the committee could not deliberate. It is convened again on {{on}}, at {{time}}, with the same agenda.', 'No quorum will be needed.'], action: 'See the agenda' },
  },
  'session.not-held': {
    fr: { subject: 'Le comité n’a pas été ouvert', body: ['Le jour du comité, le {{on}}, est passé et la séance n’a pas été ouverte. Ouvrez-la si elle a eu lieu ; sinon, déplacez-la ou annulez-la : ses dossiers attendent.'], action: 'Voir la séance' },
    en: { subject: 'The committee’s session was not opened', body: ['The day of the session, {{on}}, has passed and the session was not opened. Open it if it was held; otherwise move or cancel it: its files are waiting.'], action: 'See the session' },
  },
  'session.file-left': {
    fr: { subject: 'Un dossier a quitté l’ordre du jour', body: ['Un dossier inscrit à l’ordre du jour du comité du {{on}} n’est plus à examiner : il a été retiré ou clos, ou une autre séance l’avait déjà. L’ordre du jour est à jour.'], action: 'Voir l’ordre du jour' },
    en: { subject: 'A file has left the agenda', body: ['A file on the agenda of the session on {{on}} is no longer to be examined: it was withdrawn or closed, or another session had it already. The agenda is up to date.'], action: 'See the agenda' },
  },
  'session.minutes-circulated': {
    fr: { subject: 'Procès-verbal du comité : vos remarques', body: ['Le procès-verbal du comité est à relire.', 'Sans remarque de votre part au plus tard le {{dueOn?}}, il est adopté. Vos remarques y sont jointes.'], action: 'Lire le procès-verbal' },
    en: { subject: 'Minutes of the committee: your remarks', body: ['The minutes of the committee are ready for you to read.', 'Without a remark from you by {{dueOn?}}, they are adopted. Your remarks are kept with them.'], action: 'Read the minutes' },
  },
  'session.minutes-reminder': {
    fr: { subject: 'Rappel : procès-verbal du comité à relire', body: ['Le procès-verbal du comité sera adopté sans remarque de votre part au plus tard le {{dueOn}}.'], action: 'Lire le procès-verbal' },
    en: { subject: 'Reminder: minutes of the committee to read', body: ['The minutes of the committee will be adopted unless you make a remark by {{dueOn}}.'], action: 'Read the minutes' },
  },
  'session.minutes-overdue': {
    fr: { subject: 'Le procès-verbal du comité attend son adoption', body: ['Le délai de relecture du procès-verbal est passé, et tous les membres ne l’ont pas approuvé. Faites-le adopter à la prochaine séance, puis notez-le.'], action: 'Voir la séance' },
    en: { subject: 'The minutes of the committee await their adoption', body: ['The time to read the minutes has passed, and not every member has approved them. Have them adopted at the next session, then record it.'], action: 'See the session' },
  },
  'session.minutes-adopted': {
    fr: { subject: 'Le procès-verbal du comité est adopté', body: ['Le procès-verbal du comité est adopté. Les remarques des membres y sont jointes.'], action: 'Lire le procès-verbal' },
    en: { subject: 'The minutes of the committee are adopted', body: ['The minutes of the committee are adopted. Members’ remarks are kept with them.'], action: 'Read the minutes' },
  },
  'session.remark-made': {
    fr: { subject: 'Une remarque sur le procès-verbal', body: ['Un membre du comité a fait une remarque sur le procès-verbal. Elle y sera jointe.'], action: 'Lire la remarque' },
    en: { subject: 'A remark on the minutes', body: ['A member of the committee has made a remark on the minutes. It will be kept with them.'], action: 'Read the remark' },
  },
  'session.deadline-moved': {
    fr: { subject: 'Une date du comité a changé', body: ['L’échéance du {{from}} est déplacée au {{to}}.'], action: 'Voir la séance' },
    en: { subject: 'A date of the committee has changed', body: ['The due date of {{from}} has been moved to {{to}}.'], action: 'See the session' },
  },
  'application.deferred-by-committee': {
    fr: { subject: 'Un dossier est renvoyé à une autre séance', body: ['Le comité a renvoyé l’examen d’un dossier. Inscrivez-le à l’ordre du jour d’une autre séance.'] },
    en: { subject: 'A file is put off to another session', body: ['The committee has put off the examination of a file. Put it on the agenda of another session.'] },
  },
  'application.reserved': {
    fr: { subject: 'Un dossier est sur la liste de réserve', body: ['Le comité a retenu un dossier sans pouvoir lui attribuer de place : il est sur la liste de réserve. Si une place se libère, enregistrez la proposition d’attribution ; sinon, celle de refus.'] },
    en: { subject: 'A file is on the reserve list', body: ['The committee found a file worthy and had no place left: it is on the reserve list. If a place falls free, record the proposal to award; otherwise, the proposal to refuse.'] },
  },
};
