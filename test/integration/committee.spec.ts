import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { partOf } from '../../libs/domain/src/scheme/part.js';
import type { Scheme } from '../../libs/domain/src/scheme/shape/scheme.js';
import { applicationDraft, submittedDraft } from '../../libs/persistence/src/application/application.tables.js';
import { subject as subjects } from '../../libs/persistence/src/procedure/procedure.tables.js';
import { loadScheme, newestSchemes } from '../../libs/persistence/src/scheme/scheme.queries.js';
import { pdf } from '../factories/application-answers.js';
import { Acts } from '../stack/acts.js';
import { mails, runningSpace, type RunningSpace } from '../stack/stack.js';
import { call, someone, type Answer } from '../stack/staff.js';
import { inDatabase, tell } from '../stack/tell.js';

type Person = Awaited<ReturnType<typeof someone>>;
let space: RunningSpace;
let acts: Acts;
const people: Record<string, Person> = {};
const sirets = ['73282932000074', '11100000600010', '11100001400014', '11100002200017'];
const poles: Record<string, string> = {};
const members = ['anne', 'boris', 'chloe', 'david'];

const as = (name: string, method: string, path: string, body?: unknown): Promise<Answer> => call(space, people[name]?.token, method, path, body);
const desk = (path: string, body: unknown = {}): Promise<Answer> => as('secretariat', 'POST', path, body);
const advance = async (to: string): Promise<void> => expect(await as('operator', 'POST', '/api/clock/advances', { to })).toMatchObject({ status: 200 });
const idOf = (name: string): string => people[name]?.id ?? '';
const show = async (session: string, reader = 'secretariat'): Promise<Answer['body']> => (await as(reader, 'GET', `/api/sessions/${session}`)).body;
const statusOf = async (application: string): Promise<string> => (await as('secretariat', 'GET', `/api/applications/${application}`)).body.status;
const becomes = (application: string, status: string): Promise<void> => waitFor(`${application} to be ${status}`, async () => (await statusOf(application)) === status, { seconds: 20 });

/** A file of this pole whose experts have all written: it waits for the committee. `mark` of 5, on every criterion. */
async function waiting(pole: string, { mark = 4, scheme = 'pole-innovation', experts = [randomUUID(), randomUUID()] as string[] } = {}): Promise<string> {
  const [newest] = await newestSchemes(acts.db, scheme);
  const id = randomUUID();
  const subject = `application/${id}`;
  const theCall = `call/${randomUUID()}`;
  const on = '2027-03-01';
  const now = new Date('2027-03-01T09:00:00.000Z');
  await acts.db.insert(applicationDraft).values({ id, callId: theCall, poleId: poles[pole] ?? '', schemeId: newest?.id ?? '', closesOn: null, answers: {}, version: 1, createdAt: now, createdBy: idOf('secretariat'), savedAt: now, savedBy: idOf('secretariat') });
  await acts.db.insert(submittedDraft).values({ applicationId: id, version: 1, answers: { sector: 'Bois' }, attachments: [], salt: 's', hash: 'h', frozenAt: now });
  await acts.take({
    subject, act: 'submit', by: 'applicant', startsWith: newest?.id ?? '',
    facts: { call: theCall, callClosesOn: '2027-12-31', pole: poles[pole] ?? '', structure: randomUUID(), structureType: 'training-centre', kind: 'initial', draft: { version: 1, hash: 'h' } },
  });
  await acts.take({ subject, act: 'admit', by: 'secretariat' });
  await acts.take({ subject, act: 'staff', by: 'secretariat', facts: { experts } });
  const marks = Object.fromEntries((newest?.scheme.grid.criteria ?? []).map(({ code }) => [code, mark]));
  for (const n of [1, 2]) await tell(space, { from: `appraisal/${id}/${n}`, to: subject, act: 'appraisalSubmitted', facts: { n, total: mark * 2000, marks }, on, starts: false });
  return id;
}

/** Convened ten days from now; its id. */
async function convene(on: string, files: readonly string[], scheme = 'pole-innovation'): Promise<string> {
  const made = await desk('/api/sessions', { scheme, on, time: '14:00', place: '78 rue de Varenne, Paris', remoteAddress: 'https://visio.example.org/comite', files });
  expect(made).toMatchObject({ status: 201, body: { status: 'convened' } });
  await waitFor('the files to know', async () => (await show(made.body.id)).files.every(({ confirmed }: { confirmed: boolean }) => confirmed), { seconds: 20 });
  return made.body.id as string;
}

const present = (session: string, names: readonly string[], how = 'on-site'): Promise<Answer> => desk(`/api/sessions/${session}/presences`, { presences: names.map((name) => ({ member: idOf(name), how })) });
const opened = (session: string): Promise<Answer> => desk(`/api/sessions/${session}/openings`);
/** The scan of a signed paper, sent to a file. */
async function scanOf(application: string): Promise<string> {
  const body = new FormData();
  body.append('file', new Blob([pdf(randomUUID())]), 'signé.pdf');
  const response = await fetch(`${space.apiUrl}/api/applications/${application}/scans`, { method: 'POST', body, headers: { authorization: `Bearer ${people['secretariat']?.token}` } });
  return ((await response.json()) as { id: string }).id;
}

/** A show of hands with its signed sheet. One letter a member, in their order: f for, a against, n abstains. */
const vote = async (session: string, application: string, outcome: string, names: readonly string[], hands: string, more: object = {}): Promise<Answer> => desk(`/api/sessions/${session}/votes`, {
  application, outcome, reasons: 'Actions engagées solides.', sheet: await scanOf(application), ...more,
  votes: names.map((name, i) => ({ member: idOf(name), vote: hands[i] === 'f' ? 'for' : hands[i] === 'a' ? 'against' : 'abstain' })),
});

async function withOptions(code: string): Promise<void> {
  const [newest] = await newestSchemes(acts.db, 'pole-innovation');
  const scheme = newest?.scheme as Scheme;
  await loadScheme(acts.db, { ...scheme, code, version: 1, committee: { ...partOf(scheme, 'committee'), secretVote: true, rankingUnderBudget: true, reserveList: true, withoutSession: false } });
}

beforeAll(async () => {
  space = await runningSpace('committee', { clock: { mode: 'stepped', start: '2027-03-01T09:00:00.000Z' } });
  acts = new Acts(space);
  for (const role of ['operator', 'secretariat', 'authority', 'auditor'] as const) people[role] = await someone(space, role, [role]);
  for (const name of [...members, 'helena']) people[name] = await someone(space, name, ['committee']);
  people['judge'] = await someone(space, 'judge', ['committee', 'expert']);
  people['owner'] = await someone(space, 'owner', ['committee']);
  for (const [i, name] of ['wood', 'water', 'linen', 'stone'].entries()) {
    people[name] = await someone(space, name);
    const holder = name === 'stone' ? 'owner' : name;
    const { body } = await as(holder, 'POST', '/api/poles', { name: `Pôle ${name}`, themes: ['housing'], territory: 'Jura', legalRepresentative: true, carrier: { siret: sirets[i], name: `CFA ${name}`, legalForm: 'training-centre' } });
    poles[name] = body.id as string;
  }
  await withOptions('with-options');
}, 180_000);
afterAll(async () => {
  await acts?.close();
  await space?.stop();
});

describe('the members of a committee', () => {
  it('are named by the secretariat, with one chair', async () => {
    expect((await as('boris', 'POST', '/api/committee-members', { scheme: 'pole-innovation', person: idOf('boris'), capacity: 'Membre' })).status).toBe(403);
    for (const scheme of ['pole-innovation', 'with-options']) {
      for (const name of members) expect(await desk('/api/committee-members', { scheme, person: idOf(name), capacity: name === 'anne' ? 'Présidente' : 'Membre', chair: name === 'anne' })).toMatchObject({ status: 201, body: { kind: 'permanent' } });
    }
    expect(await desk('/api/committee-members', { scheme: 'pole-innovation', person: idOf('boris'), capacity: 'Membre' })).toMatchObject({ status: 409, body: { code: 'seated-already' } });
    expect(await desk('/api/committee-members', { scheme: 'pole-innovation', person: idOf('helena'), capacity: 'Présidente', chair: true })).toMatchObject({ status: 409, body: { code: 'chair-taken' } });
    expect(await desk('/api/committee-members', { scheme: 'pole-innovation', person: idOf('wood'), capacity: 'Membre' })).toMatchObject({ status: 422, body: { code: 'not-of-committee' } });
    expect((await as('auditor', 'GET', '/api/committee-members?scheme=pole-innovation')).body.items.map((seat: { person: { name: string } }) => seat.person.name)).toEqual(members);
    expect((await as('auditor', 'GET', '/api/committee-members?scheme=pole-innovation&format=xlsx')).status).toBe(200);
  });
});

describe('the call to a session', () => {
  it('leaves the notice, goes to every member, and the file waits for no written proposal', async () => {
    const file = await waiting('wood');
    expect(await desk('/api/sessions', { scheme: 'pole-innovation', on: '2027-03-05', time: '14:00', files: [file] })).toMatchObject({ status: 409, body: { code: 'notice-too-short', earliest: '2027-03-06' } });
    const session = await convene('2027-03-12', [file]);
    await waitFor('the mails', async () => (await mails({ to: people['david']?.email ?? '' })).some(({ subject }) => subject.startsWith('Convocation')), { seconds: 20 });
    const mail = (await mails({ to: people['david']?.email ?? '' })).find(({ subject }) => subject.startsWith('Convocation'));
    expect(mail?.text).toMatch(/12\s+mars\s+2027, à 14:00/);
    expect(await as('david', 'POST', `/api/applications/${file}/proposal`, { outcome: 'award', reasons: 'Bon.' })).toMatchObject({ status: 409, body: { code: 'on-agenda' } });
    expect(await desk('/api/sessions', { scheme: 'pole-innovation', on: '2027-03-20', time: '09:00', files: [file] })).toMatchObject({ status: 409, body: { code: 'on-agenda' } });
    expect(await show(session, 'boris')).toMatchObject({ place: '78 rue de Varenne, Paris', quorum: { entitled: 4, sitting: 0, needed: 2 }, members: [{ name: 'anne', chair: true }, {}, {}, {}] });
    expect(await opened(session)).toMatchObject({ status: 409, body: { code: 'session-not-yet' } });
    // Moved, the file follows; cancelled, it is given back.
    expect(await desk(`/api/sessions/${session}/moves`, { on: '2027-03-15', time: '10:00', reason: 'Salle indisponible' })).toMatchObject({ status: 201 });
    await waitFor('the new date', async () => (await as('secretariat', 'GET', `/api/applications/${file}`)).body.data.agenda?.on === '2027-03-15', { seconds: 20 });
    expect(await desk(`/api/sessions/${session}/cancellations`, { reason: 'Reportée' })).toMatchObject({ status: 201, body: { outcome: { status: 'cancelled' } } });
    await waitFor('the file to be back', async () => (await as('secretariat', 'GET', `/api/applications/${file}`)).body.data.agenda === null, { seconds: 20 });
    expect(await as('david', 'POST', `/api/applications/${file}/proposal`, { outcome: 'award', reasons: 'Bon.' })).toMatchObject({ status: 201 });
  });

  it('a file withdrawn while it is on the agenda drops out', async () => {
    const [stays, goes] = [await waiting('wood'), await waiting('water')];
    const session = await convene('2027-03-12', [stays]);
    expect(await desk(`/api/sessions/${session}/agenda`, { files: [goes] })).toMatchObject({ status: 201 });
    await waitFor('the file to know', async () => (await show(session)).files.length === 2 && (await show(session)).files.every(({ confirmed }: { confirmed: boolean }) => confirmed), { seconds: 20 });
    await acts.take({ subject: `application/${goes}`, act: 'withdraw', by: 'applicant' });
    await waitFor('the agenda', async () => (await show(session)).files.length === 1, { seconds: 20 });
    expect((await show(session)).files[0].application).toBe(stays);
    await desk(`/api/sessions/${session}/cancellations`, { reason: 'Ordre du jour insuffisant' });
  });

  it('a file that is no longer before the committee when the call arrives drops out', async () => {
    const [stays, written, gone] = [await waiting('wood'), await waiting('water'), await waiting('linen')];
    const session = await convene('2027-03-12', [stays]);
    await acts.take({ subject: `application/${gone}`, act: 'withdraw', by: 'applicant' });
    expect(await as('david', 'POST', `/api/applications/${written}/proposal`, { outcome: 'award', reasons: 'Bon.' })).toMatchObject({ status: 201 });
    // The agenda was made before, and its words cross the proposal and the withdrawal.
    const files = [written, gone].map((id) => ({ application: `application/${id}`, pole: randomUUID(), themes: [], awardable: true, recusals: [] }));
    await acts.take({ subject: `session/${session}`, act: 'addToAgenda', by: 'secretariat', facts: { files, members: [] } });
    await waitFor('the agenda', async () => (await show(session)).files.length === 1, { seconds: 20 });
    expect((await show(session)).files).toMatchObject([{ application: stays, confirmed: true }]);
    expect([await statusOf(written), await statusOf(gone)]).toEqual(['decision_proposed', 'withdrawn']);
    await desk(`/api/sessions/${session}/cancellations`, { reason: 'Ordre du jour insuffisant' });
  });
});

describe('a session without quorum', () => {
  it('does not sit, and is convened again: then no quorum is needed', async () => {
    const file = await waiting('wood');
    const session = await convene('2027-03-10', [file]);
    await advance('2027-03-10T13:00:00.000Z');
    await present(session, ['boris']);
    expect(await opened(session)).toMatchObject({ status: 201, body: { outcome: { status: 'inquorate', entries: ['quorum-missing'] } } });
    expect(await vote(session, file, 'award', ['boris'], 'f')).toMatchObject({ status: 409, body: { code: 'not-now' } });
    expect((await as('secretariat', 'GET', `/api/sessions/${session}/minutes`)).body).toMatchObject({ state: 'draft', quorum: { sitting: 1, needed: 2, sentence: expect.stringContaining('n’est pas atteint') }, items: [{ sentence: 'Le dossier n’a pas été examiné.' }] });
    expect(await desk(`/api/sessions/${session}/reconvenings`, { on: '2027-03-12', time: '14:00' })).toMatchObject({ status: 409, body: { code: 'notice-too-short', earliest: '2027-03-15' } });
    expect(await desk(`/api/sessions/${session}/reconvenings`, { on: '2027-03-16', time: '14:00' })).toMatchObject({ status: 201, body: { outcome: { status: 'reconvened' } } });
    await advance('2027-03-16T13:00:00.000Z');
    expect(await opened(session)).toMatchObject({ status: 409, body: { code: 'nobody-there' } });
    await present(session, ['boris'], 'remote');
    expect(await opened(session)).toMatchObject({ status: 201, body: { outcome: { status: 'quorate' } } });
    expect(await vote(session, file, 'award', ['boris'], 'f')).toMatchObject({ status: 201 });
    expect(await desk(`/api/sessions/${session}/closings`)).toMatchObject({ status: 201, body: { outcome: { status: 'deliberated' } } });
    await becomes(file, 'decision_proposed');
    expect((await as('secretariat', 'GET', `/api/sessions/${session}/minutes`)).body).toMatchObject({
      reconvened: true, quorum: { sentence: expect.stringContaining('sans condition de quorum') }, attendance: { chair: null, remote: [{ name: 'boris', capacity: 'Membre' }] },
      items: [{ pole: 'Pôle wood', reasons: 'Actions engagées solides.', sentence: 'Le comité propose l’attribution du label.' }],
    });
    expect((await as('secretariat', 'GET', `/api/applications/${file}`)).body.proposal).toMatchObject({ outcome: 'award', reasons: 'Actions engagées solides.' });
  });
});

describe('a member who has no part in a file', () => {
  it('recused so that the quorum falls: the file is put off, its documents are closed, the rest is decided', async () => {
    const [wood, water] = [await waiting('wood', { experts: [idOf('judge'), idOf('stone')] }), await waiting('water')];
    const session = await convene('2027-03-24', [wood, water]);
    // As if its experts had submitted: what the committee reads of a file.
    await acts.db.execute(sql`update subject set status = 'revealed' where parent_id = ${`application/${wood}`}`);
    for (const path of [`applications/${wood}`, `applications/${wood}/answers`, `applications/${wood}/attachments`, `appraisals/${wood}-1`]) expect((await as('boris', 'GET', `/api/${path}`)).status).toBe(200);
    expect(await as('boris', 'POST', `/api/sessions/${session}/recusals`, { application: wood, member: idOf('anne'), reason: 'Elle y a travaillé' })).toMatchObject({ status: 403 });
    expect(await as('boris', 'POST', `/api/sessions/${session}/recusals`, { application: wood, reason: 'Mon frère y travaille' })).toMatchObject({ status: 201 });
    for (const path of ['', '/answers', '/attachments']) expect((await as('boris', 'GET', `/api/applications/${wood}${path}`)).status).toBe(404);
    expect((await as('boris', 'GET', `/api/appraisals/${wood}-1`)).status).toBe(404);
    expect((await as('boris', 'GET', `/api/appraisals?application=${wood}`)).body.items).toEqual([]);
    expect((await as('boris', 'GET', '/api/applications')).body.items.map(({ id }: { id: string }) => id)).not.toContain(wood);
    expect((await as('boris', 'GET', '/api/me/tasks')).body.items.map(({ subject }: { subject: string }) => subject)).not.toContain(`application/${wood}`);
    expect((await as('boris', 'GET', `/api/applications/${water}`)).status).toBe(200);
    await advance('2027-03-24T13:00:00.000Z');
    await present(session, ['anne', 'boris']);
    expect(await opened(session)).toMatchObject({ status: 201, body: { outcome: { status: 'quorate' } } });
    expect(await vote(session, wood, 'award', ['anne'], 'f')).toMatchObject({ status: 409, body: { code: 'file-inquorate', entitled: 3, sitting: 1, needed: 2 } });
    expect(await desk(`/api/sessions/${session}/deferrals`, { application: wood, reason: 'Quorum non atteint' })).toMatchObject({ status: 201 });
    expect(await vote(session, water, 'conditional-award', ['anne', 'boris'], 'ff', { conditions: [{ dueOn: '2027-12-31', text: 'Recruter un designer' }] })).toMatchObject({ status: 201 });
    const seen = (await show(session, 'boris')).files.find(({ application }: { application: string }) => application === wood);
    expect(seen).toMatchObject({ closedToMe: true, result: null });
    expect(await desk(`/api/sessions/${session}/closings`)).toMatchObject({ status: 201 });
    await becomes(water, 'decision_proposed');
    await waitFor('the file to be back', async () => (await as('secretariat', 'GET', `/api/applications/${wood}`)).body.data.agenda === null, { seconds: 20 });
    expect(await statusOf(wood)).toBe('in_committee');
    const { items } = (await as('secretariat', 'GET', `/api/sessions/${session}/minutes`)).body;
    expect(items).toMatchObject([
      { pole: 'Pôle water', outcome: 'conditional-award', conditions: [{ n: 1, dueOn: '2027-12-31', text: 'Recruter un designer' }], votes: [{ open: [{ name: 'anne' }, { name: 'boris' }] }] },
      { pole: 'Pôle wood', left: [{ name: 'boris', why: 'Intérêt déclaré' }], votes: [], sentence: expect.stringContaining('Le quorum n’étant pas atteint') },
    ]);
  });

  it('an expert of the file and a member of its structure are recused without a word, from the beginning', async () => {
    for (const name of ['judge', 'owner']) await desk('/api/committee-members', { scheme: 'pole-innovation', person: idOf(name), capacity: 'Membre' });
    const file = await waiting('stone', { experts: [idOf('judge'), randomUUID()] });
    // One is an applicant of it, and reads it as such.
    expect((await as('judge', 'GET', `/api/applications/${file}`)).status).toBe(404);
    expect((await as('boris', 'GET', `/api/applications/${file}`)).status).toBe(200);
    // Nor do they meet its appeal in a list.
    const at = new Date('2027-03-01T09:00:00.000Z');
    const [newest] = await newestSchemes(acts.db, 'pole-innovation');
    await acts.db.insert(subjects).values({
      id: `appeal/${file}/1`, kind: 'appeal', status: 'upheld', seq: 1, data: { application: `application/${file}`, n: 1, against: 'decision', lodgedOn: '2027-03-01' }, deadlines: [],
      schemeId: newest?.id ?? '', poleId: poles['stone'] ?? null, parentId: `application/${file}`, head: 'h', openedAt: at, changedAt: at, ended: true,
    });
    const listed = async (name: string): Promise<string[]> => (await as(name, 'GET', '/api/appeals')).body.items.map(({ application }: { application: string }) => application);
    expect([await listed('boris'), await listed('judge'), await listed('owner')]).toEqual([[file], [], []]);
    const session = await convene('2027-04-01', [file]);
    const { files, quorum } = await show(session);
    expect(files[0].recused.map(({ name, cause }: { name: string; cause: string }) => `${name}: ${cause}`).sort()).toEqual(['judge: expert', 'owner: siren']);
    expect([quorum.entitled, files[0].quorum.entitled]).toEqual([6, 4]);
    await desk(`/api/sessions/${session}/cancellations`, { reason: 'Reportée' });
    for (const { id } of (await as('secretariat', 'GET', '/api/committee-members?scheme=pole-innovation')).body.items.filter(({ person }: { person: { name: string } }) => ['judge', 'owner'].includes(person.name))) {
      expect((await as('secretariat', 'DELETE', `/api/committee-members/${id}`)).status).toBe(204);
    }
  });
});

describe('votes', () => {
  it('a tie is parted by the chair; a proxy votes for who is absent', async () => {
    const file = await waiting('linen');
    const session = await convene('2027-04-06', [file]);
    expect(await as('david', 'POST', `/api/sessions/${session}/proxies`, { to: idOf('anne') })).toMatchObject({ status: 201 });
    expect(await as('chloe', 'POST', `/api/sessions/${session}/proxies`, { to: idOf('anne') })).toMatchObject({ status: 409, body: { code: 'proxies-exceeded' } });
    expect(await desk(`/api/sessions/${session}/proxies`, { to: idOf('boris'), entered: { for: idOf('chloe'), channel: 'e-mail', on: '2027-03-24' } })).toMatchObject({ status: 422, body: { code: 'scan-missing' } });
    await advance('2027-04-06T12:00:00.000Z');
    await present(session, ['anne', 'boris', 'chloe']);
    await opened(session);
    expect(await vote(session, file, 'award', ['anne', 'boris', 'chloe', 'david'], 'faaf')).toMatchObject({ status: 201 });
    expect((await show(session)).data.files[0].motions[0]).toMatchObject({ tally: { for: 2, against: 2 }, casting: 'for', adopted: true });
    expect(await desk(`/api/sessions/${session}/closings`)).toMatchObject({ status: 201 });
    await becomes(file, 'decision_proposed');
    expect((await as('secretariat', 'GET', `/api/sessions/${session}/minutes`)).body).toMatchObject({
      attendance: { represented: [{ name: 'david', by: 'anne' }] }, items: [{ votes: [{ sentence: expect.stringContaining('la voix du président étant prépondérante (pour)') }] }],
    });
  });

  it('are cast by the members themselves, entered by the secretariat only from a signed paper', async () => {
    const file = await waiting('water');
    const session = await convene('2027-04-12', [file]);
    await advance('2027-04-12T12:00:00.000Z');
    await present(session, ['anne', 'boris', 'chloe'], 'remote');
    await opened(session);
    const cast = (name: string, choice: string, more: object = {}): Promise<Answer> => as(name, 'POST', `/api/sessions/${session}/ballots`, { application: file, vote: choice, ...more });
    expect(await cast('boris', 'for')).toMatchObject({ status: 409, body: { code: 'no-question' } });
    expect(await desk(`/api/sessions/${session}/questions`, { application: file, outcome: 'award', reasons: 'Réseau solide.' })).toMatchObject({ status: 201 });
    expect(await cast('boris', 'against')).toMatchObject({ status: 201 });
    expect(await cast('boris', 'for')).toMatchObject({ status: 201 });
    expect(await cast('boris', 'for', { member: idOf('chloe') })).toMatchObject({ status: 409, body: { code: 'not-entitled-to-vote' } });
    expect(await cast('david', 'for')).toMatchObject({ status: 409, body: { code: 'not-entitled-to-vote' } });
    expect(await cast('anne', 'for')).toMatchObject({ status: 201 });
    expect(await desk(`/api/sessions/${session}/votes`, { application: file })).toMatchObject({ status: 409, body: { code: 'votes-missing', missing: 1 } });
    expect(await cast('secretariat', 'abstain')).toMatchObject({ status: 403 });
    const entered = { for: idOf('chloe'), channel: 'order', on: '2027-04-12' };
    expect(await cast('secretariat', 'abstain', { entered })).toMatchObject({ status: 422, body: { code: 'scan-missing' } });
    const scan = await scanOf(file);
    const enter = (more: object): Promise<Answer> => cast('secretariat', 'abstain', { member: idOf('chloe'), entered: { ...entered, scan, ...more } });
    expect(await enter({ for: randomUUID() })).toMatchObject({ status: 409, body: { code: 'not-entitled-to-vote' } });
    expect(await enter({ on: '2021-04-12' })).toMatchObject({ status: 409, body: { code: 'dated-too-early', earliest: '2027-04-12' } });
    expect(await cast('secretariat', 'against', { entered: { ...entered, for: idOf('boris'), scan } })).toMatchObject({ status: 409, body: { code: 'voted-online' } });
    expect(await enter({})).toMatchObject({ status: 201 });
    expect(await desk(`/api/sessions/${session}/votes`, { application: file, outcome: 'award', votes: [] })).toMatchObject({ status: 409, body: { code: 'sheet-missing' } });
    expect(await desk(`/api/sessions/${session}/votes`, { application: file })).toMatchObject({ status: 201 });
    await desk(`/api/sessions/${session}/closings`);
    await becomes(file, 'decision_proposed');
    expect((await as('secretariat', 'GET', `/api/sessions/${session}/minutes`)).body.items).toMatchObject([{ reasons: 'Réseau solide.', votes: [{ tally: { for: 2, against: 0, abstain: 1 }, open: [{ name: 'boris' }, { name: 'anne' }, { name: 'chloe' }] }] }]);
  });

  it('a secret vote leaves counts alone, whose sum is checked', async () => {
    const file = await waiting('linen', { scheme: 'with-options' });
    expect(await as('david', 'POST', `/api/applications/${file}/proposal`, { outcome: 'award', reasons: 'Bon.' })).toMatchObject({ status: 409, body: { code: 'session-needed' } });
    const session = await convene('2027-04-19', [file], 'with-options');
    await advance('2027-04-19T12:00:00.000Z');
    await present(session, members);
    await opened(session);
    const secret = (tally: object, more: object = {}) => desk(`/api/sessions/${session}/votes`, { application: file, outcome: 'refuse', tally, reasons: 'Programme non financé.', ...more });
    expect(await secret({ for: 3, against: 2, abstain: 0 })).toMatchObject({ status: 409, body: { code: 'ballot-sum-wrong', expected: 4, counted: 5 } });
    expect(await secret({ for: 2, against: 2, abstain: 0 })).toMatchObject({ status: 409, body: { code: 'casting-vote-needed' } });
    expect(await secret({ for: 3, against: 1, abstain: 0 })).toMatchObject({ status: 201 });
    await desk(`/api/sessions/${session}/closings`);
    await becomes(file, 'decision_proposed');
    const { items } = (await as('secretariat', 'GET', `/api/sessions/${session}/minutes`)).body;
    expect(items).toMatchObject([{ outcome: 'refuse', reasons: 'Programme non financé.', votes: [{ secret: true, open: [], tally: { for: 3, against: 1, abstain: 0 } }] }]);
  });

  it('a ranking under a number of labels leaves a reserve list', async () => {
    const files = [await waiting('wood', { scheme: 'with-options', mark: 4 }), await waiting('water', { scheme: 'with-options', mark: 5 }), await waiting('linen', { scheme: 'with-options', mark: 4 })];
    const [wood = '', water = '', linen = ''] = files;
    const session = await convene('2027-04-26', files, 'with-options');
    await advance('2027-04-26T12:00:00.000Z');
    await present(session, members);
    await opened(session);
    for (const file of files) await vote(session, file, 'award', members, 'ffff');
    expect(await desk(`/api/sessions/${session}/rankings`, { places: 2 })).toMatchObject({ status: 409, body: { code: 'tie-at-the-cut' } });
    expect(await desk(`/api/sessions/${session}/rankings`, { places: 2, order: [linen, wood] })).toMatchObject({ status: 201 });
    expect(await vote(session, wood, 'award', members, 'fffa')).toMatchObject({ status: 201 });
    expect(await desk(`/api/sessions/${session}/closings`)).toMatchObject({ status: 409, body: { code: 'ranking-outdated' } });
    expect(await desk(`/api/sessions/${session}/rankings`, { places: 2, order: [linen, wood] })).toMatchObject({ status: 201 });
    await desk(`/api/sessions/${session}/closings`);
    await Promise.all([becomes(water, 'decision_proposed'), becomes(linen, 'decision_proposed'), becomes(wood, 'on_reserve')]);
    expect((await as('secretariat', 'GET', `/api/sessions/${session}/minutes`)).body.ranking).toEqual({
      places: 2, budgetCents: null, list: [{ rank: 1, pole: 'Pôle water', reserve: null }, { rank: 2, pole: 'Pôle linen', reserve: null }, { rank: 3, pole: 'Pôle wood', reserve: 1 }],
    });
  });
});

describe('minutes', () => {
  let session: string;
  it('are annotated, circulated, and read by the members from then on', async () => {
    const file = await waiting('wood');
    session = await convene('2027-05-03', [file]);
    await advance('2027-05-03T12:00:00.000Z');
    await present(session, members);
    await opened(session);
    await vote(session, file, 'award', members, 'ffff');
    await desk(`/api/sessions/${session}/closings`);
    expect(await as('boris', 'GET', `/api/sessions/${session}/minutes`)).toMatchObject({ status: 409, body: { code: 'no-minutes-yet' } });
    expect(await desk(`/api/sessions/${session}/minutes/notes`, { remark: 'Séance ouverte à 14 h.', files: [{ application: file, text: 'Projet salué.' }] })).toMatchObject({ status: 201 });
    expect(await desk(`/api/sessions/${session}/minutes/circulations`)).toMatchObject({ status: 201, body: { outcome: { status: 'minutes_circulated' } } });
    expect((await as('boris', 'GET', `/api/sessions/${session}/minutes`)).body).toMatchObject({ state: 'circulated', remark: 'Séance ouverte à 14 h.', items: [{ remark: 'Projet salué.' }], circulatedOn: '2027-05-03' });
    expect((await as('boris', 'GET', '/api/me/tasks')).body.items).toContainEqual(expect.objectContaining({ subject: `session/${session}`, acts: ['approveMinutes'], dueOn: '2027-05-11' }));
  });

  it('keep a member’s remark', async () => {
    // Of the committee, and not called to this session.
    expect((await as('helena', 'POST', `/api/sessions/${session}/minutes/remarks`, { text: 'Je n’y étais pas.' })).status).toBe(404);
    expect((await as('helena', 'GET', `/api/sessions/${session}`)).status).toBe(404);
    expect((await as('helena', 'GET', '/api/sessions')).body.items).toEqual([]);
    expect((await as('chloe', 'GET', '/api/sessions?status=minutes_circulated')).body.items).toMatchObject([{ id: session, files: 1 }]);
    expect(await as('chloe', 'POST', `/api/sessions/${session}/minutes/remarks`, { text: 'Je regrette le délai.' })).toMatchObject({ status: 201 });
    expect(await as('boris', 'POST', `/api/sessions/${session}/minutes/approvals`)).toMatchObject({ status: 201 });
    expect((await as('boris', 'GET', '/api/me/tasks')).body.items.map(({ subject }: { subject: string }) => subject)).not.toContain(`session/${session}`);
  });

  it('are adopted by silence after eight days, with the remark', async () => {
    await advance('2027-05-11T12:00:00.000Z');
    expect((await show(session)).status).toBe('minutes_circulated');
    await advance('2027-05-12T12:00:00.000Z');
    expect(await show(session)).toMatchObject({ status: 'minutes_adopted', data: { adopted: { on: '2027-05-11', by: 'silence' } } });
    expect((await as('anne', 'GET', `/api/sessions/${session}/minutes`)).body).toMatchObject({ state: 'adopted', remarks: [{ name: 'chloe', on: '2027-05-03', text: 'Je regrette le délai.' }] });
    expect(await as('anne', 'POST', `/api/sessions/${session}/minutes/approvals`)).toMatchObject({ status: 409 });
  });

  it('leave nothing unsettled', async () => {
    const { rows } = await inDatabase(space, (db) => db.execute("select act, receiver_id, outcome from message where sender_id like 'session/%' and (outcome is null or outcome->>'is' = 'refused')"));
    expect(rows).toEqual([]);
  });
});

describe('the presidency', () => {
  it('falls to a member whom the secretariat names among those who are there, who parts a tie and stands in the minutes', async () => {
    const file = await waiting('stone');
    const session = await convene('2027-05-20', [file]);
    await advance('2027-05-20T12:00:00.000Z');
    const record = (presides: string): Promise<Answer> => desk(`/api/sessions/${session}/presences`, { presences: ['boris', 'chloe'].map((name) => ({ member: idOf(name), how: 'on-site' })), presides: idOf(presides) });
    expect(await record('anne')).toMatchObject({ status: 409, body: { code: 'cannot-preside' } });
    expect((await show(session)).presides).toBe(idOf('anne'));
    expect(await record('boris')).toMatchObject({ status: 201 });
    expect((await show(session)).presides).toBe(idOf('boris'));
    await opened(session);
    expect(await vote(session, file, 'award', ['boris', 'chloe'], 'fa')).toMatchObject({ status: 201 });
    expect((await show(session)).data.files[0].motions[0]).toMatchObject({ casting: 'for', adopted: true });
    expect(await desk(`/api/sessions/${session}/closings`)).toMatchObject({ status: 201 });
    await becomes(file, 'decision_proposed');
    expect((await as('secretariat', 'GET', `/api/sessions/${session}/minutes`)).body.attendance.chair).toEqual({ name: 'boris', capacity: 'Membre' });
  });
});
