import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { done, newPole, openCall, submitted } from '../stack/files.js';
import { siretOf } from '../../apps/cli/src/rehearse/identifiers.js';
import { runningSpace, type RunningSpace } from '../stack/stack.js';
import { call, someone, type Answer } from '../stack/staff.js';
import { inDatabase } from '../stack/tell.js';
import { MailServer } from './mail-server.js';

type Person = Awaited<ReturnType<typeof someone>>;

/** Days on which programs go wrong, in the order of one run from March 2027 to March 2028, on the real server. */
describe('days that are not like others', () => {
  const server = new MailServer();
  let space: RunningSpace;
  let people: Record<'operator' | 'secretariat' | 'holder', Person>;
  let poles = 0;

  beforeAll(async () => {
    await server.start();
    space = await runningSpace('real-dates', { clock: { mode: 'stepped', start: '2027-03-01T09:00:00.000Z' }, smtpUrl: server.url });
    people = { operator: await someone(space, 'operator', ['operator']), secretariat: await someone(space, 'secretariat', ['secretariat']), holder: await someone(space, 'holder') };
  }, 120_000);
  afterAll(async () => {
    await space?.stop();
    await server.stop();
  });

  const as = (person: Person, method: string, path: string, body?: unknown): Promise<Answer> => call(space, person.token, method, path, body);
  const advance = async (to: string): Promise<void> => { await done(space, people.operator, 'POST', '/api/clock/advances', { to }); };
  const pole = (): Promise<string> => newPole(space, people, `Pôle ${(poles += 1)}`, siretOf(poles));
  const statusOf = async (id: string): Promise<string> => (await as(people.secretariat, 'GET', `/api/applications/${id}`)).body.status;
  const dueOn = async (id: string, kind: string): Promise<string | undefined> => {
    const ahead: { kind: string; mark: string; on: string }[] = (await as(people.secretariat, 'GET', `/api/applications/${id}`)).body.timeline.ahead;
    return ahead.find((d) => d.kind === kind && d.mark === '')?.on;
  };
  /** A submitted file of a pole of its own, under a call that is open for a year. */
  let longCall = '';
  const file = async (): Promise<string> => {
    longCall ||= await openCall(space, people.secretariat, '2027-03-01', '2028-02-28');
    return submitted(space, people.holder, longCall, await pole());
  };

  it('mail server down for a day: nothing is lost nor sent twice, and acts go on', async () => {
    await server.stop();
    const id = await file();
    await done(space, people.secretariat, 'POST', `/api/applications/${id}/pieces-requests`, { pieces: [{ label: 'Statuts' }], limitOn: '2027-03-20' });
    const states = (): Promise<{ state: string; attempts: number }[]> => inDatabase(space, async (db) => {
      const { rows } = await db.execute<{ state: string; attempts: number }>(sql`select state, attempts from notification where subject = ${`application/${id}`} and person_id = ${people.holder.id}`);
      return rows;
    });
    await advance('2027-03-02T09:00:00.000Z');
    const down = await states();
    expect(down).toHaveLength(2);
    expect(down.every(({ state, attempts }) => state === 'queued' && attempts > 2)).toBe(true);
    expect((await as(people.holder, 'POST', `/api/applications/${id}/pieces`, { comment: 'Voici.' })).status).toBe(201);
    await server.start();
    await advance('2027-03-03T09:00:00.000Z');
    const subjects = server.to(people.holder.email).filter((mail) => mail.text?.includes(id)).map((mail) => mail.subject);
    // The request for pieces, answered meanwhile, is not sent any more.
    expect((await states()).map(({ state }) => state).sort()).toEqual(['sent', 'sent', 'suppressed']);
    expect(subjects).toHaveLength(2);
    const ids = server.received.map((mail) => mail.messageId);
    expect(ids.filter((one, i) => ids.indexOf(one) !== i)).toEqual([]);
  }, 120_000);

  it.each([
    ['the day summer time begins', '2027-03-28', '2027-03-28T21:59:59.000Z', '2027-03-28T22:00:00.000Z'],
  ])('both clock changes: %s', lastSecond, 120_000);

  it('a holiday on a deadline: the limit is the next working day', async () => {
    await advance('2027-06-14T09:00:00.000Z');
    const id = await file();
    await done(space, people.secretariat, 'POST', `/api/applications/${id}/pieces-requests`, { pieces: [{ label: 'Statuts' }] });
    // Thirty days end on 14 July.
    expect(await dueOn(id, 'pieces-due')).toBe('2027-07-15');
    await advance('2027-07-15T21:59:59.000Z');
    expect(await statusOf(id)).toBe('incomplete');
    expect((await as(people.holder, 'POST', `/api/applications/${id}/pieces`, { comment: 'Voici.' })).body.outcome.status).toBe('submitted');
  }, 120_000);

  it('appeal on the last franc day: in time at its last second, late a second after', async () => {
    await advance('2027-08-09T09:00:00.000Z');
    const [first, second] = [await file(), await file()];
    for (const id of [first, second]) await done(space, people.secretariat, 'POST', `/api/applications/${id}/inadmissibility`, { reasonsInLaw: 'Le règlement de l’appel, article 3.', reasonsInFact: 'Le dossier n’entre pas dans le champ de l’appel.' });
    // Two months from 9 August, whose last day does not count: Sunday 10 October, so Monday 11.
    expect(await dueOn(first, 'appeal-limit')).toBe('2027-10-11');
    const appeal = { grounds: 'Nous contestons cette décision, car le dossier entre dans le champ de l’appel.' };
    await advance('2027-10-11T21:59:59.000Z');
    expect(await as(people.holder, 'POST', `/api/applications/${first}/appeals`, appeal)).toMatchObject({ status: 201, body: { receivedOn: '2027-10-11', outcome: { status: 'lodged' } } });
    await advance('2027-10-11T22:00:00.000Z');
    expect(await as(people.holder, 'POST', `/api/applications/${second}/appeals`, appeal)).toMatchObject({ status: 409, body: { code: 'appeal-late' } });
  }, 120_000);

  it.each([
    ['the day summer time ends', '2027-10-31', '2027-10-31T22:59:59.000Z', '2027-10-31T23:00:00.000Z'],
  ])('both clock changes: %s', lastSecond, 120_000);

  it.each([
    ['a day like any other', '2028-02-29', '2028-02-29T22:59:59.000Z', '2028-02-29T23:00:00.000Z'],
  ])('29 February: %s', lastSecond, 120_000);

  /** A call's last day ends when it is over in Paris, not a second earlier nor later. */
  async function lastSecond(_what: string, closesOn: string, last: string, late: string): Promise<void> {
    const theCall = await openCall(space, people.secretariat, '2027-03-01', closesOn);
    await advance(last);
    const id = await submitted(space, people.holder, theCall, await pole());
    const { body } = await as(people.secretariat, 'GET', `/api/applications/${id}`);
    expect(body.timeline.past.find((e: { type: string }) => e.type === 'submitted')).toMatchObject({ on: closesOn, at: last });
    await advance(late);
    await waitFor('the closing', async () => (await as(people.secretariat, 'GET', `/api/calls/${theCall}`)).body.status === 'closed', { seconds: 10 });
    expect((await as(people.holder, 'POST', `/api/calls/${theCall}/applications`, { pole: await pole() })).status).toBe(409);
  }
});
