import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Child } from '../../apps/cli/src/stack/child.js';
import { startApi, type Space } from '../../apps/cli/src/stack/space.js';
import { Browser } from '../stack/browser.js';
import { call, someone } from '../stack/staff.js';
import { freshSpace } from '../stack/stack.js';

let space: Space;
let api: Child;
let operator: Awaited<ReturnType<typeof someone>>;
let secretariat: typeof operator;
let bruno: typeof operator;

beforeAll(async () => {
  space = await freshSpace('token', { clock: { mode: 'real' } });
  api = await startApi(space);
  operator = await someone(space, 'operator', ['operator']);
  secretariat = await someone(space, 'secretariat', ['secretariat']);
  bruno = await someone(space, 'bruno');
}, 120_000);
afterAll(() => api?.stop(), 60_000);

describe('tokens', () => {
  const tokens = (of: { id: string }): string => `/api/people/${of.id}/tokens`;
  let signedIn: Browser;
  const post = async (path: string, body: object): Promise<{ status: number; body: { code?: string; id: string; token: string } }> => {
    const response = await signedIn.api('POST', path, body);
    return { status: response.status, body: (await response.json()) as { id: string; token: string } };
  };
  beforeAll(async () => {
    await call(space, operator.token, 'POST', '/api/people', { email: 'operator@example.org', name: 'Marc', roles: ['operator'] });
    signedIn = new Browser(space.apiUrl);
    await signedIn.signIn('operator');
  });

  it('work until they are revoked, and are listed without their secrets', async () => {
    const issued = await post(tokens(bruno), { label: 'robot' });
    expect(issued.status).toBe(201);
    expect((await call(space, issued.body.token, 'GET', '/api/me')).body).toMatchObject({ name: 'bruno', roles: [], poles: [], allowedActions: ['create-pole'] });
    const { id: marc } = (await (await signedIn.api('GET', '/api/me')).json()) as { id: string };
    const listed = await call(space, bruno.token, 'GET', tokens(bruno));
    expect(listed.body.find(({ id }: { id: string }) => id === issued.body.id)).toEqual({ id: issued.body.id, label: 'robot', issuedBy: marc, createdAt: expect.any(String), expiresAt: expect.any(String) });
    expect((await call(space, operator.token, 'GET', tokens(bruno))).body).toEqual(listed.body);
    expect((await call(space, secretariat.token, 'GET', tokens(bruno))).status).toBe(404);
    expect((await call(space, bruno.token, 'DELETE', `${tokens(bruno)}/${issued.body.id}`)).status).toBe(204);
    expect((await call(space, issued.body.token, 'GET', '/api/me')).status).toBe(401);
    expect((await call(space, bruno.token, 'GET', tokens(bruno))).body).toHaveLength(listed.body.length - 1);
    expect(await post(tokens(bruno), { label: 'old', expiresAt: '2020-01-01T00:00:00.000Z' })).toMatchObject({ status: 422, body: { code: 'expiry-out-of-range' } });
  });

  it('are made in a session only, and by nobody else for those who take part in procedures', async () => {
    for (const one of [operator, bruno]) expect(await call(space, one.token, 'POST', tokens(one), { label: 'more' })).toMatchObject({ status: 403, body: { code: 'token-cannot-mint' } });
    expect((await call(space, bruno.token, 'POST', tokens(operator), { label: 'steal' })).status).toBe(404);
    for (const role of ['secretariat', 'committee', 'authority', 'expert'] as const) {
      const holder = await someone(space, `holds-${role}`, [role]);
      expect(await post(tokens(holder), { label: 'steal' })).toMatchObject({ status: 403, body: { code: 'token-of-partaker' } });
    }
    const member = await someone(space, 'holds-pole');
    await call(space, member.token, 'POST', '/api/poles', { name: 'Pôle à jeton', themes: ['housing'], territory: 'Bretagne', carrier: { siret: '73282932000074', name: 'Association', legalForm: 'training-centre' } });
    expect(await post(tokens(member), { label: 'steal' })).toMatchObject({ status: 403, body: { code: 'token-of-partaker' } });
    // Roles that come later end the token that was made before.
    const later = await someone(space, 'rises-later');
    const made = await post(tokens(later), { label: 'early' });
    expect((await call(space, made.body.token, 'GET', '/api/me')).status).toBe(200);
    await call(space, operator.token, 'PATCH', `/api/people/${later.id}`, { roles: ['authority'] });
    expect((await call(space, made.body.token, 'GET', '/api/me')).status).toBe(401);
    expect((await call(space, later.token, 'GET', '/api/me')).status).toBe(200);
  });

  it('are ten at most, also when asked for at the same moment', async () => {
    const robot = await someone(space, 'robot');
    const answers = await Promise.all(Array.from({ length: 12 }, () => post(tokens(robot), { label: 'r' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array.from({ length: 9 }, () => 201), 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('too-many-tokens');
    expect((await call(space, robot.token, 'GET', tokens(robot))).body).toHaveLength(10);
  });

  it('are refused everywhere when they are wrong', async () => {
    expect((await call(space, 'est_nonsense', 'GET', '/api/health')).status).toBe(401);
  });
});
