import { Controller, Delete, Get, HttpCode, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Choice, Code } from '../http/fields.js';
import { HasId, IdParam } from '../http/id-param.js';
import { Language } from '../http/localized.js';
import type { Locale } from '../http/locale.js';
import { AttachmentDto } from './application.dto.js';
import { AttachmentService } from './attachment.service.js';
import { disposition } from './disposition.js';
import { oneFile } from './upload.js';

class UploadQuery {
  @Code({ optional: true, description: 'The question that the file answers; needed while the application is a draft.' }) question?: string;
}

class DocumentQuery {
  @Choice(['decision', 'proof'], { optional: true, description: '`decision` when left out: the signed PDF, before its signature is recorded. `proof`: of the notification, or of a condition that is met.' }) purpose?: 'decision' | 'proof';
}

class ScanQuery {
  @Choice(['scan', 'piece', 'reply'], { optional: true, description: '`scan` when left out: the paper by which somebody acted, read by the staff. `piece`, `reply`: a file that the applicant supplied with it.' }) purpose?: 'scan' | 'piece' | 'reply';
}

@ApiTags('attachments')
@Controller('applications/:id')
@Access('signed-in')
export class AttachmentController {
  constructor(private readonly attachments: AttachmentService) {}

  @ApiOperation({ summary: 'The files of an application that I may read.' })
  @Get('attachments') @HasId() @ApiOkResponse({ type: [AttachmentDto] })
  list(@CurrentCaller() caller: Caller, @IdParam() id: string): Promise<AttachmentDto[]> {
    return this.attachments.list(caller, id);
  }

  @ApiOperation({ summary: 'Sends one file; its type is found from its bytes.' })
  @Post('attachments') @Access('applicant', 'secretariat') @HasId() @ApiConsumes('multipart/form-data') @ApiBody(oneFile) @ApiCreatedResponse({ type: AttachmentDto })
  add(@CurrentCaller() caller: Caller, @IdParam() id: string, @Query() query: UploadQuery, @Req() request: FastifyRequest, @Language() locale: Locale): Promise<AttachmentDto> {
    return this.attachments.add(caller, id, query.question, request, locale);
  }

  @ApiOperation({ summary: 'Sends the signed decision as a PDF, or a proof; name its id when recording the act.' })
  @Post('documents') @Access('authority', 'secretariat') @HasId() @ApiConsumes('multipart/form-data') @ApiBody(oneFile) @ApiCreatedResponse({ type: AttachmentDto })
  addDocument(@CurrentCaller() caller: Caller, @IdParam() id: string, @Query() { purpose = 'decision' }: DocumentQuery, @Req() request: FastifyRequest, @Language() locale: Locale): Promise<AttachmentDto> {
    return this.attachments.addDocument(caller, id, purpose, request, locale);
  }

  @ApiOperation({ summary: 'Sends what came on paper: name the scan’s id when entering the act, or those of the pieces or of the reply that it brought.' })
  @Post('scans') @Access('secretariat') @HasId() @ApiConsumes('multipart/form-data') @ApiBody(oneFile) @ApiCreatedResponse({ type: AttachmentDto })
  addScan(@CurrentCaller() caller: Caller, @IdParam() id: string, @Query() { purpose = 'scan' }: ScanQuery, @Req() request: FastifyRequest, @Language() locale: Locale): Promise<AttachmentDto> {
    return this.attachments.addScan(caller, id, purpose, request, locale);
  }

  @ApiOperation({ summary: 'Sends a file for a message of the thread; name its id when writing the message.', description: 'Nobody else sees it before.' })
  @Post('thread-files') @Access('applicant', 'secretariat') @HasId() @ApiConsumes('multipart/form-data') @ApiBody(oneFile) @ApiCreatedResponse({ type: AttachmentDto })
  addToThread(@CurrentCaller() caller: Caller, @IdParam() id: string, @Req() request: FastifyRequest, @Language() locale: Locale): Promise<AttachmentDto> {
    return this.attachments.addToThread(caller, id, request, locale);
  }

  @ApiOperation({ summary: 'The bytes of a file, always as a download: nothing that somebody sent is ever opened as a page of this site.' })
  @Get('attachments/:attachmentId') @HasId() @HasId('attachmentId') @ApiProduces('application/octet-stream') @ApiOkResponse()
  async download(
    @CurrentCaller() caller: Caller, @IdParam() id: string, @IdParam('attachmentId') attachmentId: string, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { row, bytes } = await this.attachments.open(caller, id, attachmentId);
    void reply.header('cache-control', 'private, no-store').header('x-content-type-options', 'nosniff').header('content-security-policy', 'sandbox');
    return new StreamableFile(bytes, { type: 'application/octet-stream', length: row.size, disposition: disposition(row.name, row.type) });
  }

  @ApiOperation({ summary: 'Removes a file from an application, while it may still be changed.' })
  @Delete('attachments/:attachmentId') @Access('applicant', 'secretariat') @HasId() @HasId('attachmentId') @HttpCode(204) @ApiNoContentResponse()
  remove(@CurrentCaller() caller: Caller, @IdParam() id: string, @IdParam('attachmentId') attachmentId: string): Promise<void> {
    return this.attachments.remove(caller, id, attachmentId);
  }
}
