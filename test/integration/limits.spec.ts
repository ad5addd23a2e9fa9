import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Child } from '../../apps/cli/src/stack/child.js';
import { startApi, type Space } from '../../apps/cli/src/stack/space.js';
import { grantedRoles } from '../../libs/domain/src/procedure/granted-role.js';
import { call, someone } from '../stack/staff.js';
import { freshSpace } from '../stack/stack.js';

let space: Space;
let api: Child;
let anybody: Awaited<ReturnType<typeof someone>>;

beforeAll(async () => {
  space = await freshSpace('limits', { clock: { mode: 'real' } });
  api = await startApi(space);
  anybody = await someone(space, 'anybody', grantedRoles);
}, 120_000);
afterAll(() => api?.stop(), 60_000);

/** A request whose body is sent as it is written. */
async function send(body: string): Promise<{ status: number; code: string; size: number; errors: number }> {
  const response = await fetch(`${space.apiUrl}/api/people/${anybody.id}`, { method: 'PATCH', body, headers: { authorization: `Bearer ${anybody.token}`, 'content-type': 'application/json' } });
  const text = await response.text();
  const { code, errors } = JSON.parse(text) as { code: string; errors?: unknown[] };
  return { status: response.status, code, size: text.length, errors: errors?.length ?? 0 };
}

describe('a body', () => {
  const many = (n: number, one: (i: number) => string): string => Array.from({ length: n }, (_, i) => one(i)).join(',');

  it.each([
    ['hundreds of thousands of elements', `{"absences":[${many(340_000, () => '{}')}]}`],
    ['tens of thousands of unknown fields', `{${many(90_000, (i) => `"k${i}":1`)}}`],
    ['thousands of levels', `{"absences":${'['.repeat(3000)}${']'.repeat(3000)}}`],
    ['thousands of levels where nothing is expected', `{"x":${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}}`],
  ])('of %s is refused before it is looked at, and others are answered meanwhile', async (_, body) => {
    const [refused, health] = await Promise.all([send(body), call(space, undefined, 'GET', '/api/health')]);
    expect(refused).toMatchObject({ status: 413, code: 'too-large' });
    expect(refused.size).toBeLessThan(1000);
    expect(health.status).toBe(200);
  });

  it.each([
    ['elements', `{"absences":[${many(9_000, () => '{}')}]}`],
    ['unknown fields', `{${many(9_000, (i) => `"k${i}":1`)}}`],
  ])('of too many %s is told its first faults only', async (_, body) => {
    const refused = await send(body);
    expect(refused).toMatchObject({ status: 422, code: 'invalid', errors: 50 });
    expect(refused.size).toBeLessThan(20_000);
  });
});

describe('a cursor', () => {
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const none = ['garbage', '%00%ff', encode({}), encode(null), encode([]), encode([1]), encode(['x', 'x', 'x', 'x']), encode([['x'], ['x']]), encode(['\u0000', '\u0000'])];
  /** Right for lists by name, wrong for others. */
  const doubtful = [encode(['x']), encode(['x', 'x']), encode(['x', 'x', 'x']), encode(['1', '-'.repeat(36)]), encode(['0000-01-01', 'x', 'x']), encode(['0000-01-01T00:00:00.000Z', 'x']), encode(['\ud800', 'x'])];

  const nobody = '00000000-0000-4000-8000-000000000000';
  /** What some lists cannot do without where several schemes are loaded. */
  const wanted = { scheme: 'pole-innovation', with: nobody };

  it('that no list gave is refused by every list', async () => {
    const { body } = await call(space, undefined, 'GET', '/api/openapi.json');
    const lists = Object.entries(body.paths as Record<string, { get?: { parameters?: { name: string }[] } }>)
      .flatMap(([path, { get }]) => {
        const names = get?.parameters?.map(({ name }) => name) ?? [];
        const asked = Object.entries(wanted).filter(([name]) => names.includes(name)).map(([name, value]) => `${name}=${value}&`).join('');
        return names.includes('cursor') ? [{ path: `${path.replace(/\{\w+\}/g, nobody)}?${asked}`, of: path.includes('{') }] : [];
      });
    expect(lists.length).toBeGreaterThan(10);
    const wrong: string[] = [];
    for (const { path, of } of lists) {
      const answers = async (cursor: string) => (await call(space, anybody.token, 'GET', `${path}cursor=${cursor}`)).status;
      // A list of something that is not there: that is said first, or the cursor.
      const right = of ? [400, 404] : [400];
      for (const cursor of none) if (!right.includes(await answers(cursor))) wrong.push(`${path} ${cursor}: ${await answers(cursor)}`);
      for (const cursor of doubtful) if (await answers(cursor) >= 500) wrong.push(`${path} ${cursor}: ${await answers(cursor)}`);
    }
    expect(wrong).toEqual([]);
  });
});
