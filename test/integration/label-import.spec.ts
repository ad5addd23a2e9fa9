import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { issueToken } from '../../libs/persistence/src/people/people.commands.js';
import { mails, runningSpace, type RunningSpace } from '../stack/stack.js';
import { call, someone, type Answer } from '../stack/staff.js';
import { inDatabase, tell } from '../stack/tell.js';

type Person = Awaited<ReturnType<typeof someone>>;
/** Structures that the public page on the label names as examples; all the rest of the file is demonstration data. */
const csv = readFileSync(new URL('../factories/labels-in-force.csv', import.meta.url), 'utf8');
let space: RunningSpace;
const people: Record<string, Person> = {};

const as = (name: string, method: string, path: string, body?: unknown): Promise<Answer> => call(space, people[name]?.token, method, path, body);
const advance = async (to: string): Promise<void> => expect(await as('operator', 'POST', '/api/clock/advances', { to })).toMatchObject({ status: 200 });
const rows = <T extends Record<string, unknown>>(query: ReturnType<typeof sql>): Promise<T[]> => inDatabase(space, async (db) => (await db.execute(query)).rows as unknown as T[]);
const file = (text: string, format = 'csv') => ({ scheme: 'pole-innovation', format, text });
const changed = (line: number, from: string, to: string): string => csv.split('\n').map((one, at) => (at === line - 1 ? one.replace(from, to) : one)).join('\n');

beforeAll(async () => {
  space = await runningSpace('import', { clock: { mode: 'stepped', start: '2028-02-10T09:00:00.000Z' } });
  for (const role of ['operator', 'secretariat', 'authority'] as const) people[role] = await someone(space, role, [role]);
  people['stranger'] = await someone(space, 'stranger');
}, 120_000);
afterAll(() => space?.stop());

describe('labels already in force', () => {
  it('are tried first: each fault with its line, its column and what to do, and nothing is changed', async () => {
    expect((await as('stranger', 'POST', '/api/label-imports/previews', file(csv))).status).toBe(403);
    const wrong = changed(3, '2028-06-30', '2025-06-30').replace('DEMO-0005', 'DEMO-0001').replace('|arts;', '|stone;').replace('00000008300014', '00000008300015');
    const tried = await as('secretariat', 'POST', '/api/label-imports/previews', file(wrong));
    expect(tried).toMatchObject({ status: 200, body: { dryRun: true, labels: 9, faulty: 3 } });
    const faults = tried.body.lines.flatMap((line: { line: number; faults: { column: string; code: string; detail: string }[] }) => line.faults.map(({ column, code, detail }) => [line.line, column, code, detail]));
    expect(faults).toEqual([
      [3, 'endsOn', 'dates-reversed', 'Le dernier jour précède le premier : corrigez l’un des deux.'],
      [3, 'themes', 'choice', expect.stringContaining('housing (Habitat et développement durable), arts (Arts et patrimoine)')],
      [6, 'number', 'import-twice', 'Ce numéro est déjà donné à la ligne 2 : gardez une seule des deux.'],
      [9, 'siret', 'siret-checksum', expect.stringContaining('clé de contrôle')],
    ]);
    const refused = await as('secretariat', 'POST', '/api/label-imports', file(wrong));
    expect(refused).toMatchObject({ status: 422, body: { code: 'import-faults', lines: [{ line: 3 }, { line: 6 }, { line: 9 }] } });
    expect(await as('secretariat', 'POST', '/api/label-imports/previews', file('number;pole\nA;B;C'))).toMatchObject({ status: 422, body: { code: 'import-unreadable', detail: expect.stringContaining('ligne 2') } });
    expect(await rows(sql`select 1 from pole union all select 1 from subject`)).toEqual([]);
  });

  it('are imported, all of them, and once: asked again, each is there already', async () => {
    expect(await as('secretariat', 'POST', '/api/label-imports/previews', file(csv))).toMatchObject({ body: { labels: 9, faulty: 0 } });
    const done = await as('secretariat', 'POST', '/api/label-imports', file(csv));
    expect([done.status, done.body.lines.map((line: { state: string }) => line.state)]).toEqual([201, Array(9).fill('imported')]);
    await advance('2028-02-10T09:00:01.000Z');
    const again = await as('secretariat', 'POST', '/api/label-imports', file(csv));
    expect(again.body.lines.map((line: { state: string }) => line.state)).toEqual(Array(9).fill('there-already'));
    expect(await rows(sql`select count(*)::int as n from pole`)).toEqual([{ n: 9 }]);
    const label = (await as('secretariat', 'GET', `/api/labels/${done.body.lines[0].label}`)).body;
    expect(label).toMatchObject({ status: 'active', number: 'DEMO-0001', startsOn: '2025-03-01', endsOn: '2028-02-29', pole: { name: 'Ceproc (démonstration)' }, data: { importedOn: '2028-02-10' }, contract: null });
    // Nothing waits for a signature that was given elsewhere.
    expect(label.steps.map(({ step, state }: { step: string; state: string }) => `${step} ${state}`)).toEqual(expect.arrayContaining(['decision done', 'register done', 'announcement done', 'monitoring done', 'renewal done']));
    expect(label.steps.filter(({ step, state }: { step: string; state: string }) => state === 'stuck' || step.startsWith('contract'))).toEqual([]);
  });

  it('are the secretariat’s to import, and the authority is told how many', async () => {
    for (const who of ['operator', 'authority', 'stranger']) {
      for (const path of ['/api/label-imports', '/api/label-imports/previews']) expect((await as(who, 'POST', path, file(csv))).status).toBe(403);
    }
    const find = async () => (await mails({ to: people['authority']?.email ?? '' })).filter(({ subject }) => /labels en vigueur sont repris/.test(subject));
    await waitFor('the mail', async () => (await find()).length > 0, { seconds: 20 });
    const told = await find();
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toMatch(/Nombre de labels\s: 9\./);
  });

  it('name nobody in a pole that exists: who represents it stays who it is', async () => {
    const one = (more: object) => JSON.stringify([{
      number: 'PI-2009-0666', startsOn: '2026-01-01', endsOn: '2029-01-01', pole: 'Ceproc (démonstration)', themes: ['food'], territory: 'Démonstration', siret: '00000001800010', structure: 'Ceproc', structureType: 'training-centre', ...more,
    }]);
    const stolen = one({ representative: 'Quelqu’un d’autre', representativeEmail: `taker@${space.name}.example.org` });
    expect(await as('secretariat', 'POST', '/api/label-imports/previews', file(stolen, 'json'))).toMatchObject({
      status: 200, body: { faulty: 1, lines: [{ faults: [{ column: 'representativeEmail', code: 'import-representative', detail: expect.stringContaining('Ce pôle existe déjà') }] }] },
    });
    expect(await as('secretariat', 'POST', '/api/label-imports', file(stolen, 'json'))).toMatchObject({ status: 422, body: { code: 'import-faults' } });
    expect(await rows(sql`select 1 from person where email like 'taker@%' union all select 1 from subject where data->>'number' = 'PI-2009-0666'`)).toEqual([]);
    for (const fine of [one({}), one({ representativeEmail: 'representant1@demonstration.example.org' })]) {
      expect(await as('secretariat', 'POST', '/api/label-imports/previews', file(fine, 'json'))).toMatchObject({ body: { faulty: 0 } });
    }
  });

  it('stand in the register from their first day on, under their numbers', async () => {
    const registered = (await as('stranger', 'GET', '/api/register?limit=100')).body.items;
    expect(registered.map((one: { number: string; status: string }) => `${one.number} ${one.status}`).sort()).toEqual([...Array.from({ length: 8 }, (_, i) => `DEMO-000${i + 1} valid`), 'DEMO-0009 upcoming']);
    expect((await as('stranger', 'GET', '/api/register/DEMO-0002?on=2026-01-01')).body).toMatchObject({ status: 'valid' });
  });

  it('are monitored and renewed from where they stand, without a word of what is past', async () => {
    const monitored = (await as('secretariat', 'GET', '/api/monitorings?limit=100')).body.items;
    const periods = Object.fromEntries(monitored.map((one: { pole: { name: string }; period: { n: number; from: string; to: string } }) => [one.pole.name.replace(' (démonstration)', ''), `${one.period.n} ${one.period.from}–${one.period.to}`]));
    expect(periods).toMatchObject({ Ceproc: '3 2027-03-01–2028-02-29', 'CMA de Meurthe et Moselle': '3 2028-01-01–2028-12-31', Capeb: '1 2027-07-01–2028-06-30' });
    const renewals = (await as('secretariat', 'GET', '/api/renewals?limit=100')).body.items;
    expect(renewals.map((one: { status: string }) => one.status)).toEqual(['window_open', 'window_open', ...Array(7).fill('not_due')]);
    const told = await rows<{ template: string; n: number }>(sql`select template, count(*)::int as n from notification where template ~ '^(award|monitoring|renewal|financing)' group by template order by template`);
    expect(told).toEqual([{ template: 'award.imported', n: 9 }, { template: 'award.labels-imported', n: 1 }, { template: 'monitoring.period-opened', n: 9 }]);
    const overdue = await rows(sql`select subject_id, kind from deadline where state = 'armed' and fires_at < '2028-02-10T09:00:00Z'`);
    expect(overdue).toEqual([]);
  });

  it('are renewed without a call of their own, under the last one of the scheme', async () => {
    const [own] = await rows<{ id: string; person: string }>(sql`select substr(s.id, 9) as id, m.person_id as person from subject s join pole_member m on m.pole_id = s.pole_id
      where s.kind = 'renewal' and s.data->>'endsOn' = '2028-06-30'`);
    const id = own?.person ?? '';
    people['holder'] = { id, email: '', token: await inDatabase(space, async (db) => (await issueToken(db, id, 'test', new Date(Date.now() + 3_600_000))).token) };
    expect((await as('holder', 'GET', '/api/me/tasks')).body.items).toContainEqual(expect.objectContaining({ subject: `renewal/${own?.id}`, acts: ['createApplication'], dueOn: '2028-06-30' }));
    const begins = () => as('holder', 'POST', `/api/renewals/${own?.id}/applications`);
    expect(await begins()).toMatchObject({ status: 409, body: { code: 'no-call-yet' } });
    const last = (await as('secretariat', 'POST', '/api/calls', { scheme: 'pole-innovation', title: { fr: 'Appel 2028', en: 'Call 2028' }, opensOn: '2028-02-10', closesOn: '2028-03-31' })).body.id;
    expect(await begins()).toMatchObject({ status: 201, body: { call: last, closesOn: '2028-06-30', carriedOver: [] } });
    // Its contract was signed elsewhere; its certificate is like any other's.
    const document = async (path: string) => (await as('holder', 'GET', `/api/labels/${own?.id}/${path}`)).status;
    expect([await document('contract.pdf'), await document('certificate.pdf')]).toEqual([404, 200]);
    expect((await as('stranger', 'GET', '/api/register/DEMO-0002/credential')).status).toBe(200);
  });

  it('go on like any label: reminders to come, the end of the term', async () => {
    await advance('2028-04-01T08:00:00.000Z');
    const told = await rows<{ name: string; template: string }>(sql`select distinct n.template, p.name from notification n join subject s on s.id = n.subject join pole p on p.id = s.pole_id
      where n.template in ('renewal.reminder', 'renewal.window-open', 'renewal.lapsed', 'award.expired')`);
    expect(told.map(({ name, template }) => `${name.replace(' (démonstration)', '')}: ${template}`).sort()).toEqual([
      'CMA de Meurthe et Moselle: renewal.window-open', 'Ceproc: award.expired', 'Ceproc: renewal.lapsed', 'Compagnons du devoir: renewal.reminder',
    ]);
    expect((await as('stranger', 'GET', '/api/register/DEMO-0001')).body).toMatchObject({ status: 'expired' });
  });

  it('leave their numbers to nobody else: the next one drawn comes after', async () => {
    const one = csv.split('\n').slice(0, 2).join('\n').replace('DEMO-0001', 'PI-2028-0041').replace('2028-02-29', '2028-12-31').replace('Ceproc (', 'Ceproc bis (');
    expect(await as('secretariat', 'POST', '/api/label-imports', file(one))).toMatchObject({ status: 201, body: { lines: [{ state: 'imported', number: 'PI-2028-0041' }] } });
    const [holder] = await rows<{ pole: string; structure: string }>(sql`select pole_id as pole, data->>'structure' as structure from subject where kind = 'award' and data->>'number' = 'PI-2028-0041'`);
    const key = randomUUID();
    await tell(space, {
      from: `application/${key}`, to: `award/${key}`, act: 'grant', on: '2028-04-01',
      facts: { application: `application/${key}`, call: `call/${key}`, ...holder, startsOn: '2028-05-01', endsOn: '2031-04-30', decidedOn: '2028-04-01' },
    });
    expect((await as('secretariat', 'GET', `/api/labels/${key}`)).body).toMatchObject({ status: 'awaiting_contract', number: 'PI-2028-0042' });
    const json = JSON.stringify([{
      number: 'PI-2028-0041', startsOn: '2026-01-01', endsOn: '2029-01-01', pole: 'Ifram (démonstration)', themes: ['health'], territory: 'Démonstration', siret: '00000009100017', structure: 'Ifram', structureType: 'association',
    }]);
    expect(await as('secretariat', 'POST', '/api/label-imports/previews', file(json, 'json'))).toMatchObject({ body: { lines: [{ line: 1, state: 'there-already' }] } });
  });

  it('give nobody rights before they are recorded; asked again, it goes on where it stopped', async () => {
    const text = JSON.stringify([{
      number: 'PI-2009-0100', startsOn: '2026-01-01', endsOn: '2029-01-01', pole: 'Pôle interrompu (démonstration)', themes: ['food'], territory: 'Démonstration', siret: '00000001800010', structure: 'Ceproc', structureType: 'training-centre',
      representative: 'Anne Exemple', representativeEmail: `anne@${space.name}.example.org`,
    }]);
    await inDatabase(space, async (db) => {
      await db.execute(sql`create function no_entry() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$`);
      await db.execute(sql`create trigger no_entry before insert on journal for each row execute function no_entry()`);
    });
    expect(await as('secretariat', 'POST', '/api/label-imports', file(text, 'json'))).toMatchObject({ status: 201, body: { lines: [{ state: 'received' }] } });
    const rights = () => rows<{ role: string; email: string }>(sql`select m.role, p.email from pole_member m join pole on pole.id = m.pole_id join person p on p.id = m.person_id where pole.name like 'Pôle interrompu%'`);
    expect(await rights()).toEqual([]);
    await inDatabase(space, (db) => db.execute(sql`drop trigger no_entry on journal`));
    await waitFor('the label', async () => (await rows(sql`select 1 from journal where type = 'imported' and facts->>'number' = 'PI-2009-0100'`)).length === 1, { seconds: 60 });
    expect(await as('secretariat', 'POST', '/api/label-imports', file(text, 'json'))).toMatchObject({ status: 201, body: { lines: [{ state: 'there-already' }] } });
    expect(await rights()).toEqual([{ role: 'legal_representative', email: `anne@${space.name}.example.org` }]);
    expect(await rows(sql`select n.state <> 'failed' as told, p.email from notification n left join person p on p.id = n.person_id join subject s on s.id = n.subject where n.template = 'award.imported' and s.data->>'number' = 'PI-2009-0100'`))
      .toEqual([{ told: true, email: `anne@${space.name}.example.org` }]);
  });
});
