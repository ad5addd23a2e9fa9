import { sql } from 'drizzle-orm';
import { boolean, date, index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { person } from '../people/people.tables.js';

/** Who sits on a scheme's committee, as an order names them. Rows are ended, never deleted: who could sit when is evidence. */
export const committeeMember = pgTable('committee_member', {
  id: uuid('id').primaryKey(),
  /** Code of the scheme. */
  scheme: text('scheme').notNull(),
  personId: uuid('person_id').notNull().references(() => person.id),
  /** « Présidente », « Représentant de la DGER »: as the minutes name them. */
  capacity: text('capacity').notNull(),
  /** Null for a permanent member; a thematic one is called for files of these themes alone. */
  themes: text('themes').array(),
  chair: boolean('chair').notNull(),
  /** One without a vote advises. */
  voting: boolean('voting').notNull(),
  since: date('since').notNull(),
  /** Last day, included. */
  until: date('until'),
  addedBy: uuid('added_by').notNull().references(() => person.id),
  addedAt: timestamp('added_at', { withTimezone: true, precision: 3 }).notNull(),
}, (t) => [
  uniqueIndex('committee_member_current').on(t.scheme, t.personId).where(sql`${t.until} is null`),
  uniqueIndex('committee_chair').on(t.scheme).where(sql`${t.until} is null and ${t.chair}`),
  index('committee_member_person').on(t.personId),
]);
