import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { done, newPole, openCall, submitted } from '../stack/files.js';
import { call, someone, type Answer } from '../stack/staff.js';
import { mails, runningSpace, type RunningSpace } from '../stack/stack.js';
import { inDatabase } from '../stack/tell.js';

type Person = Awaited<ReturnType<typeof someone>>;
let space: RunningSpace;
const people: Record<string, Person> = {};
let theCall: string;
/** One file for each story. */
const files: Record<string, string> = {};
const stories = ['declines', 'conflict', 'returns', 'objected', 'negotiates', 'away', 'vanish'] as const;
const marks = Object.fromEntries(['engaged', 'partnerships', 'solutions', 'communication', 'accompaniment', 'design', 'programme'].map((code) => [code, 4]));
const comments = Object.fromEntries([...Object.keys(marks), 'overall'].map((code) => [code, 'Avis motivé.']));

const who = (name: string): Person => people[name] as Person;
const as = (name: string, method: string, path: string, body?: unknown): Promise<Answer> => call(space, who(name).token, method, path, body);
const on = (name: string, story: string, n: number, path = '', body?: unknown): Promise<Answer> => as(name, body === undefined ? 'GET' : 'POST', `/api/appraisals/${files[story]}-${n}${path}`, body);
const advance = async (to: string): Promise<void> => expect(await as('operator', 'POST', '/api/clock/advances', { to })).toMatchObject({ status: 200 });
const file = async (story: string): Promise<any> => (await as('secretariat', 'GET', `/api/applications/${files[story]}`)).body; // eslint-disable-line @typescript-eslint/no-explicit-any -- tests read whatever came
const becomes = (story: string, n: number, state: string, cause: string | null = null): Promise<unknown> =>
  waitFor(`appraisal ${n} to be ${state}`, async () => (await file(story)).data.appraisals.some((a: { n: number; state: string; cause: string | null }) => a.n === n && a.state === state && (cause === null || a.cause === cause)), { seconds: 20 });
const due = async (name: string, story: string, n: number): Promise<string> => (await on(name, story, n)).body.timeline.ahead.find((d: { mark: string }) => d.mark === '').on;
const drafts = (story: string): Promise<number> => inDatabase(space, async (db) => (await db.execute(sql`select 1 from score_draft where subject_id like ${`appraisal/${files[story]}/%`}`)).rows.length);

/** Names experts, and waits until they are invited. */
async function staff(story: string, names: readonly string[], more: object = {}): Promise<void> {
  await done(space, who('secretariat'), 'POST', `/api/applications/${files[story]}/panel`, { experts: names.map((name) => who(name).id), ...more });
  const total = (await file(story)).data.appraisals.length;
  await waitFor('the invitations', async () => (await as('secretariat', 'GET', `/api/appraisals?application=${files[story]}`)).body.items.length === total, { seconds: 20 });
}

/** Declares, undertakes, accepts, and has typed something. */
async function begin(name: string, story: string, n: number): Promise<void> {
  for (const [path, body] of [['declaration', { conflict: false }], ['undertaking', {}], ['acceptance', {}]] as const) await done(space, who(name), 'POST', `/api/appraisals/${files[story]}-${n}/${path}`, body);
  await done(space, who(name), 'PUT', `/api/appraisals/${files[story]}-${n}/score-draft`, { marks: { engaged: 3 } });
}

/** Nothing of the file is there any more for this person, and the draft is gone. */
async function isShutOut(name: string, story: string, n: number): Promise<void> {
  const id = files[story];
  const { body: items } = await as('holder', 'GET', `/api/applications/${id}/attachments`);
  for (const path of [`applications/${id}`, `applications/${id}/answers`, `applications/${id}/attachments`, `applications/${id}/attachments/${items[0].id}`, `appraisals/${id}-${n}`, `appraisals/${id}-${n}/undertaking`]) {
    expect([path, (await as(name, 'GET', `/api/${path}`)).status]).toEqual([path, 404]);
  }
  expect((await as(name, 'PUT', `/api/appraisals/${id}-${n}/score-draft`, { marks: { engaged: 4 } })).status).toBe(404);
  for (const subject of [`appraisal/${id}/${n}`, `application/${id}`]) expect((await as(name, 'GET', `/tasks/${subject}`)).status).toBe(404);
  expect((await as(name, 'GET', `/api/appraisals?application=${id}`)).body.items).toEqual([]);
  expect((await as(name, 'GET', '/api/me/tasks?limit=100')).body.items.map((t: { subject: string }) => t.subject)).not.toContain(`appraisal/${id}/${n}`);
}

beforeAll(async () => {
  space = await runningSpace('panel-life', { clock: { mode: 'stepped', start: '2027-03-01T09:00:00.000Z' } });
  for (const role of ['operator', 'secretariat'] as const) people[role] = await someone(space, role, [role]);
  for (const name of ['anna', 'boris', 'chloe', 'denis', 'elsa']) people[name] = await someone(space, name, ['expert']);
  people['holder'] = await someone(space, 'holder');
  theCall = await openCall(space, who('secretariat'), '2027-03-01', '2027-03-31');
  for (const story of stories) {
    const pole = await newPole(space, { holder: who('holder'), secretariat: who('secretariat') }, `Pôle ${story}`, '73282932000074');
    files[story] = await submitted(space, who('holder'), theCall, pole);
    await done(space, who('secretariat'), 'POST', `/api/applications/${files[story]}/admission`, {});
  }
}, 240_000);
afterAll(() => space?.stop());

describe('what happens to experts', () => {
  it('an expert declines, even while writing: access ends at once, the draft is purged, the panel is short', async () => {
    await staff('declines', ['anna', 'boris']);
    await begin('anna', 'declines', 1);
    expect((await as('anna', 'GET', `/api/applications/${files['declines']}/answers`)).status).toBe(200);
    expect(await on('anna', 'declines', 1, '/refusal', { reason: 'Empêchée' })).toMatchObject({ status: 201, body: { outcome: { status: 'declined' } } });
    await isShutOut('anna', 'declines', 1);
    expect(await drafts('declines')).toBe(0);
    await becomes('declines', 1, 'lost', 'declined');
    await waitFor('the notice', async () => (await mails({ to: who('secretariat').email })).some((mail) => mail.subject.includes('Il manque un expert')), { seconds: 20 });
    expect(await on('anna', 'declines', 1, '/scores', { marks, comments })).toMatchObject({ status: 409, body: { code: 'appraisal-declined' } });
  });

  it('an expert finds a conflict after having accepted: shut out at once, and never named again on this file', async () => {
    await staff('conflict', ['anna', 'boris']);
    await begin('boris', 'conflict', 2);
    expect(await on('boris', 'conflict', 2, '/declaration', { conflict: true, conflictKind: 'family' })).toMatchObject({ status: 201, body: { outcome: { status: 'recused' } } });
    await isShutOut('boris', 'conflict', 2);
    expect(await drafts('conflict')).toBe(0);
    await becomes('conflict', 2, 'lost', 'recused');
    expect(await on('boris', 'conflict', 2, '/acceptance', {})).toMatchObject({ status: 409, body: { code: 'appraisal-recused' } });
    expect(await as('secretariat', 'POST', `/api/applications/${files['conflict']}/panel`, { experts: [who('boris').id] })).toMatchObject({ status: 409, body: { code: 'expert-recused' } });
    const { excluded } = (await as('secretariat', 'GET', `/api/applications/${files['conflict']}/suggestions`)).body;
    expect(excluded).toContainEqual({ expert: { id: who('boris').id, name: 'boris' }, conflicts: [{ code: 'recused' }] });
  });

  it('an expert returns after a replacement and is refused with a clear answer; the deadline is kept for whoever comes after', async () => {
    await staff('returns', ['anna', 'boris']);
    await begin('anna', 'returns', 1);
    const kept = await due('anna', 'returns', 1);
    await advance('2027-03-03T09:00:00.000Z');
    expect(await on('secretariat', 'returns', 1, '/replacement', { reason: 'Sans nouvelles', keepDeadline: true })).toMatchObject({ status: 201 });
    await isShutOut('anna', 'returns', 1);
    expect(await drafts('returns')).toBe(0);
    await becomes('returns', 1, 'lost', 'replaced');
    for (const [path, body] of [['scores', { marks, comments }], ['declaration', { conflict: true }], ['acceptance', {}], ['refusal', {}], ['due-date-proposal', { on: '2027-05-01', reason: 'Retour' }]] as const) {
      expect(await on('anna', 'returns', 1, `/${path}`, body)).toMatchObject({ status: 409, body: { code: 'replaced', detail: expect.stringContaining('autre expert') } });
    }
    await staff('returns', ['chloe']);
    await begin('chloe', 'returns', 3);
    expect(await due('chloe', 'returns', 3)).toBe(kept);
    expect((await on('chloe', 'returns', 3)).status).toBe(200);
    // The date may be moved instead.
    expect(await on('secretariat', 'returns', 2, '/replacement', { reason: 'Sans nouvelles', dueOn: '2027-05-05' })).toMatchObject({ status: 201 });
    await becomes('returns', 2, 'lost', 'replaced');
    await staff('returns', ['denis']);
    await begin('denis', 'returns', 4);
    expect(await due('denis', 'returns', 4)).toBe('2027-05-05');
  });

  it('an expert to whom the applicant objects loses the file when the objection is accepted, submitted or not', async () => {
    await staff('objected', ['anna', 'boris']);
    await begin('anna', 'objected', 1);
    await begin('boris', 'objected', 2);
    await done(space, who('boris'), 'POST', `/api/appraisals/${files['objected']}-2/scores`, { marks, comments });
    await becomes('objected', 2, 'submitted');
    for (const [i, name] of ['anna', 'boris'].entries()) {
      await done(space, who('holder'), 'POST', `/api/applications/${files['objected']}/expert-objections`, { expert: who(name).id, reason: 'Ancien salarié' });
      await done(space, who('secretariat'), 'POST', `/api/applications/${files['objected']}/expert-objections/${who(name).id}/decision`, { accepted: true });
      await becomes('objected', i + 1, 'lost', 'objected');
      await waitFor('the end of the appraisal', async () => (await on(name, 'objected', i + 1)).status === 404, { seconds: 20 });
      await isShutOut(name, 'objected', i + 1);
      expect(await on(name, 'objected', i + 1, '/scores', { marks, comments })).toMatchObject({ status: 409, body: { code: 'replaced' } });
    }
    expect(await drafts('objected')).toBe(0);
    expect((await file('objected')).status).toBe('under_appraisal');
    expect(JSON.stringify((await as('holder', 'GET', `/api/applications/${files['objected']}`)).body.timeline)).not.toContain('appraisal-lost');
  });

  it('an expert asks for another due date, and the secretariat answers', async () => {
    await staff('negotiates', ['anna', 'boris']);
    await begin('anna', 'negotiates', 1);
    const before = await due('anna', 'negotiates', 1);
    expect(await on('anna', 'negotiates', 1, '/due-date-proposal', { on: '2027-04-20', reason: 'Mission à l’étranger' })).toMatchObject({ status: 201 });
    expect((await on('secretariat', 'negotiates', 1)).body).toMatchObject({ dueDateProposal: { on: '2027-04-20', reason: 'Mission à l’étranger' } });
    expect((await as('secretariat', 'GET', '/api/me/tasks?limit=100')).body.items.find((t: { subject: string }) => t.subject === `appraisal/${files['negotiates']}/1`)).toMatchObject({ acts: ['answerDueDate'] });
    expect(await on('anna', 'negotiates', 1, '/due-date-answer', { accepted: true })).toMatchObject({ status: 403 });
    expect(await on('secretariat', 'negotiates', 1, '/due-date-answer', { accepted: false, reason: 'Comité le 15' })).toMatchObject({ status: 201 });
    expect(await due('anna', 'negotiates', 1)).toBe(before);
    await on('anna', 'negotiates', 1, '/due-date-proposal', { on: '2027-04-02', reason: 'Une semaine de plus' });
    expect(await on('secretariat', 'negotiates', 1, '/due-date-answer', { accepted: true })).toMatchObject({ status: 201 });
    expect(await due('anna', 'negotiates', 1)).toBe('2027-04-02');
    expect(await on('secretariat', 'negotiates', 1, '/due-date-answer', { accepted: true })).toMatchObject({ status: 409, body: { code: 'nothing-proposed' } });
    await waitFor('the answer', async () => (await mails({ to: who('anna').email })).some((mail) => mail.subject.startsWith('Votre nouvelle échéance est acceptée')), { seconds: 20 });
  });

  it('declared absences lengthen the time to answer and the time to score', async () => {
    await staff('away', ['boris', 'elsa']);
    const usual = await due('boris', 'away', 1);
    expect(await due('elsa', 'away', 2)).toBe(usual);
    await done(space, who('elsa'), 'PUT', `/api/experts/${who('elsa').id}`, { absences: [{ from: '2027-03-08', to: '2027-03-14' }] });
    await begin('boris', 'away', 1);
    await begin('elsa', 'away', 2);
    expect([await due('boris', 'away', 1), await due('elsa', 'away', 2)]).toEqual(['2027-03-24', '2027-03-31']);
    expect(await on('secretariat', 'away', 1, '/replacement', { reason: 'Pour voir' })).toMatchObject({ status: 201 });
    await becomes('away', 1, 'lost', 'replaced');
    await done(space, who('denis'), 'PUT', `/api/experts/${who('denis').id}`, { absences: [{ from: '2027-03-01', to: '2027-03-07' }] });
    await staff('away', ['denis']);
    // Five working days from the 8th on instead of from the 4th.
    expect([usual, await due('denis', 'away', 3)]).toEqual(['2027-03-10', '2027-03-12']);
  });

  it('all experts vanish, one without an answer and one without scores: the file waits for others, and goes on with them', async () => {
    await staff('vanish', ['anna', 'boris']);
    await begin('anna', 'vanish', 1);
    await advance('2027-03-12T09:00:00.000Z');
    await becomes('vanish', 2, 'lost', 'no-answer');
    expect(await on('boris', 'vanish', 2, '/declaration', { conflict: false })).toMatchObject({ status: 409, body: { code: 'appraisal-closed' } });
    await isShutOut('boris', 'vanish', 2);
    await advance('2027-04-05T09:00:00.000Z');
    await becomes('vanish', 1, 'lost', 'no-scores');
    await isShutOut('anna', 'vanish', 1);
    expect(await drafts('vanish')).toBe(0);
    expect(await on('anna', 'vanish', 1, '/scores', { marks, comments })).toMatchObject({ status: 409, body: { code: 'appraisal-closed' } });
    expect((await file('vanish')).status).toBe('under_appraisal');
    const { ranked, wanted } = (await as('secretariat', 'GET', `/api/applications/${files['vanish']}/suggestions`)).body;
    expect(wanted).toBe(2);
    expect(ranked.map((one: { expert: { name: string } }) => one.expert.name).sort()).toEqual(['chloe', 'denis', 'elsa']);
    await staff('vanish', ['chloe', 'denis']);
    for (const [i, name] of ['chloe', 'denis'].entries()) {
      await begin(name, 'vanish', i + 3);
      await done(space, who(name), 'POST', `/api/appraisals/${files['vanish']}-${i + 3}/scores`, { marks, comments });
    }
    await waitFor('the committee', async () => (await file('vanish')).status === 'in_committee', { seconds: 20 });
  });
});
