import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActView } from '../act/act.dto.js';
import { IdempotencyKey } from '../act/idempotency-key.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { ApplicationActService } from './application-act.service.js';
import { FeeExemptionDto, FeePaymentDto, OpinionInputDto } from './part.dto.js';

type Key = string | undefined;

/** What only some schemes ask for before a decision: a fee, other bodies' opinions. */
@ApiTags('applications')
@Controller('applications/:id')
@Access('secretariat')
export class PartController {
  constructor(private readonly acts: ApplicationActService) {}

  @ApiOperation({ summary: 'Records that the fee was paid; one that was paid in time and comes after the limit undoes the inadmissibility.' })
  @Post('fee-payment') @HasId() @ApiCreatedResponse({ type: ActView })
  recordFee(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { amount, paidOn, reference }: FeePaymentDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.take({ caller, id, key }, 'recordFee', ['secretariat'], { facts: { amount, ...(paidOn === undefined ? {} : { paidOn }) }, content: { reference } });
  }

  @ApiOperation({ summary: 'Records that no fee is owed, and why.' })
  @Post('fee-exemption') @HasId() @ApiCreatedResponse({ type: ActView })
  exempt(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { ground, reason }: FeeExemptionDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.take({ caller, id, key }, 'exemptFromFee', ['secretariat'], { facts: { ground }, content: { reason } });
  }

  @ApiOperation({ summary: 'Records a body’s opinion; the applicant reads it once the decision is notified.' })
  @Post('opinions') @HasId() @ApiCreatedResponse({ type: ActView })
  recordOpinion(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { from, sense, givenOn, text }: OpinionInputDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.take({ caller, id, key }, 'recordOpinion', ['secretariat'], { facts: { from, sense, ...(givenOn === undefined ? {} : { givenOn }) }, content: { text } });
  }
}
