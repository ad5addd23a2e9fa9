import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { type Page, Paged, PageQuery } from '../http/page.js';
import { BatchDto } from './batch.dto.js';
import { ExtensionPreviewDto, NewExtensionBatchDto } from './extension-batch.dto.js';
import { ExtensionBatchService } from './extension-batch.service.js';

/** Labels extended together by one signed decision. */
@ApiTags('labels')
@Controller('batches')
@Access('secretariat', 'authority')
export class ExtensionBatchController {
  constructor(private readonly extensions: ExtensionBatchService) {}

  @ApiOperation({ summary: 'Prepares one decision that extends many labels, also after their end.', description: 'Nothing is extended before the authority confirms it, by its `plan`; its signed document may be added before.' })
  @Post('extensions') @ApiCreatedResponse({ type: BatchDto })
  prepare(@CurrentCaller() caller: Caller, @Body() body: NewExtensionBatchDto): Promise<BatchDto> {
    return this.extensions.prepare(caller, body);
  }

  @ApiOperation({ summary: 'The extensions of many labels, prepared or done, the latest first.' })
  @Get('extensions') @Access('secretariat', 'authority', 'auditor', 'operator') @Paged(BatchDto)
  list(@Query() query: PageQuery): Promise<Page<BatchDto>> {
    return this.extensions.list(query);
  }

  @ApiOperation({ summary: 'What such a decision brings: labels, reports, indicators, instalments and certificates, label by label and in all.' })
  @Get(':id/extension') @Access('secretariat', 'authority', 'auditor', 'operator') @HasId() @ApiOkResponse({ type: ExtensionPreviewDto })
  preview(@IdParam() id: string): Promise<ExtensionPreviewDto> {
    return this.extensions.preview(id);
  }
}
