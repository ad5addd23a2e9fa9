import { Inject, Injectable } from '@nestjs/common';
import { listAppeals, reviewerOf } from '../../../../libs/persistence/src/appeal/appeal.queries.js';
import type { AppealData } from '../../../../libs/domain/src/appeal/appeal.data.js';
import { optionalText } from '../../../../libs/domain/src/procedure/facts.js';
import type { Role } from '../../../../libs/domain/src/procedure/role.js';
import { keyOf } from '../../../../libs/domain/src/procedure/subject.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { type WrittenEntry, writtenEntries } from '../../../../libs/persistence/src/procedure/written.queries.js';
import { DossierService, type Dossier } from '../act/dossier.service.js';
import { RightsService } from '../act/rights.service.js';
import { addressOf } from '../act/subject-param.js';
import type { SignatoryDto } from '../application/application.act.dto.js';
import { type Caller, hasRole } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { decodeCursor, type Page, pageOf } from '../http/page.js';
import type { AppealDto, AppealQueryDto, AppealSummaryDto } from './appeal.dto.js';
import { appealSummary } from './appeal.view.js';
import { FirstDeciders } from './first-deciders.js';

const staff: readonly Role[] = ['secretariat', 'authority', 'auditor', 'operator'];

/** Reads appeals by the rights of the reader: their pole, the staff, and the committee once one has reopened a file. */
@Injectable()
export class AppealService {
  constructor(
    @Inject(DATABASE) private readonly db: Database, private readonly dossiers: DossierService, private readonly rights: RightsService, private readonly deciders: FirstDeciders,
  ) {}

  async list(caller: Caller, { status, application, call, pole, limit, cursor }: AppealQueryDto): Promise<Page<AppealSummaryDto>> {
    const all = hasRole(caller, ...staff);
    const reopened = !all && hasRole(caller, 'committee');
    const rows = await listAppeals(this.db, {
      memberId: all || reopened ? undefined : caller.personId, poleId: pole, call: call === undefined ? undefined : `call/${call}`, status: reopened ? 'upheld' : status, committeeId: reopened ? caller.personId : undefined,
      application: application === undefined ? undefined : `application/${application}`, after: decodeCursor(cursor, 'instant', 'text'), limit: limit + 1,
    });
    return pageOf(rows.filter((row) => status === undefined || row.status === status), limit, (row) => [row.openedAt.toISOString(), row.id], appealSummary);
  }

  async show(caller: Caller, id: string): Promise<AppealDto> {
    const seen = await this.rights.see(caller, id);
    const data = seen.row.data as unknown as AppealData;
    const inside = seen.roles.some((role) => staff.includes(role));
    const [dossier, written, reviewer, firstDeciders] = await Promise.all([
      this.dossiers.present(seen), writtenEntries(this.db, id, ['lodged', 'upheld', 'dismissed']), inside ? reviewerOf(this.db, id) : undefined, inside ? this.deciders.of(seen.row) : [],
    ]);
    const { status, scheme, openedAt, changedAt, allowedActions, enterableActions, timeline, data: shown } = inside ? dossier : withoutNames(dossier);
    return {
      id: addressOf(id), status, scheme, openedAt, changedAt, allowedActions, enterableActions, timeline: { ...timeline }, data: shown,
      application: keyOf(data.application), n: data.n, against: data.against, lodgedOn: data.lodgedOn, limitOn: data.limitOn,
      grounds: optionalText(written.find((e) => e.type === 'lodged')?.body ?? {}, 'grounds'), answer: answerIn(written), reviewer: reviewer ?? null, firstDeciders: [...firstDeciders],
    };
  }
}

/** Who works on an appeal is the staff's affair. */
function withoutNames(dossier: Dossier): Dossier {
  const { reviewer: _reviewer, toldApart: _toldApart, ...data } = dossier.data;
  const past = dossier.timeline.past.filter((e) => e.type !== 'reviewer-changed').map((e) => (e.type === 'review-begun' ? { ...e, facts: {} } : e));
  return { ...dossier, data, timeline: { ...dossier.timeline, past } };
}

function answerIn(written: readonly WrittenEntry[]): AppealDto['answer'] {
  const answer = written.find((e) => e.type !== 'lodged');
  if (!answer) return null;
  const [inLaw, inFact] = [optionalText(answer?.body ?? {}, 'reasonsInLaw'), optionalText(answer?.body ?? {}, 'reasonsInFact')];
  return {
    on: answer.on, outcome: answer.type, signatory: (answer.body?.['signatory'] ?? null) as SignatoryDto | null,
    reasons: inLaw === null && inFact === null ? null : { inLaw: inLaw ?? '', inFact: inFact ?? '' },
  };
}
