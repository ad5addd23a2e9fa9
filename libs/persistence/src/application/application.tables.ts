import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { CarriedOver } from '../../../domain/src/application/prefill.js';
import type { Answers } from '../../../domain/src/scheme/answer.js';
import { person, pole } from '../people/people.tables.js';
import { schemeVersion } from '../procedure/procedure.tables.js';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** An application before its submission: rows only, its status the API's. The id becomes the application's own. */
export const applicationDraft = pgTable('application_draft', {
  id: uuid('id').primaryKey(),
  /** Subject id of the call, which exists; for a renewal on its own, the label's. */
  callId: text('call_id').notNull(),
  poleId: uuid('pole_id').notNull().references(() => pole.id),
  schemeId: text('scheme_id').notNull().references(() => schemeVersion.id),
  /** Subject id of the label that it asks to renew. */
  renews: text('renews'),
  /** The last day for a renewal that no call limits, the label's; null where the call's closing decides. */
  closesOn: date('closes_on'),
  answers: jsonb('answers').$type<Answers>().notNull(),
  /** Counts the savings, those of attachments too: an older page does not overwrite a newer one, and a submission names what it saw. */
  version: integer('version').notNull(),
  createdAt: instant('created_at').notNull(),
  createdBy: uuid('created_by').notNull().references(() => person.id),
  savedAt: instant('saved_at').notNull(),
  savedBy: uuid('saved_by').notNull().references(() => person.id),
  /** The person of the secretariat who began it from paper; the secretariat then writes it too, until it is submitted. */
  enteredBy: uuid('entered_by').references(() => person.id),
  /** Another draft took its place: after a withdrawal, or for a renewal found inadmissible. */
  superseded: boolean('superseded').notNull().default(false),
  /** Questions whose answers came from an earlier file or from reports, and whether somebody has looked at them since. */
  carried: jsonb('carried').$type<CarriedOver>().notNull().default({}),
}, (t) => [
  uniqueIndex('application_draft_once').on(t.callId, t.poleId, sql`coalesce(${t.renews}, '')`).where(sql`not ${t.superseded}`),
  index('application_draft_pole').on(t.poleId),
]);

/** A draft as it was submitted: the journal names its version and salted hash. `answers` may be erased, the row stays. */
export const submittedDraft = pgTable('submitted_draft', {
  applicationId: uuid('application_id').notNull().references(() => applicationDraft.id),
  version: integer('version').notNull(),
  answers: jsonb('answers').$type<Answers>(),
  attachments: jsonb('attachments').$type<{ id: string; question: string | null; sha256: string }[]>().notNull(),
  salt: text('salt').notNull(),
  hash: text('hash').notNull(),
  frozenAt: instant('frozen_at').notNull(),
}, (t) => [primaryKey({ columns: [t.applicationId, t.version] })]);

/** A file that somebody gave. Its bytes lie in the file store under `sha256`; `name` is only ever shown. */
export const attachment = pgTable('attachment', {
  id: uuid('id').primaryKey(),
  applicationId: uuid('application_id').notNull().references(() => applicationDraft.id),
  /** `answer`: of a question of the form. `piece`: supplied on request. `decision`: what the authority signed. `thread`: sent with a message. `reply`: with the reply to the appraisal. */
  // `scan`: of a paper by which somebody acted, sent by the secretariat that enters the act. `contract`: of the label, signed by one or both.
  purpose: text('purpose').$type<'answer' | 'piece' | 'decision' | 'proof' | 'thread' | 'reply' | 'scan' | 'contract'>().notNull(),
  question: text('question'),
  name: text('name').notNull(),
  /** Found from the bytes: pdf, docx, odt, xlsx, ods, png, jpg. */
  type: text('type').notNull(),
  size: integer('size').notNull(),
  sha256: text('sha256').notNull(),
  uploadedAt: instant('uploaded_at').notNull(),
  uploadedBy: uuid('uploaded_by').notNull().references(() => person.id),
  removedAt: instant('removed_at'),
  /** Of a `thread` file: the message that it was sent with; null until then, and its sender's alone. */
  messageId: uuid('message_id'),
  /** Of a `thread` file: since when its message is attached to the file, for experts and committee to see. */
  attachedAt: instant('attached_at'),
}, (t) => [index('attachment_application').on(t.applicationId)]);
