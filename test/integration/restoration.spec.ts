import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { issueToken } from '../../libs/persistence/src/people/people.commands.js';
import { completeAnswers, pdf, wantedFiles } from '../factories/application-answers.js';
import { runningSpace, type RunningSpace } from '../stack/stack.js';
import { call, someone, type Answer } from '../stack/staff.js';
import { inDatabase } from '../stack/tell.js';

const schemesDir = join(dirname(fileURLToPath(import.meta.url)), '..', 'factories', 'schemes');
let space: RunningSpace;
const tokens: Record<string, string> = {};
/** The label's, its renewal's. */
let key: string;

const as = (name: string, method: string, path: string, body?: unknown): Promise<Answer> => call(space, tokens[name], method, path, body);
const advance = async (to: string): Promise<void> => expect(await as('operator', 'POST', '/api/clock/advances', { to })).toMatchObject({ status: 200 });
const renewal = async (): Promise<Answer['body']> => (await as('holder', 'GET', `/api/renewals/${key}`)).body;

beforeAll(async () => {
  space = await runningSpace('restoration', { schemesDir, clock: { mode: 'stepped', start: '2028-05-02T09:00:00.000Z' } });
  for (const role of ['operator', 'secretariat'] as const) tokens[role] = (await someone(space, role, [role])).token;
  const text = JSON.stringify([{
    number: 'DEMO-1', startsOn: '2025-07-01', endsOn: '2028-06-30', pole: 'Pôle de démonstration', themes: ['housing'], territory: 'Jura', siret: '73282932000074', structure: 'CFA de démonstration',
    structureType: 'training-centre', representative: 'Anne Exemple', representativeEmail: 'anne@restoration.example.org',
  }]);
  const done = await as('secretariat', 'POST', '/api/label-imports', { scheme: 'every-option', format: 'json', text });
  expect(done).toMatchObject({ status: 201, body: { lines: [{ state: 'imported' }] } });
  key = done.body.lines[0].label;
  tokens['holder'] = await inDatabase(space, async (db) => {
    const { rows } = await db.execute<{ id: string }>(sql`select id from person where email = 'anne@restoration.example.org'`);
    return (await issueToken(db, rows[0]?.id ?? '', 'test', new Date(Date.now() + 3_600_000))).token;
  });
  await as('secretariat', 'POST', '/api/calls', { scheme: 'every-option', title: { fr: 'Appel', en: 'Call' }, opensOn: '2028-05-02', closesOn: '2028-05-31' });
}, 120_000);
afterAll(() => space?.stop());

describe('a label that has ended, where the scheme restores', () => {
  it('may still be asked for, and says until when', async () => {
    await advance('2028-07-01T08:00:00.000Z');
    expect((await as('holder', 'GET', `/api/labels/${key}`)).body.status).toBe('expired');
    expect(await renewal()).toMatchObject({ status: 'restorable', endsOn: '2028-06-30', restorableUntil: '2028-12-30', allowedActions: ['createApplication'] });
    expect((await as('holder', 'GET', '/api/me/tasks')).body.items).toContainEqual(expect.objectContaining({ subject: `renewal/${key}`, acts: ['createApplication'], dueOn: '2028-12-30', deadline: 'restoration-limit' }));
  });

  it('is asked for without a call until that day; the register says that it has ended and is under appraisal', async () => {
    const draft = (await as('holder', 'POST', `/api/renewals/${key}/applications`)).body;
    expect(draft).toMatchObject({ closesOn: '2028-12-30', carriedOver: [] });
    await as('holder', 'PUT', `/api/applications/${draft.id}/draft`, { version: draft.version, answers: completeAnswers });
    for (const question of wantedFiles) {
      const body = new FormData();
      body.append('file', new Blob([pdf(question)]), `${question}.pdf`);
      await fetch(`${space.apiUrl}/api/applications/${draft.id}/attachments?question=${question}`, { method: 'POST', body, headers: { authorization: `Bearer ${tokens['holder']}` } });
    }
    await advance('2028-12-30T22:59:59.000Z');
    expect((await as('holder', 'GET', '/api/me/tasks')).body.items).toContainEqual(expect.objectContaining({ subject: `application/${draft.id}`, acts: ['submit'], dueOn: '2028-12-30', deadline: 'restoration-limit' }));
    const { version, completeness } = (await as('holder', 'GET', `/api/applications/${draft.id}/draft`)).body;
    expect(completeness.questions.filter((one: { complete: boolean }) => !one.complete)).toEqual([]);
    expect(await as('holder', 'POST', `/api/applications/${draft.id}/submissions`, { draftVersion: version })).toMatchObject({ status: 201, body: { receivedOn: '2028-12-30' } });
    await advance('2028-12-30T23:00:00.000Z');
    expect(await renewal()).toMatchObject({ status: 'submitted', application: draft.id });
    expect((await as('holder', 'GET', '/api/register/DEMO-1')).body).toMatchObject({ status: 'expired', label: { renewalUnderAppraisal: true } });
  });
});
