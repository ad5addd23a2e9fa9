import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { findPole } from '../../../../libs/persistence/src/people/pole.queries.js';
import { ActView } from '../act/act.dto.js';
import { ActService } from '../act/act.service.js';
import { IdempotencyKey } from '../act/idempotency-key.js';
import { RightsService } from '../act/rights.service.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { CivilDate, Id, Text } from '../http/fields.js';
import { HasId, IdParam } from '../http/id-param.js';
import { Problem } from '../http/problem.js';

class CallExtensionInputDto {
  @Id({ description: 'The pole that may submit later than the others.' }) pole!: string;
  @CivilDate({ description: 'Its last day, after the call’s closing.' }) to!: string;
  @Text({ min: 10, max: 2000, description: 'Why; the committee reads it with the application.' }) reason!: string;
}

class CallReopeningDto {
  @CivilDate({ description: 'The new last day of submissions.' }) closesOn!: string;
  @Text({ min: 10, max: 2000, description: 'Why.' }) reason!: string;
}

/** Later limits than the one that was announced, decided by the authority. */
@ApiTags('calls')
@Controller('calls/:id')
@Access('authority')
export class CallLimitController {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly acts: ActService, private readonly rights: RightsService) {}

  @ApiOperation({ summary: 'Gives one pole a later limit, before the closing or after it.', description: 'A second grant replaces the first.' })
  @Post('extensions') @HasId() @ApiCreatedResponse({ type: ActView })
  async extend(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { pole, to, reason }: CallExtensionInputDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    const { row, as } = await this.rights.seeAs(caller, `call/${id}`, 'authority');
    if (!(await findPole(this.db, pole))) throw new Problem(422, 'pole-unknown');
    return this.acts.take(caller, { subject: row.id, act: 'grantExtension', as, facts: { pole, to }, content: { reason }, key });
  }

  @ApiOperation({ summary: 'Opens a closed call once more, for everybody.' })
  @Post('reopenings') @HasId() @ApiCreatedResponse({ type: ActView })
  async reopen(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { closesOn, reason }: CallReopeningDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    const { row, as } = await this.rights.seeAs(caller, `call/${id}`, 'authority');
    return this.acts.take(caller, { subject: row.id, act: 'reopenCall', as, facts: { closesOn }, content: { reason }, key });
  }
}
