import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { MailingText } from '../../../domain/src/mailing/mailing-text.js';
import { person } from '../people/people.tables.js';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** One text written to a filtered list of files. Once confirmed the row never changes: it says who wrote what, when and to how many. */
export const mailing = pgTable('mailing', {
  id: uuid('id').primaryKey(),
  /** The list's address as the secretariat sees it, e.g. `/api/applications?status=admissible`. */
  list: text('list').notNull(),
  subject: jsonb('subject').$type<MailingText>().notNull(),
  text: jsonb('text').$type<MailingText>().notNull(),
  /** Files of the list when it was prepared. */
  files: integer('files').notNull(),
  preparedBy: uuid('prepared_by').notNull().references(() => person.id),
  preparedAt: instant('prepared_at').notNull(),
  confirmedBy: uuid('confirmed_by').references(() => person.id),
  confirmedAt: instant('confirmed_at'),
  /** How many notices were written, when it was confirmed. */
  recipients: integer('recipients'),
}, (t) => [index('mailing_prepared').on(t.preparedAt, t.id)]);

/** A file of the list that the preview showed. */
export const mailingFile = pgTable('mailing_file', {
  mailingId: uuid('mailing_id').notNull().references(() => mailing.id),
  subjectId: text('subject_id').notNull(),
}, (t) => [primaryKey({ columns: [t.mailingId, t.subjectId] })]);
