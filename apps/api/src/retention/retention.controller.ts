import { createReadStream } from 'node:fs';
import { Body, Controller, Get, HttpCode, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FileStore } from '../application/file-store.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { attachmentDisposition } from '../document/file-name.js';
import { HasId, IdParam } from '../http/id-param.js';
import type { Locale } from '../http/locale.js';
import { Language } from '../http/localized.js';
import { type Page, Paged, PageQuery } from '../http/page.js';
import { ArchiveService } from './archive.service.js';
import { DueFileDto, EliminationDto, RetentionProposalDto, RetentionDecisionDto, RetentionFileDto, RetentionFilesDto, RetentionQueryDto } from './retention.dto.js';
import { RetentionService } from './retention.service.js';

/** Files whose retention period is over. */
@ApiTags('retention')
@Controller('retention')
@Access('secretariat', 'authority', 'auditor', 'operator')
export class RetentionController {
  constructor(private readonly retention: RetentionService, private readonly archives: ArchiveService, private readonly store: FileStore) {}

  @ApiOperation({ summary: 'Files whose period is over and of which nothing was proposed yet, with the scheme’s category and the dates.' })
  @Get('due') @Paged(DueFileDto)
  due(@Query() query: PageQuery, @Language() locale: Locale): Promise<Page<DueFileDto>> {
    return this.retention.due(query, locale);
  }

  @ApiOperation({ summary: 'Proposes to keep or eliminate files of the list; the authority is told by one mail.' })
  @Post('proposals') @Access('secretariat') @ApiCreatedResponse({ type: RetentionFilesDto })
  async propose(@CurrentCaller() caller: Caller, @Body() body: RetentionProposalDto): Promise<RetentionFilesDto> {
    return { items: await this.retention.propose(caller, body) };
  }

  @ApiOperation({ summary: 'Files that were proposed, the last first: what was decided, what was destroyed.' })
  @Get('files') @Paged(RetentionFileDto)
  list(@CurrentCaller() caller: Caller, @Query() query: RetentionQueryDto): Promise<Page<RetentionFileDto>> {
    return this.retention.list(caller, query);
  }

  @ApiOperation({ summary: 'One of them.' })
  @Get('files/:id') @HasId() @ApiOkResponse({ type: RetentionFileDto })
  show(@CurrentCaller() caller: Caller, @IdParam() id: string): Promise<RetentionFileDto> {
    return this.retention.show(caller, id);
  }

  @ApiOperation({ summary: 'Records keep or eliminate, with the reference of the archives’ agreement. It destroys nothing yet.' })
  @Post('files/:id/decision') @Access('authority') @HasId() @ApiCreatedResponse({ type: RetentionFileDto })
  decide(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: RetentionDecisionDto): Promise<RetentionFileDto> {
    return this.retention.decide(caller, id, body);
  }

  @ApiOperation({ summary: 'The file as a zip: its book, the originals, journal and texts, and a manifest with the SHA-256 of each.', description: 'Journalled. Its own SHA-256 is that of the record (`archive`).' })
  @Get('files/:id/archive.zip') @Access('secretariat') @HasId() @ApiProduces('application/zip') @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async archive(@CurrentCaller() caller: Caller, @IdParam() id: string, @Language() locale: Locale, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { zip, name } = await this.archives.make(caller, id, locale, request.originalUrl);
    const bytes = createReadStream(zip.path);
    bytes.once('close', () => void this.store.discard(zip).catch(() => undefined));
    void reply.header('cache-control', 'private, no-store').header('x-content-type-options', 'nosniff');
    return new StreamableFile(bytes, { type: 'application/zip', length: zip.size, disposition: attachmentDisposition(name) });
  }

  @ApiOperation({ summary: 'Destroys what was written and given, once the authority has decided so and the zip has left. The journal stays valid.', description: 'It cannot be undone. Asked again after an interruption, it goes on.' })
  @Post('files/:id/elimination') @Access('secretariat') @HasId() @HttpCode(200) @ApiOkResponse({ type: RetentionFileDto })
  eliminate(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { archive }: EliminationDto): Promise<RetentionFileDto> {
    return this.retention.eliminate(caller, id, archive);
  }
}
