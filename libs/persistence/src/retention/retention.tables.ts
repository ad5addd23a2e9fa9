import { date, index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { RetentionDecision, RetentionStatus } from '../../../domain/src/retention/retention.status.js';
import { person } from '../people/people.tables.js';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** What becomes of a file whose time is over: proposed, decided, and what was destroyed. Rows are evidence and stay. */
export const retentionFile = pgTable('retention_file', {
  id: uuid('id').primaryKey(),
  /** Subject id that stands for the file: `application/…`, `award/…` of an imported label, `financing/…`, `survey/…/n`. */
  file: text('file').notNull().unique('retention-file'),
  poleId: uuid('pole_id').notNull(),
  schemeId: text('scheme_id').notNull(),
  /** Code of the scheme’s category, the day from which it counts, and its last day. */
  category: text('category').notNull(),
  from: date('from_date').notNull(),
  until: date('until_date').notNull(),
  status: text('status').$type<RetentionStatus>().notNull(),
  proposal: text('proposal').$type<RetentionDecision>().notNull(),
  proposedAt: instant('proposed_at').notNull(),
  proposedBy: uuid('proposed_by').notNull().references(() => person.id),
  decision: text('decision').$type<RetentionDecision>(),
  /** Of the archives’ agreement. */
  reference: text('reference'),
  decidedAt: instant('decided_at'),
  decidedBy: uuid('decided_by').references(() => person.id),
  /** The file as it last left: SHA-256 of the zip, and when. */
  archiveHash: text('archive_hash'),
  archivedAt: instant('archived_at'),
  eliminatedAt: instant('eliminated_at'),
  eliminatedBy: uuid('eliminated_by').references(() => person.id),
  /** How many rows of each kind lost their content, and files their bytes. */
  erased: jsonb('erased').$type<Readonly<Record<string, number>>>(),
}, (t) => [index('retention_file_status').on(t.status, t.until)]);
