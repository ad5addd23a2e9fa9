import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RightsService } from '../act/rights.service.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { type Page, Paged } from '../http/page.js';
import { AppraisalParam, HasAppraisal } from './appraisal-id.js';
import { AppraisalDto, AppraisalQueryDto, AppraisalSummaryDto, ScoreDraftDto, ScoreDraftInputDto } from './appraisal.dto.js';
import { AppraisalService } from './appraisal.service.js';
import { ScoreDraftService } from './score-draft.service.js';

@ApiTags('appraisals')
@Controller('appraisals')
@Access('expert', 'secretariat', 'committee', 'authority', 'auditor', 'operator')
export class AppraisalController {
  constructor(private readonly appraisals: AppraisalService, private readonly drafts: ScoreDraftService, private readonly rights: RightsService) {}

  @ApiOperation({ summary: 'The appraisals, in the order of the invitations: an expert’s own; those revealed for the committee; all of them for staff.' })
  @Get() @Paged(AppraisalSummaryDto)
  list(@CurrentCaller() caller: Caller, @Query() query: AppraisalQueryDto): Promise<Page<AppraisalSummaryDto>> {
    return this.appraisals.list(caller, query);
  }

  @ApiOperation({ summary: 'An appraisal with what I may do next, and its timeline.' })
  @Get(':id') @HasAppraisal() @ApiOkResponse({ type: AppraisalDto })
  show(@CurrentCaller() caller: Caller, @AppraisalParam() id: string): Promise<AppraisalDto> {
    return this.appraisals.show(caller, id);
  }

  @ApiOperation({ summary: 'Saves marks and comments as they are typed; nobody but the expert reads them, and they are destroyed when the appraisal ends.' })
  @Put(':id/score-draft') @Access('expert') @HasAppraisal() @ApiOkResponse({ type: ScoreDraftDto })
  async saveDraft(@CurrentCaller() caller: Caller, @AppraisalParam() id: string, @Body() body: ScoreDraftInputDto): Promise<ScoreDraftDto> {
    return this.drafts.save(await this.rights.seeAs(caller, id, 'expert'), caller.personId, body);
  }
}
