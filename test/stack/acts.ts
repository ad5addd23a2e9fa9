import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { loadConfig } from '../../libs/config/src/config.js';
import type { Facts } from '../../libs/domain/src/procedure/act.js';
import type { Outcome } from '../../libs/domain/src/procedure/record.js';
import type { By } from '../../libs/domain/src/procedure/role.js';
import { openDatabase, type Database } from '../../libs/persistence/src/database.js';
import { commandById, receive, type CommandRow } from '../../libs/persistence/src/procedure/commands.js';
import { newestSchemes } from '../../libs/persistence/src/scheme/scheme.queries.js';
import { lazyClient } from '../../libs/temporal/src/connect.js';
import { CommandSender } from '../../libs/temporal/src/sender.js';
import { Stepper } from '../../libs/temporal/src/stepper.js';
import type { Space } from '../../apps/cli/src/stack/space.js';

/** One act as a test asks for it, beneath HTTP. */
export interface TestAct {
  readonly subject: string;
  readonly act: string;
  readonly by: By;
  readonly facts?: Facts;
  readonly content?: Record<string, unknown>;
  readonly actor?: string;
  readonly key?: string;
  readonly request?: unknown;
  readonly startsWith?: string;
  /** The day of effect, when it is not the day of receipt. */
  readonly on?: string;
}

/** The way of an act, beneath HTTP, with a hand on each of its steps. Close it in afterAll. */
export class Acts {
  readonly db: Database;
  readonly client: Client;
  readonly sender: CommandSender;
  readonly stepper: Stepper;
  private readonly closeDatabase: () => Promise<void>;

  /** `temporalAddress`: another way to Temporal than the space's, e.g. one that can be cut. */
  constructor(space: Space, temporalAddress = space.env['TEMPORAL_ADDRESS'] ?? '') {
    const config = loadConfig({ ...space.env, TEMPORAL_ADDRESS: temporalAddress });
    const { db, close } = openDatabase(space.databaseUrl, { max: 10 });
    this.db = db;
    this.closeDatabase = close;
    this.client = lazyClient(config);
    this.sender = new CommandSender(this.client, db, (error) => { throw error; });
    this.stepper = new Stepper(this.client, db);
  }

  /** Commits the command, and no more. */
  async receive(act: TestAct): Promise<CommandRow> {
    const receipt = await receive(this.db, {
      actorId: act.actor ?? randomUUID(), by: act.by, subjectId: act.subject, act: act.act, facts: act.facts ?? {}, method: 'POST', path: `${act.subject}/${act.act}`, zone: 'Europe/Paris',
      ...(act.content ? { content: act.content } : {}), ...(act.request === undefined ? {} : { request: act.request }), ...(act.key === undefined ? {} : { key: act.key }), ...(act.startsWith ? { startsWith: act.startsWith } : {}), ...(act.on ? { effectiveOn: act.on } : {}),
    });
    if (receipt.is === 'key-reused') throw new Error('key-reused');
    return receipt.command;
  }

  /** Receives and asks; undefined when nobody answered. */
  async take(act: TestAct): Promise<Outcome | undefined> {
    return this.sender.send(await this.receive(act));
  }

  /** Waits until the command has its outcome, whoever brought it. */
  async outcomeOf(id: string): Promise<Outcome> {
    for (;;) {
      const outcome = (await commandById(this.db, id))?.outcome;
      if (outcome) return outcome;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** A call that opens and closes on these dates; its subject. */
  async openCall(opensOn: string, closesOn: string): Promise<string> {
    const [scheme] = await newestSchemes(this.db, 'pole-innovation');
    const subject = `call/${randomUUID()}`;
    const officer = randomUUID();
    const outcome = await this.take({
      subject, act: 'create', by: 'secretariat', startsWith: scheme?.id ?? '',
      facts: { scheme: scheme?.id ?? '', version: scheme?.scheme.version ?? 0, opensOn, closesOn, officer, deputy: officer },
    });
    if (outcome?.is !== 'done') throw new Error(`the call was not created: ${JSON.stringify(outcome)}`);
    return subject;
  }

  async close(): Promise<void> {
    await this.client.connection.close();
    await this.closeDatabase();
  }
}
