import { bigint, bigserial, index, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { ThreadSide } from '../../../domain/src/thread/side.js';
import { person } from '../people/people.tables.js';
import { subject } from '../procedure/procedure.tables.js';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** One message between a centre and the secretariat about a file. It changes nothing of the file: no journal knows of it. */
export const threadMessage = pgTable('thread_message', {
  id: uuid('id').primaryKey(),
  /** Orders messages: several may have one instant of a stepped Clock. */
  n: bigserial('n', { mode: 'number' }).notNull().unique(),
  subjectId: text('subject_id').notNull().references(() => subject.id),
  side: text('side').$type<ThreadSide>().notNull(),
  authorId: uuid('author_id').notNull().references(() => person.id),
  text: text('text').notNull(),
  /** The author's Idempotency-Key and the hash of what came with it. */
  key: text('key'),
  bodyHash: text('body_hash').notNull(),
  writtenAt: instant('written_at').notNull(),
  /** Of a centre's message: when somebody of the secretariat answered it or marked it as answered. */
  answeredAt: instant('answered_at'),
  answeredBy: uuid('answered_by').references(() => person.id),
  /** A copy of what was written once to a list: answers nothing. */
  mailingId: uuid('mailing_id'),
  /** Attached to the file: experts and committee see it from then on. */
  attachedAt: instant('attached_at'),
  attachedBy: uuid('attached_by').references(() => person.id),
}, (t) => [
  uniqueIndex('thread_message_key').on(t.authorId, t.key),
  index('thread_message_subject').on(t.subjectId, t.n),
  index('thread_message_to_answer').on(t.side, t.answeredAt, t.n),
]);

/** How far a person has read a thread, and on whose side: up to this message and those before it. */
export const threadRead = pgTable('thread_read', {
  subjectId: text('subject_id').notNull().references(() => subject.id),
  personId: uuid('person_id').notNull().references(() => person.id),
  side: text('side').$type<ThreadSide>().notNull(),
  upTo: bigint('up_to', { mode: 'number' }).notNull(),
  readAt: instant('read_at').notNull(),
}, (t) => [primaryKey({ columns: [t.subjectId, t.personId, t.side] })]);
