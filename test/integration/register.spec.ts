import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { sql } from 'drizzle-orm';
import { labelsInForce, type LabelsInForce } from '../stack/labels.js';
import { inDatabase, tell } from '../stack/tell.js';

let on: LabelsInForce;
const label = randomUUID();
const other = randomUUID();
let number: string;

const reasons = { reasonsInLaw: 'Articles L121-1 et L122-1.', reasonsInFact: 'Le rapport de 2028 manque.' };
const measure = { signatory: { firstName: 'Jeanne', surname: 'Martin', capacity: 'Directrice générale' }, ...reasons };
const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${on.space.apiUrl}${path}`, { headers });
const json = async (path: string): Promise<any> => (await get(path)).json(); // eslint-disable-line @typescript-eslint/no-explicit-any -- tests read whatever came
const post = (who: 'holder' | 'authority', key: string, path: string, body: object) => on.as(on[who], 'POST', `/api/labels/${key}/${path}`, body);

beforeAll(async () => {
  on = await labelsInForce('register', '2027-06-01', [label, other]);
  number = await on.numberOf(label);
}, 120_000);
afterAll(() => on?.space.stop());

describe('the register', () => {
  it('says what a label was on any day, as the journal has it', async () => {
    await on.advance('2028-02-01T09:00:00.000Z');
    await post('authority', label, 'notices', { intent: 'suspension', ...reasons });
    expect((await json(`/api/register/${number}`)).status).toBe('valid');
    expect(await post('holder', label, 'observations', { text: 'Le rapport est parti.' })).toMatchObject({ status: 201 });
    await on.advance('2028-02-20T09:00:00.000Z');
    expect(await post('authority', label, 'suspensions', measure)).toMatchObject({ status: 201 });
    await on.advance('2028-04-10T09:00:00.000Z');
    expect((await post('authority', label, 'reinstatements', {})).status).toBe(201);
    const statusOn = async (day: string): Promise<string> => (await json(`/api/register/${number}?on=${day}`)).status;
    expect(await Promise.all(['2027-06-30', '2027-07-01', '2028-02-19', '2028-02-20', '2028-04-09', '2028-04-10', '2030-06-30', '2030-07-01'].map(statusOn)))
      .toEqual(['upcoming', 'valid', 'valid', 'suspended', 'suspended', 'valid', 'valid', 'expired']);
    const suspended = await json('/api/register?status=suspended&on=2028-03-01&limit=1');
    expect(suspended.items.map((one: { number: string }) => one.number)).toEqual([number]);
    expect((await json('/api/register?status=suspended')).items).toEqual([]);
  });

  it('is searched by theme, place, structure type, scheme and words', async () => {
    const found = async (query: string): Promise<number> => (await json(`/api/register?${query}`)).items.length;
    expect(await Promise.all(['theme=housing', 'theme=food', 'place=jura', 'place=var', 'structureType=training-centre', 'structureType=association', 'scheme=pole-innovation', 'scheme=other', 'q=bois', `q=${number}`, 'status=valid&place=Jura'].map(found)))
      .toEqual([2, 0, 2, 0, 2, 0, 2, 0, 2, 1, 2]);
  });

  it('tells the history of a label, without reasons', async () => {
    const history = await json(`/api/register/${number.toLowerCase()}/history`);
    expect(history.periods).toEqual([
      expect.objectContaining({ status: 'upcoming', to: '2027-06-30' }), { status: 'valid', from: '2027-07-01', to: '2028-02-19', willEndOn: null }, { status: 'suspended', from: '2028-02-20', to: '2028-04-09', willEndOn: null },
      { status: 'valid', from: '2028-04-10', to: null, willEndOn: '2030-06-30' },
    ]);
    expect(JSON.stringify(history)).not.toMatch(/rapport|Martin/);
    const change = `change/${randomUUID()}`;
    for (const what of ['rename', 'manager']) await tell(on.space, { from: change, to: `award/${label}`, act: 'recordChange', on: '2028-04-10', starts: false, facts: { change, what } });
    expect((await json(`/api/register/${number}/history`)).changes).toEqual([{ on: '2028-04-10', what: 'rename', before: null, after: null }]);
    expect((await get('/api/register/PI-1999-0001/history')).status).toBe(404);
  });

  it('answers 304 while nothing has changed, and anew once something has', async () => {
    const first = await get(`/api/register/${number}`);
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    const again = await get(`/api/register/${number}`, { 'if-none-match': etag });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await get(`/api/register/${number}?on=2030-07-01`, { 'if-none-match': etag })).status).toBe(200);
    for (const path of ['/api/register', '/api/open-data/labels.csv', '/api/open-data/label-history.json', `/verify/${number}`]) {
      const tag = (await get(path)).headers.get('etag') ?? '';
      expect([path, (await get(path, { 'if-none-match': `"x", W/${tag}` })).status]).toEqual([path, 304]);
    }
  });
});

describe('the open data', () => {
  it('are the same rows in CSV and JSON, as the dictionary describes them', async () => {
    const { resources } = await json('/api/open-data/datapackage.json');
    expect(resources.map(({ name }: { name: string }) => name)).toEqual(['labels', 'label-history']);
    for (const { path, jsonPath, schema } of resources) {
      const [csv, objects] = [await get(path.replace(/^https?:\/\/[^/]+/, '')), await json(jsonPath.replace(/^https?:\/\/[^/]+/, ''))];
      expect(csv.headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/);
      const rows = parse(await csv.text(), { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
      const names = schema.fields.map((field: { name: string }) => field.name);
      expect(rows.map((row) => Object.keys(row))).toEqual(rows.map(() => names));
      expect(rows).toEqual(objects.map((one: Record<string, string | boolean | string[] | null>) => Object.fromEntries(Object.entries(one).map(([name, value]) => [name, value === null ? '' : Array.isArray(value) ? value.join('|') : String(value)]))));
      for (const field of schema.fields) {
        for (const row of rows) {
          const value = row[field.name] ?? '';
          if (field.constraints.required) expect([field.name, value]).not.toEqual([field.name, '']);
          if (field.constraints.enum) expect(field.constraints.enum).toContain(value);
          if (field.type === 'date' && value !== '') expect(value).toMatch(/^\d{4}-\d\d-\d\d$/);
        }
        expect(field.descriptionEn).not.toBe('');
      }
    }
  });
});

describe('the page behind the QR code', () => {
  const page = async (path: string, language = 'fr'): Promise<{ status: number; text: string; headers: Headers }> => {
    const response = await get(path, { 'accept-language': language });
    return { status: response.status, text: await response.text(), headers: response.headers };
  };

  it('says in one word and one sentence what the number is worth on the day', async () => {
    const shown = async (day: string, language = 'fr'): Promise<string | undefined> => /<\/span>([^<]+)<\/p>/.exec((await page(`/verify/${number}?on=${day}`, language)).text)?.[1];
    expect(await Promise.all(['2027-06-30', '2028-01-01', '2028-03-01', '2030-07-01'].map((day) => shown(day)))).toEqual(['Pas encore en vigueur', 'En vigueur', 'Suspendu', 'Arrivé à son terme']);
    expect(await shown('2028-03-01', 'en')).toBe('Suspended');
    const { text, headers } = await page(`/verify/${number}`);
    for (const said of ['Pôle Bois', 'CFA du Bois', '732\u00a0829\u00a0320', 'Jura', 'du 1er\u00a0juillet 2027 au 30\u00a0juin 2030', 'lang="fr"']) expect(text).toContain(said);
    expect([headers.get('content-language'), headers.get('content-type')]).toEqual(['fr', 'text/html; charset=utf-8']);
    expect((await page(`/verify/${number}?lang=en`)).text).toContain('1\u00a0July 2027 to 30\u00a0June 2030');
  });

  it('answers whatever is typed, and repeats it harmlessly', async () => {
    const typed = number.toLowerCase().replace(/-/g, ' – ');
    expect((await page(`/verify?number=${encodeURIComponent(typed)}`)).text).toContain('En vigueur');
    for (const apart of [number.toLowerCase().replace(/-/g, ' '), number.replace(/-/g, '')]) {
      expect((await page(`/verify/${encodeURIComponent(apart)}`)).text).toContain(`<span class="number">${number}</span>`);
      expect((await json(`/api/register/${encodeURIComponent(apart)}`)).number).toBe(number);
    }
    const hostile = await page(`/verify?number=${encodeURIComponent('"><script>alert(1)</script>')}&on=tomorrow`);
    expect(hostile.status).toBe(200);
    expect(hostile.text).toContain('Numéro inconnu');
    expect(hostile.text).not.toContain('<script');
    expect((await page(`/verify/${number}?on=2028-02-30`)).text).toContain('n’est pas une date');
    for (const long of [`${'a'.repeat(59)}😀`, '😀'.repeat(61)]) expect(await page(`/verify?number=${encodeURIComponent(long)}`)).toMatchObject({ status: 200, text: expect.stringContaining('😀') });
    expect((await page('/verify')).text).toContain('<form action="/verify" method="get">');
  });

  it('holds no script, asks nothing of anybody, and lets nothing in', async () => {
    const { text, headers } = await page(`/verify/${number}`);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/);
    expect(text).not.toMatch(/<script|<link|<img|@import|url\(|\son\w+=|style="/i);
    expect(text).not.toMatch(/(src|href|action)="https?:/);
  });
});

describe('the register on a day that is over', () => {
  it('says what was known of the renewal then, not what is today', async () => {
    await on.advance('2030-02-01T09:00:00.000Z');
    await tell(on.space, { from: `application/${other}`, to: `renewal/${label}`, act: 'applicationSubmitted', on: '2030-02-01', starts: false, facts: { application: `application/${other}` } });
    await inDatabase(on.space, (db) => db.execute(sql`update subject set data = data || ${JSON.stringify({ previous: `award/${label}`, activatedOn: '2030-02-01' })}::jsonb where id = ${`award/${other}`}`));
    const shown = async (day?: string): Promise<unknown[]> => {
      const { renewalUnderAppraisal, renewedBy } = (await json(`/api/register/${number}${day === undefined ? '' : `?on=${day}`}`)).label;
      return [renewalUnderAppraisal, renewedBy];
    };
    const successor = await on.numberOf(other);
    expect([await shown(), await shown('2030-02-01'), await shown('2030-12-01')]).toEqual([[true, successor], [true, successor], [true, successor]]);
    expect([await shown('2030-01-31'), await shown('2028-03-01')]).toEqual([[false, null], [false, null]]);
    await tell(on.space, { from: `application/${other}`, to: `renewal/${label}`, act: 'applicationWithdrawn', on: '2030-02-01', starts: false, facts: { application: `application/${other}` } });
    await on.advance('2030-02-03T09:00:00.000Z');
    expect([await shown(), await shown('2030-02-02')]).toEqual([[false, successor], [false, successor]]);
  });
});
