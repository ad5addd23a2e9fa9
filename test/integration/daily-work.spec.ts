import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { completeAnswers, pdf, wantedFiles } from '../factories/application-answers.js';
import { call, someone, type Answer } from '../stack/staff.js';
import { mails, runningSpace, type RunningSpace } from '../stack/stack.js';
import { inDatabase, tell } from '../stack/tell.js';

type Person = Awaited<ReturnType<typeof someone>>;
let space: RunningSpace;
const people: Record<string, Person> = {};
let theCall: string;
/** Submitted applications of two poles. */
let wood: string;
let stone: string;
let woodPole: string;

const as = (name: string, method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> => call(space, people[name]?.token, method, path, body, headers);
const visitor = (path: string, language = 'fr'): Promise<Answer> => call(space, undefined, 'GET', path, undefined, { 'accept-language': language });
const idOf = (name: string): string => people[name]?.id ?? '';
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

/** Lets everything happen that is under way: acts, messages, mails. */
async function settle(): Promise<void> {
  const { body } = await as('operator', 'GET', '/api/clock');
  expect(await as('operator', 'POST', '/api/clock/advances', { to: body.now })).toMatchObject({ status: 200 });
}

/** What somebody was sent so far, oldest first: subject and text. */
async function read(name: string): Promise<{ subject: string; text: string }[]> {
  await settle();
  return (await mails({ to: people[name]?.email ?? '' })).map(({ subject, text }) => ({ subject: plain(subject), text: plain(text) }));
}

async function upload(name: string, path: string, bytes = pdf(), file = 'plan.pdf'): Promise<Answer> {
  const body = new FormData();
  body.append('file', new Blob([bytes]), file);
  const response = await fetch(`${space.apiUrl}${path}`, { method: 'POST', body, headers: { authorization: `Bearer ${people[name]?.token}` } });
  return { status: response.status, body: await response.json(), headers: response.headers };
}

async function pole(owner: string, name: string, siret: string, more: object = {}): Promise<string> {
  const { body } = await as(owner, 'POST', '/api/poles', {
    name, themes: ['housing'], territory: 'Jura', legalRepresentative: true, carrier: { siret, name: `CFA de ${owner}`, legalForm: 'training-centre' }, ...more,
  });
  await as('sylvie', 'POST', `/api/poles/${body.id}/members/${idOf(owner)}/confirmation`, { reason: 'Arrêté de nomination' });
  return body.id as string;
}

async function submitted(owner: string, poleId: string): Promise<string> {
  const { body: draft } = await as(owner, 'POST', `/api/calls/${theCall}/applications`, { pole: poleId });
  await as(owner, 'PUT', `/api/applications/${draft.id}/draft`, { version: draft.version, answers: completeAnswers });
  for (const question of wantedFiles) await upload(owner, `/api/applications/${draft.id}/attachments?question=${question}`);
  const { body } = await as(owner, 'GET', `/api/applications/${draft.id}/draft`);
  expect((await as(owner, 'POST', `/api/applications/${draft.id}/submissions`, { draftVersion: body.version })).status).toBe(201);
  return draft.id as string;
}

beforeAll(async () => {
  space = await runningSpace('daily', { clock: { mode: 'stepped', start: '2027-03-01T09:00:00.000Z' } });
  people['operator'] = await someone(space, 'operator', ['operator']);
  for (const name of ['sylvie', 'igor']) people[name] = await someone(space, name, ['secretariat']);
  for (const role of ['committee', 'authority', 'auditor'] as const) people[role] = await someone(space, role, [role]);
  for (const name of ['diane', 'etienne']) people[name] = await someone(space, name, ['expert']);
  for (const name of ['amelie', 'bruno', 'claire', 'stranger']) people[name] = await someone(space, name);
  theCall = (await as('sylvie', 'POST', '/api/calls', { scheme: 'pole-innovation', title: { fr: 'Appel 2027', en: 'Call 2027' }, opensOn: '2027-03-01', closesOn: '2027-03-31', deputy: idOf('igor') })).body.id;
  woodPole = await pole('amelie', 'Pôle Bois', '73282932000074');
  await as('sylvie', 'POST', `/api/poles/${woodPole}/members`, { email: people['bruno']?.email, role: 'member', reason: 'Justificatif reçu' });
  await as('bruno', 'PATCH', `/api/people/${idOf('bruno')}`, { locale: 'en' });
  wood = await submitted('amelie', woodPole);
  stone = await submitted('claire', await pole('claire', 'Pôle Pierre', '11100001400014', { territory: 'Bretagne', themes: ['arts'] }));
}, 180_000);
afterAll(() => space?.stop());

describe('the thread of a file', () => {
  let question: string;
  let plan: string;
  const thread = (): string => `/api/applications/${wood}/messages`;
  const messages = async (name: string): Promise<any[]> => (await as(name, 'GET', thread())).body.items; // eslint-disable-line @typescript-eslint/no-explicit-any -- tests read whatever came
  const attachments = async (name: string): Promise<string[]> => (await as(name, 'GET', `/api/applications/${wood}/attachments`)).body.map((one: { purpose: string }) => one.purpose);

  it('brings a centre’s message to the case officer by mail, and changes nothing of the file', async () => {
    const before = (await as('amelie', 'GET', `/api/applications/${wood}`)).body;
    plan = (await upload('amelie', `/api/applications/${wood}/thread-files`)).body.id;
    expect((await as('sylvie', 'GET', `/api/applications/${wood}/attachments/${plan}`)).status).toBe(404);
    const body = { text: 'Pouvons-nous joindre un plan ?\n<b>Merci</b>', attachments: [plan] };
    const written = await as('amelie', 'POST', thread(), body, { 'idempotency-key': 'once' });
    expect(written).toMatchObject({
      status: 201, body: { author: { id: idOf('amelie'), role: 'applicant' }, toAnswer: true, read: true, seen: false, mailing: false, attachments: [{ id: plan, purpose: 'thread' }], notice: expect.stringContaining('ni l’état du dossier ni ses délais') },
    });
    question = written.body.id;
    expect((await as('amelie', 'POST', thread(), body, { 'idempotency-key': 'once' })).body.id).toBe(question);
    expect(await as('amelie', 'POST', thread(), { text: 'Autre' }, { 'idempotency-key': 'once' })).toMatchObject({ status: 422, body: { code: 'key-reused' } });
    expect((await as('amelie', 'GET', `/api/applications/${wood}`)).body).toEqual(before);
    const told = (await read('sylvie')).at(-1);
    expect(told?.subject).toBe('Un pôle vous écrit – Pôle Bois');
    expect(told?.text).toContain(`/tasks/application/${wood}`);
    expect(told?.text).toContain('ni l’état du dossier ni ses délais');
    expect((await read('igor')).filter(({ subject }) => subject.startsWith('Un pôle'))).toEqual([]);
  });

  it('is the two sides’ alone', async () => {
    for (const [name, status] of [['claire', 404], ['committee', 403], ['diane', 403], ['stranger', 403], ['operator', 403]] as const) {
      expect([name, (await as(name, 'GET', thread())).status]).toEqual([name, status]);
      expect([name, (await as(name, 'POST', thread(), { text: 'Bonjour' })).status]).toEqual([name, status]);
    }
    for (const name of ['claire', 'committee', 'diane', 'operator']) expect((await as(name, 'GET', `/api/applications/${wood}/attachments/${plan}`)).status).toBe(404);
    expect((await messages('authority')).map(({ id }) => id)).toEqual([question]);
    expect((await as('authority', 'POST', thread(), { text: 'Bonjour' })).status).toBe(403);
    expect((await as('auditor', 'GET', `/api/applications/${wood}/attachments/${plan}`)).status).toBe(200);
    expect((await as('sylvie', 'GET', `/api/appraisals/${wood}-1/messages`)).status).toBe(404);
    expect((await as('sylvie', 'GET', `/api/calls/${theCall}/messages`)).status).toBe(404);
  });

  it('takes no file of another pole, nor one that was sent, nor more than is reasonable', async () => {
    const own = `/api/applications/${stone}/messages`;
    expect(await as('claire', 'POST', own, { text: 'Volé', attachments: [plan] })).toMatchObject({ status: 404, body: { code: 'attachment-unknown' } });
    expect(await as('amelie', 'POST', thread(), { text: 'Encore', attachments: [plan] })).toMatchObject({ status: 404, body: { code: 'attachment-unknown' } });
    const mine = (await upload('amelie', `/api/applications/${wood}/thread-files`)).body.id;
    expect((await as('bruno', 'POST', thread(), { text: 'À elle', attachments: [mine] })).status).toBe(404);
    expect((await as('bruno', 'DELETE', `/api/applications/${wood}/attachments/${mine}`)).status).toBe(404);
    expect((await as('amelie', 'DELETE', `/api/applications/${wood}/attachments/${mine}`)).status).toBe(204);
    expect(await as('amelie', 'DELETE', `/api/applications/${wood}/attachments/${plan}`)).toMatchObject({ status: 409, body: { code: 'attachment-locked' } });
    expect(await as('claire', 'POST', own, { text: 'x'.repeat(10_001) })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/text' }] } });
    expect(await as('claire', 'POST', own, { text: 'x', attachments: Array.from({ length: 11 }, () => plan) })).toMatchObject({ status: 422 });
    expect(await upload('claire', `/api/applications/${stone}/thread-files`, new TextEncoder().encode('<script>'), 'page.pdf')).toMatchObject({ status: 422, body: { code: 'file-refused' } });
    expect((await upload('claire', `/api/applications/${wood}/thread-files`)).status).toBe(404);
    for (let i = 0; i < 10; i += 1) expect((await upload('claire', `/api/applications/${stone}/thread-files`)).status).toBe(201);
    expect(await upload('claire', `/api/applications/${stone}/thread-files`)).toMatchObject({ status: 422, body: { code: 'file-refused' } });
  });

  it('waits for an answer until the secretariat gives one or marks it, and shows who has read', async () => {
    expect((await as('sylvie', 'GET', '/api/messages?toAnswer=true')).body.items).toMatchObject([{ id: question, pole: { name: 'Pôle Bois' }, subject: `application/${wood}`, link: thread(), toAnswer: true }]);
    expect((await as('amelie', 'GET', '/api/messages')).status).toBe(403);
    expect((await as('sylvie', 'POST', `/api/applications/${wood}/message-readings`, { upTo: question })).status).toBe(204);
    expect(await messages('amelie')).toMatchObject([{ id: question, seen: true, toAnswer: true }]);
    const answer = await as('sylvie', 'POST', thread(), { text: 'Oui, ici même.' });
    expect(answer).toMatchObject({ status: 201, body: { author: { role: 'secretariat' }, toAnswer: false } });
    expect((await as('sylvie', 'GET', '/api/messages?toAnswer=true')).body.items).toEqual([]);
    expect(await messages('bruno')).toMatchObject([{ id: answer.body.id, read: false, seen: false }, { id: question, answeredBy: 'sylvie', toAnswer: false }]);
    expect((await as('bruno', 'POST', `/api/applications/${wood}/message-readings`, { upTo: answer.body.id })).status).toBe(204);
    expect((await messages('bruno'))[0]).toMatchObject({ read: true });
    expect((await messages('sylvie'))[0]).toMatchObject({ seen: true });
    expect((await read('amelie')).at(-1)).toMatchObject({ subject: 'Le secrétariat vous écrit – Pôle Bois', text: expect.stringContaining(`/tasks/application/${wood}`) });
    expect((await read('bruno')).at(-1)?.subject).toBe('The secretariat writes to you – Pôle Bois');
    const { body: second } = await as('bruno', 'POST', thread(), { text: 'Merci.' });
    expect((await as('amelie', 'POST', `${thread()}/${second.id}/settle`)).status).toBe(403);
    expect(await as('igor', 'POST', `${thread()}/${second.id}/settle`)).toMatchObject({ status: 200, body: { toAnswer: false, answeredBy: 'igor' } });
    expect((await as('sylvie', 'POST', `/api/applications/${stone}/messages/${second.id}/settle`)).status).toBe(404);
    const page = (await as('amelie', 'GET', `${thread()}?limit=2`)).body;
    expect([page.items.length, (await as('amelie', 'GET', `${thread()}?limit=2&cursor=${page.next}`)).body.items.map(({ id }: { id: string }) => id)]).toEqual([2, [question]]);
  });

  it('shows experts and committee only what the secretariat attaches to the file', async () => {
    await as('sylvie', 'POST', `/api/applications/${wood}/admission`, {});
    expect((await as('sylvie', 'POST', `/api/applications/${wood}/panel`, { experts: [idOf('diane'), idOf('etienne')] })).status).toBe(201);
    await waitFor('the invitation', async () => (await as('diane', 'GET', '/api/appraisals')).body.items.length === 1, { seconds: 20 });
    expect((await as('diane', 'POST', `/api/appraisals/${wood}-1/declaration`, { conflict: false })).status).toBeLessThan(300);
    expect((await as('diane', 'POST', `/api/appraisals/${wood}-1/undertaking`, {})).status).toBe(201);
    const answers = async (name: string): Promise<any> => (await as(name, 'GET', `/api/applications/${wood}/answers`)).body; // eslint-disable-line @typescript-eslint/no-explicit-any -- tests read whatever came
    expect((await answers('diane')).messages).toEqual([]);
    expect(JSON.stringify(await answers('diane'))).not.toContain(plan);
    expect(await attachments('diane')).not.toContain('thread');
    expect((await as('diane', 'GET', `/api/applications/${wood}/attachments/${plan}`)).status).toBe(404);
    expect((await as('amelie', 'POST', `${thread()}/${question}/attach`)).status).toBe(403);
    expect(await as('sylvie', 'POST', `${thread()}/${question}/attach`)).toMatchObject({ status: 200, body: { attachedAt: expect.any(String) } });
    expect((await answers('diane')).messages).toMatchObject([{ id: question, role: 'applicant', attachments: [{ id: plan }] }]);
    expect(JSON.stringify((await answers('diane')).messages)).not.toMatch(/amelie|sylvie/);
    expect(await attachments('diane')).toContain('thread');
    expect((await as('diane', 'GET', `/api/applications/${wood}/attachments/${plan}`)).status).toBe(200);
    expect((await as('diane', 'GET', thread())).status).toBe(403);
  });
});

describe('internal notes', () => {
  const canary = 'Zèbre confidentiel 4711';
  let note: string;
  const notes = (): string => `/api/applications/${wood}/notes`;

  it('are the secretariat’s, the authority’s when chosen, and edited by their author with the earlier text kept', async () => {
    note = (await as('sylvie', 'POST', notes(), { text: canary })).body.id;
    expect((await as('authority', 'GET', notes())).body.items).toEqual([]);
    expect((await as('authority', 'POST', notes(), { text: 'x' })).status).toBe(403);
    expect(await as('igor', 'PUT', `${notes()}/${note}`, { text: 'x', version: 1 })).toMatchObject({ status: 403, body: { code: 'not-the-author' } });
    expect(await as('sylvie', 'PUT', `${notes()}/${note}`, { text: `${canary} bis`, version: 1, forAuthority: true })).toMatchObject({ status: 200, body: { version: 2, text: `${canary} bis`, earlier: [{ version: 1, text: canary }] } });
    expect(await as('sylvie', 'PUT', `${notes()}/${note}`, { text: 'x', version: 1 })).toMatchObject({ status: 409, body: { code: 'note-changed' } });
    expect((await as('authority', 'GET', notes())).body.items).toMatchObject([{ text: `${canary} bis`, earlier: [] }]);
    expect((await as('igor', 'GET', notes())).body.items).toMatchObject([{ author: { name: 'sylvie' }, earlier: [{ text: canary }] }]);
    expect((await as('sylvie', 'GET', `/api/applications/${stone}/notes`)).body.items).toEqual([]);
    expect((await as('sylvie', 'PUT', `/api/applications/${stone}/notes/${note}`, { text: 'x', version: 2 })).status).toBe(404);
    await as('sylvie', 'POST', `/api/calls/${theCall}/notes`, { text: canary });
  });

  it('are in nothing that an applicant, an expert or the committee gets', async () => {
    const { body: document } = await visitor('/api/openapi.json');
    const listed = Object.entries(document.paths as Record<string, Record<string, unknown>>).filter(([, item]) => 'get' in item).map(([path]) => path);
    const collections = ['calls', 'applications', 'appraisals', 'labels', 'monitorings', 'renewals'];
    const at = (path: string): string[] => (path.includes('{collection}') ? collections : [''])
      .flatMap((collection) => [wood, theCall, woodPole, note].map((id) => path.replace('{collection}', collection).replace('{id}', id).replaceAll(/\{\w+\}/g, note)));
    const addresses = [...new Set(listed.flatMap(at))];
    expect(addresses).toContain(notes());
    expect(addresses.length).toBeGreaterThan(80);
    const found: string[] = [];
    let answered = 0;
    for (const name of ['amelie', 'diane', 'committee']) {
      for (const address of addresses) {
        const { status, body } = await as(name, 'GET', address);
        if (status < 300) answered += 1;
        if (JSON.stringify(body).includes('Zèbre')) found.push(`${name} ${address}`);
      }
    }
    expect(answered).toBeGreaterThan(20);
    expect(found).toEqual([]);
    for (const name of ['amelie', 'bruno']) expect(JSON.stringify(await read(name))).not.toContain('Zèbre');
  });

  it('can be erased, with every earlier text', async () => {
    expect((await as('amelie', 'DELETE', `${notes()}/${note}`)).status).toBe(403);
    expect(await as('igor', 'DELETE', `${notes()}/${note}`)).toMatchObject({ status: 200, body: { text: null, earlier: [{ text: null }], erasedAt: expect.any(String) } });
    expect(await as('sylvie', 'PUT', `${notes()}/${note}`, { text: 'x', version: 2 })).toMatchObject({ status: 409, body: { code: 'note-erased' } });
    const left = await inDatabase(space, async (db) => (await db.execute(sql`select 1 from note_version where note_id = ${note} and text is not null`)).rows);
    expect(left).toEqual([]);
  });
});

describe('questions about a call', () => {
  let asked: string;
  const questions = (): string => `/api/calls/${theCall}/questions`;

  it('are asked by somebody signed in, and are the asker’s and the staff’s alone', async () => {
    expect((await call(space, undefined, 'POST', questions(), { text: 'Une question ?' })).status).toBe(401);
    const made = await as('claire', 'POST', questions(), { text: 'Moi, Claire, puis-je candidater à Brest ?' });
    expect(made).toMatchObject({ status: 201, body: { status: 'asked', mine: true, question: null, answer: null, asked: { text: expect.stringContaining('Brest'), by: null } } });
    asked = made.body.id;
    expect((await read('sylvie')).at(-1)).toMatchObject({ subject: 'Une question sur un appel', text: expect.stringContaining(`/tasks/call/${theCall}`) });
    for (const items of [(await visitor(questions())).body.items, (await as('amelie', 'GET', questions())).body.items, (await as('committee', 'GET', questions())).body.items]) expect(items).toEqual([]);
    expect((await as('claire', 'GET', questions())).body.items).toMatchObject([{ id: asked, mine: true }]);
    expect((await as('sylvie', 'GET', questions())).body.items).toMatchObject([{ id: asked, mine: false, asked: { by: { name: 'claire' } } }]);
  });

  it('are answered to the asker by mail, without being published', async () => {
    expect((await as('claire', 'PUT', `${questions()}/${asked}/answer`, { answer: { fr: 'x' } })).status).toBe(403);
    expect(await as('sylvie', 'PUT', `${questions()}/${asked}/answer`, { answer: { fr: 'Oui, <i>partout</i>.' } })).toMatchObject({ status: 200, body: { status: 'answered', publishedOn: null, answeredOn: '2027-03-01' } });
    expect((await read('claire')).at(-1)).toMatchObject({ subject: 'Réponse à votre question sur un appel', text: expect.stringContaining('Oui, <i>partout</i>.') });
    const [mail] = (await mails({ to: people['claire']?.email ?? '' })).slice(-1);
    expect(mail?.html).toContain('&lt;i&gt;partout');
    expect((await visitor(questions())).body.items).toEqual([]);
  });

  it('are published dated, in the secretariat’s words, with nobody’s name', async () => {
    const before = (await read('claire')).length;
    const body = { answer: { fr: 'Oui, <i>partout</i>.' }, publishAs: { fr: 'Peut-on candidater hors du Jura ?', en: 'May one apply outside Jura?' } };
    expect(await as('sylvie', 'PUT', `${questions()}/${asked}/answer`, body)).toMatchObject({ status: 200, body: { status: 'published', publishedOn: '2027-03-01' } });
    expect((await read('claire')).length).toBe(before);
    const shown = (await visitor(questions(), 'en')).body;
    expect(shown.items).toEqual([{ id: asked, status: 'published', question: 'May one apply outside Jura?', answer: 'Oui, <i>partout</i>.', publishedOn: '2027-03-01', answeredOn: '2027-03-01', mine: false, asked: null }]);
    expect(JSON.stringify(shown)).not.toMatch(/Claire|Brest|claire/);
    await as('sylvie', 'PUT', `${questions()}/${asked}/answer`, { answer: { fr: 'Oui, en France.', en: 'Yes, in France.' } });
    expect((await visitor(questions())).body.items).toMatchObject([{ status: 'published', question: 'Peut-on candidater hors du Jura ?', answer: 'Oui, en France.' }]);
    expect((await read('claire')).length).toBe(before + 1);
    expect(await as('sylvie', 'DELETE', `${questions()}/${asked}/publication`)).toMatchObject({ status: 200, body: { status: 'answered', publishedOn: null } });
    expect((await visitor(questions())).body.items).toEqual([]);
  });

  it('are ten a day a person, about calls that are open', async () => {
    for (let i = 0; i < 10; i += 1) expect((await as('stranger', 'POST', questions(), { text: `Question ${i} ?` })).status).toBe(201);
    expect(await as('stranger', 'POST', questions(), { text: 'Encore une ?' })).toMatchObject({ status: 429, body: { code: 'too-many-questions' } });
    const { body } = await as('sylvie', 'POST', '/api/calls', { scheme: 'pole-innovation', title: { fr: 'Plus tard', en: 'Later' }, opensOn: '2028-03-01', closesOn: '2028-03-31' });
    expect((await as('claire', 'POST', `/api/calls/${body.id}/questions`, { text: 'Bientôt ?' })).status).toBe(404);
    expect(await as('sylvie', 'POST', `/api/calls/${body.id}/questions`, { text: 'Bientôt ?' })).toMatchObject({ status: 409, body: { code: 'call-not-open' } });
  });
});

describe('writing once to a list', () => {
  const subject = { fr: 'Réunion du {{date}}', en: 'Meeting on {{date}}' };
  const text = { fr: 'Bonjour {{pole}},\n\n<b>{{call}}</b> continue.', en: 'Hello {{pole}}, {{call}} goes on.' };
  const prepare = (list: string, more: object = {}): Promise<Answer> => as('sylvie', 'POST', '/api/mailings', { list, subject, text, ...more });
  let mailing: string;

  it('reads a list by its own address and filter', async () => {
    const files = async (query: string): Promise<number> => (await prepare(`/api/applications?${query}`)).body.files ?? 0;
    expect(await files(`call=${theCall}`)).toBe(2);
    expect(await files('region=bret&theme=arts&limit=1')).toBe(1);
    expect(await files('structureType=training-centre&status=submitted')).toBe(1);
    expect(await files(`officer=${idOf('sylvie')}&pole=${woodPole}`)).toBe(1);
    expect((await as('sylvie', 'GET', '/api/applications?region=bret')).body.items).toMatchObject([{ id: stone, officer: idOf('sylvie') }]);
    expect((await as('claire', 'GET', `/api/applications?officer=${idOf('igor')}`)).body.items).toMatchObject([{ id: stone }]);
    expect(await prepare('/api/applications?status=awarded')).toMatchObject({ status: 409, body: { code: 'list-empty' } });
    for (const list of ['/api/people', '/api/applications?mine=true', `/api/applications?status=submitted&status=admissible`]) {
      expect(await prepare(list)).toMatchObject({ status: 422, body: { errors: [{ pointer: '/list', code: 'list-address' }] } });
    }
    expect(await prepare('/api/applications?status=nonsense')).toMatchObject({ status: 422, body: { errors: [{ pointer: '/list/status' }] } });
  });

  it('refuses unknown placeholders with their place, and subjects of several lines', async () => {
    const refused = await prepare('/api/applications', { text: { fr: 'Bonjour\n  {{nom}}' } });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/text/fr', code: 'placeholder-unknown', detail: 'Ligne 2, caractère 3 : {{nom}} n’est pas reconnu. Employez pole, call, date, entre doubles accolades.' }] } });
    expect(await prepare('/api/applications', { subject: { fr: 'Objet\r\nBcc: x@example.org' } })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/subject/fr', code: 'text-one-line' }] } });
    expect((await as('amelie', 'POST', '/api/mailings', { list: '/api/applications', subject, text })).status).toBe(403);
  });

  it('shows count, recipients and the mail itself, and sends a test to oneself alone', async () => {
    const prepared = await prepare(`/api/applications?call=${theCall}`);
    expect(prepared).toMatchObject({ status: 201, body: { status: 'prepared', files: 2, recipients: null, counts: { underWay: 0, sent: 0, failed: 0 } } });
    mailing = prepared.body.id;
    const of = prepared.body.sample.file === `application/${wood}` ? 'Pôle Bois' : 'Pôle Pierre';
    expect(plain(prepared.body.sample.fr.subject)).toBe(`Réunion du 1er mars 2027 – ${of}`);
    expect(prepared.body.sample.en.text).toContain(`Hello ${of}, Call 2027 goes on.`);
    expect(prepared.body.sample.fr.html).toContain('&lt;b&gt;Appel 2027&lt;/b&gt;');
    const { items } = (await as('sylvie', 'GET', `/api/mailings/${mailing}/files`)).body;
    expect(items.find(({ file }: { file: string }) => file === `application/${wood}`)).toMatchObject({ pole: 'Pôle Bois', recipients: [{ address: people['amelie']?.email, locale: 'fr', state: null }, { address: people['bruno']?.email, locale: 'en' }] });
    const before = (await read('amelie')).length;
    expect((await as('sylvie', 'POST', `/api/mailings/${mailing}/tests`)).status).toBe(204);
    expect((await read('sylvie')).at(-1)?.subject).toBe(`[Essai] Réunion du 1er mars 2027 – ${of}`);
    expect((await read('amelie')).length).toBe(before);
  });

  it('sends nothing when the list is another than the one that was seen', async () => {
    const { body } = await prepare('/api/applications?status=submitted');
    expect(body.files).toBe(1);
    expect(await as('sylvie', 'POST', `/api/mailings/${body.id}/confirmation`, { files: 2 })).toMatchObject({ status: 409, body: { code: 'count-differs' } });
    expect((await as('sylvie', 'POST', `/api/applications/${stone}/admission`, {})).status).toBe(201);
    expect(await as('sylvie', 'POST', `/api/mailings/${body.id}/confirmation`, { files: 1 }, { 'accept-language': 'en' }))
      .toMatchObject({ status: 409, body: { code: 'list-changed', detail: expect.stringContaining('1 then, 0 now') } });
    expect((await as('sylvie', 'GET', `/api/mailings/${body.id}`)).body).toMatchObject({ status: 'prepared', confirmedAt: null });
  });

  it('reaches each person once, with a copy in each thread, lists failures, and answers nothing', async () => {
    await as('claire', 'POST', `/api/applications/${stone}/messages`, { text: 'J’attends.' });
    // A pole that nobody is left in.
    await inDatabase(space, (db) => db.execute(sql`update pole_member set ended_at = estampille_now() where person_id = ${idOf('claire')}`));
    const [one, two] = await Promise.all([1, 2].map(() => as('sylvie', 'POST', `/api/mailings/${mailing}/confirmation`, { files: 2 })));
    for (const answer of [one, two]) expect(answer).toMatchObject({ status: 200, body: { status: 'sent', recipients: 2, confirmedBy: { name: 'sylvie' } } });
    expect((await as('sylvie', 'POST', `/api/mailings/${mailing}/confirmation`, { files: 2 })).status).toBe(200);
    const mine = (await read('amelie')).filter(({ subject: line }) => line.startsWith('Réunion'));
    expect(mine).toMatchObject([{ subject: 'Réunion du 1er mars 2027 – Pôle Bois', text: expect.stringContaining('Bonjour Pôle Bois,\n\n<b>Appel 2027</b> continue.') }]);
    expect((await read('bruno')).filter(({ subject: line }) => line.startsWith('Meeting'))).toMatchObject([{ text: expect.stringContaining('Hello Pôle Bois, Call 2027 goes on.') }]);
    expect((await as('sylvie', 'GET', `/api/mailings/${mailing}`)).body).toMatchObject({ counts: { underWay: 0, sent: 2, failed: 1 } });
    expect((await as('auditor', 'GET', `/api/mailings/${mailing}/files?state=failed`)).body.items).toMatchObject([{ file: `application/${stone}`, recipients: [{ address: null, state: 'failed', error: 'nobody-to-tell' }] }]);
    expect((await as('amelie', 'GET', `/api/applications/${wood}/messages`)).body.items[0]).toMatchObject({ mailing: true, author: { role: 'secretariat', name: 'sylvie' }, text: expect.stringMatching(/Bonjour Pôle Bois[^]*Hello Pôle Bois/) });
    expect((await as('sylvie', 'GET', '/api/messages?toAnswer=true')).body.items).toMatchObject([{ text: 'J’attends.' }]);
    expect((await as('amelie', 'GET', '/api/me/notifications')).body.items.filter(({ template }: { template: string }) => template === 'mailing.message')).toMatchObject([{ title: expect.stringMatching(/^Réunion du 1er/) }]);
    expect((await as('authority', 'GET', '/api/mailings')).body.items.find(({ id }: { id: string }) => id === mailing)).toMatchObject({ files: 2, recipients: 2, preparedBy: { name: 'sylvie' }, confirmedAt: expect.any(String) });
  });
});

describe('a label', () => {
  it('has a thread of its own and can be written to by a list of labels', async () => {
    const label = randomUUID();
    await tell(space, {
      from: `application/${label}`, to: `award/${label}`, act: 'grant', on: '2027-03-01',
      facts: { application: `application/${label}`, call: `call/${theCall}`, pole: woodPole, structure: woodPole, startsOn: '2027-07-01', endsOn: '2030-06-30', decidedOn: '2027-02-20' },
    });
    const before = (await as('amelie', 'GET', `/api/labels/${label}`)).body;
    expect(await as('bruno', 'POST', `/api/labels/${label}/messages`, { text: 'When do we sign?' })).toMatchObject({ status: 201, body: { toAnswer: true } });
    expect((await as('amelie', 'GET', `/api/labels/${label}`)).body).toEqual(before);
    expect((await as('committee', 'GET', `/api/labels/${label}/messages`)).status).toBe(403);
    expect((await as('diane', 'GET', `/api/labels/${label}/messages`)).status).toBe(403);
    expect((await as('sylvie', 'GET', '/api/messages?toAnswer=true&mine=true')).body.items.at(-1)).toMatchObject({ subject: `award/${label}`, link: `/api/labels/${label}/messages` });
    const { body } = await as('sylvie', 'POST', '/api/mailings', { list: `/api/labels?call=${theCall}&theme=housing&region=jura&status=awaiting_contract`, subject: { fr: 'Contrat' }, text: { fr: 'Signez, {{pole}}.' } });
    expect(body).toMatchObject({ files: 1, sample: { file: `award/${label}` } });
    expect((await as('sylvie', 'POST', `/api/mailings/${body.id}/confirmation`, { files: 1 })).body).toMatchObject({ recipients: 2 });
    expect((await read('bruno')).at(-1)).toMatchObject({ subject: 'Contrat – Pôle Bois', text: expect.stringContaining('Signez, Pôle Bois.') });
    await as('sylvie', 'POST', `/api/labels/${label}/messages`, { text: 'Demain.' });
  });
});

describe('case officers', () => {
  const write = (text: string): Promise<Answer> => as('amelie', 'POST', `/api/applications/${wood}/messages`, { text });
  const told = async (name: string): Promise<number> => (await read(name)).filter(({ subject }) => subject.startsWith('Un pôle')).length;
  const tasks = async (name: string): Promise<string[]> => (await as(name, 'GET', '/api/me/tasks')).body.items.map(({ subject }: { subject: string }) => subject);

  it('are away on days when tasks and mails go to the deputy', async () => {
    expect(await tasks('igor')).not.toContain(`application/${stone}`);
    expect((await as('sylvie', 'PATCH', `/api/people/${idOf('sylvie')}`, { absences: [{ from: '2027-03-01', to: '2027-03-05' }] })).status).toBe(200);
    const [officer, deputy] = [await told('sylvie'), await told('igor')];
    await write('Êtes-vous là ?');
    expect([await told('sylvie'), await told('igor')]).toEqual([officer, deputy + 1]);
    expect(await tasks('igor')).toContain(`application/${stone}`);
    expect((await as('igor', 'GET', '/api/messages?toAnswer=true&mine=true')).body.items.map(({ text }: { text: string }) => text)).toEqual(['J’attends.', 'Êtes-vous là ?']);
    expect((await as('igor', 'GET', `/api/applications/${wood}/officers`)).body).toEqual({ officer: { id: idOf('sylvie'), name: 'sylvie' }, deputy: { id: idOf('igor'), name: 'igor' }, officerAbsent: true });
    await as('sylvie', 'PATCH', `/api/people/${idOf('sylvie')}`, { absences: [] });
    expect(await tasks('igor')).not.toContain(`application/${stone}`);
  });

  it('give a file away with what hangs on it, or all of theirs at once, on record', async () => {
    const give = (body: object): Promise<Answer> => as('sylvie', 'POST', '/api/reassignments', { reason: 'Départ en congé', ...body });
    expect(await give({ to: idOf('diane'), from: idOf('sylvie') })).toMatchObject({ status: 422, body: { code: 'officer-unknown' } });
    expect(await give({ to: idOf('igor') })).toMatchObject({ status: 422, body: { errors: [{ code: 'files-needed' }] } });
    expect((await as('amelie', 'POST', '/api/reassignments', { to: idOf('igor'), reason: 'x' })).status).toBe(403);
    // The application and its two appraisals.
    expect(await give({ to: idOf('igor'), deputy: idOf('sylvie'), files: [`application/${wood}`] })).toMatchObject({ status: 200, body: { files: 3 } });
    expect((await read('igor')).at(-1)).toMatchObject({ subject: 'Des dossiers vous sont confiés', text: expect.stringContaining('3 dossiers vous sont confiés') });
    const [officer, deputy] = [await told('sylvie'), await told('igor')];
    await write('Et maintenant ?');
    expect([await told('sylvie'), await told('igor')]).toEqual([officer, deputy + 1]);
    expect((await as('igor', 'GET', `/api/appraisals/${wood}-1/officers`)).body).toMatchObject({ officer: { name: 'igor' }, deputy: { name: 'sylvie' } });
    const preview = await give({ to: idOf('igor'), from: idOf('sylvie'), call: theCall, preview: true });
    // The call, the other application and the label.
    expect(preview).toMatchObject({ status: 200, body: { id: null, files: 3 } });
    expect(await give({ to: idOf('igor'), from: idOf('sylvie'), call: theCall })).toMatchObject({ status: 200, body: { files: 3 } });
    expect(await give({ to: idOf('igor'), from: idOf('sylvie'), call: theCall })).toMatchObject({ status: 409, body: { code: 'nothing-to-reassign' } });
    expect((await as('igor', 'GET', `/api/calls/${theCall}/officers`)).body).toMatchObject({ officer: { name: 'igor' } });
    expect((await as('auditor', 'GET', '/api/reassignments')).body.items.map(({ files, givenBy, officer, reason }: any) => [files, givenBy, officer.name, reason]).sort()) // eslint-disable-line @typescript-eslint/no-explicit-any -- tests read whatever came
      .toEqual([3, 3].map((files) => [files, idOf('sylvie'), 'igor', 'Départ en congé']));
    const before = await inDatabase(space, async (db) => (await db.execute(sql`select from_officer_id as was from reassignment_file where subject_id = ${`application/${wood}`}`)).rows);
    expect(before).toEqual([{ was: idOf('sylvie') }]);
    const late = await submitted('stranger', await pole('stranger', 'Pôle Tardif', '11100002200017'));
    expect((await as('igor', 'GET', `/api/applications/${late}/officers`)).body).toMatchObject({ officer: { name: 'igor' } });
  });
});
