import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { Database } from '../database.js';
import { now } from '../people/in-force.js';
import { person } from '../people/people.tables.js';
import { tell } from '../people/tell.js';
import { askedLately } from './question.queries.js';
import { callQuestion } from './question.tables.js';

/** The most that one person asks in 24 hours. */
export const mostQuestions = 10;

/** Stores a question and tells the call's case officer; undefined when the person has asked too many lately. */
export async function askQuestion(db: Database, { callId, askerId, text }: { callId: string; askerId: string; text: string }): Promise<string | undefined> {
  return db.transaction(async (tx) => {
    // Two at once count each other.
    await tx.select({ id: person.id }).from(person).where(eq(person.id, askerId)).for('update');
    if ((await askedLately(tx, askerId)) >= mostQuestions) return undefined;
    const id = randomUUID();
    await tx.insert(callQuestion).values({ id, callId, askerId, text, askedAt: now });
    await tell(tx, { officerOf: callId }, { template: 'question.asked', key: `question/${id}/asked`, subject: callId, facts: {} });
    return id;
  });
}

/** Takes a question out of what is published; its answer stays the asker's. Publishing it again gives it a new date. */
export async function unpublishQuestion(db: Database, id: string): Promise<void> {
  await db.update(callQuestion).set({ publishedAt: null }).where(eq(callQuestion.id, id));
}

interface TextInBoth { readonly fr: string; readonly en?: string | undefined }

/** An answer, with the question as it is to be published when it is. */
export interface NewAnswer {
  readonly id: string;
  readonly callId: string;
  readonly by: string;
  readonly answer: TextInBoth;
  /** Publishes it under this wording. */
  readonly published?: TextInBoth | undefined;
}

/** Answers a question, or corrects its answer, and tells the asker. What was published keeps its first date and stays published. */
export async function answerQuestion(db: Database, { id, callId, by, answer, published }: NewAnswer): Promise<void> {
  await db.transaction(async (tx) => {
    const [row] = await tx.select().from(callQuestion).where(eq(callQuestion.id, id)).for('update');
    if (!row) return;
    await tx.update(callQuestion).set({
      answerFr: answer.fr, answerEn: answer.en ?? null, answeredAt: now, answeredBy: by,
      ...(published ? { wordingFr: published.fr, wordingEn: published.en ?? null, publishedAt: sql`coalesce(${callQuestion.publishedAt}, estampille_now())` } : {}),
    }).where(eq(callQuestion.id, id));
    // Published later with the same words: the asker has read them.
    if (row.answerFr === answer.fr && row.answerEn === (answer.en ?? null)) return;
    await tell(tx, { person: row.askerId }, {
      template: 'question.answered', key: `question/${id}/answered/${randomUUID()}`, subject: callId, facts: { answer: { fr: answer.fr, en: answer.en ?? answer.fr } },
    });
  });
}
