import type { StatisticCut, StatisticSubject } from '../../../../libs/domain/src/statistics/table.js';
import { wordOf } from '../document/words.js';
import type { Locale } from '../http/locale.js';

type Said = Readonly<Record<Locale, string>>;
const said = (fr: string, en: string): Said => ({ fr, en });

/** As sheets are called: at most 31 characters. */
export const subjectWords: Readonly<Record<StatisticSubject, Said>> = {
  applications: said('Candidatures', 'Applications'), labels: said('Labels', 'Labels'), indicators: said('Indicateurs', 'Indicators'),
  'satisfaction-central': said('Satisfaction – commune', 'Satisfaction – central'), 'satisfaction-own': said('Satisfaction – propre', 'Satisfaction – own'), payments: said('Paiements', 'Payments'),
};

export const cutWords: Readonly<Record<StatisticCut, Said>> = {
  whole: said('Ensemble', 'All'), call: said('Par appel', 'By call'), region: said('Par territoire', 'By region'), theme: said('Par thème', 'By theme'), 'structure-type': said('Par type de structure', 'By structure type'),
};

const figureWords: Readonly<Record<string, Said>> = {
  received: said('Déposés', 'Received'), underWay: said('En cours', 'Under way'), awarded: said('Attribués', 'Awarded'), refused: said('Refusés', 'Refused'), inadmissible: said('Irrecevables', 'Inadmissible'),
  granted: said('Labels délivrés', 'Labels granted'), upcoming: said('À venir', 'Upcoming'), valid: said('En vigueur', 'In force'), suspended: said('Suspendus', 'Suspended'),
  expired: said('Expirés', 'Expired'), withdrawn: said('Retirés', 'Withdrawn'), renounced: said('Renoncés', 'Renounced'), terminated: said('Résiliés', 'Terminated'), transferred: said('Transférés', 'Transferred'), closed: said('Clos sans suite', 'Closed without action'),
  labels: said('Labels', 'Labels'), maximumCents: said('Engagé au plus (€)', 'Committed at most (€)'), paidCents: said('Payé (€)', 'Paid (€)'), underWayCents: said('En cours de paiement (€)', 'On its way (€)'), foreseenCents: said('Prévu (€)', 'Foreseen (€)'),
  toRecoverCents: said('À recouvrer (€)', 'To recover (€)'), recoveredCents: said('Recouvré (€)', 'Recovered (€)'), surveys: said('Enquêtes', 'Surveys'), sent: said('Questionnaires envoyés', 'Sent'), answered: said('Réponses', 'Answers'),
  meanHundredths: said('Moyenne', 'Mean'),
};

/** `firms:2028` is the scheme's indicator “firms” in 2028. @param indicators labels by code */
export function figureLabel(figure: string, indicators: ReadonlyMap<string, Said>, locale: Locale): string {
  const [name = '', year] = figure.split(':');
  const word = indicators.get(name)?.[locale] ?? figureWords[name]?.[locale] ?? wordOf(name, locale);
  return year === undefined ? word : `${word} – ${year}`;
}

/** Figures as columns: by year, then as the words above and the scheme have them. What was stored keeps no order. */
export function inOrder(figures: readonly string[], indicators: ReadonlyMap<string, Said>): string[] {
  const names = [...Object.keys(figureWords), ...indicators.keys()];
  const place = (figure: string): readonly [string, number] => [figure.split(':')[1] ?? '', names.indexOf(figure.split(':')[0] ?? '')];
  return figures.toSorted((a, b) => {
    const [[yearA, atA], [yearB, atB]] = [place(a), place(b)];
    return yearA === yearB ? atA - atB : yearA < yearB ? -1 : 1;
  });
}

/** How a figure is written: cents as euros, hundredths as points. */
export function figureUnit(figure: string): number {
  const name = figure.split(':')[0] ?? '';
  return name.endsWith('Cents') || name === 'meanHundredths' ? 100 : 1;
}
