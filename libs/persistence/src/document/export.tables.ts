import { index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { person } from '../people/people.tables.js';

/** Everything that somebody took out as a file: who, when, and a hash by which the file is known again. Rows are evidence. */
export const exportLog = pgTable('export_log', {
  id: uuid('id').primaryKey(),
  personId: uuid('person_id').notNull().references(() => person.id),
  at: timestamp('at', { withTimezone: true, precision: 3 }).notNull(),
  /** `pdf`, `xlsx`, `csv` or `zip`. */
  format: text('format').$type<'pdf' | 'xlsx' | 'csv' | 'zip'>().notNull(),
  /** The address that was asked, with its filter: the caller's rights did the rest. */
  address: text('address').notNull(),
  /** Subject id of what it shows; null for a list. */
  subject: text('subject'),
  /** Pages of a PDF, rows of a sheet, files of a zip. */
  extent: integer('extent').notNull(),
  /** Bytes. */
  size: integer('size').notNull(),
  sha256: text('sha256').notNull(),
}, (t) => [index('export_log_at').on(t.at, t.id), index('export_log_subject').on(t.subject)]);
