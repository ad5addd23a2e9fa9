import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eq } from 'drizzle-orm';
import type { Child } from '../../apps/cli/src/stack/child.js';
import { startApi, type Space } from '../../apps/cli/src/stack/space.js';
import type { NotificationState } from '../../libs/domain/src/notification/state.js';
import { openDatabase, type DatabaseHandle } from '../../libs/persistence/src/database.js';
import { enqueueNotices } from '../../libs/persistence/src/notification/enqueue.js';
import { notification } from '../../libs/persistence/src/notification/notification.tables.js';
import { call, someone } from '../stack/staff.js';
import { freshSpace } from '../stack/stack.js';

let space: Space;
let api: Child;
let database: DatabaseHandle;
let operator: { id: string; token: string; email: string };
let expert: { id: string; token: string; email: string };

beforeAll(async () => {
  space = await freshSpace('notification-api', { clock: { mode: 'real' } });
  database = openDatabase(space.databaseUrl, { max: 2 });
  [api, operator, expert] = await Promise.all([startApi(space), someone(space, 'operator', ['operator']), someone(space, 'expert', ['expert'])]);
});

afterAll(async () => {
  await api?.stop();
  await database?.close();
});

/** A notification to the expert, without a worker that would send it. */
async function told(state: NotificationState): Promise<string> {
  const key = `appraisal/${randomUUID()}/invited`;
  await enqueueNotices(database.db, 'appraisal/1/1', [{ template: 'appraisal.invited', key, audience: { person: expert.id }, facts: { answerOn: '2027-03-08' } }], new Date().toISOString());
  const [row] = await database.db.update(notification).set({ state, attempts: 12, nextAttemptAt: null, lastError: 'gone' })
    .where(eq(notification.key, `${key}/${expert.id}`)).returning({ id: notification.id });
  return row?.id ?? '';
}

describe('notifications over HTTP', () => {
  it('are listed page by page to the operator, with whom they reach and why they failed', async () => {
    const ids = [await told('failed'), await told('failed'), await told('sent')];
    const first = await call(space, operator.token, 'GET', '/api/notifications?subject=appraisal/1/1&limit=2');
    expect(first).toMatchObject({ status: 200, body: { items: [{ id: ids[2], state: 'sent' }, { id: ids[1] }] } });
    const next = await call(space, operator.token, 'GET', `/api/notifications?subject=appraisal/1/1&limit=2&cursor=${first.body.next}`);
    expect(next.body).toMatchObject({ items: [{ id: ids[0], lastError: 'gone', recipient: { address: expert.email, personId: expert.id } }], next: null });
    const failed = await call(space, operator.token, 'GET', '/api/notifications?state=failed&template=appraisal.invited');
    expect(failed.body.items).toHaveLength(2);
    const forged = Buffer.from(JSON.stringify(['yesterday', "'"])).toString('base64url');
    expect(await call(space, operator.token, 'GET', `/api/notifications?cursor=${forged}`)).toMatchObject({ status: 400, body: { code: 'bad-cursor' } });
  });

  it('never tell which firm of a survey was reminded, unless its mail came back', async () => {
    const survey = `survey/${randomUUID()}/1`;
    const at = new Date().toISOString();
    const firms = ['atelier-1.example', 'atelier-2.example'];
    for (const [i, domain] of firms.entries()) {
      await database.db.insert(notification).values({
        subject: survey, template: 'survey.reminder', key: `${survey}/${i}`, facts: { firm: randomUUID() }, mailbox: `contact@${domain}`, locale: 'fr', state: i === 0 ? 'sent' : 'failed', messageId: `<${randomUUID()}@example.org>`, createdAt: at,
      });
    }
    const listed = await call(space, operator.token, 'GET', `/api/notifications?subject=${survey}`);
    expect(listed.body.items.map((one: { state: string; recipient: { address: string } | null }) => [one.state, one.recipient?.address ?? null]).sort()).toEqual([['failed', 'contact@atelier-2.example'], ['sent', null]]);
    const { body } = await call(space, operator.token, 'POST', `/api/notifications/${listed.body.items.find(({ state }: { state: string }) => state === 'failed').id}/resend`);
    expect(body).toMatchObject({ state: 'queued', recipient: null });
    expect(JSON.stringify((await call(space, operator.token, 'GET', `/api/notifications?subject=${survey}`)).body)).not.toMatch(/atelier|@example.org/);
  });

  it('show a person their own and nobody else’s', async () => {
    const id = await told('sent');
    const mine = await call(space, expert.token, 'GET', '/api/me/notifications?limit=1');
    expect(mine.body.items).toMatchObject([{ id, title: 'Une expertise vous est proposée' }]);
    expect(mine.body.items[0]).not.toHaveProperty('recipient');
    expect((await call(space, operator.token, 'GET', '/api/me/notifications')).body.items).toEqual([]);
    expect((await call(space, expert.token, 'GET', '/api/notifications')).status).toBe(403);
  });

  it('are resent when they failed, once, and never when they went', async () => {
    const id = await told('failed');
    expect(await call(space, operator.token, 'POST', `/api/notifications/${id}/resend`)).toMatchObject({ status: 200, body: { id, state: 'queued', attempts: 0, lastError: null } });
    expect(await call(space, operator.token, 'POST', `/api/notifications/${id}/resend`)).toMatchObject({ status: 409, body: { code: 'notification-not-resendable' } });
    const sent = await call(space, operator.token, 'POST', `/api/notifications/${await told('sent')}/resend`, undefined, { 'accept-language': 'fr' });
    expect(sent.body.detail).toContain('sent');
    expect((await call(space, operator.token, 'POST', `/api/notifications/${randomUUID()}/resend`)).status).toBe(404);
    expect((await call(space, expert.token, 'POST', `/api/notifications/${id}/resend`)).status).toBe(403);
  });
});
