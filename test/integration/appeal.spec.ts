import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { pdf } from '../factories/application-answers.js';
import { subjectById } from '../../libs/persistence/src/procedure/standing.queries.js';
import { Acts } from '../stack/acts.js';
import { done, newPole, openCall, submitted } from '../stack/files.js';
import { siretOf } from '../../apps/cli/src/rehearse/identifiers.js';
import { runningSpace, type RunningSpace } from '../stack/stack.js';
import { call, someone, type Answer } from '../stack/staff.js';
import { inDatabase, tell } from '../stack/tell.js';

type Person = Awaited<ReturnType<typeof someone>>;
let space: RunningSpace;
const people: Record<string, Person> = {};
const files: Record<string, string> = {};
let theCall = '';

const person = (name: string): Person => people[name] as Person;
const file = (name: string): string => files[name] as string;
const at = (id: string, path = ''): string => `/api/applications/${id}${path}`;
const as = (name: string, method: string, path: string, body?: unknown): Promise<Answer> => call(space, person(name).token, method, path, body);
const must = (name: string, method: string, path: string, body?: unknown) => done(space, person(name), method, path, body);
const shown = async (name: string) => (await as('secretariat', 'GET', at(file(name)))).body;
const appealOf = async (name: string, n = 1) => (await as('secretariat', 'GET', `/api/appeals/${file(name)}-${n}`)).body;
const advance = (to: string) => must('operator', 'POST', '/api/clock/advances', { to });
const becomes = (what: string, status: string, of: () => Promise<{ status: string }>) => waitFor(`${what} ${status}`, async () => (await of()).status === status, { seconds: 30 });
const typesOf = async (name: string): Promise<string[]> => (await shown(name)).timeline.past.map((e: { type: string }) => e.type);

const grounds = { grounds: 'Les preuves étaient au dossier.' };
const lodge = (name: string, body: object = grounds) => as(name, 'POST', at(file(name), '/appeals'), body);
const review = (name: string, reviewer = 'secretariat', n = 1) => as('secretariat', 'POST', `/api/appeals/${file(name)}-${n}/reviews`, { reviewer: person(reviewer).id });
const someoneElse = { firstName: 'Lucie', surname: 'Petit', capacity: 'Directrice adjointe' };
const decision = (outcome: string, signatory = someoneElse) => ({ outcome, signatory, reasonsInLaw: 'Article 4 du règlement.', reasonsInFact: 'Les pièces sont probantes.' });
const decide = (name: string, outcome: string, by = 'deputy', n = 1) => as(by, 'POST', `/api/appeals/${file(name)}-${n}/decisions`, decision(outcome));
const signatory = { firstName: 'Karim', surname: 'Haddad', capacity: 'Directeur' };

/** A submitted and admitted file; the person who may contest its decision bears its name. */
async function filed(name: string): Promise<void> {
  people[name] = await someone(space, name);
  const pole = await newPole(space, { holder: person(name), secretariat: person('secretariat') }, `Pôle ${name}`, siretOf(9000 + Object.keys(files).length));
  files[name] = await submitted(space, person(name), theCall, pole);
  await must('secretariat', 'POST', at(file(name), '/admission'), {});
}

async function appraised(name: string): Promise<void> {
  await must('secretariat', 'POST', at(file(name), '/panel'), { experts: [person('diane').id, person('etienne').id] });
  for (const n of [1, 2]) await tell(space, { from: `appraisal/${file(name)}/${n}`, to: `application/${file(name)}`, act: 'appraisalSubmitted', facts: { n, total: 8000 }, on: '2027-03-01', starts: false });
  await becomes(name, 'in_committee', () => shown(name));
}

/** Signed by the authority, not notified yet. */
async function signed(name: string, outcome: 'award' | 'refuse', on: string): Promise<void> {
  await must('committee', 'POST', at(file(name), '/proposal'), { outcome });
  const terms = outcome === 'award' ? { startsOn: '2027-07-01' } : { reasonsInFact: 'Programme non financé.', grounds: ['programme'] };
  await must('authority', 'POST', at(file(name), '/signature'), { outcome, signedOn: on, signatory, ...terms });
}

async function refused(name: string, on = '2027-03-01'): Promise<void> {
  await signed(name, 'refuse', on);
  await must('secretariat', 'POST', at(file(name), '/notification'), { channel: 'post', proof: 'AR 1' });
}

async function scan(name: string): Promise<string> {
  const body = new FormData();
  body.append('file', new Blob([pdf('recours')]), 'recours.pdf');
  const sent = await fetch(`${space.apiUrl}${at(file(name), '/scans')}`, { method: 'POST', body, headers: { authorization: `Bearer ${person('secretariat').token}` } });
  return ((await sent.json()) as { id: string }).id;
}

const posted = async (name: string, on: string) => as('secretariat', 'POST', at(file(name), '/appeals'), { ...grounds, entered: { for: person(name).id, channel: 'post', on, scan: await scan(name) } });

beforeAll(async () => {
  space = await runningSpace('appeal', { clock: { mode: 'stepped', start: '2027-03-01T09:00:00.000Z' } });
  for (const role of ['operator', 'secretariat', 'committee', 'authority', 'auditor'] as const) people[role] = await someone(space, role, [role]);
  people['deputy'] = await someone(space, 'deputy', ['authority']);
  for (const name of ['diane', 'etienne']) people[name] = await someone(space, name, ['expert']);
  theCall = await openCall(space, person('secretariat'), '2027-03-01', '2027-03-31');
  for (const name of ['late', 'intime', 'bypost', 'upheld', 'silent']) {
    await filed(name);
    await appraised(name);
    await refused(name);
  }
  for (const name of ['asked', 'given', 'implied']) await filed(name);
  for (const name of ['cross1', 'cross2', 'cross3', 'cross4']) {
    await filed(name);
    await appraised(name);
    await signed(name, name === 'cross4' ? 'refuse' : 'award', '2027-03-01');
  }
}, 300_000);
afterAll(() => space?.stop());

describe('an appeal against a refusal', () => {
  it('is lodged once, by who commits the pole, and examined and decided by others than those who decided first', async () => {
    await advance('2027-03-10T09:00:00.000Z');
    // Twice at the same time, and once more before the application can have heard of it.
    const both = await Promise.all([lodge('upheld'), lodge('upheld')]);
    expect(both.map((one) => one.status).sort()).toEqual([201, 409]);
    expect(await lodge('upheld')).toMatchObject({ status: 409 });
    await inDatabase(space, async (db) => {
      const { rows } = await db.execute(sql`select id from subject where kind = 'appeal' and parent_id = ${`application/${file('upheld')}`}`);
      expect(rows).toEqual([{ id: `appeal/${file('upheld')}/1` }]);
    });
    // Under a number of its own, as when the count was read before the first came in.
    const acts = new Acts(space);
    const first = await subjectById(acts.db, `appeal/${file('upheld')}/1`);
    const second = await acts.take({ subject: `appeal/${file('upheld')}/9`, act: 'lodge', by: 'applicant', startsWith: first?.schemeId ?? '', facts: { ...first?.data, n: 9 }, content: grounds });
    await acts.close();
    expect(second).toMatchObject({ is: 'refused', code: 'appeal-open' });
    expect((await as('late', 'POST', at(file('upheld'), '/appeals'), grounds)).status).toBe(404);
    expect(await lodge('implied')).toMatchObject({ status: 409, body: { code: 'nothing-to-contest' } });

    expect(await decide('upheld', 'upheld')).toMatchObject({ status: 409, body: { code: 'not-now' } });
    expect(await review('upheld', 'authority')).toMatchObject({ status: 409, body: { code: 'same-decider' } });
    expect((await review('upheld')).status).toBe(201);
    expect(await decide('upheld', 'upheld', 'authority')).toMatchObject({ status: 409, body: { code: 'same-decider' } });
    // Another person, who signs with the name that stands under the refusal.
    expect(await as('deputy', 'POST', `/api/appeals/${file('upheld')}-1/decisions`, decision('upheld', { ...signatory, surname: 'HADDAD' }))).toMatchObject({ status: 409, body: { code: 'same-decider' } });
  });

  it('is seen by its pole, without who works on it, and by the staff; by the committee once it reopened the file', async () => {
    const path = `/api/appeals/${file('upheld')}-1`;
    expect((await as('upheld', 'GET', path)).body).toMatchObject({ status: 'under_review', against: 'refusal', lodgedOn: '2027-03-10', grounds: grounds.grounds, reviewer: null, firstDeciders: [] });
    for (const name of ['secretariat', 'auditor', 'deputy']) expect((await as(name, 'GET', path)).body).toMatchObject({ reviewer: { name: 'secretariat' }, firstDeciders: [{ name: 'authority' }] });
    for (const [name, status] of [['late', 404], ['committee', 404], ['diane', 403]] as const) expect([name, (await as(name, 'GET', path)).status]).toEqual([name, status]);
    expect((await as('late', 'GET', '/api/appeals')).body.items).toEqual([]);
    expect((await decide('upheld', 'upheld')).status).toBe(201);
    expect((await as('committee', 'GET', path)).status).toBe(200);
    expect((await as('upheld', 'GET', path)).body).toMatchObject({ status: 'upheld', answer: { outcome: 'upheld', on: '2027-03-10', signatory: { surname: 'Petit' } } });
  });

  it('reopens the file before the committee, once', async () => {
    await becomes('the reopened file', 'in_committee', () => shown('upheld'));
    await refused('upheld', '2027-03-10');
    expect((await lodge('upheld')).status).toBe(201);
    expect((await review('upheld', 'secretariat', 2)).status).toBe(201);
    expect(await decide('upheld', 'upheld', 'deputy', 2)).toMatchObject({ status: 409, body: { code: 'already-reopened' } });
    expect((await decide('upheld', 'dismissed', 'deputy', 2)).status).toBe(201);
    await waitFor('the file to know', async () => (await typesOf('upheld')).filter((type) => type === 'appeal-settled').length === 2, { seconds: 30 });
    expect((await shown('upheld')).status).toBe('refused');
    // Two months to go to court from the dismissal, a délai franc: 11 May.
    expect((await appealOf('upheld', 2)).timeline.ahead).toMatchObject([{ kind: 'court-limit', on: '2027-05-11' }]);
  });

  it('is dismissed by two months of silence', async () => {
    expect((await lodge('silent')).status).toBe(201);
    await advance('2027-05-01T21:59:59.000Z');
    expect((await appealOf('silent')).status).toBe('lodged');
  });

  it('is in time on the last second of its last day, and late one second after; by post the postmark counts', async () => {
    // Notified on 1 March, a délai franc: 2 May is a Sunday, so Monday 3 May.
    await advance('2027-05-03T21:59:59.000Z');
    expect((await lodge('intime')).status).toBe(201);
    await advance('2027-05-03T22:00:00.000Z');
    expect(await lodge('late')).toMatchObject({ status: 409, body: { code: 'appeal-late', on: '2027-05-03' } });
    await advance('2027-05-06T09:00:00.000Z');
    expect(await posted('late', '2027-05-04')).toMatchObject({ status: 409, body: { code: 'appeal-late' } });
    expect((await posted('bypost', '2027-05-03')).status).toBe(201);
    // Silence counts from the day it came.
    expect(await appealOf('bypost')).toMatchObject({ lodgedOn: '2027-05-03', status: 'lodged', timeline: { ahead: expect.arrayContaining([expect.objectContaining({ kind: 'appeal-due', mark: '', on: '2027-07-06' })]) } });
    expect((await review('intime')).status).toBe(201);
    expect((await decide('intime', 'dismissed')).status).toBe(201);
    expect((await shown('intime')).status).toBe('refused');
    await waitFor('the file to know', async () => (await typesOf('intime')).includes('appeal-settled'), { seconds: 30 });
    expect(await lodge('intime')).toMatchObject({ status: 409, body: { code: 'already-appealed' } });
  });
});

describe('an implied rejection', () => {
  it('is explained on request, and its appeal upheld lets the file go on', async () => {
    expect((await shown('asked')).data.silence).toMatchObject({ elapsedOn: '2027-05-01' });
    for (const name of ['asked', 'given']) expect((await as(name, 'POST', at(file(name), '/reasons-requests'), {})).status).toBe(201);
    expect((await as('secretariat', 'POST', at(file('given'), '/reasons'), { reasonsInLaw: 'Article 4.', reasonsInFact: 'Dossier sans suite.' })).status).toBe(201);
    expect((await shown('given')).timeline.ahead).toContainEqual(expect.objectContaining({ kind: 'silence-appeal-limit', on: '2027-07-07' }));
    expect((await lodge('implied')).status).toBe(201);
    expect((await review('implied')).status).toBe(201);
    expect((await decide('implied', 'upheld')).status).toBe(201);
    await waitFor('silence to be withdrawn', async () => (await typesOf('implied')).includes('implied-rejection-withdrawn'), { seconds: 30 });
    expect(await shown('implied')).toMatchObject({ status: 'admissible', data: { silence: { elapsedOn: null } } });
    expect((await shown('implied')).timeline.ahead).toContainEqual(expect.objectContaining({ kind: 'implied-decision', mark: '', on: '2027-07-06' }));
  });

  it('upheld while the express decision is notified: both are taken, and nothing is left on its way', async () => {
    const crossing = ['cross1', 'cross2', 'cross3', 'cross4'];
    for (const name of crossing) {
      expect((await lodge(name)).status).toBe(201);
      await waitFor('the file to know', async () => (await typesOf(name)).includes('appeal-lodged'), { seconds: 30 });
      expect((await review(name)).status).toBe(201);
    }
    await Promise.all(crossing.map(async (name) => {
      const [appeal, notified] = await Promise.all([decide(name, 'upheld'), as('secretariat', 'POST', at(file(name), '/notification'), { channel: 'post', proof: 'AR 2' })]);
      expect(notified.status).toBe(201);
      expect([201, 409]).toContain(appeal.status);
    }));
    await waitFor('every message', async () => inDatabase(space, async (db) => (await db.execute(sql`select 1 from message where outcome is null`)).rows.length === 0), { seconds: 60 });
    for (const name of crossing) {
      expect([name, (await shown(name)).status]).toEqual([name, name === 'cross4' ? 'refused' : 'awarded']);
      expect(['upheld', 'cancelled']).toContain((await appealOf(name)).status);
      expect((await shown(name)).data.appeals).toMatchObject([{ outcome: expect.stringMatching(/upheld|cancelled/) }]);
    }
  }, 120_000);

  it('whose reasons did not come is said to be overdue; an appeal is dismissed by silence', async () => {
    await advance('2027-06-06T22:00:00.000Z');
    expect(await typesOf('asked')).toContain('reasons-overdue');
    expect(await typesOf('given')).not.toContain('reasons-overdue');
    expect(await appealOf('silent')).toMatchObject({ status: 'impliedly_dismissed' });
    expect((await appealOf('silent')).timeline.past).toContainEqual(expect.objectContaining({ type: 'impliedly-dismissed', on: '2027-05-10' }));
    expect((await shown('silent')).status).toBe('refused');
  });
});
