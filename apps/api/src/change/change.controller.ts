import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActView } from '../act/act.dto.js';
import { IdempotencyKey } from '../act/idempotency-key.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { type Page, Paged } from '../http/page.js';
import { ChangeAcceptanceDto, ChangeDto, ChangeInputDto, ChangePiecesDto, ChangeProposalDto, ChangeQueryDto, ChangeRefusalDto, ChangeSummaryDto, ChangeWithdrawalDto, ChangeSupplyDto } from './change.dto.js';
import { ChangeActService } from './change-act.service.js';
import { ChangeService } from './change.service.js';

type Key = string | undefined;

/** Changes of the holder of a label: new name, place, carrier or manager, merger, closure. */
@ApiTags('changes')
@Controller()
@Access('applicant', 'secretariat', 'authority', 'auditor', 'operator')
export class ChangeController {
  constructor(private readonly changes: ChangeService, private readonly acts: ChangeActService) {}

  @ApiOperation({ summary: 'Asks for a change of the holder of a label to be recorded.', description: 'Nothing changes before it is accepted. By the legal representative, a mandated person, or the secretariat that has learnt of it.' })
  @Post('labels/:id/changes') @Access('applicant', 'secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  request(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: ChangeInputDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.request(caller, id, body, key);
  }

  @ApiOperation({ summary: 'The changes, in the order in which they were requested: those of my poles, all of them for the staff.' })
  @Get('changes') @Paged(ChangeSummaryDto)
  list(@CurrentCaller() caller: Caller, @Query() query: ChangeQueryDto): Promise<Page<ChangeSummaryDto>> {
    return this.changes.list(caller, query);
  }

  @ApiOperation({ summary: 'A change with what I may do next, and its timeline.' })
  @Get('changes/:id') @HasId() @ApiOkResponse({ type: ChangeDto })
  show(@CurrentCaller() caller: Caller, @IdParam() id: string): Promise<ChangeDto> {
    return this.changes.show(caller, id);
  }

  @ApiOperation({ summary: 'The secretariat lists what is missing.' })
  @Post('changes/:id/piece-requests') @Access('secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  requestPieces(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: ChangePiecesDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.requestPieces(caller, id, body, key);
  }

  @ApiOperation({ summary: 'The holder supplies what was missing.' })
  @Post('changes/:id/pieces') @Access('applicant', 'secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  supplyPieces(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: ChangeSupplyDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.supplyPieces(caller, id, body, key);
  }

  @ApiOperation({ summary: 'The secretariat proposes an outcome to the authority.' })
  @Post('changes/:id/proposals') @Access('secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  propose(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: ChangeProposalDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.propose(caller, id, body, key);
  }

  @ApiOperation({ summary: 'Accepts the change: the records of the pole change with it, now or on its day.', description: 'The authority on a proposal; the secretariat alone for a move or a new manager. A closure or merger ends the label.' })
  @Post('changes/:id/acceptances') @Access('authority', 'secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  accept(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: ChangeAcceptanceDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.accept(caller, id, body, key);
  }

  @ApiOperation({ summary: 'Refuses the change, with reasons: everything stays as it was.' })
  @Post('changes/:id/refusals') @Access('authority', 'secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  refuse(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: ChangeRefusalDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.refuse(caller, id, body, key);
  }

  @ApiOperation({ summary: 'The holder takes its request back.' })
  @Post('changes/:id/withdrawals') @Access('applicant', 'secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  withdraw(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: ChangeWithdrawalDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.withdraw(caller, id, body, key);
  }
}
