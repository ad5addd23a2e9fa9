import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { labelsInForce, type LabelsInForce } from '../stack/labels.js';
import { mails } from '../stack/stack.js';
import { inDatabase } from '../stack/tell.js';
import { messagesFrom } from '../stack/messages.js';

let on: LabelsInForce;
const label = randomUUID();
const withdrawn = randomUUID();
const renounced = randomUUID();
const extended = randomUUID();

const signatory = { firstName: 'Jeanne', surname: 'Martin', capacity: 'Directrice générale' };
const reasons = { reasonsInLaw: 'Articles L121-1 et L122-1.', reasonsInFact: 'Le rapport de 2028 manque.' };

beforeAll(async () => {
  on = await labelsInForce('measures', '2027-06-01', [label, withdrawn, renounced, extended]);
}, 120_000);
afterAll(() => on?.space.stop());

const post = (who: 'holder' | 'authority' | 'secretariat' | 'colleague', key: string, path: string, body: object) => on.as(on[who], 'POST', `/api/labels/${key}/${path}`, body);
const status = async (key: string): Promise<string> => (await on.as(on.holder, 'GET', `/api/labels/${key}`)).body.status;
const told = (key: string) => inDatabase(on.space, (db) => messagesFrom(db, `award/${key}`, 'label'));

describe('a label that is suspended', () => {
  it('is announced to its holder, who is heard first', async () => {
    expect((await post('secretariat', label, 'notices', { intent: 'suspension', ...reasons })).status).toBe(403);
    expect(await post('authority', label, 'notices', { intent: 'suspension', ...reasons })).toMatchObject({ status: 201, body: { outcome: { status: 'under_notice' } } });
    expect(await post('authority', label, 'suspensions', { signatory, ...reasons })).toMatchObject({ status: 409, body: { code: 'observations-awaited', limitOn: '2027-07-01' } });
    const page = (await on.as(on.holder, 'GET', `/api/labels/${label}`)).body;
    expect(page.allowedActions).toEqual(expect.arrayContaining(['giveObservations', 'renounce']));
    expect(page.timeline.ahead).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'observations-due', mark: '', on: '2027-07-01', actor: 'applicant', otherwise: 'decided-without-observations' })]));
    const [mail] = await mails({ to: on.holder.email }).then((all) => all.filter((one) => /pourrait être suspendu/.test(one.subject)));
    expect(mail?.text).toContain('Tant que l’autorité n’a pas décidé, votre label reste en vigueur.');
    expect((await on.as(undefined, 'GET', `/api/register/${await on.numberOf(label)}`)).body.status).toBe('upcoming');
  });

  it('is suspended once its holder has answered; what hangs on it hears it', async () => {
    expect(await post('colleague', label, 'observations', { text: 'Le rapport est parti par la poste.' })).toMatchObject({ status: 201, body: { outcome: { entries: ['observations-given'] } } });
    const tasks = (await on.as(on.authority, 'GET', '/api/me/tasks')).body.items;
    expect(tasks).toEqual(expect.arrayContaining([expect.objectContaining({ subject: `award/${label}` })]));
    expect(await post('authority', label, 'suspensions', { signatory, ...reasons })).toMatchObject({ status: 201, body: { outcome: { status: 'suspended' } } });
    expect(await told(label)).toEqual(expect.arrayContaining([[`monitoring/${label}`, 'labelSuspended'], [`renewal/${label}`, 'labelSuspended']]));
    expect((await on.as(on.holder, 'GET', `/api/labels/${label}`)).body).toMatchObject({ status: 'suspended', endsOn: '2030-06-30' });
  });

  it('shows the reasons and observations to the holder and the staff', async () => {
    const { measures } = (await on.as(on.holder, 'GET', `/api/labels/${label}/measures`)).body;
    expect(measures).toMatchObject([
      { n: 1, kind: 'notice', intent: 'suspension', until: '2027-07-01', reasons: { inLaw: reasons.reasonsInLaw, inFact: reasons.reasonsInFact } },
      { n: 2, kind: 'observations', text: 'Le rapport est parti par la poste.' },
      { n: 3, kind: 'suspension', until: '2027-12-01', signatory },
    ]);
    expect((await on.as(on.stranger, 'GET', `/api/labels/${label}/measures`)).status).toBe(403);
  });

  it('is in force again when the suspension is lifted; the end date has not moved', async () => {
    await on.advance('2027-08-15T08:00:00.000Z');
    expect(await post('authority', label, 'reinstatements', { reason: 'Le rapport est arrivé.' })).toMatchObject({ status: 201, body: { outcome: { status: 'active' } } });
    expect((await on.as(undefined, 'GET', `/api/register/${await on.numberOf(label)}`)).body).toMatchObject({ status: 'valid', label: { endsOn: '2030-06-30' } });
    expect(await post('authority', label, 'reinstatements', {})).toMatchObject({ status: 409 });
  });
});

describe('a label that ends before its day', () => {
  it('is withdrawn after a notice of withdrawal, and silence decides nothing', async () => {
    await post('authority', withdrawn, 'notices', { intent: 'withdrawal', ...reasons });
    await on.advance('2027-12-20T08:00:00.000Z');
    expect(await status(withdrawn)).toBe('under_notice');
    expect(await post('authority', withdrawn, 'withdrawals', { signatory, ...reasons })).toMatchObject({ status: 201, body: { outcome: { status: 'withdrawn' } } });
    expect(await told(withdrawn)).toEqual(expect.arrayContaining([[`monitoring/${withdrawn}`, 'labelEnded'], [`renewal/${withdrawn}`, 'labelEnded']]));
    // What hangs on it ends too: nobody is asked to renew, and the period closes for a last report.
    await waitFor('the renewal', async () => (await on.as(on.holder, 'GET', `/api/renewals/${withdrawn}`)).body.status === 'moot', { seconds: 20 });
    const { periods } = (await on.as(on.holder, 'GET', `/api/monitorings/${withdrawn}`)).body.data;
    expect(periods.at(-1)).toMatchObject({ to: '2027-12-20' });
    // Its firms are asked no more, and the report knows.
    await waitFor('the survey', async () => (await on.as(on.holder, 'GET', `/api/surveys/${withdrawn}-1`)).body.status === 'not_held', { seconds: 20 });
    await waitFor('its result', async () => (await on.as(on.holder, 'GET', `/api/monitorings/${withdrawn}`)).body.data.periods.at(-1).survey?.runBy === 'none', { seconds: 20 });
    expect((await on.as(on.holder, 'GET', `/api/surveys/${withdrawn}-1`)).body.timeline.ahead).toEqual([]);
    expect((await mails({ to: on.holder.email })).map(({ subject }) => subject)).toContainEqual(expect.stringContaining('n’aura pas lieu'));
    expect(await post('authority', withdrawn, 'extensions', { signatory, ...reasons, endsOn: '2031-06-30', decidedOn: '2027-12-20' })).toMatchObject({ status: 409 });
  });

  it('is given up by who may commit the pole, on the day that it names', async () => {
    expect(await post('colleague', renounced, 'renunciations', {})).toMatchObject({ status: 403, body: { code: 'not-a-committer' } });
    expect(await post('holder', renounced, 'renunciations', { on: '2028-01-31', reason: 'Le centre change de métier.' })).toMatchObject({ status: 201, body: { outcome: { status: 'active', entries: ['renunciation-announced'] } } });
    await on.advance('2028-01-31T23:30:00.000Z');
    expect(await status(renounced)).toBe('renounced');
  });

  it('is withdrawn when six months of suspension are over, as the suspension had said', async () => {
    await post('authority', label, 'notices', { intent: 'suspension', ...reasons });
    await post('holder', label, 'observations', { text: 'Nous cherchons une solution.' });
    await post('authority', label, 'suspensions', { signatory, ...reasons });
    await on.advance('2028-07-31T12:00:00.000Z');
    expect(await status(label)).toBe('suspended');
    const said = await mails({ to: on.authority.email });
    expect(said.filter((one) => /suspension d’un label arrive à son terme/.test(one.subject)).length).toBeGreaterThanOrEqual(2);
    await on.advance('2028-08-01T23:00:00.000Z');
    expect(await status(label)).toBe('withdrawn');
  });
});

describe('an extension', () => {
  it('moves the last day by a decision, also after it; both dates stay', async () => {
    expect(await post('authority', extended, 'extensions', { signatory, ...reasons, endsOn: '2030-06-30', decidedOn: '2028-07-01' })).toMatchObject({ status: 409, body: { code: 'extension-not-later' } });
    await on.advance('2030-08-01T08:00:00.000Z');
    expect(await status(extended)).toBe('expired');
    expect(await post('authority', extended, 'extensions', { signatory, ...reasons, endsOn: '2030-12-31', decidedOn: '2030-07-20' })).toMatchObject({ status: 201, body: { outcome: { status: 'active' } } });
    expect((await on.as(on.holder, 'GET', `/api/labels/${extended}`)).body).toMatchObject({
      status: 'active', endsOn: '2030-12-31', data: { extensions: [{ from: '2030-06-30', to: '2030-12-31', decidedOn: '2030-07-20', afterExpiry: true, report: false, instalment: false }] },
    });
    await on.advance('2030-12-31T23:30:00.000Z');
    expect(await status(extended)).toBe('expired');
  });
});
