import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eq, sql } from 'drizzle-orm';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { poleCarrier } from '../../libs/persistence/src/people/people.tables.js';
import { completeAnswers, pdf, wantedFiles } from '../factories/application-answers.js';
import { done, newPole, openCall, submitted } from '../stack/files.js';
import { siretOf } from '../../apps/cli/src/rehearse/identifiers.js';
import { runningSpace, type RunningSpace } from '../stack/stack.js';
import { call, someone, type Answer } from '../stack/staff.js';
import { inDatabase, tell } from '../stack/tell.js';

type Person = Awaited<ReturnType<typeof someone>>;
type Past = { type: string; on: string; at: string; by: string; acted?: { by: unknown; for: unknown; channel: string; on: string; enteredAt: string; scan: string | null } };

let space: RunningSpace;
let people: Record<'operator' | 'secretariat' | 'authority' | 'holder' | 'stranger' | 'diane' | 'etienne', Person>;
let pole: string;
let theCall: string;

beforeAll(async () => {
  space = await runningSpace('channels', { clock: { mode: 'stepped', start: '2027-03-01T09:00:00.000Z' } });
  people = {
    operator: await someone(space, 'operator', ['operator']), secretariat: await someone(space, 'secretariat', ['secretariat']), authority: await someone(space, 'authority', ['authority']),
    holder: await someone(space, 'holder'), stranger: await someone(space, 'stranger'), diane: await someone(space, 'diane', ['expert']), etienne: await someone(space, 'etienne', ['expert']),
  };
  pole = await newPole(space, people, 'Pôle Bois', siretOf(1));
  theCall = await openCall(space, people.secretariat, '2027-03-01', '2027-12-31');
}, 120_000);
afterAll(() => space?.stop());

const as = (person: Person, method: string, path: string, body?: unknown): Promise<Answer> => call(space, person.token, method, path, body);
const advance = async (to: string): Promise<void> => { await done(space, people.operator, 'POST', '/api/clock/advances', { to }); };
const shown = async (id: string, reader: Person = people.secretariat) => (await as(reader, 'GET', `/api/applications/${id}`)).body;
const told = (subject: string): Promise<string[]> => inDatabase(space, async (db) => {
  const { rows } = await db.execute<{ template: string }>(sql`select distinct template from notification where subject = ${subject}`);
  return rows.map((row) => row.template);
});

/** Sends what came on paper; its id. */
async function scan(id: string, purpose = 'scan'): Promise<string> {
  const body = new FormData();
  body.append('file', new Blob([pdf(purpose)]), 'courrier.pdf');
  const sent = await fetch(`${space.apiUrl}/api/applications/${id}/scans?purpose=${purpose}`, { method: 'POST', body, headers: { authorization: `Bearer ${people.secretariat.token}` } });
  expect(sent.status).toBe(201);
  return ((await sent.json()) as { id: string }).id;
}

const posted = (on: string, scanned: string, person = people.holder) => ({ for: person.id, channel: 'post', on, scan: scanned });

describe('a missing piece that comes at the limit by post', () => {
  let id: string;
  let paper: string;

  it('was posted in time and is entered after the limit: it undoes what the clock did', async () => {
    id = await submitted(space, people.holder, theCall, pole);
    await done(space, people.secretariat, 'POST', `/api/applications/${id}/pieces-requests`, { pieces: [{ label: 'Statuts' }], limitOn: '2027-03-31' });
    await advance('2027-04-06T09:00:00.000Z');
    expect(await shown(id)).toMatchObject({ status: 'inadmissible', inadmissibility: { cause: 'pieces-missing' } });
    expect((await shown(id, people.holder)).allowedActions).not.toContain('supplyPieces');
    expect((await shown(id)).enterableActions).toContain('supplyPieces');

    [paper] = [await scan(id)];
    const piece = await scan(id, 'piece');
    const supplied = await as(people.secretariat, 'POST', `/api/applications/${id}/pieces`, { attachments: [piece], entered: posted('2027-03-31', paper) });
    expect(supplied).toMatchObject({ status: 201, body: { receivedOn: '2027-03-31', receivedAt: '2027-04-06T09:00:00.000Z', outcome: { status: 'submitted', entries: ['pieces-supplied', 'reopened-in-time'] } } });
    expect(await shown(id)).toMatchObject({ status: 'submitted', suppliedPieces: [{ on: '2027-03-31', attachments: [{ id: piece }] }] });
    // Received on 1 March, due on 1 May; it stood still from 1 to 31 March, and from then until the entering on 6 April.
    const ahead: { kind: string; mark: string; on: string }[] = (await shown(id)).timeline.ahead;
    expect(ahead.find((d) => d.kind === 'implied-decision' && d.mark === '')?.on).toBe('2027-06-06');
    expect(await told(`application/${id}`)).toEqual(expect.arrayContaining(['application.inadmissible', 'application.reopened-in-time', 'application.review-due']));
  }, 120_000);

  it('shows the staff who acted, for whom, entered by whom, how and when; the applicant in plain form', async () => {
    const acted = (body: { timeline: { past: Past[] } }) => body.timeline.past.find((e) => e.type === 'pieces-supplied')?.acted;
    expect(acted(await shown(id))).toEqual({
      by: { id: people.secretariat.id, name: 'secretariat' }, for: { id: people.holder.id, name: 'holder' }, channel: 'post', on: '2027-03-31', enteredAt: '2027-04-06T09:00:00.000Z', scan: paper,
    });
    expect(acted(await shown(id, people.holder))).toEqual({ by: null, for: { id: people.holder.id, name: 'holder' }, channel: 'post', on: '2027-03-31', enteredAt: '2027-04-06T09:00:00.000Z', scan: null });
    const own = (await shown(id)).timeline.past[0] as Past;
    expect(own.acted).toMatchObject({ by: { name: 'holder' }, for: null, channel: 'online' });
    expect(((await shown(id, people.holder)).timeline.past[0] as Past).acted).toBeUndefined();
    // The scan is the staff's.
    expect((await as(people.secretariat, 'GET', `/api/applications/${id}/attachments/${paper}`)).status).toBe(200);
    expect((await as(people.holder, 'GET', `/api/applications/${id}/attachments/${paper}`)).status).toBe(404);
    expect((await as(people.holder, 'GET', `/api/applications/${id}/attachments`)).body.map((a: { purpose: string }) => a.purpose)).not.toContain('scan');
  });

  it('is refused when it was posted too late; the limit may be given once more, with a reason', async () => {
    await done(space, people.secretariat, 'POST', `/api/applications/${id}/pieces-requests`, { pieces: [{ label: 'Comptes' }], limitOn: '2027-04-20' });
    await advance('2027-04-21T09:00:00.000Z');
    const late = await as(people.secretariat, 'POST', `/api/applications/${id}/pieces`, { comment: 'Par courrier.', entered: posted('2027-04-21', paper) });
    expect(late).toMatchObject({ status: 409, body: { code: 'pieces-late', limitOn: '2027-04-20' } });
    const path = `/api/applications/${id}/deadlines/pieces-due/reopenings`;
    const reopening = { to: '2027-04-30', reason: 'Grève des postes en avril.' };
    expect((await as(people.holder, 'POST', path, reopening)).status).toBe(403);
    expect((await as(people.secretariat, 'POST', path, { to: '2027-04-30' })).status).toBe(422);
    expect((await as(people.secretariat, 'POST', path, reopening)).body.outcome.status).toBe('incomplete');
    expect(await told(`application/${id}`)).toContain('application.deadline-reopened');
    expect((await as(people.secretariat, 'POST', path, reopening)).body.code).toBe('not-now');
    expect((await as(people.holder, 'POST', `/api/applications/${id}/pieces`, { comment: 'Voici.' })).body.outcome.status).toBe('submitted');
  });

  it('is entered by the secretariat alone, for who could have acted, by a channel of the scheme, with its scan', async () => {
    await done(space, people.secretariat, 'POST', `/api/applications/${id}/pieces-requests`, { pieces: [{ label: 'Bilan' }], limitOn: '2027-05-20' });
    const enter = (person: Person, entered: object) => as(person, 'POST', `/api/applications/${id}/pieces`, { comment: 'Par courrier.', entered });
    expect(await enter(people.holder, posted('2027-04-20', paper))).toMatchObject({ status: 403 });
    expect(await enter(people.secretariat, posted('2027-04-20', paper, people.stranger))).toMatchObject({ status: 409, body: { code: 'not-their-act' } });
    expect(await enter(people.secretariat, { ...posted('2027-04-20', paper), channel: 'e-mail' })).toMatchObject({ status: 409, body: { code: 'channel-not-accepted' } });
    expect(await enter(people.secretariat, posted('2027-04-22', paper))).toMatchObject({ status: 409, body: { code: 'date-in-the-future' } });
    expect(await enter(people.secretariat, { for: people.holder.id, channel: 'post', on: '2027-04-20' })).toMatchObject({ status: 422, body: { code: 'scan-missing' } });
    expect(await enter(people.secretariat, posted('2027-04-20', randomUUID()))).toMatchObject({ status: 422, body: { code: 'attachment-unknown' } });
    // Nobody answers what was not asked yet.
    expect(await enter(people.secretariat, posted('2027-04-20', paper))).toMatchObject({ status: 409, body: { code: 'dated-too-early', earliest: '2027-04-21' } });
    expect((await as(people.secretariat, 'POST', `/api/applications/${id}/pieces`, { comment: 'Sans personne.' })).status).toBe(403);
    expect((await shown(id)).status).toBe('incomplete');
    // The same request again, a day later, has the same answer.
    const key = { 'idempotency-key': 'paper-1' };
    const again = () => call(space, people.secretariat.token, 'POST', `/api/applications/${id}/withdrawal`, { reason: 'Courrier du centre.', entered: posted('2027-04-21', paper) }, key);
    const first = await again();
    expect(first.body.outcome.status).toBe('withdrawn');
    await advance('2027-04-22T09:00:00.000Z');
    expect((await again()).body).toEqual(first.body);
  });
});

describe('an application that came by post', () => {
  it('is typed in by the secretariat and submitted by its postmark, though the call is closed', async () => {
    const short = await openCall(space, people.secretariat, '2027-04-22', '2027-04-30');
    await advance('2027-05-05T09:00:00.000Z');
    const byPost = { for: people.holder.id, channel: 'post', on: '2027-04-30' };
    expect((await as(people.secretariat, 'POST', `/api/calls/${short}/applications`, { pole, entered: { ...byPost, on: '2027-05-01' } })).body.code).toBe('call-not-open');
    expect((await as(people.secretariat, 'POST', `/api/calls/${short}/applications`, { pole })).status).toBe(404);
    const { id, version } = await done(space, people.secretariat, 'POST', `/api/calls/${short}/applications`, { pole, entered: byPost });
    await done(space, people.secretariat, 'PUT', `/api/applications/${id}/draft`, { version, answers: completeAnswers });
    for (const question of wantedFiles) {
      const body = new FormData();
      body.append('file', new Blob([pdf(question)]), 'pièce.pdf');
      expect((await fetch(`${space.apiUrl}/api/applications/${id}/attachments?question=${question}`, { method: 'POST', body, headers: { authorization: `Bearer ${people.secretariat.token}` } })).status).toBe(201);
    }
    const draft = await done(space, people.secretariat, 'GET', `/api/applications/${id}/draft`);
    // The pole reads what was typed for it.
    expect((await as(people.holder, 'GET', `/api/applications/${id}/draft`)).body.version).toBe(draft.version);
    const paper = await scan(id);
    const submit = (on: string) => as(people.secretariat, 'POST', `/api/applications/${id}/submissions`, { draftVersion: draft.version, entered: posted(on, paper) });
    expect(await submit('2027-05-01')).toMatchObject({ status: 409, body: { code: 'call-closed' } });
    expect(await submit('2027-04-30')).toMatchObject({ status: 201, body: { receivedOn: '2027-04-30', receivedAt: '2027-05-05T09:00:00.000Z' } });
    expect(await shown(id)).toMatchObject({ status: 'submitted', data: { receivedOn: '2027-04-30' } });
    expect(await told(`application/${id}`)).toEqual(expect.arrayContaining(['application.acknowledgement']));
  }, 120_000);
});

describe('an expert who answers on paper', () => {
  it('is back when the answer was in time and the place is free; scores need a signed paper', async () => {
    const other = await newPole(space, people, 'Pôle Pierre', siretOf(2));
    const id = await submitted(space, people.holder, theCall, other);
    await done(space, people.secretariat, 'POST', `/api/applications/${id}/admission`, {});
    await done(space, people.secretariat, 'POST', `/api/applications/${id}/panel`, { experts: [people.diane.id, people.etienne.id] });
    await waitFor('the invitations', async () => (await as(people.secretariat, 'GET', `/api/appraisals?application=${id}`)).body.items.length === 2, { seconds: 20 });
    const appraisal = `${id}-1`;
    const dueOn = await dueOf(appraisal, 'answer-due');
    await advance(`${dueOn}T22:30:00.000Z`);
    expect((await as(people.secretariat, 'GET', `/api/appraisals/${appraisal}`)).body.status).toBe('no_show');
    expect(await as(people.diane, 'POST', `/api/appraisals/${appraisal}/declaration`, { conflict: false })).toMatchObject({ status: 409, body: { code: 'appraisal-closed' } });

    const entered = { for: people.diane.id, channel: 'e-mail', on: dueOn };
    const enter = (act: string, body: object) => as(people.secretariat, 'POST', `/api/appraisals/${appraisal}/${act}`, body);
    expect(await enter('declaration', { conflict: false, entered: { ...entered, for: people.etienne.id } })).toMatchObject({ status: 409, body: { code: 'not-their-act' } });
    expect((await enter('declaration', { conflict: false, entered })).body.outcome).toMatchObject({ status: 'declared', pending: [`application/${id}`] });
    await waitFor('the panel', async () => (await shown(id)).timeline.past.some((e: Past) => e.type === 'appraisal-resumed'), { seconds: 20 });
    expect(await told(`appraisal/${id}/1`)).toEqual(expect.arrayContaining(['appraisal.no-show', 'appraisal.reopened', 'appraisal.reopened-officer']));
    expect((await shown(id, people.holder)).timeline.past.map((e: Past) => e.type)).not.toContain('appraisal-resumed');

    const signed = { ...entered, scan: await scan(id) };
    expect((await enter('acceptance', { entered })).body.code).toBe('undertaking-missing');
    expect((await enter('undertaking', { entered })).body.code).toBe('scan-missing');
    expect((await enter('undertaking', { entered: signed })).body).toMatchObject({ person: people.diane.id, on: dueOn });
    expect((await enter('acceptance', { entered })).body.outcome).toMatchObject({ status: 'accepted' });
    const marks = Object.fromEntries(['engaged', 'partnerships', 'solutions', 'communication', 'accompaniment', 'design', 'programme'].map((code) => [code, 3]));
    expect(await enter('scores', { marks, entered })).toMatchObject({ status: 422, body: { code: 'scan-missing' } });
    expect((await enter('scores', { marks, entered: signed })).body.outcome).toMatchObject({ status: 'submitted' });

    // The other expert is replaced, and then answers by letter: the place is taken.
    expect((await as(people.secretariat, 'GET', `/api/appraisals/${id}-2`)).body.status).toBe('no_show');
    const fatima = await someone(space, 'fatima', ['expert']);
    await done(space, people.secretariat, 'POST', `/api/applications/${id}/panel`, { experts: [fatima.id] });
    const letter = { for: people.etienne.id, channel: 'e-mail', on: dueOn };
    expect(await as(people.secretariat, 'POST', `/api/appraisals/${id}-2/declaration`, { conflict: false, entered: letter })).toMatchObject({ status: 409, body: { code: 'panel-moved-on' } });
  }, 120_000);

  const dueOf = async (appraisal: string, kind: string): Promise<string> =>
    (await as(people.secretariat, 'GET', `/api/appraisals/${appraisal}`)).body.timeline.ahead.find((d: { kind: string; mark: string }) => d.kind === kind && d.mark === '').on;
});

describe('a contract that was signed in time on paper', () => {
  it('is entered after the award had lapsed, which is undone', async () => {
    const key = await submitted(space, people.holder, theCall, pole);
    const structure = await inDatabase(space, async (db) => (await db.select({ id: poleCarrier.structureId }).from(poleCarrier).where(eq(poleCarrier.poleId, pole)))[0]?.id ?? '');
    const today: string = (await as(people.operator, 'GET', '/api/clock')).body.now.slice(0, 10);
    await tell(space, {
      from: `application/${key}`, to: `award/${key}`, act: 'grant', on: today,
      facts: { application: `application/${key}`, call: `call/${theCall}`, pole, structure, startsOn: '2027-09-01', endsOn: '2030-08-31', decidedOn: today },
    });
    const label = `/api/labels/${key}`;
    const limit: string = (await as(people.secretariat, 'GET', label)).body.timeline.ahead.find((d: { kind: string; mark: string }) => d.kind === 'contract-due' && d.mark === '').on;
    expect((await as(people.authority, 'POST', `${label}/contract-countersignature`, {})).status).toBe(201);
    await advance(`${limit}T23:00:00.000Z`);
    expect((await as(people.secretariat, 'GET', label)).body.status).toBe('lapsed');
    const paper = await scan(key);
    expect(await as(people.secretariat, 'POST', `${label}/contract-signature`, { entered: posted(limit, paper, people.stranger) })).toMatchObject({ status: 409, body: { code: 'not-their-act' } });
    expect((await as(people.secretariat, 'POST', `${label}/contract-signature`, { entered: posted(limit, paper) })).body.outcome).toMatchObject({ status: 'active', entries: ['contract-signed', 'activated'] });
    expect((await as(people.secretariat, 'GET', label)).body).toMatchObject({ status: 'active', data: { signedOn: limit } });
  }, 120_000);
});
