import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { startWorker } from '../../apps/cli/src/stack/space.js';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { openDatabase } from '../../libs/persistence/src/database.js';
import { verifyChain } from '../../libs/persistence/src/procedure/verify.js';
import { subjectById } from '../../libs/persistence/src/procedure/standing.queries.js';
import { newestSchemes } from '../../libs/persistence/src/scheme/scheme.queries.js';
import { Acts } from '../stack/acts.js';
import { mails, runningSpace, type RunningSpace } from '../stack/stack.js';
import { call, someone, type Answer } from '../stack/staff.js';

type Person = Awaited<ReturnType<typeof someone>>;
let space: RunningSpace;
let acts: Acts;
let officer: Person;
let applicant: Person;

beforeAll(async () => {
  space = await runningSpace('batch', { clock: { mode: 'stepped', start: '2027-03-01T09:00:00.000Z' } });
  acts = new Acts(space);
  officer = await someone(space, 'officer', ['secretariat']);
  applicant = await someone(space, 'applicant');
}, 120_000);
afterAll(async () => {
  await acts?.close();
  await space?.stop();
});

const as = (person: Person, method: string, path: string, body?: unknown): Promise<Answer> => call(space, person.token, method, path, body);
const reason = 'The secretariat is away for two weeks.';

/** A call that is open today, with `n` submitted files in the order of their ids. */
async function callWithFiles(n: number): Promise<{ id: string; files: string[] }> {
  const [scheme] = await newestSchemes(acts.db, 'pole-innovation');
  const startsWith = scheme?.id ?? '';
  const id = randomUUID();
  await acts.take({
    subject: `call/${id}`, act: 'create', by: 'secretariat', startsWith,
    facts: { scheme: startsWith, version: scheme?.scheme.version ?? 0, opensOn: '2027-03-01', closesOn: '2027-03-31', officer: officer.id, deputy: officer.id },
  });
  const files = Array.from({ length: n }, () => `application/${randomUUID()}`).sort();
  const outcomes = await Promise.all(files.map((subject) => acts.take({
    subject, act: 'submit', by: 'applicant', startsWith,
    facts: { call: `call/${id}`, callClosesOn: '2027-03-31', pole: randomUUID(), structure: randomUUID(), structureType: 'association', kind: 'initial', draft: { version: 1, hash: 'h' } },
  })));
  expect(outcomes.every((outcome) => outcome?.is === 'done')).toBe(true);
  return { id, files };
}

/** Keeps a file from taking acts, as a slow machine would, until the answer is called. */
async function hold(subject: string): Promise<() => Promise<void>> {
  const { pool, close } = openDatabase(space.databaseUrl, { max: 1 });
  const client = await pool.connect();
  await client.query('begin');
  await client.query('select 1 from subject where id = $1 for update', [subject]);
  return async () => {
    await client.query('rollback');
    client.release();
    await close();
  };
}

const prepare = (id: string, shift: object): Promise<Answer> => as(officer, 'POST', `/api/calls/${id}/deadline-batches`, { collection: 'applications', kind: 'review-due', reason, ...shift });
const counts = async (batch: string): Promise<Record<string, number>> => (await as(officer, 'GET', `/api/batches/${batch}`)).body.counts;
const ended = (batch: string): Promise<void> => waitFor(`batch ${batch}`, async () => (await as(officer, 'GET', `/api/batches/${batch}`)).body.status === 'ended', { seconds: 60 });
const dueOn = async (subject: string): Promise<string | undefined> => (await subjectById(acts.db, subject))?.deadlines.find((d) => d.kind === 'review-due' && d.mark === '')?.on;
const moves = async (subject: string): Promise<number> => {
  const { rows } = await acts.db.execute<{ n: number }>(sql`select count(*)::int as n from journal where subject_id = ${subject} and type = 'deadline-moved'`);
  return rows[0]?.n ?? 0;
};

describe('a deadline moved for all files of a call', () => {
  it('moves each file once, also when the worker is killed in the middle; what changed since the preview is left alone', async () => {
    const { id, files } = await callWithFiles(32);
    const [individual = '', withdrawn = '', slow = ''] = files;
    const from = await dueOn(slow);
    const prepared = await prepare(id, { by: 'P14D' });
    expect(prepared).toMatchObject({ status: 201, body: { version: 1, status: 'prepared', by: 'P14D', to: null, reason, counts: { waiting: 32, applied: 0 } } });
    const batch: string = prepared.body.id;
    const preview = await as(officer, 'GET', `/api/batches/${batch}/rows?limit=100`);
    expect(preview.body.items).toHaveLength(32);
    expect(preview.body.items[2]).toEqual({ id: slow.slice('application/'.length), from, to: '2027-03-30', outcome: null, state: 'waiting', code: null, command: null });
    expect(await dueOn(slow)).toBe(from);

    await acts.take({ subject: individual, act: 'moveDeadline', by: 'secretariat', facts: { kind: 'review-due', to: '2027-05-03' }, content: { reason } });
    await acts.take({ subject: withdrawn, act: 'withdraw', by: 'applicant' });
    const release = await hold(slow);
    expect(await as(officer, 'POST', `/api/batches/${batch}/confirmation`)).toMatchObject({ status: 200, body: { status: 'confirmed', confirmedBy: officer.id } });
    await waitFor('the first twenty but one', async () => (await counts(batch))['waiting'] === 13, { seconds: 30 });
    await space.worker.kill();
    await release();
    space.worker = await startWorker(space);
    await ended(batch);
    await acts.stepper.settle();

    expect(await counts(batch)).toEqual({ waiting: 0, applied: 30, refused: 1, closed: 1 });
    expect((await as(officer, 'GET', `/api/batches/${batch}/rows?state=refused`)).body.items).toMatchObject([{ id: individual.slice('application/'.length), code: 'deadline-changed' }]);
    expect(await dueOn(individual)).toBe('2027-05-03');
    const moved = files.slice(2);
    expect(await Promise.all(moved.map(dueOn))).toEqual(moved.map(() => '2027-03-30'));
    expect(await Promise.all(moved.map(moves))).toEqual(moved.map(() => 1));
    const chains = await Promise.all(moved.map(async (file) => verifyChain(acts.db, file, (await subjectById(acts.db, file))?.head ?? '')));
    expect(chains.flat()).toEqual([]);
    const told = (await mails({ to: officer.email })).filter((mail) => /déplacée au 30\smars\s2027/.test(mail.text));
    const once = [...new Map(told.map((mail) => [mail.messageId, mail])).values()];
    expect(once.map((mail) => /Référence\s:\s(\S+)/.exec(mail.text)?.[1]).sort()).toEqual(moved);
    // A killed worker leaves mails of which nobody knows whether they went: those alone go again, under their Message-ID.
    const { rows: [doubt] } = await acts.db.execute<{ n: number }>(sql`select coalesce(sum(in_doubt_count), 0)::int as n from notification where subject in ${moved} and person_id = ${officer.id}`);
    expect(told.length - once.length).toBeLessThanOrEqual(doubt?.n ?? 0);
  });

  it('applies the batches of a call in their order, each on top of the one before', async () => {
    const { id, files: [slow = '', other = ''] } = await callWithFiles(2);
    const first: string = (await prepare(id, { to: '2027-04-01' })).body.id;
    const second: string = (await prepare(id, { to: '2027-04-15' })).body.id;
    const release = await hold(slow);
    await as(officer, 'POST', `/api/batches/${first}/confirmation`);
    await as(officer, 'POST', `/api/batches/${second}/confirmation`);
    await waitFor('the other file', async () => (await dueOn(other)) === '2027-04-01', { seconds: 30 });
    expect(await counts(second)).toMatchObject({ waiting: 2 });
    await release();
    await Promise.all([ended(first), ended(second)]);
    expect(await Promise.all([slow, other].map(dueOn))).toEqual(['2027-04-15', '2027-04-15']);
    expect(await Promise.all([slow, other].map(moves))).toEqual([2, 2]);
    expect((await as(officer, 'GET', `/api/calls/${id}/deadline-batches?limit=1`)).body).toMatchObject({ items: [{ id: second, version: 2, status: 'ended' }], next: expect.any(String) });
  });

  it('goes on when its run was ended by hand and somebody resumes it', async () => {
    const { id, files: [file = ''] } = await callWithFiles(1);
    const batch: string = (await prepare(id, { to: '2027-04-02' })).body.id;
    const release = await hold(file);
    await as(officer, 'POST', `/api/batches/${batch}/confirmation`);
    const run = acts.client.workflow.getHandle(`batch/${batch}`);
    await waitFor('its run', async () => (await run.describe()).status.name === 'RUNNING', { seconds: 30 });
    await space.worker.kill();
    await run.terminate('by hand');
    space.worker = await startWorker(space);
    await release();
    expect(await as(officer, 'POST', `/api/batches/${batch}/resumption`)).toMatchObject({ status: 200, body: { status: 'confirmed' } });
    await ended(batch);
    expect(await dueOn(file)).toBe('2027-04-02');
    expect((await as(officer, 'POST', `/api/batches/${batch}/resumption`)).body.status).toBe('ended');
  });

  it('moves nothing that was not confirmed, and undoes nothing that came later', async () => {
    const { id, files: [file = ''] } = await callWithFiles(1);
    const early: string = (await prepare(id, { by: 'P7D' })).body.id;
    const late: string = (await prepare(id, { to: '2027-04-20' })).body.id;
    await as(officer, 'POST', `/api/batches/${late}/confirmation`);
    await ended(late);
    expect(await as(officer, 'POST', `/api/batches/${late}/confirmation`)).toMatchObject({ status: 200, body: { status: 'ended' } });
    expect(await as(officer, 'POST', `/api/batches/${early}/confirmation`)).toMatchObject({ status: 409, body: { code: 'batch-superseded' } });
    expect(await as(officer, 'DELETE', `/api/batches/${early}`)).toMatchObject({ status: 200, body: { status: 'dropped' } });
    expect(await as(officer, 'POST', `/api/batches/${early}/confirmation`)).toMatchObject({ status: 409, body: { code: 'batch-dropped' } });
    expect(await as(officer, 'DELETE', `/api/batches/${late}`)).toMatchObject({ status: 409, body: { code: 'batch-confirmed' } });
    expect(await dueOn(file)).toBe('2027-04-20');
  });

  it('is for whoever owns the deadline, with a reason and a date', async () => {
    const { id } = await callWithFiles(1);
    expect((await prepare(id, {})).body.code).toBe('batch-shift');
    expect((await prepare(id, { to: '2027-04-20', by: 'P1D' })).body.code).toBe('batch-shift');
    expect((await prepare(id, { by: 'P' })).status).toBe(422);
    expect((await prepare(id, { to: '2027-02-28' })).body.code).toBe('date-in-the-past');
    expect((await prepare(id, { by: 'P1D', reason: 'short' })).status).toBe(422);
    expect((await prepare(id, { by: 'P1D', kind: 'pieces-due' })).body.code).toBe('batch-empty');
    expect((await prepare(id, { by: 'P1D', kind: 'constructor' })).body.code).toBe('batch-empty');
    expect(await prepare(id, { by: 'P1D', kind: 'implied-decision' })).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await prepare(randomUUID(), { by: 'P1D' })).status).toBe(404);
    expect((await as(officer, 'GET', `/api/batches/${randomUUID()}`)).status).toBe(404);
    expect((await as(applicant, 'GET', `/api/batches/${randomUUID()}`)).status).toBe(403);
  });
});
