import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type MonitoringData, periodNumbered, presentPeriod } from '../../../../libs/domain/src/monitoring/monitoring.data.js';
import { reportWritten } from '../../../../libs/domain/src/monitoring/monitoring.status.js';
import { attachmentFault } from '../../../../libs/domain/src/scheme/answers.js';
import { questionsOf } from '../../../../libs/domain/src/scheme/questions.js';
import type { QuestionOf } from '../../../../libs/domain/src/scheme/shape/form.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { addReportFile, findReportFile, listReportFiles, removeReportFile, type ReportFileRow } from '../../../../libs/persistence/src/monitoring/report-file.queries.js';
import type { SubjectRow } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { RightsService } from '../act/rights.service.js';
import { FileStore } from '../application/file-store.js';
import { receiveUpload } from '../application/upload.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { sentenceOf } from '../http/answer-faults.js';
import { faultAt } from '../http/field-fault.js';
import type { Locale } from '../http/locale.js';
import { Problem } from '../http/problem.js';
import type { ReportFileDto, ReportFileQuery } from './report-file.dto.js';

type Limits = Pick<QuestionOf<'attachment'>, 'maxFiles' | 'maxMegabytes'> & { readonly accept: readonly string[] };
/** Invoices, pay slips, lists: what an account rests on. */
const account: Limits = { accept: ['pdf', 'xlsx', 'ods', 'png', 'jpg'], maxFiles: 50, maxMegabytes: 25 };

/** The files of a label's reports and accounts: evidence. The pole sends them, its readers open them, nothing that was submitted goes. */
@Injectable()
export class ReportFileService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly rights: RightsService, private readonly store: FileStore) {}

  async list(caller: Caller, key: string, period: number | undefined): Promise<ReportFileDto[]> {
    const { row } = await this.rights.see(caller, `monitoring/${key}`);
    return (await listReportFiles(this.db, row.id, period)).map(fileView);
  }

  async open(caller: Caller, key: string, id: string): Promise<{ row: ReportFileRow; bytes: Readable }> {
    const seen = await this.rights.see(caller, `monitoring/${key}`);
    const row = await findReportFile(this.db, seen.row.id, id);
    if (!row) throw new Problem(404, 'not-found');
    return { row, bytes: this.store.read(folderOf(key), row.sha256) };
  }

  /** @throws Problem 409 `not-now` when no report (no account) of that period is awaited, 422 `invalid`, `file-refused` */
  async add(caller: Caller, key: string, { period, question, purpose = 'report' }: ReportFileQuery, request: FastifyRequest, locale: Locale): Promise<ReportFileDto> {
    const { row } = await this.rights.seeAs(caller, `monitoring/${key}`, 'applicant');
    const n = awaitedPeriod(row, purpose, period);
    const limits = purpose === 'account' ? account : await this.limitsOf(row, question);
    const answered = purpose === 'account' ? null : (question ?? null);
    const upload = await receiveUpload(request, this.store, limits.maxMegabytes * 1_000_000);
    try {
      const { name, type = '?', size, sha256 } = upload;
      const check = (there: readonly ReportFileRow[]): void => {
        const files = [...there.filter((one) => one.purpose === purpose && one.question === answered), { type, size }].map((one) => ({ question: answered ?? '', type: one.type, size: one.size }));
        const fault = attachmentFault(limits as QuestionOf<'attachment'>, files);
        if (fault) throw new Problem(422, 'file-refused', { reason: sentenceOf(fault, locale) }, undefined, { reason: fault.code });
      };
      const added = { id: randomUUID(), subjectId: row.id, period: n, purpose, question: answered, name, type, size, sha256, uploadedBy: caller.personId };
      return fileView(await addReportFile(this.db, added, { check, keep: () => this.store.keep(upload, folderOf(key)) }));
    } finally {
      await this.store.discard(upload);
    }
  }

  /** @throws Problem 409 `attachment-locked` once a submitted report names it */
  async remove(caller: Caller, key: string, id: string): Promise<void> {
    const { row } = await this.rights.seeAs(caller, `monitoring/${key}`, 'applicant');
    const removed = await removeReportFile(this.db, row.id, id, (sha256) => this.store.forget(folderOf(key), sha256));
    if (removed === 'gone') throw new Problem(404, 'not-found');
    if (removed === 'named') throw new Problem(409, 'attachment-locked');
  }

  private async limitsOf(row: SubjectRow, code: string | undefined): Promise<Limits> {
    const form = (await schemeById(this.db, row.schemeId)).monitoring?.reportForm;
    const found = form && questionsOf(form).find(({ question }) => question.code === code)?.question;
    if (found?.kind !== 'attachment') throw new Problem(422, 'invalid', {}, [faultAt('?question', 'not-a-file-question')]);
    return found;
  }
}

/** The period to which a file may be added now: the present one, or the one named where its report or account may still come. */
function awaitedPeriod(row: SubjectRow, purpose: 'report' | 'account', named: number | undefined): number {
  const data = row.data as unknown as MonitoringData;
  const present = presentPeriod(data).n;
  const period = periodNumbered(data, named ?? present);
  const free = purpose === 'account'
    ? period?.financial !== undefined && ['awaited', 'returned', 'defaulted'].includes(period.financial.state)
    : (period?.n === present && (reportWritten as readonly string[]).includes(row.status)) || (period?.outcome === 'defaulted' && (period.lateReport?.state ?? 'returned') === 'returned');
  if (!period || !free) throw new Problem(409, 'not-now', { subject: 'monitoring', status: row.status });
  return period.n;
}

/** Apart from the files of the application of the same key: what goes there takes no evidence with it. */
function folderOf(key: string): string {
  return `monitoring-${key}`;
}

export function fileView({ id, period, purpose, question, name, type, size, uploadedAt }: ReportFileRow): ReportFileDto {
  return { id, period, purpose, question, name, type, size, uploadedAt: uploadedAt.toISOString() };
}
