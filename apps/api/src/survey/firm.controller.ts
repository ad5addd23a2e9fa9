import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { oneFile } from '../application/upload.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { Language } from '../http/localized.js';
import type { Locale } from '../http/locale.js';
import { type Page, Paged } from '../http/page.js';
import { FirmCopiesDto, FirmDto, FirmInputDto, FirmQueryDto, ImportQueryDto, ImportReportDto } from './firm.dto.js';
import { FirmService } from './firm.service.js';
import { HasSurvey, SurveyParam } from './survey-id.js';

@ApiTags('surveys')
@Controller('surveys/:id')
@Access('applicant', 'secretariat')
export class FirmController {
  constructor(private readonly firms: FirmService) {}

  @ApiOperation({ summary: 'The firms that are asked, by name; never whether they have answered.' })
  @Get('firms') @HasSurvey() @Paged(FirmDto)
  list(@CurrentCaller() caller: Caller, @SurveyParam() id: string, @Query() query: FirmQueryDto): Promise<Page<FirmDto>> {
    return this.firms.list(caller, id, query);
  }

  @ApiOperation({ summary: 'Lists one firm, until the launch.' })
  @Post('firms') @HasSurvey() @ApiCreatedResponse({ type: FirmDto })
  add(@CurrentCaller() caller: Caller, @SurveyParam() id: string, @Body() body: FirmInputDto): Promise<FirmDto> {
    return this.firms.add(caller, id, body);
  }

  @ApiOperation({ summary: 'Corrects a firm; after the launch only the address of one whose mail came back.' })
  @Put('firms/:firm') @HasSurvey() @HasId('firm') @ApiOkResponse({ type: FirmDto })
  correct(@CurrentCaller() caller: Caller, @SurveyParam() id: string, @IdParam('firm') firm: string, @Body() body: FirmInputDto): Promise<FirmDto> {
    return this.firms.correct(caller, id, firm, body);
  }

  @ApiOperation({ summary: 'Takes a firm off the list, until the launch.' })
  @Delete('firms/:firm') @HttpCode(204) @HasSurvey() @HasId('firm') @ApiNoContentResponse()
  remove(@CurrentCaller() caller: Caller, @SurveyParam() id: string, @IdParam('firm') firm: string): Promise<void> {
    return this.firms.remove(caller, id, firm);
  }

  @ApiOperation({ summary: 'Notes that a firm’s mail came back: it is asked no more at this address.' })
  @Post('firms/:firm/bounces') @HttpCode(200) @Access('secretariat') @HasSurvey() @HasId('firm') @ApiOkResponse({ type: FirmDto })
  bounced(@CurrentCaller() caller: Caller, @SurveyParam() id: string, @IdParam('firm') firm: string): Promise<FirmDto> {
    return this.firms.undeliverable(caller, id, firm);
  }

  @ApiOperation({ summary: 'Lists the firms of the last survey whose names are still kept; those that no longer fit are left out.' })
  @Post('firm-copies') @HttpCode(200) @HasSurvey() @ApiOkResponse({ type: FirmCopiesDto })
  copy(@CurrentCaller() caller: Caller, @SurveyParam() id: string): Promise<FirmCopiesDto> {
    return this.firms.copy(caller, id);
  }

  @ApiOperation({ summary: 'Reads a CSV of firms and says what is wrong, line by line; lists them all with `apply=true` when nothing is.', description: 'Columns by name, in any order: nom, courriel, and if you like siret and langue (fr, en).' })
  @Post('firm-imports') @HttpCode(200) @HasSurvey() @ApiConsumes('multipart/form-data') @ApiBody(oneFile) @ApiOkResponse({ type: ImportReportDto })
  import(@CurrentCaller() caller: Caller, @SurveyParam() id: string, @Query() { apply = false }: ImportQueryDto, @Req() request: FastifyRequest, @Language() locale: Locale): Promise<ImportReportDto> {
    return this.firms.import(caller, id, request, apply, locale);
  }
}
