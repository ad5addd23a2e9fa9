import { Inject, Injectable } from '@nestjs/common';
import type { ApplicationStatus } from '../../../../libs/domain/src/application/application.status.js';
import type { AwardData } from '../../../../libs/domain/src/award/award.data.js';
import { civilDateOf } from '../../../../libs/domain/src/calendar/instants.js';
import type { FinancingData } from '../../../../libs/domain/src/financing/financing.data.js';
import type { MonitoringData } from '../../../../libs/domain/src/monitoring/monitoring.data.js';
import { writtenDate } from '../../../../libs/domain/src/notification/dates.js';
import { kindOf } from '../../../../libs/domain/src/procedure/subject.js';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import { compareTables, figuresOf } from '../../../../libs/domain/src/statistics/compare.js';
import type { StatisticTable } from '../../../../libs/domain/src/statistics/table.js';
import { type Counted, standardTables } from '../../../../libs/domain/src/statistics/tables.js';
import { readRegister } from '../../../../libs/persistence/src/award/register.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { lastReports } from '../../../../libs/persistence/src/monitoring/report.queries.js';
import { clockNow } from '../../../../libs/persistence/src/procedure/clock.queries.js';
import { newestSchemes, schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { callTitles, type StoodOn, stoodOn } from '../../../../libs/persistence/src/statistics/counted.queries.js';
import { findSet, freezeTables, listSets, type StatisticSetHead, type StatisticSetRecord } from '../../../../libs/persistence/src/statistics/statistics.queries.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import type { Locale } from '../http/locale.js';
import { decodeCursor, type Page, pageOf, type PageQuery } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { reported } from '../monitoring/indicator.service.js';
import type { ComparedFigureDto, ComparisonQueryDto, FigureDto, FiguresQueryDto, NewSetDto, SetQueryDto, StatisticsDto, StatisticSetDto, StatisticSetWithTablesDto, StatisticsQueryDto } from './statistics.dto.js';
import { figureLabel } from './statistics.words.js';
import { writeWorkbook } from './workbook.js';

/** More labels than a scheme ever has. */
const everyLabel = 1_000_000;

/** The standard tables: live at a date, frozen under a name, compared, as a workbook. */
@Injectable()
export class StatisticsService {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** @throws Problem 422 `scheme-unknown`, `statistics-future` */
  async live(query: StatisticsQueryDto, locale: Locale): Promise<StatisticsDto> {
    const { scheme, on, tables } = await this.compute(query);
    return { scheme: scheme.code, on, tables: inWords(tables, locale) };
  }

  async figures(query: FiguresQueryDto, locale: Locale): Promise<Page<FigureDto>> {
    const { scheme, tables } = await this.compute(query);
    const indicators = indicatorsOf(scheme);
    const rows = [...figuresOf(tables).values()].filter((one) => wanted(one, query));
    return pageAt(query, rows.map((one) => ({ ...one, label: one.label[locale], figureLabel: figureLabel(one.figure, indicators, locale) })));
  }

  /** @throws Problem 409 `statistics-name-taken`; 422 as `live` */
  async freeze(caller: Caller, { name, ...query }: NewSetDto, locale: Locale): Promise<StatisticSetWithTablesDto> {
    const { scheme, on, tables } = await this.compute(query);
    const id = await freezeTables(this.db, { name, scheme: scheme.code, on, tables, by: caller.personId });
    if (!id) throw new Problem(409, 'statistics-name-taken');
    return this.set(id, locale);
  }

  async sets({ scheme, limit, cursor }: SetQueryDto): Promise<Page<StatisticSetDto>> {
    const rows = await listSets(this.db, { scheme, after: decodeCursor(cursor, 'instant', 'id'), limit: limit + 1 });
    return pageOf(rows, limit, ({ takenAt, id }) => [takenAt.toISOString(), id], headOf);
  }

  async set(id: string, locale: Locale): Promise<StatisticSetWithTablesDto> {
    const { tables, ...head } = await this.find(id);
    return { ...headOf(head), tables: inWords(tables, locale) };
  }

  /** What has changed from one set to another. @throws Problem 404; 422 `statistics-other-scheme` */
  async compare(id: string, query: ComparisonQueryDto, locale: Locale): Promise<Page<ComparedFigureDto>> {
    const [after, before] = [await this.find(id), await this.find(query.with)];
    if (after.scheme !== before.scheme) throw new Problem(422, 'statistics-other-scheme');
    const indicators = indicatorsOf(await this.schemeOf(after.scheme));
    const rows = compareTables(before.tables, after.tables).filter((one) => wanted(one, query));
    return pageAt(query, rows.map((one) => ({ ...one, label: one.label[locale], figureLabel: figureLabel(one.figure, indicators, locale) })));
  }

  /** A frozen set as it was stored. */
  async workbook(id: string, locale: Locale): Promise<{ bytes: Buffer; name: string; rows: number }> {
    const { name, scheme, on, takenAt, takenBy, hash, tables } = await this.find(id);
    const known = await this.schemeOf(scheme);
    const fr = locale === 'fr';
    const bytes = await writeWorkbook({
      tables, indicators: indicatorsOf(known), locale,
      about: [[fr ? 'Nom' : 'Name', name], [fr ? 'Dispositif' : 'Scheme', known.name[locale]], [fr ? 'Situation au' : 'As of', writtenDate(on, locale)], [fr ? 'Figé le' : 'Frozen on', writtenDate(civilDateOf(takenAt.toISOString(), known.zone), locale)], [fr ? 'Figé par' : 'Frozen by', takenBy], ['SHA-256', hash]],
    });
    return { bytes, name: `${name}.xlsx`, rows: tables.reduce((a, { rows }) => a + rows.length, 0) };
  }

  private async find(id: string): Promise<StatisticSetRecord> {
    const set = await findSet(this.db, id);
    if (!set) throw new Problem(404, 'not-found');
    return set;
  }

  private async schemeOf(code: string | undefined): Promise<Scheme> {
    const schemes = await newestSchemes(this.db, code);
    const scheme = (schemes.length === 1 ? schemes[0] : schemes.find((one) => one.scheme.code === code))?.scheme;
    if (!scheme) throw new Problem(422, 'scheme-unknown', { scheme: code ?? '–' });
    return scheme;
  }

  private async compute(query: StatisticsQueryDto): Promise<{ scheme: Scheme; on: string; tables: StatisticTable[] }> {
    const scheme = await this.schemeOf(query.scheme);
    const today = civilDateOf(await clockNow(this.db), scheme.zone);
    const on = query.on ?? today;
    if (on > today) throw new Problem(422, 'statistics-future', { today });
    // One moment for all tables: what is recorded meanwhile is in none of them.
    return this.db.transaction(async (tx) => {
      const all = await stoodOn(tx, { scheme: scheme.code, zone: scheme.zone, on });
      return { scheme, on, tables: standardTables(scheme, await countedOf(tx, scheme, all, on), await callTitles(tx, scheme.code), on) };
    }, { isolationLevel: 'repeatable read', accessMode: 'read only' });
  }
}

async function countedOf(db: Database, scheme: Scheme, all: readonly StoodOn[], on: string): Promise<Counted> {
  const of = (kind: string): StoodOn[] => all.filter(({ id }) => kindOf(id) === kind);
  const register = new Map((await readRegister(db, { scheme: scheme.code, on, limit: everyLabel })).map((label) => [label.id, label.status]));
  const monitorings = of('monitoring');
  const reports = await lastReports(db, monitorings.map(({ id }) => id));
  return {
    applications: of('application').map(({ standing, ...one }) => ({ ...one, status: standing.status as ApplicationStatus })),
    labels: of('award').flatMap(({ standing, ...one }) => {
      const status = register.get(one.id);
      return status && (standing.data as AwardData).activatedOn !== null ? [{ ...one, status }] : [];
    }),
    monitorings: await Promise.all(monitorings.map(async ({ standing, ...one }) => {
      const { id } = one;
      const periods = reported(await schemeById(db, one.schemeId), { id, status: standing.status, data: standing.data as MonitoringData }, reports.filter(({ subject }) => subject === id));
      return { ...one, periods };
    })),
    financings: of('financing').map(({ standing, ...one }) => ({ ...one, ...(standing.data as FinancingData) })),
  };
}

function inWords(tables: readonly StatisticTable[], locale: Locale): StatisticsDto['tables'] {
  return tables.map(({ subject, by, rows }) => ({ subject, by, rows: rows.map(({ key, label, figures }) => ({ key, label: label[locale], figures })) }));
}

function indicatorsOf({ indicators }: Scheme): ReadonlyMap<string, { fr: string; en: string }> {
  return new Map(indicators.map(({ code, label }) => [code, label]));
}

function wanted({ subject, by }: { subject: string; by: string }, query: { subject?: string; by?: string }): boolean {
  return (query.subject === undefined || query.subject === subject) && (query.by === undefined || query.by === by);
}

function headOf({ id, name, scheme, on, hash, takenAt, takenBy }: StatisticSetHead): StatisticSetDto {
  return { id, name, scheme, on, hash, takenAt: takenAt.toISOString(), takenBy };
}

/** One page of rows that are computed together. */
function pageAt<Row>({ limit, cursor }: PageQuery, rows: readonly Row[]): Page<Row> {
  const from = Number(decodeCursor(cursor, 'number')?.[0] ?? 0);
  return pageOf(rows.map((row, at) => ({ row, at })).slice(from, from + limit + 1), limit, ({ at }) => [String(at + 1)], ({ row }) => row);
}
