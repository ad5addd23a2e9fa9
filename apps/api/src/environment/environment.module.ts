import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Config } from '../../../../libs/config/src/config.js';
import { type DatabaseHandle, openDatabase } from '../../../../libs/persistence/src/database.js';
import { CONFIG, DATABASE, DATABASE_HANDLE } from './tokens.js';

/** What every module may inject: `@Inject(CONFIG) config: Config` and `@Inject(DATABASE) db: Database`. Closes the pool at the end. */
@Global()
@Module({})
export class EnvironmentModule implements OnApplicationShutdown {
  constructor(@Inject(DATABASE_HANDLE) private readonly handle: DatabaseHandle) {}

  static with(config: Config): DynamicModule {
    return {
      module: EnvironmentModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: DATABASE_HANDLE, useFactory: () => openDatabase(config.databaseUrl) },
        { provide: DATABASE, useFactory: (handle: DatabaseHandle) => handle.db, inject: [DATABASE_HANDLE] },
      ],
      exports: [CONFIG, DATABASE, DATABASE_HANDLE],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.handle.close();
  }
}
