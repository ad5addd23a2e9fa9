import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActView } from '../act/act.dto.js';
import { IdempotencyKey } from '../act/idempotency-key.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { FinancialReportDto, FinancialReportView, FinancialReturnDto, FinancialValidationDto } from './financial.dto.js';
import { FinancialService } from './financial.service.js';

@ApiTags('monitoring')
@Controller('monitorings/:id')
@Access('applicant', 'secretariat', 'committee', 'authority', 'auditor', 'operator')
export class FinancialController {
  constructor(private readonly accounts: FinancialService) {}

  @ApiOperation({ summary: 'The accounts of a label’s money, one for each period that is over.' })
  @Get('financial-reports') @HasId() @ApiOkResponse({ type: [FinancialReportView] })
  list(@CurrentCaller() caller: Caller, @IdParam() id: string): Promise<FinancialReportView[]> {
    return this.accounts.list(caller, id);
  }

  @ApiOperation({ summary: 'Gives the account of a period, or its correction, by who may commit the pole; its files are sent before.' })
  @Post('financial-reports') @Access('applicant', 'secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  submit(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: FinancialReportDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.accounts.submit(caller, id, body, key);
  }

  @ApiOperation({ summary: 'The secretariat returns an account with its reasons.' })
  @Post('financial-report-returns') @Access('secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  return(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: FinancialReturnDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.accounts.return(caller, id, body, key);
  }

  @ApiOperation({ summary: 'The secretariat accepts an account, with the spending that counts.' })
  @Post('financial-report-validations') @Access('secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  validate(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: FinancialValidationDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.accounts.validate(caller, id, body, key);
  }
}
