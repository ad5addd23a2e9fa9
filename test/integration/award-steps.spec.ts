import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SQL, sql } from 'drizzle-orm';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { labelsInForce, type LabelsInForce } from '../stack/labels.js';
import { inDatabase } from '../stack/tell.js';

let on: LabelsInForce;
const [whole, broken, older] = [randomUUID(), randomUUID(), randomUUID()];

interface Step { readonly step: string; readonly state: string; readonly problem: string | null }
const steps = async (label: string): Promise<Step[]> => (await on.as(on.secretariat, 'GET', `/api/labels/${label}`)).body.steps;
const stuck = async (label: string): Promise<string[]> => (await steps(label)).filter(({ state }) => state === 'stuck').map(({ step, problem }) => `${step} ${problem}`);
const listed = async (): Promise<string[]> => (await on.as(on.operator, 'GET', '/api/labels?stuck=true')).body.items.map(({ id }: { id: string }) => id);
const change = (what: SQL): Promise<unknown> => inDatabase(on.space, (db) => db.execute(what));

beforeAll(async () => {
  on = await labelsInForce('award-steps', '2027-06-01', [whole, broken, older]);
  for (const label of [whole, broken, older]) await waitFor('the steps', async () => (await steps(label)).filter(({ state }) => state !== 'done').length <= 1, { seconds: 30 });
}, 120_000);
afterAll(() => on?.space.stop());

describe('the list of labels that are stuck', () => {
  it('is empty while none is', async () => {
    expect([await stuck(whole), await stuck(broken), await listed()]).toEqual([[], [], []]);
  });

  it('has those of which the page says so, whatever the reason', async () => {
    const award = `award/${broken}`;
    const faults: [string, SQL, SQL][] = [
      ['renewal not-told', sql`update message set act = 'was-begin' where sender_id = ${award} and receiver_id like 'renewal/%'`, sql`update message set act = 'begin' where sender_id = ${award} and act = 'was-begin'`],
      ['monitoring not-told', sql`update message set act = 'was-begin' where sender_id = ${award} and receiver_id like 'monitoring/%'`, sql`update message set act = 'begin' where sender_id = ${award} and act = 'was-begin'`],
      ['first-instalment frozen', sql`update subject set status = 'frozen' where id = ${`financing/${broken}`}`, sql`update subject set status = 'current' where id = ${`financing/${broken}`}`],
      ['announcement mail-failed', sql`update notification set state = 'failed' where subject = ${award} and template = 'award.active'`, sql`update notification set state = 'sent' where subject = ${award} and template = 'award.active'`],
      ['announcement nobody-to-tell', sql`update notification set template = 'was' where subject = ${award} and template = 'award.active'`, sql`update notification set template = 'award.active' where subject = ${award} and template = 'was'`],
    ];
    for (const [problem, breaks, mends] of faults) {
      await change(breaks);
      expect([await stuck(broken), await listed()]).toEqual([[problem], [broken]]);
      await change(mends);
      expect([problem, await stuck(broken), await listed()]).toEqual([problem, [], []]);
    }
    await change(sql`delete from label_credential where award_id = ${award}`);
    expect([await stuck(broken), await listed()]).toEqual([['credential not-told'], [broken]]);
  });

  it('asks no financing of a label that came into force before there was any', async () => {
    await change(sql`update message set act = 'was-begin' where sender_id = ${`award/${older}`} and receiver_id like 'financing/%'`);
    expect((await steps(older)).map(({ step }) => step)).not.toEqual(expect.arrayContaining(['financing']));
    expect([await stuck(older), (await listed()).includes(older)]).toEqual([[], false]);
  });
});
