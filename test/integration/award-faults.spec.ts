import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eq, sql } from 'drizzle-orm';
import { siretOf } from '../../apps/cli/src/rehearse/identifiers.js';
import { startApi, startWorker } from '../../apps/cli/src/stack/space.js';
import { waitFor as until } from '../../apps/cli/src/stack/wait.js';
import type { Facts } from '../../libs/domain/src/procedure/act.js';
import type { Database } from '../../libs/persistence/src/database.js';
import { openDatabase } from '../../libs/persistence/src/database.js';
import { poleCarrier } from '../../libs/persistence/src/people/people.tables.js';
import { message } from '../../libs/persistence/src/procedure/procedure.tables.js';
import { verifyChain } from '../../libs/persistence/src/procedure/verify.js';
import { newestSchemes } from '../../libs/persistence/src/scheme/scheme.queries.js';
import { newPole, openCall, submitted } from '../stack/files.js';
import { Link } from '../stack/link.js';
import { runningSpace, type RunningSpace } from '../stack/stack.js';
import { call, someone, type Answer } from '../stack/staff.js';
import { MailServer } from './mail-server.js';

type Person = Awaited<ReturnType<typeof someone>>;
const mail = new MailServer();
let space: RunningSpace;
let line: Link;
let db: Database;
let closeDatabase: () => Promise<void>;
const people: Record<string, Person> = {};
const person = (name: string): Person => people[name] as Person;
const as = (name: string | undefined, method: string, path: string, body?: unknown): Promise<Answer> => call(space, name === undefined ? undefined : person(name).token, method, path, body);
let pole: string;
let structure: string;
let theCall: string;
let schemeId: string;

beforeAll(async () => {
  await mail.start();
  space = await runningSpace('award-faults', { clock: { mode: 'stepped', start: '2027-03-01T09:00:00.000Z' }, smtpUrl: mail.url });
  ({ db, close: closeDatabase } = openDatabase(space.databaseUrl, { max: 4 }));
  line = await Link.to(space.env['TEMPORAL_ADDRESS'] ?? '');
  for (const role of ['operator', 'secretariat', 'authority'] as const) people[role] = await someone(space, role, [role]);
  people['holder'] = await someone(space, 'holder');
  theCall = await openCall(space, person('secretariat'), '2027-03-01', '2027-03-31');
  pole = await newPole(space, { holder: person('holder'), secretariat: person('secretariat') }, 'Bois', siretOf(9401));
  structure = (await db.select({ id: poleCarrier.structureId }).from(poleCarrier).where(eq(poleCarrier.poleId, pole)))[0]?.id ?? '';
  schemeId = (await newestSchemes(db, 'pole-innovation'))[0]?.id ?? '';
}, 180_000);
afterEach(async () => {
  await mend();
  mail.behaviour = 'accept';
});
afterAll(async () => {
  await closeDatabase?.();
  await space?.stop();
  await line?.close();
  await mail.stop();
});

const answers = { seconds: 60 };

/** Asks a few times a second: the API answers nobody who asks more often. */
async function waitFor(what: string, ask: () => Promise<boolean>, within = answers): Promise<void> {
  await until(what, async () => (await ask()) || (await pause(400, false)), within);
}

/** The decision's message, as the application's record writes it; nobody waits for it. */
async function award(label: string = randomUUID()): Promise<string> {
  const facts: Facts = { application: `application/${label}`, call: `call/${theCall}`, pole, structure, startsOn: '2027-07-01', endsOn: '2030-06-30', decidedOn: '2027-02-20', from: `application/${label}` };
  await db.insert(message).values({
    senderId: `application/${label}`, key: 'grant', receiverId: `award/${label}`, act: 'grant', facts, at: sql`estampille_now()`, effectiveOn: '2027-03-01', starts: true, schemeId, nextAttemptAt: sql`clock_timestamp()`,
  });
  await db.execute(sql`select pg_notify('relay', '')`);
  return label;
}

async function awaitingContract(): Promise<string> {
  const label = await award();
  await waitFor('the award', async () => (await statusOf(label)) === 'awaiting_contract', answers);
  return label;
}

/** The database refuses to write such rows until it is mended, as with a full disk or a broken constraint. */
async function breakDatabase(table: 'subject' | 'journal', when: string): Promise<void> {
  await db.execute(sql.raw(`create or replace function injected_fault() returns trigger language plpgsql as $$ begin raise exception 'injected fault'; end $$`));
  await db.execute(sql.raw(`create or replace trigger injected_fault before insert on ${table} for each row when (${when}) execute function injected_fault()`));
}

async function mend(): Promise<void> {
  for (const table of ['subject', 'journal']) await db.execute(sql.raw(`drop trigger if exists injected_fault on ${table}`));
}

const statusOf = async (label: string): Promise<string | undefined> => (await as('secretariat', 'GET', `/api/labels/${label}`)).body.status;
const sign = (label: string) => as('holder', 'POST', `/api/labels/${label}/contract-signature`, {});
const countersign = (label: string) => as('authority', 'POST', `/api/labels/${label}/contract-countersignature`, {});
const step = async (label: string, name: string): Promise<string> => {
  const found = (await as('operator', 'GET', `/api/labels/${label}`)).body.steps.find((one: { step: string }) => one.step === name);
  return [found.state, found.who, found.problem].filter((part) => part !== null).join(' ');
};
const numberOf = async (label: string): Promise<string> => (await as('secretariat', 'GET', `/api/labels/${label}`)).body.number;
const register = async (label: string): Promise<string> => (await as(undefined, 'GET', `/api/register/${await numberOf(label)}`)).body.status;
const announced = async (label: string): Promise<number> => {
  const number = await numberOf(label);
  return mail.to(person('holder').email).filter(({ subject = '', text = '' }) => subject.startsWith('Votre label est en vigueur') && text.includes(number)).length;
};
const entriesOf = async (subject: string): Promise<string[]> => (await db.execute<{ type: string }>(sql`select type from journal where subject_id = ${subject} order by seq`)).rows.map(({ type }) => type);

/** Everything is done once and only once, and the journals hold. */
async function complete(label: string): Promise<void> {
  for (const name of ['contract-signature', 'contract-countersignature', 'register', 'certificate', 'credential', 'monitoring', 'renewal', 'financing', 'announcement']) {
    await waitFor(`${name} of the award`, async () => (await step(label, name)).startsWith('done'), answers);
  }
  expect(await register(label)).toBe('upcoming');
  expect(await announced(label)).toBe(1);
  expect((await entriesOf(`award/${label}`)).filter((type) => ['granted', 'contract-signed', 'contract-countersigned', 'activated'].includes(type)).sort()).toEqual(['activated', 'contract-countersigned', 'contract-signed', 'granted']);
  for (const kind of ['award', 'monitoring', 'renewal', 'financing']) {
    const { rows } = await db.execute<{ head: string }>(sql`select head from subject where id = ${`${kind}/${label}`}`);
    expect([kind, await verifyChain(db, `${kind}/${label}`, rows[0]?.head ?? '')]).toEqual([kind, []]);
  }
}

/** Half an award is no award: to nobody. */
async function nothingAnnounced(label: string): Promise<void> {
  expect(await statusOf(label)).toBe('awaiting_contract');
  expect(await register(label)).toBe('unknown');
  expect(await announced(label)).toBe(0);
  const { rows } = await db.execute(sql`select 1 from subject where id in (${`monitoring/${label}`}, ${`renewal/${label}`}, ${`financing/${label}`}) union all select 1 from notification where subject = ${`award/${label}`} and template = 'award.active'`);
  expect(rows).toEqual([]);
  expect(await step(label, 'register')).toBe('waiting procedure');
}

describe('an award among faults', () => {
  it('number: while the database refuses it there is no label and no number is lost; then it comes, once', async () => {
    const before = await awaitingContract();
    const label = randomUUID();
    await breakDatabase('subject', `new.id = 'award/${label}'`);
    await award(label);
    await waitFor('attempts', async () => (await db.execute(sql`select 1 from message where receiver_id = ${`award/${label}`} and attempts > 0 and outcome is null`)).rows.length > 0, answers);
    expect((await as('secretariat', 'GET', `/api/labels/${label}`)).status).toBe(404);
    const toSign = () => db.execute(sql`select 1 from notification where subject = ${`award/${label}`} and template = 'award.contract-to-sign'`).then(({ rows }) => rows.length);
    expect(await toSign()).toBe(0);
    await mend();
    await waitFor('the award', async () => (await statusOf(label)) === 'awaiting_contract', answers);
    const [first, next] = [await numberOf(before), await numberOf(label)].map((number) => Number(number.slice(-4)));
    expect(next).toBe((first ?? 0) + 1);
    expect(await toSign()).toBe(1);
  }, 120_000);

  it('signature: while the database refuses it, it is kept with its date, nothing is announced, and the page says who must act', async () => {
    const label = await awaitingContract();
    expect((await sign(label)).status).toBe(201);
    await breakDatabase('journal', `new.subject_id = 'award/${label}'`);
    const answer = await countersign(label);
    expect(answer).toMatchObject({ status: 202, body: { status: 'received', receivedOn: '2027-03-01' } });
    await waitFor('stuck', async () => (await step(label, 'contract-countersignature')) === 'stuck operator act-not-taken', answers);
    await nothingAnnounced(label);
    await mend();
    await complete(label);
  }, 180_000);

  it.each(['monitoring', 'renewal', 'financing'])('%s: while it can’t begin, the label is in force and says what is missing; then it begins by itself', async (kind) => {
    const label = await awaitingContract();
    await sign(label);
    await breakDatabase('subject', `new.id = '${kind}/${label}'`);
    expect(await countersign(label)).toMatchObject({ status: 201, body: { outcome: { status: 'active' } } });
    await waitFor('stuck', async () => (await step(label, kind)) === 'stuck operator message-undelivered', answers);
    expect((await as('operator', 'GET', '/api/labels?stuck=true')).body.items.map(({ id }: { id: string }) => id)).toEqual([label]);
    expect(await register(label)).toBe('upcoming');
    const other = kind === 'monitoring' ? 'renewal' : 'monitoring';
    await waitFor(other, async () => (await step(label, other)) === 'done procedure', answers);
    await mend();
    await complete(label);
  }, 180_000);

  it('Temporal away: a signature is received, and is taken by its day once Temporal is back', async () => {
    const label = await awaitingContract();
    await sign(label);
    await Promise.all([space.api.stop(), space.worker.stop()]);
    const through = { ...space, env: { ...space.env, TEMPORAL_ADDRESS: line.address } };
    [space.api, space.worker] = await Promise.all([startApi(through), startWorker(through)]);
    line.cut();
    expect(await countersign(label)).toMatchObject({ status: 202, body: { receivedOn: '2027-03-01' } });
    await waitFor('stuck', async () => (await step(label, 'contract-countersignature')) === 'stuck operator act-not-taken', answers);
    await nothingAnnounced(label);
    line.restore();
    await complete(label);
    await Promise.all([space.api.stop(), space.worker.stop()]);
    [space.api, space.worker] = await Promise.all([startApi(space), startWorker(space)]);
  }, 240_000);

  it('worker killed between the record and what follows it: what was recorded goes on where it stood', async () => {
    const label = await awaitingContract();
    await sign(label);
    const answer = countersign(label);
    await waitFor('the record', async () => (await entriesOf(`award/${label}`)).includes('activated'), { seconds: 30 });
    await space.worker.kill();
    await answer;
    expect(await statusOf(label)).toBe('active');
    for (const kind of ['monitoring', 'renewal', 'financing']) expect(['done procedure', 'waiting procedure', 'stuck operator message-undelivered']).toContain(await step(label, kind));
    space.worker = await startWorker(space);
    await complete(label);
  }, 240_000);

  it('worker killed before the record: the signature waits, nothing is announced, and it is taken afterwards', async () => {
    const label = await awaitingContract();
    await sign(label);
    await space.worker.kill();
    expect((await countersign(label)).status).toBe(202);
    await nothingAnnounced(label);
    expect(await step(label, 'contract-countersignature')).toBe('waiting procedure');
    space.worker = await startWorker(space);
    await complete(label);
  }, 240_000);

  it('mail down: the label is in force and in the register, the page says that nobody could be told; then one mail comes', async () => {
    const label = await awaitingContract();
    await sign(label);
    mail.behaviour = 450;
    expect(await countersign(label)).toMatchObject({ status: 201, body: { outcome: { status: 'active' } } });
    await waitFor('delayed', async () => (await step(label, 'announcement')) === 'stuck operator mail-delayed', answers);
    expect(await register(label)).toBe('upcoming');
    expect(await announced(label)).toBe(0);
    mail.behaviour = 'accept';
    expect((await as('operator', 'POST', '/api/clock/advances', { to: '2027-03-02T09:00:00.000Z' })).status).toBe(200);
    await complete(label);
  }, 180_000);

  it('mail refused for good: the secretariat is asked to reach the pole', async () => {
    const label = await awaitingContract();
    await sign(label);
    mail.behaviour = 550;
    await countersign(label);
    await waitFor('failed', async () => (await step(label, 'announcement')) === 'stuck secretariat mail-failed', answers);
    const { steps } = (await as('secretariat', 'GET', `/api/labels/${label}`)).body;
    expect(steps.find((one: { step: string }) => one.step === 'announcement').advice).toContain('par téléphone');
  }, 120_000);

  it('PDF engine failing: who can’t read the contract is told so, and nothing else is held up', async () => {
    const label = await submitted(space, person('holder'), theCall, pole);
    await award(label);
    await waitFor('the award', async () => (await statusOf(label)) === 'awaiting_contract', answers);
    const contract = () => fetch(`${space.apiUrl}/api/labels/${label}/contract.pdf`, { headers: { authorization: `Bearer ${person('holder').token}` } });
    const [kept] = (await db.execute<{ answers: unknown }>(sql`select answers from submitted_draft where application_id = ${label}`)).rows;
    await db.execute(sql`update submitted_draft set answers = jsonb_set(answers, '{actions}', '7') where application_id = ${label}`);
    expect((await contract()).status).toBe(500);
    expect(await statusOf(label)).toBe('awaiting_contract');
    expect(await step(label, 'contract-signature')).toBe('waiting applicant');
    await db.execute(sql`update submitted_draft set answers = ${JSON.stringify(kept?.answers)}::jsonb where application_id = ${label}`);
    expect((await contract()).status).toBe(200);
    await sign(label);
    await countersign(label);
    await complete(label);
    // What was signed is kept with its hash: another text is not shown as if it had been.
    await db.execute(sql`update content set body = jsonb_set(body, '{contract,number}', '"PI-2027-9999"') where subject_id = ${`award/${label}`} and body ? 'contract'`);
    const tampered = await contract();
    expect([tampered.status, ((await tampered.json()) as { code: string }).code]).toEqual([409, 'contract-unreadable']);
  }, 180_000);

  it('never signed: the award lapses, the page says who can still bring what', async () => {
    const label = await awaitingContract();
    await sign(label);
    expect((await as('operator', 'POST', '/api/clock/advances', { to: '2027-05-06T09:00:00.000Z' })).status).toBe(200);
    expect(await statusOf(label)).toBe('lapsed');
    expect(await step(label, 'contract-signature')).toBe('done applicant');
    expect(await step(label, 'contract-countersignature')).toBe('stuck secretariat contract-lapsed');
    expect(await register(label)).toBe('unknown');
  }, 120_000);
});
