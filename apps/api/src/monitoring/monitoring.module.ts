import { Module } from '@nestjs/common';
import { MonitoringController } from './monitoring.controller.js';
import { MonitoringService } from './monitoring.service.js';
import { ReportService } from './report.service.js';

@Module({ controllers: [MonitoringController], providers: [MonitoringService, ReportService] })
export class MonitoringModule {}
