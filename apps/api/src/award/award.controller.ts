import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActView } from '../act/act.dto.js';
import { IdempotencyKey } from '../act/idempotency-key.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { type Page, Paged } from '../http/page.js';
import { ContractSignatureDto, PoleSignatureDto, LabelDto, LabelQueryDto, LabelSummaryDto } from './award.dto.js';
import { AwardService } from './award.service.js';

@ApiTags('labels')
@Controller('labels')
@Access('applicant', 'secretariat', 'committee', 'authority', 'auditor', 'operator')
export class AwardController {
  constructor(private readonly labels: AwardService) {}

  @ApiOperation({ summary: 'Labels by number, unsigned and lapsed ones included; an applicant’s own.', description: 'The public reads the register.' })
  @Get() @Paged(LabelSummaryDto)
  list(@CurrentCaller() caller: Caller, @Query() query: LabelQueryDto): Promise<Page<LabelSummaryDto>> {
    return this.labels.list(caller, query);
  }

  @ApiOperation({ summary: 'A label with what I may do next, and its timeline.' })
  @Get(':id') @HasId() @ApiOkResponse({ type: LabelDto })
  show(@CurrentCaller() caller: Caller, @IdParam() id: string): Promise<LabelDto> {
    return this.labels.show(caller, id);
  }

  @ApiOperation({ summary: 'The pole signs the contract, by its legal representative or a mandated person.', description: 'With both signatures the label is in force.' })
  @Post(':id/contract-signature') @Access('applicant', 'secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  sign(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: PoleSignatureDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.labels.sign(caller, id, body, key);
  }

  @ApiOperation({ summary: 'The authority signs the contract, before or after the pole.' })
  @Post(':id/contract-countersignature') @Access('authority') @HasId() @ApiCreatedResponse({ type: ActView })
  countersign(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: ContractSignatureDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.labels.countersign(caller, id, body, key);
  }
}
