import { Module } from '@nestjs/common';
import { AwardController } from './award.controller.js';
import { AwardService } from './award.service.js';
import { MeasureController } from './measure.controller.js';
import { MeasureService } from './measure.service.js';

@Module({ controllers: [AwardController, MeasureController], providers: [AwardService, MeasureService] })
export class AwardModule {}
