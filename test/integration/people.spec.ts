import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Child } from '../../apps/cli/src/stack/child.js';
import { startApi, type Space } from '../../apps/cli/src/stack/space.js';
import { openDatabase } from '../../libs/persistence/src/database.js';
import { PeopleQueries } from '../../libs/persistence/src/people/people.queries.js';
import { call, someone } from '../stack/staff.js';
import { freshSpace } from '../stack/stack.js';

let space: Space;
let api: Child;
let operator: Awaited<ReturnType<typeof someone>>;
let secretariat: typeof operator;
let amelie: typeof operator;
let bruno: typeof operator;

beforeAll(async () => {
  space = await freshSpace('people', { clock: { mode: 'real' } });
  api = await startApi(space);
  operator = await someone(space, 'operator', ['operator']);
  secretariat = await someone(space, 'secretariat', ['secretariat']);
  amelie = await someone(space, 'amelie');
  bruno = await someone(space, 'bruno');
}, 120_000);
afterAll(() => api?.stop(), 60_000);

/** What a person was written, the newest first. */
const told = async ({ token }: { token: string }): Promise<unknown[]> =>
  (await call(space, token, 'GET', '/api/me/notifications')).body.items.map(({ template, subject }: { template: string; subject: string }) => ({ template, subject }));

const newPole = (name: string, siret = '73282932000074', more: object = {}) => ({
  name, themes: ['arts'], territory: 'Bretagne', sharedMailbox: 'Contact@pole.example.org',
  carrier: { siret, name: 'Association Pôle', legalForm: 'association', rna: 'W751234567' }, ...more,
});

describe('people', () => {
  it('are created by an operator, once, and listed page by page', async () => {
    const created = await call(space, operator.token, 'POST', '/api/people', { email: ' Zoe@Example.org ', name: 'Zoé', roles: ['expert', 'committee'] });
    expect(created).toMatchObject({ status: 201, body: { email: 'zoe@example.org', locale: 'fr', roles: ['committee', 'expert'], absences: [] } });
    const again = await call(space, operator.token, 'POST', '/api/people', { email: 'zoe@example.org', name: 'Z' });
    expect(again).toMatchObject({ status: 409, body: { code: 'email-taken' } });

    const names: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await call(space, secretariat.token, 'GET', `/api/people?limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
      expect(page.status).toBe(200);
      names.push(...page.body.items.map((one: { name: string }) => one.name));
      cursor = page.body.next;
    } while (cursor !== null);
    expect(names).toEqual([...names].sort());
    expect(names).toContain('Zoé');
    expect((await call(space, operator.token, 'GET', '/api/people?role=expert&q=zo')).body.items).toHaveLength(1);
    expect((await call(space, operator.token, 'GET', '/api/people?q=%25')).body.items).toHaveLength(0);
  });

  it('lets the secretariat create experts and nobody else', async () => {
    expect((await call(space, secretariat.token, 'POST', '/api/people', { email: 'e@x.example.org', name: 'E', roles: ['expert'] })).status).toBe(201);
    expect(await call(space, secretariat.token, 'POST', '/api/people', { email: 'o@x.example.org', name: 'O', roles: ['operator'] }))
      .toMatchObject({ status: 403, body: { code: 'role-not-grantable' } });
    expect((await call(space, amelie.token, 'POST', '/api/people', { email: 'p@x.example.org', name: 'P' })).status).toBe(403);
    expect(await call(space, amelie.token, 'PATCH', `/api/people/${amelie.id}`, { roles: ['operator'] })).toMatchObject({ status: 403, body: { code: 'role-not-grantable' } });
    expect((await call(space, secretariat.token, 'PATCH', `/api/people/${secretariat.id}`, { roles: ['secretariat', 'operator'] })).status).toBe(403);
    expect(await call(space, secretariat.token, 'PATCH', `/api/people/${secretariat.id}`, { roles: ['secretariat', 'expert'] })).toMatchObject({ status: 403, body: { code: 'not-yourself' } });
  });

  it('keep their own language and absences', async () => {
    const changed = await call(space, bruno.token, 'PATCH', `/api/people/${bruno.id}`, { locale: 'en', absences: [{ from: '2027-08-01', to: '2027-08-20' }] });
    expect(changed).toMatchObject({ status: 200, body: { locale: 'en', absences: [{ from: '2027-08-01', to: '2027-08-20' }] } });
    expect(await call(space, bruno.token, 'PATCH', `/api/people/${bruno.id}`, { absences: [{ from: '2027-08-02', to: '2027-08-01' }] })).toMatchObject({ status: 422, body: { code: 'dates-reversed' } });
    expect((await call(space, bruno.token, 'PATCH', `/api/people/${amelie.id}`, { locale: 'en' })).status).toBe(404);
    expect((await call(space, secretariat.token, 'PATCH', `/api/people/${amelie.id}`, { locale: 'en' })).status).toBe(403);
  });
});

describe('poles', () => {
  let poleId: string;

  it('are created by anybody signed in, who becomes administrator and applicant', async () => {
    const created = await call(space, amelie.token, 'POST', '/api/poles', newPole('Pôle Optique', '732 829 320 00074', { legalRepresentative: true }));
    expect(created).toMatchObject({
      status: 201,
      body: { members: [{ role: 'administrator', toConfirm: false }, { role: 'legal_representative', toConfirm: true }], sharedMailbox: 'contact@pole.example.org', carrier: { siren: '732829320', siret: '73282932000074', rna: 'W751234567' }, myRoles: ['administrator', 'legal_representative'] },
    });
    poleId = created.body.id;
    expect((await call(space, amelie.token, 'GET', '/api/me')).body).toMatchObject({ roles: ['applicant'], poles: [{ id: poleId, name: 'Pôle Optique' }] });
    expect((await call(space, amelie.token, 'GET', '/api/poles')).body.items).toHaveLength(1);
  });

  it('are described by codes that a scheme has', async () => {
    const odd = newPole('Pôle Étrange', '11100002200017', { themes: ['arts', 'optics'], carrier: { siret: '11100002200017', name: 'X', legalForm: 'cooperative-bank' } });
    expect(await call(space, bruno.token, 'POST', '/api/poles', odd)).toMatchObject({ status: 422, body: { errors: [{ pointer: '/carrier/legalForm' }, { pointer: '/themes' }] } });
    expect(await call(space, amelie.token, 'PATCH', `/api/poles/${poleId}`, { themes: ['optics'] })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/themes' }] } });
  });

  it('are committed by a representative only once the secretariat has confirmed the quality, on evidence', async () => {
    const confirmation = `/api/poles/${poleId}/members/${amelie.id}/confirmation`;
    const mandate = { holderId: amelie.id, dated: '2020-01-01' };
    expect(await call(space, amelie.token, 'POST', `/api/poles/${poleId}/mandates`, mandate)).toMatchObject({ status: 403, body: { code: 'representative-needed' } });
    expect(await told(secretariat)).toContainEqual({ template: 'people.representative-to-confirm', subject: `pole/${poleId}` });
    expect((await call(space, secretariat.token, 'GET', `/api/poles/${poleId}`)).body.allowedActions).toContain('confirm-representative');
    expect((await call(space, amelie.token, 'POST', confirmation, { reason: 'Moi' })).status).toBe(403);
    expect((await call(space, secretariat.token, 'POST', confirmation, {})).status).toBe(422);
    expect(await call(space, secretariat.token, 'POST', confirmation, { reason: 'Procès-verbal d’élection' })).toMatchObject({ status: 201, body: { members: [{ toConfirm: false }, { toConfirm: false }] } });
    expect(await call(space, secretariat.token, 'POST', confirmation, { reason: 'Encore' })).toMatchObject({ status: 409, body: { code: 'nothing-to-confirm' } });
    expect(await told(amelie)).toEqual([{ template: 'people.representative-confirmed', subject: `pole/${poleId}` }]);
    // Whoever represents a structure represents its other poles; an administrator of one names nobody by their own word.
    expect((await call(space, amelie.token, 'POST', '/api/poles', newPole('Pôle Second', '73282932000074', { legalRepresentative: true }))).body.members).toMatchObject([{}, { role: 'legal_representative', toConfirm: false }]);
  });

  it('have a structure that the secretariat alone corrects, with a reason', async () => {
    const { id } = (await call(space, amelie.token, 'GET', `/api/poles/${poleId}`)).body.carrier;
    const path = `/api/structures/${id}`;
    expect((await call(space, amelie.token, 'PATCH', path, { name: 'X', reason: 'r' })).status).toBe(403);
    expect((await call(space, secretariat.token, 'PATCH', path, { name: 'X' })).status).toBe(422);
    expect(await call(space, secretariat.token, 'PATCH', path, { legalForm: 'cooperative-bank', reason: 'r' })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/legalForm' }] } });
    expect(await call(space, secretariat.token, 'PATCH', path, { name: 'Association Optique', reason: 'Avis INSEE' })).toMatchObject({ status: 200, body: { name: 'Association Optique', siren: '732829320', rna: 'W751234567', legalForm: 'association' } });
    expect((await call(space, amelie.token, 'GET', `/api/poles/${poleId}`)).body.carrier.name).toBe('Association Optique');
    expect((await call(space, secretariat.token, 'PATCH', `/api/structures/${poleId}`, { name: 'X', reason: 'r' })).status).toBe(404);
  });

  it('cannot be claimed twice, nor with wrong numbers', async () => {
    expect(await call(space, bruno.token, 'POST', '/api/poles', newPole('  pôle   OPTIQUE'))).toMatchObject({ status: 409, body: { code: 'pole-claimed' } });
    // A known structure is not for whoever comes, under any name and at any of its sites; its own people add poles.
    expect(await call(space, bruno.token, 'POST', '/api/poles', newPole('Autre nom', '73282932000074', { legalRepresentative: true }))).toMatchObject({ status: 409, body: { code: 'pole-claimed' } });
    expect(await call(space, amelie.token, 'POST', '/api/poles', newPole('  pôle   OPTIQUE'))).toMatchObject({ status: 409, body: { code: 'pole-claimed' } });
    const wrong = await call(space, bruno.token, 'POST', '/api/poles', newPole('X', '73282932000075'));
    expect(wrong).toMatchObject({ status: 422, body: { code: 'siret-invalid', errors: [{ pointer: '/carrier/siret', code: 'siret-checksum' }] } });
    const otherRna = newPole('X');
    otherRna.carrier.rna = 'W751234568';
    expect(await call(space, amelie.token, 'POST', '/api/poles', otherRna)).toMatchObject({ status: 409, body: { code: 'rna-mismatch' } });
  });

  it('two people racing for one name: one of them gets it', async () => {
    const both = await Promise.all([amelie, bruno].map((one) => call(space, one.token, 'POST', '/api/poles', newPole('Pôle Disputé', '35600000000048', { carrier: { siret: '35600000000048', name: 'La Poste', legalForm: 'training-centre' } }))));
    expect(both.map((one) => one.status).sort()).toEqual([201, 409]);
  });

  it('are unknown to those who do not belong to them', async () => {
    for (const [method, path, body] of [
      ['GET', '', undefined], ['POST', '/members', { email: bruno.email, role: 'administrator' }], ['DELETE', `/members/${amelie.id}`, undefined],
      ['POST', '/mandates', { holderId: bruno.id, dated: '2027-01-01' }],
    ] as const) {
      expect(await call(space, bruno.token, method, `/api/poles/${poleId}${path}`, body)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
    expect((await call(space, bruno.token, 'GET', '/api/poles/not-a-uuid')).status).toBe(404);
    expect((await call(space, secretariat.token, 'GET', `/api/poles/${poleId}`)).status).toBe(200);
  });

  it('are described by their administrators, who cannot take the name of another', async () => {
    const path = `/api/poles/${poleId}`;
    await call(space, amelie.token, 'POST', '/api/poles', newPole('Pôle Voisin'));
    expect(await call(space, amelie.token, 'PATCH', path, { name: 'pôle  voisin' })).toMatchObject({ status: 409, body: { code: 'pole-claimed' } });
    expect(await call(space, amelie.token, 'PATCH', path, { name: 'PÔLE Optique' })).toMatchObject({ status: 200, body: { name: 'PÔLE Optique', territory: 'Bretagne', allowedActions: expect.arrayContaining(['change']) } });
    expect(await call(space, amelie.token, 'PATCH', path, { name: 'Pôle Optique', themes: ['food', 'housing'], territory: 'Jura', sharedMailbox: null }))
      .toMatchObject({ status: 200, body: { name: 'Pôle Optique', themes: ['food', 'housing'], territory: 'Jura', sharedMailbox: null, carrier: { siret: '73282932000074' } } });
    expect(await call(space, amelie.token, 'PATCH', path, { carrier: {}, name: '' }, { 'accept-language': 'en' })).toMatchObject({
      status: 422, body: { errors: [{ pointer: '/carrier', code: 'unknown-field' }, { pointer: '/name', code: 'text-length', detail: 'Write text of 1 to 300 characters.' }] },
    });
    expect((await call(space, secretariat.token, 'PATCH', path, { name: 'X' })).body.code).toBe('administrator-needed');
    expect((await call(space, bruno.token, 'PATCH', path, { name: 'X' })).status).toBe(404);
    expect((await call(space, amelie.token, 'PATCH', path, { sharedMailbox: 'contact@pole.example.org', territory: 'Bretagne' })).status).toBe(200);
  });

  it('keep an administrator, and removal ends access at once', async () => {
    expect(await call(space, amelie.token, 'DELETE', `/api/poles/${poleId}/members/${amelie.id}`)).toMatchObject({ status: 409, body: { code: 'last-administrator' } });
    const added = await call(space, amelie.token, 'POST', `/api/poles/${poleId}/members`, { email: bruno.email, role: 'administrator', until: '2099-12-31' });
    expect(added.status).toBe(201);
    // Until the invited person accepts, the pole knows the e-mail that was typed, and nothing is theirs.
    expect(added.body.invitations).toEqual([{ id: expect.any(String), email: bruno.email, role: 'administrator', until: '2099-12-31' }]);
    expect(JSON.stringify(added.body)).not.toContain(bruno.id);
    expect(await call(space, amelie.token, 'POST', `/api/poles/${poleId}/members`, { email: bruno.email, role: 'administrator' })).toMatchObject({ status: 409, body: { code: 'already-invited' } });
    expect((await call(space, bruno.token, 'GET', `/api/poles/${poleId}`)).status).toBe(404);
    expect((await call(space, bruno.token, 'GET', '/api/me')).body).toMatchObject({ invitations: [{ pole: poleId, poleName: 'Pôle Optique', role: 'administrator' }], allowedActions: ['create-pole', 'accept-invitation'] });
    const [declined] = added.body.invitations;
    expect((await call(space, operator.token, 'DELETE', `/api/poles/${poleId}/invitations/${declined.id}`)).status).toBe(404);
    expect((await call(space, bruno.token, 'DELETE', `/api/poles/${poleId}/invitations/${declined.id}`)).status).toBe(204);
    expect((await call(space, bruno.token, 'POST', `/api/poles/${poleId}/membership/acceptance`)).status).toBe(404);
    await call(space, amelie.token, 'POST', `/api/poles/${poleId}/members`, { email: bruno.email, role: 'administrator', until: '2099-12-31' });
    expect(await call(space, bruno.token, 'POST', `/api/poles/${poleId}/membership/acceptance`)).toMatchObject({ status: 201, body: { myRoles: ['administrator'], invitations: [] } });
    expect(await call(space, amelie.token, 'POST', `/api/poles/${poleId}/members`, { email: bruno.email, role: 'administrator' })).toMatchObject({ status: 409, body: { code: 'already-member' } });
    expect((await call(space, bruno.token, 'GET', `/api/poles/${poleId}`)).body.myRoles).toEqual(['administrator']);
    expect(await told(bruno)).toEqual([{ template: 'people.invited', subject: `person/${bruno.id}` }, { template: 'people.invited', subject: `person/${bruno.id}` }]);
    // An administrator neither names a second legal representative nor removes the one there is.
    expect(await call(space, bruno.token, 'POST', `/api/poles/${poleId}/members`, { email: bruno.email, role: 'legal_representative' })).toMatchObject({ status: 403, body: { code: 'representative-needed' } });
    expect((await call(space, bruno.token, 'DELETE', `/api/poles/${poleId}/members/${amelie.id}`)).status).toBe(403);
    expect((await call(space, amelie.token, 'DELETE', `/api/poles/${poleId}/members/${bruno.id}`)).status).toBe(204);
    expect(await told(bruno)).toEqual([{ template: 'people.removed', subject: `person/${bruno.id}` }, { template: 'people.invited', subject: `person/${bruno.id}` }, { template: 'people.invited', subject: `person/${bruno.id}` }]);
    expect((await call(space, bruno.token, 'GET', `/api/poles/${poleId}`)).status).toBe(404);
    expect((await call(space, bruno.token, 'GET', '/api/me')).body.poles.map((one: { id: string }) => one.id)).not.toContain(poleId);
  });

  it('keep one of two administrators who remove each other at the same moment', async () => {
    const { body } = await call(space, bruno.token, 'POST', '/api/poles', newPole('Pôle Double', '11100001400014', { carrier: { siret: '11100001400014', name: 'CFA double', legalForm: 'training-centre' } }));
    await call(space, bruno.token, 'POST', `/api/poles/${body.id}/members`, { email: amelie.email, role: 'administrator' });
    expect((await call(space, amelie.token, 'POST', `/api/poles/${body.id}/membership/acceptance`)).status).toBe(201);
    const both = await Promise.all([[bruno, amelie], [amelie, bruno]].map(([one, other]) => call(space, one?.token, 'DELETE', `/api/poles/${body.id}/members/${other?.id}`)));
    expect(both.map((one) => one.status)).toContain(204);
    const left = await call(space, secretariat.token, 'GET', `/api/poles/${body.id}`);
    expect(left.body.members).toHaveLength(1);
  });

  it('attach somebody by the secretariat, with a reason', async () => {
    const path = `/api/poles/${poleId}/members`;
    expect(await call(space, secretariat.token, 'POST', path, { email: bruno.email, role: 'member' })).toMatchObject({ status: 422, body: { code: 'reason-needed' } });
    expect((await call(space, secretariat.token, 'POST', path, { email: bruno.email, role: 'member', reason: 'Justificatif reçu' })).status).toBe(201);
    expect((await call(space, bruno.token, 'POST', path, { email: 'x@y.example.org', role: 'member' })).body.code).toBe('administrator-needed');
  });

  it('are committed by the legal representative or under a mandate', async () => {
    const path = `/api/poles/${poleId}/mandates`;
    expect((await call(space, bruno.token, 'POST', path, { holderId: bruno.id, dated: '2020-01-01' })).body.code).toBe('representative-needed');
    const database = openDatabase(space.databaseUrl, { max: 1 });
    try {
      const queries = new PeopleQueries(database.db);
      expect(await queries.isCommitter(amelie.id, poleId)).toBe(true);
      expect(await queries.isCommitter(bruno.id, poleId)).toBe(false);
      expect((await call(space, amelie.token, 'POST', path, { holderId: operator.id, dated: '2020-01-01' })).body.code).toBe('holder-not-member');
      expect(await call(space, amelie.token, 'POST', path, { holderId: bruno.id, dated: '2020-01-01', documentId: operator.id })).toMatchObject({ status: 422, body: { code: 'attachment-unknown' } });
      expect((await call(space, amelie.token, 'POST', path, { holderId: bruno.id, dated: '2020-01-01', until: '2099-06-30' })).status).toBe(201);
      expect(await queries.isCommitter(bruno.id, poleId)).toBe(true);
      expect(await queries.isCommitter(bruno.id, poleId, '2099-06-30')).toBe(true);
      expect(await queries.isCommitter(bruno.id, poleId, '2099-07-01')).toBe(false);
      expect(await queries.membershipOf(bruno.id, poleId)).toEqual(['member']);
      expect((await queries.recipientsOf(poleId)).map((one) => one.email)).toEqual([amelie.email, 'contact@pole.example.org']);
      const [held] = (await call(space, amelie.token, 'GET', `/api/poles/${poleId}`)).body.mandates;
      expect(held).toMatchObject({ holderId: bruno.id, until: '2099-06-30' });
      expect((await call(space, operator.token, 'DELETE', `${path}/${held.id}`)).body.code).toBe('representative-needed');
      expect((await call(space, amelie.token, 'DELETE', `${path}/${operator.id}`)).status).toBe(404);
      expect((await call(space, bruno.token, 'DELETE', `${path}/${held.id}`)).status).toBe(204);
      expect((await call(space, amelie.token, 'DELETE', `${path}/${held.id}`)).status).toBe(404);
      expect(await queries.isCommitter(bruno.id, poleId)).toBe(false);
      expect((await queries.peopleWithRole('operator')).map((one) => one.personId)).toEqual([operator.id]);
    } finally {
      await database.close();
    }
  });
});
