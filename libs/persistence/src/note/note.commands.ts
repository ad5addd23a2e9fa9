import { randomUUID } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '../database.js';
import { now } from '../people/in-force.js';
import { note, noteVersion } from './note.tables.js';

export async function writeNote(db: Database, { text, ...written }: { subjectId: string; authorId: string; forAuthority: boolean; text: string }): Promise<string> {
  return db.transaction(async (tx) => {
    const id = randomUUID();
    await tx.insert(note).values({ id, ...written, writtenAt: now });
    await tx.insert(noteVersion).values({ noteId: id, version: 1, text, writtenAt: now });
    return id;
  });
}

/** `stale`: somebody changed it since the version that was seen. `gone`: erased, or not there. */
export type NoteEdit = 'edited' | 'stale' | 'gone';

/** Writes a new version; the earlier text stays. */
export async function editNote(db: Database, id: string, change: { seen: number; text: string; forAuthority?: boolean | undefined }): Promise<NoteEdit> {
  return db.transaction(async (tx) => {
    const [row] = await tx.select().from(note).where(eq(note.id, id)).for('update');
    if (!row || row.erasedAt) return 'gone';
    const [last] = await tx.select({ version: sql<number>`max(${noteVersion.version})`.mapWith(Number) }).from(noteVersion).where(eq(noteVersion.noteId, id));
    if (last?.version !== change.seen) return 'stale';
    await tx.insert(noteVersion).values({ noteId: id, version: change.seen + 1, text: change.text, writtenAt: now });
    if (change.forAuthority !== undefined) await tx.update(note).set({ forAuthority: change.forAuthority }).where(eq(note.id, id));
    return 'edited';
  });
}

/** Erases all texts of a note; that there was one stays. */
export async function eraseNote(db: Database, id: string, by: string): Promise<void> {
  await db.transaction(async (tx) => {
    const rows = await tx.update(note).set({ erasedAt: now, erasedBy: by }).where(and(eq(note.id, id), isNull(note.erasedAt))).returning({ id: note.id });
    if (rows.length > 0) await tx.update(noteVersion).set({ text: null }).where(eq(noteVersion.noteId, id));
  });
}
