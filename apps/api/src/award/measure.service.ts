import { Inject, Injectable } from '@nestjs/common';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { PeopleQueries } from '../../../../libs/persistence/src/people/people.queries.js';
import { writtenEntries } from '../../../../libs/persistence/src/procedure/written.queries.js';
import type { Facts } from '../../../../libs/domain/src/procedure/act.js';
import type { ActView } from '../act/act.dto.js';
import { ActService } from '../act/act.service.js';
import { EntryService } from '../act/entry.service.js';
import { RightsService } from '../act/rights.service.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { Problem } from '../http/problem.js';
import type { LabelExtensionDto, MeasureDto, MeasuresDto, NoticeDto, ObservationsDto, ReliefDto, RenunciationDto } from './measure.dto.js';
import { measureEntries, measureView } from './measure.view.js';

type Key = string | undefined;

/** What the authority decides on a label in force, and what its holder says and gives up. */
@Injectable()
export class MeasureService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly acts: ActService, private readonly entries: EntryService, private readonly rights: RightsService) {}

  /** Notices, observations, decisions, in their order: for the holder and the staff. */
  async list(caller: Caller, id: string): Promise<MeasuresDto> {
    const { row } = await this.rights.seeAs(caller, `award/${id}`, 'applicant', 'secretariat', 'authority', 'auditor', 'operator');
    return { measures: (await writtenEntries(this.db, row.id, measureEntries)).map(measureView) };
  }

  serveNotice(caller: Caller, id: string, { intent, ...reasons }: NoticeDto, key: Key): Promise<ActView> {
    return this.decide(caller, id, 'serveNotice', { intent }, reasons, key);
  }

  async giveObservations(caller: Caller, id: string, { text, entered: dto }: ObservationsDto, key: Key): Promise<ActView> {
    const { row, entered } = await this.entries.actor(caller, `award/${id}`, 'applicant', dto, { act: 'giveObservations' });
    return this.acts.take(caller, { subject: row.id, act: 'giveObservations', as: 'applicant', entered, content: { text }, key });
  }

  suspend(caller: Caller, id: string, { signatory, ...reasons }: MeasureDto, key: Key): Promise<ActView> {
    return this.decide(caller, id, 'suspend', {}, { signatory: { ...signatory }, ...reasons }, key);
  }

  withdraw(caller: Caller, id: string, { signatory, ...reasons }: MeasureDto, key: Key): Promise<ActView> {
    return this.decide(caller, id, 'withdraw', {}, { signatory: { ...signatory }, ...reasons }, key);
  }

  dropNotice(caller: Caller, id: string, { reason }: ReliefDto, key: Key): Promise<ActView> {
    return this.decide(caller, id, 'dropNotice', {}, reason === undefined ? undefined : { reason }, key);
  }

  reinstate(caller: Caller, id: string, { reason }: ReliefDto, key: Key): Promise<ActView> {
    return this.decide(caller, id, 'reinstate', {}, reason === undefined ? undefined : { reason }, key);
  }

  extend(caller: Caller, id: string, { signatory, reasonsInLaw, reasonsInFact, endsOn, decidedOn, report = false, instalment = false }: LabelExtensionDto, key: Key): Promise<ActView> {
    return this.decide(caller, id, 'extend', { endsOn, decidedOn, report, instalment }, { signatory: { ...signatory }, reasonsInLaw, reasonsInFact }, key);
  }

  /** By the legal representative or a mandated person. @throws Problem 403 `not-a-committer` */
  async renounce(caller: Caller, id: string, { on: lastDay, reason, entered: dto }: RenunciationDto, key: Key): Promise<ActView> {
    const { row, personId, on, entered } = await this.entries.actor(caller, `award/${id}`, 'applicant', dto, { act: 'renounce' });
    if (!(await new PeopleQueries(this.db).isCommitter(personId, row.poleId ?? '', on))) throw new Problem(entered ? 409 : 403, 'not-a-committer');
    return this.acts.take(caller, {
      subject: row.id, act: 'renounce', as: 'applicant', entered, ...(lastDay === undefined ? {} : { facts: { on: lastDay } }), ...(reason === undefined ? {} : { content: { reason } }), key,
    });
  }

  private async decide(caller: Caller, id: string, act: string, facts: Facts, content: Record<string, unknown> | undefined, key: Key): Promise<ActView> {
    const { row } = await this.rights.seeAs(caller, `award/${id}`, 'authority');
    return this.acts.take(caller, { subject: row.id, act, as: 'authority', facts, ...(content === undefined ? {} : { content }), key });
  }
}
