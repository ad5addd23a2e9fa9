import { boolean, index, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Answers } from '../../../domain/src/scheme/answer.js';
import { person, pole } from '../people/people.tables.js';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** A firm that a centre has served and that its survey asks. The row goes with the names, when the scheme's time is over. */
export const surveyFirm = pgTable('survey_firm', {
  /** Also what the firm's link is made of, see `survey-links.ts`. */
  id: uuid('id').primaryKey().defaultRandom(),
  /** Subject id of the survey. */
  surveyId: text('survey_id').notNull(),
  poleId: uuid('pole_id').notNull().references(() => pole.id),
  name: text('name').notNull(),
  siret: text('siret'),
  email: text('email').notNull(),
  /** The address as it is told apart: without case, and without what follows a plus sign. */
  emailKey: text('email_key').notNull(),
  locale: text('locale').$type<'fr' | 'en'>().notNull().default('fr'),
  /** It had asked before not to be written to: it is listed, and not asked. */
  withheld: boolean('withheld').notNull().default(false),
  /** It asked so while this survey was open. */
  unsubscribed: boolean('unsubscribed').notNull().default(false),
  /** Its mail came back. */
  undeliverable: boolean('undeliverable').notNull().default(false),
  /** Whether, never what or when; forgotten at the closing. */
  answered: boolean('answered').notNull().default(false),
  listedBy: uuid('listed_by').notNull().references(() => person.id),
  listedAt: instant('listed_at').notNull(),
}, (t) => [
  uniqueIndex('firm-listed').on(t.surveyId, t.emailKey),
  uniqueIndex('firm-siret-listed').on(t.surveyId, t.siret),
  index('survey_firm_address').on(t.poleId, t.emailKey),
]);

/** What a firm has answered. No column leads to the firm, and none says when: see `survey.sql.ts` for the order of the rows. */
export const surveyAnswer = pgTable('survey_answer', {
  id: uuid('id').primaryKey().defaultRandom(),
  surveyId: text('survey_id').notNull(),
  answers: jsonb('answers').$type<Answers>().notNull(),
}, (t) => [index('survey_answer_survey').on(t.surveyId)]);

/** Addresses that don't want a pole's surveys any more, as keyed hashes: kept longer than the firm's name, so that next year leaves them in peace. */
export const surveyUnsubscription = pgTable('survey_unsubscription', {
  poleId: uuid('pole_id').notNull().references(() => pole.id),
  address: text('address').notNull(),
  at: instant('at').notNull(),
}, (t) => [primaryKey({ columns: [t.poleId, t.address] })]);
