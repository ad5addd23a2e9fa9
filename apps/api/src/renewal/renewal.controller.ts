import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DraftDto } from '../application/application.dto.js';
import { DraftService } from '../application/draft.service.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import type { Locale } from '../http/locale.js';
import { Language } from '../http/localized.js';
import { type Page, Paged } from '../http/page.js';
import { RenewalApplicationDto, RenewalDto, RenewalQueryDto, RenewalSummaryDto } from './renewal.dto.js';
import { RenewalService } from './renewal.service.js';

@ApiTags('renewal')
@Controller('renewals')
@Access('applicant', 'secretariat', 'committee', 'authority', 'auditor', 'operator')
export class RenewalController {
  constructor(private readonly renewals: RenewalService, private readonly drafts: DraftService) {}

  @ApiOperation({ summary: 'The labels and what becomes of them at their end, the next to end first; an applicant’s own.' })
  @Get() @Paged(RenewalSummaryDto)
  list(@CurrentCaller() caller: Caller, @Query() query: RenewalQueryDto): Promise<Page<RenewalSummaryDto>> {
    return this.renewals.list(caller, query);
  }

  @ApiOperation({ summary: 'The renewal of a label: its window and limits, what I may do next, and its timeline.' })
  @Get(':id') @HasId() @ApiOkResponse({ type: RenewalDto })
  show(@CurrentCaller() caller: Caller, @IdParam() id: string): Promise<RenewalDto> {
    return this.renewals.show(caller, id);
  }

  @ApiOperation({ summary: 'Begins the application that renews the label, where the scheme renews without calls; it is submitted by the label’s last day.' })
  @Post(':id/applications') @Access('applicant', 'secretariat') @HasId() @ApiCreatedResponse({ type: DraftDto })
  begin(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { entered }: RenewalApplicationDto = {}, @Language() locale: Locale): Promise<DraftDto> {
    return this.drafts.createRenewal(caller, id, entered, locale);
  }
}
