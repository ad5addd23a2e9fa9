import { integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { subject } from '../procedure/procedure.tables.js';

/**
 * An expert's marks and comments as they are typed: nobody else reads them. The row lives only while the appraisal is accepted:
 * submission and every loss destroy it in the same transaction (see `score-draft.sql.ts`).
 */
export const scoreDraft = pgTable('score_draft', {
  subjectId: text('subject_id').primaryKey().references(() => subject.id),
  /** Points by criterion; null for one that was emptied. */
  marks: jsonb('marks').$type<Record<string, number | null>>().notNull(),
  /** Text by criterion; `overall` for the whole. */
  comments: jsonb('comments').$type<Record<string, string>>().notNull(),
  /** Counts the savings: an older page does not overwrite a newer one. */
  version: integer('version').notNull(),
  savedAt: timestamp('saved_at', { withTimezone: true, precision: 3 }).notNull(),
});
