import { Module } from '@nestjs/common';
import { FileStore } from '../application/file-store.js';
import { StaffingReader } from '../panel/staffing.reader.js';
import { FinancialController } from './financial.controller.js';
import { FinancialService } from './financial.service.js';
import { IndicatorController } from './indicator.controller.js';
import { IndicatorService } from './indicator.service.js';
import { LateReportController } from './late-report.controller.js';
import { MidTermController } from './mid-term.controller.js';
import { MidTermService } from './mid-term.service.js';
import { MonitoringController } from './monitoring.controller.js';
import { MonitoringService } from './monitoring.service.js';
import { ReportFileController } from './report-file.controller.js';
import { ReportFileService } from './report-file.service.js';
import { ReportService } from './report.service.js';

@Module({
  controllers: [MonitoringController, FinancialController, IndicatorController, LateReportController, MidTermController, ReportFileController],
  providers: [FileStore, FinancialService, IndicatorService, MidTermService, MonitoringService, ReportFileService, ReportService, StaffingReader],
})
export class MonitoringModule {}
