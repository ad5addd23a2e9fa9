import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { readSheet } from 'read-excel-file/node';
import { extractText, getDocumentProxy } from 'unpdf';
import { siretOf } from '../../apps/cli/src/rehearse/identifiers.js';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { completeAnswers, pdf } from '../factories/application-answers.js';
import { brokenPagePdfs, encryptedPdf, endlessPdf, honestPdf, png, swellingPdf, truncatedPdf } from '../factories/hostile-files.js';
import { done, newPole, openCall, submitted } from '../stack/files.js';
import { runningSpace, type RunningSpace } from '../stack/stack.js';
import { call, someone, type Answer } from '../stack/staff.js';
import { inDatabase } from '../stack/tell.js';

type Person = Awaited<ReturnType<typeof someone>>;
let space: RunningSpace;
const people: Record<string, Person> = {};
const person = (name: string): Person => people[name] as Person;
const as = (name: string, method: string, path: string, body?: unknown): Promise<Answer> => call(space, person(name).token, method, path, body);
const must = (name: string, method: string, path: string, body?: unknown) => done(space, person(name), method, path, body);
const criteria = ['engaged', 'partnerships', 'solutions', 'communication', 'accompaniment', 'design', 'programme'];
const formula = '=HYPERLINK("http://evil.example.org","Pôle")';

interface Download { readonly status: number; readonly bytes: Uint8Array; readonly text: string; readonly pages: number; readonly headers: Headers }

async function download(name: string | undefined, path: string, headers: Record<string, string> = {}): Promise<Download> {
  const response = await fetch(`${space.apiUrl}${path}`, { headers: { ...(name ? { authorization: `Bearer ${person(name).token}` } : {}), ...headers } });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isPdf = response.headers.get('content-type') === 'application/pdf';
  const read = isPdf ? await extractText(await getDocumentProxy(bytes.slice()), { mergePages: true }) : { text: '', totalPages: 0 };
  return { status: response.status, bytes, text: read.text.replace(/\s+/g, ' '), pages: read.totalPages, headers: response.headers };
}

async function attach(name: string, path: string, bytes: Uint8Array<ArrayBuffer>, file: string): Promise<string> {
  const body = new FormData();
  body.append('file', new Blob([bytes]), file);
  const response = await fetch(`${space.apiUrl}${path}`, { method: 'POST', body, headers: { authorization: `Bearer ${person(name).token}` } });
  expect([file, response.status]).toEqual([file, 201]);
  return ((await response.json()) as { id: string }).id;
}

const book = (name: string, id: string, headers = {}) => download(name, `/api/applications/${id}/book.pdf`, headers);
const statusOf = async (id: string): Promise<string> => (await as('secretariat', 'GET', `/api/applications/${id}`)).body.status;

/** Both experts mark with fours, and the file waits for the committee. */
async function appraised(id: string): Promise<void> {
  await must('secretariat', 'POST', `/api/applications/${id}/admission`, {});
  await must('secretariat', 'POST', `/api/applications/${id}/panel`, { experts: [person('diane').id, person('etienne').id] });
  await waitFor('the invitations', async () => (await as('secretariat', 'GET', `/api/appraisals?application=${id}`)).body.items.length === 2, { seconds: 20 });
}

async function marks(name: string, id: string, n: number): Promise<void> {
  for (const act of ['declaration', 'undertaking', 'acceptance', 'scores']) {
    const body = act === 'declaration' ? { conflict: false } : act === 'scores' ? { marks: Object.fromEntries(criteria.map((code) => [code, 4])), comments: { overall: `Avis de ${name}` } } : {};
    expect([act, (await as(name, 'POST', `/api/appraisals/${id}-${n}/${act}`, body)).status]).toEqual([act, 201]);
  }
}

let theCall: string;
let poleId: string;
let id: string;
let other: string;

beforeAll(async () => {
  space = await runningSpace('document', { clock: { mode: 'stepped', start: '2027-03-01T09:00:00.000Z' } });
  for (const role of ['operator', 'secretariat', 'committee', 'authority', 'auditor'] as const) people[role] = await someone(space, role, [role]);
  for (const name of ['diane', 'etienne', 'fatima']) people[name] = await someone(space, name, ['expert']);
  for (const name of ['amelie', 'bruno', 'stranger']) people[name] = await someone(space, name);
  people['boris'] = await someone(space, 'boris', ['committee']);
  theCall = await openCall(space, person('secretariat'), '2027-03-01', '2027-03-31');
  poleId = await newPole(space, { holder: person('amelie'), secretariat: person('secretariat') }, formula, siretOf(9100));
}, 180_000);
afterAll(() => space?.stop());

describe('the book of a file', () => {
  it('of a draft is its pole’s, and says what it is', async () => {
    const draft = await must('amelie', 'POST', `/api/calls/${theCall}/applications`, { pole: poleId });
    id = draft.id;
    await must('amelie', 'PUT', `/api/applications/${id}/draft`, { version: draft.version, answers: completeAnswers });
    const made = await book('amelie', id);
    expect([made.status, made.headers.get('content-type'), made.headers.get('x-content-type-options'), made.headers.get('cache-control')]).toEqual([200, 'application/pdf', 'nosniff', 'private, no-store']);
    expect(made.text).toContain('BROUILLON');
    expect(made.text).toContain('Bois et ameublement');
    expect((await book('secretariat', id)).status).toBe(404);
    expect((await book('stranger', id)).status).toBe(404);
    expect((await download(undefined, `/api/applications/${id}/book.pdf`)).status).toBe(401);
  });

  it('merges what can be shown, lists what cannot, and is never broken by a file', async () => {
    const to = (question: string) => `/api/applications/${id}/attachments?question=${question}`;
    await attach('amelie', to('statutes'), await honestPdf('Statuts de la structure'), 'statuts.pdf');
    await attach('amelie', to('statutes'), await encryptedPdf(), 'chiffré.pdf');
    await attach('amelie', to('accounts'), await truncatedPdf(), 'coupé.pdf');
    await attach('amelie', to('accounts'), swellingPdf(), 'gonfle.pdf');
    await attach('amelie', to('evidence'), png(300, 200), 'photo.png');
    await attach('amelie', to('evidence'), png(50_000, 50_000, 100), 'immense.png');
    await attach('amelie', to('evidence'), png(10, 10, 200_000_000), 'menteuse.png');
    await attach('amelie', to('partner-letters'), endlessPdf(), 'sans fin.pdf');
    await attach('amelie', to('partner-letters'), pdf(), 'vide.pdf');
    await attach('amelie', to('partner-letters'), brokenPagePdfs['a turn that is no number'] as Uint8Array<ArrayBuffer>, 'de travers.pdf');
    const { version } = await must('amelie', 'GET', `/api/applications/${id}/draft`);
    await must('amelie', 'POST', `/api/applications/${id}/submissions`, { draftVersion: version });
    const made = await book('amelie', id);
    expect(made.status).toBe(200);
    for (const shown of ['Statuts de la structure', 'statuts.pdf', 'image reproduite', 'chiffré.pdf', 'mot de passe', 'coupé.pdf', 'endommagé', 'gonfle.pdf', 'sans fin.pdf', 'trop de pages', 'immense.png', 'trop volumineuse', 'vide.pdf', / Pièce \d - \d+ \/ \d+/]) expect(made.text).toMatch(shown);
    expect(made.pages).toBeLessThan(60);
    expect(Buffer.from(made.bytes).includes('SCRIPT-OF-SOMEBODY')).toBe(false);
    // One book a person: who asks for many at once takes nobody's place.
    const statuses = (await Promise.all([1, 2, 3].map(() => book('amelie', id)))).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 429, 429]);
    // The API went on answering meanwhile, and does so now.
    expect((await as('amelie', 'GET', '/api/me')).status).toBe(200);
  });

  it('of one centre is whole, whatever the files of another do at the same time', async () => {
    const neighbour = await newPole(space, { holder: person('stranger'), secretariat: person('secretariat') }, 'Pôle Voisin', siretOf(9102));
    const draft = await must('stranger', 'POST', `/api/calls/${theCall}/applications`, { pole: neighbour });
    // A bomb that no book has met yet.
    await attach('stranger', `/api/applications/${draft.id}/attachments?question=statutes`, swellingPdf(33), 'bombe.pdf');
    const [theirs, hers] = await Promise.all([book('stranger', draft.id), book('amelie', id)]);
    expect([theirs.status, hers.status]).toEqual([200, 200]);
    expect(theirs.text).toContain('non reproduite');
    for (const shown of ['Statuts de la structure', 'image reproduite']) expect(hers.text).toContain(shown);
  });

  it('is in the reader’s language, with the reader’s name on it', async () => {
    const made = await book('secretariat', id, { 'accept-language': 'en' });
    expect(made.text).toContain('Made for secretariat');
    expect(made.text).toContain('The centre accompanies'.slice(0, 10));
    expect(made.text).toContain('Contents');
    const proxy = await getDocumentProxy(made.bytes.slice());
    expect((await proxy.getMetadata()).info).toMatchObject({ Title: expect.stringContaining('HYPERLINK'), Language: 'en-GB' });
    expect((await proxy.getMarkInfo())?.Marked).toBe(true);
    expect((await proxy.getOutline())?.map(({ title }) => title)).toEqual(expect.arrayContaining(['Answers', 'Timeline', 'Attachments']));
  });

  it('has a name that no header and no file system stumbles over', async () => {
    const disposition = (await book('amelie', id)).headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename="[A-Za-z0-9._-]+\.pdf"; filename\*=UTF-8''[A-Za-z0-9.!~_%-]+$/);
    expect(disposition).toContain('%22');
  });

  it('shows appraisals to whom they are revealed, and nothing to an expert whose part is over', async () => {
    await appraised(id);
    expect((await book('diane', id)).status).toBe(404);
    await marks('diane', id, 1);
    const hers = await book('diane', id);
    expect(hers.text).toContain('Avis de diane');
    expect(hers.text).not.toContain('Chronologie');
    expect((await book('secretariat', id)).text).not.toContain('Avis de diane');
    expect((await book('committee', id)).status).toBe(404);
    expect((await as('etienne', 'POST', `/api/appraisals/${id}-2/declaration`, { conflict: true, conflictKind: 'employer' })).status).toBe(201);
    expect((await book('etienne', id)).status).toBe(404);
    await must('secretariat', 'POST', `/api/applications/${id}/panel`, { experts: [person('fatima').id] });
    await waitFor('the third invitation', async () => (await as('secretariat', 'GET', `/api/appraisals?application=${id}`)).body.items.length === 3, { seconds: 20 });
    await marks('fatima', id, 3);
    await waitFor('the committee', async () => (await statusOf(id)) === 'in_committee', { seconds: 20 });
    for (const name of ['secretariat', 'committee', 'auditor']) expect((await book(name, id)).text).toContain('Avis de diane');
    const candidate = await book('amelie', id);
    for (const hidden of ['Avis de diane', 'diane', 'fatima', 'etienne']) expect(candidate.text).not.toContain(hidden);
    expect(candidate.text).toContain('Chronologie');
  });
});

describe('the documents of a session', () => {
  let session: string;
  let boris: string;

  beforeAll(async () => {
    boris = person('boris').id;
    const second = await newPole(space, { holder: person('bruno'), secretariat: person('secretariat') }, 'Pôle Verre', siretOf(9101));
    other = await submitted(space, person('bruno'), theCall, second);
    await appraised(other);
    await marks('diane', other, 1);
    await marks('etienne', other, 2);
    await waitFor('the committee', async () => (await statusOf(other)) === 'in_committee', { seconds: 20 });
    for (const [name, chair] of [['committee', true], ['boris', false]] as const) await must('secretariat', 'POST', '/api/committee-members', { scheme: 'pole-innovation', person: person(name).id, capacity: chair ? 'Présidente' : 'Membre', chair });
    session = (await must('secretariat', 'POST', '/api/sessions', { scheme: 'pole-innovation', on: '2027-03-12', time: '14:00', place: 'Paris', files: [id, other] })).id;
    await waitFor('the files to know', async () => (await as('secretariat', 'GET', `/api/sessions/${session}`)).body.files.every(({ confirmed }: { confirmed: boolean }) => confirmed), { seconds: 20 });
  }, 180_000);

  it('hold every file for who sits on it, and leave out the one from which a member is recused', async () => {
    const path = `/api/sessions/${session}/book.pdf`;
    expect((await download('boris', path)).text).toContain('Avis de diane');
    expect((await as('boris', 'POST', `/api/sessions/${session}/recusals`, { application: id, reason: 'Mon frère y travaille' })).status).toBe(201);
    await waitFor('the recusal', async () => (await book('boris', id)).status === 404, { seconds: 20 });
    const his = await download('boris', path);
    expect(his.text).toContain('déporté');
    expect(his.text).toContain('Pôle Verre');
    expect(his.text).not.toContain('fatima');
    const hers = await download('committee', path);
    expect(hers.text).toContain('fatima');
    expect(hers.text).not.toContain('déporté');
    for (const name of ['amelie', 'diane']) expect((await download(name, path)).status).toBe(403);
  });

  it('hold the minutes once the members may read them', async () => {
    const path = `/api/sessions/${session}/minutes.pdf`;
    expect((await download('secretariat', path)).status).toBe(409);
    await must('operator', 'POST', '/api/clock/advances', { to: '2027-03-12T13:00:00.000Z' });
    await must('secretariat', 'POST', `/api/sessions/${session}/presences`, { presences: [{ member: person('committee').id, how: 'on-site' }, { member: boris, how: 'on-site' }] });
    await must('secretariat', 'POST', `/api/sessions/${session}/openings`, {});
    const body = new FormData();
    body.append('file', new Blob([pdf('feuille')]), 'feuille.pdf');
    const sheet = ((await (await fetch(`${space.apiUrl}/api/applications/${other}/scans`, { method: 'POST', body, headers: { authorization: `Bearer ${person('secretariat').token}` } })).json()) as { id: string }).id;
    const votes = [{ member: person('committee').id, vote: 'for' }, { member: boris, vote: 'for' }];
    await must('secretariat', 'POST', `/api/sessions/${session}/votes`, { application: other, outcome: 'award', reasons: 'Actions engagées solides.', sheet, votes });
    await must('secretariat', 'POST', `/api/sessions/${session}/deferrals`, { application: id, reason: 'À revoir' });
    const closed = await as('secretariat', 'POST', `/api/sessions/${session}/closings`, {});
    expect([closed.status, closed.body.code]).toEqual([201, undefined]);
    const draft = await download('secretariat', path);
    expect(draft.text).toContain('Procès-verbal de la séance du 12 mars 2027');
    expect(draft.text).toContain('PROJET');
    expect((await download('boris', path)).status).toBe(409);
    await must('secretariat', 'POST', `/api/sessions/${session}/minutes/circulations`, {});
    expect((await download('boris', path)).text).toContain('Diffusé');
  });
});

describe('the decision as a document', () => {
  const path = () => `/api/applications/${other}/decision.pdf`;

  it('is a draft for the staff until it is signed, and is the applicant’s from the notification on', async () => {
    await waitFor('the proposal', async () => (await statusOf(other)) === 'decision_proposed', { seconds: 20 });
    const draft = await download('authority', path());
    expect(draft.text).toContain('PROJET');
    expect(draft.text).toContain('Pôle Verre');
    expect((await download('bruno', path())).status).toBe(404);
    expect((await download('diane', path())).status).toBe(404);
    const day = '2027-03-12';
    await must('authority', 'POST', `/api/applications/${other}/signature`, { outcome: 'award', signedOn: day, signatory: { firstName: 'Karim', surname: 'Haddad', capacity: 'Directeur général' } });
    const signed = await download('secretariat', path());
    expect(signed.text).toContain('Karim Haddad');
    expect(signed.text).not.toContain('PROJET');
    expect((await download('bruno', path())).status).toBe(404);
    await must('secretariat', 'POST', `/api/applications/${other}/notification`, { notifiedOn: day, channel: 'online' });
    await waitFor('the notification', async () => (await statusOf(other)) === 'awarded', { seconds: 20 });
    expect((await download('bruno', path())).text).toContain('Karim Haddad');
    expect((await as('secretariat', 'GET', `/api/applications/${other}`)).body.notification.accuse_lecture).toMatchObject({ on: day, by: 'bruno' });
  });
});

describe('a decision that was signed on paper', () => {
  it('is what the applicant gets, as it was uploaded', async () => {
    await waitFor('the file to be back', async () => (await as('secretariat', 'GET', `/api/applications/${id}`)).body.data.agenda === null, { seconds: 20 });
    await must('secretariat', 'POST', `/api/applications/${id}/proposal`, { outcome: 'refuse', reasons: 'Programme insuffisant.' });
    const unsigned = await attach('authority', `/api/applications/${id}/documents`, await honestPdf('Projet jamais signé'), 'projet.pdf');
    const document = await attach('authority', `/api/applications/${id}/documents`, await honestPdf('Arrêté signé de la main'), 'arrêté.pdf');
    const reasons = { reasonsInLaw: 'Article 3.', reasonsInFact: 'Le programme ne couvre pas trois années.' };
    await must('authority', 'POST', `/api/applications/${id}/signature`, { outcome: 'refuse', signedOn: '2027-03-12', signatory: { firstName: 'Karim', surname: 'Haddad', capacity: 'Directeur général' }, document, ...reasons });
    expect((await download('amelie', `/api/applications/${id}/decision.pdf`)).status).toBe(404);
    expect((await book('amelie', id)).text).not.toContain('Programme insuffisant');
    await must('secretariat', 'POST', `/api/applications/${id}/notification`, { notifiedOn: '2027-03-12', channel: 'post' });
    await waitFor('the notification', async () => (await statusOf(id)) === 'refused', { seconds: 20 });
    expect((await download('amelie', `/api/applications/${id}/decision.pdf`)).text).toContain('Arrêté signé de la main');
    expect([(await download('amelie', `/api/applications/${id}/attachments/${unsigned}`)).status, (await download('amelie', `/api/applications/${id}/attachments/${document}`)).status]).toEqual([404, 200]);
    expect((await book('amelie', id)).text).not.toContain('Projet jamais signé');
    const made = await book('amelie', id);
    for (const shown of ['Le programme ne couvre pas trois années', 'Arrêté signé de la main', 'Refus notifié', 'par courrier']) expect(made.text).toContain(shown);
  });
});

describe('every list as a spreadsheet', () => {
  const sheet = async (name: string, path: string, headers: Record<string, string> = {}) => {
    const made = await download(name, path, headers);
    expect([path, made.status, made.headers.get('content-type')]).toEqual([path, 200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']);
    return readSheet(Buffer.from(made.bytes));
  };

  it('holds the rows of the list, with real dates, and text that is no formula', async () => {
    const rows = await sheet('secretariat', '/api/applications?format=xlsx');
    expect(rows).toHaveLength(3);
    const titles = rows[0] as string[];
    const mine = rows.find((row) => row.at(-1) === poleId || row.includes(id)) as unknown[];
    expect(mine[titles.indexOf('Pôle')]).toBe(formula);
    expect(mine[titles.indexOf('Reçu le')]).toEqual(new Date('2027-03-01T00:00:00.000Z'));
    expect(mine[titles.indexOf('Statut')]).toBe('refusé');
    const xml = Buffer.from((await download('secretariat', '/api/applications?format=xlsx')).bytes).toString('latin1');
    expect(xml.startsWith('PK')).toBe(true);
    const english = await sheet('secretariat', '/api/applications?format=xlsx', { 'accept-language': 'en' });
    expect(english[0]).toEqual(expect.arrayContaining(['Status', 'Centre', 'Received on']));
  });

  it('keeps filter and rights of the list', async () => {
    expect(await sheet('secretariat', '/api/applications?format=xlsx&status=awarded')).toHaveLength(2);
    expect(await sheet('bruno', '/api/applications?format=xlsx')).toHaveLength(2);
    expect((await download('diane', '/api/applications?format=xlsx')).status).toBe(403);
    expect((await download(undefined, '/api/calls?format=xlsx')).status).toBe(401);
    expect((await download('secretariat', '/api/applications?format=csv')).status).toBe(422);
    expect((await as('bruno', 'GET', '/api/notifications?format=xlsx')).status).toBe(403);
  });

  it('reads as many pages as there are', async () => {
    const listed = await as('secretariat', 'GET', '/api/notifications?limit=100');
    const all = await sheet('secretariat', '/api/notifications?format=xlsx&limit=2');
    expect(all.length).toBeGreaterThanOrEqual(listed.body.items.length + 1);
    expect(all.length).toBeGreaterThan(4);
  });

  it('works for each list of the API, with a title for each column', async () => {
    const { body } = await call(space, undefined, 'GET', '/api/openapi.json');
    const paths = Object.entries(body.paths as Record<string, { get?: { responses?: Record<string, { content?: object }>; parameters?: { in: string }[] } }>)
      .filter(([, { get }]) => Object.keys(get?.responses?.['200']?.content ?? {}).some((type) => type.includes('spreadsheetml')))
      .map(([path]) => path);
    expect(paths).toEqual(expect.arrayContaining(['/api/applications', '/api/appraisals', '/api/labels', '/api/monitorings', '/api/renewals', '/api/me/tasks', '/api/calls', '/api/notifications', '/api/sessions', '/api/messages', '/api/experts', '/api/exports']));
    const fields = new Set(Object.values(body.components.schemas as Record<string, { properties?: object }>).flatMap(({ properties }) => Object.keys(properties ?? {})));
    const untitled: string[] = [];
    for (const path of paths.filter((one) => !one.includes('{'))) {
      // Figures are of one scheme; where several are loaded, their list has to be told which.
      const asked = `${path}?format=xlsx${path.startsWith('/api/network/') || path.startsWith('/api/statistics') ? '&scheme=pole-innovation' : ''}`;
      const made = await download('secretariat', asked);
      const reader = made.status === 403 ? 'operator' : 'secretariat';
      const [titles = []] = await sheet(reader, asked);
      // A title that nobody gave is the field's own name.
      untitled.push(...(titles as string[]).filter((title) => title.split(' – ').some((one) => fields.has(one))).map((title) => `${path}: ${title}`));
    }
    expect(untitled).toEqual([]);
  });
});

describe('a list of more rows than a spreadsheet takes', () => {
  it('is refused with what to do, and exported once its filter is narrower', async () => {
    await inDatabase(space, (db) => db.execute(sql`insert into person (id, email, name, locale, created_at)
      select gen_random_uuid(), 'p' || i || '@many.example.org', case when i <= 250 then 'Narrow ' else 'Wide ' end || i, 'fr', now() from generate_series(1, 10001) i`));
    expect(await as('operator', 'GET', '/api/people?format=xlsx')).toMatchObject({ status: 422, body: { code: 'export-too-large', detail: expect.stringContaining('10000') } });
    const narrow = await download('operator', '/api/people?format=xlsx&q=Narrow');
    expect(await readSheet(Buffer.from(narrow.bytes))).toHaveLength(251);
  });
});

describe('what leaves as a file', () => {
  it('is journalled: who, what, when', async () => {
    const { items } = await must('auditor', 'GET', `/api/exports?person=${person('boris').id}&as=pdf`);
    expect(items[0]).toMatchObject({ kind: 'pdf', person: { name: 'boris' }, address: expect.stringMatching(/minutes\.pdf$/), extent: expect.any(Number), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect((await must('auditor', 'GET', `/api/exports?subject=application/${other}`)).items.map(({ person: { name } }: { person: { name: string } }) => name)).toContain('bruno');
    expect((await must('auditor', 'GET', `/api/exports?as=xlsx&person=${person('bruno').id}`)).items).toMatchObject([{ address: '/api/applications?format=xlsx', extent: 1 }]);
    expect((await as('amelie', 'GET', '/api/exports')).status).toBe(403);
  });
});
