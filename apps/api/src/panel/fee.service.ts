import { Inject, Injectable } from '@nestjs/common';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { approveFee, claimTravel, exportFees, type FeeExportRow, findFee, findFeeExport, listFeeExports, listFees, type NamedFee, stateOf } from '../../../../libs/persistence/src/panel/fee.queries.js';
import { addressOf } from '../act/subject-param.js';
import { type Caller, hasRole } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { decodeCursor, type Page, pageOf, type PageQuery } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { feesAsCsv } from './fee-csv.js';
import type { FeeDto, FeeExportDto, FeeExportWithFeesDto, FeeQueryDto, TravelClaimDto } from './fee.dto.js';

/** Experts' fees: due with the scores, approved by somebody else, handed to the accountant once. */
@Injectable()
export class FeeService {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async list(caller: Caller, { call, state, mine, limit, cursor }: FeeQueryDto): Promise<Page<FeeDto>> {
    const own = mine === true || !seesAll(caller);
    const rows = await listFees(this.db, { personId: own ? caller.personId : undefined, call: call && `call/${call}`, state, after: decodeCursor(cursor, 'instant', 'id'), limit: limit + 1 });
    return pageOf(rows, limit, (row) => [row.dueAt.toISOString(), row.id], (row) => view(row, caller));
  }

  async show(caller: Caller, id: string): Promise<FeeDto> {
    return view(await this.fee(caller, id), caller);
  }

  async claim(caller: Caller, id: string, { cents, purpose }: TravelClaimDto): Promise<FeeDto> {
    const fee = await this.fee(caller, id);
    if (fee.personId !== caller.personId) throw new Problem(404, 'not-found');
    if (cents > fee.travelMaximumCents) throw new Problem(409, 'travel-over-maximum', { maximum: fee.travelMaximumCents });
    if (!(await claimTravel(this.db, id, { cents, purpose }))) throw new Problem(409, 'fee-approved');
    return this.show(caller, id);
  }

  async approve(caller: Caller, id: string, totalCents: number): Promise<FeeDto> {
    const fee = await this.fee(caller, id);
    if (fee.personId === caller.personId) throw new Problem(403, 'not-yourself');
    if (fee.approvedAt !== null) throw new Problem(409, 'fee-approved');
    if (!(await approveFee(this.db, id, { by: caller.personId, totalCents }))) throw new Problem(409, 'fee-changed');
    return this.show(caller, id);
  }

  async export(caller: Caller, call: string | undefined): Promise<FeeExportDto> {
    const made = await exportFees(this.db, { callId: call === undefined ? null : `call/${call}`, by: caller.personId });
    if (!made) throw new Problem(409, 'no-fee-to-export');
    return exportView(made);
  }

  async exports({ limit, cursor }: PageQuery): Promise<Page<FeeExportDto>> {
    const rows = await listFeeExports(this.db, { before: decodeCursor(cursor, 'instant', 'id'), limit: limit + 1 });
    return pageOf(rows, limit, (row) => [row.exportedAt.toISOString(), row.id], exportView);
  }

  async exported(caller: Caller, id: string): Promise<FeeExportWithFeesDto> {
    const made = await findFeeExport(this.db, id);
    if (!made) throw new Problem(404, 'not-found');
    return { ...exportView(made), fees: (await listFees(this.db, { exportId: id })).map((row) => view(row, caller)) };
  }

  async csv(caller: Caller, id: string): Promise<string> {
    const made = await this.exported(caller, id);
    return feesAsCsv(made, made.fees);
  }

  private async fee(caller: Caller, id: string): Promise<NamedFee> {
    const found = await findFee(this.db, id);
    if (!found || (found.personId !== caller.personId && !seesAll(caller))) throw new Problem(404, 'not-found');
    return found;
  }
}

function seesAll(caller: Caller): boolean {
  return hasRole(caller, 'secretariat', 'authority', 'auditor', 'operator');
}

function view(fee: NamedFee, caller: Caller): FeeDto {
  const { id, appraisalId, personId, name, callId, dueAt, feeCents, travelCents, travelMaximumCents, travelPurpose, approvedAt, approvedBy, exportId } = fee;
  const state = stateOf(fee);
  const own = personId === caller.personId;
  return {
    id, appraisal: addressOf(appraisalId), expert: { id: personId, name }, call: callId, dueAt: dueAt.toISOString(), feeCents, travelCents, travelMaximumCents, travelPurpose,
    totalCents: feeCents + travelCents, state, approvedAt: approvedAt?.toISOString() ?? null, approvedBy, export: exportId,
    allowedActions: state !== 'due' ? [] : own ? ['claimTravel'] : hasRole(caller, 'secretariat') ? ['approve'] : [],
  };
}

function exportView({ id, callId, exportedAt, exportedBy, lines, totalCents }: FeeExportRow): FeeExportDto {
  return { id, call: callId, exportedAt: exportedAt.toISOString(), exportedBy, lines, totalCents };
}
