import { Module } from '@nestjs/common';
import { AwardController } from './award.controller.js';
import { AwardService } from './award.service.js';

@Module({ controllers: [AwardController], providers: [AwardService] })
export class AwardModule {}
