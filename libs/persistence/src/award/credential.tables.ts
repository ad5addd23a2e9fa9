import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { subject } from '../procedure/procedure.tables.js';

/** The place of a label's credential in the status lists, its own for ever. Given in the transaction in which the label comes into force. */
export const labelCredential = pgTable('label_credential', {
  awardId: text('award_id').primaryKey().references(() => subject.id),
  listIndex: integer('list_index').notNull().unique().generatedAlwaysAsIdentity({ startWith: 0, minValue: 0 }),
  givenAt: timestamp('given_at', { withTimezone: true, precision: 3 }).notNull(),
});
