import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { type Page, Paged } from '../http/page.js';
import { RenewalDto, RenewalQueryDto, RenewalSummaryDto } from './renewal.dto.js';
import { RenewalService } from './renewal.service.js';

@ApiTags('renewal')
@Controller('renewals')
@Access('applicant', 'secretariat', 'committee', 'authority', 'auditor', 'operator')
export class RenewalController {
  constructor(private readonly renewals: RenewalService) {}

  /** Labels and what becomes of them at their end, the next to end first; an applicant's own. */
  @Get() @Paged(RenewalSummaryDto)
  list(@CurrentCaller() caller: Caller, @Query() query: RenewalQueryDto): Promise<Page<RenewalSummaryDto>> {
    return this.renewals.list(caller, query);
  }

  @Get(':id') @HasId() @ApiOkResponse({ type: RenewalDto })
  show(@CurrentCaller() caller: Caller, @IdParam() id: string): Promise<RenewalDto> {
    return this.renewals.show(caller, id);
  }
}
