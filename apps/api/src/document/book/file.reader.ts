import { Inject, Injectable } from '@nestjs/common';
import type { ApplicationData } from '../../../../../libs/domain/src/application/application.data.js';
import type { Answers } from '../../../../../libs/domain/src/scheme/answer.js';
import { questionsOf } from '../../../../../libs/domain/src/scheme/questions.js';
import type { Scheme } from '../../../../../libs/domain/src/scheme/shape/scheme.js';
import type { AttachmentRow } from '../../../../../libs/persistence/src/application/attachment.queries.js';
import { findCall } from '../../../../../libs/persistence/src/call/call.queries.js';
import type { Database } from '../../../../../libs/persistence/src/database.js';
import { findPole, type PoleRecord } from '../../../../../libs/persistence/src/people/pole.queries.js';
import { schemeById } from '../../../../../libs/persistence/src/scheme/scheme.queries.js';
import type { AnswersDto } from '../../application/application.dto.js';
import { ApplicationReader } from '../../application/application.reader.js';
import { ApplicationService } from '../../application/application.service.js';
import { AttachmentService } from '../../application/attachment.service.js';
import { DraftService } from '../../application/draft.service.js';
import type { ApplicationDossierDto } from '../../application/written.dto.js';
import type { AppraisalDto } from '../../appraisal/appraisal.dto.js';
import { AppraisalService } from '../../appraisal/appraisal.service.js';
import { type Caller, hasRole } from '../../auth/caller.js';
import { DATABASE } from '../../environment/tokens.js';
import type { Locale } from '../../http/locale.js';
import { Problem } from '../../http/problem.js';

/** An application as one person may read it, everything at once. What is absent is not theirs to read, or is not there. */
export interface FileRead {
  readonly id: string;
  readonly scheme: Scheme;
  readonly schemeId: string;
  readonly pole: PoleRecord;
  readonly callTitle: string;
  /** Absent for an expert, who reads answers. */
  readonly dossier: ApplicationDossierDto | undefined;
  readonly draft: boolean;
  readonly answers: Answers | undefined;
  readonly submitted: { readonly version: number; readonly hash: string } | null;
  readonly messages: AnswersDto['messages'];
  readonly appraisals: readonly AppraisalDto[];
  readonly files: readonly { readonly row: AttachmentRow; readonly path: string }[];
}

/** Reads a file as its pages show it: the services behind the pages say who sees what. */
@Injectable()
export class FileReader {
  constructor(
    @Inject(DATABASE) private readonly db: Database, private readonly reader: ApplicationReader, private readonly applications: ApplicationService, private readonly drafts: DraftService,
    private readonly attachments: AttachmentService, private readonly appraisals: AppraisalService,
  ) {}

  /** @throws Problem 404, or 403 `undertaking-missing`, as the file's page */
  async read(caller: Caller, id: string, locale: Locale): Promise<FileRead> {
    const { draft, row } = await this.reader.read(caller, id);
    const [dossier, submitted, drafted, appraisals, files, scheme, pole, call] = await Promise.all([
      orNothing(this.applications.show(caller, id, locale)), row ? orNothing(this.applications.answers(caller, id)) : undefined, row ? undefined : this.drafts.show(caller, id, locale),
      row ? this.appraisalsOf(caller, id) : [], this.attachments.stored(caller, id), schemeById(this.db, draft.schemeId), findPole(this.db, draft.poleId), findCall(this.db, draft.callId),
    ]);
    if (!pole) throw new Problem(404, 'not-found');
    return {
      id, scheme, schemeId: draft.schemeId, pole, callTitle: call?.title?.[locale] ?? '', dossier, draft: row === undefined, files: inFormOrder(scheme, files), appraisals, messages: submitted?.messages ?? [],
      answers: (drafted ?? submitted)?.answers as Answers | undefined, submitted: (row?.data as unknown as ApplicationData | undefined)?.draft ?? null,
    };
  }

  private async appraisalsOf(caller: Caller, id: string): Promise<AppraisalDto[]> {
    // Those who may open the list of appraisals; each is asked for by the caller's rights.
    if (!hasRole(caller, 'expert', 'secretariat', 'committee', 'authority', 'auditor', 'operator')) return [];
    const { items } = await this.appraisals.list(caller, { application: id, limit: 100 });
    const shown = await Promise.all(items.map((one) => orNothing(this.appraisals.show(caller, `appraisal/${one.id.slice(0, 36)}/${one.id.slice(37)}`))));
    return shown.filter((one) => one !== undefined);
  }
}

/** Answers by the questions of the form, then what came later. */
function inFormOrder(scheme: Scheme, files: FileRead['files']): FileRead['files'] {
  const codes = questionsOf(scheme.application.form).map(({ question }) => question.code);
  const place = ({ purpose, question }: AttachmentRow) => (purpose === 'answer' && question !== null ? codes.indexOf(question) : codes.length);
  return files.toSorted((a, b) => place(a.row) - place(b.row));
}

/** What the caller has no part in is not there. */
async function orNothing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Problem && (error.status === 404 || error.status === 403)) return undefined;
    throw error;
  }
}
