import { Module } from '@nestjs/common';
import { DocumentModule } from '../document/document.module.js';
import { StatisticsController } from './statistics.controller.js';
import { StatisticsService } from './statistics.service.js';

@Module({ imports: [DocumentModule], controllers: [StatisticsController], providers: [StatisticsService] })
export class StatisticsModule {}
