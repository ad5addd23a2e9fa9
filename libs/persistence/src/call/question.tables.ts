import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { person } from '../people/people.tables.js';
import { subject } from '../procedure/procedure.tables.js';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** A question about a call. What is published is the secretariat's wording, never the asker's own text or name. */
export const callQuestion = pgTable('call_question', {
  id: uuid('id').primaryKey(),
  /** Subject id of the call. */
  callId: text('call_id').notNull().references(() => subject.id),
  askerId: uuid('asker_id').notNull().references(() => person.id),
  text: text('text').notNull(),
  askedAt: instant('asked_at').notNull(),
  /** The question as it is published. */
  wordingFr: text('wording_fr'),
  wordingEn: text('wording_en'),
  answerFr: text('answer_fr'),
  answerEn: text('answer_en'),
  answeredAt: instant('answered_at'),
  answeredBy: uuid('answered_by').references(() => person.id),
  publishedAt: instant('published_at'),
}, (t) => [index('call_question_call').on(t.callId, t.askedAt), index('call_question_asker').on(t.askerId, t.askedAt)]);
