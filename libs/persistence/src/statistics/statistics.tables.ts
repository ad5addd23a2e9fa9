import { date, index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { StatisticTable } from '../../../domain/src/statistics/table.js';
import { person } from '../people/people.tables.js';

/** Standard tables as they were on the day somebody froze them, under a name. Rows never change and are never computed anew. */
export const statisticSet = pgTable('statistic_set', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull().unique('statistic-set-name'),
  /** Code of the scheme. */
  scheme: text('scheme').notNull(),
  /** The civil day of which the figures speak. */
  on: date('on_date').notNull(),
  tables: jsonb('tables').$type<readonly StatisticTable[]>().notNull(),
  /** SHA-256 of the tables in canonical JSON. */
  hash: text('hash').notNull(),
  takenAt: timestamp('taken_at', { withTimezone: true, precision: 3 }).notNull(),
  takenBy: uuid('taken_by').notNull().references(() => person.id),
}, (t) => [index('statistic_set_taken').on(t.takenAt, t.id)]);
