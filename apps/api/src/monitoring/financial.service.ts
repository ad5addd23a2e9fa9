import { Inject, Injectable } from '@nestjs/common';
import type { MonitoringData } from '../../../../libs/domain/src/monitoring/monitoring.data.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { listReportFiles } from '../../../../libs/persistence/src/monitoring/report-file.queries.js';
import { reportEvents } from '../../../../libs/persistence/src/monitoring/report.queries.js';
import { PeopleQueries } from '../../../../libs/persistence/src/people/people.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import type { ActView } from '../act/act.dto.js';
import { ActService } from '../act/act.service.js';
import { EntryService } from '../act/entry.service.js';
import { RightsService } from '../act/rights.service.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { Problem } from '../http/problem.js';
import type { FinancialReportDto, FinancialReportView, FinancialReturnDto, FinancialValidationDto } from './financial.dto.js';
import { fileView } from './report-file.service.js';

/** The account of what a period's money was spent on: given by who may commit the pole, reviewed by the secretariat. */
@Injectable()
export class FinancialService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly acts: ActService, private readonly rights: RightsService, private readonly entries: EntryService) {}

  /** One for each period that is over, the first first. */
  async list(caller: Caller, key: string): Promise<FinancialReportView[]> {
    // A mid-term expert judges the programme, not the account.
    const { row } = await this.rights.seeAs(caller, `monitoring/${key}`, 'applicant', 'secretariat', 'committee', 'authority', 'auditor', 'operator');
    const [events, files] = await Promise.all([reportEvents(this.db, row.id, ['financial-report-submitted', 'financial-report-returned']), listReportFiles(this.db, row.id)]);
    const last = (n: number, type: string): Record<string, unknown> | null => events.filter((one) => one.n === n && one.type === type).at(-1)?.body ?? null;
    return (row.data as unknown as MonitoringData).periods.flatMap(({ n, from, to, financial }) => (financial ? [{
      period: n, from, to, financial, report: last(n, 'financial-report-submitted'), correction: last(n, 'financial-report-returned'),
      files: files.filter((one) => one.purpose === 'account' && one.period === n).map(fileView),
    }] : []));
  }

  /** @throws Problem 403 `not-a-committer`, 422 `unknown-cost` */
  async submit(caller: Caller, key: string, { period, spending, comment, entered: dto }: FinancialReportDto, idempotencyKey: string | undefined): Promise<ActView> {
    const { row, personId, on, entered } = await this.entries.actor(caller, `monitoring/${key}`, 'applicant', dto);
    if (row.poleId === null || !(await new PeopleQueries(this.db).isCommitter(personId, row.poleId, on))) throw new Problem(403, 'not-a-committer');
    const costs = ((await schemeById(this.db, row.schemeId)).financing?.eligibleCosts ?? []).map(({ code }) => code);
    const unknown = spending.find(({ cost }) => !costs.includes(cost));
    if (unknown) throw new Problem(422, 'unknown-cost', { cost: unknown.cost, costs: costs.join(', ') });
    const files = (await listReportFiles(this.db, row.id, period)).filter(({ purpose }) => purpose === 'account').map(({ id, name, type, size, sha256 }) => ({ id, name, type, size, sha256 }));
    const lines = spending.map(({ cost, spent, note }) => ({ cost, spent, ...(note === undefined ? {} : { note }) }));
    return this.acts.take(caller, {
      subject: row.id, act: 'submitFinancialReport', as: 'applicant', entered, facts: { n: period, spent: lines.reduce((sum, { spent }) => sum + spent, 0) },
      content: { spending: lines, ...(comment === undefined ? {} : { comment }), files }, request: { period, lines, comment: comment ?? null }, key: idempotencyKey,
    });
  }

  async return(caller: Caller, key: string, { period, reasons, limitOn }: FinancialReturnDto, idempotencyKey: string | undefined): Promise<ActView> {
    const { row } = await this.rights.seeAs(caller, `monitoring/${key}`, 'secretariat');
    return this.acts.take(caller, {
      subject: row.id, act: 'returnFinancialReport', as: 'secretariat', facts: { n: period, ...(limitOn ? { limitOn } : {}) }, content: { reasons }, key: idempotencyKey,
    });
  }

  async validate(caller: Caller, key: string, { period, accepted, comment }: FinancialValidationDto, idempotencyKey: string | undefined): Promise<ActView> {
    const { row } = await this.rights.seeAs(caller, `monitoring/${key}`, 'secretariat');
    return this.acts.take(caller, {
      subject: row.id, act: 'validateFinancialReport', as: 'secretariat', facts: { n: period, accepted }, ...(comment ? { content: { comment } } : {}), key: idempotencyKey,
    });
  }
}
