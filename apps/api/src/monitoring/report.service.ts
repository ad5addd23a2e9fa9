import { Inject, Injectable } from '@nestjs/common';
import { type MonitoringData, periodNumbered, presentPeriod } from '../../../../libs/domain/src/monitoring/monitoring.data.js';
import { monitoringStatuses, reportWritten } from '../../../../libs/domain/src/monitoring/monitoring.status.js';
import { checkAnswers, type Completeness, faultsIn, reportCompleteness } from '../../../../libs/domain/src/scheme/answers.js';
import { partOf } from '../../../../libs/domain/src/scheme/part.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { agreedTargetsOf } from '../../../../libs/persistence/src/award/contract.queries.js';
import { findReportDraft, type ReportDraft, saveReportDraft } from '../../../../libs/persistence/src/monitoring/report-draft.queries.js';
import { listReportFiles, type ReportFileRow } from '../../../../libs/persistence/src/monitoring/report-file.queries.js';
import type { NamedFile } from '../../../../libs/persistence/src/monitoring/report.queries.js';
import { PeopleQueries } from '../../../../libs/persistence/src/people/people.queries.js';
import type { SubjectRow } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import type { ActView } from '../act/act.dto.js';
import { ActService } from '../act/act.service.js';
import { EntryService } from '../act/entry.service.js';
import { RightsService } from '../act/rights.service.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { faultsOfAnswers } from '../http/answer-faults.js';
import { inLanguage } from '../http/localized.js';
import type { Locale } from '../http/locale.js';
import { Problem } from '../http/problem.js';
import type { ReportDraftDto, ReportDraftInputDto, ReportDto } from './monitoring.dto.js';
import { fileView } from './report-file.service.js';

/**
 * The report of the present period, or of one whose default was recorded: written by several people of the pole, submitted by one who may
 * commit it. Its files are part of it.
 */
@Injectable()
export class ReportService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly acts: ActService, private readonly rights: RightsService, private readonly entries: EntryService) {}

  async draft(caller: Caller, key: string, period: number | undefined, locale: Locale): Promise<ReportDraftDto> {
    const { row } = await this.rights.seeAs(caller, `monitoring/${key}`, 'applicant');
    return this.present(row, periodIn(row, period), locale);
  }

  /** @throws Problem 422 `invalid` for answers that the form does not take, 409 `stale-report`, 409 `not-now` */
  async save(caller: Caller, key: string, named: number | undefined, { version, answers }: ReportDraftInputDto, locale: Locale): Promise<ReportDraftDto> {
    const { row } = await this.rights.seeAs(caller, `monitoring/${key}`, 'applicant');
    const period = periodIn(row, named);
    const scheme = await schemeById(this.db, row.schemeId);
    const checked = checkAnswers(scheme, partOf(scheme, 'monitoring').reportForm, answers);
    if (!checked.ok) throw new Problem(422, 'invalid', {}, faultsOfAnswers(checked.faults.map(({ question, ...fault }) => ({ question, fault })), { lists: scheme, form: partOf(scheme, 'monitoring').reportForm }));
    const saved = await saveReportDraft(this.db, {
      subjectId: row.id, period, personId: caller.personId, answers: checked.answers, seen: version, during: isLate(row, period) ? monitoringStatuses : reportWritten,
    });
    if (saved === 'closed') throw new Problem(409, 'not-now', { subject: 'monitoring', status: row.status });
    if (saved === 'stale') throw await this.stale(row, period);
    return this.present(row, period, locale);
  }

  /** @throws Problem 403 `not-a-committer`, 409 `stale-report`, 422 `incomplete-report` with one pointer a question */
  async submit(caller: Caller, key: string, body: ReportDto, idempotencyKey: string | undefined): Promise<ActView> {
    return this.send(caller, key, 'submitReport', undefined, body, idempotencyKey);
  }

  /** The same for a period whose default was recorded. @throws Problem as `submit` */
  async submitLate(caller: Caller, key: string, period: number, body: ReportDto, idempotencyKey: string | undefined): Promise<ActView> {
    return this.send(caller, key, 'submitLateReport', period, body, idempotencyKey);
  }

  private async send(caller: Caller, key: string, act: string, named: number | undefined, { draftVersion, entered: dto }: ReportDto, idempotencyKey: string | undefined): Promise<ActView> {
    const { row, personId, on, entered } = await this.entries.actor(caller, `monitoring/${key}`, 'applicant', dto);
    if (row.poleId === null || !(await new PeopleQueries(this.db).isCommitter(personId, row.poleId, on))) throw new Problem(403, 'not-a-committer');
    const period = periodIn(row, named);
    const draft = await findReportDraft(this.db, row.id, period);
    if (draft?.version !== draftVersion) throw await this.stale(row, period);
    const files = await this.filesOf(row, period);
    const state = await this.completeness(row, period, draft, files);
    if (!state.complete) {
      const scheme = await schemeById(this.db, row.schemeId);
      const count = state.questions.filter(({ complete }) => !complete).length;
      throw new Problem(422, 'incomplete-report', { count }, faultsOfAnswers(faultsIn(state), { lists: scheme, form: partOf(scheme, 'monitoring').reportForm }));
    }
    const content: { answers: object; files: NamedFile[] } = {
      answers: draft.answers, files: files.map(({ id, question, name, type, size, sha256 }) => ({ id, question, name, type, size, sha256 })),
    };
    return this.acts.take(caller, {
      subject: row.id, act, as: 'applicant', entered, facts: { ...(named === undefined ? {} : { n: named }), version: draftVersion }, content: { ...content },
      request: { ...(named === undefined ? {} : { period: named }), draftVersion }, ...(idempotencyKey === undefined ? {} : { key: idempotencyKey }),
    });
  }

  private async present(row: SubjectRow, period: number, locale: Locale): Promise<ReportDraftDto> {
    const draft = await findReportDraft(this.db, row.id, period);
    const files = await this.filesOf(row, period);
    const monitoring = partOf(await schemeById(this.db, row.schemeId), 'monitoring');
    return {
      period, version: draft?.version ?? 0, answers: draft?.answers ?? {}, savedAt: draft?.savedAt.toISOString() ?? null, savedBy: draft?.savedBy ?? null,
      completeness: withoutFurther(await this.completeness(row, period, draft, files)), files: files.map(fileView), known: await this.known(row, period), form: inLanguage(monitoring.reportForm, locale),
    };
  }

  /** What the pole need not look up: baselines and targets as agreed, and the satisfaction that the period's survey found. */
  private async known(row: SubjectRow, period: number): Promise<ReportDraftDto['known']> {
    const { award, periods } = row.data as unknown as MonitoringData;
    const agreed = await agreedTargetsOf(this.db, award);
    const indicators = Object.fromEntries(Object.entries(agreed).map(([code, { baseline, target }]) => [code, { baseline, target }]));
    return { indicators, survey: periodNumbered({ periods }, period)?.survey ?? null };
  }

  private async filesOf(row: SubjectRow, period: number): Promise<ReportFileRow[]> {
    return (await listReportFiles(this.db, row.id, period)).filter(({ purpose }) => purpose === 'report');
  }

  private async completeness(row: SubjectRow, n: number, draft: ReportDraft | undefined, files: readonly ReportFileRow[]): Promise<Completeness> {
    const given = files.map(({ question, type, size }) => ({ question: question ?? '', type, size }));
    return reportCompleteness(await schemeById(this.db, row.schemeId), draft?.answers ?? {}, given, periodNumbered(row.data as unknown as MonitoringData, n));
  }

  private async stale(row: SubjectRow, period: number): Promise<Problem> {
    const draft = await findReportDraft(this.db, row.id, period);
    return new Problem(409, 'stale-report', { version: draft?.version ?? 0, savedBy: draft?.savedBy ?? '–' }, undefined, { version: draft?.version ?? 0 });
  }
}

/** The draft shows one fault a question; all of them come with a refused submission. */
function withoutFurther({ questions, ...rest }: Completeness): Completeness {
  return { ...rest, questions: questions.map(({ further: _further, ...question }) => question) };
}

/** The present period, or the one named if it has begun. @throws Problem 404 */
function periodIn(row: SubjectRow, named: number | undefined): number {
  const data = row.data as unknown as MonitoringData;
  const period = named === undefined ? presentPeriod(data) : periodNumbered(data, named);
  if (!period) throw new Problem(404, 'not-found');
  return period.n;
}

/** A report that is written after its default; one that waits for its review, or has passed it, is not. */
function isLate(row: SubjectRow, n: number): boolean {
  const period = periodNumbered(row.data as unknown as MonitoringData, n);
  return period?.outcome === 'defaulted' && (period.lateReport?.state ?? 'returned') === 'returned';
}
