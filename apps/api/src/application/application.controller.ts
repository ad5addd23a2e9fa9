import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey } from '../act/idempotency-key.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { Language } from '../http/localized.js';
import { type Page, Paged } from '../http/page.js';
import type { Locale } from '../http/locale.js';
import {
  AcknowledgementDto, AnswersDto, ApplicationQueryDto, ApplicationSummaryDto, DraftDto, DraftInputDto, NewApplicationDto, SubmissionDto,
} from './application.dto.js';
import { ApplicationService } from './application.service.js';
import { DraftService } from './draft.service.js';
import { SubmissionService } from './submission.service.js';
import { ApplicationDossierDto } from './written.dto.js';

@ApiTags('applications')
@Controller()
export class ApplicationController {
  constructor(private readonly applications: ApplicationService, private readonly drafts: DraftService, private readonly submissions: SubmissionService) {}

  @ApiOperation({ summary: 'Begins an application for one of my poles; one a pole and call.', description: 'The secretariat begins one that came on paper, and then writes it too.' })
  @Post('calls/:id/applications') @Access('applicant', 'secretariat') @HasId() @ApiCreatedResponse({ type: DraftDto })
  create(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: NewApplicationDto, @Language() locale: Locale): Promise<DraftDto> {
    return this.drafts.create(caller, `call/${id}`, body, locale);
  }

  @ApiOperation({ summary: 'The applications: those of my poles; for the staff, everything that was submitted; for the committee, what has come to it.' })
  @Get('applications') @Access('applicant', 'secretariat', 'authority', 'committee', 'auditor', 'operator') @Paged(ApplicationSummaryDto)
  list(@CurrentCaller() caller: Caller, @Query() query: ApplicationQueryDto): Promise<Page<ApplicationSummaryDto>> {
    return this.applications.list(caller, query);
  }

  @ApiOperation({ summary: 'An application with what I may do next, its timeline, and what was written in its acts.' })
  @Get('applications/:id') @Access('signed-in') @HasId() @ApiOkResponse({ type: ApplicationDossierDto })
  show(@CurrentCaller() caller: Caller, @IdParam() id: string, @Language() locale: Locale): Promise<ApplicationDossierDto> {
    return this.applications.show(caller, id, locale);
  }

  @ApiOperation({ summary: 'The answers as they were submitted.' })
  @Get('applications/:id/answers') @Access('signed-in') @HasId() @ApiOkResponse({ type: AnswersDto })
  answers(@CurrentCaller() caller: Caller, @IdParam() id: string): Promise<AnswersDto> {
    return this.applications.answers(caller, id);
  }

  @ApiOperation({ summary: 'The draft of an application, with what is still missing.' })
  @Get('applications/:id/draft') @Access('applicant', 'secretariat') @HasId() @ApiOkResponse({ type: DraftDto })
  draft(@CurrentCaller() caller: Caller, @IdParam() id: string, @Language() locale: Locale): Promise<DraftDto> {
    return this.drafts.show(caller, id, locale);
  }

  @ApiOperation({ summary: 'Saves the answers, if nobody else has since the version that is named.' })
  @Put('applications/:id/draft') @Access('applicant', 'secretariat') @HasId() @ApiOkResponse({ type: DraftDto })
  save(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: DraftInputDto, @Language() locale: Locale): Promise<DraftDto> {
    return this.drafts.save(caller, id, body, locale);
  }

  @ApiOperation({ summary: 'Submits the application; answered with the acknowledgement of receipt.' })
  @Post('applications/:id/submissions') @Access('applicant', 'secretariat') @HasId() @ApiCreatedResponse({ type: AcknowledgementDto })
  submit(
    @CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: SubmissionDto, @IdempotencyKey() key: string | undefined, @Language() locale: Locale,
  ): Promise<AcknowledgementDto> {
    return this.submissions.submit(caller, id, body, key, locale);
  }
}
