import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Config } from '../../../../../libs/config/src/config.js';
import { Access } from '../../auth/access.js';
import { CONFIG } from '../../environment/tokens.js';
import { Revalidated } from '../../http/revalidated.js';
import { OpenDataService } from './open-data.service.js';
import { type Cell, tables } from './tables.js';
import { asCsv, asObjects, dictionary } from './written.js';

const csv = 'text/csv; charset=utf-8; header=present';
const text = { schema: { type: 'string' } } as const;
const rows = { schema: { type: 'array', items: { type: 'object', additionalProperties: true } } } as const;

/** The whole register for programs, as of today. The columns are described in the dictionary. */
@ApiTags('open data')
@Controller('open-data')
@Access('public')
export class OpenDataController {
  constructor(@Inject(CONFIG) private readonly config: Config, private readonly data: OpenDataService) {}

  @ApiOperation({ summary: 'The data dictionary of the open data: tables, columns, types and values (Data Package, Table Schema).' })
  @Get('datapackage.json') @Revalidated() @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  dictionary(): Record<string, unknown> {
    return dictionary(`${this.config.api.publicUrl}/api/open-data`);
  }

  @ApiOperation({ summary: 'All labels that are or were in force, as CSV.' })
  @Get('labels.csv') @Revalidated() @Header('content-type', csv) @ApiProduces('text/csv') @ApiOkResponse(text)
  async labelsCsv(): Promise<string> {
    return asCsv(tables.labels, await this.data.rows('labels'));
  }

  @ApiOperation({ summary: 'All labels that are or were in force, as JSON.' })
  @Get('labels.json') @Revalidated() @ApiOkResponse(rows)
  async labelsJson(): Promise<Record<string, Cell>[]> {
    return asObjects(tables.labels, await this.data.rows('labels'));
  }

  @ApiOperation({ summary: 'The statuses of all labels one after another, with their days, as CSV.' })
  @Get('label-history.csv') @Revalidated() @Header('content-type', csv) @ApiProduces('text/csv') @ApiOkResponse(text)
  async historyCsv(): Promise<string> {
    return asCsv(tables['label-history'], await this.data.rows('label-history'));
  }

  @ApiOperation({ summary: 'The statuses of all labels one after another, with their days, as JSON.' })
  @Get('label-history.json') @Revalidated() @ApiOkResponse(rows)
  async historyJson(): Promise<Record<string, Cell>[]> {
    return asObjects(tables['label-history'], await this.data.rows('label-history'));
  }
}
