import { Module } from '@nestjs/common';
import { LabelImportController } from './label-import.controller.js';
import { LabelImportService } from './label-import.service.js';

@Module({ controllers: [LabelImportController], providers: [LabelImportService] })
export class LabelImportModule {}
