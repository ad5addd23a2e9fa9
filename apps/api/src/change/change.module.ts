import { Module } from '@nestjs/common';
import { ChangeActService } from './change-act.service.js';
import { ChangeController } from './change.controller.js';
import { ChangeService } from './change.service.js';

@Module({ controllers: [ChangeController], providers: [ChangeActService, ChangeService] })
export class ChangeModule {}
