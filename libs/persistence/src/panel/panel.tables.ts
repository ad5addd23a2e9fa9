import { date, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { InterestKind } from '../../../domain/src/appraisal/ties.js';
import { person } from '../people/people.tables.js';
import { subject } from '../procedure/procedure.tables.js';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** What the pool of experts knows of one. The role `expert` makes an expert, this row only tells more; absences are the person's. */
export const expertProfile = pgTable('expert_profile', {
  personId: uuid('person_id').primaryKey().references(() => person.id, { onDelete: 'cascade' }),
  themes: text('themes').array().notNull(),
  regions: text('regions').array().notNull(),
  languages: text('languages').array().notNull(),
  /** Files per call that this expert takes at most; null: the scheme's figure. */
  maximumLoad: integer('maximum_load'),
  /** Counts the savings: an older page does not overwrite a newer one. */
  version: integer('version').notNull(),
  savedAt: instant('saved_at').notNull(),
  savedBy: uuid('saved_by').notNull().references(() => person.id),
});

/** Where an expert works or worked; both days included. */
export const expertEmployer = pgTable('expert_employer', {
  id: uuid('id').primaryKey(),
  personId: uuid('person_id').notNull().references(() => person.id, { onDelete: 'cascade' }),
  siren: text('siren').notNull(),
  name: text('name').notNull(),
  from: date('from_date'),
  to: date('to_date'),
}, (t) => [index('expert_employer_person').on(t.personId), index('expert_employer_siren').on(t.siren)]);

/** An interest that an expert declares, in a legal person or in a pole. */
export const expertInterest = pgTable('expert_interest', {
  id: uuid('id').primaryKey(),
  personId: uuid('person_id').notNull().references(() => person.id, { onDelete: 'cascade' }),
  kind: text('kind').$type<InterestKind>().notNull(),
  siren: text('siren'),
  poleId: uuid('pole_id'),
  /** As the expert calls it. */
  name: text('name').notNull(),
  to: date('to_date'),
}, (t) => [index('expert_interest_person').on(t.personId)]);

/** The undertaking of confidentiality and impartiality, once a person and call. Rows are evidence. */
export const undertaking = pgTable('undertaking', {
  id: uuid('id').primaryKey(),
  personId: uuid('person_id').notNull().references(() => person.id),
  /** Subject id of the call; for a renewal without a call, what its file names instead. */
  callId: text('call_id').notNull(),
  on: date('on_date').notNull(),
  givenAt: instant('given_at').notNull(),
  /** Scheme version whose text was read, and the SHA-256 of that text in both languages. */
  schemeId: text('scheme_id').notNull(),
  textHash: text('text_hash').notNull(),
  /** Given on paper: the person of the secretariat who entered it, and the scan among the application's attachments. */
  enteredBy: uuid('entered_by').references(() => person.id),
  scanId: uuid('scan_id'),
}, (t) => [uniqueIndex('undertaking_once').on(t.personId, t.callId)]);

/** What was handed to the accountant at once. */
export const feeExport = pgTable('fee_export', {
  id: uuid('id').primaryKey(),
  /** Subject id; null: fees of all calls. */
  callId: text('call_id'),
  exportedAt: instant('exported_at').notNull(),
  exportedBy: uuid('exported_by').notNull().references(() => person.id),
  lines: integer('lines').notNull(),
  totalCents: integer('total_cents').notNull(),
});

/** An expert's fee for one appraisal, due when its scores come in (see `expert-fee.sql.ts`); amounts in cents. Due, approved, exported: each once. */
export const expertFee = pgTable('expert_fee', {
  id: uuid('id').primaryKey(),
  appraisalId: text('appraisal_id').notNull().unique().references(() => subject.id),
  personId: uuid('person_id').notNull().references(() => person.id),
  callId: text('call_id'),
  dueAt: instant('due_at').notNull(),
  feeCents: integer('fee_cents').notNull(),
  travelCents: integer('travel_cents').notNull().default(0),
  travelMaximumCents: integer('travel_maximum_cents').notNull(),
  travelPurpose: text('travel_purpose'),
  approvedAt: instant('approved_at'),
  approvedBy: uuid('approved_by').references(() => person.id),
  exportId: uuid('export_id').references(() => feeExport.id),
}, (t) => [index('expert_fee_person').on(t.personId), index('expert_fee_call').on(t.callId)]);
