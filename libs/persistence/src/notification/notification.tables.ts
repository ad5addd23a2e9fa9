import { boolean, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Facts } from '../../../domain/src/procedure/act.js';
import type { NotificationState } from '../../../domain/src/notification/state.js';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'string' });

/**
 * One row a person (or shared mailbox) and notice, written by the record's transaction and sent by the dispatcher.
 * Times are the Clock's, except `lease_until`: a machine's timeout, in real time.
 */
export const notification = pgTable('notification', {
  id: uuid('id').primaryKey().defaultRandom(),
  /** `<notice key>/<person or mailbox hash>`: nobody is told the same thing twice. */
  key: text('key').notNull().unique(),
  subject: text('subject').notNull(),
  /** The unfinished application that it reminds of, when it reminds of one: its link leads there, and it stops with the submission. */
  draftId: uuid('draft_id'),
  template: text('template').notNull(),
  facts: jsonb('facts').$type<Facts>().notNull(),
  /** Either a person, whose address is read when the mail is sent, or a shared mailbox's address; neither when nobody could be found. */
  personId: uuid('person_id'),
  mailbox: text('mailbox'),
  locale: text('locale').$type<'fr' | 'en'>().notNull(),
  significant: boolean('significant').notNull().default(false),
  state: text('state').$type<NotificationState>().notNull().default('queued'),
  attempts: integer('attempts').notNull().default(0),
  /** How often a dispatcher vanished between sending and knowing it. */
  inDoubtCount: integer('in_doubt_count').notNull().default(0),
  /** When it is due; null once nothing more will be tried. */
  nextAttemptAt: instant('next_attempt_at'),
  whileStatus: text('while_status').array(),
  /** Of a reminder: the deadline that it reminds of, on the date that it names. */
  whileDeadline: jsonb('while_deadline').$type<{ kind: string; on: string }>(),
  messageId: text('message_id').notNull(),
  lastError: text('last_error'),
  claimedBy: uuid('claimed_by'),
  leaseUntil: instant('lease_until'),
  createdAt: instant('created_at').notNull(),
  sentAt: instant('sent_at'),
  resentAt: instant('resent_at'),
  resentBy: uuid('resent_by'),
  bouncedAt: instant('bounced_at'),
  bounceKind: text('bounce_kind').$type<'hard' | 'soft'>(),
  bounceDetail: text('bounce_detail'),
}, (t) => [
  index('notification_due').on(t.state, t.nextAttemptAt),
  index('notification_subject').on(t.subject, t.createdAt),
  index('notification_person').on(t.personId, t.createdAt),
]);
