import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../../libs/config/src/config.js';
import { labelAddresses } from '../../../../libs/domain/src/award/addresses.js';
import type { AwardData } from '../../../../libs/domain/src/award/award.data.js';
import { inForce } from '../../../../libs/domain/src/award/award.status.js';
import { isOffered } from '../../../../libs/domain/src/award/offers.js';
import { keyOf } from '../../../../libs/domain/src/procedure/subject.js';
import { findLabel, type LabelRecord, listLabels } from '../../../../libs/persistence/src/award/award.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import type { SubjectRow } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { DossierService } from '../act/dossier.service.js';
import { RightsService } from '../act/rights.service.js';
import { type Caller, hasRole } from '../auth/caller.js';
import { CONFIG, DATABASE } from '../environment/tokens.js';
import type { Locale } from '../http/locale.js';
import { decodeCursor, type Page, pageOf } from '../http/page.js';
import { Problem } from '../http/problem.js';
import type { LabelDto, LabelQueryDto, LabelSummaryDto } from './award.dto.js';
import { ContractReader } from './contract.reader.js';

/** Labels, from their award on. */
@Injectable()
export class AwardService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly db: Database,
    private readonly dossiers: DossierService,
    private readonly rights: RightsService,
    private readonly contracts: ContractReader,
  ) {}

  /** Staff see all labels, others those of their poles. */
  async list(caller: Caller, { status, pole, call, theme, structureType, region, officer, stuck, limit, cursor }: LabelQueryDto): Promise<Page<LabelSummaryDto>> {
    const staff = hasRole(caller, 'secretariat', 'committee', 'authority', 'auditor', 'operator');
    const rows = await listLabels(this.db, {
      memberId: staff ? undefined : caller.personId, poleId: pole, call: call === undefined ? undefined : `call/${call}`, status, theme, structureType, region,
      officer: staff ? officer : undefined, stuck: staff ? stuck : undefined, after: decodeCursor(cursor, 'text'), limit: limit + 1,
    });
    return pageOf(rows, limit, (row) => [row.number], (row) => ({ ...row, id: keyOf(row.id) }));
  }

  async show(caller: Caller, key: string, locale: Locale): Promise<LabelDto> {
    const seen = await this.rights.see(caller, `award/${key}`);
    const [dossier, label, steps, contract] = await Promise.all([this.dossiers.present(seen), this.find(seen.row.id), this.contracts.steps(seen.row, locale), this.contracts.view(seen)]);
    const { status, scheme, openedAt, changedAt, data, enterableActions, timeline } = dossier;
    const { amendments = [] } = data as unknown as Partial<AwardData>;
    const allowedActions = dossier.allowedActions.filter((act) => isOffered({ amendments }, act, contract !== null));
    const { number, startsOn, endsOn, pole, structure } = label;
    return { id: key, status, scheme, openedAt, changedAt, data, allowedActions, enterableActions, timeline: { ...timeline }, number, startsOn, endsOn, pole, structure, steps, contract, links: this.linksOf(seen.row, number) };
  }

  private linksOf({ id, status, data }: Pick<SubjectRow, 'id' | 'status' | 'data'>, number: string): LabelDto['links'] {
    const { certificate, credential, verification } = labelAddresses(this.config.api.publicUrl, { subject: id, number });
    const valid = (inForce as readonly string[]).includes(status);
    return { certificate: valid ? certificate : null, credential: valid ? credential : null, verification: (data as Partial<AwardData>).activatedOn ? verification : null };
  }

  private async find(id: string): Promise<LabelRecord> {
    const label = await findLabel(this.db, id);
    if (!label) throw new Problem(404, 'not-found');
    return label;
  }
}
