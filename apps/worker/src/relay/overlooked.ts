import type { Client } from '@temporalio/client';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { overlooked } from '../../../../libs/persistence/src/procedure/rest.queries.js';
import { revive } from '../../../../libs/temporal/src/revive.js';

/** A deadline that passed this long ago, and was not taken, has a workflow that is late or gone. */
const GRACE_S = 15;
/** How often it is looked for, in real time. */
const EVERY_MS = 10_000;

/**
 * Begins again the procedures that wait for time alone and that Temporal no longer knows: its database was lost, or a run was ended
 * by hand. Acts and messages revive theirs by themselves; a deadline has nobody else to knock.
 */
export class OverlookedDeadlines {
  private lookedAt = -Infinity;

  constructor(private readonly db: Database, private readonly client: Client) {}

  async round(): Promise<void> {
    if (performance.now() - this.lookedAt < EVERY_MS) return;
    this.lookedAt = performance.now();
    for (const subjectId of await overlooked(this.db, GRACE_S)) await revive(this.client, this.db, subjectId);
  }
}
