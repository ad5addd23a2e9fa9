import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey } from '../act/idempotency-key.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { Language } from '../http/localized.js';
import { type Page, Paged } from '../http/page.js';
import type { Locale } from '../http/locale.js';
import { CallDto, CallQueryDto, CallResultsDto, CallSummaryDto, EmbargoDto, NewCallDto, PublicationDto } from './call.dto.js';
import { CallService } from './call.service.js';

@ApiTags('calls')
@Controller('calls')
export class CallController {
  constructor(private readonly calls: CallService) {}

  @ApiOperation({ summary: 'The calls, open and past.' })
  @Get() @Access('public') @Paged(CallSummaryDto)
  list(@CurrentCaller() caller: Caller | undefined, @Query() query: CallQueryDto, @Language() locale: Locale): Promise<Page<CallSummaryDto>> {
    return this.calls.list(caller, query, locale);
  }

  @ApiOperation({ summary: 'The secretariat creates a call of a scheme, with its dates.' })
  @Post() @Access('secretariat') @ApiCreatedResponse({ type: CallDto })
  create(@CurrentCaller() caller: Caller, @Body() body: NewCallDto, @IdempotencyKey() key: string | undefined, @Language() locale: Locale): Promise<CallDto> {
    return this.calls.create(caller, body, key, locale);
  }

  @ApiOperation({ summary: 'A call with what an applicant must answer, in the language of the caller.' })
  @Get(':id') @Access('public') @HasId() @ApiOkResponse({ type: CallDto })
  show(@CurrentCaller() caller: Caller | undefined, @IdParam() id: string, @Language() locale: Locale): Promise<CallDto> {
    return this.calls.show(caller, `call/${id}`, locale);
  }

  @ApiOperation({ summary: 'Holds back the results until a day; afterwards that date is moved like any deadline (`publication`).' })
  @Post(':id/publications') @Access('secretariat', 'authority') @HasId() @ApiCreatedResponse({ type: CallDto })
  setEmbargo(
    @CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: EmbargoDto, @IdempotencyKey() key: string | undefined, @Language() locale: Locale,
  ): Promise<CallDto> {
    return this.calls.setEmbargo(caller, `call/${id}`, body, key, locale);
  }

  @ApiOperation({ summary: 'The results of a published call; nothing before.' })
  @Get(':id/results') @Access('public') @HasId() @ApiOkResponse({ type: CallResultsDto })
  results(@IdParam() id: string): Promise<CallResultsDto> {
    return this.calls.results(`call/${id}`);
  }

  @ApiOperation({ summary: 'Publishes the results: the call is over.' })
  @Post(':id/publication') @Access('secretariat', 'authority') @HttpCode(200) @HasId() @ApiOkResponse({ type: CallDto })
  publish(
    @CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: PublicationDto, @IdempotencyKey() key: string | undefined, @Language() locale: Locale,
  ): Promise<CallDto> {
    return this.calls.publish(caller, `call/${id}`, body, key, locale);
  }
}
