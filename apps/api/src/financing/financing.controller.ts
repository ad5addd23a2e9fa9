import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { ActView } from '../act/act.dto.js';
import { IdempotencyKey } from '../act/idempotency-key.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { type Page, Paged } from '../http/page.js';
import {
  ExecutionDto, FinancingDto, FinancingQueryDto, FinancingSummaryDto, PaymentAmountDto, PaymentReasonsDto, RecoveredDto, RecoveryDemandDto, RejectionDto,
} from './financing.dto.js';
import { FinancingService } from './financing.service.js';
import { InstalmentParam, NumberParam } from './payment-param.js';
import { PaymentService } from './payment.service.js';

@ApiTags('financing')
@Controller('financings')
@Access('applicant', 'secretariat', 'authority', 'auditor', 'operator')
export class FinancingController {
  constructor(private readonly financings: FinancingService, private readonly payments: PaymentService) {}

  @ApiOperation({ summary: 'The money of labels, in the order in which these came into force; an applicant’s own.' })
  @Get() @Paged(FinancingSummaryDto)
  list(@CurrentCaller() caller: Caller, @Query() query: FinancingQueryDto): Promise<Page<FinancingSummaryDto>> {
    return this.financings.list(caller, query);
  }

  @ApiOperation({ summary: 'The money of a label: agreements, instalments, what is to be paid back, bank details without the account, and what I may do next.' })
  @Get(':id') @HasId() @ApiOkResponse({ type: FinancingDto })
  show(@CurrentCaller() caller: Caller, @IdParam() id: string): Promise<FinancingDto> {
    return this.financings.show(caller, id);
  }

  @ApiOperation({ summary: 'Prepares a payment that is due, for the bank details in force.' })
  @Post(':id/instalments/:instalment/preparation') @Access('secretariat') @HasId() @ApiParam({ name: 'instalment', type: String }) @ApiCreatedResponse({ type: ActView })
  prepare(@CurrentCaller() caller: Caller, @IdParam() id: string, @Param('instalment', InstalmentParam) instalment: string, @Body() { cents }: PaymentAmountDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.payments.prepare(caller, id, { instalment, cents }, key);
  }

  @ApiOperation({ summary: 'Approves a prepared payment: another person than its preparer.' })
  @Post(':id/instalments/:instalment/approval') @Access('secretariat', 'authority') @HasId() @ApiParam({ name: 'instalment', type: String }) @ApiCreatedResponse({ type: ActView })
  approve(@CurrentCaller() caller: Caller, @IdParam() id: string, @Param('instalment', InstalmentParam) instalment: string, @Body() { cents }: PaymentAmountDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.payments.take(caller, id, { act: 'approveInstalment', by: ['authority', 'secretariat'], facts: { instalment, cents } }, key);
  }

  @ApiOperation({ summary: 'Gives a prepared or approved payment back to be prepared anew, with reasons.' })
  @Post(':id/instalments/:instalment/return') @Access('secretariat', 'authority') @HasId() @ApiParam({ name: 'instalment', type: String }) @ApiCreatedResponse({ type: ActView })
  giveBack(@CurrentCaller() caller: Caller, @IdParam() id: string, @Param('instalment', InstalmentParam) instalment: string, @Body() { reasons }: PaymentReasonsDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.payments.take(caller, id, { act: 'returnInstalment', by: ['authority', 'secretariat'], facts: { instalment }, content: { reasons } }, key);
  }

  @ApiOperation({ summary: 'Records that the bank has paid.' })
  @Post(':id/instalments/:instalment/execution') @Access('secretariat') @HasId() @ApiParam({ name: 'instalment', type: String }) @ApiCreatedResponse({ type: ActView })
  execute(@CurrentCaller() caller: Caller, @IdParam() id: string, @Param('instalment', InstalmentParam) instalment: string, @Body() { on }: ExecutionDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.payments.take(caller, id, { act: 'recordExecution', by: ['secretariat'], facts: { instalment, ...(on === undefined ? {} : { on }) } }, key);
  }

  @ApiOperation({ summary: 'Records that the bank has sent the money back; the payment may be prepared again.' })
  @Post(':id/instalments/:instalment/rejection') @Access('secretariat') @HasId() @ApiParam({ name: 'instalment', type: String }) @ApiCreatedResponse({ type: ActView })
  reject(@CurrentCaller() caller: Caller, @IdParam() id: string, @Param('instalment', InstalmentParam) instalment: string, @Body() { code, comment }: RejectionDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.payments.take(caller, id, { act: 'recordRejection', by: ['secretariat'], facts: { instalment, code }, ...(comment ? { content: { comment } } : {}) }, key);
  }

  @ApiOperation({ summary: 'The authority settles an agreement without waiting for more reports: only spending already accepted counts.' })
  @Post(':id/agreements/:n/closure') @Access('authority') @HasId() @ApiParam({ name: 'n', type: Number }) @ApiCreatedResponse({ type: ActView })
  close(@CurrentCaller() caller: Caller, @IdParam() id: string, @Param('n', NumberParam) agreement: number, @Body() { reasons }: PaymentReasonsDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.payments.take(caller, id, { act: 'closeAgreement', by: ['authority'], facts: { agreement }, content: { reasons } }, key);
  }

  @ApiOperation({ summary: 'The authority asks back what was paid too much.' })
  @Post(':id/recoveries/:n/demand') @Access('authority') @HasId() @ApiParam({ name: 'n', type: Number }) @ApiCreatedResponse({ type: ActView })
  demand(@CurrentCaller() caller: Caller, @IdParam() id: string, @Param('n', NumberParam) n: number, @Body() { comment }: RecoveryDemandDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.payments.take(caller, id, { act: 'demandRecovery', by: ['authority'], facts: { n }, ...(comment ? { content: { comment } } : {}) }, key);
  }

  @ApiOperation({ summary: 'Records money that has come back, all of it or a part.' })
  @Post(':id/recoveries/:n/receipts') @Access('secretariat') @HasId() @ApiParam({ name: 'n', type: Number }) @ApiCreatedResponse({ type: ActView })
  recovered(@CurrentCaller() caller: Caller, @IdParam() id: string, @Param('n', NumberParam) n: number, @Body() { cents, reference }: RecoveredDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.payments.take(caller, id, { act: 'recordRecovery', by: ['secretariat'], facts: { n, cents }, ...(reference ? { content: { reference } } : {}) }, key);
  }

  @ApiOperation({ summary: 'The authority gives a debt up, with its reasons.' })
  @Post(':id/recoveries/:n/waiver') @Access('authority') @HasId() @ApiParam({ name: 'n', type: Number }) @ApiCreatedResponse({ type: ActView })
  waive(@CurrentCaller() caller: Caller, @IdParam() id: string, @Param('n', NumberParam) n: number, @Body() { reasons }: PaymentReasonsDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.payments.take(caller, id, { act: 'waiveRecovery', by: ['authority'], facts: { n }, content: { reasons } }, key);
  }
}
