import { Body, Controller, Get, HttpCode, Param, Post, Query, SetMetadata } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey } from '../act/idempotency-key.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import type { Locale } from '../http/locale.js';
import { Language } from '../http/localized.js';
import { LIST_ITEM, type Page, Paged, PageQuery } from '../http/page.js';
import { IncomingMessageDto, IncomingQueryDto, MessageDto, MessageWrittenDto, NewMessageDto, ReadUpToDto, ThreadPageDto } from './thread.dto.js';
import { ThreadService } from './thread.service.js';

const threaded = { name: 'collection', enum: ['applications', 'labels', 'monitorings', 'renewals', 'financings'] };

/** The thread between a centre and the secretariat about a file. A message never changes a state or a time limit. */
@ApiTags('threads')
@Controller()
export class ThreadController {
  constructor(private readonly threads: ThreadService) {}

  @ApiOperation({ summary: 'What centres wrote, over all files.' })
  @Get('messages') @Access('secretariat') @Paged(IncomingMessageDto)
  incoming(@CurrentCaller() caller: Caller, @Query() query: IncomingQueryDto): Promise<Page<IncomingMessageDto>> {
    return this.threads.incoming(caller, query);
  }

  @ApiOperation({ summary: 'The messages of a file, the last first.' })
  @Get(':collection/:id/messages') @Access('applicant', 'secretariat', 'authority', 'auditor') @ApiParam(threaded) @ApiParam({ name: 'id' }) @ApiOkResponse({ type: ThreadPageDto }) @SetMetadata(LIST_ITEM, MessageDto)
  list(@CurrentCaller() caller: Caller, @Param('collection') collection: string, @Param('id') id: string, @Query() query: PageQuery, @Language() locale: Locale): Promise<ThreadPageDto> {
    return this.threads.list(caller, { collection, id }, query, locale);
  }

  @ApiOperation({ summary: 'Writes to the other side, who gets a mail.', description: 'One of the secretariat’s answers what the centre wrote before.' })
  @Post(':collection/:id/messages') @Access('applicant', 'secretariat') @ApiParam(threaded) @ApiParam({ name: 'id' }) @ApiCreatedResponse({ type: MessageWrittenDto })
  write(
    @CurrentCaller() caller: Caller, @Param('collection') collection: string, @Param('id') id: string, @Body() body: NewMessageDto,
    @IdempotencyKey() key: string | undefined, @Language() locale: Locale,
  ): Promise<MessageWrittenDto> {
    return this.threads.write(caller, { collection, id }, body, { key, locale });
  }

  @ApiOperation({ summary: 'Records that I have read the thread as far as this message.' })
  @Post(':collection/:id/message-readings') @Access('applicant', 'secretariat') @ApiParam(threaded) @ApiParam({ name: 'id' }) @HttpCode(204) @ApiNoContentResponse()
  read(@CurrentCaller() caller: Caller, @Param('collection') collection: string, @Param('id') id: string, @Body() { upTo }: ReadUpToDto): Promise<void> {
    return this.threads.read(caller, { collection, id }, upTo);
  }

  @ApiOperation({ summary: 'Marks a centre’s message as answered without a message, e.g. by telephone.' })
  @Post(':collection/:id/messages/:messageId/settle') @Access('secretariat') @ApiParam(threaded) @ApiParam({ name: 'id' }) @HasId('messageId') @HttpCode(200) @ApiOkResponse({ type: MessageDto })
  settle(@CurrentCaller() caller: Caller, @Param('collection') collection: string, @Param('id') id: string, @IdParam('messageId') messageId: string): Promise<MessageDto> {
    return this.threads.settle(caller, { collection, id }, messageId);
  }

  @ApiOperation({ summary: 'Attaches a message with its files to the application: experts and committee read it from then on.' })
  @Post('applications/:id/messages/:messageId/attach') @Access('secretariat') @HasId() @HasId('messageId') @HttpCode(200) @ApiOkResponse({ type: MessageDto })
  attach(@CurrentCaller() caller: Caller, @IdParam() id: string, @IdParam('messageId') messageId: string): Promise<MessageDto> {
    return this.threads.attach(caller, id, messageId);
  }
}
