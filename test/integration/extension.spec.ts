import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { labelsInForce, type LabelsInForce } from '../stack/labels.js';
import { mails } from '../stack/stack.js';

let on: LabelsInForce;
const [first, second, third, gone] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const decision = {
  schemeCode: 'pole-innovation', signatory: { firstName: 'Jeanne', surname: 'Martin', capacity: 'Directrice générale' },
  reasonsInLaw: 'Arrêté relatif au label.', reasonsInFact: 'L’appel suivant est reporté d’un an.',
};

beforeAll(async () => {
  on = await labelsInForce('extension', '2027-06-01', [first, second, third, gone]);
  await on.as(on.holder, 'POST', `/api/labels/${gone}/renunciations`, {});
}, 120_000);
afterAll(() => on?.space.stop());

const prepare = (body: object) => on.as(on.secretariat, 'POST', '/api/batches/extensions', { ...decision, ...body });
const preview = async (id: string) => (await on.as(on.secretariat, 'GET', `/api/batches/${id}/extension`)).body;
const done = (id: string) => waitFor('the batch', async () => (await on.as(on.secretariat, 'GET', `/api/batches/${id}`)).body.status === 'ended', { seconds: 30 });
const lastDay = async (key: string): Promise<string> => (await on.as(on.holder, 'GET', `/api/labels/${key}`)).body.endsOn;

describe('one decision that extends many labels', () => {
  it('is read before it is confirmed: labels, reports, indicators, instalments, certificates', async () => {
    await on.advance('2030-01-15T08:00:00.000Z');
    const batch = (await prepare({ endsOn: '2031-06-30', decidedOn: '2030-01-10', report: true, instalment: true })).body;
    expect(batch).toMatchObject({ status: 'prepared', kind: 'extension', collection: 'labels', call: null, counts: { waiting: 3 } });
    const read = await preview(batch.id);
    expect(read).toMatchObject({ endsOn: '2031-06-30', decidedOn: '2030-01-10', labels: 3, afterExpiry: 0, reports: 3, instalments: 3, certificates: 3, refused: 0 });
    expect(read.indicators).toBeGreaterThan(3);
    expect(read.rows.map((row: { id: string }) => row.id).sort()).toEqual([first, second, third].sort());
    expect(read.rows[0]).toMatchObject({ number: 'PI-2027-0001', pole: 'Pôle Bois', from: '2030-06-30', to: '2031-06-30', status: 'active', code: null });
    expect(await lastDay(first)).toBe('2030-06-30');
    expect(await on.as(on.holder, 'GET', `/api/batches/${batch.id}/extension`)).toMatchObject({ status: 403 });
  });

  it('is the authority’s to confirm, and says what it was when it was read', async () => {
    const batch = (await prepare({ endsOn: '2030-12-31', decidedOn: '2030-01-10', labels: [first, second] })).body;
    expect(await on.as(on.secretariat, 'POST', `/api/batches/${batch.id}/confirmation`, { plan: batch.plan })).toMatchObject({ status: 403 });
    expect(await on.as(on.authority, 'POST', `/api/batches/${batch.id}/confirmation`, { plan: 'another' })).toMatchObject({ status: 409, body: { code: 'batch-changed' } });
    expect(await on.as(on.authority, 'POST', `/api/batches/${batch.id}/confirmation`, { plan: batch.plan })).toMatchObject({ status: 200, body: { status: 'confirmed' } });
    await done(batch.id);
    expect(await Promise.all([first, second, third].map(lastDay))).toEqual(['2030-12-31', '2030-12-31', '2030-06-30']);
    expect((await on.as(on.holder, 'GET', `/api/labels/${first}`)).body.data.extensions).toEqual([
      { from: '2030-06-30', to: '2030-12-31', decidedOn: '2030-01-10', afterExpiry: false, report: false, instalment: false },
    ]);
    // What hangs on the label follows: its renewal is watched to the new day, and no report is added.
    await waitFor('the renewal', async () => (await on.as(on.holder, 'GET', `/api/renewals/${first}`)).body.data.endsOn === '2030-12-31', { seconds: 20 });
    const monitoring = (await on.as(on.holder, 'GET', `/api/monitorings/${first}`)).body;
    expect(monitoring.data).toMatchObject({ award: `award/${first}`, endsOn: '2030-06-30' });
    await waitFor('the mail', async () => (await mails({ to: on.holder.email })).filter(({ subject }) => /label est prolongé/.test(subject)).length === 2, { seconds: 20 });
  });

  it('asks for no report unless it says so', async () => {
    const all = (await on.as(on.authority, 'GET', '/api/batches/extensions')).body.items;
    expect(all.map((one: { status: string }) => one.status)).toEqual(['ended', 'prepared']);
    expect((await preview((await prepare({ endsOn: '2031-12-31', decidedOn: '2030-01-10' })).body.id))).toMatchObject({ labels: 3, reports: 0, indicators: 0, instalments: 0, certificates: 3 });
  });

  it('reaches labels that have expired when it is signed after their end, and both dates show', async () => {
    await on.advance('2030-08-01T08:00:00.000Z');
    expect((await on.as(on.holder, 'GET', `/api/labels/${third}`)).body.status).toBe('expired');
    const open = (await prepare({ endsOn: '2031-06-30', decidedOn: '2030-07-20' })).body;
    expect((await preview(open.id)).labels).toBe(2);
    const batch = (await prepare({ endsOn: '2031-06-30', decidedOn: '2030-07-20', expired: true })).body;
    expect(await preview(batch.id)).toMatchObject({ labels: 3, afterExpiry: 1 });
    await on.as(on.authority, 'POST', `/api/batches/${batch.id}/confirmation`, { plan: batch.plan });
    await done(batch.id);
    expect((await on.as(on.holder, 'GET', `/api/labels/${third}`)).body).toMatchObject({ status: 'active', endsOn: '2031-06-30', data: { extensions: [{ from: '2030-06-30', decidedOn: '2030-07-20', afterExpiry: true }] } });
  });

  it('names what cannot be extended', async () => {
    expect(await prepare({ endsOn: '2032-06-30', decidedOn: '2030-07-20', labels: [gone] })).toMatchObject({ status: 201 });
    const batch = (await prepare({ endsOn: '2031-06-30', decidedOn: '2030-07-20', labels: [first, gone] })).body;
    expect((await preview(batch.id)).rows.map((row: { code: string }) => row.code).sort()).toEqual(['extension-not-later', 'not-now']);
    expect(await prepare({ endsOn: '2032-06-30', decidedOn: '2030-07-20', labels: [randomUUID()] })).toMatchObject({ status: 422, body: { code: 'labels-elsewhere' } });
    expect(await prepare({ endsOn: '2029-01-01', decidedOn: '2030-07-20' })).toMatchObject({ status: 409, body: { code: 'no-labels-to-extend' } });
  });
});
