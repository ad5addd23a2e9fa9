import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { firstLateInstantOf } from '../../libs/domain/src/calendar/instants.js';
import { entriesAfter } from '../../libs/persistence/src/procedure/journal.queries.js';
import { subjectById } from '../../libs/persistence/src/procedure/standing.queries.js';
import { Acts } from '../stack/acts.js';
import { runningSpace, type RunningSpace } from '../stack/stack.js';

/** The last day of summer time's first week: the run stands a few seconds before its end in Paris. */
const closesOn = '2027-03-28';
const late = firstLateInstantOf(closesOn, 'Europe/Paris');
/** Real seconds before midnight in Paris at which the run begins: room for the servers to start. */
const LEAD_MS = 25_000;

describe('real timers, at real speed, with a constant offset', () => {
  let space: RunningSpace;
  let acts: Acts;
  let [closing, lost] = ['', ''];

  beforeAll(async () => {
    space = await runningSpace('offset', { clock: { mode: 'offset', offsetMs: Date.parse(late) - LEAD_MS - Date.now() } });
    acts = new Acts(space);
    [closing, lost] = [await acts.openCall(closesOn, closesOn), await acts.openCall(closesOn, closesOn)];
    await acts.client.workflow.getHandle(lost).terminate('lost, for a test');
  }, 120_000);

  afterAll(async () => {
    await acts?.close();
    await space?.stop();
  });

  it('a call closes by its own timer when its last day is over in Paris, on the day summer time began', async () => {
    expect(await subjectById(acts.db, closing)).toMatchObject({ status: 'open' });
    expect(late).toBe('2027-03-28T22:00:00.000Z');
    await waitFor('the closing', async () => (await subjectById(acts.db, closing))?.status === 'closed', { seconds: 60 });
    const row = await subjectById(acts.db, closing);
    const [closed] = (await entriesAfter(acts.db, closing, 0)).slice(-1);
    // Not before its time; and the act's own date is the deadline's, however late the machine.
    expect(row?.changedAt.toISOString() ?? '').toMatch(/^2027-03-28T22:0/);
    expect(closed).toMatchObject({ type: 'closed', at: '2027-03-28T21:59:59.000Z', on: closesOn });
  }, 120_000);

  it('a call whose workflow is gone closes all the same: its deadline was overlooked, and it begins again from its journal', async () => {
    await waitFor('the closing', async () => (await subjectById(acts.db, lost))?.status === 'closed', { seconds: 90 });
  }, 120_000);

  it('refuses ticks', async () => {
    const call = await acts.openCall('2027-06-01', '2027-06-30');
    await expect(acts.client.workflow.getHandle(call).executeUpdate('tick', { args: [{ instant: '2028-01-01T00:00:00.000Z' }] })).rejects.toThrow();
    expect(await subjectById(acts.db, call)).toMatchObject({ status: 'draft' });
  });
});
