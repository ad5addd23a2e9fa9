import { type DynamicModule, Logger, Module } from '@nestjs/common';
import type { Client } from '@temporalio/client';
import type { Config } from '../../../libs/config/src/config.js';
import type { Database } from '../../../libs/persistence/src/database.js';
import { CommandSender } from '../../../libs/temporal/src/sender.js';
import { ProcedureActivitiesService } from './activities/procedure.activities.js';
import { BatchActivitiesService } from './batch/batch.activities.js';
import { CONFIG, DATABASE, TEMPORAL } from './environment/tokens.js';
import { Doorbell } from './mail/doorbell.js';
import { MailModule } from './mail/mail.module.js';
import { Relay } from './relay/relay.js';
import { RelayService } from './relay/relay.service.js';
import { TemporalWorkers } from './temporal.workers.js';

/** A command that met a failure nobody foresaw: it is kept, and somebody must look. */
function unforeseen(error: unknown, command: string): void {
  new Logger(`command ${command}`).error(error);
}

/** What the worker process is made of. Its connections are opened and closed by `main`, around everything here. */
@Module({})
export class WorkerModule {
  static with({ config, db, client }: { config: Config; db: Database; client: Client }): DynamicModule {
    return {
      module: WorkerModule,
      imports: [MailModule.with({ config, db })],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: DATABASE, useValue: db },
        { provide: TEMPORAL, useValue: client },
        { provide: CommandSender, useFactory: () => new CommandSender(client, db, unforeseen) },
        { provide: Relay, useFactory: (sender: CommandSender, doorbell: Doorbell) => new Relay({ db, client, sender, doorbell }), inject: [CommandSender, Doorbell] },
        RelayService,
        ProcedureActivitiesService,
        BatchActivitiesService,
        TemporalWorkers,
      ],
    };
  }
}
