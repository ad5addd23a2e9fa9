import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { poleCarrier } from '../../libs/persistence/src/people/people.tables.js';
import { poleOf } from '../stack/pole.js';
import { runningSpace, type RunningSpace } from '../stack/stack.js';
import { call, someone, type Answer } from '../stack/staff.js';
import { inDatabase, tell } from '../stack/tell.js';

type Person = Awaited<ReturnType<typeof someone>>;
let space: RunningSpace;
let operator: Person;
let secretariat: Person;
let authority: Person;
let holder: Person;
let colleague: Person;
let stranger: Person;
let pole: string;
const key = randomUUID();

const indicators = ['firms-accompanied', 'solutions-worked-out', 'firms-reached', 'active-partnerships', 'design-actions', 'satisfaction'];
const answers = {
  'action-log': [{ kind: 'technical-day', title: 'Journée bois', date: '2027-10-12', firms: 14, result: 'Quatre ateliers équipés.', design: 'yes' }],
  summary: 'Une année pleine.',
  indicators: Object.fromEntries(indicators.map((code) => [code, { baseline: 0, target: 4, value: 3, evidence: 'Liste' }])),
  spending: [{ cost: 'staff', planned: 1000, spent: 900 }],
};

beforeAll(async () => {
  space = await runningSpace('monitoring', { clock: { mode: 'stepped', start: '2027-06-20T09:00:00.000Z' } });
  operator = await someone(space, 'operator', ['operator']);
  secretariat = await someone(space, 'secretariat', ['secretariat']);
  authority = await someone(space, 'authority', ['authority']);
  holder = await someone(space, 'holder');
  colleague = await someone(space, 'colleague');
  stranger = await someone(space, 'stranger');
  pole = await poleOf(space, { holder, colleague, secretariat });
  const structure = await inDatabase(space, async (db) => (await db.select({ id: poleCarrier.structureId }).from(poleCarrier))[0]?.id ?? '');
  await tell(space, {
    from: `application/${key}`, to: `award/${key}`, act: 'grant', on: '2027-06-20',
    facts: { application: `application/${key}`, call: `call/${key}`, pole, structure, startsOn: '2027-07-01', endsOn: '2030-06-30', decidedOn: '2027-05-20' },
  });
}, 120_000);
afterAll(() => space?.stop());

const as = (person: Person, method: string, path: string, body?: unknown): Promise<Answer> => call(space, person.token, method, path, body);
const at = (path = ''): string => `/api/monitorings/${key}${path}`;
const advance = async (to: string): Promise<void> => expect(await as(operator, 'POST', '/api/clock/advances', { to })).toMatchObject({ status: 200, body: { mode: 'stepped' } });
/** What the label, its reports and its renewal ask of a person; its payments and surveys have tests of their own. */
const tasks = async (person: Person): Promise<unknown[]> => (await as(person, 'GET', '/api/me/tasks')).body.items.filter(({ kind }: { kind: string }) => ['award', 'monitoring', 'renewal'].includes(kind));
const told = (template: string): Promise<number> => inDatabase(space, async (db) => {
  const { rows } = await db.execute<{ n: number }>(sql`select count(*)::int as n from notification where template = ${template} and person_id = ${holder.id}`);
  return rows[0]?.n ?? 0;
});

describe('three years of a label over HTTP', () => {
  it('begins with both signatures, each of which is somebody’s task until it is there', async () => {
    const contract = { subject: `award/${key}`, deadline: 'contract-due', link: `/api/labels/${key}` };
    expect(await tasks(holder)).toMatchObject([{ ...contract, acts: ['signContract'] }]);
    // A colleague who may not commit the pole is not asked to.
    expect(await tasks(colleague)).toEqual([]);
    expect(await tasks(authority)).toMatchObject([{ subject: `award/${key}`, acts: ['countersignContract'], dueOn: null }]);
    await as(holder, 'POST', `/api/labels/${key}/contract-signature`, {});
    expect(await tasks(holder)).toEqual([]);
    expect(await tasks(authority)).toHaveLength(1);
    await as(authority, 'POST', `/api/labels/${key}/contract-countersignature`, {});
    expect(await tasks(authority)).toEqual([]);
    // Monitoring and renewal hear of it; the stepped clock comes to rest behind them.
    await advance('2027-06-20T09:00:01.000Z');
  });

  it('is shown to its pole and to the staff alone', async () => {
    expect((await as(holder, 'GET', '/api/monitorings')).body.items).toMatchObject([{ id: key, status: 'open', period: { n: 1, from: '2027-07-01', to: '2028-06-30', dueOn: '2028-08-30' }, dueOn: '2028-06-30' }]);
    expect((await as(secretariat, 'GET', `/api/monitorings?status=open&pole=${pole}`)).body.items).toHaveLength(1);
    expect((await as(stranger, 'GET', at())).status).toBe(403);
    expect((await as(holder, 'GET', `/api/renewals/${key}`)).body).toMatchObject({ status: 'not_due', mode: 'rolling', allowedActions: [], endsOn: '2030-06-30', application: null, timeline: { ahead: [{ kind: 'window', on: '2029-09-30' }] } });
    expect(await tasks(holder)).toEqual([]);
    expect(await told('monitoring.period-opened')).toBe(1);
    expect(await as(holder, 'POST', `/api/renewals/${key}/applications`)).toMatchObject({ status: 409, body: { code: 'not-now' } });
  });

  it('lets colleagues write the report through the year, one after the other', async () => {
    expect((await as(holder, 'GET', at('/report-draft'))).body).toMatchObject({ period: 1, version: 0, completeness: { complete: false, answered: 0, total: 6 }, form: { sections: [{ code: 'actions' }, {}, {}] } });
    expect((await as(colleague, 'PUT', at('/report-draft'), { version: 0, answers: { summary: 'Début' } })).body).toMatchObject({ version: 1, savedBy: 'colleague', completeness: { answered: 1 } });
    expect(await as(holder, 'PUT', at('/report-draft'), { version: 0, answers: {} })).toMatchObject({ status: 409, body: { code: 'stale-report', version: 1 } });
    expect(await as(holder, 'PUT', at('/report-draft'), { version: 1, answers: { summary: 7 } })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/answers/summary' }] } });
    expect((await as(holder, 'POST', at('/reports'), { draftVersion: 1 })).body).toMatchObject({ code: 'incomplete-report', errors: [{ pointer: '/answers/action-log' }, {}, {}] });
    expect((await as(secretariat, 'GET', at('/report-draft'))).status).toBe(403);
    expect((await as(holder, 'PUT', at('/report-draft'), { version: 1, answers })).body).toMatchObject({ version: 2, completeness: { complete: true } });
    expect(await as(holder, 'POST', at('/reports'), { draftVersion: 2 })).toMatchObject({ status: 409, body: { code: 'not-now' } });
  });

  it('asks for the report when its period is over, of every member, and takes it from who may commit the pole', async () => {
    await advance('2028-07-05T08:00:00.000Z');
    const asked = [{ subject: `monitoring/${key}`, role: 'applicant', acts: ['submitFinancialReport', 'submitReport'], dueOn: '2028-08-30', deadline: 'report-due', overdue: false, pole: { name: 'Pôle Bois' }, link: at() }];
    expect(await tasks(holder)).toMatchObject(asked);
    expect(await tasks(colleague)).toMatchObject(asked);
    expect(await tasks(stranger)).toEqual([]);
    expect(await as(colleague, 'POST', at('/reports'), { draftVersion: 2 })).toMatchObject({ status: 403, body: { code: 'not-a-committer' } });
    expect(await as(holder, 'POST', at('/reports'), { draftVersion: 1 })).toMatchObject({ status: 409, body: { code: 'stale-report' } });
    expect(await as(holder, 'POST', at('/reports'), { draftVersion: 2 })).toMatchObject({ status: 201, body: { outcome: { status: 'under_review' } } });
    expect(await tasks(holder)).toMatchObject([{ acts: ['submitFinancialReport'], dueOn: '2029-01-02', deadline: 'financial-report-due' }]);
    expect(await as(holder, 'PUT', at('/report-draft'), { version: 2, answers })).toMatchObject({ status: 409, body: { code: 'not-now' } });
  });

  it('is returned with reasons, corrected, validated, and the next period opens', async () => {
    expect(await tasks(secretariat)).toMatchObject([{ acts: ['requestCorrection', 'validateReport'], dueOn: '2028-08-24', deadline: 'review-due' }]);
    expect((await as(holder, 'POST', at('/validations'), {})).status).toBe(403);
    expect(await as(secretariat, 'POST', at('/correction-requests'), { reasons: 'Il manque deux actions de novembre.', limitOn: '2028-07-20' })).toMatchObject({ status: 201 });
    expect((await as(holder, 'GET', at())).body).toMatchObject({ status: 'correction_requested', correction: { body: { reasons: 'Il manque deux actions de novembre.' } }, report: { body: { answers: { summary: 'Une année pleine.' } } }, allowedActions: ['submitReport', 'submitFinancialReport'] });
    expect(await tasks(holder)).toMatchObject([{ dueOn: '2028-07-20', deadline: 'correction-due' }]);
    await as(holder, 'PUT', at('/report-draft'), { version: 2, answers: { ...answers, summary: 'Complété.' } });
    expect(await as(holder, 'POST', at('/reports'), { draftVersion: 3 })).toMatchObject({ status: 201 });
    expect(await as(secretariat, 'POST', at('/validations'), { comment: 'Merci.' })).toMatchObject({ status: 201, body: { outcome: { status: 'open', entries: ['report-validated', 'period-opened'] } } });
    expect((await as(holder, 'GET', at('/report-draft'))).body).toMatchObject({ period: 2, version: 0 });
  });

  it('goes from reminders to formal notice to default when nothing comes, and the renewal’s window opens meanwhile', async () => {
    await advance('2029-09-05T08:00:00.000Z');
    expect(await tasks(holder)).toMatchObject([{ status: 'overdue', dueOn: '2029-08-30', overdue: true }]);
    expect(await told('monitoring.report-reminder')).toBe(3);
    await advance('2029-10-05T08:00:00.000Z');
    expect(await tasks(holder)).toMatchObject([
      { subject: `monitoring/${key}`, status: 'formal_notice', dueOn: '2029-10-29', deadline: 'notice-limit', overdue: false },
      { subject: `renewal/${key}`, status: 'window_open', acts: ['createApplication'], dueOn: '2030-06-30', deadline: 'lapse' },
    ]);
    const first = await as(holder, 'GET', '/api/me/tasks?limit=1');
    const all = (await as(holder, 'GET', '/api/me/tasks')).body.items;
    expect((await as(holder, 'GET', `/api/me/tasks?limit=1&cursor=${first.body.next}`)).body.items).toEqual([all[1]]);
    await advance('2029-11-01T08:00:00.000Z');
    expect((await as(holder, 'GET', at())).body).toMatchObject({ status: 'open', periods: [{ outcome: 'validated', corrections: 1 }, { outcome: 'defaulted', formalNoticeOn: '2029-09-29' }, { n: 3, to: '2030-06-30' }] });
    expect(await told('monitoring.defaulted')).toBe(1);
  });

  it('stops reminding of the renewal once its file is in, and waits for its decision beyond the label’s end', async () => {
    await advance('2030-01-15T08:00:00.000Z');
    expect(await told('renewal.reminder')).toBe(1);
    await tell(space, { from: `application/${pole}`, to: `renewal/${key}`, act: 'applicationSubmitted', on: '2030-01-15', facts: { application: `application/${pole}` } });
    expect(await tasks(holder)).toMatchObject([{ acts: ['submitFinancialReport'], dueOn: '2029-12-31', overdue: true }]);
    await advance('2030-07-10T08:00:00.000Z');
    expect(await told('renewal.reminder')).toBe(1);
    expect((await as(secretariat, 'GET', '/api/renewals?endsBy=2030-06-30')).body.items).toMatchObject([{ id: key, status: 'submitted', application: pole, successor: null }]);
    expect((await as(holder, 'GET', `/api/labels/${key}`)).body).toMatchObject({ status: 'expired', data: { renewalUnderAppraisal: true } });
    await tell(space, { from: `application/${pole}`, to: `renewal/${key}`, act: 'applicationDecided', on: '2030-07-10', facts: { application: `application/${pole}`, outcome: 'award', startsOn: '2030-07-01', endsOn: '2033-06-30' } });
    expect((await as(holder, 'GET', `/api/renewals/${key}`)).body).toMatchObject({ status: 'renewed', successor: pole });
  });

  it('ends with the last report and the last account', async () => {
    await advance('2031-01-10T08:00:00.000Z');
    expect((await as(holder, 'GET', at())).body).toMatchObject({ status: 'settling', timeline: { ahead: [{ kind: 'financial-report-due', mark: 'default' }] } });
    await advance('2031-02-15T08:00:00.000Z');
    expect((await as(holder, 'GET', at())).body).toMatchObject({ status: 'closed', timeline: { ahead: [] } });
    expect(await tasks(holder)).toEqual([]);
  });
});
