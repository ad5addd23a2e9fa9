import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { ExportController } from './export.controller.js';
import { ExportService } from './export.service.js';
import { ListExportInterceptor } from './sheet/list-export.interceptor.js';

@Module({
  controllers: [ExportController],
  providers: [ExportService, { provide: APP_INTERCEPTOR, useClass: ListExportInterceptor }],
})
export class DocumentModule {}
