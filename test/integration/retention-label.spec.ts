import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { verifyJournal } from '../../libs/persistence/src/procedure/verify.js';
import { pdf } from '../factories/application-answers.js';
import { unzipped } from '../factories/zip.js';
import { done } from '../stack/files.js';
import { labelsInForce, type LabelsInForce } from '../stack/labels.js';
import { inDatabase } from '../stack/tell.js';

const key = randomUUID();
let on: LabelsInForce;
const due = async () => (await done(on.space, on.secretariat, 'GET', '/api/retention/due?limit=100')).items as { file: string; category: string; from: string; until: string; foreseen: string }[];

beforeAll(async () => {
  on = await labelsInForce('retention-label', '2027-06-20', [key]);
  await waitFor('the financing', async () => (await on.as(on.secretariat, 'GET', `/api/financings/${key}`)).status === 200, { seconds: 30 });
  const body = new FormData();
  body.append('file', new Blob([pdf('RIB')]), 'rib.pdf');
  const sent = await fetch(`${on.space.apiUrl}/api/financings/${key}/bank-documents`, { method: 'POST', body, headers: { authorization: `Bearer ${on.holder.token}` } });
  const { id } = (await sent.json()) as { id: string };
  await done(on.space, on.holder, 'POST', `/api/financings/${key}/bank-details`, { iban: 'FR1420041010050500013M02606', holder: 'CFA du Bois', document: id });
  await done(on.space, on.holder, 'POST', `/api/labels/${key}/renunciations`, { on: '2027-06-20', reason: 'Le centre ferme.' });
}, 180_000);
afterAll(() => on?.space.stop());

/** Proposes, decides, takes the zip and destroys. */
async function eliminate(file: string): Promise<Map<string, Buffer>> {
  const { items: [row] } = await done(on.space, on.secretariat, 'POST', '/api/retention/proposals', { files: [{ file, proposal: 'eliminate' }] });
  await done(on.space, on.authority, 'POST', `/api/retention/files/${row.id}/decision`, { decision: 'eliminate', reference: 'AN 2042-3' });
  const response = await fetch(`${on.space.apiUrl}/api/retention/files/${row.id}/archive.zip`, { headers: { authorization: `Bearer ${on.secretariat.token}` } });
  const bytes = Buffer.from(await response.arrayBuffer());
  expect([file, response.status]).toEqual([file, 200]);
  await done(on.space, on.secretariat, 'POST', `/api/retention/files/${row.id}/elimination`, { archive: createHash('sha256').update(bytes).digest('hex') });
  return unzipped(bytes);
}

it('a label’s file is kept ten years from its end, its payments by a period of their own', async () => {
  await on.advance('2037-06-20T09:00:00.000Z');
  expect((await due()).filter(({ category }) => category === 'awarded')).toEqual([]);
  await on.advance('2038-06-30T09:00:00.000Z');
  const files = await due();
  expect(files).toContainEqual(expect.objectContaining({ file: `award/${key}`, category: 'awarded', foreseen: 'keep' }));
  expect(files).toContainEqual(expect.objectContaining({ file: `financing/${key}`, category: 'payments', foreseen: 'eliminate' }));
}, 300_000);

it('the account goes with the payments, the contract with the label, and every chain holds', async () => {
  const money = await eliminate(`financing/${key}`);
  expect([...money.keys()]).toEqual(expect.arrayContaining(['journal.json', 'written.json', 'manifest.json', 'originals/001-bank-document.pdf']));
  expect(money.get('written.json')?.toString()).toContain('FR1420041010050500013M02606');
  const ibans = await inDatabase(on.space, async (db) => (await db.execute(sql`select 1 from content where body::text like '%FR14200410%' union all select 1 from bank_document where name <> ''`)).rows.length);
  expect(ibans).toBe(0);
  expect((await due()).map(({ file }) => file)).toContain(`award/${key}`);
  const label = await eliminate(`award/${key}`);
  expect(JSON.parse(label.get('manifest.json')?.toString() ?? '{}').subjects).toEqual(expect.arrayContaining([`award/${key}`, `monitoring/${key}`, `renewal/${key}`]));
  expect((await inDatabase(on.space, verifyJournal)).faults).toEqual([]);
  // The register is the public’s: it still tells the label’s life.
  expect(await on.as(undefined, 'GET', `/api/register/${await on.numberOf(key)}/history`)).toMatchObject({ status: 200, body: { number: await on.numberOf(key) } });
  expect((await on.as(on.secretariat, 'GET', `/api/labels/${key}`)).status).toBe(200);
  expect((await on.as(on.secretariat, 'GET', `/api/financings/${key}`)).status).toBe(200);
}, 120_000);
