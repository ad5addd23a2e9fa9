import { sql } from 'drizzle-orm';
import type { Instant } from '../../../domain/src/calendar/types.js';
import type { Database } from '../database.js';
import { clock } from './procedure.tables.js';

/** The Clock's instant, as everything of the procedure asks it. */
export async function clockNow(db: Database): Promise<Instant> {
  const { rows } = await db.execute<{ now: Date }>(sql`select estampille_now() as now`);
  const now = rows[0]?.now;
  if (!now) throw new Error('The Clock has no row: run the migrations first.');
  return new Date(now).toISOString();
}

export interface ClockRow {
  readonly mode: 'real' | 'offset' | 'stepped';
  readonly offsetMs: number;
}

/** How time runs in this database; it is set once, when the database is made. */
export async function clockSetting(db: Database): Promise<ClockRow> {
  const [row] = await db.select({ mode: clock.mode, offsetMs: clock.offsetMs }).from(clock);
  return row ?? { mode: 'real', offsetMs: 0 };
}

/** Sets the mode. A stepped clock begins at `start` the first time, and never goes back. */
export async function setClock(db: Database, setting: ClockRow & { start?: Instant }): Promise<void> {
  const first = setting.start ? sql`${setting.start}::timestamptz` : sql`date_trunc('second', clock_timestamp())`;
  const virtualNow = setting.mode === 'stepped' ? sql`coalesce(virtual_now, ${first})` : null;
  await db.update(clock).set({ mode: setting.mode, offsetMs: setting.offsetMs, virtualNow });
}

/** Moves a stepped clock forward. */
export async function advanceClock(db: Database, to: Instant): Promise<void> {
  await db.execute(sql`update clock set virtual_now = greatest(virtual_now, ${to}::timestamptz) where mode = 'stepped'`);
}
