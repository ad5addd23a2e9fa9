import { Module } from '@nestjs/common';
import { StaffingReader } from '../panel/staffing.reader.js';
import { ApplicationActController } from './application-act.controller.js';
import { ApplicationActService } from './application-act.service.js';
import { ApplicationController } from './application.controller.js';
import { ApplicationReader } from './application.reader.js';
import { ApplicationService } from './application.service.js';
import { AttachmentController } from './attachment.controller.js';
import { AttachmentService } from './attachment.service.js';
import { ContestService } from './contest.service.js';
import { DecisionController } from './decision.controller.js';
import { DecisionReadingService } from './decision-reading.service.js';
import { DecisionService } from './decision.service.js';
import { DraftService } from './draft.service.js';
import { FileStore } from './file-store.js';
import { LetterService } from './letter.service.js';
import { PartController } from './part.controller.js';
import { PrefillService } from './prefill.service.js';
import { ResultService } from './result.service.js';
import { ScoringController } from './scoring.controller.js';
import { SubmissionService } from './submission.service.js';

@Module({
  controllers: [ApplicationController, ApplicationActController, AttachmentController, DecisionController, PartController, ScoringController],
  providers: [ContestService, DecisionReadingService, DecisionService, LetterService, ApplicationService, ApplicationActService, ApplicationReader, AttachmentService, DraftService, FileStore, PrefillService, StaffingReader, SubmissionService, ResultService],
  exports: [ApplicationReader, ApplicationService, DraftService, AttachmentService, LetterService],
})
export class ApplicationModule {}
