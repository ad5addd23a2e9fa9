import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import type { Locale } from '../http/locale.js';
import { Language } from '../http/localized.js';
import { LabelImportDto, LabelImportReportDto } from './label-import.dto.js';
import { LabelImportService } from './label-import.service.js';

@ApiTags('labels')
@Controller('label-imports')
@Access('secretariat')
export class LabelImportController {
  constructor(private readonly imports: LabelImportService) {}

  @ApiOperation({ summary: 'Tries an import of labels in force: each fault with its line, column and reason. Changes nothing.' })
  @Post('previews') @HttpCode(200) @ApiOkResponse({ type: LabelImportReportDto })
  preview(@CurrentCaller() caller: Caller, @Body() body: LabelImportDto, @Language() locale: Locale): Promise<LabelImportReportDto> {
    return this.imports.preview(caller, body, locale);
  }

  @ApiOperation({
    summary: 'Imports labels in force, all lines or none.',
    description: 'Monitoring and renewal begin where the labels stand today, without reminders of what is past. Asked again, it goes on where it stopped.',
  })
  @Post() @ApiCreatedResponse({ type: LabelImportReportDto })
  run(@CurrentCaller() caller: Caller, @Body() body: LabelImportDto, @Language() locale: Locale): Promise<LabelImportReportDto> {
    return this.imports.run(caller, body, locale);
  }
}
