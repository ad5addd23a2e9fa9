import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { siretOf } from '../../apps/cli/src/rehearse/identifiers.js';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { verifyJournal } from '../../libs/persistence/src/procedure/verify.js';
import { unzipped } from '../factories/zip.js';
import { done, newPole, openCall, submitted } from '../stack/files.js';
import { mails, runningSpace, type RunningSpace } from '../stack/stack.js';
import { call, someone, type Answer } from '../stack/staff.js';
import { inDatabase } from '../stack/tell.js';

type Person = Awaited<ReturnType<typeof someone>>;
let space: RunningSpace;
const people: Record<string, Person> = {};
const person = (name: string): Person => people[name] as Person;
const as = (name: string, method: string, path: string, body?: unknown): Promise<Answer> => call(space, person(name).token, method, path, body);
const must = (name: string, method: string, path: string, body?: unknown) => done(space, person(name), method, path, body);
const secret = 'Le toit de l’atelier fuit depuis janvier.';
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

let id: string;
let kept: string;
let row: string;

/** The zip and what is in it, by path. */
async function archive(name = 'secretariat'): Promise<{ status: number; bytes: Buffer; parts: Map<string, Buffer> }> {
  const response = await fetch(`${space.apiUrl}/api/retention/files/${row}/archive.zip`, { headers: { authorization: `Bearer ${person(name).token}` } });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, bytes, parts: response.status === 200 ? await unzipped(bytes) : new Map() };
}

beforeAll(async () => {
  space = await runningSpace('retention', { clock: { mode: 'stepped', start: '2027-03-01T09:00:00.000Z' } });
  for (const role of ['operator', 'secretariat', 'authority', 'auditor'] as const) people[role] = await someone(space, role, [role]);
  people['holder'] = await someone(space, 'holder');
  const theCall = await openCall(space, person('secretariat'), '2027-03-01', '2027-03-31');
  const pole = async (name: string, n: number) => newPole(space, { holder: person('holder'), secretariat: person('secretariat') }, name, siretOf(n));
  id = await submitted(space, person('holder'), theCall, await pole('Pôle à oublier', 9300));
  kept = await submitted(space, person('holder'), theCall, await pole('Pôle à garder', 9301));
  await must('holder', 'POST', `/api/applications/${id}/messages`, { text: secret });
  for (const one of [id, kept]) await must('holder', 'POST', `/api/applications/${one}/withdrawal`, { reason: secret });
}, 180_000);
afterAll(() => space?.stop());

describe('a file whose time is over', () => {
  it('is not listed on the last day of its period, and is on the day after', async () => {
    expect((await must('secretariat', 'GET', '/api/retention/due')).items).toEqual([]);
    expect(await as('secretariat', 'POST', '/api/retention/proposals', { files: [{ file: `application/${id}` }] })).toMatchObject({ status: 409, body: { code: 'retention-not-due' } });
    await must('operator', 'POST', '/api/clock/advances', { to: '2032-03-01T09:00:00.000Z' });
    expect((await must('secretariat', 'GET', '/api/retention/due')).items).toEqual([]);
    await must('operator', 'POST', '/api/clock/advances', { to: '2032-03-02T09:00:00.000Z' });
    const { items } = await must('secretariat', 'GET', '/api/retention/due');
    expect(items).toHaveLength(2);
    expect(items).toContainEqual(expect.objectContaining({ file: `application/${id}`, pole: 'Pôle à oublier', category: 'refused', from: '2027-03-01', until: '2032-03-01', foreseen: 'eliminate' }));
    expect((await as('holder', 'GET', '/api/retention/due')).status).toBe(403);
  }, 120_000);

  it('is proposed by the secretariat, decided by the authority with the archives’ reference, and destroyed by nobody before', async () => {
    expect((await as('authority', 'POST', '/api/retention/proposals', { files: [{ file: `application/${id}` }] })).status).toBe(403);
    const { items } = await must('secretariat', 'POST', '/api/retention/proposals', { files: [{ file: `application/${id}` }, { file: `application/${kept}`, proposal: 'keep' }] });
    expect(items).toMatchObject([{ status: 'proposed', proposal: 'eliminate', allowedActions: [] }, { status: 'proposed', proposal: 'keep' }]);
    row = items[0].id;
    expect(await as('secretariat', 'POST', `/api/retention/files/${row}/elimination`, { archive: '0'.repeat(64) })).toMatchObject({ status: 409, body: { code: 'retention-not-now' } });
    expect((await as('secretariat', 'POST', `/api/retention/files/${row}/decision`, { decision: 'eliminate', reference: 'AD39' })).status).toBe(403);
    expect((await must('authority', 'GET', `/api/retention/files/${row}`)).allowedActions).toEqual(['keep', 'eliminate']);
    expect(await must('authority', 'POST', `/api/retention/files/${items[1].id}/decision`, { decision: 'keep', reference: 'AD39 2032-17' })).toMatchObject({ status: 'kept', decision: 'keep', reference: 'AD39 2032-17', allowedActions: [] });
    expect(await must('authority', 'POST', `/api/retention/files/${row}/decision`, { decision: 'eliminate', reference: 'AD39 2032-18' })).toMatchObject({ status: 'to_eliminate' });
    expect(await as('authority', 'POST', `/api/retention/files/${row}/decision`, { decision: 'keep', reference: 'AD39' })).toMatchObject({ status: 409, body: { code: 'retention-not-now' } });
    // Decided, and still whole: it has not left yet.
    expect(await as('secretariat', 'POST', `/api/retention/files/${row}/elimination`, { archive: '0'.repeat(64) })).toMatchObject({ status: 409, body: { code: 'archive-missing' } });
    expect((await must('secretariat', 'GET', `/api/applications/${id}/answers`)).answers).not.toEqual({});
  });

  it('tells the authority once of all that awaits a decision, and the secretariat of each decision', async () => {
    const told = async () => (await Promise.all(['authority', 'secretariat'].map((name) => mails({ to: person(name).email })))).flat().map(({ text }) => text.replace(/\s+/g, ' ')).filter((text) => /conservation de \d+ dossiers? est échue|Téléchargez d’abord|au service des archives/.test(text));
    await waitFor('the mails', async () => (await told()).length >= 3, { seconds: 30 });
    expect((await told()).filter((text) => text.includes('2 dossiers'))).toHaveLength(1);
    expect((await told()).join(' ')).toContain('AD39 2032-18');
  }, 60_000);

  it('leaves as a zip whose manifest has the hash of each part: book, originals, journal', async () => {
    expect((await archive('authority')).status).toBe(403);
    const { status, parts } = await archive();
    expect(status).toBe(200);
    const manifest = JSON.parse(parts.get('manifest.json')?.toString() ?? '{}');
    expect(manifest).toMatchObject({ format: 'estampille-file/1', file: `application/${id}`, category: 'refused', reference: 'AD39 2032-18', missing: [] });
    expect(manifest.parts.map(({ path }: { path: string }) => path).sort()).toEqual([...parts.keys()].filter((path) => path !== 'manifest.json').sort());
    for (const { path, size, sha256: hash } of manifest.parts) expect([path, parts.get(path)?.length, sha256(parts.get(path) ?? Buffer.alloc(0))]).toEqual([path, size, hash]);
    expect(parts.get('file.pdf')?.subarray(0, 5).toString()).toBe('%PDF-');
    expect(manifest.parts.filter(({ is }: { is: string }) => is === 'answer').length).toBeGreaterThan(2);
    const { journal } = JSON.parse(parts.get('journal.json')?.toString() ?? '{}');
    expect(journal.map(({ type }: { type: string }) => type)).toEqual(expect.arrayContaining(['submitted', 'withdrawn']));
    expect(parts.get('written.json')?.toString()).toContain(secret);
    expect((await must('auditor', 'GET', `/api/exports?as=zip&subject=application/${id}`)).items).toHaveLength(1);
  }, 60_000);

  it('that has changed since leaves again before anything is destroyed', async () => {
    const first = await archive();
    await must('operator', 'POST', '/api/clock/advances', { to: '2032-03-02T10:00:00.000Z' });
    await inDatabase(space, (db) => db.execute(sql`insert into note (id, subject_id, author_id, written_at) values (gen_random_uuid(), ${`application/${id}`}, ${person('secretariat').id}, estampille_now())`));
    await inDatabase(space, (db) => db.execute(sql`insert into note_version (note_id, version, text, written_at) select id, 1, ${secret}, estampille_now() from note where subject_id = ${`application/${id}`}`));
    expect(await as('secretariat', 'POST', `/api/retention/files/${row}/elimination`, { archive: sha256(first.bytes) })).toMatchObject({ status: 409, body: { code: 'archive-outdated' } });
  }, 60_000);

  it('is destroyed then: no text and no file is left, and the journal is as valid as before', async () => {
    const { bytes } = await archive();
    const before = await inDatabase(space, verifyJournal);
    expect(before.faults).toEqual([]);
    expect(await must('secretariat', 'POST', `/api/retention/files/${row}/elimination`, { archive: sha256(bytes) })).toMatchObject({ status: 'eliminated', decision: 'eliminate', archive: { sha256: sha256(bytes) }, erased: { texts: expect.any(Number), submissions: 1, notes: 1 } });
    expect(await inDatabase(space, verifyJournal)).toEqual(before);
    const left = await inDatabase(space, async (db) => ({
      texts: (await db.execute(sql`select 1 from content where subject_id = ${`application/${id}`} and body is not null`)).rows.length,
      names: (await db.execute(sql`select 1 from attachment where application_id = ${id} and name <> ''`)).rows.length,
      answers: (await db.execute(sql`select 1 from submitted_draft where application_id = ${id} and answers is not null`)).rows.length,
      notes: (await db.execute(sql`select 1 from note_version v join note n on n.id = v.note_id where n.subject_id = ${`application/${id}`} and v.text is not null`)).rows.length,
      hashes: (await db.execute<{ sha256: string }>(sql`select sha256 from attachment where application_id = ${id}`)).rows.map((one) => one.sha256),
    }));
    expect(left).toMatchObject({ texts: 0, names: 0, answers: 0, notes: 0 });
    const { existsSync } = await import('node:fs');
    expect(left.hashes.map((hash) => existsSync(`${space.filesDir}/applications/${id}/${hash}`))).toEqual(left.hashes.map(() => false));
    // The other file, which is kept, has lost nothing; and the page of this one still opens.
    expect(JSON.stringify(await must('secretariat', 'GET', `/api/applications/${kept}/answers`))).toContain('answers');
    expect((await as('secretariat', 'GET', `/api/applications/${id}`)).status).toBe(200);
    expect((await as('secretariat', 'GET', `/api/applications/${id}/answers`)).status).toBeLessThan(500);
    expect((await as('secretariat', 'GET', `/api/retention/due`)).body.items).toEqual([]);
    expect(await as('secretariat', 'POST', `/api/retention/files/${row}/elimination`, { archive: sha256(bytes) })).toMatchObject({ status: 409, body: { code: 'retention-not-now' } });
    expect((await archive()).status).toBe(409);
  }, 60_000);
});
