import { integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
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
