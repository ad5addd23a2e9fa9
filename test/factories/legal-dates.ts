/**
 * Dates worked out by hand, with a calendar and the texts, and written down before the program was asked: CRPA L231-4 (two months of silence,
 * date to date, never rolled), L114-5 (missing pieces suspend it for the time granted, and no longer), délai franc of two months (the last day
 * is a day more, then off Saturday, Sunday and public holidays).
 */
export interface LegalDates {
  readonly received: string;
  /** Rounds of missing pieces: asked for on, supplied on. The limit is thirty days, rolled to a working day. */
  readonly pieces?: readonly (readonly [string, string])[];
  /** The limit of the last round was moved to this day, on the day after the request. */
  readonly movedTo?: string;
  /** What the acknowledgement of receipt shows. */
  readonly acknowledged: string;
  /** What the clock comes to, suspensions included. */
  readonly impliedOn: string;
  /** Last day to contest the implied rejection. */
  readonly contestUntil: string;
  readonly because: string;
}

const plain = (received: string, impliedOn: string, contestUntil: string, because: string): LegalDates => ({ received, acknowledged: impliedOn, impliedOn, contestUntil, because });

export const legalDates: readonly LegalDates[] = [
  plain('2027-01-03', '2027-03-03', '2027-05-04', 'L231-4 de date à date ; reçu un dimanche, compté tout de même'),
  plain('2027-03-01', '2027-05-01', '2027-07-02', 'le 1er mai, samedi et férié : le silence ne se reporte pas'),
  plain('2026-09-01', '2026-11-01', '2027-01-04', 'Toussaint un dimanche : pas de report ; contestation le 2 janvier, samedi, reportée au lundi 4'),
  plain('2026-02-06', '2026-04-06', '2026-06-08', 'lundi de Pâques : pas de report ; contestation le 7 juin, dimanche, reportée au 8'),
  plain('2026-12-31', '2027-02-28', '2027-04-29', 'déposé le 31 décembre : février n’a que 28 jours'),
  plain('2026-12-30', '2027-02-28', '2027-04-29', 'le 30 : même jour que le 31'),
  plain('2026-12-29', '2027-02-28', '2027-04-29', 'le 29 : même jour encore, l’année n’est pas bissextile'),
  plain('2026-12-28', '2027-02-28', '2027-04-29', 'le 28 : le même quantième existe'),
  plain('2027-12-31', '2028-02-29', '2028-05-02', 'année bissextile : 29 février ; contestation le 30 avril, dimanche, puis le 1er mai férié : mardi 2'),
  plain('2027-12-29', '2028-02-29', '2028-05-02', 'le 29 février existe : de date à date'),
  plain('2028-02-29', '2028-04-29', '2028-06-30', 'reçu un 29 février : le 29 avril, samedi, sans report'),
  plain('2028-02-28', '2028-04-28', '2028-06-29', 'la veille du 29 février : rien de particulier'),
  plain('2027-07-31', '2027-09-30', '2027-12-01', 'le 31 juillet : septembre n’a que 30 jours'),
  plain('2027-04-30', '2027-06-30', '2027-08-31', 'dernier jour d’avril : le 30 juin quand même ; contestation le 30 août et un jour'),
  plain('2027-01-28', '2027-03-28', '2027-05-31', 'passage à l’heure d’été, jour de Pâques ; contestation le 29 mai, samedi, reportée au lundi 31'),
  plain('2027-08-31', '2027-10-31', '2028-01-03', 'passage à l’heure d’hiver, dimanche ; contestation le 1er janvier, férié et samedi, puis dimanche : lundi 3'),
  plain('2027-06-14', '2027-08-14', '2027-10-15', 'samedi d’août, période de fermeture : le délai légal ne la connaît pas'),
  plain('2027-05-14', '2027-07-14', '2027-09-15', 'le 14 juillet : pas de report'),
  plain('2027-11-13', '2028-01-13', '2028-03-14', 'Noël et le jour de l’an au milieu : sans effet'),
  plain('2027-01-05', '2027-03-05', '2027-05-07', 'contestation le 6 mai 2027, jeudi de l’Ascension : reportée au vendredi 7'),
  plain('2027-01-16', '2027-03-16', '2027-05-18', 'contestation le 17 mai 2027, lundi de Pentecôte : reportée au mardi 18'),
  plain('2028-01-05', '2028-03-05', '2028-05-09', 'contestation le 6 mai 2028, samedi, puis dimanche, puis le lundi 8 mai férié : mardi 9'),
  plain('2027-07-10', '2027-09-10', '2027-11-12', 'contestation le 11 novembre, jeudi férié : reportée au vendredi 12'),
  plain('2028-08-22', '2028-10-22', '2028-12-26', 'contestation le 23 décembre 2028, samedi, dimanche, puis Noël lundi : mardi 26'),
  { received: '2027-03-01', pieces: [['2027-03-10', '2027-03-15']], acknowledged: '2027-05-01', impliedOn: '2027-05-06', contestUntil: '2027-07-07', because: 'pièces fournies tôt : 5 jours seulement' },
  { received: '2027-03-01', pieces: [['2027-03-10', '2027-03-10']], acknowledged: '2027-05-01', impliedOn: '2027-05-01', contestUntil: '2027-07-02', because: 'pièces fournies le jour même : rien' },
  { received: '2027-03-01', pieces: [['2027-03-10', '2027-04-09']], acknowledged: '2027-05-01', impliedOn: '2027-05-31', contestUntil: '2027-08-02', because: 'pièces le dernier jour des trente : 30 jours ; contestation le 1er août, dimanche : lundi 2' },
  { received: '2027-03-01', pieces: [['2027-03-05', '2027-04-05']], acknowledged: '2027-05-01', impliedOn: '2027-06-01', contestUntil: '2027-08-02', because: 'limite le 4 avril, dimanche, reportée au 5 : 31 jours accordés, 31 jours de suspension' },
  { received: '2027-02-15', pieces: [['2027-02-27', '2027-03-30']], acknowledged: '2027-04-15', impliedOn: '2027-05-16', contestUntil: '2027-07-19', because: 'limite le lundi de Pâques, reportée au mardi 30 mars : 31 jours ; contestation le 17 juillet, samedi : lundi 19' },
  { received: '2027-03-01', pieces: [['2027-03-05', '2027-03-15'], ['2027-03-20', '2027-04-02']], acknowledged: '2027-05-01', impliedOn: '2027-05-24', contestUntil: '2027-07-26', because: 'suspendu deux fois : 10 et 13 jours ; contestation le 25 juillet, dimanche : lundi 26' },
  { received: '2027-03-01', pieces: [['2027-03-10', '2027-04-09'], ['2027-05-20', '2027-06-01']], acknowledged: '2027-05-01', impliedOn: '2027-06-12', contestUntil: '2027-08-13', because: 'la seconde fois dans le temps ajouté par la première : 30 et 12 jours' },
  { received: '2027-03-01', pieces: [['2027-05-01', '2027-05-11']], acknowledged: '2027-05-01', impliedOn: '2027-05-11', contestUntil: '2027-07-12', because: 'demandées le dernier jour : le silence n’est pas encore né, il reste ce jour-là quand elles arrivent' },
  { received: '2027-02-01', pieces: [['2027-03-20', '2027-04-03']], acknowledged: '2027-04-01', impliedOn: '2027-04-15', contestUntil: '2027-06-16', because: 'suspension par-dessus l’heure d’été : 14 jours civils, non 335 heures' },
  { received: '2027-09-15', pieces: [['2027-10-20', '2027-11-05']], acknowledged: '2027-11-15', impliedOn: '2027-12-01', contestUntil: '2028-02-02', because: 'suspension par-dessus l’heure d’hiver : 16 jours civils' },
  { received: '2028-01-10', pieces: [['2028-02-20', '2028-03-05']], acknowledged: '2028-03-10', impliedOn: '2028-03-24', contestUntil: '2028-05-26', because: 'suspension par-dessus le 29 février : 14 jours ; contestation le 25 mai 2028, Ascension : vendredi 26' },
  { received: '2026-12-31', pieces: [['2027-01-15', '2027-02-01']], acknowledged: '2027-02-28', impliedOn: '2027-03-17', contestUntil: '2027-05-18', because: 'déposé le 31 décembre, puis suspendu 17 jours : ils s’ajoutent au 28 février' },
  { received: '2027-03-01', pieces: [['2027-03-05', '2027-05-10']], movedTo: '2027-05-20', acknowledged: '2027-05-01', impliedOn: '2027-07-06', contestUntil: '2027-09-07', because: 'limite déplacée : 66 jours jusqu’à la réception, non jusqu’à la limite' },
];

/** A decision notified (here an inadmissibility, declared on this day) and the last day to contest it; the first three are published examples. */
export const francDays: readonly (readonly [string, string, string])[] = [
  ['2021-01-03', '2021-03-04', 'exemple publié'],
  ['2019-02-04', '2019-04-05', 'exemple publié'],
  ['2024-11-12', '2025-01-13', 'exemple publié : le 12 janvier est un dimanche, le 13 un lundi'],
  ['2027-04-20', '2027-06-21', 'le 20 juin, et un jour : lundi 21'],
  ['2027-12-31', '2028-03-01', 'le 29 février 2028, et un jour'],
  ['2028-02-29', '2028-05-02', 'le 29 avril et un jour : dimanche 30, puis le 1er mai férié'],
];
