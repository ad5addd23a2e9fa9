import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ActView } from '../act/act.dto.js';
import { IdempotencyKey } from '../act/idempotency-key.js';
import { AttachmentDto } from '../application/application.dto.js';
import { oneFile } from '../application/upload.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import type { Locale } from '../http/locale.js';
import { Language } from '../http/localized.js';
import { AmendmentNumber, HasAmendmentNumber } from './amendment-number.js';
import { AmendmentDropDto, AmendmentDto, ContractSignatureDto, PoleSignatureDto } from './contract.dto.js';
import { ContractService } from './contract.service.js';

type Key = string | undefined;

/** The contract of a label and its amendments. The texts are at /contract.pdf and /amendments/:n.pdf. */
@ApiTags('labels')
@Controller('labels/:id')
@Access('secretariat')
export class ContractController {
  constructor(private readonly contracts: ContractService) {}

  @ApiOperation({ summary: 'The pole signs the contract, by its legal representative or a mandated person.', description: 'With both signatures the label is in force. The first signature fixes the text.' })
  @Post('contract-signature') @Access('applicant', 'secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  sign(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: PoleSignatureDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.contracts.sign(caller, id, body, key);
  }

  @ApiOperation({ summary: 'The authority signs the contract, before or after the pole.' })
  @Post('contract-countersignature') @Access('authority') @HasId() @ApiCreatedResponse({ type: ActView })
  countersign(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: ContractSignatureDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.contracts.countersign(caller, id, body, key);
  }

  @ApiOperation({ summary: 'Sends a signed contract or amendment as a PDF; name its id with the signature.' })
  @Post('contract-documents') @Access('applicant', 'authority', 'secretariat') @HasId() @ApiConsumes('multipart/form-data') @ApiBody(oneFile) @ApiCreatedResponse({ type: AttachmentDto })
  addDocument(@CurrentCaller() caller: Caller, @IdParam() id: string, @Req() request: FastifyRequest, @Language() locale: Locale): Promise<AttachmentDto> {
    return this.contracts.addDocument(caller, id, request, locale);
  }

  @ApiOperation({ summary: 'Proposes an amendment of the contract: both parties are asked to sign it.', description: 'One at a time. Unsigned within the contract’s limit, it lapses and the contract stays as it is.' })
  @Post('amendments') @HasId() @ApiCreatedResponse({ type: ActView })
  propose(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: AmendmentDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.contracts.proposeAmendment(caller, id, body, key);
  }

  @ApiOperation({ summary: 'The pole signs an amendment, by its legal representative or a mandated person.' })
  @Post('amendments/:n/signature') @Access('applicant', 'secretariat') @HasId() @HasAmendmentNumber() @ApiCreatedResponse({ type: ActView })
  signAmendment(@CurrentCaller() caller: Caller, @IdParam() id: string, @AmendmentNumber() n: number, @Body() body: PoleSignatureDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.contracts.signAmendment(caller, id, n, body, key);
  }

  @ApiOperation({ summary: 'The authority signs an amendment, before or after the pole.' })
  @Post('amendments/:n/countersignature') @Access('authority') @HasId() @HasAmendmentNumber() @ApiCreatedResponse({ type: ActView })
  countersignAmendment(@CurrentCaller() caller: Caller, @IdParam() id: string, @AmendmentNumber() n: number, @Body() body: ContractSignatureDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.contracts.countersignAmendment(caller, id, n, body, key);
  }

  @ApiOperation({ summary: 'Takes back an amendment that is not signed by both yet.' })
  @Post('amendments/:n/withdrawal') @HasId() @HasAmendmentNumber() @ApiCreatedResponse({ type: ActView })
  drop(@CurrentCaller() caller: Caller, @IdParam() id: string, @AmendmentNumber() n: number, @Body() body: AmendmentDropDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.contracts.dropAmendment(caller, id, n, body, key);
  }
}
