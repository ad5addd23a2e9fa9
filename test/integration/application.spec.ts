import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { sql } from 'drizzle-orm';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { completeAnswers, pdf, wantedFiles } from '../factories/application-answers.js';
import { call, someone, type Answer } from '../stack/staff.js';
import { runningSpace, type RunningSpace } from '../stack/stack.js';
import { inDatabase } from '../stack/tell.js';

type Person = Awaited<ReturnType<typeof someone>>;
let space: RunningSpace;
const people: Record<string, Person> = {};
let theCall: string;

const as = (name: string, method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> => call(space, people[name]?.token, method, path, body, headers);
const advance = async (to: string): Promise<void> => expect(await as('operator', 'POST', '/api/clock/advances', { to })).toMatchObject({ status: 200 });
const status = async (id: string): Promise<string> => (await as('secretariat', 'GET', `/api/applications/${id}`)).body.status;
const mailsOf = (subject: string): Promise<string[]> => inDatabase(space, async (db) => {
  const { rows } = await db.execute<{ template: string }>(sql`select distinct template from notification where subject = ${subject} order by 1`);
  return rows.map((row) => row.template);
});

async function upload(name: string, path: string, bytes: Uint8Array<ArrayBuffer>, file = 'pièce.pdf'): Promise<Answer> {
  const body = new FormData();
  body.append('file', new Blob([bytes]), file);
  const response = await fetch(`${space.apiUrl}${path}`, { method: 'POST', body, headers: { authorization: `Bearer ${people[name]?.token}` } });
  return { status: response.status, body: await response.json(), headers: response.headers };
}

/** A structure of one's own. */
const sirets: Record<string, string> = { amelie: '73282932000074', bruno: '11100000600010', claire: '11100001400014', stranger: '11100002200017' };

async function pole(owner: string, name: string): Promise<string> {
  const made = await as(owner, 'POST', '/api/poles', { name, themes: ['housing'], territory: 'Jura', legalRepresentative: true, carrier: { siret: sirets[owner], name: `CFA de ${owner}`, legalForm: 'training-centre' } });
  return made.body.id as string;
}

/** The secretariat has seen that the owner represents the pole. */
const confirm = async (owner: string, poleId: string): Promise<void> => {
  expect((await as('secretariat', 'POST', `/api/poles/${poleId}/members/${people[owner]?.id}/confirmation`, { reason: 'Arrêté de nomination' })).status).toBe(201);
};

async function completeDraft(owner: string, poleId: string): Promise<{ id: string; version: number }> {
  const { body: draft } = await as(owner, 'POST', `/api/calls/${theCall}/applications`, { pole: poleId });
  await as(owner, 'PUT', `/api/applications/${draft.id}/draft`, { version: draft.version, answers: completeAnswers });
  for (const question of wantedFiles) await upload(owner, `/api/applications/${draft.id}/attachments?question=${question}`, pdf(question));
  const { body } = await as(owner, 'GET', `/api/applications/${draft.id}/draft`);
  return { id: body.id, version: body.version };
}

/** All experts of a file write, and it comes to the committee. */
async function appraise(id: string, experts: readonly string[]): Promise<void> {
  expect((await as('secretariat', 'POST', `/api/applications/${id}/panel`, { experts: experts.map((name) => people[name]?.id) })).status).toBe(201);
  await waitFor('the invitations', async () => (await as('secretariat', 'GET', `/api/appraisals?application=${id}`)).body.items.length === experts.length, { seconds: 20 });
  const marks = Object.fromEntries(['engaged', 'partnerships', 'solutions', 'communication', 'accompaniment', 'design', 'programme'].map((code) => [code, 1]));
  for (const [i, name] of experts.entries()) {
    for (const [act, body] of [['declaration', { conflict: false }], ['undertaking', {}], ['acceptance', {}], ['scores', { marks }]] as const) {
      expect((await as(name, 'POST', `/api/appraisals/${id}-${i + 1}/${act}`, body)).status).toBeLessThan(300);
    }
  }
  await waitFor('the committee', async () => (await status(id)) === 'in_committee', { seconds: 20 });
}

beforeAll(async () => {
  space = await runningSpace('application', { clock: { mode: 'stepped', start: '2027-03-01T09:00:00.000Z' } });
  for (const role of ['operator', 'secretariat', 'committee', 'authority', 'auditor'] as const) people[role] = await someone(space, role, [role]);
  for (const name of ['diane', 'etienne', 'fatima']) people[name] = await someone(space, name, ['expert']);
  for (const name of ['amelie', 'bruno', 'claire', 'stranger']) people[name] = await someone(space, name);
}, 120_000);
afterAll(() => space?.stop());

describe('a call over HTTP', () => {
  const body = { scheme: 'pole-innovation', title: { fr: 'Appel 2027', en: 'Call 2027' }, opensOn: '2027-03-01', closesOn: '2027-03-31' };

  it('is created by the secretariat alone, once a key, and opens on its day', async () => {
    expect((await as('authority', 'POST', '/api/calls', body)).status).toBe(403);
    expect(await as('secretariat', 'POST', '/api/calls', { ...body, scheme: 'no-such' })).toMatchObject({ status: 422, body: { code: 'scheme-unknown' } });
    expect(await as('secretariat', 'POST', '/api/calls', { ...body, closesOn: '2027-02-01' })).toMatchObject({ status: 409, body: { code: 'dates-reversed' } });
    const made = await as('secretariat', 'POST', '/api/calls', body, { 'idempotency-key': 'call-2027' });
    expect(made).toMatchObject({ status: 201, body: { status: 'open', title: 'Appel 2027', opensOn: '2027-03-01', closesOn: '2027-03-31', schemeVersion: 3 } });
    expect((await as('secretariat', 'POST', '/api/calls', body, { 'idempotency-key': 'call-2027' })).body.id).toBe(made.body.id);
    theCall = made.body.id;
  });

  it('is shown to visitors in their language, with its form', async () => {
    expect((await call(space, undefined, 'GET', '/api/calls')).body.items).toMatchObject([{ id: theCall, title: 'Appel 2027' }]);
    const shown = await call(space, undefined, 'GET', `/api/calls/${theCall}`, undefined, { 'accept-language': 'en' });
    expect(shown.body).toMatchObject({ title: 'Call 2027', form: { sections: [{ label: 'The centre', questions: [{ code: 'presentation', kind: 'long-text' }, {}, {}, {}, {}] }, {}, {}, {}, {}, {}] } });
    expect(shown.body.dossier).toBeUndefined();
    expect((await as('secretariat', 'GET', `/api/calls/${theCall}`)).body.dossier.timeline.ahead).toMatchObject([{ kind: 'closing', mark: 'reminder' }, { mark: 'reminder' }, { mark: '', on: '2027-03-31', actor: 'applicant', movableBy: ['secretariat'] }]);
  });
});

describe('a draft', () => {
  let mine: string;
  let id: string;

  it('is begun by somebody of the pole, once', async () => {
    mine = await pole('amelie', 'Pôle Bois');
    await as('amelie', 'POST', `/api/poles/${mine}/members`, { email: people['bruno']?.email, role: 'member' });
    expect((await as('bruno', 'POST', `/api/poles/${mine}/membership/acceptance`)).status).toBe(201);
    expect((await as('stranger', 'POST', `/api/calls/${theCall}/applications`, { pole: mine })).status).toBe(403);
    const made = await as('amelie', 'POST', `/api/calls/${theCall}/applications`, { pole: mine });
    expect(made).toMatchObject({ status: 201, body: { version: 1, answers: {}, completeness: { complete: false, answered: 0 } } });
    id = made.body.id;
    expect(await as('bruno', 'POST', `/api/calls/${theCall}/applications`, { pole: mine })).toMatchObject({ status: 409, body: { code: 'duplicate-application', application: id } });
  });

  it('is its pole’s alone', async () => {
    expect((await as('secretariat', 'GET', `/api/applications/${id}`)).status).toBe(404);
    expect((await as('secretariat', 'GET', '/api/applications')).body.items).toEqual([]);
    expect((await as('bruno', 'GET', '/api/applications')).body.items).toMatchObject([{ id, status: 'draft', call: theCall, pole: { id: mine }, kind: 'initial' }]);
    expect((await as('amelie', 'GET', `/api/applications/${id}`)).body).toMatchObject({ status: 'draft', allowedActions: ['saveDraft', 'submit'], timeline: { ahead: [{ on: '2027-03-31' }] } });
  });

  it('is saved by several people, none over the other', async () => {
    expect((await as('bruno', 'PUT', `/api/applications/${id}/draft`, { version: 1, answers: { sector: 'Bois' } })).body).toMatchObject({ version: 2, savedBy: 'bruno', completeness: { answered: 1 } });
    expect(await as('amelie', 'PUT', `/api/applications/${id}/draft`, { version: 1, answers: {} })).toMatchObject({ status: 409, body: { code: 'stale-draft', version: 2, savedBy: 'bruno' } });
    expect(await as('amelie', 'PUT', `/api/applications/${id}/draft`, { version: 2, answers: { staff: 'many', nothing: 1 } }, { 'accept-language': 'en' }))
      .toMatchObject({ status: 422, body: { errors: [{ pointer: '/answers/staff', detail: 'A number is expected.' }, { pointer: '/answers/nothing' }] } });
  });

  it('takes files by what their bytes are', async () => {
    const to = (question: string) => `/api/applications/${id}/attachments?question=${question}`;
    expect(await upload('amelie', to('statutes'), new TextEncoder().encode('<html>'), 'statuts.pdf')).toMatchObject({ status: 422, body: { code: 'file-refused', reason: 'file-type' } });
    expect(await upload('amelie', to('sector'), pdf())).toMatchObject({ status: 422, body: { errors: [{ pointer: '?question' }] } });
    expect(await upload('amelie', to('statutes'), new Uint8Array(10_000_001).fill(37))).toMatchObject({ status: 413, body: { code: 'too-large' } });
    expect((await upload('stranger', to('statutes'), pdf())).status).toBe(403);
    const sent = await upload('amelie', to('statutes'), pdf('statutes'), '../../étrange\u0000/l’été (2026).pdf');
    expect(sent).toMatchObject({ status: 201, body: { name: 'l’été (2026).pdf', type: 'pdf', question: 'statutes', draftVersion: 3 } });
    const file = await fetch(`${space.apiUrl}/api/applications/${id}/attachments/${sent.body.id}`, { headers: { authorization: `Bearer ${people['bruno']?.token}` } });
    expect([file.headers.get('content-disposition'), file.headers.get('x-content-type-options'), file.headers.get('content-type')])
      .toEqual(['attachment; filename="document.pdf"; filename*=UTF-8\'\'l%E2%80%99%C3%A9t%C3%A9%20%282026%29.pdf', 'nosniff', 'application/octet-stream']);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(pdf('statutes'));
    expect((await as('secretariat', 'GET', `/api/applications/${id}/attachments/${sent.body.id}`)).status).toBe(404);
    expect((await as('bruno', 'DELETE', `/api/applications/${id}/attachments/${sent.body.id}`)).status).toBe(204);
    expect((await as('bruno', 'GET', `/api/applications/${id}/attachments`)).body).toEqual([]);
  });

  it('is submitted when complete, by who may commit the pole', async () => {
    expect(await as('amelie', 'POST', `/api/applications/${id}/submissions`, { draftVersion: 4 })).toMatchObject({ status: 403, body: { code: 'not-a-committer', detail: expect.stringContaining('confirmer votre qualité') } });
    await confirm('amelie', mine);
    expect(await as('amelie', 'POST', `/api/applications/${id}/submissions`, { draftVersion: 4 })).toMatchObject({ status: 422, body: { code: 'incomplete-draft' } });
    expect(await as('amelie', 'PUT', `/api/applications/${id}/draft`, { version: 4, answers: completeAnswers })).toMatchObject({ status: 200 });
    for (const question of wantedFiles) await upload('amelie', `/api/applications/${id}/attachments?question=${question}`, pdf(question));
    const { body: draft } = await as('amelie', 'GET', `/api/applications/${id}/draft`);
    expect(draft.completeness.questions.filter((q: { complete: boolean }) => !q.complete)).toEqual([]);
    expect(await as('bruno', 'POST', `/api/applications/${id}/submissions`, { draftVersion: draft.version })).toMatchObject({ status: 403, body: { code: 'not-a-committer' } });
    expect(await as('amelie', 'POST', `/api/applications/${id}/submissions`, { draftVersion: 4 })).toMatchObject({ status: 409, body: { code: 'stale-draft' } });
    const key = { 'idempotency-key': 'submit-1' };
    const sent = await as('amelie', 'POST', `/api/applications/${id}/submissions`, { draftVersion: draft.version }, key);
    expect(sent).toMatchObject({ status: 201, body: { application: id, receivedOn: '2027-03-01', impliedDecisionOn: '2027-05-01', appealRoutes: [{ code: 'administrative' }, { code: 'court' }] } });
    expect((await as('amelie', 'POST', `/api/applications/${id}/submissions`, { draftVersion: draft.version }, key)).body).toEqual(sent.body);
    expect(await as('amelie', 'PUT', `/api/applications/${id}/draft`, { version: draft.version, answers: {} })).toMatchObject({ status: 409, body: { code: 'already-submitted' } });
    expect((await as('secretariat', 'GET', `/api/applications/${id}/answers`)).body).toMatchObject({ answers: { sector: 'Bois et ameublement' }, attachments: [{}, {}, {}] });
    expect(await mailsOf(`application/${id}`)).toEqual(['application.acknowledgement']);
  });

  it('is completed with the pieces that the secretariat asks for', async () => {
    const asked = await as('secretariat', 'POST', `/api/applications/${id}/pieces-requests`, { pieces: [{ label: 'Comptes signés', question: 'accounts' }], comment: 'La page 3 n’est pas signée.' });
    expect(asked).toMatchObject({ status: 201, body: { outcome: { status: 'incomplete' } } });
    const { body: dossier } = await as('amelie', 'GET', `/api/applications/${id}`);
    expect(dossier.timeline.ahead.map((d: { kind: string; on: string }) => `${d.kind} ${d.on}`)).toEqual(['pieces-due 2027-03-24', 'pieces-due 2027-03-30', 'pieces-due 2027-03-31']);
    expect(dossier.allowedActions).toEqual(expect.arrayContaining(['supplyPieces', 'withdraw']));
    const round = { on: '2027-03-01', limitOn: '2027-03-31', pieces: [{ label: 'Comptes signés', question: 'accounts' }], comment: 'La page 3 n’est pas signée.' };
    expect(dossier).toMatchObject({ requestedPieces: [round], suppliedPieces: [] });
    expect(await mailsOf(`application/${id}`)).toContain('application.pieces-requested');
    expect((await as('stranger', 'GET', `/api/applications/${id}`)).status).toBe(404);
    expect((await as('secretariat', 'POST', `/api/applications/${id}/deadlines/pieces-due/moves`, { to: '2027-04-02', reason: 'Vacances du comptable' })).status).toBeLessThan(300);
    expect((await as('amelie', 'GET', `/api/applications/${id}`)).body).toMatchObject({
      requestedPieces: [{ ...round, limitOn: '2027-04-02' }], movedDeadlines: [{ kind: 'pieces-due', from: '2027-03-31', to: '2027-04-02', reason: 'Vacances du comptable' }],
    });
    const piece = await upload('bruno', `/api/applications/${id}/attachments`, pdf('signed'));
    expect(piece.body).toMatchObject({ purpose: 'piece' });
    expect(await as('bruno', 'POST', `/api/applications/${id}/pieces`, { attachments: [theCall] })).toMatchObject({ status: 422, body: { code: 'attachment-unknown' } });
    await advance('2027-03-05T08:00:00.000Z');
    expect(await as('bruno', 'POST', `/api/applications/${id}/pieces`, { attachments: [piece.body.id], comment: 'Signés ce jour.' })).toMatchObject({ status: 201, body: { outcome: { status: 'submitted' } } });
    const { body: after } = await as('amelie', 'GET', `/api/applications/${id}`);
    expect(after.timeline.ahead.find((d: { kind: string; mark: string }) => d.kind === 'implied-decision' && d.mark === '').on).toBe('2027-05-05');
    const supplied = [{ on: '2027-03-05', attachments: [{ id: piece.body.id, purpose: 'piece' }], comment: 'Signés ce jour.' }];
    for (const reader of ['bruno', 'secretariat']) expect((await as(reader, 'GET', `/api/applications/${id}`)).body).toMatchObject({ requestedPieces: [{}], suppliedPieces: supplied });
    expect((await as('bruno', 'DELETE', `/api/applications/${id}/attachments/${piece.body.id}`)).body).toMatchObject({ code: 'attachment-locked' });
  });

  it('goes to experts, who read it once they have declared no conflict', async () => {
    expect((await as('secretariat', 'POST', `/api/applications/${id}/admission`, {})).body.outcome.status).toBe('admissible');
    const experts = [people['diane']?.id, people['etienne']?.id];
    expect(await as('secretariat', 'POST', `/api/applications/${id}/panel`, { experts: [people['amelie']?.id, people['diane']?.id] })).toMatchObject({ status: 422, body: { code: 'not-an-expert' } });
    // Nobody of a pole that applies to the call appraises in it.
    people['gilles'] = await someone(space, 'gilles', ['expert']);
    expect((await as('secretariat', 'POST', `/api/poles/${mine}/members`, { email: people['gilles'].email, role: 'member', reason: 'Justificatif reçu' })).status).toBe(201);
    for (const still of [true, false]) {
      if (!still) expect((await as('secretariat', 'DELETE', `/api/poles/${mine}/members/${people['gilles'].id}`)).status).toBe(204);
      expect(await as('secretariat', 'POST', `/api/applications/${id}/panel`, { experts: [people['diane']?.id, people['gilles'].id] })).toMatchObject({ status: 409, body: { code: 'expert-of-pole' } });
    }
    expect((await as('secretariat', 'POST', `/api/applications/${id}/panel`, { experts: experts.slice(1) })).body).toMatchObject({ code: 'panel-too-small' });
    expect((await as('secretariat', 'POST', `/api/applications/${id}/panel`, { experts })).body.outcome).toMatchObject({ status: 'under_appraisal', pending: [`appraisal/${id}/1`, `appraisal/${id}/2`] });
    await waitFor('the invitations', async () => (await as('secretariat', 'GET', `/api/appraisals?application=${id}`)).body.items.length === 2, { seconds: 20 });
    expect((await as('diane', 'GET', `/api/applications/${id}/answers`)).status).toBe(404);
    for (const [i, name] of ['diane', 'etienne'].entries()) {
      const at = `/api/appraisals/${id}-${i + 1}`;
      expect((await as(name, 'POST', `${at}/declaration`, { conflict: false })).status).toBeLessThan(300);
      expect((await as(name, 'POST', `${at}/undertaking`, {})).status).toBeLessThan(300);
      expect((await as(name, 'POST', `${at}/acceptance`, {})).status).toBeLessThan(300);
      expect((await as(name, 'GET', `/api/applications/${id}/answers`)).status).toBe(200);
      const marks = Object.fromEntries(['engaged', 'partnerships', 'solutions', 'communication', 'accompaniment', 'design', 'programme'].map((code) => [code, 4]));
      expect((await as(name, 'POST', `${at}/scores`, { marks })).status).toBeLessThan(300);
      if (i === 0) {
        await waitFor('the first scores', async () => (await as('secretariat', 'GET', `/api/applications/${id}`)).body.data.appraisals[0].state === 'submitted', { seconds: 20 });
        expect((await as('secretariat', 'GET', `/api/applications/${id}`)).body.data.appraisals).toMatchObject([{ state: 'submitted', total: null }, { state: 'writing' }]);
      }
    }
    expect((await as('committee', 'GET', '/api/applications')).body.items.map((one: { status: string }) => one.status)).not.toContain('under_appraisal');
    await waitFor('the committee', async () => (await status(id)) === 'in_committee', { seconds: 20 });
    expect((await as('committee', 'GET', '/api/applications')).body.items).toMatchObject([{ id, status: 'in_committee' }]);
    expect((await as('committee', 'GET', `/api/applications/${id}`)).body.data.appraisals).toMatchObject([{ total: 8000 }, { total: 8000 }]);
    expect((await as('amelie', 'GET', `/api/applications/${id}`)).body.data.appraisals).toBeUndefined();
  });

  it('is decided, signed, and told only when notified', async () => {
    expect((await as('committee', 'POST', `/api/applications/${id}/proposal`, { outcome: 'award', reasons: 'Dossier solide.' })).body.outcome.status).toBe('decision_proposed');
    const signed = await upload('authority', `/api/applications/${id}/documents`, pdf('decision'), 'décision.pdf');
    const signature = { outcome: 'award', signedOn: '2027-03-05', signatory: { firstName: 'Karim', surname: 'Haddad', capacity: 'Directeur' }, document: signed.body.id };
    expect((await as('secretariat', 'POST', `/api/applications/${id}/notification`, { channel: 'post' })).body).toMatchObject({ code: 'not-signed' });
    expect((await as('authority', 'POST', `/api/applications/${id}/signature`, { ...signature, outcome: 'refuse' })).body).toMatchObject({ code: 'reasons-missing' });
    expect((await as('authority', 'POST', `/api/applications/${id}/signature`, signature)).status).toBe(201);
    expect((await as('amelie', 'GET', `/api/applications/${id}`)).body).toMatchObject({ status: 'in_committee', data: { decision: null } });
    // Nor does a refusal tell, nor what is kept of it.
    const early = await as('amelie', 'POST', `/api/applications/${id}/pieces`, { comment: 'Une précision.' });
    expect(early).toMatchObject({ status: 409, body: { code: 'not-now', status: 409 } });
    for (const said of [early.body, (await as('amelie', 'GET', `/api/commands/${early.body.command}`)).body]) expect(JSON.stringify(said)).toMatch(/in_committee|en attente de décision|awaiting decision/);
    for (const said of [early.body, (await as('amelie', 'GET', `/api/commands/${early.body.command}`)).body]) expect(JSON.stringify(said)).not.toMatch(/decision_proposed/);
    expect((await as('amelie', 'GET', `/api/applications/${id}/attachments`)).body.map((a: { purpose: string }) => a.purpose)).not.toContain('decision');
    expect((await as('secretariat', 'POST', `/api/applications/${id}/notification`, { channel: 'post', proof: 'AR 123' })).body.outcome).toMatchObject({ status: 'awarded', pending: [`award/${id}`] });
    const { body } = await as('amelie', 'GET', `/api/applications/${id}`);
    // Two months and a day, and 6 May is Ascension Day.
    expect(body).toMatchObject({ status: 'awarded', data: { decision: { outcome: 'award', startsOn: '2027-03-05', endsOn: '2030-03-04' } }, timeline: { ahead: [{ kind: 'appeal-limit', on: '2027-05-07' }] } });
    expect((await as('amelie', 'GET', `/api/applications/${id}/attachments`)).body.map((a: { purpose: string }) => a.purpose)).toContain('decision');
    await waitFor('the label', async () => (await as('amelie', 'GET', `/api/labels/${id}`)).status === 200, { seconds: 20 });
  });
});

describe('other ends', () => {
  it('is withdrawn by its pole, which may then begin another', async () => {
    const own = await pole('claire', 'Pôle Pierre');
    await confirm('claire', own);
    const { id, version } = await completeDraft('claire', own);
    await as('claire', 'POST', `/api/applications/${id}/submissions`, { draftVersion: version });
    expect((await as('claire', 'POST', `/api/applications/${id}/withdrawal`, { reason: 'Nous nous sommes trompés.' })).body.outcome.status).toBe('withdrawn');
    expect((await as('secretariat', 'GET', `/api/applications/${id}`)).body.withdrawal).toEqual({ on: '2027-03-05', text: 'Nous nous sommes trompés.' });
    const again = await completeDraft('claire', own);
    expect(again.id).not.toBe(id);
    expect((await as('claire', 'POST', `/api/applications/${again.id}/submissions`, { draftVersion: again.version })).status).toBe(201);
    expect((await as('secretariat', 'POST', `/api/applications/${again.id}/inadmissibility`, { reasonsInLaw: 'Article 2', reasonsInFact: 'Hors du champ.' })).body.outcome.status).toBe('inadmissible');
    expect(await mailsOf(`application/${again.id}`)).toContain('application.inadmissible');
    expect((await as('claire', 'GET', `/api/applications/${again.id}`)).body.inadmissibility)
      .toEqual({ on: '2027-03-05', cause: 'review', reasons: { inLaw: 'Article 2', inFact: 'Hors du champ.' } });
    expect((await as('stranger', 'GET', `/api/applications/${again.id}`)).status).toBe(404);
  });

  it('is refused, with reasons that the applicant reads once notified, and nobody else’s centre', async () => {
    const own = await pole('bruno', 'Pôle Refusé');
    await confirm('bruno', own);
    const { id, version } = await completeDraft('bruno', own);
    const at = `/api/applications/${id}`;
    await as('bruno', 'POST', `${at}/submissions`, { draftVersion: version });
    await as('secretariat', 'POST', `${at}/admission`, { comment: 'Dossier court.' });
    await appraise(id, ['diane', 'fatima']);
    await as('committee', 'POST', `${at}/proposal`, { outcome: 'refuse', reasons: 'Trop faible.' });
    const signatory = { firstName: 'Karim', surname: 'Haddad', capacity: 'Directeur' };
    const reasons = { inLaw: 'Article 7 du cahier des charges', inFact: 'Aucun partenariat signé.' };
    expect((await as('authority', 'POST', `${at}/signature`, { outcome: 'refuse', signedOn: '2027-03-05', signatory, reasonsInLaw: reasons.inLaw, reasonsInFact: reasons.inFact })).status).toBe(201);
    const decision = { outcome: 'refuse', signedOn: '2027-03-05', signatory, reasons, document: null };
    const inside = { decision, admission: { on: '2027-03-05', text: 'Dossier court.' }, proposal: { outcome: 'refuse', reasons: 'Trop faible.' } };
    for (const reader of ['secretariat', 'committee', 'auditor']) expect((await as(reader, 'GET', at)).body).toMatchObject(inside);
    const before = (await as('bruno', 'GET', at)).body;
    expect(before).toMatchObject({ status: 'in_committee', decision: null, admission: null, proposal: null });
    expect(JSON.stringify(before)).not.toMatch(/partenariat signé|Haddad|Trop faible|Dossier court/);
    expect((await as('secretariat', 'POST', `${at}/notification`, { channel: 'online' })).body.outcome.status).toBe('refused');
    expect(await mailsOf(`application/${id}`)).toContain('application.decision-refused');
    expect((await as('bruno', 'GET', at)).body).toMatchObject({ status: 'refused', decision, admission: null, proposal: null });
    for (const other of ['amelie', 'stranger', 'diane']) expect((await as(other, 'GET', at)).status).toBe(404);
  });

  it('is inadmissible when pieces never come, and says which', async () => {
    // The same structure’s second pole: its representative is confirmed already.
    const own = await pole('bruno', 'Pôle Muet');
    const { id, version } = await completeDraft('bruno', own);
    await as('bruno', 'POST', `/api/applications/${id}/submissions`, { draftVersion: version });
    await as('secretariat', 'POST', `/api/applications/${id}/pieces-requests`, { pieces: [{ label: 'Statuts à jour' }], limitOn: '2027-03-09' });
    await advance('2027-03-10T08:00:00.000Z');
    expect((await as('bruno', 'GET', `/api/applications/${id}`)).body).toMatchObject({
      status: 'inadmissible', requestedPieces: [{ limitOn: '2027-03-09', pieces: [{ label: 'Statuts à jour' }], comment: null }], suppliedPieces: [],
      inadmissibility: { cause: 'pieces-missing', reasons: { inLaw: expect.stringContaining('L114-5'), inFact: expect.stringContaining('Statuts à jour') } },
    });
    expect(await mailsOf(`application/${id}`)).toContain('application.inadmissible');
  });

  it('comes a second late, which is late, and leaves its evidence', async () => {
    const own = await pole('stranger', 'Pôle Tard');
    await confirm('stranger', own);
    const { id, version } = await completeDraft('stranger', own);
    await advance('2027-03-31T22:00:00.000Z');
    expect((await call(space, undefined, 'GET', `/api/calls/${theCall}`)).body.status).toBe('closed');
    expect((await call(space, undefined, 'GET', '/api/calls')).body.items).toEqual([]);
    expect((await call(space, undefined, 'GET', '/api/calls?status=closed')).body.items).toMatchObject([{ id: theCall }]);
    expect(await mailsOf(`call/${theCall}`)).toEqual(['call.draft-reminder']);
    expect(await as('stranger', 'POST', `/api/applications/${id}/submissions`, { draftVersion: version }))
      .toMatchObject({ status: 409, body: { code: 'call-closed', closesOn: '2027-03-31', receivedAt: '2027-03-31T22:00:00.000Z' } });
    expect((await as('stranger', 'GET', `/api/applications/${id}`)).body.status).toBe('draft');
    const evidence = await inDatabase(space, async (db) => (await db.execute(sql`select outcome->>'code' as code, received_at from command where subject_id = ${`application/${id}`}`)).rows);
    expect(evidence).toMatchObject([{ code: 'call-closed' }]);
    const written = await inDatabase(space, async (db) => (await db.execute(sql`select template, facts, person_id from notification where subject = ${`application/${id}`}`)).rows);
    expect(written).toEqual([{ template: 'application.late-attempt', facts: { receivedOn: '2027-04-01', closesOn: '2027-03-31' }, person_id: people['stranger']?.id }]);
    // Nothing has begun: the workflow that the attempt started is over.
    const client = new Client({ connection: await Connection.connect({ address: space.servers.temporal.address }), namespace: space.name });
    await waitFor('the end of its workflow', async () => (await client.workflow.getHandle(`application/${id}`).describe()).status.name === 'COMPLETED', { seconds: 20 });
    await client.connection.close();
    expect((await as('amelie', 'POST', `/api/calls/${theCall}/applications`, { pole: own })).status).toBe(404);
    expect(await as('stranger', 'POST', `/api/calls/${theCall}/applications`, { pole: own })).toMatchObject({ status: 409, body: { code: 'call-not-open' } });
  });
});

describe('the end of a call', () => {
  it('is the publication of its results', async () => {
    expect((await as('authority', 'POST', `/api/calls/${theCall}/publication`, {})).body).toMatchObject({ status: 'published' });
    expect((await as('authority', 'POST', `/api/calls/${theCall}/publication`, {})).body).toMatchObject({ code: 'step-over' });
  });
});
