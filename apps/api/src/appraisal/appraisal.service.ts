import { Inject, Injectable } from '@nestjs/common';
import { maySeeScores, sealData, sealEntry } from '../../../../libs/domain/src/appraisal/seal.js';
import type { Facts } from '../../../../libs/domain/src/procedure/act.js';
import { keyOf } from '../../../../libs/domain/src/procedure/subject.js';
import { type AppraisalRecord, findAppraisal, listAppraisals } from '../../../../libs/persistence/src/appraisal/appraisal.queries.js';
import { lastContent } from '../../../../libs/persistence/src/procedure/subject.columns.js';
import { findScoreDraft } from '../../../../libs/persistence/src/appraisal/score-draft.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { DossierService } from '../act/dossier.service.js';
import { committeeStatuses, RightsService } from '../act/rights.service.js';
import { addressOf } from '../act/subject-param.js';
import { type Caller, hasRole } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { decodeCursor, type Page, pageOf } from '../http/page.js';
import { Problem } from '../http/problem.js';
import type { AppraisalDto, AppraisalQueryDto, AppraisalSummaryDto, DueDateProposalDto } from './appraisal.dto.js';
import { draftView } from './score-draft.service.js';

/** Reads appraisals by the rights of the reader. */
@Injectable()
export class AppraisalService {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly dossiers: DossierService,
    private readonly rights: RightsService,
  ) {}

  /** Staff see all; an expert the own ones that were not lost; the committee those that are revealed, of files that have come to it. */
  async list(caller: Caller, { application, status, mine, limit, cursor }: AppraisalQueryDto): Promise<Page<AppraisalSummaryDto>> {
    const own = mine === true || !hasRole(caller, 'secretariat', 'authority', 'auditor', 'operator');
    const rows = await listAppraisals(this.db, {
      expertId: own ? caller.personId : undefined, revealedOf: mine !== true && hasRole(caller, 'committee') ? committeeStatuses : undefined, application: application === undefined ? undefined : `application/${application}`,
      status, after: decodeCursor(cursor, 'instant', 'text'), limit: limit + 1,
    });
    return pageOf(rows, limit, (row) => [row.openedAt.toISOString(), row.id], summary);
  }

  async show(caller: Caller, id: string): Promise<AppraisalDto> {
    const seen = await this.rights.see(caller, id);
    const [dossier, names] = await Promise.all([this.dossiers.present(seen), findAppraisal(this.db, id)]);
    if (!names) throw new Problem(404, 'not-found');
    const open = maySeeScores(dossier.status, names.expert.id, caller.personId);
    const draft = names.expert.id === caller.personId ? await findScoreDraft(this.db, id) : undefined;
    const { past, ahead } = dossier.timeline;
    return {
      ...named(names), scheme: dossier.scheme, openedAt: dossier.openedAt, changedAt: dossier.changedAt, allowedActions: dossier.allowedActions.filter((act) => act !== 'recordVisit' || dossier.data['visitAwaited'] === true),
      data: open ? dossier.data : sealData(dossier.data),
      timeline: { past: open ? past : past.map(sealEntry), ahead },
      comments: open ? await this.comments(id) : null,
      dueDateProposal: await this.dueDateProposal(id, dossier.data),
      scoreDraft: draft ? draftView(draft) : null,
    };
  }

  /** The submitted comments, by criterion; null before submission and after erasure. */
  /** What the secretariat has to answer. */
  private async dueDateProposal(id: string, { dueProposed }: Facts): Promise<DueDateProposalDto | null> {
    if (typeof dueProposed !== 'string') return null;
    const reason = (await lastContent(this.db, id, 'due-date-proposed'))?.body?.['reason'];
    return { on: dueProposed, reason: typeof reason === 'string' ? reason : null };
  }

  private async comments(id: string): Promise<Record<string, string> | null> {
    const submitted = await lastContent(this.db, id, 'scores-submitted');
    return (submitted?.body?.['comments'] as Record<string, string> | undefined) ?? null;
  }
}

function named({ id, status, application, expert, pole, structure }: AppraisalRecord) {
  return { id: addressOf(id), status, application: keyOf(application), label: application.startsWith('monitoring/') ? keyOf(application) : null, expert, pole, structure };
}

function summary(row: AppraisalRecord): AppraisalSummaryDto {
  return { ...named(row), call: row.call, dueOn: row.dueOn };
}
