import { Module } from '@nestjs/common';
import type { Client } from '@temporalio/client';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { Stepper } from '../../../../libs/temporal/src/stepper.js';
import { TEMPORAL } from '../act/tokens.js';
import { DATABASE } from '../environment/tokens.js';
import { ClockController } from './clock.controller.js';

@Module({
  controllers: [ClockController],
  providers: [{ provide: Stepper, useFactory: (client: Client, db: Database) => new Stepper(client, db), inject: [TEMPORAL, DATABASE] }],
})
export class ClockModule {}
