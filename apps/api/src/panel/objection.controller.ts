import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { textFact } from '../../../../libs/domain/src/procedure/facts.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { expertNames, findExpert } from '../../../../libs/persistence/src/panel/expert.queries.js';
import { writtenEntries } from '../../../../libs/persistence/src/procedure/written.queries.js';
import { ActView } from '../act/act.dto.js';
import { ActService } from '../act/act.service.js';
import { EntryService } from '../act/entry.service.js';
import { IdempotencyKey } from '../act/idempotency-key.js';
import { RightsService } from '../act/rights.service.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { HasId, IdParam } from '../http/id-param.js';
import { Problem } from '../http/problem.js';
import { ObjectionDecisionDto, ObjectionDto, ObjectionShownDto } from './objection.dto.js';
import { objectionsShown } from './objection.view.js';

/** An applicant asks that a named expert not see the file. */
@ApiTags('applications')
@Controller('applications/:id/expert-objections')
export class ObjectionController {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly acts: ActService, private readonly rights: RightsService, private readonly entries: EntryService) {}

  @ApiOperation({ summary: 'The objections to experts, the first first, with what the secretariat answered.' })
  @Get() @Access('applicant', 'secretariat', 'authority', 'auditor', 'operator') @HasId() @ApiOkResponse({ type: [ObjectionShownDto] })
  async list(@CurrentCaller() caller: Caller, @IdParam() id: string): Promise<ObjectionShownDto[]> {
    const { row } = await this.rights.seeAs(caller, `application/${id}`, 'applicant', 'secretariat', 'authority', 'auditor', 'operator');
    const entries = await writtenEntries(this.db, row.id, ['expert-objected', 'objection-decided']);
    const names = await expertNames(this.db, entries.map(({ facts }) => textFact(facts, 'expert')));
    return objectionsShown(entries, names);
  }

  @ApiOperation({ summary: 'The applicant objects to an expert.', description: 'Whether this expert has the file is not said.' })
  @Post() @Access('applicant', 'secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  async object(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { expert, reason, entered: dto }: ObjectionDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    const { row, as, entered } = await this.entries.actor(caller, `application/${id}`, 'applicant', dto, { act: 'objectToExpert' });
    if (!(await findExpert(this.db, expert))) throw new Problem(422, 'not-an-expert');
    return this.acts.take(caller, { subject: row.id, act: 'objectToExpert', as, entered, facts: { expert }, content: { reason }, key });
  }

  @ApiOperation({ summary: 'The secretariat’s decision on the open objection to this expert.' })
  @Post(':expert/decision') @Access('secretariat') @HasId() @HasId('expert') @ApiCreatedResponse({ type: ActView })
  async decide(
    @CurrentCaller() caller: Caller, @IdParam() id: string, @IdParam('expert') expert: string, @Body() { accepted, reason }: ObjectionDecisionDto, @IdempotencyKey() key: string | undefined,
  ): Promise<ActView> {
    const { row, as } = await this.rights.seeAs(caller, `application/${id}`, 'secretariat');
    return this.acts.take(caller, {
      subject: row.id, act: 'decideObjection', as, facts: { expert, accepted }, ...(reason === undefined ? {} : { content: { reason } }), key,
    });
  }
}
