import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { siretOf } from '../../apps/cli/src/rehearse/identifiers.js';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { pdf } from '../factories/application-answers.js';
import { done, newPole, openCall, submitted } from '../stack/files.js';
import { mails, runningSpace, type RunningSpace } from '../stack/stack.js';
import { call, someone, type Answer } from '../stack/staff.js';
import { inDatabase, tell } from '../stack/tell.js';

type Person = Awaited<ReturnType<typeof someone>>;
let space: RunningSpace;
const people: Record<string, Person> = {};
let poles = 0;

const person = (name: string): Person => people[name] as Person;
const as = (name: string, method: string, path: string, body?: unknown): Promise<Answer> => call(space, person(name).token, method, path, body);
const must = (name: string, method: string, path: string, body?: unknown) => done(space, person(name), method, path, body);
const at = (id: string, path = ''): string => `/api/applications/${id}${path}`;
const shownTo = async (name: string, id: string) => (await as(name, 'GET', at(id))).body;
const advance = (to: string) => must('operator', 'POST', '/api/clock/advances', { to });
const templatesOf = (subject: string): Promise<string[]> => inDatabase(space, async (db) => {
  const { rows } = await db.execute<{ template: string }>(sql`select distinct template from notification where subject = ${subject} order by 1`);
  return rows.map((row) => row.template);
});
const becomes = (id: string, status: string) => waitFor(`${id} ${status}`, async () => (await shownTo('secretariat', id)).status === status, { seconds: 30 });

async function upload(name: string, path: string): Promise<string> {
  const body = new FormData();
  body.append('file', new Blob([pdf(path)]), 'document.pdf');
  const response = await fetch(`${space.apiUrl}${path}`, { method: 'POST', body, headers: { authorization: `Bearer ${person(name).token}` } });
  const { id } = (await response.json()) as { id: string };
  expect([path, response.status]).toEqual([path, 201]);
  return id;
}

/** A person whose pole has submitted a file under a call: the file's id; the person bears the pole's name. */
async function filed(name: string, callId: string): Promise<string> {
  people[name] = await someone(space, name);
  const pole = await newPole(space, { holder: person(name), secretariat: person('secretariat') }, `Pôle ${name}`, siretOf(7000 + (poles += 1)));
  return submitted(space, person(name), callId, pole);
}

/** The same, appraised by two experts and before the committee. */
async function beforeCommittee(name: string, callId: string, on: string, total = 8000): Promise<string> {
  const id = await filed(name, callId);
  await must('secretariat', 'POST', at(id, '/admission'), {});
  await must('secretariat', 'POST', at(id, '/panel'), { experts: [person('diane').id, person('etienne').id] });
  for (const n of [1, 2]) await tell(space, { from: `appraisal/${id}/${n}`, to: `application/${id}`, act: 'appraisalSubmitted', facts: { n, total }, on, starts: false });
  await becomes(id, 'in_committee');
  return id;
}

const signatory = { firstName: 'Karim', surname: 'Haddad', capacity: 'Directeur' };
let theCall: string;

beforeAll(async () => {
  space = await runningSpace('decision', { clock: { mode: 'stepped', start: '2027-03-01T09:00:00.000Z' } });
  for (const role of ['operator', 'secretariat', 'committee', 'authority', 'auditor'] as const) people[role] = await someone(space, role, [role]);
  for (const name of ['diane', 'etienne']) people[name] = await someone(space, name, ['expert']);
  theCall = await openCall(space, person('secretariat'), '2027-03-01', '2027-03-31');
}, 180_000);
afterAll(() => space?.stop());

describe('the applicant withdraws while experts write', () => {
  it('stops tasks, timers, appraisals and mails at once', async () => {
    const id = await filed('amelie', theCall);
    await must('secretariat', 'POST', at(id, '/admission'), {});
    await must('secretariat', 'POST', at(id, '/panel'), { experts: [person('diane').id, person('etienne').id] });
    await waitFor('the invitations', async () => (await as('secretariat', 'GET', `/api/appraisals?application=${id}`)).body.items.length === 2, { seconds: 20 });
    for (const [n, name] of [[1, 'diane'], [2, 'etienne']] as const) {
      await must(name, 'POST', `/api/appraisals/${id}-${n}/declaration`, { conflict: false });
      await must(name, 'POST', `/api/appraisals/${id}-${n}/undertaking`, {});
      await must(name, 'POST', `/api/appraisals/${id}-${n}/acceptance`, {});
      expect((await as(name, 'GET', at(id, '/answers'))).status).toBe(200);
    }
    // A mail that the server could not take yet.
    await inDatabase(space, (db) => db.execute(sql`update notification set state = 'queued', next_attempt_at = estampille_now() + interval '1 day' where subject = ${`application/${id}`}`));
    await must('amelie', 'POST', at(id, '/withdrawal'), { reason: 'Projet abandonné.' });
    for (const name of ['diane', 'etienne']) await waitFor('its end for the expert', async () => (await as(name, 'GET', at(id, '/answers'))).status === 404, { seconds: 20 });
    expect(await shownTo('secretariat', id)).toMatchObject({ status: 'withdrawn', timeline: { ahead: [] }, withdrawal: { text: 'Projet abandonné.' } });
    const tasks = async (name: string) => JSON.stringify((await as(name, 'GET', '/api/me/tasks?everybodys=true&limit=100')).body.items);
    for (const name of ['amelie', 'diane', 'etienne', 'secretariat', 'authority']) expect(await tasks(name)).not.toContain(id);
    const pending = await inDatabase(space, (db) => db.execute(sql`select template from notification where subject = ${`application/${id}`} and state in ('queued', 'in_doubt', 'sending') and template <> 'application.withdrawn'`));
    expect(pending.rows).toEqual([]);
    await waitFor('the appraisals', async () => (await as('secretariat', 'GET', `/api/appraisals?application=${id}`)).body.items.every((one: { status: string }) => one.status === 'cancelled'), { seconds: 20 });
    expect(await as('diane', 'POST', `/api/appraisals/${id}-1/scores`, { marks: {} })).toMatchObject({ status: 409, body: { code: 'appraisal-cancelled' } });
  });
});

describe('deferral', () => {
  let id: string;

  it('gives the file back to the committee, and the applicant learns nothing of it', async () => {
    id = await beforeCommittee('bruno', theCall, '2027-03-01');
    await must('committee', 'POST', at(id, '/proposal'), { outcome: 'award', reasons: 'Dossier solide.' });
    expect(JSON.stringify((await as('secretariat', 'GET', '/api/me/tasks?everybodys=true')).body.items)).toContain('sendForSignature');
    await must('secretariat', 'POST', at(id, '/signature-requests'), { startsOn: '2027-04-01' });
    expect((await shownTo('authority', id)).preparedDecision).toMatchObject({ sentOn: '2027-03-01', outcome: 'award', startsOn: '2027-04-01' });
    expect((await as('authority', 'GET', at(id, '/decision'))).body).toMatchObject({ document: null, letter: { draft: true, addressee: ['CFA Pôle bruno', 'À l’attention de bruno, représentant légal', expect.stringMatching(/^SIRET/)] } });
    await must('authority', 'POST', at(id, '/signature'), { outcome: 'defer', signedOn: '2027-03-01', signatory, reasonsInFact: 'Budget à préciser.' });
    expect(await shownTo('committee', id)).toMatchObject({ status: 'in_committee', preparedDecision: null, deferrals: [{ signedOn: '2027-03-01', reasons: { inFact: 'Budget à préciser.' } }] });
    expect(await templatesOf(`application/${id}`)).toEqual(expect.arrayContaining(['application.sent-for-signature', 'application.decision-deferred']));
    const shown = await shownTo('bruno', id);
    expect(shown).toMatchObject({ status: 'in_committee', decision: null, preparedDecision: null, deferrals: [] });
    expect(JSON.stringify(shown)).not.toMatch(/decision-deferred|sent-for-signature|sentForSignature|proposed|Budget/);
    expect((await as('bruno', 'GET', at(id, '/decision'))).status).toBe(404);
  });

  it('is followed by a proposal, a signature and a notification, each with its date and proof', async () => {
    await must('committee', 'POST', at(id, '/proposal'), { outcome: 'award' });
    const document = await upload('authority', at(id, '/documents'));
    const proof = await upload('secretariat', at(id, '/documents?purpose=proof'));
    await must('secretariat', 'POST', at(id, '/signature-requests'), { startsOn: '2027-04-01' });
    await must('authority', 'POST', at(id, '/signature'), { outcome: 'award', signedOn: '2027-03-01', signatory, document });
    expect(await as('secretariat', 'POST', at(id, '/notification'), { channel: 'post', document })).toMatchObject({ status: 422, body: { code: 'attachment-unknown' } });
    await must('secretariat', 'POST', at(id, '/notification'), { channel: 'post', proof: 'AR 123', document: proof });
    expect(await shownTo('auditor', id)).toMatchObject({
      status: 'awarded', decision: { signedOn: '2027-03-01', signatory, document }, data: { decision: { startsOn: '2027-04-01', endsOn: '2030-03-31' } },
      notification: { notifiedOn: '2027-03-01', channel: 'post', proof: 'AR 123', document: proof, appealUntil: '2027-05-03', accuse_lecture: null },
    });
    expect((await as('auditor', 'GET', at(id, `/attachments/${proof}`))).status).toBe(200);
  });

  it('is read by the applicant, once, which the staff see', async () => {
    expect((await as('bruno', 'GET', at(id, `/attachments/${proof(await shownTo('auditor', id))}`))).status).toBe(404);
    expect((await as('bruno', 'GET', at(id, '/decision'))).body).toMatchObject({ letter: { draft: false, signature: { name: 'Karim Haddad' } }, document: expect.any(String) });
    for (const _twice of [1, 2]) expect((await shownTo('bruno', id)).notification).toMatchObject({ notifiedOn: '2027-03-01', proof: null, document: null, accuse_lecture: null });
    const shown = await shownTo('secretariat', id);
    expect(shown.notification.accuse_lecture).toEqual({ on: '2027-03-01', by: 'bruno' });
    expect(shown.timeline.past.filter((e: { type: string }) => e.type === 'decision-read')).toHaveLength(1);
  });

  const proof = (shown: { notification: { document: string } }): string => shown.notification.document;
});

describe('closing without action', () => {
  it('is the authority’s, with reasons that the applicant reads', async () => {
    const id = await filed('claire', theCall);
    expect((await as('secretariat', 'POST', at(id, '/closings'), { reasonsInFact: 'Structure dissoute.' })).status).toBe(403);
    expect((await as('authority', 'POST', at(id, '/closings'), {})).status).toBe(422);
    await must('authority', 'POST', at(id, '/closings'), { reasonsInFact: 'Structure dissoute.' });
    expect(await shownTo('claire', id)).toMatchObject({ status: 'closed_without_action', timeline: { ahead: [] }, closing: { on: '2027-03-01', reasons: { inLaw: '', inFact: 'Structure dissoute.' } } });
    expect(await templatesOf(`application/${id}`)).toContain('application.closed-without-action');
    expect(await as('claire', 'POST', at(id, '/withdrawal'), {})).toMatchObject({ status: 409, body: { code: 'step-over' } });
  });
});

describe('conditional award', () => {
  let id: string;
  const conditions = [{ dueOn: '2027-06-01', text: 'Recruter un animateur' }, { dueOn: '2027-09-01', text: 'Signer deux partenariats' }];

  it('is prepared, signed as prepared, and grants the label', async () => {
    id = await beforeCommittee('denis', theCall, '2027-03-01');
    await must('committee', 'POST', at(id, '/proposal'), { outcome: 'conditional-award' });
    expect(await as('secretariat', 'POST', at(id, '/signature-requests'), {})).toMatchObject({ status: 409, body: { code: 'conditions-missing' } });
    await must('secretariat', 'POST', at(id, '/signature-requests'), { conditions });
    await must('authority', 'POST', at(id, '/signature'), { outcome: 'conditional-award', signedOn: '2027-03-01', signatory });
    expect(JSON.stringify(await shownTo('denis', id))).not.toMatch(/animateur|2027-06-01/);
    await must('secretariat', 'POST', at(id, '/notification'), { channel: 'hand' });
    expect(await shownTo('denis', id)).toMatchObject({
      status: 'conditionally_awarded', decision: { outcome: 'conditional-award' }, conditions: [{ n: 1, dueOn: '2027-06-01', text: 'Recruter un animateur', metOn: null }, { n: 2 }],
    });
    expect((await shownTo('denis', id)).timeline.ahead).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'condition-due', mark: '', on: '2027-06-01', otherwise: 'condition-overdue' })]));
    await waitFor('the label', async () => (await as('denis', 'GET', `/api/labels/${id}`)).status === 200, { seconds: 20 });
    const [mail] = (await mails({ to: person('denis').email })).filter(({ subject }) => subject.includes('sous conditions'));
    // Its link opens the decision itself.
    const link = await fetch(`${space.apiUrl}/tasks/application/${id}/decision`, { redirect: 'manual', headers: { authorization: `Bearer ${person('denis').token}` } });
    expect([mail?.text.includes(`/tasks/application/${id}/decision`), link.headers.get('location')]).toEqual([true, `/api/applications/${id}/decision.pdf`]);
    const opened = await fetch(`${space.apiUrl}/api/applications/${id}/decision.pdf`, { headers: { authorization: `Bearer ${person('denis').token}` } });
    expect([opened.status, opened.headers.get('content-type'), (await opened.text()).slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-']);
    expect(mail?.text).toMatch(/– 1er\sjuin\s2027[\s\S]*– 1er\sseptembre\s2027/);
  });

  it('is fulfilled condition by condition', async () => {
    const document = await upload('secretariat', at(id, '/documents?purpose=proof'));
    await must('secretariat', 'POST', at(id, '/conditions/1/fulfilments'), { comment: 'Contrat de travail vu.', document });
    expect(await as('secretariat', 'POST', at(id, '/conditions/1/fulfilments'), { comment: 'Encore.' })).toMatchObject({ status: 409, body: { code: 'condition-met-already' } });
    expect((await as('secretariat', 'POST', at(id, '/conditions/x/fulfilments'), { comment: 'Encore.' })).status).toBe(404);
    expect((await as('secretariat', 'POST', at(id, '/deadlines/condition-due/moves'), { to: '2027-09-15', reason: 'Le partenaire change de site.' })).status).toBe(403);
    await must('authority', 'POST', at(id, '/deadlines/condition-due/moves'), { to: '2027-09-15', reason: 'Le partenaire change de site.' });
    expect((await shownTo('denis', id)).conditions).toMatchObject([{ metOn: '2027-03-01', comment: 'Contrat de travail vu.', document }, { dueOn: '2027-09-15', metOn: null }]);
  });

  it('says when one is overdue, and takes it late', async () => {
    await advance('2027-09-16T08:00:00.000Z');
    expect((await shownTo('secretariat', id)).data.conditions).toMatchObject([{ overdue: false }, { n: 2, overdue: true }]);
    expect(await templatesOf(`application/${id}`)).toEqual(expect.arrayContaining(['application.condition-due', 'application.condition-overdue']));
    expect(JSON.stringify((await as('secretariat', 'GET', '/api/me/tasks?everybodys=true&limit=100')).body.items)).toContain('meetCondition');
    await must('secretariat', 'POST', at(id, '/conditions/2/fulfilments'), { comment: 'Conventions vues, en retard.' });
    expect((await shownTo('denis', id)).status).toBe('awarded');
    expect(await templatesOf(`application/${id}`)).toContain('application.conditions-met');
  });
});

describe('embargo and batch signature', () => {
  let second: string;
  const files: Record<string, string> = {};
  const batchEnds = (id: string) => waitFor(`batch ${id}`, async () => (await as('secretariat', 'GET', `/api/batches/${id}`)).body.status === 'ended', { seconds: 60 });
  const rows = async (batch: string) => (await as('secretariat', 'GET', `/api/batches/${batch}/rows?limit=100`)).body.items as { id: string; outcome: string; state: string; code: string | null }[];
  const rowOf = async (batch: string, name: string) => (await rows(batch)).find((one) => one.id === files[name]);

  it('signs a list by one signed act, as each file was prepared', async () => {
    second = await openCall(space, person('secretariat'), '2027-09-16', '2027-09-17');
    for (const name of ['fanny', 'gael', 'hugo']) files[name] = await beforeCommittee(name, second, '2027-09-16');
    for (const [name, outcome] of [['fanny', 'award'], ['gael', 'award'], ['hugo', 'refuse']] as const) await must('committee', 'POST', at(files[name] ?? '', '/proposal'), { outcome });
    const asked = { kind: 'signature', call: second, signature: { signedOn: '2027-09-16', signatory } };
    expect(await as('authority', 'POST', '/api/batches', { ...asked, applications: [second] })).toMatchObject({ status: 422, body: { code: 'batch-files' } });
    const early = (await must('authority', 'POST', '/api/batches', asked)).id;
    expect(await rowOf(early, 'hugo')).toMatchObject({ outcome: 'refuse', state: 'waiting', code: 'reasons-missing' });
    await must('authority', 'DELETE', `/api/batches/${early}`);
    await must('secretariat', 'POST', at(files['hugo'] ?? '', '/signature-requests'), { grounds: ['evidence'], reasonsInFact: 'Aucune action engagée.' });
    expect(await as('secretariat', 'POST', at(files['hugo'] ?? '', '/signature-requests'), { grounds: ['nothing'], reasonsInFact: 'Rien.' })).toMatchObject({
      status: 422, body: { errors: [{ pointer: '/grounds', detail: expect.stringContaining('threshold (Total inférieur au seuil)') }] },
    });
    const batch = await must('secretariat', 'POST', '/api/batches', asked);
    expect(batch).toMatchObject({ kind: 'signature', collection: 'applications', status: 'prepared', counts: { waiting: 3 } });
    expect((await rows(batch.id)).map((one) => one.code)).toEqual([null, null, null]);
    await upload('authority', `/api/batches/${batch.id}/documents`);
    expect((await as('secretariat', 'POST', `/api/batches/${batch.id}/confirmation`)).status).toBe(403);
    // What was looked at is what is signed: no document is exchanged in between.
    const looked = await must('authority', 'GET', `/api/batches/${batch.id}`);
    expect(looked).toMatchObject({ signatory, documents: [{ name: 'document.pdf', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), attachments: [expect.any(String), expect.any(String), expect.any(String)] }] });
    await upload('secretariat', `/api/batches/${batch.id}/documents`);
    const confirm = (body?: object) => as('authority', 'POST', `/api/batches/${batch.id}/confirmation`, body);
    expect(await confirm()).toMatchObject({ status: 409, body: { code: 'batch-changed' } });
    expect(await confirm({ plan: looked.plan })).toMatchObject({ status: 409, body: { code: 'batch-changed' } });
    await must('authority', 'POST', `/api/batches/${batch.id}/confirmation`, { plan: (await must('authority', 'GET', `/api/batches/${batch.id}`)).plan });
    await batchEnds(batch.id);
    expect((await rows(batch.id)).map((one) => one.state)).toEqual(['applied', 'applied', 'applied']);
    const hugo = await shownTo('secretariat', files['hugo'] ?? '');
    expect(hugo).toMatchObject({ status: 'decision_proposed', decision: { outcome: 'refuse', grounds: ['evidence'], signatory, reasons: { inFact: 'Aucune action engagée.' }, document: expect.any(String) } });
    expect((await as('secretariat', 'GET', at(files['hugo'] ?? '', `/attachments/${hugo.decision.document}`))).status).toBe(200);
    expect((await shownTo('secretariat', files['fanny'] ?? '')).data.decision).toMatchObject({ outcome: 'award', startsOn: '2027-09-16', endsOn: '2030-09-15' });
  });

  it('holds back every notification until the day of publication', async () => {
    expect(await as('secretariat', 'POST', `/api/calls/${second}/publications`, { on: '2027-10-04' })).toMatchObject({ status: 409, body: { code: 'not-now' } });
    await advance('2027-09-18T08:00:00.000Z');
    expect(await as('secretariat', 'POST', `/api/calls/${second}/publications`, { on: '2027-09-18' })).toMatchObject({ status: 409, body: { code: 'date-in-the-past' } });
    expect(await must('secretariat', 'POST', `/api/calls/${second}/publications`, { on: '2027-10-11' })).toMatchObject({ embargoUntil: '2027-10-11', dossier: { timeline: { ahead: [{ kind: 'publication' }, { kind: 'publication', on: '2027-10-11' }] } } });
    expect(await as('authority', 'POST', `/api/calls/${second}/publications`, { on: '2027-10-12' })).toMatchObject({ status: 409, body: { code: 'embargo-set' } });
    await must('authority', 'POST', `/api/calls/${second}/deadlines/publication/moves`, { to: '2027-10-04', reason: 'La ministre est disponible.' });
    const refused = await as('secretariat', 'POST', at(files['fanny'] ?? '', '/notification'), { channel: 'post' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'under-embargo', on: '2027-10-04' } });
    const batch = await must('secretariat', 'POST', '/api/batches', { kind: 'notification', call: second, notification: { channel: 'post', proof: 'Bordereau 7' } });
    expect(await rows(batch.id)).toMatchObject([{ code: 'under-embargo' }, { code: 'under-embargo' }, { code: 'under-embargo' }]);
    await must('secretariat', 'POST', `/api/batches/${batch.id}/confirmation`);
    await batchEnds(batch.id);
    expect((await rows(batch.id)).map((one) => `${one.state} ${one.code}`)).toEqual(['refused under-embargo', 'refused under-embargo', 'refused under-embargo']);
    expect((await call(space, undefined, 'GET', `/api/calls/${second}/results`)).status).toBe(404);
    for (const name of ['fanny', 'hugo']) {
      const shown = await shownTo(name, files[name] ?? '');
      expect(shown).toMatchObject({ status: 'in_committee', decision: null, notification: null });
      expect(JSON.stringify(shown)).not.toMatch(/signed|embargo|Haddad|engagée/);
      expect((await as(name, 'GET', at(files[name] ?? '', '/attachments'))).body.filter((a: { purpose: string }) => a.purpose === 'decision')).toEqual([]);
    }
  });

  it('notifies all that is signed on the morning of that day, and publishes who was awarded', async () => {
    await advance('2027-10-04T05:59:59.000Z');
    expect((await shownTo('fanny', files['fanny'] ?? '')).status).toBe('in_committee');
    await advance('2027-10-04T06:00:00.000Z');
    for (const [name, status] of [['fanny', 'awarded'], ['gael', 'awarded'], ['hugo', 'refused']] as const) await becomes(files[name] ?? '', status);
    expect((await shownTo('hugo', files['hugo'] ?? '')).notification).toMatchObject({ notifiedOn: '2027-10-04', channel: 'online', appealUntil: '2027-12-06' });
    const results = await call(space, undefined, 'GET', `/api/calls/${second}/results`);
    expect(results).toMatchObject({ status: 200, body: { publishedOn: '2027-10-04', awarded: [{ pole: 'Pôle fanny', territory: 'Jura' }, { pole: 'Pôle gael' }] } });
    expect(JSON.stringify(results.body)).not.toMatch(/hugo|refus/i);
    expect((await call(space, undefined, 'GET', `/api/calls/${second}`)).body.embargoUntil).toBeUndefined();
    expect(await templatesOf(`call/${second}`)).toEqual(expect.arrayContaining(['call.embargo-set', 'call.results-published']));
    const release = (await as('secretariat', 'GET', `/api/calls/${second}/deadline-batches`)).body.items[0];
    expect(release).toMatchObject({ kind: 'notification', preparedBy: person('secretariat').id, counts: { applied: 3 } });
  });
});

describe('decision after implied rejection', () => {
  it('supersedes it: both stay in the journal, and the letter says so', async () => {
    const third = await openCall(space, person('secretariat'), '2027-10-04', '2027-12-31');
    const id = await beforeCommittee('ines', third, '2027-10-04');
    await advance('2027-12-10T08:00:00.000Z');
    expect((await shownTo('ines', id)).data.silence).toMatchObject({ elapsedOn: '2027-12-04' });
    await must('committee', 'POST', at(id, '/proposal'), { outcome: 'refuse' });
    await must('authority', 'POST', at(id, '/signature'), { outcome: 'refuse', signedOn: '2027-12-10', signatory, grounds: ['programme'], reasonsInFact: 'Programme non financé.' });
    await must('secretariat', 'POST', at(id, '/notification'), { channel: 'e-mail' });
    const { timeline } = await shownTo('secretariat', id);
    expect(timeline.past.map((e: { type: string }) => e.type)).toEqual(expect.arrayContaining(['silence-elapsed', 'decision-signed', 'refusal-notified']));
    expect(timeline.ahead).toMatchObject([{ kind: 'appeal-limit', on: '2028-02-11' }]);
    const { letter } = (await as('ines', 'GET', at(id, '/decision'))).body;
    const text = JSON.stringify(letter);
    expect(text).toContain('se substitue à la décision implicite de rejet née le 4\u00a0décembre 2027');
    expect(text).toContain('jusqu’au 11\u00a0février 2028 inclus');
    expect(text).toContain('Programme d\'actions non réaliste');
  });
});
