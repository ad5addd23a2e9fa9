import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { startWorker } from '../../apps/cli/src/stack/space.js';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { pdf } from '../factories/application-answers.js';
import { labelsInForce, type LabelsInForce } from '../stack/labels.js';
import { type Answer, someone } from '../stack/staff.js';
import { inDatabase } from '../stack/tell.js';

type Person = Awaited<ReturnType<typeof someone>>;
const [key, renounced, extended] = [randomUUID(), randomUUID(), randomUUID()] as [string, string, string];
const advance = 1_500_000;
const signatory = { firstName: 'Jeanne', surname: 'Martin', capacity: 'Directrice générale' };
const reasons = { reasonsInLaw: 'Articles L121-1 et L122-1.', reasonsInFact: 'Le centre n’accueille plus d’entreprises.' };
const indicators = ['firms-accompanied', 'solutions-worked-out', 'firms-reached', 'active-partnerships', 'design-actions', 'satisfaction'];
const answers = {
  'action-log': [{ kind: 'technical-day', title: 'Journée bois', date: '2027-10-12', firms: 14, result: 'Quatre ateliers équipés.', design: 'yes' }],
  summary: 'Une année pleine.',
  indicators: Object.fromEntries(indicators.map((code) => [code, { baseline: 0, target: 4, value: 3, evidence: 'Liste' }])),
  spending: [{ cost: 'staff', planned: 1000, spent: 900 }],
};

let on: LabelsInForce;
let accountant: Person;

beforeAll(async () => {
  on = await labelsInForce('financing-life', '2027-06-20', [key, renounced, extended]);
  accountant = await someone(on.space, 'accountant', ['secretariat']);
  await on.advance('2027-06-20T09:05:00.000Z');
  for (const label of [key, renounced, extended]) await account(label);
}, 180_000);
afterAll(() => on?.space.stop());

const at = (path = '', label = key): string => `/api/financings/${label}${path}`;
const done = async (person: Person, method: string, path: string, body?: unknown): Promise<Answer> => {
  const answer = await on.as(person, method, path, body);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
};
const money = async (label = key) => (await done(on.secretariat, 'GET', at('', label))).body;
/** News between files travel by the relay. */
const comes = (what: string, probe: () => Promise<boolean>) => waitFor(what, probe, { seconds: 30 });

async function account(label: string, n = 1, holder = 'CFA du Bois'): Promise<void> {
  const body = new FormData();
  body.append('file', new Blob([pdf('RIB')]), 'rib.pdf');
  const sent = await fetch(`${on.space.apiUrl}${at('/bank-documents', label)}`, { method: 'POST', body, headers: { authorization: `Bearer ${on.holder.token}` } });
  const { id } = (await sent.json()) as { id: string };
  await done(on.holder, 'POST', at('/bank-details', label), { iban: 'FR1420041010050500013M02606', holder, document: id });
  await done(on.secretariat, 'POST', at('/bank-details/call-back', label), { n, contact: 'M. Dupont', note: 'Appelé au standard, connu depuis 2026.' });
  await done(accountant, 'POST', at('/bank-details/confirmation', label), { n });
}

async function approve(instalment: string, cents: number, label = key): Promise<void> {
  await done(on.secretariat, 'POST', at(`/instalments/${instalment}/preparation`, label), { cents });
  await done(accountant, 'POST', at(`/instalments/${instalment}/approval`, label), { cents });
}

async function order(): Promise<string> {
  const { lines, totalCents } = (await done(on.secretariat, 'GET', '/api/payment-runs/preview')).body;
  return (await done(on.secretariat, 'POST', '/api/payment-runs', { lines, totalCents })).body.id;
}

const run = async (id: string) => (await done(on.secretariat, 'GET', `/api/payment-runs/${id}`)).body;
const paid = async (id: string, day: string) => {
  await comes('the run', async () => (await run(id)).ready);
  return (await done(on.secretariat, 'POST', `/api/payment-runs/${id}/answers`, { on: day, rejected: [] })).body;
};
const today = async (): Promise<string> => (await done(on.operator, 'GET', '/api/clock')).body.now.slice(0, 10);

describe('a label’s money, year after year', () => {
  it('waits while the label is suspended by the authority, and goes out when it is reinstated', async () => {
    await approve('1-advance', advance);
    await done(on.authority, 'POST', `/api/labels/${key}/notices`, { intent: 'suspension', ...reasons });
    await done(on.holder, 'POST', `/api/labels/${key}/observations`, { text: 'Nous rouvrons en juillet.' });
    await done(on.authority, 'POST', `/api/labels/${key}/suspensions`, { signatory, ...reasons });
    await comes('the suspension', async () => (await money()).status === 'frozen');
    expect((await on.as(on.secretariat, 'GET', '/api/payment-runs/preview')).body).toMatchObject({ lines: 0 });
    expect(await on.as(on.secretariat, 'POST', at('/instalments/1-advance/preparation'), { cents: advance })).toMatchObject({ status: 409, body: { code: 'not-now' } });
    await done(on.authority, 'POST', `/api/labels/${key}/reinstatements`, { reason: 'Le centre a rouvert.' });
    await comes('the reinstatement', async () => (await money()).status === 'current');
    expect((await on.as(on.secretariat, 'GET', '/api/payment-runs/preview')).body).toMatchObject({ lines: 1, totalCents: advance });
  });

  it('goes out once though the worker dies between the order and the answers', async () => {
    await on.space.worker.kill();
    const id = await order();
    expect(await run(id)).toMatchObject({ ready: false, lines: 0, orders: [{ state: 'waiting' }] });
    expect(await on.as(on.secretariat, 'GET', `/api/payment-runs/${id}/csv`)).toMatchObject({ status: 409, body: { code: 'run-not-ready' } });
    // Nobody orders it a second time meanwhile.
    expect((await on.as(on.secretariat, 'GET', '/api/payment-runs/preview')).body).toMatchObject({ lines: 0 });
    on.space.worker = await startWorker(on.space);
    expect(await paid(id, await today())).toMatchObject({ ready: true, lines: 1, totalCents: advance, orders: [{ state: 'executed' }] });
    const sent = await inDatabase(on.space, async (db) => (await db.execute<{ n: number }>(sql`select count(*)::int as n from journal where subject_id = ${`financing/${key}`} and type = 'instalment-exported'`)).rows[0]?.n);
    expect(sent).toBe(1);
  }, 60_000);

  it('follows the report: the interim payment is due when the secretariat has validated it', async () => {
    await on.advance('2028-07-05T08:00:00.000Z');
    // The second year's agreement has opened on its first day, with its own advance.
    expect(await money()).toMatchObject({ agreements: [{ n: 1 }, { n: 2, from: '2028-07-01', periods: [2] }], instalments: [{ state: 'executed' }, { state: 'foreseen' }, {}, { id: '2-advance', state: 'due' }, {}, {}] });
    await done(on.holder, 'PUT', `/api/monitorings/${key}/report-draft`, { version: 0, answers });
    await done(on.holder, 'POST', `/api/monitorings/${key}/reports`, { draftVersion: 1 });
    await done(on.secretariat, 'POST', `/api/monitorings/${key}/validations`, {});
    await comes('the interim payment', async () => (await money()).instalments[1].state === 'due');
    await approve('1-interim', 2_000_000);
    await paid(await order(), '2028-07-05');
  });

  it('is settled by the accepted account: what the rate gives, less what was paid', async () => {
    await done(on.holder, 'POST', `/api/monitorings/${key}/financial-reports`, { period: 1, spending: [{ cost: 'staff', spent: 4_200_000 }, { cost: 'travel', spent: 800_001 }] });
    await done(on.secretariat, 'POST', `/api/monitorings/${key}/financial-report-validations`, { period: 1, accepted: 5_000_001 });
    await comes('the balance', async () => (await money()).agreements[0].balanceCents !== null);
    // 80 % of 50,000.01 €, rounded down to the cent, less 35,000 €.
    expect(await money()).toMatchObject({ agreements: [{ acceptedCents: 5_000_001, paidCents: 3_500_000, balanceCents: 500_000 }, {}], instalments: [{}, {}, { id: '1-balance', state: 'due', cents: 500_000 }, {}, {}, {}] });
    await approve('1-balance', 500_000);
    expect(await paid(await order(), '2028-07-05')).toMatchObject({ totalCents: 500_000 });
    expect((await money()).agreements[0]).toMatchObject({ paidCents: 4_000_000 });
  });
});

describe('a pole that another structure carries', () => {
  it('is paid on an account of that structure, and on the one before no more', async () => {
    await approve('2-advance', advance);
    const other = randomUUID();
    const carriedBy = (structure: string) => inDatabase(on.space, (db) => db.execute(sql`update pole_carrier set structure_id = ${structure} where pole_id = ${on.pole} and to_date is null`));
    await inDatabase(on.space, (db) => db.execute(sql`insert into structure select (jsonb_populate_record(null::structure, to_jsonb(s) || jsonb_build_object('id', ${other}::text, 'siren', '552100554', 'name', 'GIP Bois'))).* from structure s where id = ${on.structure}`));
    await carriedBy(other);
    expect((await on.as(on.secretariat, 'GET', '/api/payment-runs/preview')).body).toMatchObject({ lines: 0 });
    await done(accountant, 'POST', at('/instalments/2-advance/return'), { reasons: 'La structure porteuse a changé.' });
    expect(await on.as(on.secretariat, 'POST', at('/instalments/2-advance/preparation'), { cents: advance })).toMatchObject({ status: 409, body: { code: 'carrier-changed' } });
    await account(key, 2, 'GIP Bois');
    await approve('2-advance', advance);
    const id = await order();
    await paid(id, await today());
    expect((await done(on.secretariat, 'GET', `/api/payment-runs/${id}/csv`)).body).toContain('GIP Bois;552100554;Avance 20');
    await carriedBy(on.structure);
  });
});

describe('a label that ends, or goes on longer', () => {
  it('keeps what its days allow when it is given up, and owes the rest', async () => {
    // Paid in the first year's last days; given up a year later, in the second.
    await approve('1-advance', advance, renounced);
    await paid(await order(), '2028-07-05');
    await approve('2-advance', advance, renounced);
    await paid(await order(), '2028-07-05');
    await done(on.holder, 'POST', `/api/labels/${renounced}/renunciations`, { on: '2028-07-15', reason: 'Le centre change de métier.' });
    await on.advance('2028-07-16T08:00:00.000Z');
    await comes('the end', async () => (await money(renounced)).status === 'settling');
    // 15 of 365 days of the second agreement: 205,479 of 5,000,000 cents.
    expect(await money(renounced)).toMatchObject({ agreements: [{ ceilingCents: 5_000_000 }, { ceilingCents: 205_479, to: '2028-07-15' }], recoveries: [{ agreement: 2, cents: advance - 205_479, cause: 'label-ended', state: 'found' }], data: { cause: 'renounced', endedOn: '2028-07-15' } });
    await done(on.authority, 'POST', at('/recoveries/1/demand', renounced), {});
    expect((await on.as(on.holder, 'GET', at('', renounced))).body).toMatchObject({ recoveries: [{ state: 'demanded', dueOn: '2028-08-16' }], timeline: { ahead: expect.arrayContaining([expect.objectContaining({ kind: 'recovery-due', actor: 'applicant', otherwise: 'recovery-overdue' })]) } });
  });

  it('gets an instalment for the days that are added only when the decision says so', async () => {
    await done(on.authority, 'POST', `/api/labels/${extended}/extensions`, { signatory, ...reasons, endsOn: '2030-12-31', decidedOn: '2028-07-16', instalment: true });
    await on.advance('2028-07-16T09:00:00.000Z');
    await comes('the extension', async () => (await money(extended)).data.endsOn === '2030-12-31');
    await on.advance('2030-07-02T08:00:00.000Z');
    // 184 of 365 days, in one, on the first day that was added.
    expect((await money(extended)).instalments.at(-1)).toMatchObject({ id: '4-extension', state: 'due', cents: 2_520_547 });
    expect((await money(key)).agreements).toHaveLength(3);
  });
});
