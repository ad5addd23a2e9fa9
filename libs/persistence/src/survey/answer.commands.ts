import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Instant } from '../../../domain/src/calendar/types.js';
import { notificationMoves } from '../../../domain/src/notification/state.js';
import { dueOf } from '../../../domain/src/procedure/deadline.js';
import type { Answers } from '../../../domain/src/scheme/answer.js';
import type { Database } from '../database.js';
import { notification } from '../notification/notification.tables.js';
import { now } from '../people/in-force.js';
import { clockNow } from '../procedure/clock.queries.js';
import { subject } from '../procedure/procedure.tables.js';
import type { SurveyLinks } from './survey-links.js';
import { surveyAnswer, surveyFirm, surveyUnsubscription } from './survey.tables.js';

/** What became of an answer: kept; or the firm has answered before, the survey is over, the link leads nowhere (any more). */
export type AnswerTaken = 'kept' | 'answered' | 'closed' | 'unknown';

/**
 * Keeps a firm's answers, once, while the survey is open. That it has answered stands with the firm; what it has answered stands elsewhere, with
 * nothing that leads back.
 */
export async function keepAnswer(db: Database, firm: string, answers: Answers): Promise<AnswerTaken> {
  const survey = await surveyOf(db, firm);
  if (survey === undefined) return 'unknown';
  return db.transaction(async (tx) => {
    if (!(await isOpen(tx, survey))) return 'closed';
    const marked = await tx.update(surveyFirm).set({ answered: true }).where(and(eq(surveyFirm.id, firm), eq(surveyFirm.answered, false))).returning({ id: surveyFirm.id });
    if (marked.length === 0) return 'answered';
    await tx.insert(surveyAnswer).values({ surveyId: survey, answers });
    await hushFirm(tx, survey, firm);
    return 'kept';
  });
}

/** The firm is not written to any more: not by this survey, nor by the pole's next ones. False when the link leads nowhere. */
export async function leaveSurveys(db: Database, firm: string, links: SurveyLinks): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [row] = await tx.select({ survey: surveyFirm.surveyId, poleId: surveyFirm.poleId, emailKey: surveyFirm.emailKey }).from(surveyFirm).where(eq(surveyFirm.id, firm));
    if (!row) return false;
    await tx.insert(surveyUnsubscription).values({ poleId: row.poleId, address: links.addressHash(row.emailKey), at: now }).onConflictDoNothing();
    await tx.update(surveyFirm).set({ unsubscribed: true }).where(eq(surveyFirm.id, firm));
    // It may stand in the list that the centre prepares for the next year.
    const beingPrepared = tx.select({ id: subject.id }).from(subject).where(and(eq(subject.kind, 'survey'), eq(subject.status, 'listing'), eq(subject.poleId, row.poleId)));
    await tx.update(surveyFirm).set({ withheld: true }).where(and(eq(surveyFirm.poleId, row.poleId), eq(surveyFirm.emailKey, row.emailKey), inArray(surveyFirm.surveyId, beingPrepared)));
    await hushFirm(tx, row.survey, firm);
    return true;
  });
}

async function surveyOf(db: Database, firm: string): Promise<string | undefined> {
  const [row] = await db.select({ survey: surveyFirm.surveyId }).from(surveyFirm).where(eq(surveyFirm.id, firm));
  return row?.survey;
}

/** Open by its status and by the Clock: the last second of its last day counts, however late the machine that closes it. */
async function isOpen(tx: Database, survey: string): Promise<boolean> {
  const [row] = await tx.select({ status: subject.status, deadlines: subject.deadlines }).from(subject).where(eq(subject.id, survey)).for('share');
  if (row?.status !== 'open') return false;
  return isBefore(await clockNow(tx), dueOf(row.deadlines, 'close-due')?.firesAt);
}

function isBefore(instant: Instant, end: Instant | undefined): boolean {
  return end === undefined || instant < end;
}

/** A reminder that waits to be sent is not sent to who has answered or left. */
async function hushFirm(tx: Database, survey: string, firm: string): Promise<void> {
  await tx.update(notification).set({ state: 'suppressed', nextAttemptAt: null })
    .where(and(eq(notification.subject, survey), sql`${notification.facts} ->> 'firm' = ${firm}`, inArray(notification.state, [...notificationMoves['end-step'].from])));
}
