import { Body, Controller, Get, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ActView } from '../act/act.dto.js';
import { IdempotencyKey } from '../act/idempotency-key.js';
import { oneFile } from '../application/upload.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { BankDetailsService } from './bank-details.service.js';
import { BankAccountDto, BankConfirmationDto, BankDocumentDto, BankRefusalDto, CallBackDto, NewBankDetailsDto } from './financing.dto.js';
import { PaymentService } from './payment.service.js';

@ApiTags('financing')
@Controller('financings/:id')
@Access('secretariat', 'authority')
export class BankDetailsController {
  constructor(private readonly details: BankDetailsService, private readonly payments: PaymentService) {}

  @ApiOperation({ summary: 'Sends the document that shows an account (PDF or picture); name its id in the bank details.' })
  @Post('bank-documents') @Access('applicant', 'secretariat') @HasId() @ApiConsumes('multipart/form-data') @ApiBody(oneFile) @ApiCreatedResponse({ type: BankDocumentDto })
  addDocument(@CurrentCaller() caller: Caller, @IdParam() id: string, @Req() request: FastifyRequest): Promise<BankDocumentDto> {
    return this.details.addDocument(caller, id, request);
  }

  @ApiOperation({ summary: 'The bytes of such a document, always as a download.' })
  @Get('bank-documents/:document') @Access('applicant', 'secretariat', 'authority') @HasId() @HasId('document') @ApiProduces('application/octet-stream') @ApiOkResponse()
  async download(@CurrentCaller() caller: Caller, @IdParam() id: string, @IdParam('document') document: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { row, bytes } = await this.details.openDocument(caller, id, document);
    void reply.header('cache-control', 'private, no-store').header('x-content-type-options', 'nosniff').header('content-security-policy', 'sandbox');
    return new StreamableFile(bytes, { type: 'application/octet-stream', length: row.size, disposition: `attachment; filename="bank-document.${row.type}"` });
  }

  @ApiOperation({ summary: 'Gives bank details, by the legal representative or a mandated person.', description: 'They serve once a contact known before was called and a second person has confirmed them; that contact is told at once.' })
  @Post('bank-details') @Access('applicant', 'secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  propose(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: NewBankDetailsDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.details.propose(caller, id, body, key);
  }

  @ApiOperation({ summary: 'The accounts in force and proposed, in clear, for who checks and pays.' })
  @Get('bank-details') @HasId() @ApiOkResponse({ type: [BankAccountDto] })
  accounts(@CurrentCaller() caller: Caller, @IdParam() id: string): Promise<BankAccountDto[]> {
    return this.details.accounts(caller, id);
  }

  @ApiOperation({ summary: 'Notes the call to a contact known before the details were given.' })
  @Post('bank-details/call-back') @Access('secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  callBack(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { n, contact, note }: CallBackDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.payments.take(caller, id, { act: 'noteCallBack', by: ['secretariat'], facts: { n }, content: { contact, note } }, key);
  }

  @ApiOperation({ summary: 'Confirms the details after the call: another person than the caller.', description: 'What was prepared for the details before goes back to be prepared anew.' })
  @Post('bank-details/confirmation') @HasId() @ApiCreatedResponse({ type: ActView })
  confirm(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { n, holderDiffers }: BankConfirmationDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.payments.take(caller, id, { act: 'confirmBankDetails', by: ['authority', 'secretariat'], facts: { n, ...(holderDiffers ? { holderDiffers } : {}) } }, key);
  }

  @ApiOperation({ summary: 'Does not take the proposed details, with reasons; those in force stay.' })
  @Post('bank-details/refusal') @HasId() @ApiCreatedResponse({ type: ActView })
  refuse(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { n, reasons }: BankRefusalDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.payments.take(caller, id, { act: 'refuseBankDetails', by: ['authority', 'secretariat'], facts: { n }, content: { reasons } }, key);
  }
}
