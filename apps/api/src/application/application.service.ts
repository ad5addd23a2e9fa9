import { Inject, Injectable } from '@nestjs/common';
import { listApplications } from '../../../../libs/persistence/src/application/application.queries.js';
import { listAttachments } from '../../../../libs/persistence/src/application/attachment.queries.js';
import { submittedAnswers } from '../../../../libs/persistence/src/application/submission.queries.js';
import { findCall } from '../../../../libs/persistence/src/call/call.queries.js';
import type { ApplicationData } from '../../../../libs/domain/src/application/application.data.js';
import { statusesShownAs, statusForApplicant } from '../../../../libs/domain/src/application/shown-status.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { findPerson } from '../../../../libs/persistence/src/people/person.queries.js';
import { writtenEntries } from '../../../../libs/persistence/src/procedure/written.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { attachedMessages } from '../../../../libs/persistence/src/thread/thread.queries.js';
import { DossierService } from '../act/dossier.service.js';
import { committeeStatuses } from '../act/rights.service.js';
import { type Caller, hasRole } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { decodeCursor, type Page, pageOf } from '../http/page.js';
import type { Locale } from '../http/locale.js';
import { Problem } from '../http/problem.js';
import type { AnswersDto, ApplicationQueryDto, ApplicationSummaryDto } from './application.dto.js';
import { extensionOf } from './extension.view.js';
import { ownLimit, renewalLimit } from './own-limit.js';
import { ApplicationReader, type Read } from './application.reader.js';
import { viewFor, worksOnFiles } from './application.view.js';
import { attachmentView } from './attachment.view.js';
import { ContestService } from './contest.service.js';
import { contestTypes, superseded } from './contest.view.js';
import { noParts, partsFor, partTypes } from './part.view.js';
import { DecisionReadingService } from './decision-reading.service.js';
import { ResultService } from './result.service.js';
import type { ApplicationDossierDto } from './written.dto.js';
import { nothingWritten, writtenFor, writtenTypes } from './written.view.js';

@Injectable()
export class ApplicationService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly reader: ApplicationReader, private readonly dossiers: DossierService, private readonly results: ResultService,
    private readonly readings: DecisionReadingService, private readonly contests: ContestService) {}

  async list(caller: Caller, query: ApplicationQueryDto): Promise<Page<ApplicationSummaryDto>> {
    const staff = hasRole(caller, 'secretariat', 'authority', 'auditor', 'operator');
    const own = query.mine === true || !(staff || hasRole(caller, 'committee'));
    const status = statusesFor(query.status, own ? 'own' : staff ? 'all' : 'committee');
    const rows = await listApplications(this.db, {
      call: query.call && `call/${query.call}`, pole: query.pole, status, memberId: own ? caller.personId : undefined,
      silenceBefore: query.silenceBefore, theme: query.theme, structureType: query.structureType, region: query.region, officer: own ? undefined : query.officer, committeeId: own || staff ? undefined : caller.personId,
      after: decodeCursor(query.cursor, 'instant', 'id'), limit: query.limit + 1,
    });
    return pageOf(rows, query.limit, (row) => [row.createdAt.toISOString(), row.id], ({ call, createdAt: _createdAt, status, officer, ...row }) => ({
      ...row, call: call.slice('call/'.length), status: own ? statusForApplicant(status) : status, ...(own ? {} : { officer }),
    }));
  }

  async show(caller: Caller, id: string, locale: Locale): Promise<ApplicationDossierDto> {
    const read = await this.reader.read(caller, id);
    const { row, roles } = read;
    if (!row) return this.draft(read);
    // An expert reads answers; the file's own life is the business of others.
    if (roles.every((role) => role === 'expert')) throw new Problem(404, 'not-found');
    const [dossier, entries, files] = await Promise.all([
      this.dossiers.present({ row, roles }), writtenEntries(this.db, row.id, [...new Set([...writtenTypes, ...contestTypes, ...partTypes])]), listAttachments(this.db, id),
    ]);
    // By the row, which was read first: what is notified in between is shown the next time.
    const { notifiedOn, read: opened, conditions } = row.data as unknown as ApplicationData;
    const notified = notifiedOn !== null;
    const readBy = opened ? ((await findPerson(this.db, opened.by))?.name ?? null) : null;
    const written = writtenFor(entries, files.map((a) => attachmentView(a)), { inside: worksOnFiles(roles), notified, readBy, conditions });
    await this.readings.record(caller, read);
    const parts = partsFor({
      data: row.data as unknown as ApplicationData, deadlines: row.deadlines, scheme: await schemeById(this.db, row.schemeId), entries, opinionsOpen: worksOnFiles(roles) || notified, locale,
    });
    const inadmissibility = row.status === 'inadmissible' ? written.inadmissibility : null;
    return {
      ...(await this.contests.add({ row, roles, dossier: viewFor(dossier, roles), entries, locale })), ...written, ...parts, inadmissibility, superseded: superseded(entries), extension: await extensionOf(this.db, row, worksOnFiles(roles)), result: await this.results.of(row, roles, locale),
    };
  }

  /** A draft as its page shows it: what lies ahead is the closing of the call, or the end of the label that it renews. */
  private async draft({ draft }: Read): Promise<ApplicationDossierDto> {
    const limit = draft.renews === null || draft.closesOn === null ? await this.callLimit(draft) : await this.labelLimit(draft.renews);
    const ahead = limit ? [{ kind: limit.kind, mark: '', on: limit.on, at: draft.savedAt.toISOString(), actor: 'applicant' as const, otherwise: limit.otherwise, movableBy: [] }] : [];
    return {
      id: `application/${draft.id}`, kind: 'application', status: 'draft', scheme: draft.schemeId,
      openedAt: draft.createdAt.toISOString(), changedAt: draft.savedAt.toISOString(),
      data: { call: draft.callId, pole: draft.poleId, kind: draft.renews === null ? 'initial' : 'renewal', renews: draft.renews, version: draft.version },
      allowedActions: limit?.open ? ['saveDraft', 'submit'] : ['saveDraft'], timeline: { past: [], ahead }, ...nothingWritten, ...noParts, silence: null, expectedDecision: null, askedReasons: null, appeals: [], superseded: [], extension: await extensionOf(this.db, draft, false), result: null,
    };
  }

  private async callLimit({ callId, poleId }: Read['draft']): Promise<Limit | undefined> {
    const call = await findCall(this.db, callId);
    return call && { kind: 'call-closing', otherwise: 'call-closed', ...(await ownLimit(this.db, call, poleId)) };
  }

  private async labelLimit(label: string): Promise<Limit> {
    const { kind, on, open } = await renewalLimit(this.db, label);
    return { kind, on, open, otherwise: kind === 'lapse' ? 'renewal-lapsed' : 'restoration-over' };
  }

  /** What was submitted, for its pole, the staff, the committee and the experts who have declared no conflict. */
  async answers(caller: Caller, id: string): Promise<AnswersDto> {
    const { row } = await this.reader.read(caller, id);
    const draft = (row?.data as unknown as ApplicationData | undefined)?.draft;
    const answers = draft ? await submittedAnswers(this.db, id, draft.version) : undefined;
    if (!draft || !answers) throw new Problem(404, 'not-found');
    const files = (await listAttachments(this.db, id)).filter((a) => a.purpose === 'answer' || a.purpose === 'piece');
    const messages = (await attachedMessages(this.db, `application/${id}`)).map((one) => ({
      id: one.id, role: one.side === 'centre' ? 'applicant' : 'secretariat', text: one.text, writtenAt: one.writtenAt.toISOString(), attachments: one.files.map((a) => attachmentView(a)),
    }));
    return { version: draft.version, answers, attachments: files.map((a) => attachmentView(a)), messages };
  }
}

/** Until when a draft may be submitted, and whether it may now. */
interface Limit {
  readonly kind: string;
  readonly on: string;
  readonly otherwise: string;
  readonly open: boolean;
}

/** The statuses that a filter stands for: an applicant does not learn that a decision is proposed, the committee sees what has come to it. */
function statusesFor(asked: string | undefined, sees: 'own' | 'all' | 'committee'): readonly string[] | undefined {
  if (sees === 'committee') return asked === undefined ? committeeStatuses : committeeStatuses.filter((one) => one === asked);
  if (sees === 'own' && asked !== undefined) return statusesShownAs(asked);
  return asked === undefined ? undefined : [asked];
}
