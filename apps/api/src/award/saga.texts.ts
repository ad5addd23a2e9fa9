import type { SagaProblem } from '../../../../libs/domain/src/award/saga.js';
import type { Locale } from '../http/locale.js';

/** Why a step is stuck, and who does what about it. */
export const sagaAdvice: Readonly<Record<SagaProblem, Readonly<Record<Locale, string>>>> = {
  'act-not-taken': {
    fr: 'La signature est reçue, à sa date, mais n’a pas pu être enregistrée : le moteur de procédures ou la base ne répond pas. L’opérateur rétablit le service ; l’acte sera repris de lui-même.',
    en: 'The signature was received, on its date, but could not be recorded: the procedure engine or the database does not answer. The operator restores the service; the act is then taken by itself.',
  },
  'contract-lapsed': {
    fr: 'Le contrat n’a pas été signé à temps. S’il existe une preuve de signature antérieure à la limite, le secrétariat la saisit ; sinon l’attribution est caduque.',
    en: 'The contract was not signed in time. If there is proof of a signature before the limit, the secretariat enters it; otherwise the award has lapsed.',
  },
  'message-undelivered': {
    fr: 'Le label est en vigueur, mais cette procédure n’a pas encore pu commencer. L’opérateur regarde le relais et la base ; elle commencera d’elle-même, sans rien refaire.',
    en: 'The label is in force, but this procedure could not begin yet. The operator looks at the relay and the database; it begins by itself, and nothing has to be done again.',
  },
  'message-refused': {
    fr: 'Cette procédure a refusé de commencer. L’opérateur consulte le message refusé et corrige la cause avec le secrétariat.',
    en: 'This procedure refused to begin. The operator reads the refused message and mends the cause with the secretariat.',
  },
  'not-told': {
    fr: 'Le label est en vigueur, mais cette étape n’a pas été lancée. L’opérateur le signale à l’équipe qui entretient l’outil.',
    en: 'The label is in force, but this step was never begun. The operator reports it to the team that maintains the tool.',
  },
  'mail-delayed': {
    fr: 'Le courriel qui annonce le label n’a pas pu partir. L’opérateur regarde le serveur de courrier ; l’envoi est retenté de lui-même pendant plusieurs jours.',
    en: 'The mail that announces the label could not be sent. The operator looks at the mail server; sending is tried again by itself for several days.',
  },
  'mail-failed': {
    fr: 'Le courriel qui annonce le label n’est pas arrivé. Le secrétariat joint le pôle par téléphone, puis corrige l’adresse.',
    en: 'The mail that announces the label did not arrive. The secretariat reaches the centre by phone, then corrects the address.',
  },
  'nobody-to-tell': {
    fr: 'Le pôle n’a ni représentant, ni administrateur, ni boîte partagée à prévenir. Le secrétariat rattache une personne au pôle.',
    en: 'The centre has no representative, administrator or shared mailbox to tell. The secretariat attaches a person to the centre.',
  },
  'rejected-by-bank': {
    fr: 'La banque a rejeté le premier versement. Le secrétariat vérifie les coordonnées bancaires avec le pôle, puis prépare un nouvel ordre.',
    en: 'The bank rejected the first payment. The secretariat checks the bank details with the centre, then prepares another order.',
  },
  'frozen': {
    fr: 'Les versements sont gelés pendant la suspension du label. L’autorité lève la suspension ou retire le label.',
    en: 'Payments are frozen while the label is suspended. The authority lifts the suspension or withdraws the label.',
  },
};
