import { sql } from 'drizzle-orm';
import { index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { person } from '../people/people.tables.js';

/** A secret address under which a person's dates are read by a calendar program. Only the SHA-256 is stored. Real time, not the Clock. */
export const calendarAddress = pgTable('calendar_address', {
  id: uuid('id').primaryKey(),
  personId: uuid('person_id').notNull().references(() => person.id, { onDelete: 'cascade' }),
  hash: text('hash').notNull().unique(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  revokedAt: timestamp('revoked_at', { withTimezone: true }),
}, (t) => [uniqueIndex('calendar_address_current').on(t.personId).where(sql`${t.revokedAt} is null`), index('calendar_address_person').on(t.personId)]);
