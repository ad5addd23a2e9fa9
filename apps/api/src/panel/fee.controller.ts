import { Body, Controller, Get, HttpCode, Post, Put, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { type Page, Paged, PageQuery } from '../http/page.js';
import { FeeApprovalDto, FeeDto, FeeExportDto, FeeExportWithFeesDto, FeeQueryDto, NewFeeExportDto, TravelClaimDto } from './fee.dto.js';
import { FeeService } from './fee.service.js';

@ApiTags('fees')
@Controller('fees')
@Access('expert', 'secretariat', 'authority', 'auditor', 'operator')
export class FeeController {
  constructor(private readonly fees: FeeService) {}

  @ApiOperation({ summary: 'The fees, in the order in which they fell due: an expert’s own; all of them for staff.' })
  @Get() @Paged(FeeDto)
  list(@CurrentCaller() caller: Caller, @Query() query: FeeQueryDto): Promise<Page<FeeDto>> {
    return this.fees.list(caller, query);
  }

  @ApiOperation({ summary: 'The fees that were handed over for payment, export by export.' })
  @Get('exports') @Access('secretariat', 'authority', 'auditor', 'operator') @Paged(FeeExportDto)
  exports(@Query() query: PageQuery): Promise<Page<FeeExportDto>> {
    return this.fees.exports(query);
  }

  @ApiOperation({ summary: 'Hands over all approved fees that were not handed over before.' })
  @Post('exports') @Access('secretariat') @ApiCreatedResponse({ type: FeeExportDto })
  export(@CurrentCaller() caller: Caller, @Body() { call }: NewFeeExportDto): Promise<FeeExportDto> {
    return this.fees.export(caller, call);
  }

  @ApiOperation({ summary: 'An export of fees, with each fee.' })
  @Get('exports/:id') @Access('secretariat', 'authority', 'auditor', 'operator') @HasId() @ApiOkResponse({ type: FeeExportWithFeesDto })
  exported(@CurrentCaller() caller: Caller, @IdParam() id: string): Promise<FeeExportWithFeesDto> {
    return this.fees.exported(caller, id);
  }

  @ApiOperation({ summary: 'An export of fees as CSV, for the accounts.' })
  @Get('exports/:id/csv') @Access('secretariat', 'authority', 'auditor', 'operator') @HasId() @ApiProduces('text/csv') @ApiOkResponse()
  async csv(@CurrentCaller() caller: Caller, @IdParam() id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    void reply.header('cache-control', 'private, no-store').header('x-content-type-options', 'nosniff');
    return new StreamableFile(Buffer.from(await this.fees.csv(caller, id)), { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="fees-${id}.csv"` });
  }

  @ApiOperation({ summary: 'A fee: what is due to an expert for an appraisal, and whether it is approved.' })
  @Get(':id') @HasId() @ApiOkResponse({ type: FeeDto })
  show(@CurrentCaller() caller: Caller, @IdParam() id: string): Promise<FeeDto> {
    return this.fees.show(caller, id);
  }

  @ApiOperation({ summary: 'The expert states what travel cost, up to the scheme’s maximum; until the approval.' })
  @Put(':id/travel') @Access('expert') @HasId() @ApiOkResponse({ type: FeeDto })
  claim(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: TravelClaimDto): Promise<FeeDto> {
    return this.fees.claim(caller, id, body);
  }

  @ApiOperation({ summary: 'Approves a fee: by the secretariat, never by the expert.' })
  @Post(':id/approval') @Access('secretariat') @HttpCode(200) @HasId() @ApiOkResponse({ type: FeeDto })
  approve(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { totalCents }: FeeApprovalDto): Promise<FeeDto> {
    return this.fees.approve(caller, id, totalCents);
  }
}
