import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { newestSchemes } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { Access } from '../auth/access.js';
import { DATABASE } from '../environment/tokens.js';
import { inLanguage, Language } from '../http/localized.js';
import type { Locale } from '../http/locale.js';
import { SchemeDto } from './scheme.dto.js';

@ApiTags('schemes')
@Controller('schemes')
@Access('public')
export class SchemeController {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  @ApiOperation({ summary: 'The schemes that are loaded, with the codes that describe a pole.' })
  @Get() @ApiOkResponse({ type: [SchemeDto] })
  async list(@Language() locale: Locale): Promise<SchemeDto[]> {
    const schemes = (await newestSchemes(this.db)).map(({ scheme }) => inLanguage(scheme, locale));
    return schemes.map(({ code, version, name, themes, structureTypes }) => ({ code, version, name, themes: themes.map(word), structureTypes: structureTypes.map(word) }))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
  }
}

function word({ code, label }: { code: string; label: string }): { code: string; label: string } {
  return { code, label };
}
