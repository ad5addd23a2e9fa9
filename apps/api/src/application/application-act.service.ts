import { Inject, Injectable } from '@nestjs/common';
import { civilDateOf } from '../../../../libs/domain/src/calendar/instants.js';
import type { Facts } from '../../../../libs/domain/src/procedure/act.js';
import type { Role } from '../../../../libs/domain/src/procedure/role.js';
import { findAttachment } from '../../../../libs/persistence/src/application/attachment.queries.js';
import { tiedTo } from '../../../../libs/persistence/src/application/tied-experts.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { PeopleQueries } from '../../../../libs/persistence/src/people/people.queries.js';
import { clockNow } from '../../../../libs/persistence/src/procedure/clock.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { ActService, type Taken } from '../act/act.service.js';
import type { EnteredDto } from '../act/entered.dto.js';
import { EntryService } from '../act/entry.service.js';
import { RightsService } from '../act/rights.service.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { faultAt } from '../http/field-fault.js';
import { Problem } from '../http/problem.js';
import { absenceFacts } from '../panel/absence-facts.js';
import { refuseTied } from '../panel/hard-ties.js';
import { StaffingReader } from '../panel/staffing.reader.js';
import type { PanelDto, PiecesDto } from './application.act.dto.js';
import type { ReplyDto } from './result.dto.js';

/** Who acts on which file, with the request's Idempotency-Key. */
export interface Acting {
  readonly caller: Caller;
  readonly id: string;
  readonly key: string | undefined;
  /** The secretariat enters the act for somebody else. */
  readonly entered?: EnteredDto | undefined;
}

/** What is erasable text and what is fact in each act; what the database must be asked before the procedure is. */
@Injectable()
export class ApplicationActService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly acts: ActService, private readonly rights: RightsService, private readonly entries: EntryService, private readonly pool: StaffingReader) {}

  /** Takes an act as the first of these roles that the caller has on the file. Empty content is no content. */
  async take({ caller, id, key }: Acting, act: string, roles: readonly Role[], { facts = {}, content = {}, request }: { facts?: Facts; content?: object; request?: object } = {}): Promise<Taken> {
    const { row, as } = await this.rights.seeAs(caller, `application/${id}`, ...roles);
    const said = Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined));
    return this.acts.take(caller, {
      subject: row.id, act, as, facts, ...(Object.keys(said).length > 0 ? { content: said } : {}), ...(request ? { request } : {}), key,
    });
  }

  /** Takes an applicant's act, one's own or entered for somebody of the pole; `committing`: of those alone who may commit the pole. */
  async takeOfApplicant({ caller, id, key, entered }: Acting, act: string, { content = {}, committing = false }: { content?: object; committing?: boolean } = {}): Promise<Taken> {
    const actor = await this.entries.actor(caller, `application/${id}`, 'applicant', entered, { act });
    if (committing && !(await new PeopleQueries(this.db).isCommitter(actor.personId, actor.row.poleId ?? '', actor.on))) throw new Problem(403, 'not-a-committer');
    const said = Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined));
    return this.acts.take(caller, {
      subject: actor.row.id, act, as: 'applicant', entered: actor.entered, ...(Object.keys(said).length > 0 ? { content: said } : {}), key,
    });
  }

  /** @throws Problem 422 `attachment-unknown` for files that are not of this purpose */
  private async checkFiles(id: string, files: readonly string[], purpose: 'piece' | 'reply'): Promise<void> {
    for (const one of files) {
      if ((await findAttachment(this.db, id, one))?.purpose !== purpose) throw new Problem(422, 'attachment-unknown');
    }
  }

  async supplyPieces(acting: Acting, { attachments = [], comment }: PiecesDto): Promise<Taken> {
    await this.entries.actor(acting.caller, `application/${acting.id}`, 'applicant', acting.entered, { act: 'supplyPieces' });
    await this.checkFiles(acting.id, attachments, 'piece');
    if (attachments.length === 0 && comment === undefined) throw new Problem(422, 'invalid', {}, [faultAt('/attachments', 'nothing-supplied')]);
    return this.takeOfApplicant(acting, 'supplyPieces', { content: { attachments, comment } });
  }

  async reply(acting: Acting, { attachments = [], text }: ReplyDto): Promise<Taken> {
    await this.entries.actor(acting.caller, `application/${acting.id}`, 'applicant', acting.entered, { act: 'reply' });
    await this.checkFiles(acting.id, attachments, 'reply');
    const content = attachments.length === 0 && text === undefined ? {} : { attachments, text };
    return this.takeOfApplicant(acting, 'reply', { content });
  }

  async staff(acting: Acting, { experts, dueOn, despite }: PanelDto): Promise<Taken> {
    const known = new Set((await new PeopleQueries(this.db).peopleWithRole('expert')).map((one) => one.personId));
    if (experts.some((one) => !known.has(one))) throw new Problem(422, 'not-an-expert');
    const { row } = await this.rights.seeAs(acting.caller, `application/${acting.id}`, 'secretariat');
    if ((await tiedTo(this.db, row.callId ?? '', experts)).length > 0) throw new Problem(409, 'expert-of-pole');
    const scheme = await schemeById(this.db, row.schemeId);
    if (despite === undefined) await refuseTied(this.pool, { call: row.callId ?? '', application: row.id }, experts, scheme);
    const { zone } = scheme;
    const absences = await absenceFacts(this.db, experts, civilDateOf(await clockNow(this.db), zone));
    return this.take(acting, 'staff', ['secretariat'], { facts: { experts: [...experts], absences, ...(dueOn === undefined ? {} : { dueOn }) }, content: { despite }, request: { experts, dueOn, despite } });
  }

  withdraw(acting: Acting, reason: string | undefined): Promise<Taken> {
    return this.takeOfApplicant(acting, 'withdraw', { content: { reason }, committing: true });
  }
}
