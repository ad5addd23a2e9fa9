import { asc, eq, isNull, or, sql } from 'drizzle-orm';
import type { Instant } from '../../../domain/src/calendar/types.js';
import type { Entry } from '../../../domain/src/procedure/entry.js';
import type { Database } from '../database.js';
import { notification } from '../notification/notification.tables.js';
import { toEntry } from './journal.queries.js';
import { command, journal, message, subject } from './procedure.tables.js';
import type { SubjectRow } from './standing.queries.js';

/** An entry with the Clock's instant at which it was written. */
export interface RecordedEntry extends Entry {
  readonly recordedAt: Instant;
}

/** A subject with its whole journal. */
export interface WholeSubject {
  readonly row: SubjectRow;
  readonly entries: readonly RecordedEntry[];
}

export type NotificationRow = typeof notification.$inferSelect;

/** A human act that was refused, and when it came. */
export interface RefusedCommand {
  readonly subject: string;
  readonly act: string;
  readonly code: string;
  readonly receivedAt: Instant;
}

/** Everything that procedures have left in a database; for audits of small ones. */
export interface Whole {
  readonly subjects: readonly WholeSubject[];
  readonly notifications: readonly NotificationRow[];
  readonly refused: readonly RefusedCommand[];
  /** Commands and messages without an outcome, and messages that found nobody, in words. */
  readonly unsettled: readonly string[];
}

/** Reads it all, subjects in the order in which they began. */
export async function readWhole(db: Database): Promise<Whole> {
  const [subjects, entries, notifications, commands, messages] = await Promise.all([
    db.select().from(subject).orderBy(asc(subject.openedAt), asc(subject.kind), asc(subject.id)),
    db.select().from(journal).orderBy(asc(journal.subjectId), asc(journal.seq)),
    db.select().from(notification).orderBy(asc(notification.createdAt), asc(notification.key)),
    db.select().from(command).where(or(isNull(command.outcome), sql`${command.outcome}->>'is' = 'refused'`)).orderBy(asc(command.receivedAt)),
    db.select().from(message).where(or(isNull(message.outcome), eq(sql`${message.outcome}->>'is'`, 'refused'))),
  ]);
  const journals = new Map<string, RecordedEntry[]>(subjects.map(({ id }) => [id, []]));
  for (const row of entries) journals.get(row.subjectId)?.push({ ...toEntry(row), recordedAt: row.recordedAt.toISOString() });
  return {
    subjects: subjects.map((row) => ({ row, entries: journals.get(row.id) ?? [] })),
    notifications,
    refused: commands.flatMap((c) => (c.outcome?.is === 'refused' ? [{ subject: c.subjectId, act: c.act, code: c.outcome.code, receivedAt: c.receivedAt.toISOString() }] : [])),
    unsettled: [
      ...commands.filter((c) => c.outcome === null).map((c) => `command ${c.act} on ${c.subjectId} has no outcome`),
      ...messages.map((m) => `message ${m.act} from ${m.senderId} to ${m.receiverId} ${m.outcome === null ? 'has no outcome' : `was refused: ${JSON.stringify(m.outcome)}`}`),
    ],
  };
}
