import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey } from '../act/idempotency-key.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { NewStaffingDto, StaffingDto } from './staffing.dto.js';
import { StaffingService } from './staffing.service.js';
import { SuggestionsDto } from './suggestion.dto.js';

@ApiTags('experts')
@Controller()
@Access('secretariat')
export class StaffingController {
  constructor(private readonly staffing: StaffingService) {}

  @ApiOperation({ summary: 'Experts for a file, ranked, each with the reasons; those who may not have it stand apart with theirs.' })
  @Get('applications/:id/suggestions') @HasId() @ApiOkResponse({ type: SuggestionsDto })
  suggestions(@CurrentCaller() caller: Caller, @IdParam() id: string): Promise<SuggestionsDto> {
    return this.staffing.suggestions(caller, id);
  }

  @ApiOperation({ summary: 'Names experts for all files of a call that need some, under a maximum load each; first as a preview.' })
  @Post('calls/:id/staffings') @HttpCode(200) @HasId() @ApiOkResponse({ type: StaffingDto })
  staff(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: NewStaffingDto, @IdempotencyKey() key: string | undefined): Promise<StaffingDto> {
    return this.staffing.staff(caller, `call/${id}`, body, key);
  }
}
