import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { addDays, plus } from '../../libs/domain/src/calendar/civil-date.js';
import { verifyJournal } from '../../libs/persistence/src/procedure/verify.js';
import { inDatabase } from '../stack/tell.js';
import { done } from './people.js';
import { story } from './step.js';
import { World } from './world.js';

let world: World;
let pole: string;
/** The three labels, each the renewal of the one before; a label has its application's id. */
const labels: string[] = [];

beforeAll(async () => {
  world = await World.open('nine-years', '2027-01-15 09:00');
}, 120_000);
afterAll(() => world?.close());

const step = story();

/** From the submitted file to the label in force, within a few weeks of the day. */
async function awarded(application: string, on: string): Promise<void> {
  const { amelie, secretariat, diane, fatima, committee, authority } = world;
  done(await secretariat.admits(application));
  done(await secretariat.names(application, diane, fatima));
  await world.settles();
  for (const [expert, n] of [[diane, 1], [fatima, 2]] as const) {
    done(await expert.declares(`${application}-${n}`, false));
    done(await expert.accepts(`${application}-${n}`));
    done(await expert.scores(`${application}-${n}`, 4));
  }
  await world.goesTo(`${addDays(on, 7)} 09:00`);
  done(await committee.proposes(application, 'award'));
  done(await authority.signs(application, { signedOn: addDays(on, 7) }));
  done(await secretariat.notifies(application));
  await world.settles();
  done(await amelie.signsContract(application));
  done(await authority.countersigns(application));
  await world.settles();
  labels.push(application);
}

/** Sends the report of each year of a label, a fortnight after the year's end, up to `years`. */
async function reported(label: string, years: readonly number[]): Promise<void> {
  const { amelie, secretariat } = world;
  const { startsOn } = (await amelie.get(`/api/labels/${label}`)).body;
  for (const year of years) {
    await world.goesTo(`${addDays(plus(startsOn, `P${year}Y`), 14)} 09:00`);
    done(await amelie.reports(label, `Année ${year}.`));
    done(await secretariat.validates(label));
  }
}

/** Files the renewal three months before the end, with what was carried over from the last file and the reports. */
async function renewed(label: string): Promise<void> {
  const { amelie } = world;
  const { endsOn } = (await amelie.get(`/api/labels/${label}`)).body;
  const on = plus(endsOn, '-P3M');
  await world.goesTo(`${on} 09:00`);
  const draft = done(await amelie.beginsRenewal(label)).body;
  expect(draft.completeness.complete).toBe(true);
  const from = (source: string) => draft.carriedOver.filter((one: { from: string }) => one.from === source).map((one: { question: string }) => one.question);
  // The technical days of the reports follow those of the last file; indicators start from what was reached.
  const topics: string[] = draft.answers['technical-days'].map((one: { topic: string }) => one.topic);
  expect([from('reports'), topics[0], topics.slice(-2)]).toEqual([['indicators', 'technical-days'], 'Colles biosourcées', ['Journée bois', 'Journée bois']]);
  expect(from('application')).toContain('statutes');
  expect(await amelie.submits(draft.id)).toMatchObject({ status: 422, body: { code: 'answers-to-confirm' } });
  done(await amelie.confirms(draft.id));
  done(await amelie.submits(draft.id));
  await awarded(draft.id, on);
}

describe('three terms of three years', () => {
  step('begin with a call', async () => {
    const { amelie, secretariat } = world;
    await amelie.signIn();
    pole = done(await amelie.createsPole('Pôle Bois')).body.id;
    const call = await secretariat.opensCall('2027-01-15', '2027-03-31');
    const application = await amelie.completes(call, pole);
    done(await amelie.submits(application));
    await world.goesTo('2027-04-05 09:00');
    await awarded(application, '2027-04-05');
  });

  step('are renewed a first time, on what the first reports said', async () => {
    await reported(labels[0] ?? '', [1, 2]);
    await renewed(labels[0] ?? '');
    await reported(labels[0] ?? '', [3]);
  });

  step('and a second time', async () => {
    await reported(labels[1] ?? '', [1, 2]);
    await renewed(labels[1] ?? '');
    await reported(labels[1] ?? '', [3]);
  });

  step('follow each other without a day between them, and each number says so in the register', async () => {
    const shown = await Promise.all(labels.map(async (label) => (await world.amelie.get(`/api/labels/${label}`)).body));
    expect(shown.map(({ startsOn, endsOn }) => `${startsOn} ${endsOn}`)).toEqual(['2027-04-12 2030-04-11', '2030-04-12 2033-04-11', '2033-04-12 2036-04-11']);
    const [first, second, third] = shown.map(({ number }) => number as string);
    const on = async (number: string | undefined, day: string) => (await world.amelie.get(`/api/register/${number}?on=${day}`)).body;
    expect([await on(first, '2030-04-11'), await on(second, '2030-04-11')]).toMatchObject([{ status: 'valid', label: { renewedBy: second } }, { status: 'upcoming' }]);
    expect([await on(first, '2030-04-12'), await on(second, '2030-04-12')]).toMatchObject([{ status: 'expired' }, { status: 'valid', label: { renews: first, renewedBy: null } }]);
    // What comes after is said from the day on which it was known.
    expect(await on(second, '2033-04-11')).toMatchObject({ status: 'valid', label: { renewedBy: third } });
    expect(await on(third, '2036-04-11')).toMatchObject({ status: 'valid', label: { renews: second, renewedBy: null } });
  });

  step('end with the last day of the third, when nobody asks for more', async () => {
    await reported(labels[2] ?? '', [1, 2]);
    await world.goesTo('2037-06-01 09:00');
    const { secretariat } = world;
    expect((await secretariat.get(`/api/renewals/${labels[2]}`)).body.status).toBe('lapsed');
    expect((await secretariat.get(`/api/labels/${labels[2]}`)).body.status).toBe('expired');
    for (const label of labels.slice(0, 2)) expect((await secretariat.get(`/api/renewals/${label}`)).body.status).toBe('renewed');
  });

  step('leave a journal without a break', async () => {
    const { subjects, entries, faults } = await inDatabase(world.space, (db) => verifyJournal(db));
    expect(faults).toEqual([]);
    expect([subjects, entries]).toEqual([expect.any(Number), expect.any(Number)]);
    expect(entries).toBeGreaterThan(100);
    // Nothing was left lying: no message without an answer, no act without an outcome, no deadline that passed unseen.
    const left = await inDatabase(world.space, async (db) => (await db.execute(sql`
      select 'message ' || act as what from message where outcome is null union all select 'command ' || act from command where outcome is null
      union all select 'deadline ' || subject_id || ' ' || kind from deadline where state = 'armed' and fires_at < estampille_now()`)).rows);
    expect(left).toEqual([]);
  });
});
