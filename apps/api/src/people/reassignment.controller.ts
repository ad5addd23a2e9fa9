import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { collections } from '../act/subject-param.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { type Page, Paged, PageQuery } from '../http/page.js';
import { FileOfficersDto, NewReassignmentDto, ReassignedDto, ReassignmentDto } from './reassignment.dto.js';
import { ReassignmentService } from './reassignment.service.js';

/** Case officers and deputies of files. */
@ApiTags('case officers')
@Controller()
@Access('secretariat', 'operator')
export class ReassignmentController {
  constructor(private readonly reassignments: ReassignmentService) {}

  @ApiOperation({ summary: 'Gives files to another case officer, who gets one mail; with `preview`, only counts them.' })
  @Post('reassignments') @HttpCode(200) @ApiOkResponse({ type: ReassignedDto })
  reassign(@CurrentCaller() caller: Caller, @Body() body: NewReassignmentDto): Promise<ReassignedDto> {
    return this.reassignments.reassign(caller, body);
  }

  @ApiOperation({ summary: 'Who gave how many files to whom, and why; the last first.' })
  @Get('reassignments') @Access('secretariat', 'authority', 'auditor', 'operator') @Paged(ReassignmentDto)
  list(@Query() query: PageQuery): Promise<Page<ReassignmentDto>> {
    return this.reassignments.list(query);
  }

  @ApiOperation({ summary: 'Who answers for a file, and whether the deputy does today.' })
  @Get(':collection/:id/officers') @Access('secretariat', 'authority', 'auditor', 'operator')
  @ApiParam({ name: 'collection', enum: Object.keys(collections) }) @ApiParam({ name: 'id' }) @ApiOkResponse({ type: FileOfficersDto })
  officers(@CurrentCaller() caller: Caller, @Param('collection') collection: string, @Param('id') id: string): Promise<FileOfficersDto> {
    return this.reassignments.officers(caller, collection, id);
  }
}
