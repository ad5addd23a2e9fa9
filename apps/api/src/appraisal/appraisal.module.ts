import { Module } from '@nestjs/common';
import { AppraisalActsController } from './appraisal-acts.controller.js';
import { AppraisalController } from './appraisal.controller.js';
import { AppraisalService } from './appraisal.service.js';
import { ScoreDraftService } from './score-draft.service.js';

@Module({ controllers: [AppraisalController, AppraisalActsController], providers: [AppraisalService, ScoreDraftService], exports: [AppraisalService] })
export class AppraisalModule {}
