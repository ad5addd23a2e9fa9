import { Inject, Injectable } from '@nestjs/common';
import type { Facts } from '../../../../libs/domain/src/procedure/act.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { countAskable } from '../../../../libs/persistence/src/survey/firm.queries.js';
import { ActService, type Taken } from '../act/act.service.js';
import { EntryService } from '../act/entry.service.js';
import { RightsService } from '../act/rights.service.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { Problem } from '../http/problem.js';
import { OwnFileService } from './own-file.service.js';
import type { OwnSurveyDto } from './survey.dto.js';

/** The acts on a survey. */
@Injectable()
export class SurveyActService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly acts: ActService, private readonly entries: EntryService, private readonly rights: RightsService, private readonly files: OwnFileService) {}

  /** By the centre or the secretariat, on the list that they have seen. @throws Problem 409 `firms-changed` */
  async launch(caller: Caller, id: string, seen: number, key: string | undefined): Promise<Taken> {
    const { row, as } = await this.rights.seeAs(caller, id, 'applicant', 'secretariat');
    const firms = await countAskable(this.db, id);
    if (row.status === 'listing' && firms > 0 && firms !== seen) throw new Problem(409, 'firms-changed', { seen, now: firms });
    return this.acts.take(caller, { subject: id, act: 'launch', as, facts: { firms }, request: { firms: seen }, key });
  }

  /** The centre has asked its firms itself. */
  async declareOwn(caller: Caller, id: string, { entered: dto, questions, method, files, ...figures }: OwnSurveyDto, key: string | undefined): Promise<Taken> {
    const { entered } = await this.entries.actor(caller, id, 'applicant', dto, { act: 'declareOwn' });
    const facts = JSON.parse(JSON.stringify(figures)) as Facts;
    const named = files === undefined || files.length === 0 ? undefined : await this.files.named(id, files);
    const content = { questions, ...(method === undefined ? {} : { method }), ...(named === undefined ? {} : { files: named }) };
    return this.acts.take(caller, { subject: id, act: 'declareOwn', as: 'applicant', entered, facts, content, key });
  }
}
