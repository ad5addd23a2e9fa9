import { randomUUID } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bitByHand, byLibrary, provenByHand, type Credential } from '../factories/credential-check.js';
import { labelsInForce, type LabelsInForce } from '../stack/labels.js';

let on: LabelsInForce;
const label = randomUUID();
const other = randomUUID();
let number: string;
let badge: Credential;

const reasons = { reasonsInLaw: 'Articles L121-1 et L122-1.', reasonsInFact: 'Le rapport de 2028 manque.' };
const measure = { signatory: { firstName: 'Jeanne', surname: 'Martin', capacity: 'Directrice générale' }, ...reasons };
const fetched = async (url: string): Promise<Credential> => {
  if (!url.startsWith(`${on.space.apiUrl}/`)) throw new Error(`asked of a network: ${url}`);
  return (await (await fetch(url)).json()) as Credential;
};
const credentialOf = (of: string): Promise<Credential> => fetched(`${on.space.apiUrl}/api/register/${of}/credential`);
const post = (who: 'holder' | 'authority' | 'operator', path: string, body: object) => on.as(on[who], 'POST', path, body);
/** What both ways of checking say of the proof. */
const both = async (credential: Credential, now = '2028-01-01T00:00:00Z'): Promise<{ byHand: boolean; byLibrary: string }> => ({ byHand: await provenByHand(credential, fetched).catch(() => false), byLibrary: await byLibrary(credential, fetched, now) });
const bits = async (credential: Credential): Promise<Record<string, boolean>> => ({ revocation: await bitByHand(credential, 'revocation', fetched), suspension: await bitByHand(credential, 'suspension', fetched) });

beforeAll(async () => {
  on = await labelsInForce('credential', '2027-06-01', [label, other]);
  number = await on.numberOf(label);
  badge = await credentialOf(number);
}, 120_000);
afterAll(() => on?.space.stop());

describe('the credential of a label', () => {
  it('is an Open Badge 3.0 that says what the register says', () => {
    expect(badge).toMatchObject({
      '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'], type: ['VerifiableCredential', 'OpenBadgeCredential'],
      id: `${on.space.apiUrl}/api/register/${number}/credential`, issuer: { type: ['Profile'] }, validFrom: '2027-06-30T22:00:00Z', validUntil: '2030-06-30T21:59:59Z',
      credentialSubject: { type: ['AchievementSubject'], achievement: { type: ['Achievement'], achievementType: 'Certification' } },
      proof: { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', proofPurpose: 'assertionMethod' },
    });
    expect(badge.credentialSubject.identifier).toContainEqual({ type: 'IdentityObject', identityHash: '732829320', identityType: 'ext:siren', hashed: false });
    expect(JSON.stringify(badge)).not.toMatch(new RegExp(`${on.pole}|@${on.space.name}`));
  });

  it('is good by the library and by hand, within its term only', async () => {
    expect(await both(badge)).toEqual({ byHand: true, byLibrary: 'good' });
    expect((await both(badge, '2027-06-01T00:00:00Z')).byLibrary).toMatch(/before "validFrom"/);
    expect((await both(badge, '2030-07-01T12:00:00Z')).byLibrary).toMatch(/after "validUntil"/);
  });

  it('is refused by both once anything in it was changed', async () => {
    const changes: [string, (credential: Credential) => void][] = [
      ['holder', (c) => { c.credentialSubject.identifier[0].identityHash = 'Autre pôle'; }],
      ['SIREN', (c) => { c.credentialSubject.identifier[1].identityHash = '130027972'; }],
      ['last day', (c) => { c.validUntil = '2040-06-30T21:59:59Z'; }],
      ['first day', (c) => { c.validFrom = '2020-06-30T22:00:00Z'; }],
      ['achievement', (c) => { c.credentialSubject.achievement.name = 'Entreprise du patrimoine vivant'; }],
      ['issuer’s name', (c) => { c.issuer.name = 'Quelqu’un'; }],
      ['issuer', (c) => { c.issuer.id = 'did:web:example.org'; }],
      ['status index', (c) => { c.credentialStatus[0].statusListIndex = '5'; }],
      ['no status', (c) => { delete c.credentialStatus; }],
      ['date of the proof', (c) => { c.proof.created = '2026-01-01T00:00:00Z'; }],
      ['another key', (c) => { c.proof.verificationMethod += 'x'; }],
      ['proof', (c) => { c.proof.proofValue = `${c.proof.proofValue.slice(0, -1)}${c.proof.proofValue.endsWith('2') ? '3' : '2'}`; }],
      ['a term that no context knows', (c) => { c.credentialSubject.score = 100; }],
    ];
    for (const [what, change] of changes) {
      const tampered = structuredClone(badge);
      change(tampered);
      const { byHand, byLibrary: said } = await both(tampered);
      expect({ what, byHand, good: said === 'good' }).toEqual({ what, byHand: false, good: false });
    }
  });

  it('is the same as long as nothing has changed', async () => {
    const response = await fetch(badge.id);
    expect(response.headers.get('content-type')).toMatch(/^application\/vc/);
    expect(await response.json()).toEqual(badge);
    expect((await fetch(badge.id, { headers: { 'if-none-match': response.headers.get('etag') ?? '' } })).status).toBe(304);
    expect((await fetch(`${on.space.apiUrl}/api/register/PI-1999-0001/credential`)).status).toBe(404);
  });
});

describe('what dates tell', () => {
  it('is nothing that the public is not told: neither a notice nor what came of it', async () => {
    const dated = async (): Promise<string[]> => {
      const list = await fetched(`${on.space.apiUrl}/api/credentials/status/suspension/1`);
      return [(await credentialOf(number)).proof.created, list['validFrom'], list.proof.created];
    };
    const before = await dated();
    await on.advance('2027-09-01T09:00:00.000Z');
    expect(await post('authority', `/api/labels/${label}/notices`, { intent: 'withdrawal', ...reasons })).toMatchObject({ status: 201 });
    expect(await post('holder', `/api/labels/${label}/observations`, { text: 'Le rapport est parti.' })).toMatchObject({ status: 201 });
    expect(await dated()).toEqual(before);
    expect(await post('authority', `/api/labels/${label}/dropped-notices`, {})).toMatchObject({ status: 201 });
    expect(await dated()).toEqual(before);
  });
});

describe('the status lists', () => {
  it('say when a label is suspended, and when it is no more', async () => {
    await on.advance('2028-02-01T09:00:00.000Z');
    expect(await bits(badge)).toEqual({ revocation: false, suspension: false });
    await post('authority', `/api/labels/${label}/notices`, { intent: 'suspension', ...reasons });
    await post('holder', `/api/labels/${label}/observations`, { text: 'Le rapport est parti.' });
    expect(await bits(badge)).toEqual({ revocation: false, suspension: false });
    expect(await post('authority', `/api/labels/${label}/suspensions`, measure)).toMatchObject({ status: 201 });
    expect(await bits(badge)).toEqual({ revocation: false, suspension: true });
    expect(await both(badge, '2028-02-02T00:00:00Z')).toEqual({ byHand: true, byLibrary: 'suspension' });
    expect(await bits(await credentialOf(await on.numberOf(other)))).toEqual({ revocation: false, suspension: false });
    expect(await on.as(undefined, 'GET', `/api/register/${number}/credential`)).toMatchObject({ status: 409, body: { code: 'no-credential', currentStatus: 'suspended' } });
    await post('authority', `/api/labels/${label}/reinstatements`, {});
    expect(await bits(badge)).toEqual({ revocation: false, suspension: false });
  });

  it('say when a label was withdrawn, for good', async () => {
    await post('authority', `/api/labels/${label}/notices`, { intent: 'withdrawal', ...reasons });
    await post('holder', `/api/labels/${label}/observations`, { text: 'Le rapport est parti.' });
    expect(await post('authority', `/api/labels/${label}/withdrawals`, measure)).toMatchObject({ status: 201 });
    expect(await bits(badge)).toEqual({ revocation: true, suspension: false });
    expect(await both(badge, '2028-02-02T00:00:00Z')).toEqual({ byHand: true, byLibrary: 'revocation' });
  });

  it('are as long as the W3C asks, and nobody’s guess', async () => {
    const list = await fetched(`${on.space.apiUrl}/api/credentials/status/revocation/1`);
    expect(list).toMatchObject({ type: ['VerifiableCredential', 'BitstringStatusListCredential'], issuer: badge.issuer.id, credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation' } });
    const tampered = { ...list, credentialSubject: { ...list.credentialSubject, encodedList: (await fetched(`${on.space.apiUrl}/api/credentials/status/suspension/1`)).credentialSubject.encodedList } };
    expect(await both(list, '2028-02-02T00:00:00Z')).toEqual({ byHand: true, byLibrary: 'good' });
    const refused = await both(tampered, '2028-02-02T00:00:00Z');
    expect([refused.byHand, refused.byLibrary === 'good']).toEqual([false, false]);
    for (const path of ['revocation/2', 'revocation/0', 'other/1']) expect((await fetch(`${on.space.apiUrl}/api/credentials/status/${path}`)).status).toBe(404);
  });
});

describe('the certificate on paper', () => {
  it('is made while the label is in force, for who may see the label', async () => {
    const made = await on.as(on.holder, 'GET', `/api/labels/${other}/certificate.pdf`);
    expect([made.status, made.headers.get('content-type'), String(made.body).startsWith('%PDF-')]).toEqual([200, 'application/pdf', true]);
    expect(await on.as(on.holder, 'GET', `/api/labels/${label}/certificate.pdf`)).toMatchObject({ status: 409, body: { code: 'no-certificate', currentStatus: 'withdrawn' } });
    expect((await on.as(on.stranger, 'GET', `/api/labels/${other}/certificate.pdf`)).status).toBe(403);
  });
});

describe('the keys', () => {
  const keys = async (): Promise<Credential[]> => (await on.as(on.operator, 'GET', '/api/credentials/keys')).body.keys;

  it('lie in files that nobody else reads, and only their public halves leave', async () => {
    const folder = on.space.env['CREDENTIAL_KEYS_DIR'] ?? '';
    const [name = ''] = await readdir(folder);
    expect([(await stat(join(folder, name))).mode & 0o777, (await stat(folder)).mode & 0o777]).toEqual([0o600, 0o700]);
    expect(relative(on.space.filesDir, folder)).toMatch(/^\.\./);
    const { secretKeyMultibase } = JSON.parse(await readFile(join(folder, name), 'utf8')) as Credential;
    const published = JSON.stringify([await fetched(`${on.space.apiUrl}/.well-known/did.json`), await keys()]);
    expect(published).not.toContain(secretKeyMultibase);
    expect((await on.as(on.authority, 'GET', '/api/credentials/keys')).status).toBe(403);
  });

  it('change, and what the former one signed stays good', async () => {
    const before = await credentialOf(await on.numberOf(other));
    const rotated = await post('operator', '/api/credentials/keys', {});
    expect(rotated.body.keys.map(({ state }: Credential) => state)).toEqual(['signing', 'retired']);
    const after = await credentialOf(await on.numberOf(other));
    expect(after.proof.verificationMethod).toBe(`${rotated.body.issuer}#${rotated.body.keys[0].kid}`);
    expect(after.proof.verificationMethod).not.toBe(before.proof.verificationMethod);
    for (const one of [before, after]) expect(await both(one)).toEqual({ byHand: true, byLibrary: 'good' });
    const folder = on.space.env['CREDENTIAL_KEYS_DIR'] ?? '';
    const secrets = await Promise.all((await readdir(folder)).map(async (name) => (JSON.parse(await readFile(join(folder, name), 'utf8')) as Credential).secretKeyMultibase !== null));
    expect(secrets.filter(Boolean)).toHaveLength(1);
  });

  it('are given up when they may have leaked: what they signed is refused, holders fetch theirs again', async () => {
    const before = await credentialOf(await on.numberOf(other));
    const [{ kid } = {}] = await keys();
    expect((await post('operator', `/api/credentials/keys/${kid}/withdrawal`, { understood: false })).status).toBe(422);
    expect((await post('operator', '/api/credentials/keys/key-none/withdrawal', { understood: true })).status).toBe(404);
    const left = await post('operator', `/api/credentials/keys/${kid}/withdrawal`, { understood: true });
    expect(left.body.keys.map(({ state }: Credential) => state)).toEqual(['signing', 'withdrawn', 'retired']);
    const { byHand, byLibrary: said } = await both(before);
    expect([byHand, said === 'good']).toEqual([false, false]);
    expect(await both(await credentialOf(await on.numberOf(other)))).toEqual({ byHand: true, byLibrary: 'good' });
  });
});
