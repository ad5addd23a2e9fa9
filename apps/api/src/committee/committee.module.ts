import { Module } from '@nestjs/common';
import { AgendaService } from './agenda.service.js';
import { CommitteeMemberController } from './committee-member.controller.js';
import { MinutesController } from './minutes.controller.js';
import { MinutesService } from './minutes.service.js';
import { SessionActService } from './session-act.service.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';
import { SittingController } from './sitting.controller.js';

@Module({
  controllers: [CommitteeMemberController, SessionController, SittingController, MinutesController],
  providers: [AgendaService, SessionActService, SessionService, MinutesService],
  exports: [MinutesService, SessionService],
})
export class CommitteeModule {}
