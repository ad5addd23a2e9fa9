import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import type { Locale } from '../http/locale.js';
import { Language } from '../http/localized.js';
import { type Page, Paged } from '../http/page.js';
import { LabelDto, LabelQueryDto, LabelSummaryDto } from './award.dto.js';
import { AwardService } from './award.service.js';

@ApiTags('labels')
@Controller('labels')
@Access('applicant', 'secretariat', 'committee', 'authority', 'auditor', 'operator')
export class AwardController {
  constructor(private readonly labels: AwardService) {}

  @ApiOperation({ summary: 'Labels by number, unsigned and lapsed ones included; an applicant’s own.', description: 'The public reads the register.' })
  @Get() @Paged(LabelSummaryDto)
  list(@CurrentCaller() caller: Caller, @Query() query: LabelQueryDto): Promise<Page<LabelSummaryDto>> {
    return this.labels.list(caller, query);
  }

  @ApiOperation({ summary: 'A label with what I may do next, and its timeline.' })
  @Get(':id') @HasId() @ApiOkResponse({ type: LabelDto })
  show(@CurrentCaller() caller: Caller, @IdParam() id: string, @Language() locale: Locale): Promise<LabelDto> {
    return this.labels.show(caller, id, locale);
  }
}
