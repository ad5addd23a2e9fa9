import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { completeAnswers, pdf, wantedFiles } from '../factories/application-answers.js';
import { done, newPole, openCall } from '../stack/files.js';
import { siretOf } from '../../apps/cli/src/rehearse/identifiers.js';
import { runningSpace, type RunningSpace } from '../stack/stack.js';
import { call, someone, type Answer } from '../stack/staff.js';
import { inDatabase } from '../stack/tell.js';

type Person = Awaited<ReturnType<typeof someone>>;
interface Centre { readonly holder: Person; readonly pole: string }

let space: RunningSpace;
let people: Record<'operator' | 'secretariat' | 'authority' | 'committee', Person>;
let made = 0;
const hundreds = 200;

beforeAll(async () => {
  space = await runningSpace('closing', { clock: { mode: 'stepped', start: '2027-03-01T09:00:00.000Z' } });
  people = {
    operator: await someone(space, 'operator', ['operator']), secretariat: await someone(space, 'secretariat', ['secretariat']),
    authority: await someone(space, 'authority', ['authority']), committee: await someone(space, 'committee', ['committee']),
  };
}, 120_000);
afterAll(() => space?.stop());

const as = (person: Person, method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> => call(space, person.token, method, path, body, headers);
const advance = async (to: string): Promise<void> => { await done(space, people.operator, 'POST', '/api/clock/advances', { to }); };

async function centre(): Promise<Centre> {
  const no = (made += 1);
  const holder = await someone(space, `holder-${no}`);
  return { holder, pole: await newPole(space, { holder, secretariat: people.secretariat }, `Pôle ${no}`, siretOf(no)) };
}

/** A draft that needs nothing but its submission. */
async function completeDraft({ holder, pole }: Centre, callId: string): Promise<{ id: string; version: number }> {
  const { id, version } = await done(space, holder, 'POST', `/api/calls/${callId}/applications`, { pole });
  await done(space, holder, 'PUT', `/api/applications/${id}/draft`, { version, answers: completeAnswers });
  for (const question of wantedFiles) {
    const body = new FormData();
    body.append('file', new Blob([pdf(question)]), 'pièce.pdf');
    await fetch(`${space.apiUrl}/api/applications/${id}/attachments?question=${question}`, { method: 'POST', body, headers: { authorization: `Bearer ${holder.token}` } });
  }
  return { id, version: (await done(space, holder, 'GET', `/api/applications/${id}/draft`)).version };
}

/** Who was told what of a call, by the template's name and the person. */
const told = (subject: string, template: string): Promise<{ person: string; on: string }[]> => inDatabase(space, async (db) => {
  const { rows } = await db.execute<{ person: string; on: string }>(sql`
    select person_id::text as person, coalesce(facts->>'closesOn', facts->>'to') as on from notification where subject = ${subject} and template = ${template} order by created_at, person_id`);
  return rows;
});

describe('the closing of a call', () => {
  it('refuses a submission that is late by one second, and takes the one of the last second', async () => {
    const theCall = await openCall(space, people.secretariat, '2027-03-01', '2027-03-10');
    const [early, late] = [await centre(), await centre()];
    const [first, second] = [await completeDraft(early, theCall), await completeDraft(late, theCall)];
    await advance('2027-03-10T22:59:59.000Z');
    expect(await as(early.holder, 'POST', `/api/applications/${first.id}/submissions`, { draftVersion: first.version })).toMatchObject({ status: 201, body: { receivedOn: '2027-03-10' } });
    await advance('2027-03-10T23:00:00.000Z');
    expect(await as(late.holder, 'POST', `/api/applications/${second.id}/submissions`, { draftVersion: second.version })).toMatchObject({ status: 409, body: { code: 'call-closed', closesOn: '2027-03-10' } });
    expect((await as(late.holder, 'GET', `/api/applications/${second.id}`)).body.status).toBe('draft');
  }, 120_000);

  it('answers two submissions that race: one is taken, the other is told so', async () => {
    const theCall = await openCall(space, people.secretariat, '2027-03-10', '2027-04-30');
    const one = await centre();
    const { id, version } = await completeDraft(one, theCall);
    const submit = (key: string) => as(one.holder, 'POST', `/api/applications/${id}/submissions`, { draftVersion: version }, { 'idempotency-key': key });
    const answers = await Promise.all([submit('a'), submit('b'), submit('a')]);
    expect(answers.map((a) => a.status).filter((status) => status === 201).length).toBeGreaterThanOrEqual(1);
    // The same request twice has the same answer; the other one is refused.
    expect(answers[0]?.body).toEqual(answers[2]?.body);
    expect(answers.filter((a) => a.status === 409)).toHaveLength(answers[0]?.status === 201 ? 1 : 2);
    const { body: dossier } = await as(people.secretariat, 'GET', `/api/applications/${id}`);
    expect(dossier.timeline.past.map((e: { type: string }) => e.type)).toEqual(['submitted']);
  }, 120_000);

  it('is moved while hundreds of drafts are open: everybody is told, and reminded before the new date', async () => {
    const theCall = await openCall(space, people.secretariat, '2027-03-10', '2027-03-31');
    const centres: Centre[] = [];
    while (centres.length < hundreds) centres.push(...(await Promise.all(Array.from({ length: 10 }, centre))));
    const drafts: string[] = [];
    for (const { holder, pole } of centres) drafts.push((await done(space, holder, 'POST', `/api/calls/${theCall}/applications`, { pole })).id as string);
    expect((await as(people.secretariat, 'POST', `/api/calls/${theCall}/deadlines/closing/moves`, { to: '2027-04-15', reason: 'Une panne nationale de réseau.' })).status).toBe(201);
    const everybody = centres.map(({ holder }) => holder.id).sort();
    expect((await told(`call/${theCall}`, 'call.deadline-moved')).map(({ person }) => person).sort()).toEqual(everybody);
    for (const [i, { holder }] of centres.entries()) {
      expect((await as(holder, 'GET', `/api/applications/${drafts[i]}/draft`)).body.closesOn).toBe('2027-04-15');
    }
    await advance('2027-04-15T21:59:59.000Z');
    const reminded = await told(`call/${theCall}`, 'call.draft-reminder');
    expect(reminded.every(({ on }) => on === '2027-04-15')).toBe(true);
    const times = reminded.length / hundreds;
    expect(times).toBeGreaterThanOrEqual(1);
    expect(reminded.map(({ person }) => person).sort()).toEqual(everybody.flatMap((person) => Array.from({ length: times }, () => person)));
    expect((await as(people.secretariat, 'GET', `/api/calls/${theCall}`)).body.status).toBe('open');
    await advance('2027-04-15T22:00:01.000Z');
    expect((await as(people.secretariat, 'GET', `/api/calls/${theCall}`)).body.status).toBe('closed');
  }, 120_000);

  it('is extended for one pole by the authority: its draft says so, its people are reminded, the committee reads why', async () => {
    const theCall = await openCall(space, people.secretariat, '2027-04-15', '2027-04-30');
    const [extended, other] = [await centre(), await centre()];
    const [mine, theirs] = [await completeDraft(extended, theCall), await completeDraft(other, theCall)];
    await advance('2027-05-02T09:00:00.000Z');
    const path = `/api/calls/${theCall}/extensions`;
    const body = { pole: extended.pole, to: '2027-05-12', reason: 'Incendie au siège du centre.' };
    expect((await as(people.secretariat, 'POST', path, body)).status).toBe(403);
    expect((await as(people.authority, 'POST', path, { ...body, to: '2027-05-01' })).body.code).toBe('date-in-the-past');
    expect((await as(people.authority, 'POST', path, { ...body, pole: '00000000-0000-4000-8000-000000000000' })).body.code).toBe('pole-unknown');
    expect((await as(people.authority, 'POST', path, body)).status).toBe(201);
    expect(await told(`call/${theCall}`, 'call.extension-granted')).toEqual([{ person: extended.holder.id, on: '2027-05-12' }]);

    expect((await as(extended.holder, 'GET', `/api/applications/${mine.id}/draft`)).body.closesOn).toBe('2027-05-12');
    expect((await as(extended.holder, 'GET', `/api/applications/${mine.id}`)).body).toMatchObject({
      allowedActions: ['saveDraft', 'submit'], extension: { to: '2027-05-12', reason: null }, timeline: { ahead: [{ kind: 'call-closing', on: '2027-05-12' }] },
    });
    expect((await as(other.holder, 'GET', `/api/applications/${theirs.id}`)).body).toMatchObject({ allowedActions: ['saveDraft'], extension: null, timeline: { ahead: [{ on: '2027-04-30' }] } });
    await advance('2027-05-11T09:00:00.000Z');
    const reminded = (await told(`call/${theCall}`, 'call.draft-reminder')).filter(({ on }) => on === '2027-05-12');
    expect([...new Set(reminded.map(({ person }) => person))]).toEqual([extended.holder.id]);

    expect(await as(other.holder, 'POST', `/api/applications/${theirs.id}/submissions`, { draftVersion: theirs.version })).toMatchObject({ status: 409, body: { code: 'call-closed' } });
    expect((await as(extended.holder, 'POST', `/api/applications/${mine.id}/submissions`, { draftVersion: mine.version })).status).toBe(201);
    expect((await as(people.secretariat, 'GET', `/api/applications/${mine.id}`)).body.extension).toEqual({ grantedOn: '2027-05-02', to: '2027-05-12', reason: 'Incendie au siège du centre.' });
    await advance('2027-05-12T22:00:01.000Z');
    expect((await as(people.authority, 'GET', `/api/calls/${theCall}`)).body.dossier.timeline.past.at(-1).type).toBe('extensions-over');
  }, 120_000);

  it('is undone by the authority, which opens the whole call once more', async () => {
    const theCall = await openCall(space, people.secretariat, '2027-05-12', '2027-05-20');
    const one = await centre();
    const { id, version } = await completeDraft(one, theCall);
    await advance('2027-05-21T09:00:00.000Z');
    const reopening = { closesOn: '2027-05-31', reason: 'Trop peu de candidatures.' };
    expect((await as(people.secretariat, 'POST', `/api/calls/${theCall}/reopenings`, reopening)).status).toBe(403);
    expect((await as(people.authority, 'POST', `/api/calls/${theCall}/reopenings`, reopening)).status).toBe(201);
    expect((await as(people.secretariat, 'GET', `/api/calls/${theCall}`)).body).toMatchObject({ status: 'open', closesOn: '2027-05-31' });
    expect(await told(`call/${theCall}`, 'call.reopened')).toEqual([{ person: one.holder.id, on: '2027-05-31' }]);
    expect((await as(one.holder, 'POST', `/api/applications/${id}/submissions`, { draftVersion: version })).status).toBe(201);
    await advance('2027-05-31T22:00:01.000Z');
    expect((await as(people.secretariat, 'GET', `/api/calls/${theCall}`)).body.status).toBe('closed');
  }, 120_000);
});
