import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import { siretOf } from '../../apps/cli/src/rehearse/identifiers.js';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { done, newPole, openCall, submitted } from '../stack/files.js';
import { labelsInForce, type LabelsInForce } from '../stack/labels.js';

const [key, renounced] = [randomUUID(), randomUUID()] as [string, string];
let on: LabelsInForce;
let theCall: string;
let application: string;
let first: string;

type Row = { key: string; label: string; figures: Record<string, number | null> };
interface Table { readonly subject: string; readonly by: string; readonly rows: Row[] }
const get = (path: string) => done(on.space, on.secretariat, 'GET', path);
const rowsOf = (tables: Table[], subject: string, by: string): Row[] => tables.find((one) => one.subject === subject && one.by === by)?.rows ?? [];
const live = async (subject: string, by: string, day = ''): Promise<Row[]> => rowsOf((await get(`/api/statistics?scheme=pole-innovation${day && `&on=${day}`}`)).tables, subject, by);

async function workbook(id: string): Promise<Buffer> {
  const response = await fetch(`${on.space.apiUrl}/api/statistics/sets/${id}/workbook.xlsx`, { headers: { authorization: `Bearer ${on.secretariat.token}`, 'accept-language': 'fr' } });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

beforeAll(async () => {
  on = await labelsInForce('statistics', '2027-06-20', [key, renounced]);
  theCall = await openCall(on.space, on.secretariat, '2027-06-20', '2027-07-31');
  const pole = (name: string, n: number, themes: string[]) => newPole(on.space, on, name, siretOf(n), themes);
  application = await submitted(on.space, on.holder, theCall, await pole('Pôle Bois et Bâti', 9400, ['housing', 'food']));
  await submitted(on.space, on.holder, theCall, await pole('Pôle Bois', 9401, ['housing']));
  await on.advance('2027-07-02T09:00:00.000Z');
  await waitFor('the financings', async () => (await on.as(on.secretariat, 'GET', `/api/financings/${renounced}`)).status === 200, { seconds: 30 });
}, 180_000);
afterAll(() => on?.space.stop());

describe('the standard tables', () => {
  it('are computed live: whole, by call, region, theme and structure type', async () => {
    expect(await live('applications', 'whole')).toMatchObject([{ label: 'Ensemble', figures: { received: 2, underWay: 2, withdrawn: 0 } }]);
    expect(await live('applications', 'call')).toMatchObject([{ key: `call/${theCall}`, label: 'Appel', figures: { received: 2 } }]);
    expect((await live('applications', 'theme')).map(({ key: code, figures }) => [code, figures['received']])).toEqual([['food', 1], ['housing', 2]]);
    expect(await live('applications', 'region')).toMatchObject([{ key: 'Jura', figures: { received: 2 } }]);
    expect(await live('labels', 'structure-type')).toMatchObject([{ key: 'training-centre', figures: { granted: 2, valid: 2 } }]);
    const [money] = await live('payments', 'whole');
    expect(money).toMatchObject({ figures: { labels: 2, paidCents: 0 } });
    expect(money?.figures['maximumCents']).toBeGreaterThan(0);
    expect((await on.as(on.holder, 'GET', '/api/statistics')).status).toBe(403);
    expect(await on.as(on.secretariat, 'GET', '/api/statistics?scheme=pole-innovation&on=2040-01-01')).toMatchObject({ status: 422, body: { code: 'statistics-future' } });
  }, 60_000);

  it('say of an earlier day what was recorded by its end', async () => {
    expect(await live('labels', 'whole', '2027-06-20')).toMatchObject([{ figures: { granted: 2, upcoming: 2, valid: 0 } }]);
    expect(await live('applications', 'whole', '2027-06-19')).toEqual([]);
  });

  it('are frozen under a name, by whom and when, and stay as they were', async () => {
    first = (await done(on.space, on.secretariat, 'POST', '/api/statistics/sets', { name: 'Bilan de juillet', scheme: 'pole-innovation' })).id;
    expect(await on.as(on.authority, 'POST', '/api/statistics/sets', { name: 'Bilan de juillet', scheme: 'pole-innovation' })).toMatchObject({ status: 409, body: { code: 'statistics-name-taken' } });
    const before = await get(`/api/statistics/sets/${first}`);
    await done(on.space, on.holder, 'POST', `/api/applications/${application}/withdrawal`, { reason: 'Nous revenons l’an prochain.' });
    await done(on.space, on.holder, 'POST', `/api/labels/${renounced}/renunciations`, { on: '2027-07-02', reason: 'Le centre change de métier.' });
    await on.advance('2027-07-05T09:00:00.000Z');
    expect(await live('applications', 'whole')).toMatchObject([{ figures: { received: 2, underWay: 1, withdrawn: 1 } }]);
    expect(await live('labels', 'whole')).toMatchObject([{ figures: { granted: 2, valid: 1, renounced: 1 } }]);
    expect(await get(`/api/statistics/sets/${first}`)).toEqual(before);
    // Computed anew for that evening it also says the withdrawal, which came after the freezing.
    expect(rowsOf(before.tables, 'applications', 'whole')[0]?.figures).toMatchObject({ underWay: 2 });
    expect((await get('/api/statistics/sets')).items).toMatchObject([{ id: first, name: 'Bilan de juillet', on: '2027-07-02', takenBy: 'secretariat', hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  }, 60_000);

  it('are compared, figure by figure', async () => {
    const { id } = await done(on.space, on.authority, 'POST', '/api/statistics/sets', { name: 'Bilan du 5 juillet', scheme: 'pole-innovation' });
    const { items } = await get(`/api/statistics/sets/${id}/comparison?with=${first}&subject=applications&by=whole`);
    expect(items).toContainEqual(expect.objectContaining({ figure: 'withdrawn', figureLabel: 'Retirés', before: 0, after: 1, difference: 1 }));
    expect(items).toContainEqual(expect.objectContaining({ figure: 'underWay', before: 2, after: 1, difference: -1 }));
  });

  it('are one workbook, a sheet a subject, and any list a sheet', async () => {
    const bytes = await workbook(first);
    const [about, applications, payments] = await Promise.all(['À propos', 'Candidatures', 'Paiements'].map((sheet) => readSheet(bytes, sheet)));
    expect(about?.[0]).toEqual(['Nom', 'Bilan de juillet']);
    expect(applications?.[0]?.slice(0, 4)).toEqual(['Ventilation', 'Libellé', 'Déposés', 'En cours']);
    expect(applications?.[1]?.slice(0, 4)).toEqual(['Ensemble', 'Ensemble', 2, 2]);
    expect(payments?.[0]).toContain('Engagé au plus (€)');
    const list = await fetch(`${on.space.apiUrl}/api/statistics/figures?scheme=pole-innovation&subject=labels&format=xlsx`, { headers: { authorization: `Bearer ${on.secretariat.token}` } });
    expect([list.status, (await readSheet(Buffer.from(await list.arrayBuffer()), 1)).slice(0, 2).map((row) => row.slice(0, 2))]).toEqual([200, [['Tableau', 'Ventilation'], ['labels', 'ensemble']]]);
    expect((await get('/api/exports?as=xlsx')).items.length).toBeGreaterThanOrEqual(2);
  }, 60_000);
});
