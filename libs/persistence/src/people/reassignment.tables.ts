import { index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { person } from './people.tables.js';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** Files given to another case officer at once. Rows are evidence of who answered for a file when. */
export const reassignment = pgTable('reassignment', {
  id: uuid('id').primaryKey(),
  officerId: uuid('officer_id').notNull().references(() => person.id),
  /** Null: each file keeps its deputy. */
  deputyId: uuid('deputy_id').references(() => person.id),
  reason: text('reason').notNull(),
  files: integer('files').notNull(),
  by: uuid('by_person').notNull().references(() => person.id),
  at: instant('at').notNull(),
}, (t) => [index('reassignment_at').on(t.at, t.id)]);

/** A file that was given away, and whose it was. */
export const reassignmentFile = pgTable('reassignment_file', {
  reassignmentId: uuid('reassignment_id').notNull().references(() => reassignment.id),
  subjectId: text('subject_id').notNull(),
  fromOfficerId: uuid('from_officer_id'),
  fromDeputyId: uuid('from_deputy_id'),
}, (t) => [primaryKey({ columns: [t.reassignmentId, t.subjectId] }), index('reassignment_file_subject').on(t.subjectId)]);
