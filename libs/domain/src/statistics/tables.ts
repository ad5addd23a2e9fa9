import type { ApplicationStatus } from '../application/application.status.js';
import { type PublicStatus, publicStatuses } from '../award/public-life.js';
import type { CivilDate } from '../calendar/types.js';
import type { FinancingData } from '../financing/financing.data.js';
import type { ReportedPeriod } from '../monitoring/indicators.js';
import { networkIndicators, type NetworkYear, type Satisfaction } from '../monitoring/network.js';
import type { Scheme } from '../scheme/shape/scheme.js';
import { type StatisticCut, statisticCuts, type StatisticRow, statisticSubjects, type StatisticTable } from './table.js';

/** What a figure is cut by. */
export interface Dimensions {
  /** Subject id of the call; null for a label or renewal without one. */
  readonly call: string | null;
  readonly region: string;
  readonly themes: readonly string[];
  readonly structureType: string | null;
}

/** Everything that the standard tables are made of, as it stood on one day. */
export interface Counted {
  readonly applications: readonly (Dimensions & { readonly status: ApplicationStatus })[];
  readonly labels: readonly (Dimensions & { readonly status: PublicStatus })[];
  readonly monitorings: readonly (Dimensions & { readonly periods: readonly ReportedPeriod[] })[];
  readonly financings: readonly (Dimensions & Pick<FinancingData, 'agreements' | 'instalments' | 'recoveries'>)[];
}

type Said = StatisticRow['label'];
type Named = Pick<Scheme, 'indicators' | 'survey' | 'themes' | 'structureTypes'>;
const nothing: Said = { fr: 'non renseigné', en: 'not given' };
const whole: Said = { fr: 'Ensemble', en: 'All' };

/**
 * The standard tables: each subject, whole and by call, region, theme and structure type.
 * @param calls titles by subject id
 * @param on the day of which they speak: a monitoring period counts once it is over
 */
export function standardTables(scheme: Named, counted: Counted, calls: ReadonlyMap<string, Said>, on: CivilDate): StatisticTable[] {
  const rowsOf: Record<StatisticTable['subject'], (by: StatisticCut) => StatisticRow[]> = {
    applications: (by) => cut(counted.applications, by, scheme, calls, applicationFigures),
    labels: (by) => cut(counted.labels, by, scheme, calls, labelFigures),
    indicators: (by) => cut(counted.monitorings, by, scheme, calls, (some) => byYear(scheme, some, on, ({ figures }) => Object.fromEntries(figures.map(({ code, value }) => [code, value])))),
    'satisfaction-central': (by) => cut(counted.monitorings, by, scheme, calls, (some) => byYear(scheme, some, on, ({ satisfaction }) => satisfactionFigures(satisfaction.central))),
    'satisfaction-own': (by) => cut(counted.monitorings, by, scheme, calls, (some) => byYear(scheme, some, on, ({ satisfaction }) => satisfactionFigures(satisfaction.own))),
    payments: (by) => cut(counted.financings, by, scheme, calls, paymentFigures),
  };
  return statisticSubjects.flatMap((subject) => statisticCuts.map((by) => ({ subject, by, rows: rowsOf[subject](by) })));
}

function cut<One extends Dimensions>(all: readonly One[], by: StatisticCut, scheme: Named, calls: ReadonlyMap<string, Said>, figures: (some: readonly One[]) => StatisticRow['figures']): StatisticRow[] {
  const keys = [...new Set(all.flatMap((one) => keysOf(one, by)))].sort();
  return keys.map((key) => ({ key, label: labelOf(key, by, scheme, calls), figures: figures(all.filter((one) => keysOf(one, by).includes(key))) }));
}

function keysOf({ call, region, themes, structureType }: Dimensions, by: StatisticCut): readonly string[] {
  switch (by) {
    case 'whole': return [''];
    case 'call': return [call ?? ''];
    case 'region': return [region];
    case 'theme': return themes.length > 0 ? [...new Set(themes)] : [''];
    case 'structure-type': return [structureType ?? ''];
  }
}

function labelOf(key: string, by: StatisticCut, { themes, structureTypes }: Named, calls: ReadonlyMap<string, Said>): Said {
  if (by === 'whole') return whole;
  if (key === '') return nothing;
  const known = by === 'call' ? calls.get(key) : by === 'theme' ? themes.find(({ code }) => code === key)?.label : by === 'structure-type' ? structureTypes.find(({ code }) => code === key)?.label : undefined;
  return known ?? { fr: key, en: key };
}

const outcomes: Readonly<Partial<Record<ApplicationStatus, string>>> = {
  awarded: 'awarded', conditionally_awarded: 'awarded', refused: 'refused', inadmissible: 'inadmissible', withdrawn: 'withdrawn', closed_without_action: 'closed',
};

function applicationFigures(some: Counted['applications']): Record<string, number> {
  const figures: Record<string, number> = { received: some.length, underWay: 0, awarded: 0, refused: 0, inadmissible: 0, withdrawn: 0, closed: 0 };
  for (const { status } of some) {
    const outcome = outcomes[status] ?? 'underWay';
    figures[outcome] = (figures[outcome] ?? 0) + 1;
  }
  return figures;
}

function labelFigures(some: Counted['labels']): Record<string, number> {
  return { granted: some.length, ...Object.fromEntries(publicStatuses.map((status) => [status, some.filter((one) => one.status === status).length])) };
}

function paymentFigures(some: Counted['financings']): Record<string, number> {
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const instalments = some.flatMap((one) => one.instalments);
  const recoveries = some.flatMap((one) => one.recoveries);
  const cents = (...states: readonly string[]): number => sum(instalments.filter(({ state }) => states.includes(state)).map((one) => one.cents));
  return {
    labels: some.length, maximumCents: sum(some.flatMap(({ agreements }) => agreements.map(({ maximum }) => maximum))), paidCents: cents('executed'),
    underWayCents: cents('due', 'prepared', 'approved', 'exported', 'rejected'), foreseenCents: cents('foreseen'),
    toRecoverCents: sum(recoveries.filter(({ state }) => ['found', 'demanded', 'overdue'].includes(state)).map((one) => one.cents - one.recovered)), recoveredCents: sum(recoveries.map(({ recovered }) => recovered)),
  };
}

/** Years stand side by side: `<figure>:<year>`. */
function byYear(scheme: Named, some: Counted['monitorings'], on: CivilDate, figures: (year: NetworkYear) => StatisticRow['figures']): StatisticRow['figures'] {
  const years = networkIndicators(scheme, some.map(({ periods }) => ({ themes: [], periods })), on).filter(({ theme }) => theme === null);
  return Object.fromEntries(years.flatMap((year) => [
    [`labels:${year.year}`, year.labels] as const, ...Object.entries(figures(year)).map(([name, value]) => [`${name}:${year.year}`, value] as const),
  ]));
}

function satisfactionFigures({ surveys, sent, answered, mean }: Satisfaction): StatisticRow['figures'] {
  return { surveys, sent, answered, meanHundredths: mean };
}
