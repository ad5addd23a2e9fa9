import { randomUUID } from 'node:crypto';
import { asc, eq, sql } from 'drizzle-orm';
import { filledIn, type MailingText } from '../../../domain/src/mailing/mailing-text.js';
import type { Facts } from '../../../domain/src/procedure/act.js';
import type { Database } from '../database.js';
import { enqueueNotices } from '../notification/enqueue.js';
import { now } from '../people/in-force.js';
import { tell } from '../people/tell.js';
import { clockNow } from '../procedure/clock.queries.js';
import { copyToThread } from '../thread/thread.commands.js';
import { type Addressee, mailedTo } from './mailing.queries.js';
import { mailing, mailingFile } from './mailing.tables.js';

export interface NewMailing {
  readonly list: string;
  readonly subject: MailingText;
  readonly text: MailingText;
  /** Subject ids of the list's files. */
  readonly files: readonly string[];
  readonly by: string;
}

/** Rows inserted in one statement. */
const CHUNK = 1000;

/** Keeps the text and the list that the preview shows; nobody is told. Answers its id. */
export async function prepareMailing(db: Database, { files, by, ...written }: NewMailing): Promise<string> {
  const id = randomUUID();
  await db.transaction(async (tx) => {
    await tx.insert(mailing).values({ id, ...written, files: files.length, preparedBy: by, preparedAt: now });
    for (let i = 0; i < files.length; i += CHUNK) await tx.insert(mailingFile).values(files.slice(i, i + CHUNK).map((subjectId) => ({ mailingId: id, subjectId })));
  });
  return id;
}

/** What one file's copy says, as facts of its notice. @param today civil date */
export function copyFor({ subject, text }: { subject: MailingText; text: MailingText }, { poleName, callTitle }: Addressee, today: string): { title: Both; text: Both } {
  const values = { pole: poleName, call: callTitle, date: today };
  return { title: filledIn(subject, values), text: filledIn(text, values) };
}
type Both = { readonly fr: string; readonly en: string };

/** The copy that everybody of the pole reads, in the languages in which it was written. */
function inThread(written: { subject: MailingText; text: MailingText }, { title, text }: { title: Both; text: Both }): string {
  const english = written.subject.en === undefined && written.text.en === undefined ? [] : [`${title.en}\n\n${text.en}`];
  return [`${title.fr}\n\n${text.fr}`, ...english].join('\n\n* * *\n\n');
}

/** Sends the copy of one file to the person who prepares it, marked as a test. */
export async function testMailing(db: Database, { id, personId, addressee, facts }: { id: string; personId: string; addressee: Addressee; facts: Facts }): Promise<void> {
  await db.transaction((tx) => tell(tx, { person: personId }, { template: 'mailing.message', key: `mailing-test/${id}/${randomUUID()}`, subject: addressee.subjectId, facts }));
}

/** `changed`: the list has other files than the preview; `now` of them. */
export type MailingConfirmation = { readonly is: 'sent' } | { readonly is: 'changed'; readonly was: number; readonly now: number };

/**
 * Writes a copy into each file's thread and a notice to each person, in one transaction, if the list is still the one of the
 * preview. Confirming again changes nothing: nobody is told twice.
 * @param seen how many files whoever confirms has seen
 * @param resolve reads the list anew
 * @param today civil date
 */
export async function confirmMailing(
  db: Database, { id, seen, by, today }: { id: string; seen: number; by: string; today: string }, resolve: (tx: Database) => Promise<readonly Addressee[]>,
): Promise<MailingConfirmation> {
  return db.transaction(async (tx) => {
    const [row] = await tx.select().from(mailing).where(eq(mailing.id, id)).for('update');
    if (!row || row.confirmedAt) return { is: 'sent' };
    // In one order: two mailings at once wait for each other's threads, never both at once.
    const there = [...await resolve(tx)].sort((a, b) => (a.subjectId < b.subjectId ? -1 : 1));
    const shown = await tx.select({ subjectId: mailingFile.subjectId }).from(mailingFile).where(eq(mailingFile.mailingId, id)).orderBy(asc(mailingFile.subjectId));
    const known = new Set(shown.map(({ subjectId }) => subjectId));
    if (seen !== there.length || known.size !== there.length || !there.every(({ subjectId }) => known.has(subjectId))) return { is: 'changed', was: known.size, now: there.length };
    const at = await clockNow(tx);
    for (const one of there) {
      const facts = copyFor(row, one, today);
      await copyToThread(tx, { mailingId: id, subjectId: one.subjectId, authorId: by, text: inThread(row, facts) });
      await enqueueNotices(tx, one.subjectId, [{ template: 'mailing.message', key: `mailing/${id}/${one.subjectId}`, audience: { pole: one.poleId }, facts }], at);
    }
    await tx.update(mailing).set({ confirmedBy: by, confirmedAt: now, recipients: await mailedTo(tx, id) }).where(eq(mailing.id, id));
    await tx.execute(sql`select pg_notify('relay', '')`);
    return { is: 'sent' };
  });
}
