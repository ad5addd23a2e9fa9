import { Module } from '@nestjs/common';
import { ExpertController } from './expert.controller.js';
import { ExpertService } from './expert.service.js';
import { FeeController } from './fee.controller.js';
import { FeeService } from './fee.service.js';
import { ObjectionController } from './objection.controller.js';
import { StaffingController } from './staffing.controller.js';
import { StaffingReader } from './staffing.reader.js';
import { StaffingService } from './staffing.service.js';
import { UndertakingController } from './undertaking.controller.js';
import { UndertakingService } from './undertaking.service.js';

/** Staffing a panel: the pool of experts, who is named for what, what experts undertake and are owed. */
@Module({
  controllers: [ExpertController, FeeController, ObjectionController, StaffingController, UndertakingController],
  providers: [ExpertService, FeeService, StaffingReader, StaffingService, UndertakingService],
})
export class PanelModule {}
