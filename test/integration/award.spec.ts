import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eq } from 'drizzle-orm';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { poleCarrier } from '../../libs/persistence/src/people/people.tables.js';
import { poleOf } from '../stack/pole.js';
import { mails, runningSpace, type RunningSpace } from '../stack/stack.js';
import { call, someone, type Answer } from '../stack/staff.js';
import { inDatabase, tell } from '../stack/tell.js';

type Person = Awaited<ReturnType<typeof someone>>;
let space: RunningSpace;
let operator: Person;
let authority: Person;
let secretariat: Person;
let holder: Person;
let colleague: Person;
let stranger: Person;
let pole: string;
let structure: string;
const label = randomUUID();
const second = randomUUID();
const unsigned = randomUUID();

beforeAll(async () => {
  space = await runningSpace('award', { clock: { mode: 'stepped', start: '2027-06-01T09:00:00.000Z' } });
  operator = await someone(space, 'operator', ['operator']);
  authority = await someone(space, 'authority', ['authority']);
  secretariat = await someone(space, 'secretariat', ['secretariat']);
  holder = await someone(space, 'holder');
  colleague = await someone(space, 'colleague');
  stranger = await someone(space, 'stranger');
  pole = await poleOf(space, { holder, colleague, secretariat });
  structure = await inDatabase(space, async (db) => {
    const [row] = await db.select({ id: poleCarrier.structureId }).from(poleCarrier).where(eq(poleCarrier.poleId, pole));
    return row?.id ?? '';
  });
}, 120_000);
afterAll(() => space?.stop());

const grant = (key: string, endsOn = '2030-06-30'): Promise<void> => tell(space, {
  from: `application/${key}`, to: `award/${key}`, act: 'grant', on: '2027-06-01',
  facts: { application: `application/${key}`, call: `call/${label}`, pole, structure, startsOn: '2027-07-01', endsOn, decidedOn: '2027-05-20' },
});
const as = (person: Person | undefined, method: string, path: string, body?: unknown): Promise<Answer> => call(space, person?.token, method, path, body);

const advance = (to: string): Promise<Answer> => as(operator, 'POST', '/api/clock/advances', { to });

describe('a label over HTTP', () => {
  it('is the pole’s and the staff’s until it is in force', async () => {
    await grant(label);
    expect(await as(holder, 'GET', `/api/labels/${label}`)).toMatchObject({
      status: 200, body: { id: label, status: 'awaiting_contract', number: 'PI-2027-0001', startsOn: '2027-07-01', pole: { name: 'Pôle Bois' }, structure: { name: 'CFA du Bois' }, allowedActions: ['signContract'] },
    });
    expect((await as(holder, 'GET', '/api/labels')).body.items).toMatchObject([{ id: label, number: 'PI-2027-0001', signedOn: null }]);
    expect((await as(authority, 'GET', `/api/labels?pole=${pole}&status=awaiting_contract`)).body.items).toHaveLength(1);
    expect((await as(stranger, 'GET', '/api/labels')).status).toBe(403);
    expect(await as(undefined, 'GET', '/api/register')).toMatchObject({ status: 200, body: { items: [], next: null } });
    expect((await as(undefined, 'GET', '/api/register/PI-2027-0001')).body).toEqual({ number: 'PI-2027-0001', status: 'unknown', label: null });
  });

  it('is signed by who may commit the pole, and by the authority', async () => {
    expect(await as(colleague, 'POST', `/api/labels/${label}/contract-signature`, {})).toMatchObject({ status: 403, body: { code: 'not-a-committer' } });
    expect(await as(authority, 'POST', `/api/labels/${label}/contract-signature`, {})).toMatchObject({ status: 403 });
    expect(await as(holder, 'POST', `/api/labels/${label}/contract-signature`, { capacity: 'Présidente' })).toMatchObject({ status: 201, body: { outcome: { status: 'awaiting_contract' } } });
    expect(await as(holder, 'POST', `/api/labels/${label}/contract-signature`, {})).toMatchObject({ status: 409, body: { code: 'contract-already-signed' } });
    expect(await as(authority, 'POST', `/api/labels/${label}/contract-countersignature`, {})).toMatchObject({
      status: 201, body: { outcome: { status: 'active', entries: ['contract-countersigned', 'activated'], pending: [`monitoring/${label}`, `renewal/${label}`, `financing/${label}`] } },
    });
  });

  it('tells its holder where its certificate and its page for everybody are, on its own page and by mail', async () => {
    const { links } = (await as(holder, 'GET', `/api/labels/${label}`)).body;
    expect(Object.keys(links).sort()).toEqual(['certificate', 'credential', 'verification']);
    const opened = async (address: string, token?: string) => {
      const answer = await fetch(`${space.apiUrl}${new URL(address).pathname}`, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });
      return [answer.status, answer.headers.get('content-type')?.split(';')[0]];
    };
    expect(await opened(links.certificate, holder.token)).toEqual([200, 'application/pdf']);
    expect(await opened(links.credential)).toEqual([200, 'application/vc']);
    expect(await opened(links.verification)).toEqual([200, 'text/html']);
    await waitFor('the mail', async () => (await mails({ to: holder.email })).some(({ subject }) => subject.startsWith('Votre label est en vigueur')), { seconds: 20 });
    const mail = (await mails({ to: holder.email })).find(({ subject }) => subject.startsWith('Votre label est en vigueur'));
    for (const address of [links.certificate, links.verification]) expect(mail?.text).toContain(address);
  });

  it('is in the register from then on, on any day', async () => {
    const check = async (on: string): Promise<string> => (await as(undefined, 'GET', `/api/register/pi-2027-0001?on=${on}`)).body.status;
    expect(await check('2027-06-30')).toBe('upcoming');
    expect(await check('2027-07-01')).toBe('valid');
    expect(await check('2030-06-30')).toBe('valid');
    expect(await check('2030-07-01')).toBe('expired');
    const found = async (query: string): Promise<number> => (await as(undefined, 'GET', `/api/register?${query}`)).body.items.length;
    expect(await found('theme=housing&status=upcoming')).toBe(1);
    expect(await found('theme=housing&status=valid&on=2028-01-01')).toBe(1);
    expect(await found('theme=food')).toBe(0);
    expect(await found('structureType=training-centre&q=jura')).toBe(1);
    expect(await found('structureType=association')).toBe(0);
    expect(await found('q=%25')).toBe(0);
    expect((await as(undefined, 'GET', '/api/register?on=2027-02-30')).status).toBe(422);
    expect((await as(undefined, 'GET', '/api/register/no%2Fnumber')).status).toBe(404);
    expect((await as(undefined, 'GET', '/api/register?cursor=eA')).body.code).toBe('bad-cursor');
  });

  it('pages the register', async () => {
    await grant(second);
    await as(holder, 'POST', `/api/labels/${second}/contract-signature`, {});
    await as(authority, 'POST', `/api/labels/${second}/contract-countersignature`, {});
    const first = await as(undefined, 'GET', '/api/register?limit=1');
    const next = await as(undefined, 'GET', `/api/register?limit=1&cursor=${first.body.next}`);
    expect([...first.body.items, ...next.body.items].map((l: { number: string }) => l.number)).toEqual(['PI-2027-0001', 'PI-2027-0002']);
    expect(next.body.next).toBeNull();
  });

  it('lapses when the contract stays unsigned, and is no label to the public', async () => {
    await grant(unsigned);
    expect(await advance('2027-08-02T21:59:59.000Z')).toMatchObject({ status: 200 });
    expect((await as(holder, 'GET', `/api/labels/${unsigned}`)).body).toMatchObject({ status: 'awaiting_contract', timeline: { ahead: [{ kind: 'contract-due', on: '2027-08-02', otherwise: 'award-lapsed' }] } });
    await advance('2027-08-02T22:00:01.000Z');
    expect((await as(holder, 'GET', `/api/labels/${unsigned}`)).body).toMatchObject({ status: 'lapsed', timeline: { ahead: [] } });
    expect((await as(undefined, 'GET', '/api/register/PI-2027-0003')).body.status).toBe('unknown');
    expect((await as(holder, 'POST', `/api/labels/${unsigned}/contract-signature`, {})).status).toBe(409);
  });

  it('ends with its last day; the register says when its renewal is under appraisal', async () => {
    await advance('2030-05-01T08:00:00.000Z');
    await tell(space, { from: `application/${randomUUID()}`, to: `renewal/${label}`, act: 'applicationSubmitted', on: '2030-05-01', facts: { application: `application/${second}` } });
    await advance('2030-06-30T21:59:59.000Z');
    expect((await as(undefined, 'GET', '/api/register/PI-2027-0001')).body).toMatchObject({ status: 'valid', label: { renewalUnderAppraisal: true } });
    await advance('2030-06-30T22:00:01.000Z');
    expect((await as(undefined, 'GET', '/api/register/PI-2027-0001')).body).toMatchObject({ status: 'expired', label: { on: '2030-07-01', renewalUnderAppraisal: true } });
    expect((await as(undefined, 'GET', '/api/register/PI-2027-0002')).body).toMatchObject({ status: 'expired', label: { renewalUnderAppraisal: false } });
  });

  it('names its successor, also when the renewal is decided after its end', async () => {
    const before = (await as(holder, 'GET', `/api/labels/${label}`)).body;
    expect(before).toMatchObject({ status: 'expired', data: { renewalUnderAppraisal: true, successor: null }, links: { certificate: null, credential: null } });
    expect(before.links.verification).toMatch(/\/verify\/PI-2027-0001$/);
    await advance('2030-09-02T08:00:00.000Z');
    await tell(space, { from: `application/${second}`, to: `renewal/${label}`, act: 'applicationDecided', on: '2030-09-02', facts: { application: `application/${second}`, outcome: 'award', startsOn: '2030-09-15' } });
    const shown = async () => (await as(holder, 'GET', `/api/labels/${label}`)).body;
    await waitFor('the successor', async () => (await shown()).data.successor !== null, { seconds: 20 });
    await tell(space, { from: `award/${second}`, to: `award/${label}`, act: 'successorActivated', on: '2030-09-10', facts: { by: `award/${second}` } });
    expect(await shown()).toMatchObject({ status: 'expired', data: { renewalUnderAppraisal: false, successor: `award/${second}`, successorState: 'active' } });
  });
});
