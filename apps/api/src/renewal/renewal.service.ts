import { Inject, Injectable } from '@nestjs/common';
import { keyOf } from '../../../../libs/domain/src/procedure/subject.js';
import type { RenewalData } from '../../../../libs/domain/src/renewal/renewal.data.js';
import { createApplication } from '../../../../libs/domain/src/task/offered.js';
import { renewalDraft } from '../../../../libs/persistence/src/application/draft.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { listRenewals } from '../../../../libs/persistence/src/renewal/renewal.queries.js';
import { DossierService } from '../act/dossier.service.js';
import { RightsService } from '../act/rights.service.js';
import { type Caller, hasRole } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { decodeCursor, type Page, pageOf } from '../http/page.js';
import type { RenewalDto, RenewalQueryDto, RenewalSummaryDto } from './renewal.dto.js';

/** Reads renewals: a renewal's acts are those of its application, which begins here where no call is needed. */
@Injectable()
export class RenewalService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly dossiers: DossierService, private readonly rights: RightsService) {}

  /** Staff see all, others those of their poles. */
  async list(caller: Caller, { status, pole, endsBy, limit, cursor }: RenewalQueryDto): Promise<Page<RenewalSummaryDto>> {
    const staff = hasRole(caller, 'secretariat', 'committee', 'authority', 'auditor', 'operator');
    const rows = await listRenewals(this.db, {
      memberId: staff ? undefined : caller.personId, poleId: pole, status, endsBy, after: decodeCursor(cursor, 'date', 'text'), limit: limit + 1,
    });
    return pageOf(rows, limit, (row) => [row.endsOn, row.id],
      ({ label: _label, ...row }) => ({ ...row, id: keyOf(row.id), application: address(row.application), successor: address(row.successor) }));
  }

  async show(caller: Caller, key: string): Promise<RenewalDto> {
    const seen = await this.rights.see(caller, `renewal/${key}`);
    const { status, scheme, openedAt, changedAt, data, allowedActions, timeline } = await this.dossiers.present(seen);
    const { award, endsOn, restorableUntil = null, mode, application, successor } = data as unknown as RenewalData;
    const own = seen.roles.includes('applicant');
    const draft = own ? ((await renewalDraft(this.db, award)) ?? null) : null;
    const may = own && mode === 'rolling' && (status === 'window_open' || status === 'restorable') && draft === null;
    return {
      id: key, status, scheme, openedAt, changedAt, data, allowedActions: may ? [...allowedActions, createApplication] : allowedActions, timeline: { ...timeline },
      endsOn, restorableUntil, mode, draft, application: address(application), successor: address(successor),
    };
  }
}

function address(subject: string | null): string | null {
  return subject === null ? null : keyOf(subject);
}
