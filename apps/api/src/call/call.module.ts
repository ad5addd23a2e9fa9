import { Module } from '@nestjs/common';
import { CallController } from './call.controller.js';
import { CallService } from './call.service.js';

@Module({ controllers: [CallController], providers: [CallService], exports: [CallService] })
export class CallModule {}
