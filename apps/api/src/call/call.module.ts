import { Module } from '@nestjs/common';
import { CallController } from './call.controller.js';
import { CallLimitController } from './call-limit.controller.js';
import { CallService } from './call.service.js';
import { QuestionController } from './question.controller.js';
import { QuestionService } from './question.service.js';

@Module({ controllers: [CallController, CallLimitController, QuestionController], providers: [CallService, QuestionService], exports: [CallService] })
export class CallModule {}
