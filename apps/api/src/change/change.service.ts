import { Inject, Injectable } from '@nestjs/common';
import type { ChangeData } from '../../../../libs/domain/src/change/change.data.js';
import { changeEnded } from '../../../../libs/domain/src/change/change.status.js';
import { optionalText } from '../../../../libs/domain/src/procedure/facts.js';
import { keyOf } from '../../../../libs/domain/src/procedure/subject.js';
import { listChanges, recordedChange } from '../../../../libs/persistence/src/change/change.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { writtenEntries } from '../../../../libs/persistence/src/procedure/written.queries.js';
import { DossierService } from '../act/dossier.service.js';
import { RightsService } from '../act/rights.service.js';
import { type Caller, hasRole } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { decodeCursor, type Page, pageOf } from '../http/page.js';
import type { ChangeDto, ChangeQueryDto, ChangeSummaryDto } from './change.dto.js';

const staff = ['secretariat', 'authority', 'auditor', 'operator'] as const;

/** Reads the changes of labels' holders: one's poles', all of them for the staff. */
@Injectable()
export class ChangeService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly dossiers: DossierService, private readonly rights: RightsService) {}

  async list(caller: Caller, { status, label, pole, call, limit, cursor }: ChangeQueryDto): Promise<Page<ChangeSummaryDto>> {
    const rows = await listChanges(this.db, {
      memberId: hasRole(caller, ...staff) ? undefined : caller.personId, poleId: pole, call: call === undefined ? undefined : `call/${call}`, status,
      label: label === undefined ? undefined : `award/${label}`, after: decodeCursor(cursor, 'instant', 'text'), limit: limit + 1,
    });
    return pageOf(rows, limit, (row) => [row.openedAt.toISOString(), row.id], ({ id, status: now, data, pole: holder, dueOn }) => ({
      id: keyOf(id), status: now, what: data.what, label: keyOf(data.award), pole: holder, requestedOn: data.requestedOn, effectiveOn: data.effectiveOn, dueOn,
    }));
  }

  async show(caller: Caller, id: string): Promise<ChangeDto> {
    const seen = await this.rights.see(caller, `change/${id}`);
    const data = seen.row.data as unknown as ChangeData;
    const inside = seen.roles.some((role) => (staff as readonly string[]).includes(role));
    const [dossier, written, recorded] = await Promise.all([
      this.dossiers.present(seen),
      writtenEntries(this.db, seen.row.id, ['change-requested', 'pieces-requested', 'pieces-supplied', 'change-proposed', 'change-accepted', 'change-refused']),
      recordedChange(this.db, seen.row.id),
    ]);
    const body = (...types: string[]): Readonly<Record<string, unknown>> | null => written.findLast((one) => types.includes(one.type))?.body ?? null;
    const decided = (changeEnded as readonly string[]).includes(seen.row.status);
    const { status, scheme, openedAt, changedAt, allowedActions, enterableActions, timeline } = dossier;
    return {
      id, status, scheme, openedAt, changedAt, enterableActions, timeline: { ...timeline }, data: { ...dossier.data, ...(inside || decided ? {} : { proposed: null }), ...(inside ? {} : { requestedBy: null }) },
      // What the table gives the secretariat it has for light changes alone.
      allowedActions: allowedActions.filter((act) => data.light || status !== 'under_review' || (act !== 'accept' && act !== 'refuse')),
      what: data.what, label: keyOf(data.award), requestedOn: data.requestedOn, effectiveOn: data.effectiveOn,
      request: body('change-requested'), missing: optionalText(body('pieces-requested') ?? {}, 'text'), pieces: body('pieces-supplied'),
      proposal: inside || decided ? optionalText(body('change-proposed') ?? {}, 'reasons') : null,
      reasons: optionalText(body('change-accepted', 'change-refused') ?? {}, 'reasons'), recorded: recorded ?? null,
    };
  }
}
