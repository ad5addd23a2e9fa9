import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { NotificationState } from '../../../domain/src/notification/state.js';
import type { Database } from '../database.js';
import { recipientsOfAudience } from '../notification/audience.js';
import { notification } from '../notification/notification.tables.js';
import { person, pole } from '../people/people.tables.js';
import { content, journal, subject } from '../procedure/procedure.tables.js';
import { mailing, mailingFile } from './mailing.tables.js';

export type MailingRow = typeof mailing.$inferSelect;
export type MailingRecord = MailingRow & { readonly preparedByName: string; readonly confirmedByName: string | null };

/** A file that is written to, with what placeholders stand for. */
export interface Addressee {
  readonly subjectId: string;
  readonly poleId: string;
  readonly poleName: string;
  readonly callTitle: { readonly fr: string; readonly en: string };
}

/** The files of these subject ids, in the order of the ids; those that hang on no pole are left out. */
export async function addressees(db: Database, ids: readonly string[]): Promise<Addressee[]> {
  if (ids.length === 0) return [];
  const rows = await db.select({
    subjectId: subject.id, poleId: pole.id, poleName: pole.name,
    callTitle: sql<Addressee['callTitle'] | null>`(select c.body -> 'title' from ${journal} j join ${content} c on c.id = (j.content ->> 'id')::uuid where j.subject_id = ${subject.callId} and j.seq = 1)`,
  }).from(subject).innerJoin(pole, eq(pole.id, subject.poleId)).where(inArray(subject.id, [...ids])).orderBy(subject.id);
  return rows.map((row) => ({ ...row, callTitle: row.callTitle ?? { fr: '', en: '' } }));
}

const confirmer = alias(person, 'confirmer');

function select(db: Database) {
  return db.select({ mailing, preparedByName: person.name, confirmedByName: confirmer.name }).from(mailing)
    .innerJoin(person, eq(person.id, mailing.preparedBy)).leftJoin(confirmer, eq(confirmer.id, mailing.confirmedBy)).$dynamic();
}

export async function findMailing(db: Database, id: string): Promise<MailingRecord | undefined> {
  const [row] = await select(db).where(eq(mailing.id, id));
  return row && { ...row.mailing, preparedByName: row.preparedByName, confirmedByName: row.confirmedByName };
}

/** The last prepared first; `before` is [instant, id] of the last one shown. */
export async function listMailings(db: Database, { before, limit }: { before?: readonly string[] | undefined; limit: number }): Promise<MailingRecord[]> {
  const rows = await select(db).where(before && sql`(${mailing.preparedAt}, ${mailing.id}) < (${before[0]}::timestamptz, ${before[1]}::uuid)`)
    .orderBy(desc(mailing.preparedAt), desc(mailing.id)).limit(limit);
  return rows.map((row) => ({ ...row.mailing, preparedByName: row.preparedByName, confirmedByName: row.confirmedByName }));
}

/** The files of the preview, by subject id. With `state`: those with a notice that stands so. */
export async function mailingFiles(
  db: Database, id: string, { state, after, limit }: { state?: NotificationState | undefined; after?: string | undefined; limit?: number | undefined } = {},
): Promise<string[]> {
  const rows = await db.select({ subjectId: mailingFile.subjectId }).from(mailingFile).where(and(
    eq(mailingFile.mailingId, id), after === undefined ? undefined : sql`${mailingFile.subjectId} > ${after}`,
    state && sql`exists (select 1 from ${notification} n where n.subject = ${mailingFile.subjectId} and n.state = ${state} and n.key like ${`mailing/${id}/%`})`,
  )).orderBy(mailingFile.subjectId).limit(limit ?? 100_000);
  return rows.map(({ subjectId }) => subjectId);
}

/** One person or mailbox that a file's copy goes to. `state` null: nothing was sent yet. */
export interface MailedRecipient {
  readonly name: string | null;
  /** Null when nobody could be found. */
  readonly address: string | null;
  readonly locale: 'fr' | 'en';
  readonly state: NotificationState | null;
  readonly error: string | null;
  readonly sentAt: string | null;
}

/** Whom this file's copy would go to now. */
export async function wouldReach(db: Database, poleId: string): Promise<MailedRecipient[]> {
  return (await recipientsOfAudience(db, { pole: poleId })).map(({ name, email, locale }) => ({ name, address: email, locale, state: null, error: null, sentAt: null }));
}

/** Whom this file's copy went to, and what became of it. */
export async function reached(db: Database, id: string, subjectId: string): Promise<MailedRecipient[]> {
  const rows = await db.select({ n: notification, name: person.name, email: person.email }).from(notification).leftJoin(person, eq(person.id, notification.personId))
    .where(and(eq(notification.subject, subjectId), sql`${notification.key} like ${`mailing/${id}/%`}`)).orderBy(notification.key);
  return rows.map(({ n, name, email }) => ({
    name, address: n.personId === null ? n.mailbox : email, locale: n.locale, state: n.state, error: n.lastError, sentAt: n.sentAt === null ? null : new Date(n.sentAt).toISOString(),
  }));
}

/** How many people and mailboxes a mailing was written to; whoever could not be found is not among them. */
export async function mailedTo(db: Database, id: string): Promise<number> {
  const [row] = await db.select({ n: sql<number>`count(*)::int` }).from(notification).innerJoin(mailingFile, eq(mailingFile.subjectId, notification.subject))
    .where(and(eq(mailingFile.mailingId, id), sql`${notification.key} like ${`mailing/${id}/%`}`, sql`coalesce(${notification.personId}::text, ${notification.mailbox}) is not null`));
  return row?.n ?? 0;
}

/** How many of its notices stand where; those that found nobody are among the failed. */
export async function mailingCounts(db: Database, id: string): Promise<Partial<Record<NotificationState, number>>> {
  const rows = await db.select({ state: notification.state, n: sql<number>`count(*)::int` }).from(notification)
    .innerJoin(mailingFile, eq(mailingFile.subjectId, notification.subject))
    .where(and(eq(mailingFile.mailingId, id), sql`${notification.key} like ${`mailing/${id}/%`}`)).groupBy(notification.state);
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}
