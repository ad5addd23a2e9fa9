import { setTimeout as pause } from 'node:timers/promises';
import { Context } from '@temporalio/activity';
import { Inject, Injectable } from '@nestjs/common';
import { rowEndOf, type BatchRowEnd } from '../../../../libs/domain/src/batch/batch.status.js';
import { countsOf } from '../../../../libs/persistence/src/batch/batch.queries.js';
import {
  batchUnderWay, earlierUnderWay, endBatch, endRow, movedMeanwhile, postponeRow, waitingRows, wasReceived, type BatchRecord, type BatchRowRecord,
} from '../../../../libs/persistence/src/batch/batch.work.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { receive, type CommandRow } from '../../../../libs/persistence/src/procedure/commands.js';
import { subjectById } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { CommandSender } from '../../../../libs/temporal/src/sender.js';
import type { BatchActivities, BatchProgress, BatchStart } from '../../../../workflows/batch/batch.messages.js';
import { DATABASE } from '../environment/tokens.js';
import { askedOf } from './asked.js';

/** Files asked at a time. */
const AT_A_TIME = 20;
/** Between two looks, real time: for an earlier batch to end, or for files that gave no answer. */
const LOOK_MS = 300;
const KEEP_ALIVE_MS = 3_000;

/** Asks each file of a batch for its act, by a command of its own like one that a person sends. */
@Injectable()
export class BatchActivitiesService implements BatchActivities {
  constructor(@Inject(DATABASE) private readonly db: Database, @Inject(CommandSender) private readonly sender: CommandSender) {}

  applyBatch = async ({ id }: BatchStart): Promise<BatchProgress> => {
    const context = Context.current();
    const keepAlive = setInterval(() => context.heartbeat(), KEEP_ALIVE_MS);
    try {
      while (await this.round(id)) {
        context.heartbeat();
        if (context.cancellationSignal.aborted) await context.cancelled;
      }
      return await countsOf(this.db, id);
    } finally {
      clearInterval(keepAlive);
    }
  };

  /** Asks the next few files; false when the batch has ended. */
  private async round(id: string): Promise<boolean> {
    const underWay = await batchUnderWay(this.db, id);
    if (!underWay) return false;
    if (await earlierUnderWay(this.db, underWay.batch)) return pause(LOOK_MS, true);
    const rows = await waitingRows(this.db, id, AT_A_TIME);
    if (rows.length === 0) {
      await endBatch(this.db, id);
      return false;
    }
    const ended = await Promise.all(rows.map((row) => this.act(underWay.batch, row, underWay.written)));
    // Nobody answered: Temporal is away or slow, and the relay asks too.
    return ended.includes(true) || pause(LOOK_MS, true);
  }

  /** Asks one file; whether its row has ended by that. */
  private async act(batch: BatchRecord, row: BatchRowRecord, written: Readonly<Record<string, unknown>>): Promise<boolean> {
    const { confirmedBy: actorId, confirmedAs: by } = batch;
    if (actorId === null || by === null) throw new Error(`Batch ${batch.id} is under way, and nobody confirmed it.`);
    const key = `batch/${batch.id}/${row.subjectId}`;
    if (batch.act === 'moveDeadline' && !(await wasReceived(this.db, actorId, key)) && (await movedMeanwhile(this.db, batch, row))) {
      return this.end(row, { state: 'refused', code: 'deadline-changed' }, null);
    }
    const file = await subjectById(this.db, row.subjectId);
    if (!file) throw new Error(`Batch ${batch.id} names ${row.subjectId}, which does not exist.`);
    const scheme = await schemeById(this.db, file.schemeId);
    const { facts, content } = await askedOf(this.db, { batch, row, file, scheme, written });
    const receipt = await receive(this.db, {
      actorId, by, subjectId: row.subjectId, act: batch.act, facts, content, key, method: 'POST', path: key, zone: scheme.zone,
      // What a decision says is read from its file anew at each attempt.
      ...(batch.act === 'moveDeadline' ? {} : { request: { batch: batch.id } }),
    });
    if (receipt.is === 'key-reused') return this.end(row, { state: 'refused', code: 'key-reused' }, null);
    return this.ask(row, receipt.command);
  }

  private async ask(row: BatchRowRecord, command: CommandRow): Promise<boolean> {
    const outcome = await this.sender.send(command);
    if (outcome) return this.end(row, rowEndOf(outcome), command.id);
    await postponeRow(this.db, row);
    return false;
  }

  private async end(row: BatchRowRecord, end: BatchRowEnd, commandId: string | null): Promise<boolean> {
    await endRow(this.db, row, end, commandId);
    return true;
  }
}
