import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { type Page, Paged } from '../http/page.js';
import { ExpertChangeDto, ExpertDto, ExpertNameDto, ExpertNameQueryDto, ExpertQueryDto } from './expert.dto.js';
import { ExpertService } from './expert.service.js';

@ApiTags('experts')
@Controller('experts')
@Access('secretariat', 'authority', 'auditor', 'operator')
export class ExpertController {
  constructor(private readonly experts: ExpertService) {}

  @ApiOperation({ summary: 'The pool of experts, with what each has to do now.' })
  @Get() @Paged(ExpertDto)
  list(@Query() query: ExpertQueryDto): Promise<Page<ExpertDto>> {
    return this.experts.list(query);
  }

  @ApiOperation({ summary: 'Names of experts, to name one in an objection.', description: 'Who has which file is not said.' })
  @Get('names') @Access('applicant', 'secretariat') @ApiOkResponse({ type: [ExpertNameDto] })
  names(@Query() { q }: ExpertNameQueryDto): Promise<ExpertNameDto[]> {
    return this.experts.names(q);
  }

  @ApiOperation({ summary: 'The profile of an expert; experts see their own.' })
  @Get(':id') @Access('signed-in') @HasId() @ApiOkResponse({ type: ExpertDto })
  show(@CurrentCaller() caller: Caller, @IdParam() id: string): Promise<ExpertDto> {
    return this.experts.show(caller, id);
  }

  @ApiOperation({ summary: 'Changes a profile: by the expert, or by the secretariat.' })
  @Put(':id') @Access('expert', 'secretariat') @HasId() @ApiOkResponse({ type: ExpertDto })
  change(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: ExpertChangeDto): Promise<ExpertDto> {
    return this.experts.change(caller, id, body);
  }
}
