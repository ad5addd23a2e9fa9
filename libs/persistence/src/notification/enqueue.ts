import { createHash } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import type { Instant } from '../../../domain/src/calendar/types.js';
import { notificationMoves } from '../../../domain/src/notification/state.js';
import type { Notice } from '../../../domain/src/procedure/decision.js';
import type { Database } from '../database.js';
import { recipientsOfAudience, type Recipient } from './audience.js';
import { notification } from './notification.tables.js';

type NewRow = typeof notification.$inferInsert;

/**
 * Writes one row a person for each notice, in the caller's transaction: a notice exists if and only if its act does.
 * A key that is there already is left alone. Nobody to tell is written too, as failed, so that somebody sees it.
 * @param at the Clock's instant of the record; rows are due at once.
 */
export async function enqueueNotices(tx: Database, subject: string, notices: readonly Notice[], at: Instant): Promise<void> {
  const rows: NewRow[] = [];
  for (const notice of notices) {
    const recipients = await recipientsOfAudience(tx, notice.audience);
    if (recipients.length === 0 && !('draftsOf' in notice.audience) && !('firmsOf' in notice.audience) && !('renewsUnder' in notice.audience)) rows.push(nobody(subject, notice, at));
    rows.push(...recipients.map((recipient) => rowFor(subject, notice, recipient, at)));
  }
  if (rows.length > 0) await tx.insert(notification).values(rows).onConflictDoNothing({ target: notification.key });
}

/** What waits to be sent of a subject is not sent any more. A mail that is on its way goes. */
export async function hushNotices(tx: Database, subject: string): Promise<void> {
  await tx.update(notification).set({ state: 'suppressed', nextAttemptAt: null }).where(and(eq(notification.subject, subject), inArray(notification.state, [...notificationMoves['end-step'].from])));
}

function rowFor(subject: string, notice: Notice, recipient: Recipient, at: Instant): NewRow {
  // Somebody with two poles is told of each one's draft.
  const of = recipient.draft === undefined ? notice.key : `${notice.key}/${recipient.draft}`;
  const key = `${of}/${recipient.firm ?? recipient.personId ?? sha256(recipient.email.toLowerCase()).slice(0, 32)}`;
  return {
    ...common(subject, notice, at),
    ...(recipient.firm === undefined ? {} : { facts: { ...notice.facts, firm: recipient.firm } }),
    key,
    messageId: messageIdOf(key),
    draftId: recipient.draft ?? null,
    personId: recipient.personId ?? null,
    mailbox: recipient.personId ? null : recipient.email,
    locale: recipient.locale,
    nextAttemptAt: at,
  };
}

function nobody(subject: string, notice: Notice, at: Instant): NewRow {
  const key = `${notice.key}/nobody`;
  return { ...common(subject, notice, at), key, messageId: messageIdOf(key), locale: 'fr', state: 'failed', lastError: 'nobody-to-tell' };
}

function common(subject: string, notice: Notice, at: Instant) {
  return {
    subject,
    template: notice.template,
    facts: notice.facts ?? {},
    whileStatus: notice.whileStatus ? [...notice.whileStatus] : null,
    whileDeadline: notice.whileDeadline ?? null,
    significant: 'significant' in notice.audience,
    createdAt: at,
  };
}

/** The same for every attempt: a mail server or reader that knows it shows the mail once. */
export function messageIdOf(key: string): string {
  return `<${sha256(key)}@estampille>`;
}

function sha256(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}
