import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { loadConfig } from '../../../../libs/config/src/config.js';
import { firstLateInstantOf } from '../../../../libs/domain/src/calendar/instants.js';
import type { Facts } from '../../../../libs/domain/src/procedure/act.js';
import { openDatabase, type Database } from '../../../../libs/persistence/src/database.js';
import { receive } from '../../../../libs/persistence/src/procedure/commands.js';
import { message } from '../../../../libs/persistence/src/procedure/procedure.tables.js';
import { subjectById } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { newestSchemes } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { EncryptingCodec } from '../../../../libs/temporal/src/codec.js';
import { lazyClient } from '../../../../libs/temporal/src/connect.js';
import { CommandSender } from '../../../../libs/temporal/src/sender.js';
import { openSpace, startWorker } from '../stack/space.js';
import type { ServerAddresses } from '../stack/types.js';
import { waitFor } from '../stack/wait.js';
import { collectHistories } from './collect.js';

/** A day that ends while we look on: the last one of summer time's first weekend in Paris. */
const lastDay = '2027-03-28';
const zone = 'Europe/Paris';
/** Real milliseconds before its end at which we begin. */
const LEAD_MS = 30_000;

/**
 * Records runs whose deadlines come by timers of their true length: real speed, with an offset that puts the start half a minute
 * before midnight. Acts and messages are written beneath HTTP, as the records of others would.
 */
export async function recordMidnight(servers: ServerAddresses, folder: string, prefix: string): Promise<{ kept: number; seen: number }> {
  const space = await openSpace(servers, { name: 'midnight', clock: { mode: 'offset', offsetMs: Date.parse(firstLateInstantOf(lastDay, zone)) - LEAD_MS - Date.now() }, logLevel: 'warn' });
  const config = loadConfig(space.env);
  const { db, close } = openDatabase(space.databaseUrl, { max: 4 });
  const client = lazyClient(config);
  const worker = await startWorker(space);
  try {
    const expected = await begin(db, new CommandSender(client, db, (error) => { throw error; }));
    for (const [subject, status] of Object.entries(expected)) {
      await waitFor(`${subject} on ${status}`, async () => (await subjectById(db, subject))?.status === status, { seconds: 90, failed: worker.died });
    }
    return await collectHistories({ client, codec: new EncryptingCodec(config.payloadKeys), folder, prefix });
  } finally {
    await worker.stop();
    await client.connection.close();
    await close();
  }
}

/** Begins one file of each kind that needs no file of another; answers the statuses that midnight brings. */
async function begin(db: Database, sender: CommandSender): Promise<Record<string, string>> {
  const [scheme] = await newestSchemes(db, 'pole-innovation');
  if (!scheme) throw new Error('The scheme “pole-innovation” is not loaded.');
  const [closing, later, key, pole, officer] = [`call/${randomUUID()}`, `call/${randomUUID()}`, randomUUID(), randomUUID(), randomUUID()];
  const term = { award: `award/${key}`, call: closing, pole };
  const take = async (subjectId: string, act: string, facts: Facts, more: { startsWith?: string; content?: Record<string, unknown> }): Promise<void> => {
    const receipt = await receive(db, { actorId: officer, by: 'secretariat', subjectId, act, facts, method: 'POST', path: subjectId, zone, ...more });
    if (receipt.is === 'key-reused') throw new Error('key-reused');
    await sender.send(receipt.command);
  };
  for (const [subject, opensOn, closesOn] of [[closing, lastDay, lastDay], [later, '2027-06-01', '2027-06-30']] as const) {
    await take(subject, 'create', { scheme: scheme.id, version: scheme.scheme.version, opensOn, closesOn, officer, deputy: officer }, { startsWith: scheme.id });
  }
  // Together: acts that wait for their turn are in a history too.
  await Promise.all(['2027-07-15', '2027-07-16', '2027-07-19'].map((to) => take(later, 'moveDeadline', { kind: 'closing', to }, { content: { reason: 'Transports en grève.' } })));
  const told: Record<string, readonly [act: string, facts: Facts]> = {
    [`appraisal/${key}/1`]: ['invite', { application: `application/${key}`, expert: officer, call: closing, pole, n: 1 }],
    [`award/${key}`]: ['grant', { application: `application/${key}`, call: closing, pole, structure: randomUUID(), startsOn: '2027-04-01', endsOn: '2030-03-31', decidedOn: '2027-03-20' }],
    [`monitoring/${key}`]: ['begin', { ...term, startsOn: '2026-03-29', endsOn: '2029-03-28' }],
    [`renewal/${key}`]: ['begin', { ...term, startsOn: '2024-03-29', endsOn: lastDay }],
  };
  for (const [receiverId, [act, facts]] of Object.entries(told)) {
    await db.insert(message).values({
      senderId: `application/${key}`, key: randomUUID(), receiverId, act, facts: { ...facts, from: `application/${key}` }, at: sql`estampille_now()`,
      effectiveOn: lastDay, starts: true, schemeId: scheme.id, nextAttemptAt: sql`clock_timestamp()`,
    });
  }
  await db.execute(sql`select pg_notify('relay', '')`);
  return { [closing]: 'closed', [later]: 'draft', [`appraisal/${key}/1`]: 'invited', [`award/${key}`]: 'awaiting_contract', [`monitoring/${key}`]: 'report_due', [`renewal/${key}`]: 'lapsed' };
}
