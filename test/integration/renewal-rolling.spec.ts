import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { completeAnswers, pdf, wantedFiles } from '../factories/application-answers.js';
import { runningSpace, type RunningSpace } from '../stack/stack.js';
import { call, someone, type Answer } from '../stack/staff.js';
import { inDatabase, tell } from '../stack/tell.js';

type Person = Awaited<ReturnType<typeof someone>>;
let space: RunningSpace;
const people: Record<string, Person> = {};
/** A label from 1 July 2027 to 30 June 2030, of a call that is long closed. */
const key = randomUUID();
let theCall: string;
let pole: string;
let rejected: string;
let late: string;

const as = (name: string, method: string, path: string, body?: unknown): Promise<Answer> => call(space, people[name]?.token, method, path, body);
const advance = async (to: string): Promise<void> => expect(await as('operator', 'POST', '/api/clock/advances', { to })).toMatchObject({ status: 200 });
const begin = (name = 'amelie'): Promise<Answer> => as(name, 'POST', `/api/renewals/${key}/applications`);
const renewal = async (): Promise<Answer['body']> => (await as('amelie', 'GET', `/api/renewals/${key}`)).body;

async function complete(id: string): Promise<number> {
  const { body: draft } = await as('amelie', 'GET', `/api/applications/${id}/draft`);
  await as('amelie', 'PUT', `/api/applications/${id}/draft`, { version: draft.version, answers: completeAnswers, confirmed: draft.carriedOver.map((one: { question: string }) => one.question) });
  for (const question of wantedFiles) {
    const body = new FormData();
    body.append('file', new Blob([pdf(question)]), `${question}.pdf`);
    await fetch(`${space.apiUrl}/api/applications/${id}/attachments?question=${question}`, { method: 'POST', body, headers: { authorization: `Bearer ${people['amelie']?.token}` } });
  }
  return (await as('amelie', 'GET', `/api/applications/${id}/draft`)).body.version;
}

beforeAll(async () => {
  space = await runningSpace('rolling', { clock: { mode: 'stepped', start: '2027-06-20T09:00:00.000Z' } });
  for (const role of ['operator', 'secretariat', 'authority'] as const) people[role] = await someone(space, role, [role]);
  for (const name of ['amelie', 'stranger']) people[name] = await someone(space, name);
  theCall = (await as('secretariat', 'POST', '/api/calls', { scheme: 'pole-innovation', title: { fr: 'Appel', en: 'Call' }, opensOn: '2027-06-01', closesOn: '2027-06-25' })).body.id;
  pole = (await as('amelie', 'POST', '/api/poles', {
    name: 'Pôle Bois', themes: ['housing'], territory: 'Jura', legalRepresentative: true, carrier: { siret: '73282932000074', name: 'CFA du Bois', legalForm: 'training-centre' },
  })).body.id;
  expect((await as('secretariat', 'POST', `/api/poles/${pole}/members/${people['amelie']?.id}/confirmation`, { reason: 'Arrêté de nomination' })).status).toBeLessThan(300);
  const structure = await inDatabase(space, async (db) => (await db.execute<{ id: string }>(sql`select structure_id as id from pole_carrier where pole_id = ${pole}`)).rows[0]?.id ?? '');
  await tell(space, {
    from: `application/${key}`, to: `award/${key}`, act: 'grant', on: '2027-06-20',
    facts: { application: `application/${key}`, call: `call/${theCall}`, pole, structure, startsOn: '2027-07-01', endsOn: '2030-06-30', decidedOn: '2027-06-20' },
  });
  await as('amelie', 'POST', `/api/labels/${key}/contract-signature`, {});
  await as('authority', 'POST', `/api/labels/${key}/contract-countersignature`, {});
}, 120_000);
afterAll(() => space?.stop());

describe('a label that is renewed without a call', () => {
  it('is renewed from the day its window opens, by its pole', async () => {
    await advance('2029-09-29T21:59:59.000Z');
    expect(await begin()).toMatchObject({ status: 409, body: { code: 'not-now' } });
    await advance('2029-09-29T22:00:00.000Z');
    expect(await renewal()).toMatchObject({ status: 'window_open', mode: 'rolling', draft: null, allowedActions: ['createApplication'] });
    expect((await begin('stranger')).status).toBe(403);
    const made = await begin();
    expect(made).toMatchObject({ status: 201, body: { call: theCall, pole } });
    rejected = made.body.id;
    expect(await begin()).toMatchObject({ status: 409, body: { code: 'duplicate-application', application: rejected } });
    expect(await renewal()).toMatchObject({ draft: rejected, allowedActions: [] });
    expect(await as('amelie', 'POST', `/api/applications/${rejected}/submissions`, { draftVersion: await complete(rejected) })).toMatchObject({ status: 201 });
    await advance('2029-10-01T08:00:00.000Z');
    expect(await renewal()).toMatchObject({ status: 'submitted', application: rejected });
    // The label's call is its file's: so is its case officer.
    const asked = (await as('secretariat', 'GET', '/api/me/tasks')).body.items.map((task: { subject: string }) => task.subject);
    expect(asked).toContain(`application/${rejected}`);
  });

  it('leaves the days that remain for another file when one is inadmissible', async () => {
    expect(await as('secretariat', 'POST', `/api/applications/${rejected}/inadmissibility`, { reasonsInLaw: 'Règlement, article 2.', reasonsInFact: 'La structure n’est pas un centre de formation.' })).toMatchObject({ status: 201 });
    await advance('2029-10-01T08:00:01.000Z');
    expect(await renewal()).toMatchObject({ status: 'window_open', allowedActions: ['createApplication'] });
    const made = await begin();
    expect(made).toMatchObject({ status: 201, body: { answers: { sector: 'Bois et ameublement' } } });
    late = made.body.id;
    // What was carried over, files too, is marked, and nothing of it goes out before somebody has read it again.
    const files = made.body.attachments.map((one: { question: string }) => one.question).sort();
    expect(files).toEqual([...wantedFiles].sort());
    const carried = Object.keys(completeAnswers).concat(wantedFiles).sort();
    expect(made.body.carriedOver.map((one: { question: string }) => one.question).sort()).toEqual(carried);
    expect(made.body.carriedOver).toContainEqual({ question: 'sector', from: 'application', confirmed: false });
    const { body: changed } = await as('amelie', 'PUT', `/api/applications/${late}/draft`, { version: made.body.version, answers: { ...completeAnswers, sector: 'Menuiserie' }, confirmed: ['presentation'] });
    const refused = await as('amelie', 'POST', `/api/applications/${late}/submissions`, { draftVersion: changed.version });
    expect(refused).toMatchObject({ status: 422, body: { code: 'answers-to-confirm', errors: expect.arrayContaining([expect.objectContaining({ pointer: '/answers/design', code: 'to-confirm' })]) } });
    expect(refused.body.questions.sort()).toEqual(carried.filter((code) => code !== 'sector' && code !== 'presentation'));
    expect(late).not.toBe(rejected);
  });

  it('asks for the submission until the label’s last day, and keeps what comes after it as evidence', async () => {
    const draftVersion = await complete(late);
    await advance('2030-06-30T21:59:59.999Z');
    expect((await as('amelie', 'GET', '/api/me/tasks')).body.items).toContainEqual(expect.objectContaining({ subject: `application/${late}`, acts: ['submit'], dueOn: '2030-06-30', deadline: 'lapse' }));
    await advance('2030-06-30T22:00:00.000Z');
    const answer = await as('amelie', 'POST', `/api/applications/${late}/submissions`, { draftVersion });
    expect(answer).toMatchObject({ status: 409, body: { code: 'renewal-closed', closesOn: '2030-06-30', receivedAt: '2030-06-30T22:00:00.000Z' } });
    expect(answer.body.detail).toMatch(/30\sjuin\s2030/);
    expect(await renewal()).toMatchObject({ status: 'lapsed', allowedActions: [] });
    expect(await begin()).toMatchObject({ status: 409, body: { code: 'not-now' } });
    expect((await as('amelie', 'GET', `/api/applications/${late}`)).body.allowedActions).toEqual(['saveDraft']);
    const mailed = await inDatabase(space, async (db) => (await db.execute(sql`select 1 from notification where template = 'application.late-attempt' and person_id = ${people['amelie']?.id}`)).rows);
    expect(mailed).toHaveLength(1);
  });

  it('takes a renewal that was posted in time, long after the watch over the label had ended', async () => {
    await advance('2030-09-02T08:00:00.000Z');
    expect((await as('secretariat', 'GET', `/api/renewals/${key}`)).body.timeline.ahead).toEqual([]);
    const body = new FormData();
    body.append('file', new Blob([pdf('letter')]), 'courrier.pdf');
    const scan = await fetch(`${space.apiUrl}/api/applications/${late}/scans`, { method: 'POST', body, headers: { authorization: `Bearer ${people['secretariat']?.token}` } });
    const { id } = (await scan.json()) as { id: string };
    const draftVersion = (await as('amelie', 'GET', `/api/applications/${late}/draft`)).body.version;
    const enter = (on: string) => as('secretariat', 'POST', `/api/applications/${late}/submissions`, { draftVersion, entered: { for: people['amelie']?.id, channel: 'post', on, scan: id } });
    expect(await enter('2030-07-01')).toMatchObject({ status: 409, body: { code: 'renewal-closed' } });
    expect(await enter('2030-06-30')).toMatchObject({ status: 201, body: { receivedOn: '2030-06-30' } });
    await advance('2030-09-02T08:00:01.000Z');
    expect(await renewal()).toMatchObject({ status: 'submitted', application: late });
  });

  it('leaves its last file to start from in any later call', async () => {
    const next = (await as('secretariat', 'POST', '/api/calls', { scheme: 'pole-innovation', title: { fr: 'Appel 2030', en: 'Call 2030' }, opensOn: '2030-09-01', closesOn: '2030-12-31' })).body.id;
    const made = await as('amelie', 'POST', `/api/calls/${next}/applications`, { pole, fromLast: true });
    expect(made).toMatchObject({ status: 201, body: { answers: { sector: 'Bois et ameublement' }, completeness: { complete: true } } });
    expect(made.body.carriedOver).toHaveLength(Object.keys(completeAnswers).length + wantedFiles.length);
    // The files are its own: taking one away here leaves it where it came from.
    const [file] = made.body.attachments;
    expect(await as('amelie', 'DELETE', `/api/applications/${made.body.id}/attachments/${file.id}`)).toMatchObject({ status: 204 });
    const { body: there } = await as('amelie', 'GET', `/api/applications/${late}/attachments`);
    const bytes = await fetch(`${space.apiUrl}/api/applications/${late}/attachments/${there[0].id}`, { headers: { authorization: `Bearer ${people['amelie']?.token}` } });
    expect([bytes.status, (await bytes.text()).startsWith('%PDF')]).toEqual([200, true]);
    const now = (await as('amelie', 'GET', `/api/applications/${made.body.id}/draft`)).body;
    expect(now.carriedOver.find((one: { question: string }) => one.question === file.question)).toMatchObject({ confirmed: true });
  });
});
