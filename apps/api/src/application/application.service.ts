import { Inject, Injectable } from '@nestjs/common';
import { listApplications } from '../../../../libs/persistence/src/application/application.queries.js';
import { listAttachments } from '../../../../libs/persistence/src/application/attachment.queries.js';
import { submittedAnswers } from '../../../../libs/persistence/src/application/submission.queries.js';
import { findCall } from '../../../../libs/persistence/src/call/call.queries.js';
import type { ApplicationData } from '../../../../libs/domain/src/application/application.data.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { DossierService, type Dossier } from '../act/dossier.service.js';
import { committeeStatuses } from '../act/rights.service.js';
import { type Caller, hasRole } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { decodeCursor, type Page, pageOf } from '../http/page.js';
import { Problem } from '../http/problem.js';
import type { AnswersDto, ApplicationQueryDto, ApplicationSummaryDto } from './application.dto.js';
import { ApplicationReader, type Read } from './application.reader.js';
import { viewFor } from './application.view.js';
import { attachmentView } from './attachment.view.js';

@Injectable()
export class ApplicationService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly reader: ApplicationReader, private readonly dossiers: DossierService) {}

  async list(caller: Caller, query: ApplicationQueryDto): Promise<Page<ApplicationSummaryDto>> {
    const staff = hasRole(caller, 'secretariat', 'authority', 'auditor', 'operator');
    const own = query.mine === true || !(staff || hasRole(caller, 'committee'));
    const status = statusesFor(query.status, own ? 'own' : staff ? 'all' : 'committee');
    const rows = await listApplications(this.db, {
      call: query.call && `call/${query.call}`, pole: query.pole, status, memberId: own ? caller.personId : undefined,
      after: decodeCursor(query.cursor, 2), limit: query.limit + 1,
    });
    return pageOf(rows, query.limit, (row) => [row.createdAt.toISOString(), row.id], ({ call, createdAt: _createdAt, status, ...row }) => ({
      ...row, call: call.slice('call/'.length), status: own && status === 'decision_proposed' ? 'in_committee' : status,
    }));
  }

  async show(caller: Caller, id: string): Promise<Dossier> {
    const read = await this.reader.read(caller, id);
    if (!read.row) return this.draft(read);
    // An expert reads answers; the file's own life is the business of others.
    if (read.roles.every((role) => role === 'expert')) throw new Problem(404, 'not-found');
    return viewFor(await this.dossiers.present({ row: read.row, roles: read.roles }), read.roles);
  }

  /** A draft as its page shows it: what lies ahead is the closing of the call. */
  private async draft({ draft }: Read): Promise<Dossier> {
    const call = await findCall(this.db, draft.callId);
    const closing = call && { kind: 'call-closing', mark: '', on: call.data.closesOn, at: draft.savedAt.toISOString(), actor: 'applicant' as const, otherwise: 'call-closed', movableBy: [] };
    return {
      id: `application/${draft.id}`, kind: 'application', status: 'draft', scheme: draft.schemeId,
      openedAt: draft.createdAt.toISOString(), changedAt: draft.savedAt.toISOString(),
      data: { call: draft.callId, pole: draft.poleId, kind: draft.renews === null ? 'initial' : 'renewal', renews: draft.renews, version: draft.version },
      allowedActions: call?.status === 'open' ? ['saveDraft', 'submit'] : ['saveDraft'], timeline: { past: [], ahead: closing ? [closing] : [] },
    };
  }

  /** What was submitted, for its pole, the staff, the committee and the experts who have declared no conflict. */
  async answers(caller: Caller, id: string): Promise<AnswersDto> {
    const { row } = await this.reader.read(caller, id);
    const draft = (row?.data as unknown as ApplicationData | undefined)?.draft;
    const answers = draft ? await submittedAnswers(this.db, id, draft.version) : undefined;
    if (!draft || !answers) throw new Problem(404, 'not-found');
    const files = (await listAttachments(this.db, id)).filter((a) => a.purpose !== 'decision');
    return { version: draft.version, answers, attachments: files.map((a) => attachmentView(a)) };
  }
}

/** The statuses that a filter stands for: an applicant does not learn that a decision is proposed, the committee sees what has come to it. */
function statusesFor(asked: string | undefined, sees: 'own' | 'all' | 'committee'): readonly string[] | undefined {
  if (sees === 'committee') return asked === undefined ? committeeStatuses : committeeStatuses.filter((one) => one === asked);
  if (sees === 'own' && asked === 'in_committee') return ['in_committee', 'decision_proposed'];
  if (sees === 'own' && asked === 'decision_proposed') return [];
  return asked === undefined ? undefined : [asked];
}
