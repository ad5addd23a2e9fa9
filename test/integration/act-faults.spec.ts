import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { startApi, startWorker } from '../../apps/cli/src/stack/space.js';
import { deadlineId } from '../../libs/domain/src/procedure/deadline.js';
import { entriesAfter } from '../../libs/persistence/src/procedure/journal.queries.js';
import { record } from '../../libs/persistence/src/procedure/record.js';
import { subjectById } from '../../libs/persistence/src/procedure/standing.queries.js';
import { verifyChain } from '../../libs/persistence/src/procedure/verify.js';
import { fileStart } from '../../libs/temporal/src/file-start.js';
import { signals, taskQueues, updates } from '../../workflows/procedure/procedure.messages.js';
import { Acts, type TestAct } from '../stack/acts.js';
import { Link } from '../stack/link.js';
import { runningSpace, type RunningSpace } from '../stack/stack.js';
import { call as http, someone } from '../stack/staff.js';

describe('an act among faults', () => {
  let space: RunningSpace;
  let acts: Acts;
  let line: Link;

  beforeAll(async () => {
    space = await runningSpace('act-faults', { clock: { mode: 'stepped', start: '2027-01-11T09:00:00.000Z' } });
    acts = new Acts(space);
    line = await Link.to(space.env['TEMPORAL_ADDRESS'] ?? '');
  }, 120_000);

  afterAll(async () => {
    await acts?.close();
    await space?.stop();
    await line?.close();
  });

  const move = (subject: string, to: string): TestAct => ({ subject, act: 'moveDeadline', by: 'secretariat', facts: { kind: 'closing', to }, content: { reason: 'a good reason' } });

  it('received in time and still on its way goes before its deadline', async () => {
    const subject = await acts.openCall('2027-01-04', '2027-01-11');
    // Committed, and asked of nobody yet: the relay will.
    const { id } = await acts.receive(move(subject, '2027-12-31'));
    await acts.db.execute(sql`update clock set virtual_now = '2027-01-11T23:00:00.000Z'`);
    await acts.stepper.settle();
    expect(await acts.outcomeOf(id)).toMatchObject({ is: 'done', status: 'open' });
    expect(await subjectById(acts.db, subject)).toMatchObject({ status: 'open' });
  });

  it('a deadline is not recorded before the Clock has come to it, whatever the clock of Temporal’s machine', async () => {
    const subject = await acts.openCall('2027-01-04', '2027-06-30');
    const row = await subjectById(acts.db, subject);
    const due = row?.deadlines.find((d) => d.kind === 'closing' && d.mark === '');
    if (!row || !due) throw new Error('no closing');
    const act = { name: 'closing', by: 'clock' as const, at: due.at, on: due.on, source: { deadline: deadlineId(due) }, facts: {} };
    expect(await record(acts.db, { subject, seq: row.seq, act, decision: { entries: [{ type: 'closed', facts: {} }] } })).toEqual({ is: 'not-yet' });
    expect(await entriesAfter(acts.db, subject, row.seq)).toEqual([]);
  });

  it('a run that is behind its journal adopts it, then decides', async () => {
    const subject = await acts.openCall('2027-05-01', '2027-06-30');
    const stale = await fileStart(acts.db, subject, '');
    await acts.take(move(subject, '2027-07-10'));
    await acts.client.workflow.getHandle(subject).terminate('restored from a backup');
    await acts.client.workflow.start('call', { workflowId: subject, taskQueue: taskQueues.procedures, args: [stale] });
    expect(await acts.take(move(subject, '2027-07-11'))).toMatchObject({ is: 'done', seq: 3 });
    expect((await entriesAfter(acts.db, subject, 1)).map((e) => [e.facts['from'], e.facts['to']])).toEqual([['2027-06-30', '2027-07-10'], ['2027-07-10', '2027-07-11']]);
    const row = await subjectById(acts.db, subject);
    expect(await verifyChain(acts.db, subject, row?.head ?? '')).toEqual([]);
  });

  it('a tick and a page that is to be turned do not wait for each other', async () => {
    const subject = await acts.openCall('2027-05-01', '2027-06-30');
    await space.worker.stop();
    const handle = acts.client.workflow.getHandle(subject);
    await handle.signal(signals.renew);
    await acts.db.execute(sql`update clock set virtual_now = '2027-07-02T00:00:00Z'`);
    const ticked = handle.executeUpdate(updates.tick, { args: [{ instant: '2027-07-02T00:00:00.000Z' }] });
    space.worker = await startWorker(space);
    expect(await ticked).toBe('closed');
    await acts.stepper.settle();
  }, 60_000);

  it('is answered 202 with its date of receipt while Temporal is away, and is taken afterwards', async () => {
    await space.api.stop();
    space.api = await startApi({ ...space, env: { ...space.env, TEMPORAL_ADDRESS: line.address } });
    const secretariat = await someone(space, 'hélène', ['secretariat']);
    line.cut();
    const answer = await http(space, secretariat.token, 'POST', '/api/calls', { scheme: 'pole-innovation', title: { fr: 'Appel', en: 'Call' }, opensOn: '2027-09-01', closesOn: '2027-10-31' });
    expect(answer).toMatchObject({ status: 202, body: { status: 'received', receivedOn: '2027-07-02' } });
    const { command, receivedAt } = answer.body as { command: string; receivedAt: string };
    const outcome = await acts.outcomeOf(command);
    expect(outcome).toMatchObject({ is: 'done', status: 'draft' });
    if (outcome.is === 'done') expect((await entriesAfter(acts.db, outcome.subject, 0))[0]?.at).toBe(receivedAt);
    line.restore();
  }, 60_000);
});
