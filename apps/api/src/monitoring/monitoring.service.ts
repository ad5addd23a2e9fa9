import { Inject, Injectable } from '@nestjs/common';
import { type MonitoringData, presentPeriod } from '../../../../libs/domain/src/monitoring/monitoring.data.js';
import { keyOf } from '../../../../libs/domain/src/procedure/subject.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { listMonitorings } from '../../../../libs/persistence/src/monitoring/monitoring.queries.js';
import { lastContent } from '../../../../libs/persistence/src/procedure/subject.columns.js';
import type { ActView } from '../act/act.dto.js';
import { ActService } from '../act/act.service.js';
import { DossierService } from '../act/dossier.service.js';
import { RightsService } from '../act/rights.service.js';
import { type Caller, hasRole } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { decodeCursor, type Page, pageOf } from '../http/page.js';
import type { CorrectionRequestDto, MonitoringDto, MonitoringQueryDto, MonitoringSummaryDto, ReportValidationDto } from './monitoring.dto.js';

/** Reads monitorings, and takes the secretariat's review of their reports. */
@Injectable()
export class MonitoringService {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly acts: ActService,
    private readonly dossiers: DossierService,
    private readonly rights: RightsService,
  ) {}

  /** Staff see all, others those of their poles. */
  async list(caller: Caller, { status, pole, call, limit, cursor }: MonitoringQueryDto): Promise<Page<MonitoringSummaryDto>> {
    const staff = hasRole(caller, 'secretariat', 'committee', 'authority', 'auditor', 'operator');
    const rows = await listMonitorings(this.db, {
      memberId: staff ? undefined : caller.personId, poleId: pole, call: call === undefined ? undefined : `call/${call}`, status, after: decodeCursor(cursor, 'instant', 'text'), limit: limit + 1,
    });
    return pageOf(rows, limit, (row) => [row.openedAt.toISOString(), row.id],
      ({ id, data, status: now, pole: of, call: under, dueOn }) => ({ id: keyOf(id), status: now, pole: of, call: under, period: presentPeriod(data), dueOn }));
  }

  async show(caller: Caller, key: string): Promise<MonitoringDto> {
    const seen = await this.rights.see(caller, `monitoring/${key}`);
    const [dossier, report, correction] = await Promise.all([
      this.dossiers.present(seen), lastContent(this.db, seen.row.id, 'report-submitted'), lastContent(this.db, seen.row.id, 'correction-requested'),
    ]);
    const { status, scheme, openedAt, changedAt, data, allowedActions, enterableActions, timeline } = dossier;
    return {
      id: key, status, scheme, openedAt, changedAt, data, allowedActions, enterableActions, timeline: { ...timeline },
      periods: (data as unknown as MonitoringData).periods, report: report ?? null, correction: correction ?? null,
    };
  }

  /** The secretariat returns the report with its reasons. */
  async requestCorrection(caller: Caller, key: string, { reasons, limitOn }: CorrectionRequestDto, idempotencyKey: string | undefined): Promise<ActView> {
    const { row } = await this.rights.seeAs(caller, `monitoring/${key}`, 'secretariat');
    return this.acts.take(caller, {
      subject: row.id, act: 'requestCorrection', as: 'secretariat', facts: limitOn ? { limitOn } : {}, content: { reasons }, key: idempotencyKey,
    });
  }

  /** The secretariat accepts the report. */
  async validate(caller: Caller, key: string, { comment }: ReportValidationDto, idempotencyKey: string | undefined): Promise<ActView> {
    const { row } = await this.rights.seeAs(caller, `monitoring/${key}`, 'secretariat');
    return this.acts.take(caller, { subject: row.id, act: 'validateReport', as: 'secretariat', ...(comment ? { content: { comment } } : {}), key: idempotencyKey });
  }
}
