import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { ApplicationModule } from '../application/application.module.js';
import { AppraisalModule } from '../appraisal/appraisal.module.js';
import { AwardModule } from '../award/award.module.js';
import { CommitteeModule } from '../committee/committee.module.js';
import { BinderService } from './binding/binder.service.js';
import { BookService } from './book/book.service.js';
import { FileReader } from './book/file.reader.js';
import { ContractDocumentService } from './contract/contract.document.js';
import { CertificateService } from './certificate/certificate.service.js';
import { DocumentController } from './document.controller.js';
import { ExportController } from './export.controller.js';
import { ExportService } from './export.service.js';
import { DecisionDocumentService } from './letter/decision.service.js';
import { SessionDocumentService } from './session/session-document.service.js';
import { SheetWriter } from './sheet/sheet.writer.js';
import { ListExportInterceptor } from './sheet/list-export.interceptor.js';

@Module({
  imports: [ApplicationModule, AppraisalModule, AwardModule, CommitteeModule],
  controllers: [DocumentController, ExportController],
  providers: [BinderService, BookService, CertificateService, ContractDocumentService, DecisionDocumentService, ExportService, FileReader, SessionDocumentService, SheetWriter, { provide: APP_INTERCEPTOR, useClass: ListExportInterceptor }],
  exports: [BookService, ContractDocumentService, ExportService, SheetWriter],
})
export class DocumentModule {}
