import { bigint, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { person } from '../people/people.tables.js';
import { subject } from '../procedure/procedure.tables.js';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** The document that shows an account; read by those alone who check it. Its bytes lie in the file store under `sha256`. */
export const bankDocument = pgTable('bank_document', {
  id: uuid('id').primaryKey(),
  subjectId: text('subject_id').notNull().references(() => subject.id),
  name: text('name').notNull(),
  type: text('type').notNull(),
  size: integer('size').notNull(),
  sha256: text('sha256').notNull(),
  uploadedAt: instant('uploaded_at').notNull(),
  uploadedBy: uuid('uploaded_by').notNull().references(() => person.id),
}, (t) => [index('bank_document_subject').on(t.subjectId)]);

/** Approved payments that go to the bank together. What became of each is in the message by which the run asked its financing. */
export const paymentRun = pgTable('payment_run', {
  id: uuid('id').primaryKey(),
  /** Shown to people, from 1. */
  number: integer('number').notNull().unique(),
  orderedAt: instant('ordered_at').notNull(),
  orderedBy: uuid('ordered_by').notNull().references(() => person.id),
});

/** A payment that a run asks for; the financing's own record says whether it is taken. Cents. */
export const paymentOrder = pgTable('payment_order', {
  runId: uuid('run_id').notNull().references(() => paymentRun.id),
  subjectId: text('subject_id').notNull().references(() => subject.id),
  /** `<agreement>-<code>`. */
  instalment: text('instalment').notNull(),
  cents: bigint('cents', { mode: 'number' }).notNull(),
  /** The legal person that carried the pole when the run was ordered. */
  structureId: uuid('structure_id'),
  /** The content that holds the account. */
  bankContentId: uuid('bank_content_id').notNull(),
}, (t) => [primaryKey({ columns: [t.runId, t.subjectId, t.instalment] }), index('payment_order_subject').on(t.subjectId, t.instalment)]);
