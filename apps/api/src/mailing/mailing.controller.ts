import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { type Page, Paged, PageQuery } from '../http/page.js';
import { MailingConfirmationDto, MailingDto, MailingFileDto, MailingFileQueryDto, MailingSummaryDto, NewMailingDto } from './mailing.dto.js';
import { MailingService } from './mailing.service.js';

/** Writing once to all files of a filtered list. */
@ApiTags('mailings')
@Controller('mailings')
@Access('secretariat')
export class MailingController {
  constructor(private readonly mailings: MailingService) {}

  @ApiOperation({ summary: 'Prepares a mailing: the answer and its files are the preview, and nobody is told before the confirmation.' })
  @Post() @ApiCreatedResponse({ type: MailingDto })
  prepare(@CurrentCaller() caller: Caller, @Body() body: NewMailingDto): Promise<MailingDto> {
    return this.mailings.prepare(caller, body);
  }

  @ApiOperation({ summary: 'The mailings: who wrote what to how many, and when; the last prepared first.' })
  @Get() @Access('secretariat', 'authority', 'auditor') @Paged(MailingSummaryDto)
  list(@Query() query: PageQuery): Promise<Page<MailingSummaryDto>> {
    return this.mailings.list(query);
  }

  @ApiOperation({ summary: 'A mailing with its text and its counts.' })
  @Get(':id') @Access('secretariat', 'authority', 'auditor') @HasId() @ApiOkResponse({ type: MailingDto })
  show(@IdParam() id: string): Promise<MailingDto> {
    return this.mailings.show(id);
  }

  @ApiOperation({ summary: 'The files with those who are told; after the confirmation, what became of each copy (`state=failed` lists the failures).' })
  @Get(':id/files') @Access('secretariat', 'authority', 'auditor') @HasId() @Paged(MailingFileDto)
  files(@IdParam() id: string, @Query() query: MailingFileQueryDto): Promise<Page<MailingFileDto>> {
    return this.mailings.files(id, query);
  }

  @ApiOperation({ summary: 'Sends the first file’s copy to me alone.' })
  @Post(':id/tests') @HasId() @HttpCode(204) @ApiNoContentResponse()
  test(@CurrentCaller() caller: Caller, @IdParam() id: string): Promise<void> {
    return this.mailings.test(caller, id);
  }

  @ApiOperation({ summary: 'Sends the mailing: a copy in each thread, a mail to each person, nobody twice.' })
  @Post(':id/confirmation') @HasId() @HttpCode(200) @ApiOkResponse({ type: MailingDto })
  confirm(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { files }: MailingConfirmationDto): Promise<MailingDto> {
    return this.mailings.confirm(caller, id, files);
  }
}
