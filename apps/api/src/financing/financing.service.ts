import { Inject, Injectable } from '@nestjs/common';
import type { FinancingData } from '../../../../libs/domain/src/financing/financing.data.js';
import { keyOf } from '../../../../libs/domain/src/procedure/subject.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { listFinancings, listPayments } from '../../../../libs/persistence/src/financing/financing.queries.js';
import { writtenEntries } from '../../../../libs/persistence/src/procedure/written.queries.js';
import { DossierService } from '../act/dossier.service.js';
import { RightsService } from '../act/rights.service.js';
import { type Caller, hasRole } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { decodeCursor, type Page, pageOf } from '../http/page.js';
import type { FinancingDto, FinancingQueryDto, FinancingSummaryDto, PaymentDto, PaymentQueryDto } from './financing.dto.js';
import { agreementsView, bankView, instalmentView, notForOwnPole, recoveryView, remarksView, remarkTypes, totals } from './financing.view.js';

/** Reads the money of labels. */
@Injectable()
export class FinancingService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly dossiers: DossierService, private readonly rights: RightsService) {}

  /** Staff see all, others those of their poles. */
  async list(caller: Caller, { status, pole, call, limit, cursor }: FinancingQueryDto): Promise<Page<FinancingSummaryDto>> {
    const staff = hasRole(caller, 'secretariat', 'authority', 'auditor', 'operator');
    const rows = await listFinancings(this.db, {
      memberId: staff ? undefined : caller.personId, poleId: pole, call: call === undefined ? undefined : `call/${call}`, status, after: decodeCursor(cursor, 'instant', 'text'), limit: limit + 1,
    });
    return pageOf(rows, limit, (row) => [row.openedAt.toISOString(), row.id], ({ id, status: now, pole: of, call: under, data }) => ({ id: keyOf(id), status: now, pole: of, call: under, ...totals(data) }));
  }

  async payments({ state, pole, limit, cursor }: PaymentQueryDto): Promise<Page<PaymentDto>> {
    const rows = await listPayments(this.db, { state, poleId: pole, after: decodeCursor(cursor, 'text', 'text', 'text'), limit: limit + 1 });
    return pageOf(rows, limit, (row) => [row.pole_name, row.subject, row.instalment.id], ({ subject, status, pole_id: id, pole_name: name, instalment }) => (
      { financing: keyOf(subject), pole: { id, name }, status, instalment: instalment.id, amountCents: instalment.cents, state: instalment.state, dueOn: instalment.dueOn }));
  }

  async show(caller: Caller, key: string): Promise<FinancingDto> {
    const seen = await this.rights.see(caller, `financing/${key}`);
    const [dossier, written] = await Promise.all([this.dossiers.present(seen), writtenEntries(this.db, seen.row.id, remarkTypes(seen.roles))]);
    const { status, scheme, openedAt, changedAt, enterableActions, timeline, data } = dossier;
    const allowedActions = dossier.allowedActions.filter((act) => !(seen.roles.includes('applicant') && notForOwnPole.includes(act)));
    const money = data as unknown as FinancingData;
    const looking = { personId: caller.personId, roles: seen.roles, allowed: allowedActions };
    const { award, startsOn, endsOn, endedOn, cause } = money;
    return {
      id: key, status, scheme, openedAt, changedAt, data: { startsOn, endsOn, endedOn, cause }, allowedActions, enterableActions, timeline: { ...timeline }, label: award,
      agreements: agreementsView(money), instalments: money.instalments.map((one) => instalmentView(one, money, looking)), recoveries: money.recoveries.map((one) => recoveryView(one, looking)),
      bank: bankView(money.bank, false, looking), pendingBank: bankView(money.pendingBank, true, looking), remarks: remarksView(written),
    };
  }
}
