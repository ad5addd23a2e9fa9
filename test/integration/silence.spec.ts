import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { writtenDate } from '../../libs/domain/src/notification/dates.js';
import { legalDates } from '../factories/legal-dates.js';
import { done, newPole, openCall, submitted } from '../stack/files.js';
import { siretOf } from '../../apps/cli/src/rehearse/identifiers.js';
import { mails, runningSpace, type RunningSpace } from '../stack/stack.js';
import { call, someone, type Answer } from '../stack/staff.js';

type Person = Awaited<ReturnType<typeof someone>>;
let space: RunningSpace;
const people: Record<string, Person> = {};
const person = (name: string): Person => people[name] as Person;
const as = (name: string, method: string, path: string, body?: unknown): Promise<Answer> => call(space, person(name).token, method, path, body);
const must = (name: string, method: string, path: string, body?: unknown) => done(space, person(name), method, path, body);
const at = (id: string, path = ''): string => `/api/applications/${id}${path}`;
const advance = (to: string) => must('operator', 'POST', '/api/clock/advances', { to });
const shown = async (name: string, id: string) => (await as(name, 'GET', at(id))).body;
/** The mails to somebody whose subject holds these words, once there are as many. */
const told = async (name: string, subject: string, times: number) => {
  const found = async () => (await mails({ to: person(name).email })).filter((mail) => mail.subject?.includes(subject));
  await waitFor(`${subject} to ${name}`, async () => (await found()).length >= times, { seconds: 20 });
  return found();
};
let poles = 0;

beforeAll(async () => {
  space = await runningSpace('silence', { clock: { mode: 'stepped', start: '2026-12-31T09:00:00.000Z' } });
  for (const role of ['operator', 'secretariat', 'authority', 'committee'] as const) people[role] = await someone(space, role, [role]);
}, 120_000);
afterAll(() => space?.stop());

describe('legal silence over HTTP', () => {
  let theCall = '';
  const files: Record<string, string> = {};
  /** A file of a centre of its own, received today. */
  const receive = async (name: string): Promise<string> => {
    people[name] ??= await someone(space, name);
    theCall ||= await openCall(space, person('secretariat'), '2026-12-31', '2027-04-30');
    const pole = await newPole(space, { holder: person(name), secretariat: person('secretariat') }, `Pôle ${name}`, siretOf(500 + (poles += 1)));
    return (files[name] = await submitted(space, person(name), theCall, pole));
  };
  // A handful of the dates worked out by hand, in the order of one run.
  const handful = ['2026-12-31', '2027-01-03', '2027-01-16', '2027-01-28'].map((day) => legalDates.find((one) => one.received === day && !one.pieces));

  it('is acknowledged with the date worked out by hand, on paper and in the mail', async () => {
    for (const one of handful) {
      if (!one) throw new Error('not in the table');
      await advance(`${one.received}T09:30:00.000Z`);
      const name = `c${one.received}`;
      const id = await receive(name);
      expect(await shown(name, id)).toMatchObject({ silence: { state: 'running', impliedOn: one.acknowledged, suspensions: [], elapsedOn: null, contestUntil: null, says: null }, expectedDecision: { overdue: false } });
      const [mail] = await told(name, 'Accusé de réception', 1);
      expect(mail?.text).toContain(writtenDate(one.acknowledged, 'fr'));
    }
    await receive('twin');
  }, 120_000);

  it('warns the authority once a call and date, and lists the files about to elapse', async () => {
    expect((await as('authority', 'GET', `/api/applications?call=${theCall}&silenceBefore=2027-03-02`)).body.items.map((one: { id: string }) => one.id)).toEqual([files['c2026-12-31']]);
    await advance('2027-02-13T09:00:00.000Z');
    expect(await told('authority', 'vont être rejetés par silence', 1)).toHaveLength(1);
    // Two files came on 28 January: one mail tells of both, fifteen days before 28 March.
    await advance('2027-03-13T09:00:00.000Z');
    const warned = await told('authority', 'vont être rejetés par silence', 4);
    expect(warned.filter((mail) => mail.text?.includes(writtenDate('2027-03-28', 'fr')))).toHaveLength(1);
  }, 120_000);

  it('elapses without losing the file: the applicant reads what it means, is told until when to contest, and an express decision may follow', async () => {
    const [name, id] = ['c2026-12-31', files['c2026-12-31'] ?? ''];
    const view = await shown(name, id);
    expect(view).toMatchObject({ status: 'submitted', silence: { state: 'elapsed', elapsedOn: '2027-02-28', contestUntil: '2027-04-29', says: expect.stringContaining(writtenDate('2027-04-29', 'fr')) } });
    expect(view.silence.says).toMatch(/reste à l’examen, et une décision expresse/);
    expect(view.allowedActions).toEqual(expect.arrayContaining(['requestReasons', 'lodgeAppeal']));
    const [mail] = await told(name, 'Le délai légal de réponse est passé', 1);
    expect(mail?.text).toContain(writtenDate('2027-04-29', 'fr'));
    expect(JSON.stringify((await as('authority', 'GET', '/api/applications?silenceBefore=2027-03-12')).body.items)).not.toContain(id);
    // Its reasons: the time to contest stands still until they come.
    expect((await as(name, 'POST', at(id, '/reasons-requests'), {})).status).toBe(201);
    expect(await shown(name, id)).toMatchObject({ silence: { contestUntil: null }, askedReasons: { requestedOn: '2027-03-13', dueOn: '2027-04-13', givenOn: null } });
    expect((await as('authority', 'GET', '/api/me/tasks')).body.items).toContainEqual(expect.objectContaining({ subject: `application/${id}`, acts: ['giveReasons'], dueOn: '2027-04-13', deadline: 'reasons-due' }));
    await must('authority', 'POST', at(id, '/reasons'), { reasonsInLaw: 'Article 4.', reasonsInFact: 'Programme non financé.' });
    // 13 May and a day.
    expect(await shown(name, id)).toMatchObject({ silence: { contestUntil: '2027-05-14' }, askedReasons: { givenOn: '2027-03-13', reasons: { inFact: 'Programme non financé.' } } });
    // The express decision: both stay.
    await must('secretariat', 'POST', at(id, '/inadmissibility'), { reasonsInLaw: 'Article 2.', reasonsInFact: 'Hors du champ de l’appel.' });
    expect(await shown(name, id)).toMatchObject({ status: 'inadmissible', silence: { state: 'elapsed', elapsedOn: '2027-02-28', contestUntil: null, says: null }, expectedDecision: null });
  }, 120_000);

  it('stands still for the time granted and no longer: pieces on the last second of their limit', async () => {
    const [name, id] = ['c2027-01-28', files['c2027-01-28'] ?? ''];
    await must('secretariat', 'POST', at(id, '/pieces-requests'), { pieces: [{ label: 'Comptes signés' }], limitOn: '2027-03-22' });
    expect(await shown(name, id)).toMatchObject({ silence: { state: 'suspended', impliedOn: '2027-04-06', suspensions: [{ from: '2027-03-13', to: '2027-03-22' }] } });
    await advance('2027-03-22T22:59:59.000Z');
    expect((await as(name, 'POST', at(id, '/pieces'), { comment: 'Signés ce jour.' })).status).toBe(201);
    // Nine days after 28 March.
    expect(await shown(name, id)).toMatchObject({ status: 'submitted', silence: { state: 'running', impliedOn: '2027-04-06' } });
    const [mail] = await told(name, 'Vos pièces sont bien reçues', 1);
    expect(mail?.text).toContain(writtenDate('2027-04-06', 'fr'));
  }, 120_000);
});
