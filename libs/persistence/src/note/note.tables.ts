import { boolean, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { person } from '../people/people.tables.js';
import { subject } from '../procedure/procedure.tables.js';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** A note of the secretariat about a file, never shown to the applicant. Its text is the last version's. */
export const note = pgTable('note', {
  id: uuid('id').primaryKey(),
  subjectId: text('subject_id').notNull().references(() => subject.id),
  authorId: uuid('author_id').notNull().references(() => person.id),
  /** Shown to the authority too. */
  forAuthority: boolean('for_authority').notNull().default(false),
  writtenAt: instant('written_at').notNull(),
  erasedAt: instant('erased_at'),
  erasedBy: uuid('erased_by').references(() => person.id),
}, (t) => [index('note_subject').on(t.subjectId, t.writtenAt)]);

/** A note's texts, the first one 1; an edited one stays. Null once erased. */
export const noteVersion = pgTable('note_version', {
  noteId: uuid('note_id').notNull().references(() => note.id),
  version: integer('version').notNull(),
  text: text('text'),
  writtenAt: instant('written_at').notNull(),
}, (t) => [primaryKey({ columns: [t.noteId, t.version] })]);
