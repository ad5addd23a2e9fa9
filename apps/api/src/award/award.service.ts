import { Inject, Injectable } from '@nestjs/common';
import { keyOf } from '../../../../libs/domain/src/procedure/subject.js';
import { findLabel, type LabelRecord, listLabels } from '../../../../libs/persistence/src/award/award.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { PeopleQueries } from '../../../../libs/persistence/src/people/people.queries.js';
import type { ActView } from '../act/act.dto.js';
import { ActService } from '../act/act.service.js';
import { DossierService } from '../act/dossier.service.js';
import { EntryService } from '../act/entry.service.js';
import { RightsService } from '../act/rights.service.js';
import { type Caller, hasRole } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { decodeCursor, type Page, pageOf } from '../http/page.js';
import { Problem } from '../http/problem.js';
import type { ContractSignatureDto, PoleSignatureDto, LabelDto, LabelQueryDto, LabelSummaryDto } from './award.dto.js';

/** Labels and the signing of their contracts. */
@Injectable()
export class AwardService {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly acts: ActService,
    private readonly dossiers: DossierService,
    private readonly rights: RightsService,
    private readonly entries: EntryService,
  ) {}

  /** Staff see all labels, others those of their poles. */
  async list(caller: Caller, { status, pole, call, theme, structureType, region, officer, limit, cursor }: LabelQueryDto): Promise<Page<LabelSummaryDto>> {
    const staff = hasRole(caller, 'secretariat', 'committee', 'authority', 'auditor', 'operator');
    const rows = await listLabels(this.db, {
      memberId: staff ? undefined : caller.personId, poleId: pole, call: call === undefined ? undefined : `call/${call}`, status, theme, structureType, region,
      officer: staff ? officer : undefined, after: decodeCursor(cursor, 'text'), limit: limit + 1,
    });
    return pageOf(rows, limit, (row) => [row.number], (row) => ({ ...row, id: keyOf(row.id) }));
  }

  async show(caller: Caller, key: string): Promise<LabelDto> {
    const seen = await this.rights.see(caller, `award/${key}`);
    const [dossier, label] = await Promise.all([this.dossiers.present(seen), this.find(seen.row.id)]);
    const { status, scheme, openedAt, changedAt, data, allowedActions, enterableActions, timeline } = dossier;
    const { number, startsOn, endsOn, pole, structure } = label;
    return { id: key, status, scheme, openedAt, changedAt, data, allowedActions, enterableActions, timeline: { ...timeline }, number, startsOn, endsOn, pole, structure };
  }

  /**
   * The pole signs: its legal representative, or who holds a mandate in force today.
   * @throws Problem 403 `not-a-committer`
   */
  async sign(caller: Caller, key: string, body: PoleSignatureDto, idempotencyKey: string | undefined): Promise<ActView> {
    const { row, personId, on, entered } = await this.entries.actor(caller, `award/${key}`, 'applicant', body.entered, { act: 'signContract' });
    const people = new PeopleQueries(this.db);
    if (row.poleId === null || !(await people.isCommitter(personId, row.poleId, on))) throw new Problem(403, 'not-a-committer');
    const signatory = entered ? ((await people.peopleOf(row.poleId)).find((one) => one.personId === personId) ?? caller) : caller;
    const { capacity, document } = body;
    return this.acts.take(caller, {
      subject: row.id, act: 'signContract', as: 'applicant', entered, content: signature(signatory, body), request: { capacity, document }, key: idempotencyKey,
    });
  }

  /** The authority signs. */
  async countersign(caller: Caller, key: string, body: ContractSignatureDto, idempotencyKey: string | undefined): Promise<ActView> {
    const { row } = await this.rights.seeAs(caller, `award/${key}`, 'authority');
    return this.acts.take(caller, { subject: row.id, act: 'countersignContract', as: 'authority', content: signature(caller, body), request: { ...body }, key: idempotencyKey });
  }

  private async find(id: string): Promise<LabelRecord> {
    const label = await findLabel(this.db, id);
    if (!label) throw new Problem(404, 'not-found');
    return label;
  }
}

/** Who signed, as names stood on that day: erasable content, not a fact of the journal. */
function signature({ name }: Pick<Caller, 'name'>, { capacity, document }: ContractSignatureDto): Record<string, unknown> {
  return { signatory: name, ...(capacity ? { capacity } : {}), ...(document ? { document } : {}) };
}
