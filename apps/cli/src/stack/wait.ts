import { setTimeout as delay } from 'node:timers/promises';
import { StackError } from './types.js';

/**
 * Asks `probe` again and again until it answers true; a probe that throws counts as "not yet".
 * @throws StackError with `what` and the last reason after `seconds`; whatever `failed` rejects with, at once
 */
export async function waitFor(
  what: string,
  probe: () => Promise<boolean>,
  { seconds, failed }: { seconds: number; failed?: Promise<never> },
): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  let reason = 'no answer';
  const ask = async (): Promise<boolean> => {
    try {
      return await probe();
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
      return false;
    }
  };
  while (!(await (failed ? Promise.race([ask(), failed]) : ask()))) {
    if (Date.now() > deadline) throw new StackError(`${what} did not answer within ${seconds} s (${reason}).`);
    await (failed ? Promise.race([delay(60), failed]) : delay(60));
  }
}
