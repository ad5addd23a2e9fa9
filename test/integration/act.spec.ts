import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyChain } from '../../libs/persistence/src/procedure/journal.queries.js';
import { subjectById } from '../../libs/persistence/src/procedure/standing.queries.js';
import { Acts } from '../stack/acts.js';
import { runningSpace, type RunningSpace } from '../stack/stack.js';

describe('an act', () => {
  let space: RunningSpace;
  let acts: Acts;

  beforeAll(async () => {
    space = await runningSpace('act', { clock: { mode: 'stepped', start: '2027-01-04T09:00:00.000Z' } });
    acts = new Acts(space);
  }, 120_000);
  afterAll(async () => {
    await acts?.close();
    await space?.stop();
  });

  it('is received, decided, recorded and answered; its deadlines come when the clock says', async () => {
    const call = await acts.openCall('2027-02-01', '2027-03-31');
    expect(await subjectById(acts.db, call)).toMatchObject({ status: 'draft', seq: 1 });
    await acts.stepper.advanceTo('2027-02-01T00:00:00.000Z');
    expect(await subjectById(acts.db, call)).toMatchObject({ status: 'open' });
    await acts.stepper.advanceTo('2027-04-01T00:00:00.000Z');
    const closed = await subjectById(acts.db, call);
    expect(closed).toMatchObject({ status: 'closed' });
    expect(await verifyChain(acts.db, call, closed?.head ?? '')).toEqual([]);
  });
});
