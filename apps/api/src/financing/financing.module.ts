import { Module } from '@nestjs/common';
import { FileStore } from '../application/file-store.js';
import { ExportService } from '../document/export.service.js';
import { BankDetailsController } from './bank-details.controller.js';
import { BankDetailsService } from './bank-details.service.js';
import { FinancingController } from './financing.controller.js';
import { FinancingService } from './financing.service.js';
import { PaymentRunController } from './payment-run.controller.js';
import { PaymentRunService } from './payment-run.service.js';
import { PaymentService } from './payment.service.js';

@Module({
  controllers: [FinancingController, BankDetailsController, PaymentRunController],
  providers: [FinancingService, PaymentService, BankDetailsService, PaymentRunService, FileStore, ExportService],
})
export class FinancingModule {}
