import { Inject, Injectable } from '@nestjs/common';
import { civilDateOf } from '../../../../libs/domain/src/calendar/instants.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { PeopleQueries } from '../../../../libs/persistence/src/people/people.queries.js';
import { clockNow } from '../../../../libs/persistence/src/procedure/clock.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import type { ActView } from '../act/act.dto.js';
import { ActService } from '../act/act.service.js';
import { RightsService } from '../act/rights.service.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { Problem } from '../http/problem.js';
import { absenceFacts } from '../panel/absence-facts.js';
import { refuseTied } from '../panel/hard-ties.js';
import { StaffingReader } from '../panel/staffing.reader.js';
import type { MidTermAppraisalDto } from './mid-term.dto.js';

/** The secretariat names who appraises a label at mid-term, by the same care as for an application. */
@Injectable()
export class MidTermService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly acts: ActService, private readonly rights: RightsService, private readonly pool: StaffingReader) {}

  /** @throws Problem 422 `not-an-expert`, 409 `expert-of-pole` for somebody of the label's own pole, 409 `expert-tied` */
  async staff(caller: Caller, key: string, { expert, dueOn, despite }: MidTermAppraisalDto, idempotencyKey: string | undefined): Promise<ActView> {
    const { row } = await this.rights.seeAs(caller, `monitoring/${key}`, 'secretariat');
    const people = new PeopleQueries(this.db);
    if (!(await people.peopleWithRole('expert')).some(({ personId }) => personId === expert)) throw new Problem(422, 'not-an-expert');
    if (row.poleId !== null && (await people.membershipOf(expert, row.poleId)).length > 0) throw new Problem(409, 'expert-of-pole');
    const scheme = await schemeById(this.db, row.schemeId);
    if (despite === undefined) await refuseTied(this.pool, { call: row.callId ?? '', application: `application/${key}` }, [expert], scheme);
    const absences = (await absenceFacts(this.db, [expert], civilDateOf(await clockNow(this.db), scheme.zone)))[expert];
    return this.acts.take(caller, {
      subject: row.id, act: 'staffMidTerm', as: 'secretariat', facts: { expert, ...(dueOn === undefined ? {} : { dueOn }), ...(absences === undefined ? {} : { absences }) },
      ...(despite === undefined ? {} : { content: { despite } }), request: { expert, dueOn: dueOn ?? null, despite: despite ?? null }, key: idempotencyKey,
    });
  }
}
