import { Module } from '@nestjs/common';
import { AppealActService } from './appeal-act.service.js';
import { AppealController } from './appeal.controller.js';
import { AppealService } from './appeal.service.js';
import { FirstDeciders } from './first-deciders.js';

@Module({ controllers: [AppealController], providers: [AppealActService, AppealService, FirstDeciders] })
export class AppealModule {}
