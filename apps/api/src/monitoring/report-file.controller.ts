import { Controller, Delete, Get, HttpCode, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { oneFile } from '../application/upload.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { Language } from '../http/localized.js';
import type { Locale } from '../http/locale.js';
import { disposition } from '../application/disposition.js';
import { ReportFileDto, ReportFileQuery, ReportFilesQuery } from './report-file.dto.js';
import { ReportFileService } from './report-file.service.js';

@ApiTags('monitoring')
@Controller('monitorings/:id/files')
@Access('applicant', 'expert', 'secretariat', 'committee', 'authority', 'auditor', 'operator')
export class ReportFileController {
  constructor(private readonly files: ReportFileService) {}

  @ApiOperation({ summary: 'The evidence of a label’s reports and accounts, in the order in which it came.' })
  @Get() @HasId() @ApiOkResponse({ type: [ReportFileDto] })
  list(@CurrentCaller() caller: Caller, @IdParam() id: string, @Query() { period }: ReportFilesQuery): Promise<ReportFileDto[]> {
    return this.files.list(caller, id, period);
  }

  @ApiOperation({ summary: 'Sends one file of a report or account that is being written; its type is found from its bytes.' })
  @Post() @Access('applicant') @HasId() @ApiConsumes('multipart/form-data') @ApiBody(oneFile) @ApiCreatedResponse({ type: ReportFileDto })
  add(@CurrentCaller() caller: Caller, @IdParam() id: string, @Query() query: ReportFileQuery, @Req() request: FastifyRequest, @Language() locale: Locale): Promise<ReportFileDto> {
    return this.files.add(caller, id, query, request, locale);
  }

  @ApiOperation({ summary: 'The bytes of a file, always as a download.' })
  @Get(':fileId') @HasId() @HasId('fileId') @ApiProduces('application/octet-stream') @ApiOkResponse()
  async download(@CurrentCaller() caller: Caller, @IdParam() id: string, @IdParam('fileId') fileId: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { row, bytes } = await this.files.open(caller, id, fileId);
    void reply.header('cache-control', 'private, no-store').header('x-content-type-options', 'nosniff').header('content-security-policy', 'sandbox');
    return new StreamableFile(bytes, { type: 'application/octet-stream', length: row.size, disposition: disposition(row.name, row.type) });
  }

  @ApiOperation({ summary: 'Removes a file that no submitted report or account names.' })
  @Delete(':fileId') @Access('applicant') @HasId() @HasId('fileId') @HttpCode(204) @ApiNoContentResponse()
  remove(@CurrentCaller() caller: Caller, @IdParam() id: string, @IdParam('fileId') fileId: string): Promise<void> {
    return this.files.remove(caller, id, fileId);
  }
}
