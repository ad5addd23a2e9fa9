import { and, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Instant } from '../../../domain/src/calendar/types.js';
import type { Facts } from '../../../domain/src/procedure/act.js';
import { notificationMoves, type NotificationState } from '../../../domain/src/notification/state.js';
import type { Database } from '../database.js';
import { person } from '../people/people.tables.js';
import { notification } from './notification.tables.js';
import { stepIsOver } from './step-over.js';

/** A notification as lists show it; instants in ISO 8601. */
export interface NotificationView {
  readonly id: string;
  readonly subject: string;
  readonly template: string;
  readonly facts: Facts;
  readonly locale: 'fr' | 'en';
  readonly state: NotificationState;
  /** Who is told: a person's present name and address, or a mailbox; null when nobody could be found. */
  readonly recipient: { readonly personId: string | null; readonly name: string | null; readonly address: string } | null;
  readonly significant: boolean;
  readonly attempts: number;
  readonly inDoubtCount: number;
  readonly nextAttemptAt: Instant | null;
  readonly lastError: string | null;
  readonly messageId: string;
  /** It was sent, and came back. */
  readonly bounced: boolean;
  readonly createdAt: Instant;
  readonly sentAt: Instant | null;
}

export interface NotificationFilter {
  readonly state?: NotificationState | undefined;
  readonly subject?: string | undefined;
  readonly template?: string | undefined;
  readonly personId?: string | undefined;
}

/** Reads notifications for pages, and puts one back in the queue. */
export class NotificationQueries {
  constructor(private readonly db: Database) {}

  /** The newest first, after `after` (created at, id); at most `limit`. */
  async list(filter: NotificationFilter, limit: number, after?: readonly string[]): Promise<NotificationView[]> {
    const n = notification;
    const conditions: (SQL | undefined)[] = [
      filter.state && eq(n.state, filter.state),
      filter.subject && eq(n.subject, filter.subject),
      filter.template && eq(n.template, filter.template),
      filter.personId && eq(n.personId, filter.personId),
      after && sql`(${n.createdAt}, ${n.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
    ].filter((one) => typeof one === 'object');
    return (await this.select(and(...conditions)).orderBy(desc(n.createdAt), desc(n.id)).limit(limit)).map(viewOf);
  }

  async byId(id: string): Promise<NotificationView | undefined> {
    const [row] = await this.select(eq(notification.id, id));
    return row && viewOf(row);
  }

  /** Queues a failed or suppressed one again under the same Message-ID, with a fresh week of attempts; false when it is neither. */
  async resend(id: string, by: string): Promise<boolean> {
    const { from, to } = notificationMoves.resend;
    const moved = await this.db.update(notification)
      .set({ state: to, attempts: 0, nextAttemptAt: sql`estampille_now()`, resentAt: sql`estampille_now()`, resentBy: by, lastError: null })
      .where(and(eq(notification.id, id), inArray(notification.state, [...from])))
      .returning({ id: notification.id });
    return moved.length === 1;
  }

  /** True when the step that it speaks of is over: sending it would be stopped again. */
  async isStepOver(id: string): Promise<boolean> {
    const { rows } = await this.db.execute(sql`select 1 from notification n where n.id = ${id} and ${stepIsOver}`);
    return rows.length > 0;
  }

  private select(where: SQL | undefined) {
    return this.db.select({ n: notification, name: person.name, email: person.email })
      .from(notification).leftJoin(person, eq(person.id, notification.personId)).where(where).$dynamic();
  }
}

type Row = { n: typeof notification.$inferSelect; name: string | null; email: string | null };

function viewOf({ n, name, email }: Row): NotificationView {
  const address = n.personId === null ? n.mailbox : email;
  return {
    id: n.id, subject: n.subject, template: n.template, facts: n.facts, locale: n.locale, state: n.state, significant: n.significant, attempts: n.attempts,
    inDoubtCount: n.inDoubtCount, lastError: n.lastError, messageId: n.messageId, bounced: n.bouncedAt !== null,
    recipient: address === null ? null : { personId: n.personId, name, address },
    nextAttemptAt: iso(n.nextAttemptAt), createdAt: new Date(n.createdAt).toISOString(), sentAt: iso(n.sentAt),
  };
}

function iso(instant: string | null): Instant | null {
  return instant === null ? null : new Date(instant).toISOString();
}
