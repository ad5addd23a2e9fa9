import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eq, sql } from 'drizzle-orm';
import { inheritedEnvironment } from '../../libs/config/src/environment.js';
import { openDatabase, type DatabaseHandle } from '../../libs/persistence/src/database.js';
import { record } from '../../libs/persistence/src/procedure/record.js';
import { receive } from '../../libs/persistence/src/procedure/commands.js';
import { journal } from '../../libs/persistence/src/procedure/procedure.tables.js';
import { verifyJournal } from '../../libs/persistence/src/procedure/verify.js';
import { newestSchemes } from '../../libs/persistence/src/scheme/scheme.queries.js';
import { freshSpace } from '../stack/stack.js';

describe('the journal', () => {
  let handle: DatabaseHandle;
  let url = '';
  let subject = '';

  beforeAll(async () => {
    const space = await freshSpace('journal', { clock: { mode: 'stepped', start: '2027-01-04T09:00:00.000Z' } });
    url = space.databaseUrl;
    handle = openDatabase(url, { max: 2 });
  }, 120_000);
  afterAll(() => handle?.close());

  /** A file with three entries, the first with a text; recorded as a procedure's workflow does. */
  beforeEach(async () => {
    const { db } = handle;
    // Each test tampers with a whole journal of its own.
    await db.execute(sql`truncate journal, content, command, notification, deadline, subject cascade`);
    const [scheme] = await newestSchemes(db, 'pole-innovation');
    subject = `call/${randomUUID()}`;
    const facts = { scheme: scheme?.id ?? '', version: 1, opensOn: '2027-01-04', closesOn: '2027-03-31' };
    const receipt = await receive(db, {
      actorId: randomUUID(), by: 'secretariat', subjectId: subject, act: 'create', facts, content: { title: 'Call' }, method: 'POST', path: '/', startsWith: scheme?.id ?? '', zone: 'Europe/Paris',
    });
    if (receipt.is !== 'fresh') throw new Error('not received');
    const { command } = receipt;
    const at = '2027-01-04T09:00:00.000Z';
    const act = { name: 'create', by: 'secretariat' as const, at, on: '2027-01-04', source: { command: command.id, actor: command.actorId }, facts };
    const closed = { ...act, name: 'closing', by: 'clock' as const, source: { deadline: 'closing//P0D/2027-03-31' } };
    await record(db, { subject, seq: 0, act, decision: { entries: [{ type: 'created', facts, ...(command.content ? { content: command.content } : {}) }, { type: 'opened', facts: {} }] } });
    await record(db, { subject, seq: 2, act: closed, decision: { entries: [{ type: 'closed', facts: {} }] } });
  });

  const faults = async (): Promise<string[]> => (await verifyJournal(handle.db)).faults.map(({ fault }) => fault);

  /** Changes the journal as somebody with full rights on the database could. */
  const tamper = (statements: ReturnType<typeof sql>[]): Promise<void> => handle.db.transaction(async (tx) => {
    await tx.execute(sql`alter table journal disable trigger journal_append_only`);
    for (const statement of statements) await tx.execute(statement);
    await tx.execute(sql`alter table journal enable trigger journal_append_only`);
  });

  it('is whole as it was recorded, and is only ever added to', async () => {
    expect(await verifyJournal(handle.db)).toEqual({ subjects: 1, entries: 3, faults: [] });
    await expect(handle.db.update(journal).set({ type: 'x' }).where(eq(journal.seq, 1))).rejects.toMatchObject({ cause: { message: expect.stringContaining('append-only') } });
    await expect(handle.db.delete(journal)).rejects.toThrow();
  });

  it('shows what was altered', async () => {
    await tamper([sql`update journal set facts = facts || '{"closesOn":"2027-04-30"}' where seq = 1`]);
    expect(await faults()).toEqual(['entry 1 was altered']);
  });

  it('shows what was altered and hashed again', async () => {
    await tamper([sql`update journal set facts = '{"x":1}', hash = 'made up' where seq = 2`]);
    expect(await faults()).toEqual(['entry 2 was altered', 'entry 3 does not follow the one before it']);
  });

  it('shows what was removed, in the middle and at the end', async () => {
    await tamper([sql`delete from journal where seq = 2`]);
    expect(await faults()).toEqual(['entry 2 is missing', 'entry 3 does not follow the one before it']);
    await tamper([sql`delete from journal where seq = 3`]);
    expect(await faults()).toEqual(['the last entry is not the one that the file names']);
  });

  it('shows what was put in another order', async () => {
    await tamper([sql`update journal set seq = 9 where seq = 2`, sql`update journal set seq = 2 where seq = 3`, sql`update journal set seq = 3 where seq = 9`]);
    expect(await faults()).toEqual(expect.arrayContaining(['entry 2 was altered', 'entry 3 was altered', 'entry 2 does not follow the one before it']));
  });

  it('shows a text that was altered or removed, and lets texts be erased', async () => {
    await handle.db.execute(sql`update content set body = null, erased_at = estampille_now()`);
    expect(await faults()).toEqual([]);
    await handle.db.execute(sql`update content set body = '{"title":"Other"}', erased_at = null`);
    expect(await faults()).toEqual(['the text of entry 1 was altered or removed']);
    await handle.db.execute(sql`delete from content`);
    expect(await faults()).toEqual(['the text of entry 1 was altered or removed']);
  });

  it('is verified from the terminal, which fails when something is wrong', async () => {
    expect(await verify(url)).toEqual({ code: 0, text: '1 files, 3 entries: every chain is whole.\n' });
    await tamper([sql`update journal set at = at - interval '1 day' where seq = 3`]);
    expect(await verify(url)).toEqual({ code: 1, text: `${subject}: entry 3 was altered\n1 files, 3 entries: 1 faults.\n` });
    expect(await verify('postgresql://nobody@127.0.0.1:1/none')).toMatchObject({ code: 2, text: expect.stringContaining('could not be read') });
  });
});

/** Runs `npm run journal verify` on a database, without the start-up script. */
function verify(database: string): Promise<{ code: number; text: string }> {
  return new Promise((resolve) => {
    const env = { ...inheritedEnvironment(), ESTAMPILLE_DATABASE_URL: database };
    execFile(process.execPath, ['dist/apps/cli/src/journal.js', 'verify'], { env }, (error, stdout, stderr) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, text: stdout + stderr }));
  });
}
