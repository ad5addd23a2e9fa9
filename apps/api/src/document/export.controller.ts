import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { listExports } from '../../../../libs/persistence/src/document/export.queries.js';
import { Access } from '../auth/access.js';
import { DATABASE } from '../environment/tokens.js';
import { decodeCursor, type Page, Paged, pageOf } from '../http/page.js';
import { ExportDto, ExportQueryDto } from './export.dto.js';

@ApiTags('exports')
@Controller('exports')
@Access('secretariat', 'authority', 'auditor', 'operator')
export class ExportController {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  @ApiOperation({ summary: 'The journal of exports: who took out what as a file, the newest first.' })
  @Get() @Paged(ExportDto)
  async list(@Query() { person, subject, as, limit, cursor }: ExportQueryDto): Promise<Page<ExportDto>> {
    const rows = await listExports(this.db, { personId: person, subject, format: as, after: decodeCursor(cursor, 'instant', 'id'), limit: limit + 1 });
    return pageOf(rows, limit, (row) => [row.at.toISOString(), row.id], ({ at, format, ...row }) => ({ ...row, at: at.toISOString(), kind: format }));
  }
}
