import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { expertMayRead } from '../../libs/persistence/src/appraisal/appraisal.queries.js';
import { mails, runningSpace, type RunningSpace } from '../stack/stack.js';
import { call, someone, type Answer } from '../stack/staff.js';
import { inDatabase, tell } from '../stack/tell.js';

type Person = Awaited<ReturnType<typeof someone>>;
let space: RunningSpace;
let secretariat: Person;
let expert: Person;
let other: Person;
let member: Person;
let poleId: string;
const application = randomUUID();
const today = '2027-02-01';
const marks = { engaged: 4 };

beforeAll(async () => {
  space = await runningSpace('appraisal', { clock: { mode: 'stepped', start: `${today}T09:00:00.000Z` } });
  secretariat = await someone(space, 'secretariat', ['secretariat']);
  expert = await someone(space, 'expert', ['expert']);
  other = await someone(space, 'other', ['expert']);
  member = await someone(space, 'member', ['committee']);
  const holder = await someone(space, 'holder');
  const pole = await call(space, holder.token, 'POST', '/api/poles', {
    name: 'Pôle Bois', themes: ['housing'], territory: 'Jura', carrier: { siret: '73282932000074', name: 'CFA du Bois', legalForm: 'training-centre' },
  });
  poleId = pole.body.id;
}, 120_000);
afterAll(() => space?.stop());

const as = (person: Person, method: string, n: number, path = '', body?: unknown): Promise<Answer> => call(space, person.token, method, `/api/appraisals/${application}-${n}${path}`, body);
const invite = (person: Person, n: number): Promise<void> => tell(space, {
  from: `application/${application}`, to: `appraisal/${application}/${n}`, act: 'invite', on: today, facts: { application: `application/${application}`, expert: person.id, call: `call/${application}`, pole: poleId, n },
});
const mayRead = (person: Person): Promise<boolean> => inDatabase(space, (db) => expertMayRead(db, person.id, application));

describe('an appraisal over HTTP', () => {
  it('shows an invited expert names and a date, and nobody else anything', async () => {
    await invite(expert, 1);
    expect(await as(expert, 'GET', 1)).toMatchObject({
      status: 200, body: { id: `${application}-1`, status: 'invited', application, pole: { name: 'Pôle Bois' }, structure: { name: 'CFA du Bois' }, allowedActions: ['declare', 'decline'] },
    });
    expect((await call(space, expert.token, 'GET', '/api/appraisals')).body.items).toMatchObject([{ id: `${application}-1`, dueOn: '2027-02-08' }]);
    expect((await call(space, other.token, 'GET', '/api/appraisals')).body.items).toEqual([]);
    expect(await as(other, 'GET', 1)).toMatchObject({ status: 404 });
    expect(await as(other, 'POST', 1, '/declaration', { conflict: false })).toMatchObject({ status: 404 });
    expect(await mayRead(expert)).toBe(false);
  });

  it('writes to the expert, with the date', async () => {
    await waitFor('the mail', async () => (await mails({ to: expert.email })).length > 0, { seconds: 20 });
    const [mail] = await mails({ to: expert.email });
    expect(mail?.text).toMatch(/au plus tard le\s+8\s+février\s+2027/);
  });

  it('opens the file after a declaration without conflict, and takes the task', async () => {
    expect(await as(expert, 'POST', 1, '/acceptance', {})).toMatchObject({ status: 409, body: { code: 'not-now' } });
    expect(await as(expert, 'POST', 1, '/declaration', { conflict: false })).toMatchObject({ status: 201, body: { outcome: { status: 'declared' } } });
    expect(await mayRead(expert)).toBe(true);
    expect(await as(expert, 'POST', 1, '/acceptance', {})).toMatchObject({ status: 409, body: { code: 'undertaking-missing' } });
    expect(await as(expert, 'POST', 1, '/undertaking', {})).toMatchObject({ status: 201, body: { person: expert.id, on: today } });
    expect(await as(expert, 'PUT', 1, '/score-draft', { marks: {} })).toMatchObject({ status: 409, body: { code: 'not-now' } });
    expect(await as(expert, 'POST', 1, '/acceptance', {})).toMatchObject({ status: 201, body: { outcome: { status: 'accepted' } } });
  });

  it('keeps a draft of scores, for the expert alone', async () => {
    expect(await as(expert, 'PUT', 1, '/score-draft', { marks, comments: { overall: 'Solide' }, version: 0 })).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await as(expert, 'PUT', 1, '/score-draft', { marks: {}, version: 0 })).toMatchObject({ status: 409, body: { code: 'stale-scores', version: 1 } });
    expect(await as(expert, 'PUT', 1, '/score-draft', { marks: { charm: 3 } })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/marks/charm' }] } });
    expect((await as(expert, 'GET', 1)).body.scoreDraft).toMatchObject({ marks, comments: { overall: 'Solide' } });
    expect((await as(secretariat, 'GET', 1)).body.scoreDraft).toBeNull();
    expect(await as(secretariat, 'PUT', 1, '/score-draft', { marks })).toMatchObject({ status: 403 });
  });

  it('seals submitted scores until they are revealed, and destroys the draft', async () => {
    expect(await as(expert, 'POST', 1, '/scores', { marks })).toMatchObject({ status: 409, body: { code: 'marks-missing' } });
    const grid = await inDatabase(space, async (db) => (await db.execute<{ code: string }>(sql`select c->>'code' as code from scheme_version, jsonb_array_elements(data->'grid'->'criteria') c where scheme_version.code = 'pole-innovation'`)).rows);
    const all = Object.fromEntries(grid.map(({ code }) => [code, 5]));
    expect(await as(expert, 'POST', 1, '/scores', { marks: all, comments: { overall: 'Très solide' } })).toMatchObject({ status: 201, body: { outcome: { status: 'submitted', pending: [`application/${application}`] } } });
    const own = await as(expert, 'GET', 1);
    expect(own.body).toMatchObject({ data: { total: 10_000, marks: all }, comments: { overall: 'Très solide' }, scoreDraft: null });
    const sealed = await as(secretariat, 'GET', 1);
    expect(sealed.body).toMatchObject({ status: 'submitted', data: { total: null, marks: null }, comments: null });
    expect(JSON.stringify(sealed.body)).not.toContain('10000');
    expect((await as(member, 'GET', 1)).status).toBe(404);
    expect((await call(space, member.token, 'GET', '/api/appraisals')).body.items).toEqual([]);
    await tell(space, { from: `application/${application}`, to: `appraisal/${application}/1`, act: 'reveal', on: today });
    // Revealed, it waits with its file: the committee reads it once that has come (scoring.spec.ts).
    expect((await as(member, 'GET', 1)).status).toBe(404);
    expect((await call(space, member.token, 'GET', '/api/appraisals')).body.items).toEqual([]);
    expect((await as(secretariat, 'GET', 1)).body).toMatchObject({ status: 'revealed', data: { total: 10_000 }, comments: { overall: 'Très solide' } });
  });

  it('closes the file at once to an expert with a conflict', async () => {
    await invite(other, 2);
    expect(await as(other, 'POST', 2, '/declaration', { conflict: true, conflictKind: 'employer', details: 'Ancien salarié' })).toMatchObject({ status: 201, body: { outcome: { status: 'recused' } } });
    expect(await as(other, 'GET', 2)).toMatchObject({ status: 404 });
    expect(await mayRead(other)).toBe(false);
    expect((await call(space, other.token, 'GET', '/api/appraisals')).body.items).toEqual([]);
    expect(await as(other, 'POST', 2, '/scores', { marks })).toMatchObject({ status: 409 });
    expect((await as(secretariat, 'GET', 2)).body).toMatchObject({ status: 'recused', data: { conflictKind: 'employer' } });
  });

  it('lets the secretariat replace an expert, whose draft is destroyed', async () => {
    await invite(other, 3);
    await as(other, 'POST', 3, '/declaration', { conflict: false });
    await as(other, 'POST', 3, '/undertaking', {});
    await as(other, 'POST', 3, '/acceptance', {});
    await as(other, 'PUT', 3, '/score-draft', { marks });
    expect(await as(other, 'POST', 3, '/replacement', { reason: 'Sans nouvelles' })).toMatchObject({ status: 403 });
    expect(await as(secretariat, 'POST', 3, '/replacement', { reason: 'Sans nouvelles' })).toMatchObject({ status: 201, body: { outcome: { status: 'replaced' } } });
    expect(await as(other, 'GET', 3)).toMatchObject({ status: 404 });
    expect((await inDatabase(space, (db) => db.execute(sql`select 1 from score_draft`))).rows).toEqual([]);
    expect((await call(space, secretariat.token, 'GET', `/api/appraisals?application=${application}&limit=2`)).body.next).not.toBeNull();
  });
});
