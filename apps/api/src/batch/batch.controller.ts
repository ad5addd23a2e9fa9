import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { type Page, Paged, PageQuery } from '../http/page.js';
import { BatchConfirmationDto, BatchDto, BatchRowDto, BatchRowQueryDto, NewBatchDto } from './batch.dto.js';
import { BatchService } from './batch.service.js';

/** One kind of deadline moved for all files of a call. */
@ApiTags('deadlines')
@Controller()
@Access('secretariat', 'authority')
export class BatchController {
  constructor(private readonly batches: BatchService) {}

  @ApiOperation({ summary: 'Prepares: the answer and its rows are the preview, and nothing is moved before the confirmation.' })
  @Post('calls/:id/deadline-batches') @HasId() @ApiCreatedResponse({ type: BatchDto })
  prepare(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: NewBatchDto): Promise<BatchDto> {
    return this.batches.prepare(caller, `call/${id}`, body);
  }

  @ApiOperation({ summary: 'The batches of deadlines of a call, prepared or done.' })
  @Get('calls/:id/deadline-batches') @Access('secretariat', 'authority', 'auditor', 'operator') @HasId() @Paged(BatchDto)
  list(@IdParam() id: string, @Query() query: PageQuery): Promise<Page<BatchDto>> {
    return this.batches.list(`call/${id}`, query);
  }

  @ApiOperation({ summary: 'A batch with its state and its counts.' })
  @Get('batches/:id') @Access('secretariat', 'authority', 'auditor', 'operator') @HasId() @ApiOkResponse({ type: BatchDto })
  show(@IdParam() id: string): Promise<BatchDto> {
    return this.batches.show(id);
  }

  @ApiOperation({ summary: 'The rows of a batch: what happens, or happened, to each file.' })
  @Get('batches/:id/rows') @Access('secretariat', 'authority', 'auditor', 'operator') @HasId() @Paged(BatchRowDto)
  rows(@IdParam() id: string, @Query() query: BatchRowQueryDto): Promise<Page<BatchRowDto>> {
    return this.batches.rows(id, query);
  }

  @ApiOperation({ summary: 'The secretariat confirms the batch that was read, by its fingerprint (plan); its acts are then done.' })
  @Post('batches/:id/confirmation') @HttpCode(200) @HasId() @ApiOkResponse({ type: BatchDto })
  confirm(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { plan }: BatchConfirmationDto): Promise<BatchDto> {
    return this.batches.confirm(caller, id, plan);
  }

  @ApiOperation({ summary: 'Takes up again a batch that was interrupted; what is done is not done twice.' })
  @Post('batches/:id/resumption') @Access('secretariat', 'authority', 'operator') @HttpCode(200) @HasId() @ApiOkResponse({ type: BatchDto })
  resume(@IdParam() id: string): Promise<BatchDto> {
    return this.batches.resume(id);
  }

  @ApiOperation({ summary: 'Drops a batch that was not confirmed; it stays readable.' })
  @Delete('batches/:id') @HasId() @ApiOkResponse({ type: BatchDto })
  drop(@IdParam() id: string): Promise<BatchDto> {
    return this.batches.drop(id);
  }
}
