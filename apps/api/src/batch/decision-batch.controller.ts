import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { oneFile } from '../application/upload.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { Language } from '../http/localized.js';
import type { Locale } from '../http/locale.js';
import { BatchDto, NewDecisionBatchDto } from './batch.dto.js';
import { DecisionBatchService } from './decision-batch.service.js';

/** Decisions of a call signed, or notified, as a list: prepared, looked at, confirmed by whoever signs or notifies. */
@ApiTags('decisions')
@Controller('batches')
@Access('secretariat', 'authority')
export class DecisionBatchController {
  constructor(private readonly batches: DecisionBatchService) {}

  @ApiOperation({ summary: 'Prepares: each row says the outcome and, when it is not ready, why it would be refused.', description: 'The confirmation is the act.' })
  @Post() @ApiCreatedResponse({ type: BatchDto })
  prepare(@CurrentCaller() caller: Caller, @Body() body: NewDecisionBatchDto): Promise<BatchDto> {
    return this.batches.prepare(caller, body);
  }

  @ApiOperation({ summary: 'The one signed document of the list, a PDF: it becomes each file’s decision.', description: 'Before the confirmation.' })
  @Post(':id/documents') @HasId() @ApiConsumes('multipart/form-data') @ApiBody(oneFile) @ApiCreatedResponse({ type: BatchDto })
  addDocument(@CurrentCaller() caller: Caller, @IdParam() id: string, @Req() request: FastifyRequest, @Language() locale: Locale): Promise<BatchDto> {
    return this.batches.addDocument(caller, id, request, locale);
  }
}
