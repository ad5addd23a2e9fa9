import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { attachmentFault } from '../../../../libs/domain/src/scheme/answers.js';
import type { QuestionOf } from '../../../../libs/domain/src/scheme/shape/form.js';
import type { SurveyData } from '../../../../libs/domain/src/survey/survey.data.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { addReportFile, findReportFile, listReportFiles, type ReportFileRow } from '../../../../libs/persistence/src/monitoring/report-file.queries.js';
import { RightsService } from '../act/rights.service.js';
import { addressOf } from '../act/subject-param.js';
import { FileStore } from '../application/file-store.js';
import { receiveUpload } from '../application/upload.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { sentenceOf } from '../http/answer-faults.js';
import type { Locale } from '../http/locale.js';
import { Problem } from '../http/problem.js';
import type { OwnFileDto } from './survey.dto.js';

/** A questionnaire, a summary, a table of results. */
const limits = { accept: ['pdf', 'docx', 'odt', 'xlsx', 'ods'], maxFiles: 5, maxMegabytes: 20 };

/** The files that come with a survey of the centre's own: sent before it is declared, named in the declaration, then there to stay. */
@Injectable()
export class OwnFileService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly rights: RightsService, private readonly store: FileStore) {}

  /** @throws Problem 409 `survey-launched` once the survey has its way; 422 `file-refused` */
  async add(caller: Caller, id: string, request: FastifyRequest, locale: Locale): Promise<OwnFileDto> {
    const { row } = await this.rights.seeAs(caller, id, 'applicant');
    if (row.status !== 'listing') throw new Problem(409, 'survey-launched');
    const upload = await receiveUpload(request, this.store, limits.maxMegabytes * 1_000_000);
    try {
      const { name, type = '?', size, sha256 } = upload;
      const check = (there: readonly ReportFileRow[]): void => {
        const fault = attachmentFault(limits as unknown as QuestionOf<'attachment'>, [...there, { type, size }].map((one) => ({ question: '', type: one.type, size: one.size })));
        if (fault) throw new Problem(422, 'file-refused', { reason: sentenceOf(fault, locale) }, undefined, { reason: fault.code });
      };
      const added = { id: randomUUID(), subjectId: id, period: (row.data as unknown as SurveyData).n, purpose: 'survey' as const, question: null, name, type, size, sha256, uploadedBy: caller.personId };
      return ownFile(await addReportFile(this.db, added, { check, keep: () => this.store.keep(upload, folderOf(id)) }));
    } finally {
      await this.store.discard(upload);
    }
  }

  async open(caller: Caller, id: string, file: string): Promise<{ row: ReportFileRow; bytes: Readable }> {
    await this.rights.see(caller, id);
    const row = await findReportFile(this.db, id, file);
    if (!row) throw new Problem(404, 'not-found');
    return { row, bytes: this.store.read(folderOf(id), row.sha256) };
  }

  /** The named files as the declaration's content keeps them. @throws Problem 422 `attachment-unknown` */
  async named(id: string, files: readonly string[]): Promise<object[]> {
    const there = await listReportFiles(this.db, id);
    const named = there.filter((one) => files.includes(one.id));
    if (named.length < new Set(files).size) throw new Problem(422, 'attachment-unknown');
    return named.map(({ id: fileId, name, type, size, sha256 }) => ({ id: fileId, name, type, size, sha256 }));
  }
}

function folderOf(survey: string): string {
  return `survey-${addressOf(survey)}`;
}

function ownFile({ id, name, type, size }: ReportFileRow): OwnFileDto {
  return { id, name, type, size };
}
