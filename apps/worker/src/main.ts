import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Runtime } from '@temporalio/worker';
import { loadConfig } from '../../../libs/config/src/config.js';
import { openDatabase } from '../../../libs/persistence/src/database.js';
import { lazyClient } from '../../../libs/temporal/src/connect.js';
import { RelayService } from './relay/relay.service.js';
import { TemporalWorkers } from './temporal.workers.js';
import { WorkerModule } from './worker.module.js';

/** Workers first stop taking work, then the relay, then the connections close: nothing is cut off that could have ended well. */
async function main(): Promise<void> {
  // Signals are ours: Temporal's runtime would stop its workers before we know.
  Runtime.install({ shutdownSignals: [] });
  const config = loadConfig();
  const { db, close } = openDatabase(config.databaseUrl);
  const client = lazyClient(config);
  const app = await NestFactory.createApplicationContext(WorkerModule.with({ config, db, client }), { logger: ['warn', 'error'] });
  const workers = app.get(TemporalWorkers);
  const relay = app.get(RelayService);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => workers.shutdown());
  try {
    relay.start();
    await workers.run(() => process.stdout.write('worker ready\n'));
  } finally {
    await relay.stop();
    await app.close();
    await client.connection.close();
    await close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
