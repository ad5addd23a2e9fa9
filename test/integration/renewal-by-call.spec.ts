import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { runningSpace, type RunningSpace } from '../stack/stack.js';
import { call, someone, type Answer } from '../stack/staff.js';
import { inDatabase, tell } from '../stack/tell.js';

type Person = Awaited<ReturnType<typeof someone>>;
const schemesDir = join(dirname(fileURLToPath(import.meta.url)), '..', 'factories', 'schemes');
let space: RunningSpace;
const people: Record<string, Person> = {};
/** Two labels of a scheme that renews by call, from 1 July 2027 to 30 June 2029. */
const renewing = randomUUID();
const leaving = randomUUID();
const poles: Record<string, string> = {};
let theCall: string;
let second: string;

const as = (name: string, method: string, path: string, body?: unknown): Promise<Answer> => call(space, people[name]?.token, method, path, body);
const advance = async (to: string): Promise<void> => expect(await as('operator', 'POST', '/api/clock/advances', { to })).toMatchObject({ status: 200 });
const tasks = async (name: string): Promise<string[]> => (await as(name, 'GET', '/api/me/tasks')).body.items
  .filter(({ kind }: { kind: string }) => kind !== 'monitoring' && kind !== 'survey').map(({ subject, acts }: { subject: string; acts: string[] }) => `${subject} ${acts.join(' ')}`.trim());
/** Templates of the renewals' notices to this person, oldest first. */
const told = (name: string): Promise<string[]> => inDatabase(space, async (db) => {
  const { rows } = await db.execute<{ template: string }>(sql`select template from notification where person_id = ${people[name]?.id} and template like 'renewal.%' order by created_at, template`);
  return rows.map((row) => row.template.slice('renewal.'.length));
});

async function label(holder: string, key: string, { name, siret }: { name: string; siret: string }): Promise<void> {
  const made = await as(holder, 'POST', '/api/poles', {
    name, themes: ['wood'], territory: 'La Réunion', legalRepresentative: true, carrier: { siret, name, legalForm: 'workshop' },
  });
  poles[holder] = made.body.id;
  expect((await as('secretariat', 'POST', `/api/poles/${made.body.id}/members/${people[holder]?.id}/confirmation`, { reason: 'Arrêté de nomination' })).status).toBeLessThan(300);
  const structure = await inDatabase(space, async (db) => (await db.execute<{ id: string }>(sql`select structure_id as id from pole_carrier where pole_id = ${made.body.id}`)).rows[0]?.id ?? '');
  await tell(space, {
    from: `application/${key}`, to: `award/${key}`, act: 'grant', on: '2027-06-20', scheme: 'short-label',
    facts: { application: `application/${key}`, call: `call/${key}`, pole: made.body.id, structure, startsOn: '2027-07-01', endsOn: '2029-06-30', decidedOn: '2027-06-20' },
  });
  expect(await as(holder, 'POST', `/api/labels/${key}/contract-signature`, {})).toMatchObject({ status: 201 });
  expect(await as('authority', 'POST', `/api/labels/${key}/contract-countersignature`, {})).toMatchObject({ status: 201 });
}

beforeAll(async () => {
  space = await runningSpace('renewal', { schemesDir, clock: { mode: 'stepped', start: '2027-06-20T09:00:00.000Z' } });
  for (const role of ['operator', 'secretariat', 'authority'] as const) people[role] = await someone(space, role, [role]);
  for (const name of ['amelie', 'claire']) people[name] = await someone(space, name);
  await label('amelie', renewing, { name: 'Atelier du bois', siret: '73282932000074' });
  await label('claire', leaving, { name: 'Atelier du métal', siret: '44306184100047' });
}, 120_000);
afterAll(() => space?.stop());

describe('a label that is renewed by call', () => {
  it('is not asked for a file that nobody can begin: holder, secretariat and authority hear that no call is open', async () => {
    await advance('2028-12-31T08:00:00.000Z');
    expect(await told('amelie')).toEqual(['no-open-call']);
    expect(await told('claire')).toEqual(['no-open-call']);
    // Both labels end on that day: one mail, which counts them.
    for (const name of ['secretariat', 'authority']) expect(await told(name)).toEqual(['no-open-call-alert']);
    const counted = await inDatabase(space, async (db) => (await db.execute(sql`select facts from notification where template = 'renewal.no-open-call-alert'`)).rows);
    expect(counted).toEqual([{ facts: { endsOn: '2029-06-30', count: 2 } }, { facts: { endsOn: '2029-06-30', count: 2 } }]);
    expect((await as('amelie', 'GET', `/api/renewals/${renewing}`)).body).toMatchObject({ status: 'window_open', mode: 'by-call', allowedActions: [], timeline: { ahead: [{}, {}, {}, { kind: 'lapse', on: '2029-06-30' }] } });
    expect(await tasks('amelie')).toEqual([`renewal/${renewing}`]);
  });

  it('has no application outside of a call', async () => {
    expect(await as('amelie', 'POST', `/api/renewals/${renewing}/applications`)).toMatchObject({ status: 409, body: { code: 'renewal-by-call' } });
    expect(await as('claire', 'POST', `/api/renewals/${renewing}/applications`)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await as('secretariat', 'POST', `/api/renewals/${renewing}/applications`)).toMatchObject({ status: 403 });
  });

  it('is renewed under a call that opens', async () => {
    await advance('2029-03-01T08:00:00.000Z');
    expect(await told('amelie')).toEqual(['no-open-call', 'no-open-call']);
    theCall = (await as('secretariat', 'POST', '/api/calls', { scheme: 'short-label', title: { fr: 'Appel 2029', en: 'Call 2029' }, opensOn: '2029-03-01', closesOn: '2029-05-31' })).body.id;
    expect(await as('claire', 'POST', `/api/calls/${theCall}/applications`, { pole: poles['claire'], renews: renewing })).toMatchObject({ status: 409, body: { code: 'label-not-renewable' } });
    // Both holders were told that there was nothing to file: now they hear that there is.
    const heard = await inDatabase(space, async (db) => (await db.execute<{ person: string }>(sql`select person_id as person from notification where template = 'call.renewals-open' and subject = ${`call/${theCall}`}`)).rows);
    expect(heard.map(({ person }) => person).sort()).toEqual([people['amelie']?.id, people['claire']?.id].sort());
    const draft = await as('amelie', 'POST', `/api/calls/${theCall}/applications`, { pole: poles['amelie'], renews: renewing });
    expect(draft).toMatchObject({ status: 201, body: { call: theCall } });
    second = draft.body.id;
    expect((await as('amelie', 'GET', `/api/applications/${second}`)).body).toMatchObject({ data: { kind: 'renewal' }, timeline: { ahead: [{ kind: 'call-closing', on: '2029-05-31' }] } });
    const saved = await as('amelie', 'PUT', `/api/applications/${second}/draft`, { version: 1, answers: { about: 'Un atelier.', theme: 'wood' } });
    expect(saved.body).toMatchObject({ completeness: { complete: true } });
    expect(await as('amelie', 'POST', `/api/applications/${second}/submissions`, { draftVersion: saved.body.version })).toMatchObject({ status: 201, body: { receivedOn: '2029-03-01' } });
    await advance('2029-03-01T08:00:01.000Z');
    expect((await as('amelie', 'GET', `/api/renewals/${renewing}`)).body).toMatchObject({ status: 'submitted', application: second });
    expect((await told('amelie')).at(-1)).toBe('submitted');
    expect(await tasks('amelie')).toEqual([]);
  });

  it('reminds the other holder while the call is open; on the day the label ends, and may be restored for a while', async () => {
    await advance('2029-05-01T08:00:00.000Z');
    expect(await told('claire')).toEqual(['no-open-call', 'no-open-call', 'reminder']);
    await advance('2029-06-30T19:59:59.999Z');
    expect((await as('claire', 'GET', `/api/renewals/${leaving}`)).body.status).toBe('window_open');
    // Midnight in La Réunion.
    await advance('2029-06-30T20:00:00.000Z');
    expect((await as('claire', 'GET', `/api/renewals/${leaving}`)).body).toMatchObject({ status: 'restorable', restorableUntil: '2029-09-30', timeline: { ahead: [{ mark: 'reminder', on: '2029-08-30' }, { kind: 'restoration-limit', on: '2029-09-30', otherwise: 'restoration-over' }] } });
    expect((await told('claire')).at(-1)).toBe('restorable');
    expect(await tasks('claire')).toEqual([`renewal/${leaving}`]);
    expect((await as('claire', 'GET', `/api/labels/${leaving}`)).body.status).toBe('expired');
    expect((await as('amelie', 'GET', `/api/renewals/${renewing}`)).body.status).toBe('submitted');
    expect((await as('amelie', 'GET', `/api/labels/${renewing}`)).body).toMatchObject({ status: 'expired', data: { renewalUnderAppraisal: true } });
  });

  it('waits for its decision beyond the label’s end', async () => {
    await tell(space, {
      from: `application/${second}`, to: `renewal/${renewing}`, act: 'applicationDecided', on: '2029-07-01', scheme: 'short-label',
      facts: { application: `application/${second}`, outcome: 'award', startsOn: '2029-07-01', endsOn: '2031-06-30' },
    });
    expect((await as('amelie', 'GET', `/api/renewals/${renewing}`)).body).toMatchObject({ status: 'renewed', successor: second });
  });

  it('is restored on a file of the next call within the scheme’s period; the register shows the interval', async () => {
    const next = (await as('secretariat', 'POST', '/api/calls', { scheme: 'short-label', title: { fr: 'Appel d’été', en: 'Summer call' }, opensOn: '2029-07-01', closesOn: '2029-12-31' })).body.id;
    const made = await as('claire', 'POST', `/api/calls/${next}/applications`, { pole: poles['claire'], renews: leaving });
    expect(made).toMatchObject({ status: 201, body: { carriedOver: [] } });
    const saved = await as('claire', 'PUT', `/api/applications/${made.body.id}/draft`, { version: 1, answers: { about: 'Un atelier.', theme: 'wood' } });
    await advance('2029-09-20T08:00:00.000Z');
    expect(await as('claire', 'POST', `/api/applications/${made.body.id}/submissions`, { draftVersion: saved.body.version })).toMatchObject({ status: 201 });
    await advance('2029-09-20T08:00:01.000Z');
    expect((await as('claire', 'GET', `/api/renewals/${leaving}`)).body).toMatchObject({ status: 'submitted', application: made.body.id });
    const { number } = (await as('claire', 'GET', `/api/labels/${leaving}`)).body;
    expect((await as('claire', 'GET', `/api/register/${number}`)).body).toMatchObject({ status: 'expired', label: { renewalUnderAppraisal: true, endsOn: '2029-06-30' } });
    // A file withdrawn after the period leaves nothing to restore.
    await advance('2029-10-10T08:00:00.000Z');
    expect(await as('claire', 'POST', `/api/applications/${made.body.id}/withdrawal`, { reason: 'Le projet est abandonné.' })).toMatchObject({ status: 201 });
    await advance('2029-10-10T08:00:01.000Z');
    expect((await as('claire', 'GET', `/api/renewals/${leaving}`)).body.status).toBe('lapsed');
    expect(await as('claire', 'POST', `/api/calls/${next}/applications`, { pole: poles['claire'], renews: leaving })).toMatchObject({ status: 409, body: { code: 'label-not-renewable' } });
  });
});
