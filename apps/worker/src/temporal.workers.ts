import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Inject, Injectable } from '@nestjs/common';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import type { Config } from '../../../libs/config/src/config.js';
import { payloadConverterOptions } from '../../../libs/temporal/src/codec.js';
import { connectionOptions } from '../../../libs/temporal/src/connect.js';
import type { DispatchActivities } from '../../../workflows/dispatch/dispatch.messages.js';
import { taskQueues } from '../../../workflows/procedure/procedure.messages.js';
import { ProcedureActivitiesService } from './activities/procedure.activities.js';
import { BatchActivitiesService } from './batch/batch.activities.js';
import { CONFIG } from './environment/tokens.js';
import { MAIL_ACTIVITIES } from './mail/mail.module.js';

/** About 1 MB each. */
const MAX_CACHED_WORKFLOWS = 500;

/** The Temporal workers of this process: one for the procedures, one for the mail, each on its own task queue. */
@Injectable()
export class TemporalWorkers {
  private workers: Worker[] = [];

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(ProcedureActivitiesService) private readonly procedures: ProcedureActivitiesService,
    @Inject(BatchActivitiesService) private readonly batches: BatchActivitiesService,
    @Inject(MAIL_ACTIVITIES) private readonly mail: DispatchActivities,
  ) {}

  /** Runs until `shutdown` is called. @throws when a worker fails, so that the process ends and is started again. */
  async run(connected: () => void): Promise<void> {
    const connection = await NativeConnection.connect(connectionOptions(this.config));
    try {
      const common: Pick<WorkerOptions, 'connection' | 'namespace' | 'dataConverter' | 'shutdownGraceTime'> = {
        connection, namespace: this.config.temporal.namespace, dataConverter: payloadConverterOptions(this.config.payloadKeys), shutdownGraceTime: '10s',
      };
      const procedures = await Worker.create({
        ...common, taskQueue: taskQueues.procedures, workflowBundle: { codePath: bundlePath() }, maxCachedWorkflows: MAX_CACHED_WORKFLOWS, reuseV8Context: true,
        activities: { record: this.procedures.record, refuseMessage: this.procedures.refuseMessage, applyBatch: this.batches.applyBatch },
        workflowTaskPollerBehavior: { type: 'autoscaling' }, activityTaskPollerBehavior: { type: 'autoscaling' },
      });
      const mail = await Worker.create({ ...common, taskQueue: taskQueues.mail, activities: { dispatchDue: this.mail.dispatchDue } });
      this.workers = [procedures, mail];
      connected();
      await this.runAll();
    } finally {
      await connection.close();
    }
  }

  shutdown(): void {
    for (const worker of this.workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  }

  /** One that fails takes the other down with it. */
  private async runAll(): Promise<void> {
    const results = await Promise.allSettled(this.workers.map((worker) => worker.run().finally(() => this.shutdown())));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  }
}

function bundlePath(): string {
  const path = fileURLToPath(new URL('../../../workflow-bundle.js', import.meta.url));
  if (!existsSync(path)) throw new Error(`The workflows are not bundled (${path}): run node dist/apps/cli/src/bundle.js.`);
  return path;
}
