import { Inject, Injectable } from '@nestjs/common';
import { civilDateOf } from '../../../../libs/domain/src/calendar/instants.js';
import { indicatorsOverYears, type IndicatorSeries, type ReportedPeriod } from '../../../../libs/domain/src/monitoring/indicators.js';
import type { MonitoringData } from '../../../../libs/domain/src/monitoring/monitoring.data.js';
import { networkIndicators, type NetworkYear } from '../../../../libs/domain/src/monitoring/network.js';
import type { IndicatorAnswer } from '../../../../libs/domain/src/scheme/answer.js';
import { questionsOf } from '../../../../libs/domain/src/scheme/questions.js';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import { agreedTargetsOf } from '../../../../libs/persistence/src/award/contract.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { type LastReport, lastReports, monitoringsOfScheme } from '../../../../libs/persistence/src/monitoring/report.queries.js';
import { clockNow } from '../../../../libs/persistence/src/procedure/clock.queries.js';
import { newestSchemes, schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { RightsService } from '../act/rights.service.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import type { Locale } from '../http/locale.js';
import { decodeCursor, type Page, pageOf } from '../http/page.js';
import { Problem } from '../http/problem.js';
import type { IndicatorsDto, IndicatorSeriesDto, NetworkIndicatorDto, NetworkQueryDto, NetworkSatisfactionDto, PeriodSurveyDto } from './indicator.dto.js';

/** Indicators over the years against their targets: of a label, for its readers; of the network, for the staff. */
@Injectable()
export class IndicatorService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly rights: RightsService) {}

  async ofLabel(caller: Caller, key: string, locale: Locale): Promise<IndicatorsDto> {
    const { row } = await this.rights.see(caller, `monitoring/${key}`);
    const scheme = await schemeById(this.db, row.schemeId);
    const data = row.data as unknown as MonitoringData;
    const periods = reported(scheme, { id: row.id, status: row.status, data }, await lastReports(this.db, [row.id]));
    const agreed = Object.fromEntries(Object.entries(await agreedTargetsOf(this.db, data.award)).map(([code, { baseline, target }]) => [code, { ...(baseline === null ? {} : { baseline }), ...(target === null ? {} : { target }) }]));
    return {
      indicators: indicatorsOverYears(scheme, periods, agreed).map((series) => seriesView(series, locale)),
      satisfaction: { central: surveysOf(data, 'secretariat'), own: surveysOf(data, 'centre') },
    };
  }

  /** @throws Problem as `years` */
  async ofNetwork(query: NetworkQueryDto, locale: Locale): Promise<Page<NetworkIndicatorDto>> {
    const { scheme, years } = await this.years(query);
    const named = new Map(scheme.indicators.map((one) => [one.code, { label: one.label[locale], unit: one.unit[locale] }]));
    return pageAt(query, years.flatMap(({ year, theme, labels, figures }) => figures.map((one) => ({ year, theme, labels, label: one.code, unit: '', ...named.get(one.code), ...one }))));
  }

  /** @throws Problem as `years` */
  async satisfaction(query: NetworkQueryDto): Promise<Page<NetworkSatisfactionDto>> {
    const { years } = await this.years(query);
    return pageAt(query, years.flatMap(({ year, theme, satisfaction: { central, own } }) => [{ year, theme, runBy: 'secretariat', ...central }, { year, theme, runBy: 'centre', ...own }]));
  }

  /** @throws Problem 422 `scheme-unknown` for one that is not loaded, or none named where there are several */
  private async years({ scheme: code, theme, year }: NetworkQueryDto): Promise<{ scheme: Scheme; years: NetworkYear[] }> {
    const schemes = await newestSchemes(this.db, code);
    const scheme = (schemes.length === 1 ? schemes[0] : schemes.find((one) => one.scheme.code === code))?.scheme;
    if (!scheme) throw new Problem(422, 'scheme-unknown', { scheme: code ?? '–' });
    const rows = await monitoringsOfScheme(this.db, scheme.code);
    const reports = await lastReports(this.db, rows.map(({ id }) => id));
    const labels = rows.map((row) => ({ themes: row.themes, periods: reported(scheme, row, reports.filter((one) => one.subject === row.id)) }));
    const today = civilDateOf(await clockNow(this.db), scheme.zone);
    return { scheme, years: networkIndicators(scheme, labels, today).filter((one) => (theme === undefined || one.theme === theme) && (year === undefined || one.year === year)) };
  }
}

/** One page of rows that are computed together. */
function pageAt<Row>({ limit, cursor }: NetworkQueryDto, rows: readonly Row[]): Page<Row> {
  const from = Number(decodeCursor(cursor, 'number')?.[0] ?? 0);
  return pageOf(rows.map((row, at) => ({ row, at })).slice(from, from + limit + 1), limit, ({ at }) => [String(at + 1)], ({ row }) => row);
}

/** What was reported of each period. `data` as an older build left it has no surveys and no late reports. */
export function reported(scheme: Scheme, { status, data }: { id: string; status: string; data: MonitoringData }, reports: readonly LastReport[]): ReportedPeriod[] {
  const form = scheme.monitoring?.reportForm;
  const question = form && questionsOf(form).find((one) => one.question.kind === 'indicators')?.question.code;
  return data.periods.map((period, at) => {
    const report = reports.find((one) => one.period === period.n);
    const present = at === data.periods.length - 1;
    const answer = question === undefined ? undefined : report?.answers?.[question];
    return {
      n: period.n, from: period.from, to: period.to, files: report?.files.length ?? 0,
      late: period.late || period.lateReport !== undefined,
      validated: period.outcome === 'validated' || period.lateReport?.state === 'validated',
      over: period.outcome !== null || (present && ['overdue', 'formal_notice'].includes(status)),
      ...(answer ? { indicators: answer as Record<string, IndicatorAnswer> } : {}), ...(period.survey ? { survey: period.survey } : {}),
    };
  });
}

function seriesView({ code, indicator, own, baseline, target, values }: IndicatorSeries, locale: Locale): IndicatorSeriesDto {
  return {
    code, label: indicator?.label[locale] ?? own?.label ?? code, unit: indicator?.unit[locale] ?? own?.unit ?? '', own: own !== undefined,
    better: indicator?.better ?? null, baseline, target, values: values.map((value) => ({ ...value })),
  };
}

function surveysOf({ periods }: MonitoringData, runBy: string): PeriodSurveyDto[] {
  return periods.flatMap(({ n, from, to, survey }) => (survey?.runBy === runBy
    ? [{ n, from, to, ...survey, responseRate: survey.sent === 0 ? null : Math.round((survey.answered * 100) / survey.sent) }] : []));
}
