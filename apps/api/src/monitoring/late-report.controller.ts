import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActView } from '../act/act.dto.js';
import { IdempotencyKey } from '../act/idempotency-key.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { LateReportReturnDto, LateReportSubmissionDto, LateReportValidationDto, ReportEventDto } from './late-report.dto.js';
import { MonitoringService } from './monitoring.service.js';
import { ReportService } from './report.service.js';

/** What comes after a default, and the history of all reports. */
@ApiTags('monitoring')
@Controller('monitorings/:id')
@Access('applicant', 'expert', 'secretariat', 'committee', 'authority', 'auditor', 'operator')
export class LateReportController {
  constructor(private readonly monitorings: MonitoringService, private readonly reports: ReportService) {}

  @ApiOperation({ summary: 'All reports of a label as they came, and what was answered: returned with its reasons, validated, found missing.' })
  @Get('reports') @HasId() @ApiOkResponse({ type: [ReportEventDto] })
  events(@CurrentCaller() caller: Caller, @IdParam() id: string): Promise<ReportEventDto[]> {
    return this.monitorings.events(caller, id);
  }

  @ApiOperation({ summary: 'Submits the report of a period whose default was recorded, by who may commit the pole.' })
  @Post('late-reports') @Access('applicant', 'secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  submit(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { period, ...body }: LateReportSubmissionDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.reports.submitLate(caller, id, period, body, key);
  }

  @ApiOperation({ summary: 'The secretariat returns a late report with its reasons.' })
  @Post('late-report-returns') @Access('secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  return(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { period, reasons }: LateReportReturnDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.monitorings.review(caller, id, 'returnLateReport', period, { reasons }, key);
  }

  @ApiOperation({ summary: 'The secretariat validates a late report; the default stays on file.' })
  @Post('late-report-validations') @Access('secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  validate(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { period, comment }: LateReportValidationDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.monitorings.review(caller, id, 'validateLateReport', period, comment ? { comment } : undefined, key);
  }
}
