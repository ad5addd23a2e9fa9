import { Inject, Injectable } from '@nestjs/common';
import type { AppealData } from '../../../../libs/domain/src/appeal/appeal.data.js';
import type { ApplicationData } from '../../../../libs/domain/src/application/application.data.js';
import { appealAgainst, contestedIn, type Contestable } from '../../../../libs/domain/src/application/contested.js';
import { keyOf } from '../../../../libs/domain/src/procedure/subject.js';
import { appealAskedBefore, countAppeals } from '../../../../libs/persistence/src/appeal/appeal.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { PeopleQueries } from '../../../../libs/persistence/src/people/people.queries.js';
import { standingOf, type SubjectRow } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { ActService, type Taken } from '../act/act.service.js';
import { EntryService } from '../act/entry.service.js';
import { RightsService } from '../act/rights.service.js';
import { addressOf } from '../act/subject-param.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { Problem } from '../http/problem.js';
import type { AppealDecisionDto, AppealInputDto, AppealReviewDto, AppealWithdrawalDto } from './appeal.dto.js';
import { FirstDeciders } from './first-deciders.js';

/** The acts on appeals, and what the database must be asked before their procedure is. */
@Injectable()
export class AppealActService {
  constructor(
    @Inject(DATABASE) private readonly db: Database, private readonly acts: ActService, private readonly entries: EntryService,
    private readonly rights: RightsService, private readonly deciders: FirstDeciders,
  ) {}

  /** Whether it is in time is the procedure's to say, by the day of effect: a late attempt is received too, refused, and kept. */
  async lodge(caller: Caller, id: string, { grounds, entered }: AppealInputDto, key: string | undefined): Promise<Taken> {
    const actor = await this.entries.actor(caller, `application/${id}`, 'applicant', entered);
    const { row } = actor;
    if (!(await new PeopleQueries(this.db).isCommitter(actor.personId, row.poleId ?? '', actor.on))) throw new Problem(actor.entered ? 409 : 403, 'not-a-committer');
    const again = key === undefined ? undefined : await appealAskedBefore(this.db, caller.personId, key, row.id);
    const { subject, contested } = again === undefined ? await this.appealable(row) : { subject: again, contested: undefined };
    const { contact } = await schemeById(this.db, row.schemeId);
    const data = standingOf(row).data as ApplicationData;
    return this.acts.take(caller, {
      subject, act: 'lodge', as: 'applicant', startsWith: row.schemeId, entered: actor.entered,
      facts: {
        application: row.id, call: data.call, pole: data.pole, n: Number(subject.split('/').at(-1)), against: contested?.against ?? null, limitOn: contested?.limitOn ?? null,
        reopenedBefore: data.reopenedOn !== null, contact: contact.email,
      },
      content: { grounds }, request: { grounds }, key,
    });
  }

  /** The appeal that may be lodged now. @throws Problem 409 `nothing-to-contest`, `already-appealed` */
  private async appealable(row: SubjectRow): Promise<{ subject: string; contested: Contestable }> {
    const data = standingOf(row).data as ApplicationData;
    const contested = contestedIn({ status: row.status, data, deadlines: row.deadlines });
    if (!contested) throw new Problem(409, 'nothing-to-contest');
    const before = appealAgainst(contested, data.appeals);
    if (before) throw new Problem(409, 'already-appealed', { on: before.lodgedOn }, undefined, { appeal: addressOf(before.appeal) });
    return { subject: `appeal/${keyOf(row.id)}/${(await countAppeals(this.db, row.id)) + 1}`, contested };
  }

  async review(caller: Caller, id: string, { reviewer, comment }: AppealReviewDto, key: string | undefined): Promise<Taken> {
    const { row } = await this.rights.seeAs(caller, id, 'secretariat');
    const people = new PeopleQueries(this.db);
    const able = [...(await people.peopleWithRole('secretariat')), ...(await people.peopleWithRole('authority'))];
    if (!able.some(({ personId }) => personId === reviewer)) throw new Problem(422, 'not-a-reviewer');
    return this.acts.take(caller, {
      subject: row.id, act: 'review', as: 'secretariat', facts: { reviewer, firstDeciders: await this.firstDeciders(row) },
      ...(comment === undefined ? {} : { content: { comment } }), request: { reviewer, comment }, key,
    });
  }

  async decide(caller: Caller, id: string, body: AppealDecisionDto, key: string | undefined): Promise<Taken> {
    const { row } = await this.rights.seeAs(caller, id, 'authority');
    const { outcome, signatory, reasonsInLaw, reasonsInFact } = body;
    const sameSignatory = await this.deciders.isSignatory(row.data as unknown as AppealData, signatory);
    return this.acts.take(caller, {
      subject: row.id, act: 'decide', as: 'authority', facts: { outcome, firstDeciders: await this.firstDeciders(row), ...(sameSignatory ? { sameSignatory } : {}) },
      content: { signatory: { ...signatory }, reasonsInLaw, reasonsInFact }, request: { ...body }, key,
    });
  }

  async withdraw(caller: Caller, id: string, { reason, entered: dto }: AppealWithdrawalDto, key: string | undefined): Promise<Taken> {
    const { row, personId, on, entered } = await this.entries.actor(caller, id, 'applicant', dto, { act: 'withdraw' });
    if (!(await new PeopleQueries(this.db).isCommitter(personId, row.poleId ?? '', on))) throw new Problem(403, 'not-a-committer');
    return this.acts.take(caller, { subject: row.id, act: 'withdraw', as: 'applicant', entered, ...(reason === undefined ? {} : { content: { reason } }), key });
  }

  private async firstDeciders(row: SubjectRow): Promise<string[]> {
    return (await this.deciders.of(row)).map(({ id }) => id);
  }
}
