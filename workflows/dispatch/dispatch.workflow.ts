import { condition, continueAsNew, defineSignal, proxyActivities, setCurrentDetails, setHandler, workflowInfo } from '@temporalio/workflow';
import { taskQueues } from '../procedure/procedure.messages.js';
import { wakeSignal, type DispatchActivities } from './dispatch.messages.js';

/** Retried until the database is back: what can't be sent yet holds nothing up, and nothing is given up here. */
const { dispatchDue } = proxyActivities<DispatchActivities>({
  taskQueue: taskQueues.mail,
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '30 seconds' },
});

/**
 * Sends what is due whenever it is woken, and never ends. It keeps no time of its own: when a mail is to be tried again is a
 * row on the Clock, and the relay wakes it then. A new run first looks for what is due, so no wake is lost between two runs.
 */
export async function dispatchMail(): Promise<never> {
  let woken = true;
  setHandler(defineSignal(wakeSignal), () => { woken = true; });
  setCurrentDetails('Sends the notifications that are due. Woken by the relay; retry times are rows in the database.');
  for (;;) {
    await condition(() => woken);
    woken = false;
    const { more } = await dispatchDue();
    woken ||= more;
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof dispatchMail>();
  }
}
