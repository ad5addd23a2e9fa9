import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Answers } from '../../../domain/src/scheme/answer.js';
import { person } from '../people/people.tables.js';
import { subject } from '../procedure/procedure.tables.js';

/** A period's report as the people of the pole write it, in several sittings. A correction goes on from what was submitted. */
export const reportDraft = pgTable('report_draft', {
  subjectId: text('subject_id').notNull().references(() => subject.id),
  /** From 1. */
  period: integer('period').notNull(),
  answers: jsonb('answers').$type<Answers>().notNull(),
  /** Counts the savings, from 1. */
  version: integer('version').notNull(),
  savedAt: timestamp('saved_at', { withTimezone: true, precision: 3 }).notNull(),
  savedBy: uuid('saved_by').notNull().references(() => person.id),
}, (t) => [primaryKey({ columns: [t.subjectId, t.period] })]);

/** A file of a period's report, or of its account. Its bytes lie in the file store of the label's key under `sha256`; `name` is only ever shown. */
export const reportFile = pgTable('report_file', {
  id: uuid('id').primaryKey(),
  subjectId: text('subject_id').notNull().references(() => subject.id),
  period: integer('period').notNull(),
  purpose: text('purpose').$type<'report' | 'account' | 'survey'>().notNull(),
  /** The question of the report form that it answers; null for an account. */
  question: text('question'),
  name: text('name').notNull(),
  /** Found from the bytes: pdf, docx, odt, xlsx, ods, png, jpg. */
  type: text('type').notNull(),
  size: integer('size').notNull(),
  sha256: text('sha256').notNull(),
  uploadedAt: timestamp('uploaded_at', { withTimezone: true, precision: 3 }).notNull(),
  uploadedBy: uuid('uploaded_by').notNull().references(() => person.id),
  removedAt: timestamp('removed_at', { withTimezone: true, precision: 3 }),
}, (t) => [index('report_file_subject').on(t.subjectId, t.period)]);
