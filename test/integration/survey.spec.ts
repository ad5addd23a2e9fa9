import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { plus } from '../../libs/domain/src/calendar/civil-date.js';
import { Browser } from '../stack/browser.js';
import { firmAddress, firmsCsv, importFirms, tokenIn } from '../stack/firms.js';
import { poleOf } from '../stack/pole.js';
import { mails, runningSpace, type RunningSpace } from '../stack/stack.js';
import { call, someone, type Answer } from '../stack/staff.js';
import { inDatabase, tell } from '../stack/tell.js';

type Person = Awaited<ReturnType<typeof someone>>;
let space: RunningSpace;
let operator: Person;
let secretariat: Person;
let holder: Person;
let colleague: Person;
let stranger: Person;
let pole: string;
const [central, own] = [randomUUID(), randomUUID()];
const zone = `z${central.slice(0, 8)}`;

beforeAll(async () => {
  space = await runningSpace('survey', { logLevel: 'info', clock: { mode: 'stepped', start: '2027-07-01T09:00:00.000Z' } });
  operator = await someone(space, 'operator', ['operator']);
  secretariat = await someone(space, 'secretariat', ['secretariat']);
  holder = await someone(space, 'holder');
  colleague = await someone(space, 'colleague');
  stranger = await someone(space, 'stranger');
  pole = await poleOf(space, { holder, colleague, secretariat });
  for (const key of [central, own]) {
    await tell(space, {
      from: `award/${key}`, to: `monitoring/${key}`, act: 'begin', on: '2027-07-01', facts: { award: `award/${key}`, call: `call/${key}`, pole, startsOn: '2027-07-01', endsOn: '2030-06-30' },
    });
  }
  await advance('2027-07-01T09:00:01.000Z');
}, 120_000);
afterAll(() => space?.stop());

const as = (person: Person | undefined, method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> => call(space, person?.token, method, path, body, headers);
const at = (key: string, n: number, path = ''): string => `/api/surveys/${key}-${n}${path}`;
const advance = async (to: string): Promise<void> => expect(await as(operator, 'POST', '/api/clock/advances', { to })).toMatchObject({ status: 200 });
const link = (token: string, path = ''): string => `/api/survey-answers/${token}${path}`;
const query = (text: ReturnType<typeof sql>) => inDatabase(space, async (db) => (await db.execute(text)).rows);
/** The mails that a firm has received, oldest first. */
const mailsTo = (n: number) => mails({ to: firmAddress(n, zone) });
const answers = (satisfaction: number, more: object = {}): object => ({ answers: { satisfaction, effect: 'in-use', ...more } });
const tokens: string[] = [];
const survey = (key: string, n: number) => as(holder, 'GET', at(key, n));

describe('the firms of a survey are listed', () => {
  it('begins with its monitoring period, and is a task of the centre', async () => {
    expect(await survey(central, 1)).toMatchObject({
      status: 200, body: { id: `${central}-1`, status: 'listing', label: central, n: 1, periodEnds: '2028-06-30', listed: 0, counts: null, results: null, minimumAnswers: 5, allowedActions: ['launch', 'declareOwn'] },
    });
    expect((await survey(central, 1)).body.timeline.ahead).toMatchObject([{ kind: 'launch-due', mark: 'reminder' }, { kind: 'launch-due', mark: 'reminder' }, { kind: 'launch-due', on: '2028-06-30', actor: 'applicant', otherwise: 'launch-overdue' }]);
    expect((await as(holder, 'GET', '/api/me/tasks')).body.items).toContainEqual(expect.objectContaining({ subject: `survey/${central}/1`, acts: ['launch'], dueOn: '2028-06-30', link: at(central, 1) }));
    expect((await as(secretariat, 'GET', '/api/me/tasks')).body.items).toEqual([]);
    expect((await as(holder, 'GET', '/api/surveys')).body.items.map((one: { id: string }) => one.id).sort()).toEqual([`${central}-1`, `${own}-1`].sort());
  });

  it('is no stranger’s', async () => {
    expect((await as(stranger, 'GET', at(central, 1))).status).toBe(403);
    expect((await as(undefined, 'GET', at(central, 1, '/firms'))).status).toBe(401);
    expect((await as(secretariat, 'GET', at(central, 9))).status).toBe(404);
  });

  it('reads a file dry first: line and reason of each fault, nothing is changed', async () => {
    const csv = [
      'Nom;Courriel;SIRET;Effectif', `Bon;bon@ok-${zone}.example;;3`, ';sans-nom@x.example;;', 'Sans adresse;;;', `"=cmd|'/c calc'!A1";a@b.example;;`, 'Tête;"a@b.example\r\nBcc: tous@mal.example";;',
      'Chiffre;c@d.example;73282932000075;', `Double;BON+2@ok-${zone}.example;;`, `Équipe;${holder.email};;`, `Stagiaire;autre@${holder.email.split('@')[1]};;`, 'CFA;cfa@bois.example;73282932000074;',
    ].join('\n');
    const dry = await importFirms(space, holder.token, at(central, 1, '/firm-imports'), csv);
    expect(dry.status).toBe(200);
    expect(dry.body).toMatchObject({ applied: false, firms: 1, columnsLeftOut: ['Effectif'], withheld: null });
    expect(dry.body.faults.map(({ line, code }: { line: number; code: string }) => `${line} ${code}`)).toEqual([
      '3 name-missing', '4 email-missing', '5 name-unfit', '6 email-unfit', '8 siret-checksum', '9 firm-twice', '10 own-address', '11 own-address', '12 own-siret',
    ]);
    expect(dry.body.faults[5].reason).toContain('ligne 2');
    const refused = await importFirms(space, holder.token, at(central, 1, '/firm-imports?apply=true'), csv);
    expect(refused).toMatchObject({ status: 422, body: { code: 'firms-unfit' } });
    expect(refused.body.errors[0]).toMatchObject({ pointer: '/lines/3', code: 'name-missing' });
    expect((await as(holder, 'GET', at(central, 1, '/firms'))).body.items).toEqual([]);
    expect((await as(holder, 'POST', at(central, 1, '/launches'), { firms: 1 }))).toMatchObject({ status: 409, body: { code: 'no-firms-listed' } });
  });

  it('lists them all at once, then one by one, and corrects and removes', async () => {
    const file = (apply: string) => importFirms(space, colleague.token, at(central, 1, `/firm-imports${apply}`), firmsCsv(4, zone));
    expect((await file('')).body).toMatchObject({ applied: false, firms: 4, faults: [] });
    expect((await file('?apply=true')).body).toMatchObject({ applied: true, firms: 4, withheld: 0 });
    expect((await file('')).body.faults.map(({ code }: { code: string }) => code)).toEqual(Array(4).fill('firm-listed'));
    expect(await as(holder, 'POST', at(central, 1, '/launches'), { firms: 4 })).toMatchObject({ status: 409, body: { code: 'too-few-firms', minimum: 5 } });
    for (let n = 5; n <= 8; n += 1) expect((await as(holder, 'POST', at(central, 1, '/firms'), { name: `Atelier ${n}`, email: firmAddress(n, zone), ...(n === 8 ? { language: 'en' } : {}) })).status).toBe(201);
    expect(await as(holder, 'POST', at(central, 1, '/firms'), { name: 'Nous', email: colleague.email })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/email', code: 'own-address' }] } });
    const wrong = await as(holder, 'POST', at(central, 1, '/firms'), { name: 'Atelier X', email: `x@x-${zone}.example` });
    expect((await as(holder, 'PUT', at(central, 1, `/firms/${wrong.body.id}`), { name: 'Atelier 9', email: firmAddress(9, zone) })).body).toMatchObject({ name: 'Atelier 9', state: 'listed' });
    expect((await as(holder, 'DELETE', at(central, 1, `/firms/${wrong.body.id}`))).status).toBe(204);
    const list = (await as(holder, 'GET', at(central, 1, '/firms'))).body.items;
    expect(list).toHaveLength(8);
    expect(Object.keys(list[0]).sort()).toEqual(['email', 'id', 'language', 'name', 'siret', 'state']);
    expect((await as(holder, 'GET', at(central, 1, '/firms?format=xlsx'))).headers.get('content-type')).toContain('spreadsheetml');
  });
});

describe('the firms answer', () => {
  it('is launched on the list that was seen; each firm has one mail, with its own link and a way to leave', async () => {
    await advance('2028-05-02T09:00:00.000Z');
    expect(await as(holder, 'POST', at(central, 1, '/launches'), { firms: 7 })).toMatchObject({ status: 409, body: { code: 'firms-changed' } });
    expect(await as(holder, 'POST', at(central, 1, '/launches'), { firms: 8 })).toMatchObject({ status: 201 });
    expect(await as(holder, 'POST', at(central, 1, '/launches'), { firms: 8 })).toMatchObject({ status: 409, body: { code: 'not-now' } });
    await advance('2028-05-02T09:01:00.000Z');
    for (let n = 1; n <= 8; n += 1) {
      const [mail, ...more] = await mailsTo(n);
      expect(more).toEqual([]);
      expect(mail?.to).toEqual([firmAddress(n, zone)]);
      tokens[n] = tokenIn(mail ?? { text: '' });
    }
    expect(new Set(tokens.filter(Boolean)).size).toBe(8);
    const [french] = await mailsTo(1);
    expect(french?.subject).toBe('Votre avis en quelques questions – Pôle Bois');
    expect(french?.text).toContain('jusqu’au 13\u00a0juin 2028');
    expect((await mailsTo(8))[0]?.subject).toBe('Your view in a few questions – Pôle Bois');
    expect((await survey(central, 1)).body).toMatchObject({ status: 'open', counts: { sent: 8, bounced: 0, unsubscribed: 0, answered: 0 }, results: null });
  });

  it('opens without an account, and reading changes nothing', async () => {
    for (const _again of [1, 2]) {
      expect(await as(undefined, 'GET', link(tokens[1] ?? ''))).toMatchObject({
        status: 200, body: { state: 'open', pole: 'Pôle Bois', closesOn: '2028-06-13', language: 'fr', minimumAnswers: 5, form: { sections: [{ questions: [{ code: 'satisfaction' }, {}, {}, {}] }] } },
      });
    }
    expect(JSON.stringify((await as(undefined, 'GET', link(tokens[1] ?? ''))).body)).not.toContain('Atelier');
    expect((await as(undefined, 'GET', link(tokens[8] ?? ''))).body.form.sections[0].label).toBe('Your view of the centre');
  });

  it('knows no other link: guessed, changed, cut, of another use', async () => {
    const token = tokens[1] ?? '';
    const [mail] = await mailsTo(1);
    const flipped = `${token.slice(0, -2)}${token.at(-2) === 'A' ? 'B' : 'A'}${token.at(-1)}`;
    for (const wrong of [flipped, token.slice(0, -1), `${token}A`, 'x'.repeat(43), tokenIn(mail ?? { text: '' }, 'leave'), randomUUID()]) {
      expect(await as(undefined, 'GET', link(wrong))).toMatchObject({ status: 404, body: { code: 'link-unknown' } });
      expect(await as(undefined, 'POST', link(wrong), answers(5))).toMatchObject({ status: 404 });
    }
  });

  it('refuses answers that the form does not take, and keeps none of them', async () => {
    expect(await as(undefined, 'POST', link(tokens[1] ?? ''), { answers: { satisfaction: 6, effect: 'magic' } })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/answers/satisfaction' }, { pointer: '/answers/effect' }] } });
    expect(await as(undefined, 'POST', link(tokens[1] ?? ''), { answers: { satisfaction: 5 } })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/answers/effect', code: 'missing' }] } });
    expect((await survey(central, 1)).body.counts.answered).toBe(0);
  });

  it('takes one answer a firm, however often it is sent at once', async () => {
    const sent = await Promise.all(Array.from({ length: 6 }, () => as(undefined, 'POST', link(tokens[1] ?? ''), answers(4, { comment: `Parfait. Atelier 1, 06 12 34 56 78, ${firmAddress(1, zone)}` }))));
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    expect(sent.find(({ status }) => status === 409)?.body.code).toBe('survey-answered');
    expect((await as(undefined, 'GET', link(tokens[1] ?? ''))).body.state).toBe('answered');
    expect(await query(sql`select answers->>'comment' as comment from survey_answer`)).toEqual([{ comment: 'Parfait. […], […], […]' }]);
  });

  it('keeps nothing by which an answer leads to its firm', async () => {
    const columns = await query(sql`select column_name as name from information_schema.columns where table_name = 'survey_answer' order by 1`);
    expect(columns.map(({ name }) => name)).toEqual(['answers', 'id', 'survey_id']);
    expect(await query(sql`select 1 from survey_answer a join survey_firm f on f.id = a.id`)).toEqual([]);
    // No token is kept either.
    const kept = await query(sql`select (select string_agg(n::text, ' ') from notification n) || (select string_agg(f::text, ' ') from survey_firm f) as text`);
    for (const token of tokens.filter(Boolean)) expect(String(kept[0]?.['text'])).not.toContain(token);
  });

  it('lets a firm leave with one click, and never writes to it again', async () => {
    const leave = tokenIn((await mailsTo(7))[0] ?? { text: '' }, 'leave');
    const page = await as(undefined, 'GET', `/questionnaires/leave/${leave}`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect((await survey(central, 1)).body.counts.unsubscribed).toBe(0);
    const click = await fetch(`${space.apiUrl}/questionnaires/leave/${leave}`, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });
    expect(click.status).toBe(200);
    expect((await survey(central, 1)).body.counts.unsubscribed).toBe(1);
    // That it left is not said of the firm.
    expect((await as(holder, 'GET', at(central, 1, '/firms'))).body.items.map((one: { state: string }) => one.state)).toEqual(Array(8).fill('listed'));
  });

  it('is answered on a page without scripts, which says what is missing and thanks', async () => {
    const path = `${space.apiUrl}/questionnaires/${tokens[2] ?? ''}`;
    const page = await fetch(path);
    const text = await page.text();
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(text).toContain('Pôle Bois');
    expect(text).not.toContain('<script');
    expect(text).toContain('mailto:');
    for (const english of [await fetch(`${path}?lang=en`), await fetch(path, { headers: { 'accept-language': 'en-GB' } })]) expect(await english.text()).toContain('Send my answers');
    const incomplete = await fetch(path, { method: 'POST', body: new URLSearchParams({ comment: 'Rien à <b>dire</b>' }) });
    expect(incomplete.status).toBe(422);
    expect(await incomplete.text()).toContain('Rien à &#60;b&#62;dire&#60;/b&#62;');
    const body = new URLSearchParams([['satisfaction', '3'], ['effect', 'planned'], ['mode', 'on-site'], ['mode', 'event'], ['comment', '']]);
    const thanks = await fetch(path, { method: 'POST', body });
    expect([thanks.status, await thanks.text()]).toEqual([200, expect.stringContaining('Merci')]);
    expect(await (await fetch(path, { method: 'POST', body })).text()).toContain('déjà');
    expect(await query(sql`select answers from survey_answer where answers->>'effect' = 'planned'`)).toEqual([{ answers: { satisfaction: 3, effect: 'planned', mode: ['on-site', 'event'] } }]);
  });

  it('reminds twice, in the morning, those alone who have neither answered nor left', async () => {
    await as(secretariat, 'POST', at(central, 1, `/firms/${(await as(secretariat, 'GET', at(central, 1, '/firms'))).body.items.find((one: { name: string }) => one.name === 'Atelier 6').id}/bounces`));
    await advance('2028-05-17T09:00:00.000Z');
    const received = async () => Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(async (n) => (await mailsTo(n)).length));
    expect(await received()).toEqual([1, 1, 2, 2, 2, 1, 1, 2]);
    const [, reminder] = await mailsTo(3);
    expect(reminder?.subject).toBe('Rappel : votre avis en quelques questions – Pôle Bois'.replace('Rappel :', 'Rappel\u00a0:'));
    expect(tokenIn(reminder ?? { text: '' })).toBe(tokens[3]);
    for (const n of [3, 4]) expect((await as(undefined, 'POST', link(tokens[n] ?? ''), answers(n, { comment: `Avis ${n}` }))).status).toBe(200);
    await advance('2028-05-31T09:00:00.000Z');
    expect(await received()).toEqual([1, 1, 2, 2, 3, 1, 1, 3]);
  });

  it('is answered by somebody whose browser is signed in too, as by any visitor', async () => {
    const browser = new Browser(space.apiUrl);
    await browser.signIn('amelie.martin');
    const answered = await browser.request(`${space.apiUrl}/questionnaires/${tokens[2] ?? ''}`, { method: 'POST', body: new URLSearchParams({ satisfaction: '1', effect: 'none' }) });
    expect([answered.status, await answered.text()]).toEqual([200, expect.stringContaining('déjà')]);
  });

  it('leaves no link in the logs', () => {
    for (const who of ['api', 'worker']) {
      const log = readFileSync(join(space.servers.logsDir, `${who}-${space.name}.log`), 'utf8');
      if (who === 'api') expect(log).toMatch(/"path":"\/questionnaires\/…"/);
      for (const token of tokens.filter(Boolean)) expect(log).not.toContain(token);
      expect(log).not.toContain(zone);
    }
  });

  it('shows no figure while it runs, to nobody: two readings would tell an answer', async () => {
    for (const reader of [holder, secretariat, operator]) {
      const { body } = await as(reader, 'GET', at(central, 1));
      expect(body).toMatchObject({ results: null, counts: { sent: 8, bounced: 1, unsubscribed: 1, answered: 4 } });
      expect(JSON.stringify(body)).not.toContain('Avis 3');
      expect(body.data.figures.mean).toBeNull();
    }
    expect((await as(holder, 'GET', '/api/surveys')).body.items.find((one: { id: string }) => one.id === `${central}-1`)).toMatchObject({ figures: null, mean: null });
  });

  it('takes an answer in the last second of its last day, and none after', async () => {
    await advance('2028-06-13T21:59:59.000Z');
    expect((await as(undefined, 'POST', link(tokens[5] ?? ''), answers(5))).status).toBe(200);
    await advance('2028-06-13T22:00:00.000Z');
    expect(await as(undefined, 'POST', link(tokens[8] ?? ''), answers(0))).toMatchObject({ status: 409, body: { code: 'survey-closed' } });
    expect((await as(undefined, 'GET', link(tokens[8] ?? ''))).body).toMatchObject({ state: 'closed', closesOn: null });
  });

  it('then shows what the answers add up to, and no question that fewer than five have answered', async () => {
    const { body } = await as(holder, 'GET', at(central, 1), undefined, { 'accept-language': 'en' });
    expect(body).toMatchObject({ status: 'closed', runBy: 'secretariat', counts: { sent: 8, bounced: 1, unsubscribed: 1, answered: 5 } });
    // 4, 3, 3, 4, 5.
    expect(body.results).toEqual([
      { code: 'satisfaction', label: 'How satisfied are you with the help, from 0 to 5?', kind: 'number', answered: 5, shown: true, mean: 380, counts: { 0: 0, 1: 0, 2: 0, 3: 2, 4: 2, 5: 1 } },
      { code: 'mode', label: 'How did the centre help you?', kind: 'choices', answered: 1, shown: false },
      { code: 'effect', label: 'What has changed in your firm?', kind: 'choice', answered: 5, shown: true, counts: { 'in-use': 4, planned: 1, none: 0 } },
      { code: 'comment', label: 'Anything else', kind: 'long-text', answered: 3, shown: false },
    ]);
    expect((await as(holder, 'GET', `/api/monitorings/${central}`)).body.periods[0].survey).toMatchObject({ runBy: 'secretariat', sent: 8, answered: 5, mean: 380 });
  });

  it('has forgotten who has answered, and the order in which it was', async () => {
    expect(await query(sql`select count(*)::int as n from survey_firm where answered`)).toEqual([{ n: 0 }]);
    expect(await query(sql`select count(distinct xmin::text)::int as n from survey_answer`)).toEqual([{ n: 1 }]);
    expect(await as(undefined, 'POST', link(tokens[1] ?? ''), answers(0))).toMatchObject({ status: 409, body: { code: 'survey-closed' } });
  });
});

describe('the next year', () => {
  it('begins another survey, in which who has left is listed and not asked', async () => {
    await tell(space, { from: `monitoring/${central}`, to: `survey/${central}/2`, act: 'begin', on: '2028-07-01', facts: { award: `award/${central}`, call: `call/${central}`, pole, n: 2, to: '2029-06-30' } });
    await advance('2028-07-03T09:00:00.000Z');
    expect(await as(holder, 'POST', at(own, 1, '/firm-copies'))).toMatchObject({ status: 409, body: { code: 'no-list-to-copy' } });
    expect(await as(holder, 'POST', at(central, 2, '/firm-copies'))).toMatchObject({ status: 200, body: { copied: 8, leftOut: 0, withheld: 1 } });
    expect((await as(holder, 'POST', at(central, 2, '/firm-copies'))).body).toMatchObject({ copied: 0, leftOut: 8 });
    expect((await as(holder, 'GET', at(central, 2, '/firms'))).body.items.find((one: { name: string }) => one.name === 'Atelier 7')).toMatchObject({ state: 'withheld' });
    expect((await as(secretariat, 'POST', at(central, 2, '/launches'), { firms: 7 })).status).toBe(201);
    await advance('2028-07-03T09:01:00.000Z');
    expect((await mailsTo(7)).length).toBe(1);
    const [again] = (await mailsTo(1)).slice(-1);
    const token = tokenIn(again ?? { text: '' });
    expect(token).not.toBe(tokens[1]);
    // Last year's link does not open this year's survey.
    expect((await as(undefined, 'GET', link(tokens[1] ?? ''))).body.state).toBe('closed');
    expect((await as(undefined, 'POST', link(token), answers(5))).status).toBe(200);
  });

  it('shows no figure when too few have answered: the report has none either', async () => {
    await advance('2028-08-15T09:00:00.000Z');
    const { body } = await survey(central, 2);
    expect(body).toMatchObject({ status: 'closed', counts: { sent: 7, answered: 1 } });
    expect(body.results.every((one: { shown: boolean; mean?: number }) => !one.shown && one.mean === undefined)).toBe(true);
    expect(body.data.figures.mean).toBeNull();
  });

  it('erases names and addresses after the scheme’s time, and the results stay', async () => {
    await advance(`${plus('2028-06-13', 'P1Y')}T23:00:00.000Z`);
    expect((await as(holder, 'GET', at(central, 1, '/firms'))).body.items).toEqual([]);
    expect(await query(sql`select count(*)::int as n from notification where subject = ${`survey/${central}/1`} and (mailbox like ${`%${zone}.example`} or facts->>'firm' is not null and mailbox is not null)`)).toEqual([{ n: 0 }]);
    expect((await as(undefined, 'GET', link(tokens[1] ?? ''))).status).toBe(404);
    expect((await survey(central, 1)).body.results[0]).toMatchObject({ mean: 380 });
  });
});

describe('a survey of the centre’s own', () => {
  const figures = { sent: 40, answered: 22, score: 860, outOf: 10, heldFrom: '2028-03-01', heldTo: '2028-03-31', questions: 'Êtes-vous satisfait, de 0 à 10 ?' };

  it('is declared instead, with its questions and its scale', async () => {
    // Nobody launched the first, and its time is over.
    expect((await survey(own, 1)).body).toMatchObject({ status: 'not_held', runBy: 'none', timeline: { past: [{}, {}, {}, { type: 'launch-overdue', on: '2028-06-30' }, { type: 'survey-not-held', on: '2028-08-30' }] } });
    await tell(space, { from: `monitoring/${own}`, to: `survey/${own}/2`, act: 'begin', on: '2029-06-15', facts: { award: `award/${own}`, call: `call/${own}`, pole, n: 2, to: '2029-06-30' } });
    expect(await as(holder, 'POST', at(own, 2, '/own-surveys'), { ...figures, answered: 41 })).toMatchObject({ status: 409, body: { code: 'own-figures-wrong' } });
    expect(await as(secretariat, 'POST', at(own, 2, '/own-surveys'), figures)).toMatchObject({ status: 403 });
    const file = new FormData();
    file.set('file', new File(['%PDF-1.4\n%âãÏÓ\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF'], 'résultats.pdf'));
    const sent = await fetch(`${space.apiUrl}${at(own, 2, '/own-files')}`, { method: 'POST', body: file, headers: { authorization: `Bearer ${holder.token}` } });
    const { id } = (await sent.json()) as { id: string };
    expect(await as(holder, 'POST', at(own, 2, '/own-surveys'), { ...figures, files: [randomUUID()] })).toMatchObject({ status: 422, body: { code: 'attachment-unknown' } });
    expect(await as(holder, 'POST', at(own, 2, '/own-surveys'), { ...figures, files: [id] })).toMatchObject({ status: 201 });
    expect((await as(secretariat, 'GET', at(own, 2, `/own-files/${id}`))).status).toBe(200);
    expect((await survey(own, 2)).body.ownText.files).toMatchObject([{ id, name: 'résultats.pdf', type: 'pdf' }]);
    expect((await survey(own, 2)).body).toMatchObject({ status: 'own_declared', runBy: 'centre', results: null, counts: null, own: { sent: 40, answered: 22, score: 860, outOf: 10 }, ownText: { questions: figures.questions } });
    expect(await as(holder, 'POST', at(own, 2, '/launches'), { firms: 5 })).toMatchObject({ status: 409 });
  });

  it('stands apart from central ones in every list, and a year without a survey says so', async () => {
    const items = (await as(secretariat, 'GET', `/api/surveys?label=${own}`)).body.items;
    expect(items).toMatchObject([{ n: 1, runBy: 'none', figures: null, mean: null, own: null }, { n: 2, runBy: 'centre', figures: null, mean: null, own: { score: 860, outOf: 10 } }]);
  });
});
