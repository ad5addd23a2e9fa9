import type { Client } from '@temporalio/client';
import { loadConfig, type Config } from '../../../../libs/config/src/config.js';
import type { Instant } from '../../../../libs/domain/src/calendar/types.js';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import { openDatabase, type Database } from '../../../../libs/persistence/src/database.js';
import { loadScheme, newestSchemes } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { lazyClient } from '../../../../libs/temporal/src/connect.js';
import { Stepper } from '../../../../libs/temporal/src/stepper.js';
import { openSpace, startApi, startWorker, type Space } from '../stack/space.js';
import type { ServerAddresses } from '../stack/types.js';
import { Api } from './api.js';
import { assemble } from './cast.js';
import { Cohort } from './cohort.js';
import { Mailbox } from './mailbox.js';
import { Play, type Hear, type Played } from './play.js';
import { Timeline } from './timeline.js';
import { World } from './world.js';

export interface RehearsalOptions {
  /** The space's name on its servers. */
  readonly name: string;
  readonly centres: number;
  /** Years of label life that are played, after the year of the first call. */
  readonly years: number;
  readonly seed: number;
  /** Rehearsed side by side instead of the built-in one, each with as many centres. */
  readonly schemes?: readonly Scheme[];
}

/** Everything that a rehearsal leaves: the database and the histories are still there. */
export interface Rehearsed extends Played {
  readonly time: Timeline;
  readonly api: Api;
  readonly seed: number;
  readonly cohorts: readonly Cohort[];
  readonly db: Database;
  readonly client: Client;
  readonly config: Config;
}

export const firstInstant: Instant = '2027-01-04T08:00:00.000Z';

/** The year of the call, and the years of the labels. */
export function endOf(years: number): Instant {
  return `${Number(firstInstant.slice(0, 4)) + 1 + years}${firstInstant.slice(4)}`;
}

/**
 * Plays a cohort on a database and a namespace of its own, with api and worker as processes, then gives what is left to `read`.
 * @throws Error when the system does not come to rest, or answers with a failure of its own
 */
export async function rehearse<T>(servers: ServerAddresses, options: RehearsalOptions, hear: Hear, read: (rehearsed: Rehearsed) => Promise<T>): Promise<T> {
  const space = await openSpace(servers, { name: options.name, clock: { mode: 'stepped', start: firstInstant }, logLevel: 'warn' });
  // A whole cohort's work for years in a minute or two, from one address: not what the limit is for.
  const running: Space = { ...space, env: { ...space.env, REQUESTS_PER_MINUTE: '10000000' } };
  const apps = await Promise.allSettled([startApi(running), startWorker(running)]);
  const database = openDatabase(space.databaseUrl, { max: 4 });
  const config = loadConfig(running.env);
  const client = lazyClient(config);
  try {
    for (const app of apps) if (app.status === 'rejected') throw app.reason;
    const domain = `${options.name}.example.org`;
    const api = new Api(space.apiUrl);
    const schemes = await schemesOf(database.db, options.schemes);
    const [{ zone, holidays, closedPeriods }] = schemes;
    const time = new Timeline(firstInstant, endOf(options.years), { zone, holidays, closedPeriods });
    const cohorts: Cohort[] = [];
    for (const [i, scheme] of schemes.entries()) {
      const operator = cohorts[0]?.cast.operator;
      const cast = await assemble(api, database.db, { ...options, scheme, domain: i === 0 ? domain : `${scheme.code}.${domain}`, first: i * options.centres, ...(operator && { operator }) });
      cohorts.push(new Cohort(new World(options.seed, api, scheme, time), cast));
    }
    const play = new Play(time, cohorts, new Stepper(client, database.db), new Mailbox(servers.smtp.pageUrl, domain));
    return await read({ ...(await play.run(hear)), time, api, seed: options.seed, cohorts, db: database.db, client, config });
  } finally {
    await client.connection.close();
    await database.close();
    for (const app of apps) if (app.status === 'fulfilled') await app.value.stop();
  }
}

async function schemesOf(db: Database, given: readonly Scheme[] = []): Promise<[Scheme, ...Scheme[]]> {
  for (const scheme of given) await loadScheme(db, scheme);
  const [first, ...others] = given;
  if (first) return [first, ...others];
  const [newest] = await newestSchemes(db, 'pole-innovation');
  if (!newest) throw new Error('The built-in scheme is not loaded.');
  return [newest.scheme];
}
