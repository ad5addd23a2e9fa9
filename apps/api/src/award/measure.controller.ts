import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActView } from '../act/act.dto.js';
import { IdempotencyKey } from '../act/idempotency-key.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { LabelExtensionDto, MeasureDto, MeasuresDto, NoticeDto, ObservationsDto, ReliefDto, RenunciationDto } from './measure.dto.js';
import { MeasureService } from './measure.service.js';

type Key = string | undefined;

/** What is decided on a label in force. */
@ApiTags('labels')
@Controller('labels/:id')
@Access('authority')
export class MeasureController {
  constructor(private readonly measures: MeasureService) {}

  @ApiOperation({ summary: 'What was decided on a label: notices, observations, suspensions, extensions, its end; with the reasons.' })
  @Get('measures') @Access('applicant', 'secretariat', 'authority', 'auditor', 'operator') @HasId() @ApiOkResponse({ type: MeasuresDto })
  list(@CurrentCaller() caller: Caller, @IdParam() id: string): Promise<MeasuresDto> {
    return this.measures.list(caller, id);
  }

  @ApiOperation({ summary: 'Gives notice, with reasons, of a suspension or withdrawal: the holder has a month to answer.', description: 'Nothing follows by itself when it does not.' })
  @Post('notices') @HasId() @ApiCreatedResponse({ type: ActView })
  serveNotice(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: NoticeDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.measures.serveNotice(caller, id, body, key);
  }

  @ApiOperation({ summary: 'The holder answers a notice.' })
  @Post('observations') @Access('applicant', 'secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  giveObservations(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: ObservationsDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.measures.giveObservations(caller, id, body, key);
  }

  @ApiOperation({ summary: 'Drops a notice: the label stands as before.' })
  @Post('dropped-notices') @HasId() @ApiCreatedResponse({ type: ActView })
  dropNotice(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: ReliefDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.measures.dropNotice(caller, id, body, key);
  }

  @ApiOperation({ summary: 'Suspends the label, six months at most, once the holder was heard.', description: 'Not lifted by then, the label is withdrawn. Its end date does not move.' })
  @Post('suspensions') @HasId() @ApiCreatedResponse({ type: ActView })
  suspend(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: MeasureDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.measures.suspend(caller, id, body, key);
  }

  @ApiOperation({ summary: 'Lifts the suspension.' })
  @Post('reinstatements') @HasId() @ApiCreatedResponse({ type: ActView })
  reinstate(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: ReliefDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.measures.reinstate(caller, id, body, key);
  }

  @ApiOperation({ summary: 'Withdraws the label, after a notice of withdrawal and once the holder was heard.' })
  @Post('withdrawals') @HasId() @ApiCreatedResponse({ type: ActView })
  withdraw(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: MeasureDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.measures.withdraw(caller, id, body, key);
  }

  @ApiOperation({ summary: 'The holder gives the label up, today or with a later last day; by its legal representative or a mandated person.' })
  @Post('renunciations') @Access('applicant', 'secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  renounce(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: RenunciationDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.measures.renounce(caller, id, body, key);
  }

  @ApiOperation({ summary: 'Extends one label by a signed decision, also after its end.', description: 'It asks for no report and pays no instalment unless it says so. Many at once: a batch.' })
  @Post('extensions') @HasId() @ApiCreatedResponse({ type: ActView })
  extend(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: LabelExtensionDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.measures.extend(caller, id, body, key);
  }
}
