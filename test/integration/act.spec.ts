import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { entriesAfter } from '../../libs/persistence/src/procedure/journal.queries.js';
import { verifyChain } from '../../libs/persistence/src/procedure/verify.js';
import { subjectById } from '../../libs/persistence/src/procedure/standing.queries.js';
import { signals } from '../../workflows/procedure/procedure.messages.js';
import { startWorker } from '../../apps/cli/src/stack/space.js';
import { Acts, type TestAct } from '../stack/acts.js';
import { Link } from '../stack/link.js';
import { tell } from '../stack/tell.js';
import { runningSpace, type RunningSpace } from '../stack/stack.js';

const START = '2027-01-04T09:00:00.000Z';

describe('how an act is taken', () => {
  let space: RunningSpace;
  let acts: Acts;
  /** The worker's own line to Temporal. */
  let line: Link;

  beforeAll(async () => {
    space = await runningSpace('act', { clock: { mode: 'stepped', start: START } });
    line = await Link.to(space.env['TEMPORAL_ADDRESS'] ?? '');
    await restartWorker();
    acts = new Acts(space);
  }, 120_000);

  afterAll(async () => {
    await acts?.close();
    await space?.stop();
    await line?.close();
  });

  async function restartWorker(): Promise<void> {
    await space.worker.stop();
    space.worker = await startWorker({ ...space, env: { ...space.env, TEMPORAL_ADDRESS: line.address } });
  }

  const move = (subject: string, to: string, more: Partial<TestAct> = {}): TestAct =>
    ({ subject, act: 'moveDeadline', by: 'secretariat', facts: { kind: 'closing', to }, content: { reason: 'a good reason' }, ...more });

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

  it('is the same act when it comes again with its key, and is refused when the key comes with another body', async () => {
    const call = await acts.openCall('2027-05-01', '2027-06-30');
    const actor = randomUUID();
    const first = await acts.take(move(call, '2027-07-15', { actor, key: 'k-1' }));
    const again = await acts.take(move(call, '2027-07-15', { actor, key: 'k-1' }));
    expect(first).toMatchObject({ is: 'done', status: 'draft' });
    expect(again).toEqual(first);
    await expect(acts.take(move(call, '2027-07-16', { actor, key: 'k-1' }))).rejects.toThrow('key-reused');
    expect(await entriesAfter(acts.db, call, 0)).toHaveLength(2);
  });

  it('keeps a refusal, and answers it again', async () => {
    const call = await acts.openCall('2027-05-01', '2027-06-30');
    const actor = randomUUID();
    const early: TestAct = { subject: call, act: 'publish', by: 'secretariat', actor, key: 'k-2' };
    const refused = { is: 'refused', code: 'not-now', params: { act: 'publish', status: 'draft' } };
    expect(await acts.take(early)).toEqual(refused);
    expect(await acts.take(early)).toEqual(refused);
    const row = await acts.receive(early);
    expect(row.outcome).toEqual(refused);
    expect(await entriesAfter(acts.db, call, 0)).toHaveLength(1);
  });

  it('is taken alone: of many at once each is recorded in its turn, once', async () => {
    const call = await acts.openCall('2027-05-01', '2027-06-30');
    const days = Array.from({ length: 9 }, (_, i) => `2027-07-${String(10 + i)}`);
    const outcomes = await Promise.all(days.map((to) => acts.take(move(call, to))));
    expect(outcomes.map((o) => o?.is)).toEqual(days.map(() => 'done'));
    const entries = await entriesAfter(acts.db, call, 1);
    expect(entries.map((e) => e.facts['to']).sort()).toEqual(days);
    // Each saw the date that the one before it had set.
    expect(entries.map((e) => e.facts['from'])).toEqual(['2027-06-30', ...entries.slice(0, -1).map((e) => e.facts['to'])]);
  });

  it('is in the new run or in the old one, never between them, when the run continues as new', async () => {
    const call = await acts.openCall('2027-05-01', '2027-06-30');
    for (let round = 0; round < 5; round += 1) {
      const days = [1, 2, 3, 4].map((i) => `2027-0${7 + (round % 2)}-${String(10 + round * 2 + i)}`);
      const [outcomes] = await Promise.all([
        Promise.all(days.map(async (to) => acts.outcomeOf((await sent(move(call, to))).id))),
        acts.client.workflow.getHandle(call).signal(signals.renew),
      ]);
      expect(outcomes.map((o) => o.is)).toEqual(['done', 'done', 'done', 'done']);
    }
    expect(await entriesAfter(acts.db, call, 1)).toHaveLength(20);
    expect(Number((await runsOf(call)).length)).toBeGreaterThan(1);
  });

  async function sent(act: TestAct) {
    const row = await acts.receive(act);
    void acts.sender.send(row);
    return row;
  }

  async function runsOf(subject: string): Promise<string[]> {
    const runs: string[] = [];
    for await (const run of acts.client.workflow.list({ query: `WorkflowId = '${subject}'` })) runs.push(run.runId);
    return runs;
  }

  it('that was sent while Temporal is away is received at once and taken later, with its own date of receipt', async () => {
    const call = await acts.openCall('2027-05-01', '2027-06-30');
    const away = new Acts(space, '127.0.0.1:1');
    const command = await away.receive(move(call, '2027-07-20'));
    expect(await away.sender.send(command)).toBeUndefined();
    await away.close();
    expect(await acts.outcomeOf(command.id)).toMatchObject({ is: 'done' });
    const [entry] = await entriesAfter(acts.db, call, 1);
    expect(entry?.at).toBe(command.receivedAt.toISOString());
  });

  it('is recorded once when the worker dies between the commit and its answer, with another act waiting', async () => {
    const call = await acts.openCall('2027-05-01', '2027-06-30');
    const [first, second] = [await acts.receive(move(call, '2027-07-20')), await acts.receive(move(call, '2027-07-21'))];
    const row = await lockRow(call);
    void acts.sender.send(first);
    await row.untilWaitedFor();
    // The record waits for our lock. From here the worker can tell Temporal nothing more.
    line.hold();
    void acts.sender.send(second);
    await row.release();
    await until(async () => (await entriesAfter(acts.db, call, 1)).length === 1);
    await space.worker.kill();
    line.release();
    space.worker = await startWorker({ ...space, env: { ...space.env, TEMPORAL_ADDRESS: line.address } });
    expect(await acts.outcomeOf(first.id)).toMatchObject({ is: 'done', seq: 2 });
    expect(await acts.outcomeOf(second.id)).toMatchObject({ is: 'done', seq: 3 });
    const entries = await entriesAfter(acts.db, call, 1);
    expect(entries.map((e) => e.facts['to'])).toEqual(['2027-07-20', '2027-07-21']);
    expect((await subjectById(acts.db, call))?.deadlines.find((d) => d.kind === 'closing' && d.mark === '')?.on).toBe('2027-07-21');
  }, 180_000);

  it('that was in time goes before its deadline, however late the machine', async () => {
    const now = await acts.stepper.now();
    const closesOn = now.slice(0, 10);
    const call = await acts.openCall(closesOn, closesOn);
    await space.worker.stop();
    const lastSecond = `${closesOn}T21:30:00.000Z`;
    await acts.db.execute(sql`update clock set virtual_now = ${lastSecond}::timestamptz`);
    const inTime = await sent(move(call, '2027-12-31'));
    await acts.db.execute(sql`update clock set virtual_now = virtual_now + interval '12 hours'`);
    const ticking = acts.stepper.settle();
    await restartWorker();
    await ticking;
    expect(await acts.outcomeOf(inTime.id)).toMatchObject({ is: 'done', status: 'open' });
    expect(await subjectById(acts.db, call)).toMatchObject({ status: 'open' });
  }, 180_000);

  it('that came after its deadline goes after it, even when the deadline is still to be taken', async () => {
    const closesOn = (await acts.stepper.now()).slice(0, 10);
    const call = await acts.openCall(closesOn, closesOn);
    await acts.db.execute(sql`update clock set virtual_now = virtual_now + interval '2 days'`);
    const late = await acts.take(move(call, '2027-12-31'));
    expect(late).toMatchObject({ is: 'refused', code: 'no-such-deadline' });
    expect(await subjectById(acts.db, call)).toMatchObject({ status: 'closed' });
    await acts.stepper.settle();
  });

  it('that another procedure asks of one that never began is undeliverable, and holds nobody up', async () => {
    await tell(space, { from: 'renewal/nobody', to: `award/${randomUUID()}`, act: 'succeeded', on: '2027-04-02', starts: false });
    await acts.stepper.settle();
  });

  /** Holds the subject's row as a transaction of another client would. */
  async function lockRow(subject: string) {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => { release = resolve; });
    let locked: () => void = () => undefined;
    const isLocked = new Promise<void>((resolve) => { locked = resolve; });
    const holding = acts.db.transaction(async (tx) => {
      await tx.execute(sql`select 1 from subject where id = ${subject} for no key update`);
      locked();
      await released;
    });
    await isLocked;
    return {
      untilWaitedFor: () => until(async () => {
        const { rows } = await acts.db.execute(sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ilike '%"subject"%for update%'`);
        return rows.length > 0;
      }),
      release: async () => {
        release();
        await holding;
      },
    };
  }
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}
