import { Module } from '@nestjs/common';
import { ApplicationModule } from '../application/application.module.js';
import { BatchController } from './batch.controller.js';
import { BatchService } from './batch.service.js';
import { DecisionBatchController } from './decision-batch.controller.js';
import { DecisionBatchService } from './decision-batch.service.js';
import { ExtensionBatchController } from './extension-batch.controller.js';
import { ExtensionBatchService } from './extension-batch.service.js';

@Module({ imports: [ApplicationModule], controllers: [BatchController, DecisionBatchController, ExtensionBatchController], providers: [BatchService, DecisionBatchService, ExtensionBatchService] })
export class BatchModule {}
