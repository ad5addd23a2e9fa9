import { Inject, Injectable } from '@nestjs/common';
import { planStaffing, type StaffingPlan } from '../../../../libs/domain/src/appraisal/staffing.js';
import { suggest } from '../../../../libs/domain/src/appraisal/suggestions.js';
import { civilDateOf } from '../../../../libs/domain/src/calendar/instants.js';
import { keyOf } from '../../../../libs/domain/src/procedure/subject.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { hashOf } from '../../../../libs/persistence/src/procedure/canonical.js';
import { clockNow } from '../../../../libs/persistence/src/procedure/clock.queries.js';
import { subjectById } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { ActReceived } from '../act/act-received.js';
import { ActService } from '../act/act.service.js';
import { ownKey } from '../act/own-key.js';
import { RightsService } from '../act/rights.service.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { Problem } from '../http/problem.js';
import { absenceFacts } from './absence-facts.js';
import type { NewStaffingDto, StaffingDto } from './staffing.dto.js';
import { coolingOffOf, StaffingReader, type Staffables } from './staffing.reader.js';
import type { SuggestionsDto } from './suggestion.dto.js';

/** Files that take experts in bulk: admitted, or short of somebody. */
const staffed = ['admissible', 'under_appraisal'];

/** Experts suggested for one file, and named for many. */
@Injectable()
export class StaffingService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly reader: StaffingReader, private readonly acts: ActService, private readonly rights: RightsService) {}

  async suggestions(caller: Caller, id: string): Promise<SuggestionsDto> {
    const { row } = await this.rights.seeAs(caller, `application/${id}`, 'secretariat');
    const { files: [found], names } = await this.reader.read(row.callId ?? '', { application: row.id });
    if (!found) throw new Problem(404, 'not-found');
    const { ranked, excluded } = suggest(found.file, found.candidates, coolingOffOf(await schemeById(this.db, row.schemeId)));
    const expert = (one: string) => ({ id: one, name: names.get(one) ?? '' });
    return {
      application: id, wanted: found.file.wanted, ranked: ranked.map(({ expert: one, available, reasons }) => ({ expert: expert(one), available, reasons: reasons.map((reason) => ({ ...reason })) })),
      excluded: excluded.map(({ expert: one, conflicts }) => ({ expert: expert(one), conflicts })),
    };
  }

  /** One ordinary act a file, each with its own outcome: what one file refuses doesn't hold up the others. */
  async staff(caller: Caller, callId: string, { maximumLoad, preview, plan: read, dueOn }: NewStaffingDto, key: string | undefined): Promise<StaffingDto> {
    const call = await subjectById(this.db, callId);
    if (!call) throw new Problem(404, 'not-found');
    const scheme = await schemeById(this.db, call.schemeId);
    const today = civilDateOf(await clockNow(this.db), scheme.zone);
    if (dueOn !== undefined && dueOn <= today) throw new Problem(409, 'date-in-the-past', { to: dueOn });
    const found = await this.reader.read(callId, { call: callId, statuses: staffed });
    const planned = planStaffing(found.files, { maximumLoad, coolingOff: coolingOffOf(scheme) });
    const plan = hashOf({ assigned: planned.assigned, dueOn: dueOn ?? null });
    if (read !== undefined && read !== plan) throw new Problem(409, 'staffing-changed');
    const answer = view(planned, found, { preview, plan });
    if (preview) return answer;
    for (const { application, experts } of planned.assigned) {
      const shown = answer.assigned.find((one) => one.application === keyOf(application));
      const code = await this.name(caller, application, {
        experts, absences: await absenceFacts(this.db, experts, today), seen: sizeOf(found, application), ...(dueOn === undefined ? {} : { dueOn }),
      }, key === undefined ? undefined : ownKey('staffing', key, keyOf(application)));
      if (code === 'done' && shown) shown.done = true;
      if (code === 'done' || code === 'received') continue;
      answer.assigned = answer.assigned.filter((one) => one !== shown);
      answer.unassigned.push({ application: keyOf(application), wanted: experts.length, found: experts.length, why: [], code });
    }
    return answer;
  }

  /** The code of the file's refusal, or that it is done or safely received. */
  private async name(caller: Caller, subject: string, facts: NonNullable<Parameters<ActService['take']>[1]['facts']>, key: string | undefined): Promise<string> {
    try {
      await this.acts.take(caller, { subject, act: 'staff', as: 'secretariat', facts, key });
      return 'done';
    } catch (error) {
      if (error instanceof ActReceived) return 'received';
      if (error instanceof Problem) return error.code;
      throw error;
    }
  }
}

/** How many experts were named on the file, lost ones included, when it was read: it refuses when that changed meanwhile. */
function sizeOf({ files }: Staffables, application: string): number {
  const file = files.find((one) => one.file.application === application)?.file;
  return file ? file.named.length + file.recused.length + file.gone.length : 0;
}

function view({ assigned, unassigned }: StaffingPlan, { names }: Staffables, { preview, plan }: Pick<StaffingDto, 'preview' | 'plan'>): StaffingDto {
  return {
    preview, plan,
    assigned: assigned.map(({ application, experts }) => ({ application: keyOf(application), experts: experts.map((id) => ({ id, name: names.get(id) ?? '' })), done: false })),
    unassigned: unassigned.map(({ application, ...rest }) => ({ ...rest, application: keyOf(application), code: null })),
  };
}
