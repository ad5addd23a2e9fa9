import { Global, Inject, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Client } from '@temporalio/client';
import type { Config } from '../../../../libs/config/src/config.js';
import { withoutValues } from '../../../../libs/config/src/logged-error.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { lazyClient } from '../../../../libs/temporal/src/connect.js';
import { CommandSender } from '../../../../libs/temporal/src/sender.js';
import { CONFIG, DATABASE } from '../environment/tokens.js';
import { ActService } from './act.service.js';
import { CommandController } from './command.controller.js';
import { DeadlineController } from './deadline.controller.js';
import { DossierService } from './dossier.service.js';
import { EntryService } from './entry.service.js';
import { RightsService } from './rights.service.js';
import { TEMPORAL } from './tokens.js';

/** A command that met a failure nobody foresaw: it is kept and answered 202, and somebody must look. */
function unforeseen(error: unknown, command: string): void {
  new Logger('commands').error({ err: withoutValues(error), command }, 'A command could not be asked of its procedure');
}

/** What every phase needs to take acts and to show subjects. */
@Global()
@Module({
  controllers: [CommandController, DeadlineController],
  providers: [
    { provide: TEMPORAL, useFactory: (config: Config) => lazyClient(config), inject: [CONFIG] },
    { provide: CommandSender, useFactory: (client: Client, db: Database) => new CommandSender(client, db, unforeseen), inject: [TEMPORAL, DATABASE] },
    ActService, DossierService, EntryService, RightsService,
  ],
  exports: [TEMPORAL, ActService, DossierService, EntryService, RightsService],
})
export class ActModule implements OnApplicationShutdown {
  constructor(@Inject(TEMPORAL) private readonly client: Client) {}

  async onApplicationShutdown(): Promise<void> {
    await this.client.connection.close();
  }
}
