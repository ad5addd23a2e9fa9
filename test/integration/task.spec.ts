import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newestSchemes } from '../../libs/persistence/src/scheme/scheme.queries.js';
import type { Facts } from '../../libs/domain/src/procedure/act.js';
import type { By } from '../../libs/domain/src/procedure/role.js';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { Acts } from '../stack/acts.js';
import { call, someone } from '../stack/staff.js';
import { runningSpace, type RunningSpace } from '../stack/stack.js';

type Person = Awaited<ReturnType<typeof someone>>;
let space: RunningSpace;
let acts: Acts;
let schemeId: string;
let marks: Facts;
const people: Record<string, Person> = {};
let theCall: string;
let pole: string;
let file: string;

beforeAll(async () => {
  space = await runningSpace('task', { clock: { mode: 'stepped', start: '2027-03-01T09:00:00.000Z' } });
  acts = new Acts(space);
  for (const role of ['operator', 'secretariat', 'committee', 'authority'] as const) people[role] = await someone(space, role, [role]);
  for (const name of ['diane', 'etienne', 'fatima']) people[name] = await someone(space, name, ['expert']);
  people['holder'] = await someone(space, 'holder');
  const [newest] = await newestSchemes(acts.db, 'pole-innovation');
  schemeId = newest?.id ?? '';
  marks = Object.fromEntries((newest?.scheme.grid.criteria ?? []).map(({ code }) => [code, newest?.scheme.grid.scale.max ?? 0]));
}, 120_000);
afterAll(async () => {
  await acts?.close();
  await space?.stop();
});

const as = (name: string, method: string, path: string, body?: unknown) => call(space, people[name]?.token, method, path, body);
const tasks = async (name: string, query = ''): Promise<{ subject: string; acts: string[]; dueOn: string | null }[]> => (await as(name, 'GET', `/api/me/tasks${query}`)).body.items;
const asked = async (name: string): Promise<string[]> => (await tasks(name)).filter((t) => !t.subject.startsWith('call/')).map((t) => `${t.acts.join('|')} ${t.dueOn ?? '–'}`);
const becomes = (name: string, expected: string[]): Promise<unknown> => waitFor(`tasks of ${name}: ${expected.join(', ')}`, async () => JSON.stringify(await asked(name)) === JSON.stringify(expected), { seconds: 20 });
/** Where the link of a mail about this subject leads. */
const link = async (name: string, subject: string): Promise<[number, string | null]> => {
  const { status, headers } = await as(name, 'GET', `/tasks/${subject}`);
  return [status, headers.get('location')];
};
const take = async (by: By, act: string, facts: Facts = {}, subject = file): Promise<void> => {
  expect(await acts.take({ subject, act, by, facts, content: { text: 'Motif assez long.' }, ...(act === 'submit' ? { startsWith: schemeId } : {}) })).toMatchObject({ is: 'done' });
};

describe('tasks from a draft to its decision', () => {
  it('asks for an unfinished draft by the call’s last day', async () => {
    theCall = (await as('secretariat', 'POST', '/api/calls', { scheme: 'pole-innovation', title: { fr: 'Appel', en: 'Call' }, opensOn: '2027-03-01', closesOn: '2027-03-31' })).body.id;
    expect((await as('holder', 'GET', '/api/me/tasks')).body).toEqual({ items: [], next: null });
    pole = (await as('holder', 'POST', '/api/poles', {
      name: 'Pôle Bois', themes: ['housing'], territory: 'Jura', legalRepresentative: true, carrier: { siret: '73282932000074', name: 'CFA du Bois', legalForm: 'training-centre' },
    })).body.id;
    await as('secretariat', 'POST', `/api/poles/${pole}/members/${people['holder']?.id}/confirmation`, { reason: 'Arrêté de nomination' });
    const { id } = (await as('holder', 'POST', `/api/calls/${theCall}/applications`, { pole })).body;
    file = `application/${id}`;
    expect(await tasks('holder')).toMatchObject([{ subject: file, status: 'draft', role: 'applicant', acts: ['submit'], dueOn: '2027-03-31', deadline: 'closing', link: `/api/applications/${id}` }]);
    expect(await asked('secretariat')).toEqual([]);
  });

  it('has an address that leads each reader of a mail to what is theirs', async () => {
    const id = file.slice('application/'.length);
    expect(await link('holder', file)).toEqual([303, `/api/applications/${id}/draft`]);
    expect((await as('holder', 'GET', `/api/applications/${id}/draft`)).status).toBe(200);
    expect(await link('holder', `call/${theCall}`)).toEqual([303, `/api/calls/${theCall}`]);
    expect(await link('holder', `pole/${pole}`)).toEqual([303, `/api/poles/${pole}`]);
    expect(await link('holder', `person/${people['holder']?.id}`)).toEqual([303, '/api/poles']);
    expect(await link('nobody', file)).toEqual([303, `/api/auth/sign-in?returnTo=${encodeURIComponent(`/tasks/${file}`)}`]);
    for (const subject of [file, `pole/${pole}`, `person/${people['holder']?.id}`, 'pole/x', 'tale/1', 'appraisal/1/x']) {
      expect(await as('diane', 'GET', `/tasks/${subject}`)).toMatchObject({
        status: 404, body: { code: 'not-your-link', detail: expect.stringContaining(`/api/auth/sign-in?prompt=login&returnTo=${encodeURIComponent(`/tasks/${subject}`)}`) },
      });
    }
  });

  it('passes from the pole to the secretariat, and back for missing pieces', async () => {
    await take('applicant', 'submit', {
      call: `call/${theCall}`, callClosesOn: '2027-03-31', closesAt: '2027-03-31T21:59:59.000Z', pole, structure: pole, structureType: 'training-centre', kind: 'initial', draft: { version: 1, hash: 'h' },
    });
    expect(await asked('holder')).toEqual([]);
    expect(await asked('secretariat')).toEqual(['admit|declareInadmissible|requestPieces 2027-03-16']);
    await take('secretariat', 'requestPieces', { limitOn: '2027-03-20' });
    expect(await asked('secretariat')).toEqual([]);
    expect(await asked('holder')).toEqual(['supplyPieces 2027-03-20']);
    await take('applicant', 'supplyPieces');
    await take('secretariat', 'admit');
    expect((await asked('secretariat'))[0]).toMatch(/^staff /);
  });

  it('asks the experts, and the secretariat again only when the panel is short', async () => {
    const of = (n: number): string => `appraisal/${file.slice('application/'.length)}/${n}`;
    await take('secretariat', 'staff', { experts: [people['diane']?.id ?? '', people['etienne']?.id ?? ''] });
    await waitFor('invitations', async () => (await tasks('diane')).length + (await tasks('etienne')).length === 2, { seconds: 20 });
    expect((await tasks('diane'))[0]).toMatchObject({ subject: of(1), acts: ['declare', 'decline'], deadline: 'answer-due', overdue: false });
    expect(await link('diane', of(1))).toEqual([303, `/api/appraisals/${of(1).slice('appraisal/'.length).replace('/', '-')}`]);
    expect((await as('etienne', 'GET', `/tasks/${of(1)}`)).status).toBe(404);
    expect(await link('holder', file)).toEqual([303, `/api/${file.replace('application', 'applications')}`]);
    expect(await asked('secretariat')).toEqual([]);
    await take('expert', 'declare', { conflict: true, conflictKind: 'family' }, of(2));
    await becomes('etienne', []);
    await waitFor('a short panel', async () => (await asked('secretariat'))[0]?.startsWith('staff ') ?? false, { seconds: 20 });
    await take('secretariat', 'staff', { experts: [people['fatima']?.id ?? ''] });
    expect(await asked('secretariat')).toEqual([]);
    await waitFor('an invitation', async () => (await tasks('fatima')).length === 1, { seconds: 20 });
    for (const n of [1, 3]) {
      await take('expert', 'declare', { conflict: false }, of(n));
      await take('expert', 'accept', {}, of(n));
      expect((await tasks(n === 1 ? 'diane' : 'fatima')).map((t) => t.acts)).toEqual([['submitScores']]);
      await take('expert', 'submitScores', { marks }, of(n));
    }
    await becomes('diane', []);
  });

  it('goes from the committee to the authority’s signature and the secretariat’s notice, each in its turn', async () => {
    await becomes('committee', ['propose –']);
    await take('committee', 'propose', { outcome: 'award' });
    expect(await asked('committee')).toEqual([]);
    expect(await asked('secretariat')).toEqual(['sendForSignature –']);
    expect((await asked('authority'))[0]).toMatch(/^sign 2027-/);
    await take('authority', 'sign', { outcome: 'award', signedOn: '2027-03-01', startsOn: '2027-07-01', endsOn: '2030-06-30' });
    expect(await asked('authority')).toEqual([]);
    expect(await asked('secretariat')).toEqual(['notify –']);
    await take('secretariat', 'notify', { notifiedOn: '2027-03-01', channel: 'e-mail' });
    await waitFor('the contract', async () => (await asked('holder'))[0]?.startsWith('signContract ') ?? false, { seconds: 20 });
    expect(await asked('secretariat')).toEqual([]);
  });
});
