import { and, asc, eq, like } from 'drizzle-orm';
import type { Database } from '../../libs/persistence/src/database.js';
import { message } from '../../libs/persistence/src/procedure/procedure.tables.js';

/** What a subject has told others, oldest first: receiver and act, of the acts that begin with `beginning`. */
export async function messagesFrom(db: Database, sender: string, beginning: string): Promise<[string, string][]> {
  const rows = await db.select({ to: message.receiverId, act: message.act }).from(message).where(and(eq(message.senderId, sender), like(message.act, `${beginning}%`))).orderBy(asc(message.id));
  return rows.map(({ to, act }) => [to, act]);
}
