import { date, index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Facts } from '../../../domain/src/procedure/act.js';
import { pole } from '../people/people.tables.js';

/** What an accepted change did to the records of a pole (`apply-change.sql.ts`): what stood before and what stands since. Rows are evidence. */
export const poleChange = pgTable('pole_change', {
  id: uuid('id').primaryKey(),
  poleId: uuid('pole_id').notNull().references(() => pole.id),
  /** Subject id of the change. */
  changeId: text('change_id').notNull(),
  what: text('what').notNull(),
  before: jsonb('before').$type<Facts>().notNull(),
  after: jsonb('after').$type<Facts>().notNull(),
  /** First day of the new situation; of a closure or merger the last day of the pole. */
  effectiveOn: date('effective_on').notNull(),
  recordedAt: timestamp('recorded_at', { withTimezone: true, precision: 3 }).notNull(),
}, (t) => [index('pole_change_pole').on(t.poleId, t.effectiveOn)]);
