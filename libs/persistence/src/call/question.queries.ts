import { and, count, desc, eq, gte, isNotNull, lt, or, sql } from 'drizzle-orm';
import type { Database } from '../database.js';
import { person } from '../people/people.tables.js';
import { callQuestion } from './question.tables.js';

export type QuestionRow = typeof callQuestion.$inferSelect;
/** A question with its asker's name: for the staff alone. */
export type QuestionRecord = QuestionRow & { readonly askerName: string };

export interface QuestionFilter {
  /** Subject id. */
  readonly callId: string;
  /** `all`: the staff's. Otherwise what is published, and what this person asked. */
  readonly reader: 'all' | { readonly personId: string | undefined };
  /** [instant of asking, id] of the last one shown. */
  readonly before?: readonly string[] | undefined;
  readonly limit: number;
}

/** The questions of a call, the last asked first. */
export async function questionsOf(db: Database, { callId, reader, before, limit }: QuestionFilter): Promise<QuestionRecord[]> {
  const published = isNotNull(callQuestion.publishedAt);
  const visible = reader === 'all' ? undefined : reader.personId === undefined ? published : or(published, eq(callQuestion.askerId, reader.personId));
  const earlier = before && or(lt(callQuestion.askedAt, new Date(before[0] ?? '')), and(eq(callQuestion.askedAt, new Date(before[0] ?? '')), lt(callQuestion.id, before[1] ?? '')));
  const rows = await db.select({ question: callQuestion, askerName: person.name }).from(callQuestion).innerJoin(person, eq(person.id, callQuestion.askerId))
    .where(and(eq(callQuestion.callId, callId), visible, earlier)).orderBy(desc(callQuestion.askedAt), desc(callQuestion.id)).limit(limit);
  return rows.map(({ question, askerName }) => ({ ...question, askerName }));
}

export async function findQuestion(db: Database, callId: string, id: string): Promise<QuestionRecord | undefined> {
  const [row] = await db.select({ question: callQuestion, askerName: person.name }).from(callQuestion).innerJoin(person, eq(person.id, callQuestion.askerId))
    .where(and(eq(callQuestion.callId, callId), eq(callQuestion.id, id)));
  return row && { ...row.question, askerName: row.askerName };
}

/** How many a person has asked in the last 24 hours, by the Clock. */
export async function askedLately(db: Database, askerId: string): Promise<number> {
  const [row] = await db.select({ n: count() }).from(callQuestion).where(and(eq(callQuestion.askerId, askerId), gte(callQuestion.askedAt, sql`estampille_now() - interval '24 hours'`)));
  return row?.n ?? 0;
}
