import { Inject, Injectable } from '@nestjs/common';
import { midTermBase } from '../../../../libs/domain/src/monitoring/mid-term.data.js';
import { type MonitoringData, presentPeriod } from '../../../../libs/domain/src/monitoring/monitoring.data.js';
import type { Facts } from '../../../../libs/domain/src/procedure/act.js';
import { isOffered } from '../../../../libs/domain/src/monitoring/offers.js';
import { keyOf } from '../../../../libs/domain/src/procedure/subject.js';
import type { Role } from '../../../../libs/domain/src/procedure/role.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { listMonitorings } from '../../../../libs/persistence/src/monitoring/monitoring.queries.js';
import { reportEvents } from '../../../../libs/persistence/src/monitoring/report.queries.js';
import { lastContent } from '../../../../libs/persistence/src/procedure/subject.columns.js';
import type { ActView } from '../act/act.dto.js';
import { ActService } from '../act/act.service.js';
import { DossierService } from '../act/dossier.service.js';
import { RightsService } from '../act/rights.service.js';
import { type Caller, hasRole } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { decodeCursor, type Page, pageOf } from '../http/page.js';
import { type ReportEventDto, reportEventTypes } from './late-report.dto.js';
import type { MidTermDto } from './mid-term.dto.js';
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
    const { status, scheme, openedAt, changedAt, data, enterableActions, timeline } = dossier;
    const monitoring = data as unknown as MonitoringData;
    const allowedActions = dossier.allowedActions.filter((act) => isOffered(monitoring, act));
    return {
      id: key, status, scheme, openedAt, changedAt, data: shown(data, seen.roles), allowedActions, enterableActions,
      timeline: { ...timeline, past: timeline.past.map((one) => ({ ...one, facts: shown(one.facts, seen.roles) })) },
      periods: monitoring.periods, report: report ?? null, correction: correction ?? null, midTerm: midTermView(key, monitoring, seen.roles),
    };
  }

  /** The history of all reports, in the order of the journal. */
  async events(caller: Caller, key: string): Promise<ReportEventDto[]> {
    const { row } = await this.rights.see(caller, `monitoring/${key}`);
    return (await reportEvents(this.db, row.id, reportEventTypes)).map(({ n, type, on, body }) => ({ period: n, type, on, body }));
  }

  /** The secretariat's answer to what came beside the yearly report. */
  async review(caller: Caller, key: string, act: string, period: number, content: Record<string, unknown> | undefined, idempotencyKey: string | undefined): Promise<ActView> {
    const { row } = await this.rights.seeAs(caller, `monitoring/${key}`, 'secretariat');
    return this.acts.take(caller, { subject: row.id, act, as: 'secretariat', facts: { n: period }, ...(content ? { content } : {}), key: idempotencyKey });
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

/** Who appraises at mid-term is not for the pole. */
function shown(facts: Facts, roles: readonly Role[]): Facts {
  if (isStaff(roles)) return facts;
  const { expert: _expert, midTerm: _midTerm, ...rest } = facts;
  return rest;
}

function isStaff(roles: readonly Role[]): boolean {
  return roles.some((role) => role !== 'applicant');
}

/** The pole learns that the label is appraised, and what came of it; by whom is for the staff. */
function midTermView(key: string, { midTerm }: MonitoringData, roles: readonly Role[]): MidTermDto | null {
  if (!midTerm) return null;
  const { state, named, total, appraisedOn } = midTerm;
  return { state, appraisal: isStaff(roles) && named > 0 ? `/api/appraisals/${key}-${midTermBase + named}` : null, total, appraisedOn };
}
