import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Connection } from '@temporalio/client';
import type { Config } from '../../../../libs/config/src/config.js';
import { CONFIG } from '../environment/tokens.js';

/** Asks the Temporal server whether it serves, on a connection of its own so that a busy client says nothing about health. */
@Injectable()
export class TemporalHealth implements OnApplicationShutdown {
  private readonly connection: Connection;

  constructor(@Inject(CONFIG) config: Config) {
    const { address, tls, apiKey } = config.temporal;
    this.connection = Connection.lazy({ address, tls, connectTimeout: '2s', ...(apiKey === undefined ? {} : { apiKey }) });
  }

  /** @throws when the server does not answer within a few seconds */
  async check(): Promise<void> {
    await this.connection.withDeadline(Date.now() + 2000, async () => {
      await this.connection.ensureConnected();
      await this.connection.workflowService.getSystemInfo({});
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.connection.close();
  }
}
