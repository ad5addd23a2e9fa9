import { Body, Controller, Get, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { ExportService } from '../document/export.service.js';
import { attachmentDisposition } from '../document/file-name.js';
import { HasId, IdParam } from '../http/id-param.js';
import type { Locale } from '../http/locale.js';
import { Language } from '../http/localized.js';
import { type Page, Paged, xlsxType } from '../http/page.js';
import { ComparedFigureDto, ComparisonQueryDto, FigureDto, FiguresQueryDto, NewSetDto, SetQueryDto, StatisticsDto, StatisticSetDto, StatisticSetWithTablesDto, StatisticsQueryDto } from './statistics.dto.js';
import { StatisticsService } from './statistics.service.js';

/** The network's standard tables. */
@ApiTags('statistics')
@Controller('statistics')
@Access('secretariat', 'authority', 'auditor', 'operator')
export class StatisticsController {
  constructor(private readonly statistics: StatisticsService, private readonly exports: ExportService) {}

  @ApiOperation({ summary: 'The standard tables as of a day: applications, labels, indicators, satisfaction (central and own apart), payments; whole and by call, region, theme, structure type.', description: 'By what was recorded until the end of that day.' })
  @Get() @ApiOkResponse({ type: StatisticsDto })
  live(@Query() query: StatisticsQueryDto, @Language() locale: Locale): Promise<StatisticsDto> {
    return this.statistics.live(query, locale);
  }

  @ApiOperation({ summary: 'The same, figure by figure.' })
  @Get('figures') @Paged(FigureDto)
  figures(@Query() query: FiguresQueryDto, @Language() locale: Locale): Promise<Page<FigureDto>> {
    return this.statistics.figures(query, locale);
  }

  @ApiOperation({ summary: 'Freezes the tables under a name: they are stored as they are and never computed anew.' })
  @Post('sets') @Access('secretariat', 'authority') @ApiCreatedResponse({ type: StatisticSetWithTablesDto })
  freeze(@CurrentCaller() caller: Caller, @Body() body: NewSetDto, @Language() locale: Locale): Promise<StatisticSetWithTablesDto> {
    return this.statistics.freeze(caller, body, locale);
  }

  @ApiOperation({ summary: 'Frozen sets, the last first: name, day, by whom and when.' })
  @Get('sets') @Paged(StatisticSetDto)
  sets(@Query() query: SetQueryDto): Promise<Page<StatisticSetDto>> {
    return this.statistics.sets(query);
  }

  @ApiOperation({ summary: 'A frozen set with its tables.' })
  @Get('sets/:id') @HasId() @ApiOkResponse({ type: StatisticSetWithTablesDto })
  set(@IdParam() id: string, @Language() locale: Locale): Promise<StatisticSetWithTablesDto> {
    return this.statistics.set(id, locale);
  }

  @ApiOperation({ summary: 'What has changed since an earlier set, figure by figure.' })
  @Get('sets/:id/comparison') @HasId() @Paged(ComparedFigureDto)
  compare(@IdParam() id: string, @Query() query: ComparisonQueryDto, @Language() locale: Locale): Promise<Page<ComparedFigureDto>> {
    return this.statistics.compare(id, query, locale);
  }

  @ApiOperation({ summary: 'A frozen set as one workbook, a sheet a subject. Journalled.' })
  @Get('sets/:id/workbook.xlsx') @HasId() @ApiProduces(xlsxType) @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async workbook(@CurrentCaller() caller: Caller, @IdParam() id: string, @Language() locale: Locale, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { bytes, name, rows } = await this.statistics.workbook(id, locale);
    await this.exports.journal(caller, { bytes, format: 'xlsx', address: request.originalUrl, subject: null, extent: rows });
    void reply.header('cache-control', 'private, no-store').header('x-content-type-options', 'nosniff');
    return new StreamableFile(bytes, { type: xlsxType, length: bytes.length, disposition: attachmentDisposition(name) });
  }
}
