import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { makeTelemetryFilterString, Runtime, type LogLevel } from '@temporalio/worker';
import { ConfigError, loadConfig, type Config } from '../../../libs/config/src/config.js';
import { withoutValues } from '../../../libs/config/src/logged-error.js';
import { openDatabase } from '../../../libs/persistence/src/database.js';
import { lazyClient } from '../../../libs/temporal/src/connect.js';
import { NestLog, temporalLevel, TemporalLog, workerLogger } from './logging.js';
import { RelayService } from './relay/relay.service.js';
import { TemporalWorkers } from './temporal.workers.js';
import { WorkerModule } from './worker.module.js';

type Log = ReturnType<typeof workerLogger>;

/** Workers first stop taking work, then the relay, then the connections close: nothing is cut off that could have ended well. */
async function main(config: Config, log: Log): Promise<void> {
  installRuntime(config, log);
  const { db, close } = openDatabase(config.databaseUrl);
  const client = lazyClient(config);
  const app = await NestFactory.createApplicationContext(WorkerModule.with({ config, db, client }), { logger: new NestLog(log) });
  const workers = app.get(TemporalWorkers);
  const relay = app.get(RelayService);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => workers.shutdown());
  try {
    relay.start();
    // Whoever started this process waits for the line, whatever the level.
    await workers.run(() => log.child({}, { level: 'info' }).info('worker ready'));
  } finally {
    await relay.stop();
    await app.close();
    await client.connection.close();
    await close();
  }
}

/** Signals are ours: Temporal's runtime would stop its workers before we know. Its native part writes through our log. */
function installRuntime({ logLevel }: Config, log: Log): void {
  const level = temporalLevel(logLevel);
  const core: LogLevel = level === 'silent' || level === 'fatal' ? 'ERROR' : (level.toUpperCase() as LogLevel);
  Runtime.install({
    shutdownSignals: [], logger: new TemporalLog(log, logLevel),
    telemetryOptions: { logging: { forward: {}, filter: makeTelemetryFilterString({ core }) } },
  });
}

function start(): void {
  try {
    const config = loadConfig();
    const log = workerLogger(config.logLevel);
    main(config, log).catch((error: unknown) => {
      log.fatal({ err: withoutValues(error) }, 'the worker has failed');
      process.exitCode = 1;
    });
  } catch (error) {
    // A wrong setting needs its name, not a stack.
    process.stderr.write(`${error instanceof ConfigError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  }
}

start();
