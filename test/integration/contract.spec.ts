import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eq } from 'drizzle-orm';
import { extractText, getDocumentProxy } from 'unpdf';
import { siretOf } from '../../apps/cli/src/rehearse/identifiers.js';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { agreedTargetsOf } from '../../libs/persistence/src/award/contract.queries.js';
import { pole as poles, poleCarrier } from '../../libs/persistence/src/people/people.tables.js';
import { pdf } from '../factories/application-answers.js';
import { done, newPole, openCall, submitted } from '../stack/files.js';
import { mails, runningSpace, type RunningSpace } from '../stack/stack.js';
import { call, someone, type Answer } from '../stack/staff.js';
import { inDatabase, tell } from '../stack/tell.js';

type Person = Awaited<ReturnType<typeof someone>>;
let space: RunningSpace;
const people: Record<string, Person> = {};
const person = (name: string): Person => people[name] as Person;
const as = (name: string, method: string, path: string, body?: unknown): Promise<Answer> => call(space, person(name).token, method, path, body);
const must = (name: string, method: string, path: string, body?: unknown) => done(space, person(name), method, path, body);
let label: string;
let pole: string;
const at = (path = '') => `/api/labels/${label}${path}`;
const advance = (to: string): Promise<Answer> => as('operator', 'POST', '/api/clock/advances', { to });

async function download(name: string, path: string, language = 'fr'): Promise<{ status: number; text: string; pages: number; type: string | null }> {
  const response = await fetch(`${space.apiUrl}${path}`, { headers: { authorization: `Bearer ${person(name).token}`, 'accept-language': language } });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const type = response.headers.get('content-type');
  if (type !== 'application/pdf') return { status: response.status, text: '', pages: 0, type };
  keep(`${path.split('/').slice(4).join('-')}-${language}.pdf`, bytes);
  const read = await extractText(await getDocumentProxy(bytes), { mergePages: true });
  return { status: response.status, text: read.text.replace(/\s+/g, ' '), pages: read.totalPages, type };
}

/** For a person to open and look at. */
function keep(name: string, bytes: Uint8Array): void {
  mkdirSync('test-output/contract', { recursive: true });
  writeFileSync(`test-output/contract/${name}`, bytes);
}

async function upload(name: string): Promise<Answer> {
  const body = new FormData();
  body.append('file', new Blob([pdf('contrat')]), 'contrat signé.pdf');
  const response = await fetch(`${space.apiUrl}${at('/contract-documents')}`, { method: 'POST', body, headers: { authorization: `Bearer ${person(name).token}` } });
  return { status: response.status, body: await response.json() } as Answer;
}

const stepsOf = async (name = 'secretariat'): Promise<Record<string, string>> => Object.fromEntries((await as(name, 'GET', at())).body.steps.map((s: { step: string; state: string; who: string }) => [s.step, `${s.state} ${s.who}`]));
const subjects = async (name: string): Promise<string[]> => (await mails({ to: person(name).email })).map(({ subject }) => subject.replaceAll(/[\u00a0\u202f]/g, ' ').split(' – ')[0] ?? '');

beforeAll(async () => {
  space = await runningSpace('contract', { clock: { mode: 'stepped', start: '2027-03-01T09:00:00.000Z' } });
  for (const role of ['operator', 'secretariat', 'committee', 'authority', 'auditor'] as const) people[role] = await someone(space, role, [role]);
  people['expert'] = await someone(space, 'expert', ['expert']);
  for (const name of ['holder', 'colleague', 'stranger']) people[name] = await someone(space, name);
  const theCall = await openCall(space, person('secretariat'), '2027-03-01', '2027-03-31');
  pole = await newPole(space, { holder: person('holder'), secretariat: person('secretariat') }, 'Bois vivant', siretOf(9301));
  await must('secretariat', 'POST', `/api/poles/${pole}/members`, { email: person('colleague').email, role: 'member', reason: 'Justificatif reçu' });
  label = await submitted(space, person('holder'), theCall, pole);
  const structure = await inDatabase(space, async (db) => (await db.select({ id: poleCarrier.structureId }).from(poleCarrier).where(eq(poleCarrier.poleId, pole)))[0]?.id ?? '');
  await tell(space, {
    from: `application/${label}`, to: `award/${label}`, act: 'grant', on: '2027-03-01',
    facts: { application: `application/${label}`, call: `call/${theCall}`, pole, structure, startsOn: '2027-07-01', endsOn: '2030-06-30', decidedOn: '2027-02-20' },
  });
}, 180_000);
afterAll(() => space?.stop());

describe('the contract of a label', () => {
  let firstText: string;

  it('is made from the scheme’s template, the parties and the answers, in both languages; until it is signed it says so', async () => {
    const made = await download('holder', at('/contract.pdf'));
    expect([made.status, made.type]).toEqual([200, 'application/pdf']);
    for (const words of [
      'Contrat de labellisation', 'Bois vivant', 'CFA Bois vivant', 'représentée par holder', 'PI-2027-0001', 'SIRET', 'Direction générale des entreprises', '1 juillet 2027', '30 juin 2030', '50 000 €', '80 %',
      'Annexe 1 – Programme d\'actions de trois ans', 'Annexe 2 – Indicateurs', 'Année 1', 'Année 3', 'Accompagner dix entreprises', 'Entreprises accompagnées', 'À SIGNER', 'Article 1',
    ]) expect([words, made.text.replaceAll('1er', '1').includes(words)]).toEqual([words, true]);
    const english = await download('authority', at('/contract.pdf'), 'en');
    for (const words of ['Label contract', 'Year 1', 'Firms accompanied', '€50,000', 'TO BE SIGNED', 'Three-year']) expect([words, english.text.includes(words)]).toEqual([words, true]);
    for (const name of ['auditor', 'operator', 'colleague']) expect((await download(name, at('/contract.pdf'))).status).toBe(200);
    for (const name of ['expert', 'committee']) expect((await download(name, at('/contract.pdf'))).status).toBe(403);
    expect((await download('stranger', at('/contract.pdf'))).status).toBe(403);
    expect((await as('auditor', 'GET', `/api/exports?subject=award/${label}`)).body.items).toHaveLength(5);
  });

  it('shows what is done, who must act and by when, and nothing as done that is not', async () => {
    expect(await stepsOf()).toEqual({
      decision: 'done authority', number: 'done procedure', 'contract-signature': 'waiting applicant', 'contract-countersignature': 'waiting authority', register: 'waiting procedure', certificate: 'waiting procedure', credential: 'waiting procedure',
      announcement: 'waiting procedure', monitoring: 'waiting procedure', renewal: 'waiting procedure', financing: 'waiting procedure', 'first-instalment': 'waiting procedure',
    });
    const { steps, contract } = (await as('holder', 'GET', at())).body;
    expect(steps[2]).toMatchObject({ step: 'contract-signature', on: '2027-04-30', problem: null, advice: null });
    expect(contract).toMatchObject({ version: 1, signatures: [], amendments: [] });
    expect((await as('committee', 'GET', at())).body.contract).toBeNull();
    firstText = contract.text;
  });

  it('is signed on one text, with its evidence, by who may commit the pole', async () => {
    expect(await as('colleague', 'POST', at('/contract-signature'), {})).toMatchObject({ status: 403, body: { code: 'not-a-committer' } });
    expect(await as('holder', 'POST', at('/contract-signature'), { text: 'another' })).toMatchObject({ status: 409, body: { code: 'contract-changed' } });
    expect(await as('holder', 'POST', at('/contract-signature'), { document: label })).toMatchObject({ status: 422, body: { code: 'attachment-unknown' } });
    const document = await upload('holder');
    expect(document).toMatchObject({ status: 201, body: { purpose: 'contract', type: 'pdf' } });
    expect((await upload('auditor')).status).toBe(403);
    expect((await as('holder', 'POST', at('/contract-signature'), { capacity: 'Présidente', document: document.body.id, text: firstText })).status).toBe(201);
    // The pole is renamed between the two signatures: the authority signs what the pole signed.
    await inDatabase(space, (db) => db.update(poles).set({ name: 'Pôle du bois' }).where(eq(poles.id, pole)));
    const { contract, data } = (await as('authority', 'GET', at())).body;
    expect(contract).toMatchObject({ text: firstText, signatures: [{ party: 'pole', on: '2027-03-01', signatory: 'holder', capacity: 'Présidente', document: document.body.id, version: 1, text: firstText }] });
    expect(data.contractText).toBe(firstText);
    expect((await download('authority', at('/contract.pdf'))).text).toContain('Bois vivant');
    expect((await as('expert', 'GET', `/api/applications/${label}/attachments/${document.body.id}`)).status).toBeGreaterThanOrEqual(403);
    expect(await as('authority', 'POST', at('/contract-countersignature'), { capacity: 'Cheffe de bureau', text: firstText })).toMatchObject({ status: 201, body: { outcome: { status: 'active' } } });
    const signed = await download('holder', at('/contract.pdf'));
    for (const words of ['Signé par holder', 'Signé par authority', 'Cheffe de bureau', firstText.slice(0, 20), 'Preuves des signatures']) expect([words, signed.text.includes(words)]).toEqual([words, true]);
    expect(signed.text).not.toContain('À SIGNER');
  });

  it('begins monitoring, the watch over the renewal and financing, and tells of it once', async () => {
    await waitFor('the mail', async () => (await subjects('holder')).includes('Votre label est en vigueur'), { seconds: 20 });
    await waitFor('the steps', async () => Object.values(await stepsOf()).filter((one) => one.startsWith('waiting') || one.startsWith('stuck')).length <= 1, { seconds: 20 });
    expect(await stepsOf()).toMatchObject({ register: 'done procedure', certificate: 'done procedure', credential: 'done procedure', announcement: 'done procedure', monitoring: 'done procedure', renewal: 'done procedure', financing: 'done procedure' });
    expect((await subjects('holder')).filter((one) => one === 'Votre label est en vigueur')).toHaveLength(1);
  });
});

describe('an amendment', () => {
  it('is proposed by the secretariat, checked against the indicators', async () => {
    expect(await as('secretariat', 'POST', at('/amendments'), { wording: 'x', targets: { nothing: 3 } })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/targets/nothing', code: 'unknown-indicator' }] } });
    expect(await as('secretariat', 'POST', at('/amendments'), { wording: 'x', targets: { satisfaction: 6 } })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/targets/satisfaction', code: 'number-range' }] } });
    expect((await as('authority', 'POST', at('/amendments'), { wording: 'x' })).status).toBe(403);
    expect((await as('secretariat', 'POST', at('/amendments'), { wording: 'La troisième année porte sur les biosourcés.\n\nLes cibles suivent.', targets: { 'firms-accompanied': 120, satisfaction: 4.5 } })).status).toBe(201);
    expect(await as('secretariat', 'POST', at('/amendments'), { wording: 'encore' })).toMatchObject({ status: 409, body: { code: 'amendment-open', detail: expect.stringContaining('n° 1') } });
    const { contract, timeline } = (await as('holder', 'GET', at())).body;
    expect(contract.amendments).toMatchObject([{ n: 1, state: 'proposed', limitOn: '2027-04-30', version: null, targets: [{ indicator: 'firms-accompanied', target: 120, label: { en: 'Firms accompanied' } }, { target: 4.5 }], signatures: [] }]);
    expect(timeline.ahead.some((one: { kind: string; otherwise: string }) => one.kind === 'amendment-due' && one.otherwise === 'amendment-lapsed')).toBe(true);
    const asked = async (name: string) => (await as(name, 'GET', '/api/me/tasks')).body.items.filter((task: { subject: string }) => task.subject === `award/${label}`);
    expect(await asked('holder')).toMatchObject([{ acts: ['signAmendment'], dueOn: '2027-04-30' }]);
    expect(await asked('authority')).toMatchObject([{ acts: ['countersignAmendment'], dueOn: '2027-04-30' }]);
    expect(await asked('colleague')).toEqual([]);
  });

  it('changes the contract once both have signed it, as version 2', async () => {
    expect((await download('holder', at('/amendments/1.pdf'))).text).toContain('Avenant n° 1');
    expect((await download('holder', at('/amendments/2.pdf'))).status).toBe(404);
    const { text } = (await as('holder', 'GET', at())).body.contract.amendments[0];
    expect(await as('colleague', 'POST', at('/amendments/1/signature'), {})).toMatchObject({ status: 403, body: { code: 'not-a-committer' } });
    expect(await as('authority', 'POST', at('/amendments/1/countersignature'), { text: 'other' })).toMatchObject({ status: 409, body: { code: 'amendment-changed' } });
    expect((await as('authority', 'POST', at('/amendments/1/countersignature'), { text })).status).toBe(201);
    expect(await as('holder', 'POST', at('/amendments/1/signature'), { capacity: 'Présidente' })).toMatchObject({ status: 201, body: { outcome: { entries: ['amendment-signed', 'amendment-in-force'], status: 'active' } } });
    expect(await as('holder', 'POST', at('/amendments/1/signature'), {})).toMatchObject({ status: 409, body: { code: 'amendment-settled' } });
    expect((await as('holder', 'GET', at())).body.contract).toMatchObject({ version: 2, amendments: [{ state: 'in-force', version: 2, signatures: [{ party: 'authority' }, { party: 'pole', capacity: 'Présidente' }] }] });
    const printed = await download('holder', at('/contract.pdf'));
    for (const words of ['Avenant n° 1, en vigueur depuis', 'biosourcés', '120']) expect([words, printed.text.includes(words)]).toEqual([words, true]);
    await waitFor('the mail', async () => (await subjects('holder')).includes('L’avenant au contrat est en vigueur'), { seconds: 20 });
    expect(await subjects('authority')).toEqual(expect.arrayContaining(['Un avenant au contrat de labellisation est à signer']));
  });

  it('gives the targets that monitoring compares with', async () => {
    const targets = await inDatabase(space, (db) => agreedTargetsOf(db, `award/${label}`));
    expect(targets).toMatchObject({ 'firms-accompanied': { baseline: 1, target: 120, version: 2 }, satisfaction: { target: 4.5, version: 2 }, 'design-actions': { baseline: 1, target: 5, version: 1 } });
  });

  it('is taken back with a reason, or lapses', async () => {
    await must('secretariat', 'POST', at('/amendments'), { wording: 'Deuxième.' });
    expect((await as('secretariat', 'POST', at('/amendments/2/withdrawal'), {})).status).toBe(422);
    await must('secretariat', 'POST', at('/amendments/2/withdrawal'), { reason: 'Erreur' });
    expect(await as('holder', 'POST', at('/amendments/2/signature'), {})).toMatchObject({ status: 409, body: { code: 'amendment-settled' } });
    await must('secretariat', 'POST', at('/amendments'), { wording: 'Troisième.' });
    await must('holder', 'POST', at('/amendments/3/signature'), {});
    await advance('2027-05-01T08:00:00.000Z');
    expect((await as('holder', 'GET', at())).body).toMatchObject({ status: 'active', contract: { version: 2, amendments: [{ state: 'in-force', droppedFor: null }, { state: 'dropped', droppedFor: 'Erreur' }, { state: 'lapsed' }] } });
    expect((await subjects('authority')).filter((one) => one === 'Rappel : avenant au contrat à signer').length).toBeGreaterThan(0);
    expect((await subjects('holder')).filter((one) => one === 'Rappel : avenant au contrat à signer')).toEqual([]);
  });
});
