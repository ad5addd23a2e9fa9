import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActView } from '../act/act.dto.js';
import { IdempotencyKey } from '../act/idempotency-key.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { Language } from '../http/localized.js';
import { type Page, Paged } from '../http/page.js';
import type { Locale } from '../http/locale.js';
import {
  CorrectionRequestDto, MonitoringDto, MonitoringQueryDto, MonitoringSummaryDto, ReportDraftDto, ReportDraftInputDto, ReportDraftQuery, ReportDto, ReportValidationDto,
} from './monitoring.dto.js';
import { MonitoringService } from './monitoring.service.js';
import { ReportService } from './report.service.js';

@ApiTags('monitoring')
@Controller('monitorings')
@Access('applicant', 'expert', 'secretariat', 'committee', 'authority', 'auditor', 'operator')
export class MonitoringController {
  constructor(private readonly monitorings: MonitoringService, private readonly reports: ReportService) {}

  @ApiOperation({ summary: 'The yearly reports of labels, in the order in which these came into force; an applicant’s own.' })
  @Get() @Paged(MonitoringSummaryDto)
  list(@CurrentCaller() caller: Caller, @Query() query: MonitoringQueryDto): Promise<Page<MonitoringSummaryDto>> {
    return this.monitorings.list(caller, query);
  }

  @ApiOperation({ summary: 'The monitoring of a label: the report awaited, what I may do next, and its timeline.' })
  @Get(':id') @HasId() @ApiOkResponse({ type: MonitoringDto })
  show(@CurrentCaller() caller: Caller, @IdParam() id: string): Promise<MonitoringDto> {
    return this.monitorings.show(caller, id);
  }

  @ApiOperation({ summary: 'The present period’s report as it is written, complete or not.' })
  @Get(':id/report-draft') @Access('applicant') @HasId() @ApiOkResponse({ type: ReportDraftDto })
  draft(@CurrentCaller() caller: Caller, @IdParam() id: string, @Query() { period }: ReportDraftQuery, @Language() locale: Locale): Promise<ReportDraftDto> {
    return this.reports.draft(caller, id, period, locale);
  }

  @ApiOperation({ summary: 'Saves the report’s draft; refused when a colleague has saved since.' })
  @Put(':id/report-draft') @Access('applicant') @HasId() @ApiOkResponse({ type: ReportDraftDto })
  save(
    @CurrentCaller() caller: Caller, @IdParam() id: string, @Query() { period }: ReportDraftQuery, @Body() body: ReportDraftInputDto, @Language() locale: Locale,
  ): Promise<ReportDraftDto> {
    return this.reports.save(caller, id, period, body, locale);
  }

  @ApiOperation({ summary: 'Submits the report, or its correction, by the pole’s legal representative or a mandated person.' })
  @Post(':id/reports') @Access('applicant', 'secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  submit(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: ReportDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.reports.submit(caller, id, body, key);
  }

  @ApiOperation({ summary: 'The secretariat asks for a correction of the report.' })
  @Post(':id/correction-requests') @Access('secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  requestCorrection(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: CorrectionRequestDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.monitorings.requestCorrection(caller, id, body, key);
  }

  @ApiOperation({ summary: 'The secretariat validates the report.' })
  @Post(':id/validations') @Access('secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  validate(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: ReportValidationDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.monitorings.validate(caller, id, body, key);
  }
}
