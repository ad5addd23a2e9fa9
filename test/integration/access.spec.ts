import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Child } from '../../apps/cli/src/stack/child.js';
import { freePort } from '../../apps/cli/src/stack/ports.js';
import { startApi, type Space } from '../../apps/cli/src/stack/space.js';
import { grantedRoles } from '../../libs/domain/src/procedure/granted-role.js';
import { Browser } from '../stack/browser.js';
import { call, someone } from '../stack/staff.js';
import { freshSpace } from '../stack/stack.js';

interface Operation { operationId: string; summary?: string; security?: unknown[]; 'x-access'?: string[] }

let space: Space;
let api: Child;
/** Two more on the same database: one that is short of much, one whose database is away. */
let strained: Space;
let strainedApi: Child;
let cutOff: Space;
let cutOffApi: Child;
let routes: { method: string; path: string; rule: string[]; operation: Operation }[];

beforeAll(async () => {
  space = await freshSpace('access', { clock: { mode: 'real' } });
  strained = await beside('b', { REQUESTS_PER_MINUTE: '3', TEMPORAL_ADDRESS: '127.0.0.1:1', LOG_LEVEL: 'info', TRUSTED_PROXIES: '127.0.0.1' });
  cutOff = await beside('c', { ESTAMPILLE_DATABASE_URL: 'postgresql://x:y@127.0.0.1:1/none' });
  [api, strainedApi, cutOffApi] = await Promise.all([startApi(space), startApi(strained), startApi(cutOff)]);
  const { body } = await call(space, undefined, 'GET', '/api/openapi.json');
  routes = Object.entries(body.paths as Record<string, Record<string, Operation>>).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase(), path, rule: operation['x-access'] ?? [], operation })));
}, 120_000);
afterAll(() => Promise.all([api?.stop(), strainedApi?.stop(), cutOffApi?.stop()]), 60_000);

async function beside(suffix: string, settings: Record<string, string>): Promise<Space> {
  const port = await freePort();
  const databaseUrl = settings['ESTAMPILLE_DATABASE_URL'] ?? space.databaseUrl;
  return { ...space, databaseUrl, name: `${space.name}-${suffix}`, apiUrl: `http://127.0.0.1:${port}`, env: { ...space.env, API_PORT: String(port), ...settings } };
}

/** A path that matches the route and names nothing that exists. */
const concrete = (path: string) => path.replace(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000');

describe('access rules', () => {
  it('stand on every route, and public operations say so', () => {
    expect(routes.length).toBeGreaterThan(15);
    expect(routes.filter(({ rule }) => rule.length === 0)).toEqual([]);
    for (const { rule, operation } of routes) expect(operation.security ?? 'document').toEqual(rule.includes('public') ? [] : 'document');
  });

  it('stand in a document that says in a sentence what each operation does', () => {
    expect(routes.filter(({ operation }) => !/^\S.{10,}\.$/.test(operation.summary ?? '')).map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it('turn visitors away from everything that is not public', async () => {
    for (const { method, path, rule } of routes) {
      const { status } = await call(space, undefined, method, concrete(path));
      expect({ method, path, refused: status === 401 }).toEqual({ method, path, refused: !rule.includes('public') });
    }
  });

  it.each(['applicant', ...grantedRoles] as const)('admit the role %s exactly where its routes say', async (role) => {
    const caller = await someone(space, role, role === 'applicant' ? [] : [role]);
    if (role === 'applicant') {
      const pole = { name: 'P', themes: [], territory: 'T', carrier: { siret: '73282932000074', name: 'A', legalForm: 'association' } };
      expect((await call(space, caller.token, 'POST', '/api/poles', pole)).status).toBe(201);
    }
    const wrong: string[] = [];
    for (const { method, path, rule } of routes) {
      const expected = rule.includes('public') || rule.includes('signed-in') || rule.includes(role);
      // An unknown field: where the role is admitted, validation or the record's absence answers, and nothing changes.
      const { status, body } = await call(space, caller.token, method, concrete(path), method === 'GET' ? undefined : { 'no such field': 1 });
      const admitted = !(status === 403 && body.code === 'forbidden');
      if (admitted !== expected || status >= 500) wrong.push(`${method} ${path}: ${status}, ${expected ? 'should be' : 'should not be'} admitted`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('the shell', () => {
  it('is alive and ready, with strict headers', async () => {
    expect(await call(space, undefined, 'GET', '/api/health')).toMatchObject({ status: 200, body: { status: 'ok' } });
    const ready = await call(space, undefined, 'GET', '/api/ready');
    expect(ready).toMatchObject({ status: 200, body: { status: 'ok', details: { database: { status: 'up' }, temporal: { status: 'up' } } } });
    expect(ready.headers.get('content-security-policy')).toContain("style-src 'self';");
    expect(ready.headers.get('content-security-policy')).not.toContain('unsafe');
  });

  it('serves OpenAPI 3.1 and a page to try it', async () => {
    const { body: document } = await call(space, undefined, 'GET', '/api/openapi.json');
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Estampille' } });
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w*)"/g)].map(([, name]) => name ?? '');
    expect(references.length).toBeGreaterThan(20);
    expect(references.filter((name) => !(name in document.components.schemas))).toEqual([]);
    const operations = routes.map(({ operation }) => operation.operationId);
    expect(new Set(operations).size).toBe(operations.length);
    const page = await call(space, undefined, 'GET', '/api/docs');
    expect(page.status).toBe(200);
    const scripts = [...String(page.body).matchAll(/<script src="([^"]+)"/g)].map(([, source]) => source ?? '');
    expect(scripts.length).toBeGreaterThan(1);
    for (const source of scripts) expect((await fetch(new URL(source, `${space.apiUrl}/api/docs`))).status).toBe(200);
  });

  it('tells visitors which schemes are loaded', async () => {
    const { body } = await call(space, undefined, 'GET', '/api/schemes', undefined, { 'accept-language': 'en' });
    const pole = body.find(({ code }: { code: string }) => code === 'pole-innovation');
    expect(pole).toMatchObject({ version: expect.any(Number), name: expect.any(String) });
    expect([pole.themes.length, pole.structureTypes.length]).toEqual([6, 4]);
  });

  it('refuses with a problem in the language that was asked for', async () => {
    const refused = await call(space, undefined, 'GET', '/api/me', undefined, { 'accept-language': 'de, en;q=0.8, fr;q=0.5' });
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(refused.body).toMatchObject({ status: 401, code: 'sign-in-needed', title: 'Sign-in needed', instance: '/api/me' });
    expect((await call(space, undefined, 'GET', '/api/nothing')).body).toMatchObject({ code: 'not-found', title: 'Introuvable' });
  });

  it('answers an unreadable address with a problem, and leaves nothing personal in caches', async () => {
    for (const path of ['/api/register/%ff', '/%']) {
      const refused = await call(space, undefined, 'GET', path, undefined, { 'accept-language': 'en' });
      expect(refused).toMatchObject({ status: 400, body: { code: 'bad-address', title: 'Unreadable address', instance: path } });
      expect(refused.headers.get('content-type')).toContain('application/problem+json');
    }
    const { token } = await someone(space, 'cached');
    for (const path of ['/api/me', '/api/me/tasks', '/api/register']) expect((await call(space, token, 'GET', path)).headers.get('cache-control')).toBe('no-store');
  });

  it('points at each wrong field, and survives odd input', async () => {
    const { token } = await someone(space, 'odd', ['operator']);
    const wrong = await call(space, token, 'POST', '/api/poles', { name: 'a\u0000b', themes: 'x', territory: 7, carrier: { siret: 1 }, extra: true });
    expect(wrong.status).toBe(422);
    expect(wrong.body.errors.map((one: { pointer: string }) => one.pointer)).toEqual(expect.arrayContaining(['/name', '/themes', '/territory', '/carrier/siret', '/extra']));
    const sentence = (body: { errors: { pointer: string; detail: string }[] }): unknown => body.errors.find(({ pointer }) => pointer === '/territory');
    expect(sentence(wrong.body)).toEqual({ pointer: '/territory', code: 'text-length', detail: 'Écrivez un texte de 1 à 300 caractères.' });
    const english = await call(space, token, 'POST', '/api/poles', { territory: 7 }, { 'accept-language': 'en' });
    expect(sentence(english.body)).toMatchObject({ detail: 'Write text of 1 to 300 characters.' });
    const malformed = await fetch(`${space.apiUrl}/api/poles`, { method: 'POST', body: '{', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } });
    expect([malformed.status, (await malformed.json() as { code: string }).code]).toEqual([400, 'malformed']);
    const large = await fetch(`${space.apiUrl}/api/poles`, { method: 'POST', body: `"${'x'.repeat(1_100_000)}"`, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } });
    expect([large.status, (await large.json() as { code: string }).code]).toEqual([413, 'too-large']);
    expect((await call(space, token, 'GET', '/api/people?cursor=%00%ff')).body.code).toBeDefined();
    expect((await call(space, token, 'GET', '/api/people?cursor=WyIxIl0')).body.code).toBe('bad-cursor');
    expect((await call(space, token, 'POST', '/api/poles', [1])).status).toBe(422);
    expect((await call(space, token, 'POST', '/api/poles')).status).toBe(422);
  });
});

describe('under strain', () => {
  it('counts requests per person, and per address for visitors', async () => {
    const { token } = await someone(space, 'busy');
    const answers = [];
    for (let i = 0; i < 4; i += 1) answers.push(await call(strained, token, 'GET', '/api/me'));
    expect(answers.map((one) => one.status)).toEqual([200, 200, 200, 429]);
    expect(answers[3]).toMatchObject({ body: { code: 'too-many-requests' } });
    const { token: calm } = await someone(space, 'calm');
    expect((await call(strained, calm, 'GET', '/api/me')).status).toBe(200);
    expect((await call(strained, undefined, 'GET', '/api/me')).status).toBe(401);
    for (let i = 0; i < 5; i += 1) expect((await call(strained, undefined, 'GET', '/api/health')).status).toBe(200);
  });

  it('believes the proxies that it is told of, and counts those behind them apart', async () => {
    const from = async (address: string): Promise<number> => (await call(strained, undefined, 'GET', '/api/me', undefined, { 'x-forwarded-for': address })).status;
    const answers = [];
    for (let i = 0; i < 4; i += 1) answers.push(await from('192.0.2.1'));
    expect(answers).toEqual([401, 401, 401, 429]);
    expect(await from('192.0.2.2')).toBe(401);
  });

  it('counts wrong tokens for the address that they come from', async () => {
    const answers = [];
    for (let i = 0; i < 4; i += 1) answers.push((await call(strained, `est_guess-${i}`, 'GET', '/api/me', undefined, { 'x-forwarded-for': '192.0.2.7' })).status);
    expect(answers).toEqual([401, 401, 401, 429]);
  });

  it('says that the database is away, and stays alive', async () => {
    expect(await call(cutOff, 'est_x', 'GET', '/api/me')).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(await call(cutOff, undefined, 'GET', '/api/ready')).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect((await call(cutOff, undefined, 'GET', '/api/health')).status).toBe(200);
  });

  it('serves without Temporal, and says that it is degraded', async () => {
    expect(await call(strained, undefined, 'GET', '/api/ready')).toMatchObject({ status: 200, body: { status: 'degraded', details: { temporal: { status: 'degraded' } } } });
  });

  it('logs neither addresses, queries nor secrets', async () => {
    const { token } = await someone(space, 'quiet', ['operator']);
    await call(strained, token, 'GET', '/api/people?q=some.person%40example.org');
    await call(strained, token, 'POST', '/api/people', { email: 'some.person@example.org', name: 'Some Person' });
    await call(strained, token, 'POST', '/api/people', { email: 'some.person@example.org', name: 'Some Person' });
    const log = readFileSync(join(space.servers.logsDir, `api-${strained.name}.log`), 'utf8');
    expect(log).toContain('"path":"/api/people"');
    expect(log).not.toMatch(/some.person|Some Person|est_|127\.0\.0\.1:\d+.*remote/);
    expect(log).not.toContain('192.0.2.');
    expect(log).not.toContain(token);
  });
});

describe('sign-in', () => {
  it('opens a session by OIDC, asks for the header on changes, and ends', async () => {
    const browser = new Browser(space.apiUrl);
    expect(await browser.signIn('amelie.martin')).toBe(`${space.apiUrl}/api/me`);
    const me = await (await browser.api('GET', '/api/me')).json() as { id: string; name: string; email: string };
    expect(me).toMatchObject({ name: 'Amélie Martin', email: 'amelie.martin@example.org' });
    const withoutHeader = await browser.api('PATCH', `/api/people/${me.id}`, { locale: 'en' }, {});
    expect([withoutHeader.status, (await withoutHeader.json() as { code: string }).code]).toEqual([403, 'header-needed']);
    expect((await browser.api('PATCH', `/api/people/${me.id}`, { locale: 'en' })).status).toBe(200);

    const first = browser.cookie('estampille') ?? '';
    await browser.signIn('amelie.martin');
    expect(browser.cookie('estampille')).not.toBe(first);
    const old = new Browser(space.apiUrl);
    old.setCookie('estampille', first);
    expect((await old.api('GET', '/api/me')).status).toBe(401);

    const signedOut = await browser.api('POST', '/api/auth/sign-out');
    expect((await signedOut.json() as { signOutUrl: string }).signOutUrl).toContain('post_logout_redirect_uri');
    expect((await browser.api('GET', '/api/me')).status).toBe(401);
  });

  it('links the identity to a person who was created before', async () => {
    const operator = await someone(space, 'boss', ['operator']);
    const created = await call(space, operator.token, 'POST', '/api/people', { email: 'Expert1@example.org', name: 'Diane', roles: ['expert'] });
    const browser = new Browser(space.apiUrl);
    await browser.signIn('expert1');
    expect(await (await browser.api('GET', '/api/me')).json()).toMatchObject({ id: created.body.id, roles: ['expert'] });
  });

  it('comes back to paths of this site only, and refuses a callback that it did not ask for', async () => {
    const browser = new Browser(space.apiUrl);
    expect(await browser.signIn('bruno.petit', '//evil.example')).toBe(`${space.apiUrl}/`);
    const forged = await call(space, undefined, 'GET', '/api/auth/callback?code=x&state=y');
    expect(forged).toMatchObject({ status: 400, body: { code: 'sign-in-failed' } });
  });
});
