import { Controller, Get, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import type { Locale } from '../http/locale.js';
import { Language } from '../http/localized.js';
import { AmendmentNumber, HasAmendmentNumber } from '../award/amendment-number.js';
import { BookService } from './book/book.service.js';
import { ContractDocumentService } from './contract/contract.document.js';
import { CertificateService } from './certificate/certificate.service.js';
import type { Made } from './document.js';
import { ExportService } from './export.service.js';
import { attachmentDisposition } from './file-name.js';
import { DecisionDocumentService } from './letter/decision.service.js';
import { SessionDocumentService } from './session/session-document.service.js';

const pdf = { schema: { type: 'string', format: 'binary' } } as const;

/** Documents made for who asks, by that person's rights. Each is journalled. */
@ApiTags('documents')
@Controller()
export class DocumentController {
  constructor(
    private readonly books: BookService, private readonly decisions: DecisionDocumentService, private readonly sessions: SessionDocumentService, private readonly exports: ExportService,
    private readonly contracts: ContractDocumentService, private readonly certificates: CertificateService,
  ) {}

  @ApiOperation({ summary: 'One PDF of a file: answers, what was done, appraisals, timeline, attachments, as far as the caller may read them.' })
  @Get('applications/:id/book.pdf') @Access('signed-in') @HasId() @ApiProduces('application/pdf') @ApiOkResponse(pdf)
  async book(@CurrentCaller() caller: Caller, @IdParam() id: string, @Language() locale: Locale, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return this.send(caller, await this.books.ofFile(caller, id, locale), request, reply);
  }

  @ApiOperation({ summary: 'The decision: what was signed, or its letter, a draft until then.', description: 'The applicant gets it from the notification on; the first reading is recorded.' })
  @Get('applications/:id/decision.pdf') @Access('signed-in') @HasId() @ApiProduces('application/pdf') @ApiOkResponse(pdf)
  async decision(@CurrentCaller() caller: Caller, @IdParam() id: string, @Language() locale: Locale, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return this.send(caller, await this.decisions.ofFile(caller, id, locale), request, reply);
  }

  @ApiOperation({ summary: 'Agenda and files of a session, without those from which the caller is recused.' })
  @Get('sessions/:id/book.pdf') @Access('secretariat', 'committee', 'authority', 'auditor', 'operator') @HasId() @ApiProduces('application/pdf') @ApiOkResponse(pdf)
  async sessionBook(@CurrentCaller() caller: Caller, @IdParam() id: string, @Language() locale: Locale, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return this.send(caller, await this.sessions.book(caller, id, locale), request, reply);
  }

  @ApiOperation({ summary: 'The minutes of a session, in French; who may read them says their page.' })
  @Get('sessions/:id/minutes.pdf') @Access('secretariat', 'committee', 'authority', 'auditor', 'operator') @HasId() @ApiProduces('application/pdf') @ApiOkResponse(pdf)
  async minutes(@CurrentCaller() caller: Caller, @IdParam() id: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return this.send(caller, await this.sessions.minutesOf(caller, id), request, reply);
  }

  @ApiOperation({ summary: 'The contract of a label: as it was signed, or as it would be today, with its amendments in force.', description: 'Until both parties have signed, each page says so.' })
  @Get('labels/:id/contract.pdf') @Access('applicant', 'secretariat', 'authority', 'auditor', 'operator') @HasId() @ApiProduces('application/pdf') @ApiOkResponse(pdf)
  async contract(@CurrentCaller() caller: Caller, @IdParam() id: string, @Language() locale: Locale, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return this.send(caller, await this.contracts.contract(caller, id, locale), request, reply);
  }

  @ApiOperation({ summary: 'An amendment of a label’s contract, with its signatures.' })
  @Get('labels/:id/amendments/:n.pdf') @Access('applicant', 'secretariat', 'authority', 'auditor', 'operator') @HasId() @HasAmendmentNumber() @ApiProduces('application/pdf') @ApiOkResponse(pdf)
  async amendment(
    @CurrentCaller() caller: Caller, @IdParam() id: string, @AmendmentNumber() n: number, @Language() locale: Locale, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send(caller, await this.contracts.amendment(caller, id, n, locale), request, reply);
  }

  @ApiOperation({ summary: 'The certificate of a label in force, PDF/A with a QR code that leads to the verification page.' })
  @Get('labels/:id/certificate.pdf') @Access('applicant', 'secretariat', 'committee', 'authority', 'auditor', 'operator') @HasId() @ApiProduces('application/pdf') @ApiOkResponse(pdf)
  async certificate(@CurrentCaller() caller: Caller, @IdParam() id: string, @Language() locale: Locale, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return this.send(caller, await this.certificates.ofLabel(caller, id, locale), request, reply);
  }

  private async send(caller: Caller, { bytes, pages, name, subject }: Made, request: FastifyRequest, reply: FastifyReply): Promise<StreamableFile> {
    await this.exports.journal(caller, { bytes, format: 'pdf', address: request.originalUrl, subject, extent: pages });
    // A document may hold what people sent: never opened as a page of this site.
    void reply.header('cache-control', 'private, no-store').header('x-content-type-options', 'nosniff').header('content-security-policy', 'sandbox');
    return new StreamableFile(bytes, { type: 'application/pdf', length: bytes.length, disposition: attachmentDisposition(name) });
  }
}
