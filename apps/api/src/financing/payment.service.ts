import { Inject, Injectable } from '@nestjs/common';
import type { Facts } from '../../../../libs/domain/src/procedure/act.js';
import type { Role } from '../../../../libs/domain/src/procedure/role.js';
import { carrierOf } from '../../../../libs/persistence/src/application/application.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import type { ActView } from '../act/act.dto.js';
import { ActService } from '../act/act.service.js';
import { RightsService } from '../act/rights.service.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { Problem } from '../http/problem.js';
import { notForOwnPole } from './financing.view.js';

/** An act on the money of a label, as its route says. */
export interface PaymentAct {
  readonly act: string;
  /** Who may take it, the first that the caller is. */
  readonly by: readonly Role[];
  readonly facts?: Facts;
  readonly content?: Record<string, unknown>;
}

/** Acts of the staff on instalments, agreements and recoveries: the rules decide, this only asks. */
@Injectable()
export class PaymentService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly acts: ActService, private readonly rights: RightsService) {}

  /** Makes out a payment to the pole's carrier of today. @throws Problem 403 `own-pole` */
  async prepare(caller: Caller, key: string, asked: { readonly instalment: string; readonly cents: number }, idempotencyKey: string | undefined): Promise<ActView> {
    const { row, roles, as } = await this.rights.seeAs(caller, `financing/${key}`, 'secretariat');
    outsideItsPole('prepareInstalment', roles);
    const carrier = row.poleId === null ? undefined : await carrierOf(this.db, row.poleId);
    return this.acts.take(caller, { subject: row.id, act: 'prepareInstalment', as, facts: { ...asked, ...(carrier ? { carrier: carrier.id } : {}) }, request: asked, key: idempotencyKey });
  }

  /** @throws Problem for who may not see the financing, is none of these, belongs to the pole itself (403 `own-pole`), or whose act the rules refuse */
  async take(caller: Caller, key: string, { act, by, facts = {}, content }: PaymentAct, idempotencyKey?: string): Promise<ActView> {
    const { row, roles, as } = await this.rights.seeAs(caller, `financing/${key}`, ...by);
    outsideItsPole(act, roles);
    return this.acts.take(caller, { subject: row.id, act, as, facts, ...(content ? { content } : {}), key: idempotencyKey });
  }
}

/** A member of the staff who also belongs to the pole takes no part in paying it. */
function outsideItsPole(act: string, roles: readonly Role[]): void {
  if (roles.includes('applicant') && notForOwnPole.includes(act)) throw new Problem(403, 'own-pole');
}
