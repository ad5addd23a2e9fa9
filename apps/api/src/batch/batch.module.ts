import { Module } from '@nestjs/common';
import { ApplicationModule } from '../application/application.module.js';
import { BatchController } from './batch.controller.js';
import { BatchService } from './batch.service.js';
import { DecisionBatchController } from './decision-batch.controller.js';
import { DecisionBatchService } from './decision-batch.service.js';

@Module({ imports: [ApplicationModule], controllers: [BatchController, DecisionBatchController], providers: [BatchService, DecisionBatchService] })
export class BatchModule {}
