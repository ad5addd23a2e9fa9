import { sql } from 'drizzle-orm';
import { bigint, bigserial, boolean, date, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Act, ContentRef, Facts } from '../../../domain/src/procedure/act.js';
import type { Deadline } from '../../../domain/src/procedure/deadline.js';
import type { Entry } from '../../../domain/src/procedure/entry.js';
import type { Outcome } from '../../../domain/src/procedure/record.js';
import type { By } from '../../../domain/src/procedure/role.js';
import type { SubjectKind } from '../../../domain/src/procedure/subject.js';
import type { Scheme } from '../../../domain/src/scheme/shape/scheme.js';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** A loaded version of a scheme. Never changed: a running file keeps the one that it began with. */
export const schemeVersion = pgTable('scheme_version', {
  /** `<code>@<version>` */
  id: text('id').primaryKey(),
  code: text('code').notNull(),
  /** SHA-256 of the canonical JSON: the same version with other content is refused. */
  hash: text('hash').notNull(),
  data: jsonb('data').$type<Scheme>().notNull(),
  loadedAt: instant('loaded_at').notNull(),
});

/** The Clock: one row. `virtual_now` counts in stepped mode alone. */
export const clock = pgTable('clock', {
  id: integer('id').primaryKey().default(1),
  mode: text('mode').$type<'real' | 'offset' | 'stepped'>().notNull(),
  offsetMs: bigint('offset_ms', { mode: 'number' }).notNull().default(0),
  virtualNow: instant('virtual_now'),
});

/** The read model of every procedure: where it stands, the fold of its journal, written by its record alone. */
export const subject = pgTable('subject', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<SubjectKind>().notNull(),
  status: text('status').notNull(),
  seq: integer('seq').notNull(),
  data: jsonb('data').$type<Facts>().notNull(),
  deadlines: jsonb('deadlines').$type<Deadline[]>().notNull(),
  schemeId: text('scheme_id').notNull().references(() => schemeVersion.id),
  callId: text('call_id'),
  poleId: uuid('pole_id'),
  parentId: text('parent_id'),
  assigneeId: uuid('assignee_id'),
  officerId: uuid('officer_id'),
  deputyId: uuid('deputy_id'),
  /** Hash of the last journal entry. */
  head: text('head').notNull(),
  openedAt: instant('opened_at').notNull(),
  changedAt: instant('changed_at').notNull(),
  /** Set when the status is an ended one and no deadline is armed: its workflow has nothing left to do. */
  ended: boolean('ended').notNull().default(false),
}, (t) => [
  index('subject_kind_status').on(t.kind, t.status, t.changedAt),
  index('subject_call').on(t.callId, t.kind),
  index('subject_pole').on(t.poleId, t.kind),
  index('subject_parent').on(t.parentId),
  index('subject_assignee').on(t.assigneeId),
  // A renewal found inadmissible leaves the label's remaining days for another.
  uniqueIndex('duplicate-application').on(t.callId, t.poleId, sql`coalesce(data->>'renews', '')`)
    .where(sql`kind = 'application' and status <> 'withdrawn' and (status not in ('inadmissible', 'closed_without_action') or data->>'renews' is null)`),
  // An appeal is lodged before its application hears of it: two at once against one decision meet here.
  uniqueIndex('appeal-open').on(t.parentId, sql`(data->>'against')`).where(sql`kind = 'appeal' and status in ('lodged', 'under_review')`),
  // One request of a kind at a time for a label.
  uniqueIndex('change-open').on(t.parentId, sql`(data->>'what')`).where(sql`kind = 'change' and status in ('under_review', 'incomplete', 'proposed', 'accepted')`),
  uniqueIndex('label-number').on(sql`(data->>'number')`).where(sql`kind = 'award'`),
]);

/** The journal: append-only, one chain of hashes a subject. */
export const journal = pgTable('journal', {
  subjectId: text('subject_id').notNull().references(() => subject.id),
  seq: integer('seq').notNull(),
  type: text('type').notNull(),
  act: text('act').notNull(),
  by: text('by').$type<By>().notNull(),
  source: jsonb('source').$type<Act['source']>().notNull(),
  at: instant('at').notNull(),
  effectiveOn: date('effective_on').notNull(),
  recordedAt: instant('recorded_at').notNull(),
  commandId: uuid('command_id'),
  facts: jsonb('facts').$type<Facts>().notNull(),
  content: jsonb('content').$type<ContentRef>(),
  armed: jsonb('armed').$type<Entry['armed']>().notNull(),
  disarmed: jsonb('disarmed').$type<Entry['disarmed']>().notNull(),
  previousHash: text('previous_hash').notNull(),
  hash: text('hash').notNull(),
}, (t) => [primaryKey({ columns: [t.subjectId, t.seq] }), index('journal_command').on(t.commandId)]);

/** Text and answers that people wrote: outside the journal, which holds `hash` = SHA-256(salt, body), so that `body` can be erased. */
export const content = pgTable('content', {
  id: uuid('id').primaryKey(),
  subjectId: text('subject_id').notNull(),
  salt: text('salt').notNull(),
  body: jsonb('body').$type<Record<string, unknown>>(),
  hash: text('hash').notNull(),
  erasedAt: instant('erased_at'),
}, (t) => [index('content_subject').on(t.subjectId)]);

/** Each moment that a subject waits for. `armed` moves the clock; `passed` has come; `forecast` is shown alone. */
export const deadline = pgTable('deadline', {
  subjectId: text('subject_id').notNull(),
  kind: text('kind').notNull(),
  mark: text('mark').notNull(),
  offset: text('offset').notNull(),
  state: text('state').$type<'armed' | 'passed' | 'forecast'>().notNull(),
  on: date('on_date').notNull(),
  zone: text('zone').notNull(),
  at: instant('at').notNull(),
  firesAt: instant('fires_at').notNull(),
}, (t) => [
  primaryKey({ columns: [t.subjectId, t.kind, t.mark, t.offset] }),
  index('deadline_armed').on(t.firesAt).where(sql`state = 'armed'`),
]);

/** Every human act as it was received, before anything else happened to it. `outcome` null: still to be answered. */
export const command = pgTable('command', {
  id: uuid('id').primaryKey(),
  actorId: uuid('actor_id').notNull(),
  key: text('key').notNull(),
  bodyHash: text('body_hash').notNull(),
  subjectId: text('subject_id').notNull(),
  act: text('act').notNull(),
  by: text('by').$type<By>().notNull(),
  facts: jsonb('facts').$type<Facts>().notNull(),
  content: jsonb('content').$type<ContentRef>(),
  channel: text('channel').$type<'online' | 'post' | 'e-mail' | 'order'>().notNull().default('online'),
  /** For whom, when somebody else entered the act. */
  onBehalfOf: uuid('on_behalf_of'),
  receivedAt: instant('received_at').notNull(),
  effectiveOn: date('effective_on').notNull(),
  /** Set for an act that may begin its procedure: the scheme version to begin with. */
  startsWith: text('starts_with').references(() => schemeVersion.id),
  outcome: jsonb('outcome').$type<Outcome>(),
  /** Real time: when the relay sends it again. */
  nextAttemptAt: instant('next_attempt_at').notNull(),
  attempts: integer('attempts').notNull().default(0),
}, (t) => [
  uniqueIndex('command_key').on(t.actorId, t.key),
  index('command_waiting').on(t.nextAttemptAt).where(sql`outcome is null`),
  index('command_subject').on(t.subjectId, t.receivedAt),
]);

/** What one procedure tells another: written by the sender's record, settled in the receiver's. */
export const message = pgTable('message', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  senderId: text('sender_id').notNull(),
  key: text('key').notNull(),
  receiverId: text('receiver_id').notNull(),
  act: text('act').notNull(),
  facts: jsonb('facts').$type<Facts>().notNull(),
  at: instant('at').notNull(),
  effectiveOn: date('effective_on').notNull(),
  starts: boolean('starts').notNull(),
  schemeId: text('scheme_id').notNull(),
  /** `done`, a refusal, or `undeliverable`: the receiver had ended. Null: on its way. */
  outcome: jsonb('outcome').$type<Outcome | { readonly is: 'undeliverable' }>(),
  nextAttemptAt: instant('next_attempt_at').notNull(),
  attempts: integer('attempts').notNull().default(0),
}, (t) => [
  uniqueIndex('message_key').on(t.senderId, t.key),
  index('message_waiting').on(t.nextAttemptAt).where(sql`outcome is null`),
  index('message_receiver').on(t.receiverId).where(sql`outcome is null`),
]);

/** Shared numbers, drawn one at a time inside a record. */
export const counter = pgTable('counter', { name: text('name').primaryKey(), value: integer('value').notNull() });
