import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseScheme } from '../../libs/domain/src/scheme/parse.js';
import { loadScheme } from '../../libs/persistence/src/scheme/scheme.queries.js';
import { poleOf } from '../stack/pole.js';
import { runningSpace, type RunningSpace } from '../stack/stack.js';
import { call, someone, type Answer } from '../stack/staff.js';
import { inDatabase, tell } from '../stack/tell.js';

const path = join(import.meta.dirname, '..', 'factories', 'schemes', 'every-option.yaml');
const parsed = parseScheme(readFileSync(path, 'utf8'), path);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
const { scheme } = parsed;

type Person = Awaited<ReturnType<typeof someone>>;
let space: RunningSpace;
let operator: Person;
let secretariat: Person;
let holder: Person;
let colleague: Person;
let expert: Person;
let other: Person;
const key = randomUUID();

beforeAll(async () => {
  space = await runningSpace('mid-term', { clock: { mode: 'stepped', start: '2027-06-20T09:00:00.000Z' } });
  operator = await someone(space, 'operator', ['operator']);
  secretariat = await someone(space, 'secretariat', ['secretariat']);
  holder = await someone(space, 'holder');
  colleague = await someone(space, 'colleague', ['expert']);
  expert = await someone(space, 'expert', ['expert']);
  other = await someone(space, 'other', ['expert']);
  const pole = await poleOf(space, { holder, colleague, secretariat });
  await inDatabase(space, (db) => loadScheme(db, scheme));
  await tell(space, {
    from: `award/${key}`, to: `monitoring/${key}`, act: 'begin', on: '2027-06-20', scheme: scheme.code,
    facts: { award: `award/${key}`, call: `call/${key}`, pole, startsOn: '2027-07-01', endsOn: '2030-06-30' },
  });
}, 120_000);
afterAll(() => space?.stop());

const as = (person: Person, method: string, to: string, body?: unknown): Promise<Answer> => call(space, person.token, method, to, body);
const at = (rest = ''): string => `/api/monitorings/${key}${rest}`;
const advance = async (to: string): Promise<void> => expect(await as(operator, 'POST', '/api/clock/advances', { to })).toMatchObject({ status: 200 });
const tasks = async (person: Person): Promise<unknown[]> => (await as(person, 'GET', '/api/me/tasks')).body.items.filter((one: { kind: string }) => one.kind !== 'survey');

describe('a label that is appraised at mid-term', () => {
  it('asks the secretariat for an expert after the period that the scheme names', async () => {
    expect(await as(secretariat, 'POST', at('/mid-term-appraisals'), { expert: expert.id })).toMatchObject({ status: 409, body: { code: 'mid-term-not-asked' } });
    await advance('2028-11-02T08:00:00.000Z');
    expect((await as(secretariat, 'GET', at())).body).toMatchObject({ midTerm: { state: 'asked', appraisal: null, total: null }, allowedActions: expect.arrayContaining(['staffMidTerm']) });
    expect(await tasks(secretariat)).toMatchObject([{ subject: `monitoring/${key}`, acts: ['staffMidTerm'], deadline: 'mid-term-due' }]);
  });

  it('is appraised by somebody with no part in it', async () => {
    expect(await as(secretariat, 'POST', at('/mid-term-appraisals'), { expert: holder.id })).toMatchObject({ status: 422, body: { code: 'not-an-expert' } });
    expect(await as(secretariat, 'POST', at('/mid-term-appraisals'), { expert: colleague.id })).toMatchObject({ status: 409, body: { code: 'expert-of-pole' } });
    expect((await as(holder, 'POST', at('/mid-term-appraisals'), { expert: other.id })).status).toBe(403);
    expect(await as(secretariat, 'POST', at('/mid-term-appraisals'), { expert: other.id })).toMatchObject({ status: 201, body: { outcome: { entries: ['mid-term-staffed'], pending: [`appraisal/${key}/101`] } } });
    await advance('2028-11-02T08:00:01.000Z');
    expect((await as(other, 'GET', `/api/appraisals/${key}-101`)).body).toMatchObject({ status: 'invited', label: key, pole: { name: 'Pôle Bois' } });
    // Names alone, until free of conflict.
    expect((await as(other, 'GET', at())).status).toBe(404);
    expect(await as(other, 'POST', `/api/appraisals/${key}-101/declaration`, { conflict: true, conflictKind: 'employer' })).toMatchObject({ status: 201 });
    await advance('2028-11-02T08:00:02.000Z');
    expect((await as(secretariat, 'GET', at())).body.midTerm).toMatchObject({ state: 'asked' });
  });

  it('is read by its expert, and the scores come to the label', async () => {
    expect(await as(secretariat, 'POST', at('/mid-term-appraisals'), { expert: expert.id })).toMatchObject({ status: 201 });
    await advance('2028-11-02T08:00:03.000Z');
    const appraisal = `/api/appraisals/${key}-102`;
    await as(expert, 'POST', `${appraisal}/declaration`, { conflict: false });
    expect((await as(expert, 'GET', at())).body).toMatchObject({ status: 'open', periods: [{ outcome: 'defaulted' }, {}], allowedActions: [] });
    expect((await as(expert, 'GET', at('/indicators'))).status).toBe(200);
    expect((await as(expert, 'GET', at('/reports'))).body).toMatchObject([{ type: 'period-defaulted' }]);
    expect((await as(expert, 'GET', '/api/network/indicators')).status).toBe(403);
    await as(expert, 'POST', `${appraisal}/undertaking`, {});
    expect(await as(expert, 'POST', `${appraisal}/acceptance`, {})).toMatchObject({ status: 201 });
    const marks = Object.fromEntries(scheme.grid.criteria.map(({ code }) => [code, 1]));
    const comments = Object.fromEntries(scheme.grid.criteria.map(({ code }) => [code, 'Peu d’actions cette année.']));
    expect(await as(expert, 'POST', `${appraisal}/scores`, { marks, comments })).toMatchObject({ status: 201, body: { outcome: { status: 'submitted' } } });
    await advance('2028-11-02T08:00:04.000Z');
    expect((await as(expert, 'GET', appraisal)).body).toMatchObject({ status: 'revealed' });
    expect((await as(secretariat, 'GET', at())).body).toMatchObject({ midTerm: { state: 'appraised', appraisal, appraisedOn: '2028-11-02', total: 2000 }, data: { midTerm: { expert: expert.id } } });
    // The pole learns what came of it, not by whom.
    const { body } = await as(holder, 'GET', at());
    expect(body.midTerm).toMatchObject({ state: 'appraised', appraisal: null, total: 2000 });
    expect(JSON.stringify(body)).not.toContain(expert.id);
  });
});
