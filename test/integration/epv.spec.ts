import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { parseScheme } from '../../libs/domain/src/scheme/parse.js';
import { pdf } from '../factories/application-answers.js';
import { done } from '../stack/files.js';
import { mails, runningSpace, type RunningSpace } from '../stack/stack.js';
import { call, someone, type Answer } from '../stack/staff.js';
import { inDatabase } from '../stack/tell.js';

type Person = Awaited<ReturnType<typeof someone>>;
const scheme = 'entreprise-patrimoine-vivant';
const file = `schemes/${scheme}.yaml`;
const parsed = parseScheme(readFileSync(file, 'utf8'), file);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
const criteria = parsed.scheme.grid.criteria.map(({ code }) => code);

let space: RunningSpace;
const people: Record<string, Person> = {};
const who = (name: string): Person => people[name] ?? ({} as Person);
const as = (name: string, method: string, path: string, body?: unknown): Promise<Answer> => call(space, who(name).token, method, path, body);
const must = (name: string, method: string, path: string, body?: unknown) => done(space, who(name), method, path, body);
const advance = (to: string) => must('operator', 'POST', '/api/clock/advances', { to });
const statusOf = async (id: string): Promise<string> => (await must('secretariat', 'GET', `/api/applications/${id}`)).status;

const answers = { presentation: 'Une ganterie de 1890, douze gantiers.', world: 'fashion', founded: '1890', turnover: 480_000, staff: 12, equipment: 'Fentes et mains chaudes d’origine.', rights: 'Deux modèles déposés.' };

async function attach(name: string, id: string): Promise<void> {
  for (const question of ['registration', 'honour']) {
    const body = new FormData();
    body.append('file', new Blob([pdf(question)]), `${question}.pdf`);
    const sent = await fetch(`${space.apiUrl}/api/applications/${id}/attachments?question=${question}`, { method: 'POST', body, headers: { authorization: `Bearer ${who(name).token}` } });
    if (!sent.ok) throw new Error(`${question}: ${sent.status} ${await sent.text()}`);
  }
}

async function firm(name: string, siret: string): Promise<string> {
  const { id } = await must(name, 'POST', '/api/poles', { name: `Ganterie ${name}`, themes: ['fashion'], territory: 'Aveyron', legalRepresentative: true, carrier: { siret, name: `Ganterie ${name} SARL`, legalForm: 'company' } });
  await must('secretariat', 'POST', `/api/poles/${id}/members/${who(name).id}/confirmation`, { reason: 'Extrait Kbis' });
  return id;
}

const openYear = async (year: number, opensOn = `${year}-01-01`): Promise<string> =>
  (await must('secretariat', 'POST', '/api/calls', { scheme, title: { fr: `Candidatures ${year}`, en: `Applications ${year}` }, opensOn, closesOn: `${year}-12-31` })).id;

/** A complete draft; its id. */
async function drafted(name: string, callId: string, pole: string): Promise<string> {
  const { id, version } = await must(name, 'POST', `/api/calls/${callId}/applications`, { pole });
  await must(name, 'PUT', `/api/applications/${id}/draft`, { version, answers });
  await attach(name, id);
  return id;
}

async function submit(name: string, id: string): Promise<Answer> {
  const { version, carriedOver = [], answers: present } = await must(name, 'GET', `/api/applications/${id}/draft`);
  if (carriedOver.length === 0) return as(name, 'POST', `/api/applications/${id}/submissions`, { draftVersion: version });
  const saved = await must(name, 'PUT', `/api/applications/${id}/draft`, { version, answers: present, confirmed: carriedOver.map((one: { question: string }) => one.question) });
  return as(name, 'POST', `/api/applications/${id}/submissions`, { draftVersion: saved.version });
}

const pay = (id: string) => must('secretariat', 'POST', `/api/applications/${id}/fee-payment`, { amount: 'turnover-to-500000', reference: 'VIR-1' });
const admit = (id: string) => must('secretariat', 'POST', `/api/applications/${id}/admission`, {});
const opinion = (id: string, from: string, sense = 'favourable') => must('secretariat', 'POST', `/api/applications/${id}/opinions`, { from, sense, text: 'Savoir-faire reconnu dans le département.' });

/** The one expert accepts, visits and marks: two criteria of three in each category, or fewer in the last one. */
async function appraised(id: string, visitedOn: string, met = ['equipment', 'rights', 'specific', 'training', 'settled', 'production']): Promise<void> {
  await must('secretariat', 'POST', `/api/applications/${id}/panel`, { experts: [who('expert').id] });
  const path = `/api/appraisals/${id}-1`;
  await waitFor('the invitation', async () => (await as('expert', 'GET', path)).status === 200, { seconds: 20 });
  await must('expert', 'POST', `${path}/declaration`, { conflict: false });
  await must('expert', 'POST', `${path}/undertaking`, {});
  await must('expert', 'POST', `${path}/acceptance`, {});
  await must('expert', 'POST', `${path}/visit`, { visitedOn, account: 'Atelier en activité, fentes d’origine.' });
  await must('expert', 'POST', `${path}/scores`, { marks: Object.fromEntries(criteria.map((code) => [code, met.includes(code) ? 1 : 0])) });
  await waitFor('the appraisal', async () => (await statusOf(id)) === 'in_committee', { seconds: 20 });
}

async function decided(id: string, outcome: 'award' | 'refuse', signedOn: string): Promise<void> {
  await must('secretariat', 'POST', `/api/applications/${id}/proposal`, { outcome });
  await must('authority', 'POST', `/api/applications/${id}/signature`, {
    outcome, signedOn, signatory: { firstName: 'Anne', surname: 'Roux', capacity: 'Préfète de région' },
    ...(outcome === 'refuse' ? { grounds: ['criteria'], reasonsInFact: 'Un seul critère d’ancrage territorial est rempli.' } : {}),
  });
  await must('secretariat', 'POST', `/api/applications/${id}/notification`, { channel: 'online' });
}

beforeAll(async () => {
  space = await runningSpace('epv', { clock: { mode: 'stepped', start: '2027-01-04T09:00:00.000Z' } });
  for (const role of ['operator', 'secretariat', 'authority', 'expert', 'committee'] as const) people[role] = await someone(space, role, [role]);
  for (const name of ['agnes', 'bruno', 'cecile']) people[name] = await someone(space, name);
}, 120_000);
afterAll(() => space?.stop());

describe('Entreprise du patrimoine vivant, from a file of figures alone', () => {
  let call2027: string;
  let pole: string;
  let id: string;

  it('takes an application all year, asks for the fee and says when silence counts: four months', async () => {
    call2027 = await openYear(2027, '2027-01-04');
    expect((await call(space, undefined, 'GET', `/api/calls/${call2027}`)).body).toMatchObject({ fee: { amounts: [{ cents: 97_500 }, { cents: 195_000 }] }, opinions: [{ code: 'trade-chamber' }, { code: 'commerce-chamber' }] });
    pole = await firm('agnes', '73282932000074');
    id = await drafted('agnes', call2027, pole);
    const acknowledged = await submit('agnes', id);
    expect(acknowledged).toMatchObject({ status: 201, body: { receivedOn: '2027-01-04', impliedDecisionOn: '2027-05-04' } });
    const page = await must('agnes', 'GET', `/api/applications/${id}`);
    expect(page).toMatchObject({ status: 'submitted', fee: { state: 'due', limitOn: '2027-02-03', amounts: [{ cents: 97_500 }, { cents: 195_000 }] }, opinions: [] });
    expect(page.timeline.ahead.map(({ kind, on }: { kind: string; on: string }) => [kind, on])).toContainEqual(['fee-due', '2027-02-03']);
    await waitFor('the mail', async () => (await mails({ to: who('agnes').email })).some(({ subject }) => subject.includes('redevance')), { seconds: 20 });
  });

  it('is examined once the fee is paid; the chambers are asked', async () => {
    expect(await as('secretariat', 'POST', `/api/applications/${id}/admission`, {})).toMatchObject({ status: 409, body: { code: 'fee-unpaid', limitOn: '2027-02-03' } });
    expect((await as('agnes', 'POST', `/api/applications/${id}/fee-payment`, { amount: 'turnover-to-500000' })).status).toBe(403);
    expect(await as('secretariat', 'POST', `/api/applications/${id}/fee-payment`, { amount: 'free' })).toMatchObject({ status: 409, body: { code: 'fee-unknown' } });
    expect(await as('secretariat', 'POST', `/api/applications/${id}/fee-exemption`, { ground: 'friend', reason: 'Ami' })).toMatchObject({ status: 409, body: { code: 'exemption-unknown' } });
    const tasks = async () => (await must('secretariat', 'GET', '/api/me/tasks')).items.find(({ subject }: { subject: string }) => subject === `application/${id}`);
    expect((await tasks()).acts).toContain('recordFee');
    await pay(id);
    expect((await tasks()).acts).not.toContain('recordFee');
    await advance('2027-01-11T09:00:00.000Z');
    await admit(id);
    const page = await must('secretariat', 'GET', `/api/applications/${id}`);
    expect(page).toMatchObject({
      status: 'admissible', fee: { state: 'paid', cents: 97_500, on: '2027-01-04' }, opinions: [{ from: 'trade-chamber', sense: null }, { from: 'commerce-chamber', sense: null }],
    });
    expect(page.allowedActions).toContain('recordOpinion');
    expect(page.allowedActions).not.toContain('recordFee');
    expect(page.timeline.ahead.map(({ kind, on }: { kind: string; on: string }) => [kind, on])).toContainEqual(['opinion-due', '2027-02-11']);
  });

  it('has one expert, who visits the firm before giving marks', async () => {
    await must('secretariat', 'POST', `/api/applications/${id}/panel`, { experts: [who('expert').id] });
    const path = `/api/appraisals/${id}-1`;
    await waitFor('the invitation', async () => (await as('expert', 'GET', path)).status === 200, { seconds: 20 });
    await must('expert', 'POST', `${path}/declaration`, { conflict: false });
    await must('expert', 'POST', `${path}/undertaking`, {});
    await must('expert', 'POST', `${path}/acceptance`, {});
    const marks = Object.fromEntries(criteria.map((code) => [code, ['customers', 'masters', 'premises'].includes(code) ? 0 : 1]));
    expect(await as('expert', 'POST', `${path}/scores`, { marks })).toMatchObject({ status: 409, body: { code: 'visit-missing' } });
    expect((await must('expert', 'GET', path)).allowedActions).toContain('recordVisit');
    const mine = async () => (await must('expert', 'GET', '/api/me/tasks')).items.flatMap(({ acts }: { acts: string[] }) => acts);
    expect(await mine()).toEqual(['recordVisit']);
    await must('expert', 'POST', `${path}/visit`, { visitedOn: '2027-01-11', account: 'Atelier en activité.' });
    expect(await as('expert', 'POST', `${path}/visit`, {})).toMatchObject({ status: 409, body: { code: 'visited-already' } });
    expect(await mine()).toEqual(['submitScores']);
    await must('expert', 'POST', `${path}/scores`, { marks });
    await waitFor('the appraisal', async () => (await statusOf(id)) === 'in_committee', { seconds: 20 });
  });

  it('waits for the chambers until their limit and not longer, and no committee is asked', async () => {
    expect((await as('secretariat', 'GET', `/api/applications/${id}`)).body.allowedActions).not.toContain('propose');
    expect(await as('secretariat', 'POST', `/api/applications/${id}/proposal`, { outcome: 'award' })).toMatchObject({ status: 409, body: { code: 'opinions-awaited', limitOn: '2027-02-11' } });
    await opinion(id, 'trade-chamber');
    expect((await must('agnes', 'GET', `/api/applications/${id}`)).opinions).toEqual([]);
    expect(JSON.stringify(await must('agnes', 'GET', `/api/applications/${id}`))).not.toContain('opinion-given');
    expect(await as('secretariat', 'POST', '/api/sessions', { scheme, on: '2027-03-01', time: '10:00', files: [id] })).toMatchObject({ status: 409, body: { code: 'no-committee' } });
    await advance('2027-02-12T09:00:00.000Z');
    // Late: kept, and said to be.
    await opinion(id, 'commerce-chamber', 'reserved');
    expect((await must('secretariat', 'GET', `/api/applications/${id}`)).opinions).toMatchObject([
      { from: 'trade-chamber', label: 'Chambre de métiers et de l\'artisanat', sense: 'favourable', late: false, text: 'Savoir-faire reconnu dans le département.' }, { sense: 'reserved', late: true },
    ]);
    expect(await mails({ to: who('committee').email })).toEqual([]);
  });

  it('is a label by the notified decision alone: no contract, no reports, no payments, five years', async () => {
    await decided(id, 'award', '2027-02-12');
    await waitFor('the label', async () => (await as('agnes', 'GET', `/api/labels/${id}`)).body.status === 'active', { seconds: 20 });
    await advance('2027-02-12T10:00:00.000Z');
    const label = await must('agnes', 'GET', `/api/labels/${id}`);
    expect(label).toMatchObject({ status: 'active', number: 'EPV-2027-0001', startsOn: '2027-02-12', endsOn: '2032-02-11' });
    const steps = label.steps.map(({ step, state }: { step: string; state: string }) => `${step} ${state}`);
    expect(steps).toEqual(expect.arrayContaining(['decision done', 'number done', 'register done', 'certificate done', 'renewal done']));
    expect(steps.join()).not.toMatch(/contract|monitoring|financing|instalment|stuck/);
    expect((await as('agnes', 'GET', `/api/monitorings/${id}`)).status).toBe(404);
    expect((await as('secretariat', 'GET', `/api/financings/${id}`)).status).toBe(404);
    expect(await must('agnes', 'GET', `/api/renewals/${id}`)).toMatchObject({ status: 'not_due', mode: 'rolling' });
    expect((await must('agnes', 'GET', `/api/applications/${id}`)).opinions).toHaveLength(2);
    expect((await call(space, undefined, 'GET', `/api/register/EPV-2027-0001`)).status).toBe(200);
    await waitFor('the mail', async () => (await mails({ to: who('agnes').email })).some(({ subject }) => subject.includes('en vigueur')), { seconds: 20 });
    const [mail] = (await mails({ to: who('agnes').email })).filter(({ subject }) => subject.includes('en vigueur'));
    expect(mail?.text).not.toMatch(/rapport|contrat/);
    expect(mail?.text).toContain(label.links.verification);
    expect(label.links.verification).toMatch(/\/verify\/EPV-2027-0001$/);
  });

  it('has its documents: file, decision, certificate; no contract', async () => {
    const get = async (path: string) => {
      const answer = await fetch(`${space.apiUrl}/api/${path}`, { headers: { authorization: `Bearer ${who('agnes').token}` } });
      return [answer.status, answer.headers.get('content-type')?.split(';')[0]];
    };
    for (const path of [`applications/${id}/book.pdf`, `applications/${id}/decision.pdf`, `labels/${id}/certificate.pdf`]) expect([path, ...(await get(path))]).toEqual([path, 200, 'application/pdf']);
    expect((await as('agnes', 'GET', `/api/labels/${id}/contract.pdf`)).status).toBe(404);
    expect(await as('secretariat', 'POST', `/api/labels/${id}/amendments`, { wording: 'Le programme est prolongé d’une année.' })).toMatchObject({ status: 409, body: { code: 'no-contract' } });
    expect((await must('secretariat', 'GET', `/api/labels/${id}`)).allowedActions).not.toContain('proposeAmendment');
    const { letter } = await must('agnes', 'GET', `/api/applications/${id}/decision`);
    expect(JSON.stringify(letter)).toContain('Ganterie agnes');
    expect(JSON.stringify(letter)).not.toMatch(/contrat|pôle «/);
    const admitted = (await mails({ to: who('agnes').email })).find(({ subject }) => subject.startsWith('Votre dossier est recevable'));
    expect(admitted?.text).toContain('une décision sera proposée à l’autorité');
    expect(admitted?.text).not.toContain('comité');
    const awarded = (await mails({ to: who('agnes').email })).find(({ subject }) => subject.startsWith('Le label est attribué'));
    expect(awarded?.text).toContain('elle dit de quand à quand le label est valable');
    expect(awarded?.text).not.toContain('contrat');
  });

  it('needs two criteria in each category; a refused firm applies again after a year, and is told from when', async () => {
    const other = await firm('bruno', '44306184100047');
    const refused = await drafted('bruno', call2027, other);
    expect((await submit('bruno', refused)).status).toBe(201);
    await pay(refused);
    await admit(refused);
    await opinion(refused, 'trade-chamber');
    await opinion(refused, 'commerce-chamber');
    await appraised(refused, '2027-02-12', ['equipment', 'rights', 'specific', 'training', 'settled']);
    expect(await as('secretariat', 'POST', `/api/applications/${refused}/proposal`, { outcome: 'award' })).toMatchObject({ status: 409, body: { code: 'below-group', groups: ['territory'] } });
    await decided(refused, 'refuse', '2027-02-12');
    expect(await statusOf(refused)).toBe('refused');
    await advance('2028-02-01T09:00:00.000Z');
    const again = await drafted('bruno', await openYear(2028), other);
    const early = await submit('bruno', again);
    expect(early).toMatchObject({ status: 409, body: { code: 'reapplication-too-early', from: '2028-02-12' } });
    expect(early.body.detail).toMatch(/12\s+février\s+2028/);
    await advance('2028-02-12T09:00:00.000Z');
    expect(await submit('bruno', again)).toMatchObject({ status: 201 });
    // Of this one nobody pays.
    await advance('2028-03-15T09:00:00.000Z');
    expect(await must('bruno', 'GET', `/api/applications/${again}`)).toMatchObject({ status: 'inadmissible', inadmissibility: { cause: 'fee-unpaid', reasons: { inFact: expect.stringContaining('Redevance non reçue') } } });
    // Unless they had, and it was recorded late: the file goes on.
    await must('secretariat', 'POST', `/api/applications/${again}/fee-payment`, { amount: 'turnover-above-500000', paidOn: '2028-03-10' });
    expect(await must('bruno', 'GET', `/api/applications/${again}`)).toMatchObject({ status: 'submitted', fee: { state: 'paid', cents: 195_000 } });
  });

  it('is renewed up to twelve months after its end, with a fee, an expert and the chambers once more', async () => {
    await advance('2032-02-13T09:00:00.000Z');
    expect(await must('agnes', 'GET', `/api/labels/${id}`)).toMatchObject({ status: 'expired' });
    expect(await must('agnes', 'GET', `/api/renewals/${id}`)).toMatchObject({ status: 'restorable' });
    await advance('2033-02-01T09:00:00.000Z');
    const renewal = (await must('agnes', 'POST', `/api/renewals/${id}/applications`)).id;
    // Prefilled from the first application, files too: each is confirmed.
    expect(await submit('agnes', renewal)).toMatchObject({ status: 201 });
    await pay(renewal);
    await admit(renewal);
    await opinion(renewal, 'trade-chamber');
    await opinion(renewal, 'commerce-chamber');
    await appraised(renewal, '2033-02-01');
    await decided(renewal, 'award', '2033-02-01');
    await waitFor('the next label', async () => (await as('agnes', 'GET', `/api/labels/${renewal}`)).body.status === 'active', { seconds: 20 });
    expect(await must('agnes', 'GET', `/api/labels/${renewal}`)).toMatchObject({ startsOn: '2033-02-01', endsOn: '2038-01-31' });
    expect(await must('agnes', 'GET', `/api/renewals/${id}`)).toMatchObject({ status: 'renewed' });
  });

  it('may be withdrawn after the firm was heard, and nobody who does not exist is told', async () => {
    const [label] = (await must('agnes', 'GET', '/api/labels')).items.filter((one: { status: string }) => one.status === 'active');
    await must('authority', 'POST', `/api/labels/${label.id}/notices`, { intent: 'withdrawal', reasonsInLaw: 'Décret n° 2006-595, article 4.', reasonsInFact: 'L’atelier est fermé.' });
    await must('agnes', 'POST', `/api/labels/${label.id}/observations`, { text: 'L’atelier rouvre en mai.' });
    await must('authority', 'POST', `/api/labels/${label.id}/withdrawals`, {
      signatory: { firstName: 'Anne', surname: 'Roux', capacity: 'Préfète de région' }, reasonsInLaw: 'Décret n° 2006-595, article 4.', reasonsInFact: 'L’atelier est fermé.',
    });
    await advance('2033-02-02T09:00:00.000Z');
    expect(await must('agnes', 'GET', `/api/labels/${label.id}`)).toMatchObject({ status: 'withdrawn' });
    const lost = await inDatabase(space, async (db) => (await db.execute(sql`select receiver_id, act, outcome from message where outcome->>'is' = 'refused' or receiver_id like 'monitoring/%' or receiver_id like 'financing/%'`)).rows);
    expect(lost).toEqual([]);
    const mail = (await mails({ to: who('agnes').email })).find(({ subject }) => /retiré/.test(subject));
    expect(mail?.text).not.toMatch(/rapport|sommes/);
  });
});
