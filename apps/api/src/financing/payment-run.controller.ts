import { Body, Controller, Get, HttpCode, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { IdempotencyKey } from '../act/idempotency-key.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { type Page, Paged, PageQuery } from '../http/page.js';
import { PaymentDto, PaymentQueryDto } from './financing.dto.js';
import { FinancingService } from './financing.service.js';
import { BankAnswerDto, NewRunDto, RunDto, RunPreviewDto, RunWithOrdersDto } from './payment-run.dto.js';
import { PaymentRunService } from './payment-run.service.js';

@ApiTags('financing')
@Controller()
@Access('secretariat', 'authority', 'auditor', 'operator')
export class PaymentRunController {
  constructor(private readonly runs: PaymentRunService, private readonly financings: FinancingService) {}

  @ApiOperation({ summary: 'Instalments of all labels, by pole: what is foreseen, due, prepared, approved, on its way, paid.' })
  @Get('payments') @Paged(PaymentDto)
  payments(@Query() query: PaymentQueryDto): Promise<Page<PaymentDto>> {
    return this.financings.payments(query);
  }

  @ApiOperation({ summary: 'Runs of payments, the latest first.' })
  @Get('payment-runs') @Paged(RunDto)
  list(@Query() query: PageQuery): Promise<Page<RunDto>> {
    return this.runs.list(query);
  }

  @ApiOperation({ summary: 'What a run would take to the bank now.' })
  @Get('payment-runs/preview') @ApiOkResponse({ type: RunPreviewDto })
  preview(): Promise<RunPreviewDto> {
    return this.runs.preview();
  }

  @ApiOperation({ summary: 'Orders a run of all approved payments: each goes out once, whoever else orders one at the same time.', description: 'Labels that are suspended stay out. The list is ready once each financing has answered (`ready`).' })
  @Post('payment-runs') @Access('secretariat') @ApiCreatedResponse({ type: RunWithOrdersDto })
  order(@CurrentCaller() caller: Caller, @Body() body: NewRunDto, @IdempotencyKey() key: string | undefined): Promise<RunWithOrdersDto> {
    return this.runs.order(caller, body, key);
  }

  @ApiOperation({ summary: 'A run with its payments and what became of each.' })
  @Get('payment-runs/:id') @HasId() @ApiOkResponse({ type: RunWithOrdersDto })
  show(@IdParam() id: string): Promise<RunWithOrdersDto> {
    return this.runs.show(id);
  }

  @ApiOperation({ summary: 'The run as CSV for the accountant’s software, with its control total.', description: 'It holds the accounts: each download is journalled.' })
  @Get('payment-runs/:id/csv') @Access('secretariat') @HasId() @ApiProduces('text/csv') @ApiOkResponse()
  async csv(@CurrentCaller() caller: Caller, @IdParam() id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { bytes, number } = await this.runs.csv(caller, id);
    void reply.header('cache-control', 'private, no-store').header('x-content-type-options', 'nosniff');
    return new StreamableFile(bytes, { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="payment-run-${number}.csv"` });
  }

  @ApiOperation({ summary: 'The bank’s answer to a run: executed, but for the payments listed as rejected.' })
  @Post('payment-runs/:id/answers') @Access('secretariat') @HttpCode(200) @HasId() @ApiOkResponse({ type: RunWithOrdersDto })
  answer(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: BankAnswerDto): Promise<RunWithOrdersDto> {
    return this.runs.answer(caller, id, body);
  }
}
