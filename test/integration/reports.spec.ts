import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { poleCarrier } from '../../libs/persistence/src/people/people.tables.js';
import { pdf } from '../factories/application-answers.js';
import { poleOf } from '../stack/pole.js';
import { mails, runningSpace, type RunningSpace } from '../stack/stack.js';
import { call, someone, type Answer } from '../stack/staff.js';
import { inDatabase, tell } from '../stack/tell.js';
import { waitFor } from '../../apps/cli/src/stack/wait.js';

type Person = Awaited<ReturnType<typeof someone>>;
let space: RunningSpace;
let operator: Person;
let secretariat: Person;
let authority: Person;
let auditor: Person;
let holder: Person;
let colleague: Person;
let stranger: Person;
let pole: string;
let structure: string;

const codes = ['firms-accompanied', 'solutions-worked-out', 'firms-reached', 'active-partnerships', 'design-actions'];
const answersOf = (firms: number, more: object = {}, year = 2027) => ({
  'action-log': [
    { kind: 'technical-day', title: 'Journée bois', date: `${year}-10-12`, firms: 14, result: 'Quatre ateliers équipés.', design: 'yes' },
    { kind: 'accompaniment', title: 'Diagnostic séchage', date: `${year + 1}-01-20`, place: 'À distance', firms: 1, result: 'Plan d’action.', design: 'no' },
  ],
  summary: 'Une année pleine.',
  indicators: {
    ...Object.fromEntries(codes.map((code) => [code, { baseline: 0, target: 100, value: 50, evidence: 'Liste' }])),
    satisfaction: { baseline: 3, target: 4, value: 3.5, evidence: 'Questionnaire du pôle' },
    'firms-accompanied': { baseline: 20, target: 120, value: firms, evidence: 'Liste' },
    'own-1': { label: 'Visites d’atelier', unit: 'visites', baseline: 0, target: 30, value: 12, evidence: 'Agenda' },
    ...more,
  },
  spending: [{ cost: 'staff', planned: 1000, spent: 900 }],
});

beforeAll(async () => {
  space = await runningSpace('reports', { clock: { mode: 'stepped', start: '2027-06-20T09:00:00.000Z' } });
  [operator, secretariat, authority, auditor] = await Promise.all((['operator', 'secretariat', 'authority', 'auditor'] as const).map((role) => someone(space, role, [role]))) as [Person, Person, Person, Person];
  [holder, colleague, stranger] = await Promise.all(['holder', 'colleague', 'stranger'].map((name) => someone(space, name))) as [Person, Person, Person];
  pole = await poleOf(space, { holder, colleague, secretariat });
  structure = await inDatabase(space, async (db) => (await db.select({ id: poleCarrier.structureId }).from(poleCarrier))[0]?.id ?? '');
}, 120_000);
afterAll(() => space?.stop());

const as = (person: Person, method: string, path: string, body?: unknown): Promise<Answer> => call(space, person.token, method, path, body);
const advance = async (to: string): Promise<void> => expect(await as(operator, 'POST', '/api/clock/advances', { to })).toMatchObject({ status: 200 });
const actsOf = async (person: Person, subject: string): Promise<string[]> => (await as(person, 'GET', '/api/me/tasks')).body.items.filter((one: { subject: string }) => one.subject === subject).flatMap((one: { acts: string[] }) => one.acts);
const told = (template: string, person: Person): Promise<number> => inDatabase(space, async (db) => {
  const { rows } = await db.execute<{ n: number }>(sql`select count(*)::int as n from notification where template = ${template} and person_id = ${person.id}`);
  return rows[0]?.n ?? 0;
});

async function send(person: Person, path: string, name = 'preuve.pdf', bytes: Uint8Array<ArrayBuffer> = pdf(name)): Promise<Answer> {
  const body = new FormData();
  body.append('file', new Blob([bytes]), name);
  const response = await fetch(`${space.apiUrl}${path}`, { method: 'POST', body, headers: { authorization: `Bearer ${person.token}` } });
  return { status: response.status, body: await response.json(), headers: response.headers };
}

/** A label of the pole, in force from July 2027 for three years; its key. */
async function inForce(): Promise<string> {
  const key = randomUUID();
  await tell(space, {
    from: `application/${key}`, to: `award/${key}`, act: 'grant', on: (await as(operator, 'GET', '/api/clock')).body.now.slice(0, 10),
    facts: { application: `application/${key}`, call: `call/${key}`, pole, structure, startsOn: '2027-07-01', endsOn: '2030-06-30', decidedOn: '2027-05-20' },
  });
  expect(await as(holder, 'POST', `/api/labels/${key}/contract-signature`, {})).toMatchObject({ status: 201 });
  expect(await as(authority, 'POST', `/api/labels/${key}/contract-countersignature`, {})).toMatchObject({ status: 201 });
  return key;
}

let key: string;
let silent: string;
let given: string;
const at = (path = '', of = key): string => `/api/monitorings/${of}${path}`;
const submit = async (person: Person, answers: object, version: number): Promise<Answer> => {
  expect(await as(person, 'PUT', at('/report-draft'), { version, answers })).toMatchObject({ status: 200 });
  return as(person, 'POST', at('/reports'), { draftVersion: version + 1 });
};

describe('a report and its evidence', () => {
  it('is written with files, which their own pole sends and all its readers open', async () => {
    [key, silent, given] = [await inForce(), await inForce(), await inForce()];
    await advance('2027-06-20T09:00:01.000Z');
    const sent = await send(holder, at('/files?question=evidence'), 'émargement.pdf');
    expect(sent).toMatchObject({ status: 201, body: { period: 1, purpose: 'report', question: 'evidence', name: 'émargement.pdf', type: 'pdf' } });
    expect(await send(holder, at('/files?question=summary'))).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(await send(holder, at('/files?question=evidence'), 'x.pdf', new TextEncoder().encode('no pdf'))).toMatchObject({ status: 422, body: { code: 'file-refused' } });
    expect(await send(stranger, at('/files?question=evidence'))).toMatchObject({ status: 403 });
    expect(await send(secretariat, at('/files?question=evidence'))).toMatchObject({ status: 403 });
    expect((await as(auditor, 'GET', at('/files'))).body).toHaveLength(1);
    expect((await as(stranger, 'GET', at('/files'))).status).toBe(403);
    const bytes = await fetch(`${space.apiUrl}${at(`/files/${sent.body.id}`)}`, { headers: { authorization: `Bearer ${secretariat.token}` } });
    expect([bytes.status, bytes.headers.get('content-disposition'), bytes.headers.get('content-security-policy')]).toEqual([200, expect.stringContaining('%C3%A9margement.pdf'), 'sandbox']);
    const extra = await send(colleague, at('/files?question=evidence'), 'en-trop.pdf');
    expect((await as(holder, 'DELETE', at(`/files/${extra.body.id}`))).status).toBe(204);
    expect((await as(holder, 'GET', at('/report-draft'))).body).toMatchObject({ files: [{ name: 'émargement.pdf' }], known: { survey: null } });
    // No account before the period is over.
    expect(await send(holder, at('/files?purpose=account'))).toMatchObject({ status: 409, body: { code: 'not-now' } });
  });

  it('is returned twice, each time with reasons that stay readable, and is not late for it', async () => {
    await advance('2028-07-05T08:00:00.000Z');
    await tell(space, { from: `survey/${key}/1`, to: `monitoring/${key}`, act: 'surveyClosed', on: '2028-07-05', facts: { n: 1, runBy: 'secretariat', sent: 40, answered: 10, mean: 431 }, starts: false });
    expect((await as(holder, 'GET', at('/report-draft'))).body.known.survey).toEqual({ runBy: 'secretariat', sent: 40, answered: 10, mean: 431 });
    expect(await submit(holder, answersOf(70), 0)).toMatchObject({ status: 201, body: { outcome: { status: 'under_review' } } });
    const [file] = (await as(holder, 'GET', at('/files'))).body;
    expect(await as(holder, 'DELETE', at(`/files/${file.id}`))).toMatchObject({ status: 409, body: { code: 'attachment-locked' } });
    await as(secretariat, 'POST', at('/correction-requests'), { reasons: 'Il manque deux actions de novembre.', limitOn: '2028-07-20' });
    expect(await submit(holder, answersOf(72), 1)).toMatchObject({ status: 201 });
    await as(secretariat, 'POST', at('/correction-requests'), { reasons: 'Les justificatifs des visites manquent encore.', limitOn: '2028-08-20' });
    expect((await as(holder, 'GET', at())).body).toMatchObject({ status: 'correction_requested', periods: [{ corrections: 2, late: false }], allowedActions: expect.arrayContaining(['submitReport', 'submitFinancialReport']) });
    expect(await submit(holder, answersOf(2000, { 'firms-reached': { baseline: 0, target: 100, value: 60 } }), 2)).toMatchObject({ status: 422, body: { code: 'incomplete-report' } });
    expect(await submit(holder, answersOf(2000), 3)).toMatchObject({ status: 201 });
    expect(await as(secretariat, 'POST', at('/validations'), {})).toMatchObject({ status: 201, body: { outcome: { status: 'open', entries: ['report-validated', 'period-opened'] } } });
    expect((await as(holder, 'GET', at('/reports'))).body.map((one: { type: string; body: { reasons?: string } | null }) => one.body?.reasons ?? one.type)).toEqual([
      'report-submitted', 'Il manque deux actions de novembre.', 'report-submitted', 'Les justificatifs des visites manquent encore.', 'report-submitted', 'report-validated',
    ]);
    expect((await as(auditor, 'GET', at('/reports'))).body[0]).toMatchObject({ period: 1, body: { files: [{ name: 'émargement.pdf' }], answers: { summary: 'Une année pleine.' } } });
  });
});

describe('the account of the money', () => {
  it('is asked for beside the yearly report, given in cents by who may commit the pole, with its files', async () => {
    expect(await actsOf(holder, `monitoring/${key}`)).toEqual(['submitFinancialReport']);
    expect((await as(holder, 'GET', at())).body.timeline.ahead).toContainEqual(expect.objectContaining({ kind: 'financial-report-due', on: '2029-01-02', actor: 'applicant', otherwise: 'financial-report-defaulted', movableBy: ['secretariat'] }));
    expect(await send(holder, at('/files?purpose=account&period=1'), 'factures.pdf')).toMatchObject({ status: 201, body: { purpose: 'account', question: null, period: 1 } });
    const account = { period: 1, spending: [{ cost: 'staff', spent: 3_000_050 }, { cost: 'travel', spent: 150_000, note: 'Journées techniques' }] };
    expect(await as(colleague, 'POST', at('/financial-reports'), account)).toMatchObject({ status: 403, body: { code: 'not-a-committer' } });
    expect(await as(holder, 'POST', at('/financial-reports'), { ...account, spending: [{ cost: 'champagne', spent: 1 }] })).toMatchObject({ status: 422, body: { code: 'unknown-cost' } });
    expect(await as(holder, 'POST', at('/financial-reports'), { ...account, period: 2 })).toMatchObject({ status: 409, body: { code: 'financial-report-not-awaited' } });
    expect(await as(holder, 'POST', at('/financial-reports'), account)).toMatchObject({ status: 201, body: { outcome: { status: 'open', entries: ['financial-report-submitted'] } } });
    expect(await actsOf(secretariat, `monitoring/${key}`)).toEqual(['returnFinancialReport', 'validateFinancialReport']);
  });

  it('is returned, corrected, and accepted up to what was declared; the payments hear of it', async () => {
    expect(await as(secretariat, 'POST', at('/financial-report-returns'), { period: 1, reasons: 'La facture de mars est illisible.', limitOn: '2028-09-01' })).toMatchObject({ status: 201 });
    expect((await as(holder, 'GET', at('/financial-reports'))).body).toMatchObject([{ period: 1, financial: { state: 'returned', spent: 3_150_050 }, correction: { reasons: 'La facture de mars est illisible.' }, files: [{ name: 'factures.pdf' }] }]);
    expect(await as(holder, 'POST', at('/financial-reports'), { period: 1, spending: [{ cost: 'staff', spent: 3_000_000 }] })).toMatchObject({ status: 201 });
    expect(await as(secretariat, 'POST', at('/financial-report-validations'), { period: 1, accepted: 3_000_001 })).toMatchObject({ status: 409, body: { code: 'accepted-too-much' } });
    expect((await as(holder, 'POST', at('/financial-report-validations'), { period: 1, accepted: 1 })).status).toBe(403);
    expect(await as(secretariat, 'POST', at('/financial-report-validations'), { period: 1, accepted: 2_900_000 })).toMatchObject({ status: 201, body: { outcome: { pending: [`financing/${key}`] } } });
    expect((await as(auditor, 'GET', at())).body.periods[0]).toMatchObject({ outcome: 'validated', financial: { state: 'validated', accepted: 2_900_000, corrections: 1, late: false } });
    expect(await told('monitoring.financial-report-validated', holder)).toBe(1);
    expect(await actsOf(holder, `monitoring/${key}`)).toEqual([]);
    await waitFor('the mail about the correction', async () => (await mails({ to: holder.email })).some((mail) => /compte rendu financier est à corriger/.test(mail.subject)), { seconds: 20 });
  });
});

describe('indicators over the years', () => {
  it('of a label stand against their targets with their flags; who asked the firms is told apart', async () => {
    const { body } = await as(holder, 'GET', at('/indicators'));
    const series = (code: string) => body.indicators.find((one: { code: string }) => one.code === code);
    expect(series('firms-accompanied')).toMatchObject({ label: 'Entreprises accompagnées', unit: 'entreprises', own: false, better: 'higher', baseline: 20, target: 120, values: [{ n: 1, from: '2027-07-01', to: '2028-06-30', value: 2000, progress: 1980, flags: ['out-of-range'] }, { n: 2, value: null, flags: [] }] });
    expect(series('own-1')).toMatchObject({ label: 'Visites d’atelier', own: true, better: null, values: [{ n: 1, value: 12, progress: 40, flags: [] }] });
    // What the pole declares is shown as declared, beside what the firms answered.
    expect(series('satisfaction')).toMatchObject({ values: [{ value: 3.5, flags: ['differs-from-survey'] }, {}] });
    expect(body.satisfaction).toEqual({ central: [expect.objectContaining({ n: 1, mean: 431, responseRate: 25 })], own: [] });
    expect((await as(stranger, 'GET', at('/indicators'))).status).toBe(403);
  });

  it('of the network count validated reports, by theme and year, and say what is missing', async () => {
    const { items } = (await as(authority, 'GET', '/api/network/indicators?scheme=pole-innovation&year=2028')).body;
    expect(items.map((one: { theme: string | null; code: string }) => [one.theme, one.code])).toEqual([null, 'housing'].flatMap((theme) => codes.map((code) => [theme, code])));
    expect(items[0]).toEqual({ year: 2028, theme: null, labels: 3, code: 'firms-accompanied', label: 'Entreprises accompagnées', unit: 'entreprises', by: 'sum', value: 2000, reported: 1, missing: 2 });
    expect((await as(authority, 'GET', '/api/network/satisfaction?scheme=pole-innovation&theme=housing')).body.items).toEqual([
      { year: 2028, theme: 'housing', runBy: 'secretariat', surveys: 1, sent: 40, answered: 10, mean: 431 }, { year: 2028, theme: 'housing', runBy: 'centre', surveys: 0, sent: 0, answered: 0, mean: null },
    ]);
    const first = (await as(authority, 'GET', '/api/network/indicators?scheme=pole-innovation&limit=4')).body;
    expect((await as(authority, 'GET', `/api/network/indicators?scheme=pole-innovation&limit=4&cursor=${first.next}`)).body.items).toEqual(items.slice(4, 8));
    expect(await as(authority, 'GET', '/api/network/indicators?scheme=pole-innovation&format=xlsx')).toMatchObject({ status: 200 });
    expect((await as(holder, 'GET', '/api/network/indicators')).status).toBe(403);
  });
});

describe('a report that is missing, then late', () => {
  const measure = { signatory: { firstName: 'Anne', surname: 'Roy', capacity: 'Directrice' }, reasonsInLaw: 'Règlement du label, article 9.', reasonsInFact: 'Aucun rapport malgré la mise en demeure.' };
  const of = (path = ''): string => at(path, silent);

  it('is late after suspension: it is taken, reviewed and validated, and the authority hears that it may lift the suspension', async () => {
    await advance('2028-11-02T08:00:00.000Z');
    expect((await as(holder, 'GET', of())).body).toMatchObject({ status: 'open', periods: [{ outcome: 'defaulted' }, { n: 2 }] });
    expect(await as(authority, 'POST', `/api/labels/${silent}/notices`, { intent: 'suspension', reasonsInLaw: measure.reasonsInLaw, reasonsInFact: measure.reasonsInFact })).toMatchObject({ status: 201 });
    await as(holder, 'POST', `/api/labels/${silent}/observations`, { text: 'Notre chargée de suivi était absente.' });
    expect(await as(authority, 'POST', `/api/labels/${silent}/suspensions`, measure)).toMatchObject({ status: 201, body: { outcome: { status: 'suspended' } } });
    await advance('2028-11-03T08:00:00.000Z');
    expect((await as(secretariat, 'GET', of())).body).toMatchObject({ data: { suspendedOn: '2028-11-02' } });

    expect((await as(holder, 'GET', of())).body.allowedActions).toEqual(expect.arrayContaining(['submitLateReport']));
    expect(await as(holder, 'PUT', of('/report-draft?period=1'), { version: 0, answers: answersOf(30) })).toMatchObject({ status: 200, body: { period: 1, version: 1 } });
    expect(await send(holder, of('/files?question=evidence&period=1'))).toMatchObject({ status: 201, body: { period: 1 } });
    expect(await as(colleague, 'POST', of('/late-reports'), { period: 1, draftVersion: 1 })).toMatchObject({ status: 403, body: { code: 'not-a-committer' } });
    expect(await as(holder, 'POST', of('/late-reports'), { period: 1, draftVersion: 1 })).toMatchObject({ status: 201, body: { outcome: { status: 'open', entries: ['late-report-submitted'] } } });
    expect(await as(holder, 'POST', of('/late-reports'), { period: 1, draftVersion: 1 })).toMatchObject({ status: 409, body: { code: 'period-not-defaulted' } });
    expect(await actsOf(secretariat, `monitoring/${silent}`)).toEqual(expect.arrayContaining(['returnLateReport', 'validateLateReport']));
    expect(await as(secretariat, 'POST', of('/late-report-validations'), { period: 1 })).toMatchObject({ status: 201, body: { outcome: { pending: [`financing/${silent}`] } } });
    expect(await told('monitoring.late-report-while-suspended', authority)).toBe(1);
    expect((await as(holder, 'GET', of('/indicators'))).body.indicators[0].values[0]).toMatchObject({ value: 30, flags: ['late'] });
    // The default stays, beside what came after it.
    expect((await as(auditor, 'GET', of())).body.periods[0]).toMatchObject({ outcome: 'defaulted', lateReport: { state: 'validated', submittedOn: '2028-11-03' } });
    expect(await as(authority, 'POST', `/api/labels/${silent}/reinstatements`, { reason: 'Le rapport est validé.' })).toMatchObject({ status: 201, body: { outcome: { status: 'active' } } });
    await advance('2028-11-04T08:00:00.000Z');
    expect((await as(secretariat, 'GET', of())).body).toMatchObject({ data: { suspendedOn: null } });
  });

  it('of a label that is given up is the last one, on the days that it had', async () => {
    expect(await as(holder, 'POST', `/api/labels/${given}/renunciations`, { reason: 'Le centre ferme.' })).toMatchObject({ status: 201, body: { outcome: { status: 'renounced' } } });
    await advance('2028-11-05T08:00:00.000Z');
    expect((await as(holder, 'GET', at('', given))).body).toMatchObject({
      status: 'report_due', data: { ended: { cause: 'renounced', on: '2028-11-04' } }, periods: [{ outcome: 'defaulted' }, { from: '2028-07-01', to: '2028-11-04', dueOn: '2029-01-04' }],
    });
    expect(await told('monitoring.last-report', holder)).toBe(1);
  });

  it('of an extended label covers the new time only if the decision says so', async () => {
    const extension = { ...measure, reasonsInFact: 'Le prochain appel est décalé.', decidedOn: '2028-11-04', report: true };
    expect(await as(authority, 'POST', `/api/labels/${key}/extensions`, { ...extension, endsOn: '2030-12-31' })).toMatchObject({ status: 201 });
    expect(await as(authority, 'POST', `/api/labels/${silent}/extensions`, { ...extension, endsOn: '2030-12-31', report: false })).toMatchObject({ status: 201 });
    await advance('2028-11-06T08:00:00.000Z');
    expect((await as(holder, 'GET', at())).body.data).toMatchObject({ extendedTo: '2030-12-31', extensions: [{ from: '2030-07-01', to: '2030-12-31' }] });
    expect((await as(holder, 'GET', of())).body.data).toMatchObject({ extendedTo: '2030-12-31', extensions: [] });
  });

  it('stays open after the end for what is still owed: with the last account, monitoring settles, then closes', async () => {
    await advance('2030-11-15T08:00:00.000Z');
    expect((await as(holder, 'GET', of())).body).toMatchObject({ status: 'settling' });
    expect(await told('monitoring.financial-report-defaulted', holder)).toBeGreaterThan(0);
    await advance('2031-03-15T08:00:00.000Z');
    expect((await as(holder, 'GET', of())).body).toMatchObject({ status: 'closed', timeline: { ahead: [] } });
    // Even then what comes is taken.
    await as(holder, 'PUT', of('/report-draft?period=3'), { version: 0, answers: answersOf(31) });
    expect(await as(holder, 'POST', of('/late-reports'), { period: 3, draftVersion: 1 })).toMatchObject({
      status: 422, body: { code: 'incomplete-report', errors: [{ pointer: '/answers/action-log', code: 'date-outside-period', detail: expect.stringMatching(/«.Date.».*2027-10-12/) }, { code: 'date-outside-period' }] },
    });
    await as(holder, 'PUT', of('/report-draft?period=3'), { version: 1, answers: answersOf(31, {}, 2029) });
    expect(await as(holder, 'POST', of('/late-reports'), { period: 3, draftVersion: 2 })).toMatchObject({ status: 201, body: { outcome: { status: 'closed' } } });
  });
});
