import { Inject, Injectable } from '@nestjs/common';
import { presentPeriod, type MonitoringData } from '../../../../libs/domain/src/monitoring/monitoring.data.js';
import { reportWritten } from '../../../../libs/domain/src/monitoring/monitoring.status.js';
import { checkAnswers, type Completeness, reportCompleteness } from '../../../../libs/domain/src/scheme/answers.js';
import { partOf } from '../../../../libs/domain/src/scheme/part.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { findReportDraft, type ReportDraft, saveReportDraft } from '../../../../libs/persistence/src/monitoring/report-draft.queries.js';
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

/** The report of the present period: written by several people of the pole, submitted by one who may commit it. */
@Injectable()
export class ReportService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly acts: ActService, private readonly rights: RightsService, private readonly entries: EntryService) {}

  async draft(caller: Caller, key: string, locale: Locale): Promise<ReportDraftDto> {
    const { row } = await this.rights.seeAs(caller, `monitoring/${key}`, 'applicant');
    return this.present(row, locale);
  }

  /** @throws Problem 422 `invalid` for answers that the form does not take, 409 `stale-report`, 409 `not-now` */
  async save(caller: Caller, key: string, { version, answers }: ReportDraftInputDto, locale: Locale): Promise<ReportDraftDto> {
    const { row } = await this.rights.seeAs(caller, `monitoring/${key}`, 'applicant');
    const scheme = await schemeById(this.db, row.schemeId);
    const checked = checkAnswers(scheme, partOf(scheme, 'monitoring').reportForm, answers);
    if (!checked.ok) throw new Problem(422, 'invalid', {}, faultsOfAnswers(checked.faults.map(({ question, ...fault }) => ({ question, fault }))));
    const saved = await saveReportDraft(this.db, {
      subjectId: row.id, period: periodIn(row), personId: caller.personId, answers: checked.answers, seen: version, during: reportWritten,
    });
    if (saved === 'closed') throw new Problem(409, 'not-now', { subject: 'monitoring', status: row.status });
    if (saved === 'stale') throw await this.stale(row);
    return this.present(row, locale);
  }

  /** @throws Problem 403 `not-a-committer`, 409 `stale-report`, 422 `incomplete-report` with one pointer a question */
  async submit(caller: Caller, key: string, { draftVersion, entered: dto }: ReportDto, locale: Locale, idempotencyKey: string | undefined): Promise<ActView> {
    const { row, personId, on, entered } = await this.entries.actor(caller, `monitoring/${key}`, 'applicant', dto);
    if (row.poleId === null || !(await new PeopleQueries(this.db).isCommitter(personId, row.poleId, on))) throw new Problem(403, 'not-a-committer');
    const draft = await findReportDraft(this.db, row.id, periodIn(row));
    if (draft?.version !== draftVersion) throw await this.stale(row);
    const faults = (await this.completeness(row, draft)).questions.flatMap(({ code, fault }) => (fault ? [{ question: code, fault }] : []));
    if (faults.length > 0) throw new Problem(422, 'incomplete-report', { count: faults.length }, faultsOfAnswers(faults));
    return this.acts.take(caller, {
      subject: row.id, act: 'submitReport', as: 'applicant', entered, facts: { version: draftVersion }, content: { answers: draft.answers }, request: { draftVersion },
      ...(idempotencyKey === undefined ? {} : { key: idempotencyKey }),
    });
  }

  private async present(row: SubjectRow, locale: Locale): Promise<ReportDraftDto> {
    const period = periodIn(row);
    const draft = await findReportDraft(this.db, row.id, period);
    const monitoring = partOf(await schemeById(this.db, row.schemeId), 'monitoring');
    return {
      period, version: draft?.version ?? 0, answers: draft?.answers ?? {}, savedAt: draft?.savedAt.toISOString() ?? null, savedBy: draft?.savedBy ?? null,
      completeness: await this.completeness(row, draft), form: inLanguage(monitoring.reportForm, locale),
    };
  }

  private async completeness(row: SubjectRow, draft: ReportDraft | undefined): Promise<Completeness> {
    return reportCompleteness(await schemeById(this.db, row.schemeId), draft?.answers ?? {}, []);
  }

  private async stale(row: SubjectRow): Promise<Problem> {
    const draft = await findReportDraft(this.db, row.id, periodIn(row));
    return new Problem(409, 'stale-report', { version: draft?.version ?? 0, savedBy: draft?.savedBy ?? '–' }, undefined, { version: draft?.version ?? 0 });
  }
}

function periodIn(row: SubjectRow): number {
  return presentPeriod(row.data as unknown as MonitoringData).n;
}
