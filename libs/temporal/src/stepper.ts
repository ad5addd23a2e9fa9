import { setTimeout as pause } from 'node:timers/promises';
import { WorkflowNotFoundError, WorkflowUpdateFailedError, WorkflowUpdateRPCTimeoutOrCancelledError, type Client } from '@temporalio/client';
import type { Instant } from '../../domain/src/calendar/types.js';
import type { Database } from '../../persistence/src/database.js';
import { advanceClock, clockNow } from '../../persistence/src/procedure/clock.queries.js';
import { holding, momentsDue, nextInstant, type Moment } from '../../persistence/src/procedure/rest.queries.js';
import { updates, type Tick } from '../../../workflows/procedure/procedure.messages.js';
import { revive } from './revive.js';

/** Real time without any progress after which the system is stuck, not busy. */
const STUCK_MS = 30_000;
/** How long one tick may take; then the next look tells whether the moment was taken. */
const TICK_MS = 10_000;
/** How many moments are taken at once, at most. */
const TOGETHER = 12;
/** Between two looks at what is still under way. */
const LOOK_MS = 8;

/**
 * Moves a stepped clock. Virtual time jumps to the next moment only when the system is at rest, and takes moments that fall
 * together one after the other in a fixed order: the same seed gives the same outcome, however slow the machine.
 */
export class Stepper {
  constructor(private readonly client: Client, private readonly db: Database) {}

  /** Takes everything that comes until `to`, then stands there, at rest. `onMoment` hears each instant as it comes. */
  async advanceTo(to: Instant, onMoment?: (instant: Instant) => void): Promise<void> {
    await this.settle();
    for (let next = await nextInstant(this.db); next !== undefined && next <= to; next = await nextInstant(this.db)) {
      await advanceClock(this.db, next);
      onMoment?.(next);
      await this.settle();
    }
    // Nothing comes between the last moment and here: at rest already.
    await advanceClock(this.db, to);
  }

  now(): Promise<Instant> {
    return clockNow(this.db);
  }

  /** The next instant at which something happens by itself. */
  next(): Promise<Instant | undefined> {
    return nextInstant(this.db);
  }

  /**
   * Lets everything happen that is to happen at the present instant.
   * @throws Error naming the rows that hold the system, when nothing has moved for 30 real seconds
   */
  async settle(): Promise<void> {
    let last = '';
    let since = performance.now();
    for (;;) {
      const rows = await holding(this.db, 50);
      if (rows.length === 0) return;
      const now = JSON.stringify(rows);
      if (now !== last) [last, since] = [now, performance.now()];
      if (performance.now() - since > STUCK_MS) throw new Error(`Not at rest for ${STUCK_MS / 1000} s:\n${rows.map((r) => `  ${r.what} ${r.id}: ${r.detail}`).join('\n')}`);
      // Acts and messages under way go before the next deadline is taken; mail may go beside it.
      const due = rows.some((r) => r.what === 'command' || r.what === 'message' || r.what === 'batch') ? [] : together(await momentsDue(this.db));
      if (due.length > 0) await Promise.all(due.map((moment) => this.tick(moment)));
      else await pause(LOOK_MS);
    }
  }

  private async tick({ subjectId, firesAt }: Moment): Promise<void> {
    const tick: Tick = { instant: firesAt };
    try {
      await this.client.withDeadline(Date.now() + TICK_MS, () => this.client.workflow.getHandle(subjectId).executeUpdate<string, [Tick]>(updates.tick, { args: [tick] }));
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return revive(this.client, this.db, subjectId);
      // The run closed or turned its page under the tick, or the worker is away: the next look tells whether the moment was taken.
      if (error instanceof WorkflowUpdateFailedError || error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return;
      await pause(LOOK_MS * 10);
    }
  }
}

/** The first moments of one instant whose files are of different poles: what one brings, the others don't see. */
function together(moments: readonly Moment[]): Moment[] {
  const poles = new Set<string | null>();
  const end = moments.findIndex(({ poleId, firesAt }, i) => {
    if (i === 0) return poles.add(poleId), false;
    const apart = poleId === null || poles.has(null) || poles.has(poleId) || firesAt !== moments[0]?.firesAt || i === TOGETHER;
    poles.add(poleId);
    return apart;
  });
  return moments.slice(0, end === -1 ? undefined : end);
}
