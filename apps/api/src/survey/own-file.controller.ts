import { Controller, Get, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { disposition } from '../application/disposition.js';
import { oneFile } from '../application/upload.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { Language } from '../http/localized.js';
import type { Locale } from '../http/locale.js';
import { OwnFileService } from './own-file.service.js';
import { HasSurvey, SurveyParam } from './survey-id.js';
import { OwnFileDto } from './survey.dto.js';

@ApiTags('surveys')
@Controller('surveys/:id/own-files')
@Access('applicant', 'secretariat', 'committee', 'authority', 'auditor', 'operator')
export class OwnFileController {
  constructor(private readonly files: OwnFileService) {}

  @ApiOperation({ summary: 'Sends a file of the centre’s own survey, before it is declared; name its id there.' })
  @Post() @Access('applicant') @HasSurvey() @ApiConsumes('multipart/form-data') @ApiBody(oneFile) @ApiCreatedResponse({ type: OwnFileDto })
  add(@CurrentCaller() caller: Caller, @SurveyParam() id: string, @Req() request: FastifyRequest, @Language() locale: Locale): Promise<OwnFileDto> {
    return this.files.add(caller, id, request, locale);
  }

  @ApiOperation({ summary: 'The bytes of a file, always as a download.' })
  @Get(':fileId') @HasSurvey() @HasId('fileId') @ApiProduces('application/octet-stream') @ApiOkResponse()
  async download(@CurrentCaller() caller: Caller, @SurveyParam() id: string, @IdParam('fileId') fileId: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { row, bytes } = await this.files.open(caller, id, fileId);
    void reply.header('cache-control', 'private, no-store').header('x-content-type-options', 'nosniff').header('content-security-policy', 'sandbox');
    return new StreamableFile(bytes, { type: 'application/octet-stream', length: row.size, disposition: disposition(row.name, row.type) });
  }
}
