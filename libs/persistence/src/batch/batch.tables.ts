import { date, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { BatchAct, BatchRowState, BatchStatus } from '../../../domain/src/batch/batch.status.js';
import type { Facts } from '../../../domain/src/procedure/act.js';
import type { Role } from '../../../domain/src/procedure/role.js';
import type { SubjectKind } from '../../../domain/src/procedure/subject.js';
import { content } from '../procedure/procedure.tables.js';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** One act asked of many files of a call: mostly a kind of deadline moved. `version` orders the batches of one call. */
export const batch = pgTable('batch', {
  id: uuid('id').primaryKey(),
  /** The call's subject id. */
  callId: text('call_id').notNull(),
  version: integer('version').notNull(),
  subjectKind: text('subject_kind').$type<SubjectKind>().notNull(),
  act: text('act').$type<BatchAct>().notNull().default('moveDeadline'),
  /** Empty for an act that moves none. */
  deadlineKind: text('deadline_kind').notNull(),
  /** Either one date for all, or a duration that is added to each. */
  to: date('to_date'),
  by: text('by_duration'),
  /** Facts that are the same for every file. */
  asked: jsonb('asked').$type<Facts>(),
  /** The reason, or what else was written for all files, as text that can be erased. */
  reasonId: uuid('reason_id').notNull().references(() => content.id),
  status: text('status').$type<BatchStatus>().notNull(),
  preparedBy: uuid('prepared_by').notNull(),
  preparedAt: instant('prepared_at').notNull(),
  confirmedBy: uuid('confirmed_by'),
  /** The role by which whoever confirmed owns the deadline. */
  confirmedAs: text('confirmed_as').$type<Role>(),
  confirmedAt: instant('confirmed_at'),
  endedAt: instant('ended_at'),
  /** Real time: when its workflow is started, or started again should it no longer run. Null while it isn't to run. */
  nextStartAt: instant('next_start_at'),
}, (t) => [uniqueIndex('batch_version').on(t.callId, t.version), index('batch_start').on(t.nextStartAt)]);

/** One file of a batch: the preview first, its outcome later. */
export const batchRow = pgTable('batch_row', {
  batchId: uuid('batch_id').notNull().references(() => batch.id),
  subjectId: text('subject_id').notNull(),
  /** Of a deadline that is moved. */
  from: date('from_date'),
  to: date('to_date'),
  /** Facts that are this file's alone. */
  asked: jsonb('asked').$type<Facts>(),
  state: text('state').$type<BatchRowState>().notNull().default('waiting'),
  /** Why it was refused; while it waits, why it would be refused now. */
  code: text('code'),
  commandId: uuid('command_id'),
  /** How often it was asked without an answer; those asked least go first. */
  attempts: integer('attempts').notNull().default(0),
}, (t) => [primaryKey({ columns: [t.batchId, t.subjectId] }), index('batch_row_waiting').on(t.batchId, t.state, t.attempts)]);
