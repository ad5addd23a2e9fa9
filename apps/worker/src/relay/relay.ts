import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { Act } from '../../../../libs/domain/src/procedure/act.js';
import { kindOf } from '../../../../libs/domain/src/procedure/subject.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { notificationsDue } from '../../../../libs/persistence/src/notification/due.queries.js';
import { claimCommands } from '../../../../libs/persistence/src/procedure/commands.js';
import { beginningAwaited, claimMessages, messageAct, retryMessage, settleMessage, type MessageRow } from '../../../../libs/persistence/src/procedure/messages.js';
import { subjectById, type SubjectRow } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { takesAfterEnd } from '../../../../libs/temporal/src/begin-again.js';
import { fileStart } from '../../../../libs/temporal/src/file-start.js';
import type { CommandSender } from '../../../../libs/temporal/src/sender.js';
import { dispatchMailId, wakeSignal } from '../../../../workflows/dispatch/dispatch.messages.js';
import { signals, taskQueues } from '../../../../workflows/procedure/procedure.messages.js';
import { startBatches } from '../batch/batch.starter.js';
import { OverlookedDeadlines } from './overlooked.js';
import type { Doorbell } from '../mail/doorbell.js';

const BATCH = 50;
/** A dispatcher that is at work needs no second wake: the pause before the next one doubles while mail stays due. */
const WAKE_PAUSE_MS = { first: 20, longest: 320 } as const;
/** How often confirmed batches are looked for. */
const BATCHES_EVERY_MS = 200;

interface RelayDependencies {
  readonly db: Database;
  readonly client: Client;
  readonly sender: CommandSender;
  /** Where a dispatcher of this process may be waiting. */
  readonly doorbell: Doorbell;
}

/**
 * Hands over what records have written: messages to other procedures, commands whose sender had no answer, mail that is due.
 * Rows are claimed for a while and settled by their receiver's own record, so a relay that dies loses nothing and several may run.
 */
export class Relay {
  private wokenAt = -Infinity;
  private wakePauseMs: number = WAKE_PAUSE_MS.first;
  private lookedForBatchesAt = -Infinity;

  private readonly db: Database;
  private readonly client: Client;
  private readonly sender: CommandSender;
  private readonly doorbell: Doorbell;
  private readonly overlooked: OverlookedDeadlines;

  constructor({ db, client, sender, doorbell }: RelayDependencies) {
    this.overlooked = new OverlookedDeadlines(db, client);
    [this.db, this.client, this.sender, this.doorbell] = [db, client, sender, doorbell];
  }

  /** One round; the milliseconds after which there is more to do, though nobody announces it: 0 for at once. */
  async round(): Promise<number> {
    const [messages, commands, nextWakeMs] = await Promise.all([this.relayMessages(), this.resendCommands(), this.wakeDispatcher(), this.startBatches(), this.overlooked.round()]);
    return messages === BATCH || commands === BATCH ? 0 : nextWakeMs;
  }

  private async relayMessages(): Promise<number> {
    const rows = await claimMessages(this.db, BATCH);
    const lanes = new Map<string, MessageRow[]>();
    for (const row of rows) lanes.set(row.receiverId, [...(lanes.get(row.receiverId) ?? []), row]);
    // One receiver's messages in their order; receivers side by side.
    await Promise.all([...lanes.values()].map(async (lane) => {
      for (const row of lane) await this.relayMessage(row);
    }));
    return rows.length;
  }

  private async relayMessage(row: MessageRow): Promise<void> {
    try {
      await this.signal(row);
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) await this.onNotFound(row);
      else await retryMessage(this.db, row.id);
    }
  }

  private async signal(row: MessageRow): Promise<void> {
    const act = messageAct(row);
    if (!row.starts) return this.client.workflow.getHandle(row.receiverId).signal(signals.message, act);
    const begun = await subjectById(this.db, row.receiverId);
    if (begun && isOver(begun, act)) return settleMessage(this.db, row.id, { is: 'undeliverable' });
    await this.signalWithStart(row, row.schemeId);
  }

  private async signalWithStart(row: MessageRow, schemeId: string): Promise<void> {
    await this.client.workflow.signalWithStart(kindOf(row.receiverId), {
      workflowId: row.receiverId, taskQueue: taskQueues.procedures, args: [await fileStart(this.db, row.receiverId, schemeId)],
      signal: signals.message, signalArgs: [messageAct(row)], workflowIdConflictPolicy: 'USE_EXISTING',
    });
  }

  /** The receiver has ended, or Temporal lost it: only the database can tell. A message to an ended procedure never fails its sender. */
  private async onNotFound(row: MessageRow): Promise<void> {
    const receiver = await subjectById(this.db, row.receiverId);
    if (receiver && isOver(receiver, messageAct(row))) return settleMessage(this.db, row.id, { is: 'undeliverable' });
    if (receiver) return this.signalWithStart(row, receiver.schemeId);
    // Unless another message is about to begin it, nobody of that name will ever hear.
    return (await beginningAwaited(this.db, row.receiverId)) ? retryMessage(this.db, row.id) : settleMessage(this.db, row.id, { is: 'undeliverable' });
  }

  private async resendCommands(): Promise<number> {
    const rows = await claimCommands(this.db, BATCH);
    await Promise.all(rows.map((row) => this.sender.send(row)));
    return rows.length;
  }

  /** Wakes the dispatcher if mail is due. Answers after how many milliseconds it may have to be woken again. */
  private async wakeDispatcher(): Promise<number> {
    if (!(await notificationsDue(this.db))) {
      this.wakePauseMs = WAKE_PAUSE_MS.first;
      return Infinity;
    }
    const early = this.wokenAt + this.wakePauseMs - performance.now();
    if (early > 0) return early;
    this.wokenAt = performance.now();
    if (this.doorbell.ring()) return this.wakePauseMs;
    this.wakePauseMs = Math.min(this.wakePauseMs * 2, WAKE_PAUSE_MS.longest);
    await this.client.workflow.signalWithStart('dispatchMail', {
      workflowId: dispatchMailId, taskQueue: taskQueues.procedures, args: [], signal: wakeSignal, workflowIdConflictPolicy: 'USE_EXISTING',
    });
    return this.wakePauseMs;
  }

  private async startBatches(): Promise<void> {
    if (performance.now() - this.lookedForBatchesAt < BATCHES_EVERY_MS) return;
    this.lookedForBatchesAt = performance.now();
    await startBatches(this.db, this.client);
  }
}

/** The receiver has ended, and its table takes nothing of this kind any more. */
function isOver(receiver: SubjectRow, act: Act): boolean {
  return receiver.ended && !takesAfterEnd(receiver, act);
}
