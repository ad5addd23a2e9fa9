import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { fold } from '../../libs/domain/src/procedure/fold.js';
import { procedures } from '../../libs/domain/src/procedures.js';
import { entriesAfter } from '../../libs/persistence/src/procedure/journal.queries.js';
import { standingOf, subjectById } from '../../libs/persistence/src/procedure/standing.queries.js';
import { verifyChain } from '../../libs/persistence/src/procedure/verify.js';
import { Acts } from '../stack/acts.js';
import { runningSpace, type RunningSpace } from '../stack/stack.js';
import { tell } from '../stack/tell.js';

describe('a procedure that has ended', () => {
  let space: RunningSpace;
  let acts: Acts;

  beforeAll(async () => {
    space = await runningSpace('late-entry', { clock: { mode: 'stepped', start: '2027-06-01T09:00:00.000Z' } });
    acts = new Acts(space);
  }, 120_000);
  afterAll(async () => {
    await acts?.close();
    await space?.stop();
  });

  /** A label whose contract nobody signed by 2 August 2027, twenty days ago. */
  async function lapsed(): Promise<string> {
    const key = randomUUID();
    await tell(space, {
      from: `application/${key}`, to: `award/${key}`, act: 'grant', on: '2027-06-01',
      facts: { application: `application/${key}`, call: `call/${key}`, pole: randomUUID(), structure: randomUUID(), startsOn: '2027-07-01', endsOn: '2030-06-30', decidedOn: '2027-05-20' },
    });
    return `award/${key}`;
  }

  const signature = (subject: string, on: string) => ({ subject, act: 'signContract', by: 'applicant', on, facts: { enteredOn: '2027-08-22' } }) as const;
  const runOf = async (subject: string) => (await acts.client.workflow.getHandle(subject).describe()).status.name;
  const whole = async (subject: string) => {
    const row = await subjectById(acts.db, subject);
    if (!row) throw new Error('gone');
    expect(fold(procedures.award, subject, await entriesAfter(acts.db, subject, 0))).toEqual(standingOf(row));
    expect(await verifyChain(acts.db, subject, row.head)).toEqual([]);
    return row;
  };

  /** A workflow closes a moment after its last answer. */
  async function closed(subject: string): Promise<void> {
    for (let i = 0; (await runOf(subject)) !== 'COMPLETED'; i += 1) {
      if (i > 200) throw new Error(`${subject} still runs`);
      await pause(25);
    }
  }

  it('begins again from its journal for an act that its table still takes, and ends again', async () => {
    const [inTime, late, both] = [await lapsed(), await lapsed(), await lapsed()];
    await acts.stepper.advanceTo('2027-08-22T09:00:00.000Z');
    for (const subject of [inTime, late, both]) await closed(subject);
    expect(await subjectById(acts.db, inTime)).toMatchObject({ status: 'lapsed', ended: true });

    // Its rule refuses one that was late by its date of effect: nothing changes, and the file ends by itself once more.
    expect(await acts.take(signature(late, '2027-08-03'))).toEqual({ is: 'refused', code: 'contract-late', params: { limitOn: '2027-08-02' } });
    await closed(late);
    expect(await whole(late)).toMatchObject({ status: 'lapsed', ended: true });
    // Its table does not take this one: nothing is begun for it.
    expect(await acts.take({ subject: late, act: 'countersignContract', by: 'authority' })).toEqual({ is: 'refused', code: 'step-over', params: { status: 'lapsed' } });
    expect(await runOf(late)).toBe('COMPLETED');

    expect(await acts.take(signature(inTime, '2027-08-02'))).toMatchObject({ is: 'done', status: 'awaiting_contract', entries: ['contract-signed', 'reopened-in-time'] });
    expect(await runOf(inTime)).toBe('RUNNING');
    expect(await whole(inTime)).toMatchObject({ ended: false });
    expect(await acts.take({ subject: inTime, act: 'countersignContract', by: 'authority' })).toMatchObject({ is: 'done', status: 'active' });

    // Two at once: both are answered, one is taken.
    const outcomes = await Promise.all([acts.take(signature(both, '2027-08-01')), acts.take(signature(both, '2027-08-02'))]);
    expect(outcomes.map((o) => o?.is).sort()).toEqual(['done', 'refused']);
    // Nobody countersigns: it lapses anew, on the new date, and ends.
    await acts.stepper.advanceTo('2027-12-01T09:00:00.000Z');
    await closed(both);
    expect((await entriesAfter(acts.db, both, 0)).map((e) => e.type).filter((type) => type !== 'deadline-reminded')).toEqual(['granted', 'lapsed', 'contract-signed', 'reopened-in-time', 'lapsed']);
    expect(await whole(both)).toMatchObject({ status: 'lapsed', ended: true });
  }, 120_000);

  it('begins again for a message that its table still takes; any other finds nobody', async () => {
    const key = randomUUID();
    const renewal = `renewal/${key}`;
    await tell(space, { from: `award/${key}`, to: renewal, act: 'begin', on: '2027-12-01', facts: { award: `award/${key}`, call: `call/${key}`, pole: randomUUID(), endsOn: '2027-12-31' } });
    // The month in which a submission may still arrive is over, too.
    await acts.stepper.advanceTo('2028-02-15T09:00:00.000Z');
    await closed(renewal);
    expect(await subjectById(acts.db, renewal)).toMatchObject({ status: 'lapsed', ended: true });
    await tell(space, { from: `application/${randomUUID()}`, to: renewal, act: 'applicationWithdrawn', on: '2027-12-30', starts: false });
    await tell(space, { from: `application/${randomUUID()}`, to: renewal, act: 'applicationSubmitted', on: '2028-01-01', starts: false, facts: { application: `application/${key}` } });
    await closed(renewal);
    expect(await subjectById(acts.db, renewal)).toMatchObject({ status: 'lapsed', ended: true });
    await tell(space, { from: `application/${randomUUID()}`, to: renewal, act: 'applicationSubmitted', on: '2027-12-31', starts: false, facts: { application: `application/${key}` } });
    expect(await subjectById(acts.db, renewal)).toMatchObject({ status: 'submitted', ended: false });
    expect(await runOf(renewal)).toBe('RUNNING');
  }, 120_000);
});
