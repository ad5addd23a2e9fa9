import { sql } from 'drizzle-orm';
import { boolean, date, index, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { PoleRole } from '../../../domain/src/procedure/pole-role.js';
import type { GrantedRole } from '../../../domain/src/procedure/granted-role.js';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** A human being or a machine account. The e-mail is stored in lower case; issuer and subject are set at the first sign-in. */
export const person = pgTable('person', {
  id: uuid('id').primaryKey(),
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  locale: text('locale').$type<'fr' | 'en'>().notNull(),
  issuer: text('issuer'),
  subject: text('subject'),
  createdAt: at('created_at').notNull(),
  /** On the Clock: a reminder asks whether anybody came since. */
  lastSignInAt: at('last_sign_in_at'),
}, (t) => [uniqueIndex('person_identity').on(t.issuer, t.subject)]);

/** Staff roles. `applicant` is never here: it comes from `pole_member`. */
export const personRole = pgTable('person_role', {
  personId: uuid('person_id').notNull().references(() => person.id, { onDelete: 'cascade' }),
  role: text('role').$type<GrantedRole>().notNull(),
}, (t) => [primaryKey({ columns: [t.personId, t.role] }), index('person_role_role').on(t.role)]);

/** Days on which tasks go to the deputy, both ends included. */
export const absence = pgTable('absence', {
  id: uuid('id').primaryKey(),
  personId: uuid('person_id').notNull().references(() => person.id, { onDelete: 'cascade' }),
  from: date('from_date').notNull(),
  to: date('to_date').notNull(),
}, (t) => [index('absence_person').on(t.personId)]);

/** The legal person that carries poles. `legalForm` is a structure type code of a scheme. */
export const structure = pgTable('structure', {
  id: uuid('id').primaryKey(),
  siren: text('siren').notNull().unique(),
  rna: text('rna').unique(),
  name: text('name').notNull(),
  legalForm: text('legal_form').notNull(),
  createdAt: at('created_at').notNull(),
});

/** A correction of a structure by the secretariat: what stood before, and why it changed. Rows are evidence. */
export const structureChange = pgTable('structure_change', {
  id: uuid('id').primaryKey(),
  structureId: uuid('structure_id').notNull().references(() => structure.id),
  before: jsonb('before').$type<{ name: string; rna: string | null; legalForm: string }>().notNull(),
  reason: text('reason').notNull(),
  changedBy: uuid('changed_by').notNull().references(() => person.id),
  changedAt: at('changed_at').notNull(),
}, (t) => [index('structure_change_structure').on(t.structureId)]);

/** A site (établissement) of a structure. */
export const structureSite = pgTable('structure_site', {
  siret: text('siret').primaryKey(),
  structureId: uuid('structure_id').notNull().references(() => structure.id),
}, (t) => [index('structure_site_structure').on(t.structureId)]);

/** What holds a label: applications, labels and history hang here. */
export const pole = pgTable('pole', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  themes: text('themes').array().notNull(),
  territory: text('territory').notNull(),
  sharedMailbox: text('shared_mailbox'),
  createdAt: at('created_at').notNull(),
  createdBy: uuid('created_by').references(() => person.id),
  /** Last day, of a pole that was closed or merged into another. */
  closedOn: date('closed_on'),
  mergedInto: uuid('merged_into'),
}, (t) => [index('pole_name').on(t.name, t.id)]);

/** Which structure carries a pole, at which site, from when to when (both included); one at a time. */
export const poleCarrier = pgTable('pole_carrier', {
  id: uuid('id').primaryKey(),
  poleId: uuid('pole_id').notNull().references(() => pole.id),
  structureId: uuid('structure_id').notNull().references(() => structure.id),
  siret: text('siret').notNull().references(() => structureSite.siret),
  from: date('from_date').notNull(),
  to: date('to_date'),
}, (t) => [
  uniqueIndex('pole_carrier_current').on(t.poleId).where(sql`${t.to} is null`),
  index('pole_carrier_siret').on(t.siret),
]);

/** One right of one person in one pole. Rows are ended, never deleted: who could act when is evidence. */
export const poleMember = pgTable('pole_member', {
  id: uuid('id').primaryKey(),
  poleId: uuid('pole_id').notNull().references(() => pole.id),
  personId: uuid('person_id').notNull().references(() => person.id),
  role: text('role').$type<PoleRole>().notNull(),
  since: date('since').notNull(),
  /** Last day, included. */
  until: date('until'),
  endedAt: at('ended_at'),
  addedBy: uuid('added_by').references(() => person.id),
  /** Why the secretariat attached this person. */
  reason: text('reason'),
  /** A legal representative by their own word: commits nothing until the secretariat has confirmed it. */
  toConfirm: boolean('to_confirm').notNull().default(false),
  confirmedBy: uuid('confirmed_by').references(() => person.id),
  confirmedAt: at('confirmed_at'),
  /** The evidence that the secretariat saw. */
  confirmedFor: text('confirmed_for'),
}, (t) => [
  uniqueIndex('pole_member_current').on(t.poleId, t.personId, t.role).where(sql`${t.endedAt} is null`),
  index('pole_member_person').on(t.personId),
]);

/** A right that waits for the person to accept it: until then they are nothing to the pole, and the pole knows only the e-mail that was typed. */
export const poleInvitation = pgTable('pole_invitation', {
  id: uuid('id').primaryKey(),
  poleId: uuid('pole_id').notNull().references(() => pole.id),
  personId: uuid('person_id').notNull().references(() => person.id),
  email: text('email').notNull(),
  role: text('role').$type<PoleRole>().notNull(),
  until: date('until'),
  toConfirm: boolean('to_confirm').notNull().default(false),
  invitedBy: uuid('invited_by').references(() => person.id),
  invitedAt: at('invited_at').notNull(),
  /** Accepted, declined or taken back. */
  endedAt: at('ended_at'),
}, (t) => [
  uniqueIndex('pole_invitation_open').on(t.poleId, t.personId, t.role).where(sql`${t.endedAt} is null`),
  index('pole_invitation_person').on(t.personId),
]);

/** Lets its holder commit the pole. `dated` is the date on the paper, `until` the last day (included). */
export const mandate = pgTable('mandate', {
  id: uuid('id').primaryKey(),
  poleId: uuid('pole_id').notNull().references(() => pole.id),
  holderId: uuid('holder_id').notNull().references(() => person.id),
  dated: date('dated').notNull(),
  until: date('until'),
  documentId: uuid('document_id'),
  grantedBy: uuid('granted_by').references(() => person.id),
  grantedAt: at('granted_at').notNull(),
  endedAt: at('ended_at'),
}, (t) => [index('mandate_pole').on(t.poleId, t.holderId)]);

/** A browser's session. `id` is the SHA-256 of what the cookie carries. Real time, not the Clock. */
export const session = pgTable('session', {
  id: text('id').primaryKey(),
  personId: uuid('person_id').notNull().references(() => person.id, { onDelete: 'cascade' }),
  createdAt: at('created_at').notNull(),
  expiresAt: at('expires_at').notNull(),
}, (t) => [index('session_person').on(t.personId), index('session_expiry').on(t.expiresAt)]);

/** A machine's key. Only the SHA-256 is stored. Real time, not the Clock. */
export const apiToken = pgTable('api_token', {
  id: uuid('id').primaryKey(),
  hash: text('hash').notNull().unique(),
  personId: uuid('person_id').notNull().references(() => person.id, { onDelete: 'cascade' }),
  label: text('label').notNull(),
  /** Who made it; null for one that was made without the API (the first start, the demonstration). */
  issuedBy: uuid('issued_by').references(() => person.id),
  createdAt: at('created_at').notNull(),
  expiresAt: at('expires_at').notNull(),
  revokedAt: at('revoked_at'),
}, (t) => [index('api_token_person').on(t.personId)]);
