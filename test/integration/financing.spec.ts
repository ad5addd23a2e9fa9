import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { pdf } from '../factories/application-answers.js';
import { labelsInForce, type LabelsInForce } from '../stack/labels.js';
import { mails } from '../stack/stack.js';
import { type Answer, someone } from '../stack/staff.js';
import { inDatabase, tell } from '../stack/tell.js';

type Person = Awaited<ReturnType<typeof someone>>;
const [first, second, third, fourth] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const iban = { old: 'FR1420041010050500013M02606', other: 'DE89370400440532013000' };
const advanceCents = 1_500_000;

let world: LabelsInForce;
let clerk: Person;
/** A second person of the secretariat. */
let accountant: Person;

beforeAll(async () => {
  world = await labelsInForce('financing', '2027-06-20', [first, second, third, fourth]);
  clerk = world.secretariat;
  accountant = await someone(world.space, 'accountant', ['secretariat']);
  await world.advance('2027-06-20T09:05:00.000Z');
}, 180_000);
afterAll(() => world?.space.stop());

const at = (key: string, path = ''): string => `/api/financings/${key}${path}`;
const as = (person: Person, method: string, path: string, body?: unknown): Promise<Answer> => world.as(person, method, path, body);
const money = async (key: string, person = clerk) => (await as(person, 'GET', at(key))).body;
const states = async (key: string): Promise<Record<string, string>> => Object.fromEntries((await money(key)).instalments.map((one: { id: string; state: string; cents: number }) => [one.id, `${one.state} ${one.cents}`]));
const tasks = async (person: Person, subject: string): Promise<string[]> => (await as(person, 'GET', '/api/me/tasks?limit=100')).body.items.filter((task: { subject: string }) => task.subject === subject).flatMap((task: { acts: string[] }) => task.acts);
const news = (key: string, act: string, on: string, facts: Record<string, string | number | boolean> = {}): Promise<void> => tell(world.space, { from: `award/${key}`, to: `financing/${key}`, act, on, facts, starts: false });

async function document(key: string, person = world.holder): Promise<string> {
  const body = new FormData();
  body.append('file', new Blob([pdf('RIB')]), 'rib.pdf');
  const sent = await fetch(`${world.space.apiUrl}${at(key, '/bank-documents')}`, { method: 'POST', body, headers: { authorization: `Bearer ${person.token}` } });
  return ((await sent.json()) as { id: string }).id;
}

async function bankDetails(key: string, account: string, n: number, holder = 'CFA du Bois'): Promise<void> {
  const steps = [
    await as(world.holder, 'POST', at(key, '/bank-details'), { iban: account, holder, document: await document(key) }),
    await as(clerk, 'POST', at(key, '/bank-details/call-back'), { n, contact: 'M. Dupont', note: 'Appelé au standard connu depuis 2026 : il confirme.' }),
    await as(accountant, 'POST', at(key, '/bank-details/confirmation'), { n, holderDiffers: true }),
  ];
  expect(steps.map(({ status, body }) => [status, body.code])).toEqual(steps.map(() => [201, undefined]));
}

async function approved(key: string, instalment: string, cents: number): Promise<void> {
  expect((await as(clerk, 'POST', at(key, `/instalments/${instalment}/preparation`), { cents })).status).toBe(201);
  expect((await as(accountant, 'POST', at(key, `/instalments/${instalment}/approval`), { cents })).status).toBe(201);
}

async function ready(id: string) {
  await waitFor('the run', async () => (await as(clerk, 'GET', `/api/payment-runs/${id}`)).body.ready, { seconds: 30 });
  return (await as(clerk, 'GET', `/api/payment-runs/${id}`)).body;
}

async function csvOf(id: string): Promise<string[][]> {
  return parse((await as(clerk, 'GET', `/api/payment-runs/${id}/csv`)).body, { bom: true, delimiter: ';' }) as string[][];
}

async function orderAll() {
  const { lines, totalCents } = (await as(clerk, 'GET', '/api/payment-runs/preview')).body;
  return ready((await as(clerk, 'POST', '/api/payment-runs', { lines, totalCents })).body.id);
}

describe('the money of a label', () => {
  it('begins with both signatures: the first advance is due, and the pole is asked for its account', async () => {
    expect(await money(first)).toMatchObject({
      status: 'current', label: `award/${first}`, agreements: [{ n: 1, from: '2027-07-01', to: '2028-06-30', maximumCents: 5_000_000, rate: 80, periods: [1], balanceCents: null }],
      instalments: [{ id: '1-advance', cents: advanceCents, state: 'due', when: 'contract-signed', allowedActions: [] }, { id: '1-interim', cents: 2_000_000, state: 'foreseen' }, { id: '1-balance', cents: 1_500_000, state: 'foreseen' }],
      bank: null, timeline: { ahead: [{ kind: 'next-agreement', on: '2028-06-30', otherwise: 'agreement-opens' }] },
    });
    expect(await tasks(world.holder, `financing/${first}`)).toEqual(['proposeBankDetails']);
    expect(await tasks(world.colleague, `financing/${first}`)).toEqual([]);
    expect((await as(world.stranger, 'GET', at(first))).status).toBe(403);
    expect(await as(clerk, 'POST', at(first, '/instalments/1-advance/preparation'), { cents: advanceCents })).toMatchObject({ status: 409, body: { code: 'bank-details-missing' } });
    expect((await as(clerk, 'GET', '/api/payments?state=due')).body.items).toHaveLength(4);
  });

  it('takes an account from who commits the pole, checked, with its document', async () => {
    const details = { iban: 'FR14 2004 1010 0505 0001 3M02 607', holder: 'CFA du Bois', document: await document(first) };
    expect(await as(world.holder, 'POST', at(first, '/bank-details'), details)).toMatchObject({ status: 422, body: { code: 'iban-invalid', errors: [{ pointer: '/iban' }] } });
    expect(await as(world.holder, 'POST', at(first, '/bank-details'), { ...details, iban: iban.old, document: randomUUID() })).toMatchObject({ status: 422, body: { code: 'bank-document-unknown' } });
    expect(await as(world.colleague, 'POST', at(first, '/bank-details'), { ...details, iban: iban.old })).toMatchObject({ status: 403, body: { code: 'not-a-committer' } });
    expect((await as(world.holder, 'POST', at(first, '/bank-details'), { ...details, iban: 'FR14 2004 1010 0505 0001 3M02 606' })).status).toBe(201);
    expect((await money(first, world.holder)).pendingBank).toMatchObject({ n: 1, last4: '2606', calledBackOn: null, allowedActions: [] });
    // The pole does not read the account back; who checks it does, with its document.
    expect((await as(world.holder, 'GET', at(first, '/bank-details'))).status).toBe(403);
    const [account] = (await as(clerk, 'GET', at(first, '/bank-details'))).body;
    expect(account).toEqual({ n: 1, state: 'proposed', holderDiffers: false, iban: iban.old, bic: null, holder: 'CFA du Bois', document: details.document });
    expect((await as(clerk, 'GET', at(first, `/bank-documents/${details.document}`))).status).toBe(200);
    expect((await as(world.colleague, 'GET', at(first, `/bank-documents/${details.document}`))).status).toBe(404);
  });

  it('is not confirmed in another name before somebody says that this is right', async () => {
    expect((await as(world.holder, 'POST', at(fourth, '/bank-details'), { iban: iban.other, holder: 'M. Jean Dupont', document: await document(fourth) })).status).toBe(201);
    expect((await as(clerk, 'GET', at(fourth, '/bank-details'))).body).toMatchObject([{ n: 1, holderDiffers: true }]);
    await waitFor('the warning', async () => (await mails({ to: clerk.email })).some(({ text }) => /n’est au nom ni de la structure porteuse ni du pôle/.test(text.replaceAll(/\s+/g, ' '))), { seconds: 20 });
    await as(clerk, 'POST', at(fourth, '/bank-details/call-back'), { n: 1, contact: 'M. Dupont', note: 'Appelé au standard, connu depuis 2026.' });
    expect(await as(accountant, 'POST', at(fourth, '/bank-details/confirmation'), { n: 1 })).toMatchObject({ status: 409, body: { code: 'bank-holder-differs', detail: expect.stringContaining('holderDiffers') } });
    expect((await as(accountant, 'POST', at(fourth, '/bank-details/confirmation'), { n: 1, holderDiffers: true })).status).toBe(201);
  });

  it('uses it once a contact was called and another person has confirmed', async () => {
    expect(await tasks(clerk, `financing/${first}`)).toEqual(['noteCallBack']);
    expect(await as(accountant, 'POST', at(first, '/bank-details/confirmation'), { n: 1 })).toMatchObject({ status: 409, body: { code: 'call-back-missing' } });
    await as(clerk, 'POST', at(first, '/bank-details/call-back'), { n: 1, contact: 'M. Dupont', note: 'Appelé au standard, connu depuis 2026.' });
    expect(await as(clerk, 'POST', at(first, '/bank-details/confirmation'), { n: 1 })).toMatchObject({ status: 409, body: { code: 'same-person' } });
    expect(await tasks(clerk, `financing/${first}`)).toEqual([]);
    expect(await tasks(accountant, `financing/${first}`)).toEqual(['confirmBankDetails']);
    expect((await as(accountant, 'POST', at(first, '/bank-details/confirmation'), { n: 1 })).status).toBe(201);
    expect(await money(first)).toMatchObject({ bank: { n: 1, last4: '2606', confirmedOn: '2027-06-20' }, pendingBank: null });
  });

  it('is touched by nobody who belongs to the pole, whatever their office', async () => {
    const insider = await someone(world.space, 'insider', ['secretariat']);
    expect((await as(clerk, 'POST', `/api/poles/${world.pole}/members`, { email: insider.email, role: 'member', reason: 'Siège aussi au conseil du centre' })).status).toBeLessThan(300);
    const asked = [
      await as(insider, 'POST', at(first, '/instalments/1-advance/preparation'), { cents: advanceCents }), await as(insider, 'POST', at(first, '/instalments/1-advance/approval'), { cents: advanceCents }),
      await as(insider, 'POST', at(first, '/bank-details/call-back'), { n: 1, contact: 'M. Dupont', note: 'Appelé au standard.' }), await as(insider, 'POST', at(first, '/bank-details/confirmation'), { n: 1 }),
    ];
    expect(asked.map(({ status, body }) => [status, body.code])).toEqual(asked.map(() => [403, 'own-pole']));
    expect((await money(first, insider)).instalments[0].allowedActions).not.toContain('prepareInstalment');
  });

  it('is prepared by one person and approved by another, for the amount they looked at', async () => {
    expect(await tasks(clerk, `financing/${first}`)).toEqual(['prepareInstalment']);
    const step = (person: Person, what: string, cents: number) => as(person, 'POST', at(first, `/instalments/1-advance/${what}`), { cents });
    expect(await step(clerk, 'preparation', 1)).toMatchObject({ status: 409, body: { code: 'payment-changed', cents: advanceCents } });
    expect((await step(world.authority, 'preparation', advanceCents)).status).toBe(403);
    expect((await step(clerk, 'preparation', advanceCents)).status).toBe(201);
    expect(await step(clerk, 'approval', advanceCents)).toMatchObject({ status: 409, body: { code: 'same-person' } });
    expect(await tasks(clerk, `financing/${first}`)).toEqual([]);
    expect((await money(first, accountant)).instalments[0]).toMatchObject({ state: 'prepared', preparedBy: clerk.id, allowedActions: ['approveInstalment', 'returnInstalment'] });
    expect((await money(first, world.holder)).instalments[0]).toMatchObject({ preparedBy: null, allowedActions: [] });
    expect((await step(accountant, 'approval', advanceCents)).status).toBe(201);
    expect(await step(accountant, 'approval', advanceCents)).toMatchObject({ status: 409, body: { code: 'instalment-not-now', detail: expect.stringContaining('1-advance') } });
  });
});

describe('a payment during suspension', () => {
  it('stays where it is: nothing is sent, prepared or approved until the label is reinstated', async () => {
    expect((await as(clerk, 'GET', '/api/payment-runs/preview')).body).toMatchObject({ lines: 1, totalCents: advanceCents, payments: [{ financing: first, instalment: '1-advance', last4: '2606' }] });
    await news(first, 'labelSuspended', '2027-06-20');
    expect(await money(first)).toMatchObject({ status: 'frozen', instalments: [{ state: 'approved', allowedActions: ['returnInstalment'] }, {}, {}] });
    expect((await as(clerk, 'GET', '/api/payment-runs/preview')).body).toEqual({ lines: 0, totalCents: 0, payments: [] });
    expect(await as(clerk, 'POST', '/api/payment-runs', { lines: 1, totalCents: advanceCents })).toMatchObject({ status: 409, body: { code: 'run-changed', lines: 0 } });
    expect(await as(clerk, 'POST', at(first, '/instalments/1-advance/preparation'), { cents: advanceCents })).toMatchObject({ status: 409, body: { code: 'not-now' } });
    await news(first, 'labelReinstated', '2027-06-20');
    expect((await as(clerk, 'GET', '/api/payment-runs/preview')).body).toMatchObject({ lines: 1 });
  });

  it('and a run at the same moment agree: sent and listed, or neither', async () => {
    const [{ body: run }] = await Promise.all([as(clerk, 'POST', '/api/payment-runs', { lines: 1, totalCents: advanceCents }), news(first, 'labelSuspended', '2027-06-20')]);
    expect(run.lines === undefined ? run.code : run.orders).toEqual(run.lines === undefined ? 'run-changed' : [expect.objectContaining({ financing: first })]);
    const done = run.id === undefined ? { lines: 0 } : await ready(run.id);
    // Whichever came first, the money is sent once or not at all, and the list says the same as the journal.
    const sent = await inDatabase(world.space, async (db) => (await db.execute<{ n: number }>(sql`select count(*)::int as n from journal where subject_id = ${`financing/${first}`} and type = 'instalment-exported'`)).rows[0]?.n);
    expect(done.lines).toBe(sent);
    expect((await money(first)).status).toBe('frozen');
    await news(first, 'labelReinstated', '2027-06-20');
  });
});

describe('runs that race', () => {
  it('pay nothing twice', async () => {
    for (const key of [second, third, fourth]) await bankDetails(key, iban.old, key === fourth ? 2 : 1);
    for (const key of [second, third, fourth]) await approved(key, '1-advance', advanceCents);
    const { lines, totalCents } = (await as(clerk, 'GET', '/api/payment-runs/preview')).body;
    expect(lines).toBeGreaterThanOrEqual(3);
    // Two people, each clicking five times, at the same instant.
    const asked = await Promise.all(Array.from({ length: 10 }, (_, i) => as(i % 2 ? clerk : accountant, 'POST', '/api/payment-runs', { lines, totalCents })));
    const made = asked.filter(({ status }) => status === 201).map(({ body }) => body.id as string);
    expect(asked.filter(({ status }) => status !== 201).every(({ status, body }) => status === 409 && body.code === 'run-changed')).toBe(true);
    expect(made).toHaveLength(1);
    const run = await ready(made[0] ?? '');
    expect(run).toMatchObject({ ready: true, lines, totalCents });
    const sent = await inDatabase(world.space, async (db) => (await db.execute<{ subject: string; n: number }>(sql`
      select subject_id as subject, count(*)::int as n from journal where type = 'instalment-exported' group by subject_id`)).rows);
    expect(sent.map(({ n }) => n)).toEqual([first, second, third, fourth].map(() => 1));
  });

  it('are beaten by nobody who asks the financing itself twice', async () => {
    const key = second;
    const answers = await Promise.allSettled(Array.from({ length: 5 }, (_, i) => news(key, 'exportInstalment', '2027-06-20', { instalment: '1-advance', cents: advanceCents, run: `other-${i}`, by: clerk.id })));
    expect(answers.every(({ status }) => status === 'fulfilled')).toBe(true);
    const sent = await inDatabase(world.space, async (db) => (await db.execute<{ n: number }>(sql`select count(*)::int as n from journal where subject_id = ${`financing/${key}`} and type = 'instalment-exported'`)).rows[0]?.n);
    expect(sent).toBe(1);
  });
});

describe('what the bank gets and answers', () => {
  it('is a list with a control total that adds up, for the secretariat, journalled', async () => {
    const [run] = (await as(clerk, 'GET', '/api/payment-runs')).body.items;
    const lines = await csvOf(run.id);
    const total = lines.at(-1) ?? [];
    expect(lines.slice(1, -1).reduce((sum, line) => sum + Number(line[11]), 0)).toBe(Number(total[11]));
    expect(lines[1]).toEqual(expect.arrayContaining([iban.old, 'CFA du Bois', '15000,00']));
    expect((await as(world.authority, 'GET', `/api/payment-runs/${run.id}/csv`)).status).toBe(403);
    const logged = await inDatabase(world.space, async (db) => (await db.execute<{ n: number }>(sql`select count(*)::int as n from export_log where format = 'csv'`)).rows[0]?.n);
    expect(logged).toBe(1);
  });

  it('is executed or rejected, once; the rejected payment goes out again after the account has changed', async () => {
    const [run] = (await as(clerk, 'GET', '/api/payment-runs')).body.items;
    const answer = { on: '2027-06-20', rejected: [{ financing: second, instalment: '1-advance', code: 'AC04' }] };
    expect(await as(clerk, 'POST', `/api/payment-runs/${run.id}/answers`, { on: '2027-06-20', rejected: [{ financing: second, instalment: '9-x', code: 'AC04' }] })).toMatchObject({ status: 422, body: { code: 'run-stranger' } });
    // A slip of the pen is corrected by sending the answer again.
    expect(await as(clerk, 'POST', `/api/payment-runs/${run.id}/answers`, { on: '2031-01-01', rejected: [] })).toMatchObject({ status: 409, body: { code: 'date-in-the-future' } });
    for (let twice = 0; twice < 2; twice += 1) {
      const { status, body } = await as(clerk, 'POST', `/api/payment-runs/${run.id}/answers`, answer);
      expect([status, body.orders.filter((order: { state: string }) => order.state === 'rejected')]).toEqual([200, [expect.objectContaining({ financing: second, code: 'AC04' })]]);
    }
    expect((await states(third))['1-advance']).toBe(`executed ${advanceCents}`);
    expect((await states(second))['1-advance']).toBe(`rejected ${advanceCents}`);
    // Prepared for the old account, then the account changes: prepared anew.
    await approved(second, '1-advance', advanceCents);
    await bankDetails(second, iban.other, 2, 'M. Jean Dupont');
    expect((await as(clerk, 'GET', at(second, '/bank-details'))).body).toMatchObject([{ n: 2, state: 'in-force', holderDiffers: true }]);
    expect((await states(second))['1-advance']).toBe(`due ${advanceCents}`);
    await approved(second, '1-advance', advanceCents);
    // A run that was ordered before the account changed lists the old one: it gets nothing.
    await news(second, 'exportInstalment', '2027-06-20', { instalment: '1-advance', cents: advanceCents, run: randomUUID(), by: clerk.id, bank: 1 });
    expect((await states(second))['1-advance']).toBe(`approved ${advanceCents}`);
    const again = await orderAll();
    const [{ facts: asked }] = await inDatabase(world.space, async (db) => (await db.execute<{ facts: { bank: number } }>(sql`select facts from message where sender_id = ${`payment-run/${again.id}`} and receiver_id = ${`financing/${second}`}`)).rows) as [{ facts: { bank: number } }];
    expect(asked).toMatchObject({ bank: 2 });
    expect((await csvOf(again.id)).slice(1, -1).map((line) => line[7])).toContain(iban.other);
    await as(clerk, 'POST', `/api/payment-runs/${again.id}/answers`, { on: '2027-06-20', rejected: [] });
    expect((await states(second))['1-advance']).toBe(`executed ${advanceCents}`);
    // Who takes a list down again reads that the bank has had it.
    const [titles, ...lines] = await csvOf(run.id);
    expect([titles?.at(-1), lines.at(-1)?.at(-1)]).toEqual(['Réponse de la banque', 'LOT DÉJÀ TRAITÉ : NE PAS TRANSMETTRE']);
    expect(lines.slice(0, -1).map((line) => line.at(-1)).sort()).toEqual(expect.arrayContaining(['exécuté', 'rejeté AC04']));
    // The first run still says what became of it then.
    expect((await as(clerk, 'GET', `/api/payment-runs/${run.id}`)).body.orders.find((order: { financing: string }) => order.financing === second)).toMatchObject({ state: 'rejected' });
  });

  it('is told to the pole, and a change of account to who was known before, never with the account', async () => {
    await waitFor('the mail', async () => (await mails({ to: world.holder.email })).filter(({ subject }) => /Vos coordonnées bancaires sont confirmées/.test(subject)).length >= 5, { seconds: 60 });
    const told = await mails({ to: world.holder.email });
    expect(told.map(({ subject }) => subject.split(' – ')[0])).toEqual(expect.arrayContaining(['Vos coordonnées bancaires sont attendues', 'Des coordonnées bancaires ont été déposées', 'Un versement a été effectué', 'Un versement a été rejeté par la banque', 'Les versements sont suspendus']));
    expect(JSON.stringify(told)).toContain('15\u202f000,00');
    const written = await inDatabase(world.space, async (db) => (await db.execute<{ all: string }>(sql`
      select coalesce((select string_agg(facts::text, ' ') from journal), '') || coalesce((select string_agg(facts::text, ' ') from notification), '') || coalesce((select string_agg(facts::text || coalesce(outcome::text, ''), ' ') from command), '')
        || coalesce((select string_agg(facts::text, ' ') from message), '') || coalesce((select string_agg(data::text, ' ') from subject), '') as all`)).rows[0]?.all ?? '');
    for (const account of Object.values(iban)) {
      expect(JSON.stringify(told)).not.toContain(account.slice(4, 20));
      expect(written).not.toContain(account.slice(4, 20));
    }
  });
});

describe('reports', () => {
  const report = (key: string, act: string, facts: Record<string, number>) => tell(world.space, { from: `monitoring/${key}`, to: `financing/${key}`, act, on: '2028-09-01', facts, starts: false });

  it('open the interim payment and the balance of accepted spending', async () => {
    await report(second, 'reportValidated', { n: 1 });
    expect(await states(second)).toMatchObject({ '1-interim': 'due 2000000' });
    await approved(second, '1-interim', 2_000_000);
    const run = await orderAll();
    await as(clerk, 'POST', `/api/payment-runs/${run.id}/answers`, { on: '2027-06-20', rejected: [] });
    await report(second, 'financialReportValidated', { n: 1, accepted: 5_500_000 });
    expect(await money(second)).toMatchObject({ agreements: [{ acceptedCents: 5_500_000, paidCents: 3_500_000, balanceCents: 900_000 }], instalments: [{}, {}, { id: '1-balance', state: 'due', cents: 900_000 }] });
  });

  it('bring back what was paid beyond it: asked for by the authority, reminded, late, and come back in parts', async () => {
    await report(third, 'financialReportValidated', { n: 1, accepted: 1_000_000 });
    expect(await money(third)).toMatchObject({ recoveries: [{ n: 1, cents: 700_000, cause: 'balance', state: 'found' }] });
    expect(await tasks(world.authority, `financing/${third}`)).toEqual(['demandRecovery']);
    expect((await as(clerk, 'POST', at(third, '/recoveries/1/demand'), {})).status).toBe(403);
    expect((await as(world.authority, 'POST', at(third, '/recoveries/1/demand'), {})).status).toBe(201);
    expect(await money(third)).toMatchObject({ recoveries: [{ state: 'demanded', dueOn: '2027-07-20' }], timeline: { ahead: expect.arrayContaining([expect.objectContaining({ kind: 'recovery-due', mark: '', on: '2027-07-20', otherwise: 'recovery-overdue' })]) } });
    expect((await as(clerk, 'POST', at(third, '/deadlines/recovery-due/moves'), { to: '2027-07-30', reason: 'Délai accordé au pôle.' })).status).toBe(201);
    expect((await as(clerk, 'POST', at(third, '/recoveries/1/receipts'), { cents: 200_000, reference: 'VIR-1' })).status).toBe(201);
    expect(await as(clerk, 'POST', at(third, '/recoveries/1/receipts'), { cents: 500_001 })).toMatchObject({ status: 409, body: { code: 'recovery-too-much', rest: 500_000 } });
    await world.advance('2027-07-31T08:00:00.000Z');
    expect(await money(third)).toMatchObject({ recoveries: [{ state: 'overdue', recoveredCents: 200_000, allowedActions: ['recordRecovery'] }] });
    await as(clerk, 'POST', at(third, '/recoveries/1/receipts'), { cents: 500_000 });
    expect(await money(third)).toMatchObject({ recoveries: [{ state: 'recovered' }] });
  });

  it('that never come leave the settlement to the authority', async () => {
    await report(fourth, 'periodDefaulted', { n: 1 });
    expect(await tasks(world.authority, `financing/${fourth}`)).toEqual(['closeAgreement']);
    expect((await as(world.authority, 'POST', at(fourth, '/agreements/1/closure'), { reasons: 'Aucun compte rendu malgré la mise en demeure.' })).status).toBe(201);
    expect((await as(world.authority, 'POST', at(fourth, '/recoveries/1/waiver'), { reasons: 'Remise gracieuse accordée au pôle.' })).status).toBe(201);
    // Why is for the pole to read; whom the secretariat called is not.
    expect((await money(fourth, world.holder)).remarks.map(({ type, text }: { type: string; text: string }) => [type, text])).toEqual([['balance-computed', 'Aucun compte rendu malgré la mise en demeure.'], ['recovery-waived', 'Remise gracieuse accordée au pôle.']]);
    expect((await money(fourth)).remarks[0]).toMatchObject({ type: 'call-back-noted', about: '1', contact: 'M. Dupont' });
    expect(await money(fourth)).toMatchObject({ status: 'current', recoveries: [{ cents: advanceCents, state: 'waived' }], agreements: [{ balanceCents: -advanceCents }] });
  });
});

describe('the end of a label before its term', () => {
  it('asks back by days what was paid for the days after it, and opens no further agreement', async () => {
    await news(first, 'labelEnded', '2027-07-31', { cause: 'withdrawn', on: '2027-07-31' });
    // 31 of 366 days: 423,497 of 5,000,000 cents may be kept.
    const { recoveries, agreements, status } = await money(first);
    expect([status, agreements[0].ceilingCents]).toEqual(['settling', 423_497]);
    expect(recoveries).toMatchObject([{ cents: advanceCents - 423_497, cause: 'label-ended', state: 'found' }]);
    await world.advance('2028-07-02T08:00:00.000Z');
    expect((await money(first)).agreements).toHaveLength(1);
    expect((await money(second)).agreements).toHaveLength(2);
  });

  it('leaves room for ten documents of an account on which nobody has decided, however many come at once', async () => {
    const body = () => {
      const form = new FormData();
      form.append('file', new Blob([pdf('RIB')]), 'rib.pdf');
      return form;
    };
    const sent = await Promise.all(Array.from({ length: 13 }, async () => (await fetch(`${world.space.apiUrl}${at(fourth, '/bank-documents')}`, { method: 'POST', body: body(), headers: { authorization: `Bearer ${world.holder.token}` } })).status));
    expect(sent.sort()).toEqual([...Array.from({ length: 10 }, () => 201), 409, 409, 409]);
  });

  it('is followed by every list, also as a spreadsheet', async () => {
    expect((await as(world.holder, 'GET', '/api/financings')).body.items).toHaveLength(4);
    expect((await as(world.holder, 'GET', '/api/payments')).status).toBe(403);
    const sheet = await as(clerk, 'GET', '/api/payments?format=xlsx');
    expect([sheet.status, sheet.headers.get('content-type')]).toEqual([200, expect.stringContaining('spreadsheetml')]);
    for (const list of ['financings', 'payments', 'payment-runs']) {
      const made = await fetch(`${world.space.apiUrl}/api/${list}?format=xlsx`, { headers: { authorization: `Bearer ${clerk.token}` } });
      const [titles = []] = await readSheet(Buffer.from(await made.arrayBuffer()));
      expect([list, (titles as string[]).filter((title) => /^[a-z]/.test(title))]).toEqual([list, []]);
    }
    expect((await as(clerk, 'GET', '/api/financings?status=settling')).body.items).toMatchObject([{ id: first }]);
  });
});
