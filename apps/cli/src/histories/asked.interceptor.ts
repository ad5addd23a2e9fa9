// Bundled with the workflows for a replay that listens, never for work: tells each timer and each activity that a run asks for.
import { proxySinks, type Sinks, type WorkflowInterceptorsFactory } from '@temporalio/workflow';

export interface AskedSinks extends Sinks {
  readonly asked: {
    /** @param summary what Temporal's page shows of it: the instant that it waits for */
    timer(ms: number, summary: string | undefined): void;
    activity(name: string, args: readonly unknown[]): void;
  };
}

const { asked } = proxySinks<AskedSinks>();

export const interceptors: WorkflowInterceptorsFactory = () => ({
  outbound: [{
    startTimer(input, next) {
      asked.timer(input.durationMs, input.options?.summary);
      return next(input);
    },
    scheduleActivity(input, next) {
      asked.activity(input.activityType, input.args);
      return next(input);
    },
  }],
});
