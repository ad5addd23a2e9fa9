import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { sql } from 'drizzle-orm';
import type { Notice } from '../../libs/domain/src/procedure/decision.js';
import { openDatabase, type DatabaseHandle } from '../../libs/persistence/src/database.js';
import { applicationDraft } from '../../libs/persistence/src/application/application.tables.js';
import { enqueueNotices } from '../../libs/persistence/src/notification/enqueue.js';
import { NotificationQueries } from '../../libs/persistence/src/notification/notification.queries.js';
import { absence, person, personRole, pole, poleMember } from '../../libs/persistence/src/people/people.tables.js';
import { dispatchMailId, wakeSignal } from '../../workflows/dispatch/dispatch.messages.js';
import type { Space } from '../../apps/cli/src/stack/space.js';
import { freshSpace } from '../stack/stack.js';
import { MailServer } from './mail-server.js';

const start = '2027-03-01T08:00:00.000Z';
const server = new MailServer();
let space: Space;
let database: DatabaseHandle;
let client: Client;
let worker: ChildProcess;

beforeAll(async () => {
  await server.start();
  space = await freshSpace('notification');
  database = openDatabase(space.databaseUrl, { max: 4 });
  client = new Client({ connection: await Connection.connect({ address: space.servers.temporal.address }), namespace: space.name });
  worker = await startMailWorker();
});

afterAll(async () => {
  worker.kill('SIGKILL');
  await client.connection.close();
  await database.close();
  await server.stop();
});

beforeEach(async () => {
  server.behaviour = 'accept';
  await setClock(start);
});

describe('notices', () => {
  it('reach the people of a pole and its mailbox in their language, once each', async () => {
    const own = await aPole();
    const told: Notice[] = [notice({ audience: { pole: own.pole, significant: true } })];
    await enqueueNotices(database.db, 'application/1', told, start);
    await enqueueNotices(database.db, 'application/1', told, start);
    await dispatched(told);

    expect(server.to(own.french).map((mail) => mail.subject)).toEqual(['Accusé de réception de votre dossier']);
    const [english] = server.to(own.english);
    expect(english?.text).toContain('received on 1\u00a0March 2027');
    expect(english?.text).toContain('https://label.example.org/tasks/application/1');
    expect(english?.date?.toISOString()).toBe(start);
    expect(server.to(own.mailbox)).toHaveLength(1);
  });

  it('reach the case officer of what the subject hangs on, and the deputy on a day of absence', async () => {
    const own = await aPole();
    const [officer, deputy] = [await personOf(own.french), await personOf(own.english)];
    const [application, appraisal] = [await aSubject('under_appraisal'), await aSubject('accepted', `appraisal/${randomUUID()}/1`)];
    await database.db.execute(sql`update subject set officer_id = ${officer}, deputy_id = ${deputy} where id = ${application}`);
    await database.db.execute(sql`update subject set parent_id = ${application} where id = ${appraisal}`);
    const [before, during] = [notice({ audience: { officerOf: appraisal } }), notice({ audience: { officerOf: appraisal } })];
    await enqueueNotices(database.db, appraisal, [before], start);
    await database.db.insert(absence).values({ id: randomUUID(), personId: officer, from: '2027-03-01', to: '2027-03-01' });
    await enqueueNotices(database.db, appraisal, [during], start);
    expect((await rows([before])).map((row) => row.person_id)).toEqual([officer]);
    expect((await rows([during])).map((row) => row.person_id)).toEqual([deputy]);
    await dispatched([before, during]);
  });

  it('roll back with the act that brought them', async () => {
    const own = await aPole();
    const told = [notice({ audience: { pole: own.pole } })];
    await expect(database.db.transaction(async (tx) => {
      await enqueueNotices(tx, 'application/1', told, start);
      throw new Error('the act failed');
    })).rejects.toThrow('the act failed');
    expect(await states(told)).toEqual([]);
  });

  it('leave a trace when there is nobody to tell', async () => {
    const told = [notice({ audience: { role: 'committee' } })];
    await enqueueNotices(database.db, 'application/1', told, start);
    expect(await rows(told)).toMatchObject([{ state: 'failed', last_error: 'nobody-to-tell', next_attempt_at: null }]);
  });
});

describe('the dispatcher', () => {
  it('drops what speaks of a step that is over', async () => {
    const { french } = await aPole();
    const subject = await aSubject('withdrawn');
    const told = [notice({ audience: { person: await personOf(french) }, whileStatus: ['submitted', 'incomplete'] })];
    await enqueueNotices(database.db, subject, told, start);
    await dispatched(told);
    expect(await states(told)).toEqual(['suppressed']);
    expect(server.to(french)).toEqual([]);
  });

  it('reminds of each unfinished draft with a link to it, and no more once it is submitted', async () => {
    const call = `call/${randomUUID()}`;
    const [writing, submitting] = [await aPole(), await aPole()];
    const [draft, submitted] = [await aDraft(call, writing.pole), await aDraft(call, submitting.pole)];
    const told: Notice[] = [{ template: 'call.draft-reminder', key: `${call}/closing/reminder`, audience: { draftsOf: call }, facts: { closesOn: '2027-03-08' }, whileStatus: ['open'] }];
    await enqueueNotices(database.db, call, told, start);
    await aSubject('submitted', `application/${submitted}`);
    await dispatched(told);
    expect(server.to(submitting.french)).toEqual([]);
    expect(server.to(writing.french)[0]?.text).toContain(`/tasks/application/${draft}`);
    expect((await states(told)).sort()).toEqual(['sent', 'sent', 'suppressed', 'suppressed']);
  });

  it('tries again on the Clock after “later” and after a server that is away, then sends once', async () => {
    const { french } = await aPole();
    const told = [notice({ audience: { person: await personOf(french) } })];
    server.behaviour = 450;
    await enqueueNotices(database.db, 'application/1', told, start);
    await dispatched(told);
    expect(await rows(told)).toMatchObject([{ state: 'queued', attempts: 1, next: '2027-03-01T08:05:00.000Z' }]);

    await server.stop();
    await setClock('2027-03-01T08:05:00.000Z');
    await dispatched(told);
    expect(await rows(told)).toMatchObject([{ state: 'queued', attempts: 2, next: '2027-03-01T08:35:00.000Z', in_doubt_count: 0 }]);

    await server.start();
    server.behaviour = 'accept';
    await setClock('2027-03-01T08:35:00.000Z');
    await dispatched(told);
    expect(await rows(told)).toMatchObject([{ state: 'sent', attempts: 3, next: null, last_error: null }]);
    expect(server.to(french)).toHaveLength(1);
  });

  it('gives up on “never”; the operator’s resend keeps the Message-ID', async () => {
    const { french } = await aPole();
    const told = [notice({ audience: { person: await personOf(french) } })];
    server.behaviour = 550;
    await enqueueNotices(database.db, 'application/1', told, start);
    await dispatched(told);
    const [failed] = await rows(told);
    expect(failed).toMatchObject({ state: 'failed', attempts: 1, next: null });

    server.behaviour = 'accept';
    const queries = new NotificationQueries(database.db);
    expect(await queries.resend(failed?.id ?? '', randomUUID())).toBe(true);
    await dispatched(told);
    expect(await queries.resend(failed?.id ?? '', randomUUID())).toBe(false);
    expect(server.to(french).map((mail) => mail.messageId)).toEqual([failed?.message_id]);
  });

  it('killed between sending and knowing it: in doubt, sent again under the same Message-ID, counted', async () => {
    const { french } = await aPole();
    const told = [notice({ audience: { person: await personOf(french) } })];
    const gone = once(worker, 'exit');
    server.behaviour = () => { worker.kill('SIGKILL'); };
    await enqueueNotices(database.db, 'application/1', told, start);
    await wake();
    await gone;
    expect(await states(told)).toEqual(['sending']);

    server.behaviour = 'accept';
    worker = await startMailWorker();
    await settled(told);
    expect(await rows(told)).toMatchObject([{ state: 'sent', attempts: 2, in_doubt_count: 1 }]);
    const ids = server.to(french).map((mail) => mail.messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('sends a few hundred without sending any twice', async () => {
    const { french, pole: id } = await aPole();
    const to = await personOf(french);
    const told = Array.from({ length: 300 }, () => notice({ audience: { person: to } }));
    await enqueueNotices(database.db, `application/${id}`, told, start);
    await Promise.all(Array.from({ length: 5 }, wake));
    await settled(told);
    expect(new Set(server.to(french).map((mail) => mail.messageId)).size).toBe(300);
    expect(server.to(french)).toHaveLength(300);
  });
});

function notice(of: Pick<Notice, 'audience' | 'whileStatus'>): Notice {
  return { template: 'application.acknowledgement', key: `application/1/received/${randomUUID()}`, facts: { receivedOn: '2027-03-01', impliedDecisionOn: '2027-05-01' }, ...of };
}

async function startMailWorker(): Promise<ChildProcess> {
  const settings = { address: space.servers.temporal.address, namespace: space.name, databaseUrl: space.databaseUrl, smtpUrl: server.url };
  const child = fork('test/integration/mail-worker.mjs', [JSON.stringify(settings)], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  await Promise.race([once(child, 'message'), once(child, 'exit').then(() => { throw new Error('The mail worker did not start.'); })]);
  return child;
}

/** What the relay does when rows are due. */
async function wake(): Promise<void> {
  await client.workflow.signalWithStart('dispatchMail', { workflowId: dispatchMailId, taskQueue: 'dispatch', signal: wakeSignal });
}

async function dispatched(told: readonly Notice[]): Promise<void> {
  await wake();
  await settled(told);
}

/** Waits until none of these is due any more. */
async function settled(told: readonly Notice[]): Promise<void> {
  for (;;) {
    const due = (await rows(told)).filter((row) => row.due);
    if (due.length === 0) return;
    await new Promise((again) => setTimeout(again, 50));
  }
}

type Row = { id: string; person_id: string | null; state: string; attempts: number; in_doubt_count: number; message_id: string; last_error: string | null; next: string | null; due: boolean };

async function rows(told: readonly Notice[]): Promise<Row[]> {
  const keys = sql.join(told.map((one) => sql`${one.key}`), sql`, `);
  const { rows: found } = await database.db.execute<Row>(sql`
    select id, person_id, state, attempts, in_doubt_count, message_id, last_error, next_attempt_at,
      to_char(next_attempt_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as next, coalesce(next_attempt_at <= estampille_now(), false) as due
    from notification where exists (select 1 from unnest(array[${keys}]) one where starts_with(key, one || '/'))`);
  return found;
}

async function states(told: readonly Notice[]): Promise<string[]> {
  return (await rows(told)).map((row) => row.state);
}

async function setClock(instant: string): Promise<void> {
  await database.db.execute(sql`insert into clock (id, mode, virtual_now) values (1, 'stepped', ${instant})
    on conflict (id) do update set mode = 'stepped', virtual_now = excluded.virtual_now`);
}

async function aPole() {
  const own = { pole: randomUUID(), french: `fr-${randomUUID()}@example.org`, english: `en-${randomUUID()}@example.org`, mailbox: `box-${randomUUID()}@example.org` };
  const created = new Date(start);
  const people = [{ id: randomUUID(), email: own.french, locale: 'fr' as const }, { id: randomUUID(), email: own.english, locale: 'en' as const }];
  await database.db.insert(person).values(people.map((one) => ({ ...one, name: 'Somebody', createdAt: created })));
  await database.db.insert(personRole).values({ personId: people[0]?.id ?? '', role: 'secretariat' });
  await database.db.insert(pole).values({ id: own.pole, name: 'Pole', themes: [], territory: 'France', sharedMailbox: own.mailbox, createdAt: created });
  await database.db.insert(poleMember).values(people.map((one, i) => ({
    id: randomUUID(), poleId: own.pole, personId: one.id, role: i === 0 ? 'legal_representative' as const : 'administrator' as const, since: '2026-01-01',
  })));
  return own;
}

async function personOf(email: string): Promise<string> {
  const [row] = await database.db.select({ id: person.id }).from(person).where(sql`${person.email} = ${email}`);
  return row?.id ?? '';
}

async function aDraft(callId: string, poleId: string): Promise<string> {
  const id = randomUUID();
  await aScheme();
  const [{ personId = '' } = {}] = await database.db.select({ personId: poleMember.personId }).from(poleMember).where(sql`${poleMember.poleId} = ${poleId}`);
  const at = new Date(start);
  await database.db.insert(applicationDraft).values({ id, callId, poleId, schemeId: 'test@1', answers: {}, version: 1, createdAt: at, createdBy: personId, savedAt: at, savedBy: personId });
  return id;
}

async function aScheme(): Promise<void> {
  await database.db.execute(sql`insert into scheme_version (id, code, hash, data, loaded_at) values ('test@1', 'test', '', '{}', now()) on conflict do nothing`);
}

async function aSubject(status: string, id = `application/${randomUUID()}`): Promise<string> {
  await aScheme();
  await database.db.execute(sql`insert into subject (id, kind, status, seq, data, deadlines, scheme_id, head, opened_at, changed_at)
    values (${id}, 'application', ${status}, 1, '{}', '[]', 'test@1', '', now(), now())`);
  return id;
}
