import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { completeAnswers } from '../factories/application-answers.js';
import { done, newPole, openCall, submitted } from '../stack/files.js';
import { call, someone, type Answer } from '../stack/staff.js';
import { runningSpace, type RunningSpace } from '../stack/stack.js';

type Person = Awaited<ReturnType<typeof someone>>;
let space: RunningSpace;
const people: Record<string, Person> = {};
const experts = ['anna', 'boris', 'chloe', 'denis', 'elsa', 'felix'];
let theCall: string;
const files: string[] = [];
let wood: string;
const criteria = ['engaged', 'partnerships', 'solutions', 'communication', 'accompaniment', 'design', 'programme'];
const carrier = '732829320';
const partner = '552100554';

const who = (name: string): Person => people[name] as Person;
const as = (name: string, method: string, path: string, body?: unknown): Promise<Answer> => call(space, who(name).token, method, path, body);
const profile = (name: string): string => `/api/experts/${who(name).id}`;

beforeAll(async () => {
  space = await runningSpace('panel', { clock: { mode: 'stepped', start: '2027-03-01T09:00:00.000Z' } });
  for (const role of ['operator', 'secretariat', 'auditor'] as const) people[role] = await someone(space, role, [role]);
  people['sophie'] = await someone(space, 'sophie', ['secretariat', 'expert']);
  for (const name of experts) people[name] = await someone(space, name, ['expert']);
  people['holder'] = await someone(space, 'holder');
  theCall = await openCall(space, who('secretariat'), '2027-03-01', '2027-03-31');
  const both = { holder: who('holder'), secretariat: who('secretariat') };
  wood = await newPole(space, both, 'Pôle Bois', '73282932000074', ['housing', 'arts']);
  const poles = [wood, await newPole(space, both, 'Pôle Cuir', '73282932000074'), await newPole(space, both, 'Pôle Verre', '73282932000074')];
  for (const pole of poles) {
    const partners = [{ name: 'Centre', siren: partner, nature: 'university', contribution: 'Essais' }];
    files.push(await submitted(space, who('holder'), theCall, pole, pole === wood ? { ...completeAnswers, 'regional-partners': partners } : completeAnswers));
  }
  for (const id of files) await done(space, who('secretariat'), 'POST', `/api/applications/${id}/admission`, {});
}, 180_000);
afterAll(() => space?.stop());

describe('the pool of experts', () => {
  it('lets experts tell their languages, ties and absences, and the secretariat all', async () => {
    const own = { languages: ['fr', 'en'], employers: [{ siren: '552 100 554', name: 'Centre', from: '2020-01-01' }], absences: [{ from: '2027-04-01', to: '2027-04-10' }] };
    expect(await as('boris', 'PUT', profile('boris'), own)).toMatchObject({
      status: 200, body: { version: 1, employers: [{ siren: partner, name: 'Centre', from: '2020-01-01', to: null }], absences: [{ from: '2027-04-01', to: '2027-04-10' }], load: 0 },
    });
    expect(await as('boris', 'PUT', profile('boris'), { maximumLoad: 3 })).toMatchObject({ status: 403, body: { code: 'expert-field-reserved' } });
    expect(await as('boris', 'PUT', profile('boris'), { version: 0, languages: [] })).toMatchObject({ status: 409, body: { code: 'stale-profile', version: 1 } });
    expect(await as('secretariat', 'PUT', profile('boris'), { themes: ['housing'], maximumLoad: 3 })).toMatchObject({ status: 200, body: { languages: ['fr', 'en'], themes: ['housing'], maximumLoad: 3, version: 2 } });
    for (const name of ['anna', 'chloe', 'denis', 'elsa']) await done(space, who('secretariat'), 'PUT', profile(name), { themes: name === 'anna' ? ['housing', 'arts'] : ['housing'] });
  });

  it('refuses what is wrong, and shows nobody else’s profile', async () => {
    expect(await as('anna', 'PUT', profile('anna'), { employers: [{ siren: '123456789', name: 'X' }], interests: [{ kind: 'family', name: 'Ma sœur' }] })).toMatchObject({
      status: 422, body: { errors: [{ pointer: '/employers/0/siren', code: 'siren-checksum' }, { pointer: '/interests/0', code: 'interest-in-nothing' }] },
    });
    expect(await as('anna', 'PUT', profile('anna'), { absences: [{ from: '2027-04-02', to: '2027-04-01' }] })).toMatchObject({ status: 422, body: { code: 'dates-reversed' } });
    expect(await as('secretariat', 'PUT', profile('anna'), { themes: ['charm'] })).toMatchObject({ status: 422 });
    expect((await as('anna', 'GET', profile('boris'))).status).toBe(404);
    expect((await as('anna', 'PUT', profile('boris'), { languages: [] })).status).toBe(404);
    expect((await as('holder', 'GET', '/api/experts')).status).toBe(403);
    expect((await as('secretariat', 'GET', profile('holder'))).status).toBe(404);
  });

  it('is listed by theme, page by page, with the present load', async () => {
    const first = (await as('auditor', 'GET', `/api/experts?theme=housing&limit=3&call=${theCall}`)).body;
    expect(first.items.map((one: { name: string }) => one.name)).toEqual(['anna', 'boris', 'chloe']);
    expect((await as('auditor', 'GET', `/api/experts?theme=housing&limit=3&cursor=${first.next}`)).body).toMatchObject({ items: [{ name: 'denis' }, { name: 'elsa', load: 0, callLoad: 0 }], next: null });
    expect((await as('secretariat', 'GET', '/api/experts?language=en')).body.items).toMatchObject([{ name: 'boris' }]);
  });
});

describe('suggestions for a file', () => {
  it('rank experts with reasons, and set apart who is tied to it', async () => {
    await done(space, who('chloe'), 'PUT', profile('chloe'), { interests: [{ kind: 'family', pole: wood, name: 'Ma sœur y travaille' }] });
    await done(space, who('denis'), 'PUT', profile('denis'), { employers: [{ siren: carrier, name: 'CFA', from: '2010-01-01', to: '2019-12-31' }] });
    await done(space, who('elsa'), 'PUT', profile('elsa'), { employers: [{ siren: carrier, name: 'CFA', from: '2025-01-01' }] });
    const { status, body } = await as('secretariat', 'GET', `/api/applications/${files[0]}/suggestions`);
    expect(status).toBe(200);
    expect(body.wanted).toBe(2);
    expect(body.ranked.map((one: { expert: { name: string } }) => one.expert.name).sort()).toEqual(['anna', 'denis', 'felix', 'sophie']);
    expect(body.ranked.slice(0, 2)).toMatchObject([
      { expert: { name: 'anna' }, available: true, reasons: [{ code: 'theme-match', themes: ['arts', 'housing'] }, { code: 'load', load: 0, maximum: 8 }] },
      { expert: { name: 'denis' }, reasons: [{ code: 'theme-match' }, { code: 'load' }, { code: 'past-tie', siren: carrier, to: '2019-12-31' }] },
    ]);
    const apart = Object.fromEntries(body.excluded.map(({ expert, conflicts }: { expert: { name: string }; conflicts: unknown }) => [expert.name, conflicts]));
    expect(apart).toEqual({ boris: [{ code: 'partner', siren: partner }], chloe: [{ code: 'interest', kind: 'family' }], elsa: [{ code: 'carrier', siren: carrier }] });
    expect((await as('auditor', 'GET', `/api/applications/${files[0]}/suggestions`)).status).toBe(403);
    // Nor are they named by hand, unless somebody says why.
    const byHand = (...names: string[]) => as('secretariat', 'POST', `/api/applications/${files[0]}/panel`, { experts: names.map((name) => who(name).id) });
    expect(await byHand('elsa', 'anna')).toMatchObject({ status: 409, body: { code: 'expert-tied', tied: [{ expert: who('elsa').id, conflicts: [{ code: 'carrier', siren: carrier }] }] } });
    expect(await byHand('chloe', 'boris')).toMatchObject({ status: 409, body: { code: 'expert-tied', tied: expect.arrayContaining([{ expert: who('chloe').id, conflicts: [{ code: 'interest', kind: 'family' }] }]) } });
  });

  it('leave out whom the applicant objects to, who can’t be named either', async () => {
    const [file = ''] = files;
    expect((await as('holder', 'GET', '/api/experts/names?q=fel')).body).toEqual([{ id: who('felix').id, name: 'felix' }]);
    const at = `/api/applications/${file}/expert-objections`;
    expect(await as('holder', 'POST', at, { expert: who('holder').id, reason: 'Concurrent direct' })).toMatchObject({ status: 422, body: { code: 'not-an-expert' } });
    expect(await as('holder', 'POST', at, { expert: who('felix').id, reason: 'Concurrent direct' })).toMatchObject({ status: 201 });
    expect(await as('holder', 'POST', at, { expert: who('felix').id, reason: 'Concurrent direct' })).toMatchObject({ status: 409, body: { code: 'already-objected' } });
    expect((await as('secretariat', 'GET', '/api/me/tasks?limit=50')).body.items.filter((t: { subject: string }) => t.subject === `application/${file}`)[0].acts).toContain('decideObjection');
    expect((await as('secretariat', 'GET', `/api/applications/${file}/suggestions`)).body.excluded).toContainEqual({ expert: { id: who('felix').id, name: 'felix' }, conflicts: [{ code: 'objected' }] });
    expect(await as('secretariat', 'POST', `/api/applications/${file}/panel`, { experts: [who('anna').id, who('felix').id] })).toMatchObject({ status: 409, body: { code: 'expert-objected' } });
    expect(await as('holder', 'POST', `${at}/${who('felix').id}/decision`, { accepted: true })).toMatchObject({ status: 403 });
    expect(await as('secretariat', 'POST', `${at}/${who('felix').id}/decision`, { accepted: false, reason: 'Rien ne le montre' })).toMatchObject({ status: 201 });
    expect(await as('secretariat', 'POST', `${at}/${who('felix').id}/decision`, { accepted: true })).toMatchObject({ status: 409, body: { code: 'no-such-objection' } });
    expect((await as('holder', 'GET', at)).body).toMatchObject([{ expert: { id: who('felix').id, name: 'felix' }, state: 'rejected', reason: 'Concurrent direct', answer: 'Rien ne le montre' }]);
    expect((await as('felix', 'GET', at)).status).toBe(403);
    expect((await as('holder', 'GET', `/api/applications/${file}`)).body.allowedActions).toContain('objectToExpert');
  });
});

describe('experts named in bulk', () => {
  it('are shown as a plan first, then named as planned, and what is left is said with its reason', async () => {
    const ask = (body: object) => as('secretariat', 'POST', `/api/calls/${theCall}/staffings`, { maximumLoad: 1, preview: true, ...body });
    await done(space, who('secretariat'), 'PUT', profile('sophie'), { themes: ['housing'] });
    await done(space, who('chloe'), 'PUT', profile('chloe'), { absences: [{ from: '2027-02-01', to: '2027-12-31' }] });
    const preview = (await ask({})).body;
    // Anna and Sophie for the file that has the fewest to choose from, Boris and Denis for the next; Felix alone is no panel.
    expect(preview.assigned.map((one: { experts: { name: string }[] }) => one.experts.map(({ name }) => name).sort())).toEqual([['anna', 'sophie'], ['boris', 'denis']]);
    expect(preview.assigned[0]).toMatchObject({ application: files[0], done: false });
    expect(preview.unassigned).toEqual([{ application: expect.any(String), wanted: 2, found: 1, why: [{ code: 'conflict', experts: 1 }, { code: 'full', experts: 4 }, { code: 'away', experts: 1 }], code: null }]);
    for (const id of files) expect((await as('secretariat', 'GET', `/api/applications/${id}`)).body.status).toBe('admissible');
    expect(await ask({ preview: false, plan: 'another' })).toMatchObject({ status: 409, body: { code: 'staffing-changed' } });
    const made = (await ask({ preview: false, plan: preview.plan })).body;
    expect(made).toMatchObject({ preview: false, plan: preview.plan, assigned: [{ done: true }, { done: true }] });
    expect(made.unassigned).toEqual(preview.unassigned);
    for (const { application, experts: named } of made.assigned) {
      await waitFor('the invitations', async () => (await as('secretariat', 'GET', `/api/appraisals?application=${application}`)).body.items.length === 2, { seconds: 20 });
      expect((await as('secretariat', 'GET', `/api/applications/${application}`)).body.data.appraisals.map((a: { expert: string }) => a.expert)).toEqual(named.map(({ id }: { id: string }) => id));
    }
    const again = (await ask({ preview: false })).body;
    expect(again.assigned).toEqual([]);
    expect(again.unassigned).toHaveLength(1);
    expect((await as('secretariat', 'GET', `/api/experts?q=anna&call=${theCall}`)).body.items).toMatchObject([{ load: 1, callLoad: 1 }]);
  });
});

describe('the undertaking', () => {
  const mine = async (name: string): Promise<{ id: string; application: string }> => (await as(name, 'GET', '/api/appraisals?mine=true')).body.items[0];

  it('comes before the first file of a call: until then only names are visible', async () => {
    const { id, application } = await mine('anna');
    expect((await as('anna', 'GET', `/api/appraisals/${id}`)).body).toMatchObject({ pole: { name: expect.any(String) }, structure: { name: expect.any(String) } });
    await done(space, who('anna'), 'POST', `/api/appraisals/${id}/declaration`, { conflict: false });
    const [file] = (await as('holder', 'GET', `/api/applications/${application}/attachments`)).body;
    for (const path of ['answers', 'attachments', `attachments/${file.id}`]) {
      expect(await as('anna', 'GET', `/api/applications/${application}/${path}`)).toMatchObject({ status: 403, body: { code: 'undertaking-missing' } });
    }
    expect(await as('anna', 'POST', `/api/appraisals/${id}/acceptance`, {})).toMatchObject({ status: 409, body: { code: 'undertaking-missing' } });
  });

  it('is given once, for the text that was read, and opens every file of the call', async () => {
    const { id, application } = await mine('anna');
    const { body } = await as('anna', 'GET', `/api/calls/${theCall}/undertaking`);
    expect(body).toMatchObject({ text: expect.stringContaining('confidentiels'), givenOn: null });
    expect(await as('anna', 'POST', `/api/calls/${theCall}/undertakings`, { textHash: 'other' })).toMatchObject({ status: 409, body: { code: 'undertaking-changed' } });
    const given = await as('anna', 'POST', `/api/calls/${theCall}/undertakings`, { textHash: body.textHash });
    expect(given).toMatchObject({ status: 201, body: { person: who('anna').id, call: `call/${theCall}`, on: '2027-03-01', textHash: body.textHash } });
    expect((await as('anna', 'POST', `/api/appraisals/${id}/undertaking`, {})).body.id).toBe(given.body.id);
    expect((await as('anna', 'GET', `/api/applications/${application}/answers`)).status).toBe(200);
    expect(await as('anna', 'POST', `/api/appraisals/${id}/acceptance`, {})).toMatchObject({ status: 201 });
    expect((await as('auditor', 'GET', `/api/calls/${theCall}/undertakings`)).body.items).toMatchObject([{ name: 'anna', on: '2027-03-01' }]);
    expect((await as('anna', 'GET', `/api/calls/${theCall}/undertakings`)).status).toBe(403);
    expect((await as('holder', 'POST', `/api/calls/${theCall}/undertakings`, {})).status).toBe(403);
  });
});

describe('a fee', () => {
  it('is due with the scores, with travel up to the maximum', async () => {
    expect((await as('anna', 'GET', '/api/fees')).body.items).toEqual([]);
    for (const name of ['anna', 'sophie']) {
      const { id } = (await as(name, 'GET', '/api/appraisals?mine=true')).body.items[0];
      if (name === 'sophie') {
        await done(space, who(name), 'POST', `/api/appraisals/${id}/declaration`, { conflict: false });
        await done(space, who(name), 'POST', `/api/appraisals/${id}/undertaking`, {});
        await done(space, who(name), 'POST', `/api/appraisals/${id}/acceptance`, {});
      }
      await done(space, who(name), 'POST', `/api/appraisals/${id}/scores`, { marks: Object.fromEntries(criteria.map((code) => [code, 4])), comments: Object.fromEntries([...criteria, 'overall'].map((code) => [code, 'Avis motivé.'])) });
    }
    const { items: [fee] } = (await as('anna', 'GET', '/api/fees')).body;
    expect(fee).toMatchObject({ expert: { name: 'anna' }, feeCents: 25_000, travelCents: 0, totalCents: 25_000, state: 'due', allowedActions: ['claimTravel'] });
    expect(await as('anna', 'PUT', `/api/fees/${fee.id}/travel`, { cents: 30_001, purpose: 'Train' })).toMatchObject({ status: 409, body: { code: 'travel-over-maximum' } });
    expect(await as('anna', 'PUT', `/api/fees/${fee.id}/travel`, { cents: 12_345, purpose: '=Train' })).toMatchObject({ status: 200, body: { totalCents: 37_345 } });
    expect((await as('boris', 'GET', `/api/fees/${fee.id}`)).status).toBe(404);
  });

  it('is approved by somebody else, at the amount that was looked at, and goes out once with a control total', async () => {
    const { items } = (await as('secretariat', 'GET', `/api/fees?call=${theCall}&state=due`)).body;
    expect(items).toHaveLength(2);
    const [annas, sophies] = ['anna', 'sophie'].map((name) => items.find((one: { expert: { name: string } }) => one.expert.name === name));
    expect(await as('sophie', 'POST', `/api/fees/${sophies.id}/approval`, { totalCents: 25_000 })).toMatchObject({ status: 403, body: { code: 'not-yourself' } });
    expect(await as('anna', 'POST', `/api/fees/${annas.id}/approval`, { totalCents: 37_345 })).toMatchObject({ status: 403 });
    expect(await as('secretariat', 'POST', `/api/fees/${annas.id}/approval`, { totalCents: 25_000 })).toMatchObject({ status: 409, body: { code: 'fee-changed' } });
    expect(await as('secretariat', 'POST', '/api/fees/exports', {})).toMatchObject({ status: 409, body: { code: 'no-fee-to-export' } });
    expect(await as('sophie', 'POST', `/api/fees/${annas.id}/approval`, { totalCents: 37_345 })).toMatchObject({ status: 200, body: { state: 'approved', approvedBy: who('sophie').id } });
    expect(await as('anna', 'PUT', `/api/fees/${annas.id}/travel`, { cents: 1, purpose: 'Train' })).toMatchObject({ status: 409, body: { code: 'fee-approved' } });
    const made = await Promise.all([1, 2].map(() => as('secretariat', 'POST', '/api/fees/exports', { call: theCall })));
    expect(made.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { body } = made.find(({ status }) => status === 201) as Answer;
    expect(body).toMatchObject({ lines: 1, totalCents: 37_345 });
    expect((await as('auditor', 'GET', `/api/fees/exports/${body.id}`)).body.fees).toMatchObject([{ id: annas.id, state: 'exported' }]);
    const csv = await as('auditor', 'GET', `/api/fees/exports/${body.id}/csv`);
    expect(csv.body).toContain(";anna;25000;12345;37345;'=Train");
    expect(csv.body).toContain('TOTAL (1);;;;37345;');
    expect((await as('anna', 'GET', `/api/fees/exports/${body.id}`)).status).toBe(403);
  });
});
