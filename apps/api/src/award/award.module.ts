import { Module } from '@nestjs/common';
import { ApplicationModule } from '../application/application.module.js';
import { AwardController } from './award.controller.js';
import { AwardService } from './award.service.js';
import { ContractController } from './contract.controller.js';
import { ContractReader } from './contract.reader.js';
import { ContractService } from './contract.service.js';
import { MeasureController } from './measure.controller.js';
import { MeasureService } from './measure.service.js';

@Module({ imports: [ApplicationModule], controllers: [AwardController, ContractController, MeasureController], providers: [AwardService, ContractReader, ContractService, MeasureService], exports: [ContractReader] })
export class AwardModule {}
