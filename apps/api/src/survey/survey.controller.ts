import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActView } from '../act/act.dto.js';
import { IdempotencyKey } from '../act/idempotency-key.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Language } from '../http/localized.js';
import type { Locale } from '../http/locale.js';
import { type Page, Paged } from '../http/page.js';
import { HasSurvey, SurveyParam } from './survey-id.js';
import { LaunchDto, OwnSurveyDto, SurveyDto, SurveyQueryDto, SurveySummaryDto } from './survey.dto.js';
import { SurveyActService } from './survey-act.service.js';
import { SurveyService } from './survey.service.js';

@ApiTags('surveys')
@Controller('surveys')
@Access('applicant', 'secretariat', 'committee', 'authority', 'auditor', 'operator')
export class SurveyController {
  constructor(private readonly surveys: SurveyService, private readonly acts: SurveyActService) {}

  @ApiOperation({ summary: 'The surveys of the firms served, in the order in which their periods opened; an applicant’s own. Central ones and those of centres apart, by `runBy`.' })
  @Get() @Paged(SurveySummaryDto)
  list(@CurrentCaller() caller: Caller, @Query() query: SurveyQueryDto): Promise<Page<SurveySummaryDto>> {
    return this.surveys.list(caller, query);
  }

  @ApiOperation({ summary: 'The survey of one period: its counts, its results once it is closed, what I may do next, and its timeline.' })
  @Get(':id') @HasSurvey() @ApiOkResponse({ type: SurveyDto })
  show(@CurrentCaller() caller: Caller, @SurveyParam() id: string, @Language() locale: Locale): Promise<SurveyDto> {
    return this.surveys.show(caller, id, locale);
  }

  @ApiOperation({ summary: 'Launches the survey: each firm on the list receives a mail with its own link.' })
  @Post(':id/launches') @Access('applicant', 'secretariat') @HasSurvey() @ApiCreatedResponse({ type: ActView })
  launch(@CurrentCaller() caller: Caller, @SurveyParam() id: string, @Body() { firms }: LaunchDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.acts.launch(caller, id, firms, key);
  }

  @ApiOperation({ summary: 'The centre declares a survey of its own instead; it is shown apart.' })
  @Post(':id/own-surveys') @Access('applicant', 'secretariat') @HasSurvey() @ApiCreatedResponse({ type: ActView })
  declareOwn(@CurrentCaller() caller: Caller, @SurveyParam() id: string, @Body() body: OwnSurveyDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.acts.declareOwn(caller, id, body, key);
  }
}
