import { and, asc, desc, eq, inArray, lt, or, type SQL } from 'drizzle-orm';
import type { Database } from '../database.js';
import { person } from '../people/people.tables.js';
import { note, noteVersion } from './note.tables.js';

/** A note with all its texts, the first first; null once erased. */
export interface NoteRecord {
  readonly id: string;
  readonly author: { readonly id: string; readonly name: string };
  readonly forAuthority: boolean;
  readonly writtenAt: Date;
  readonly erasedAt: Date | null;
  readonly versions: readonly { readonly version: number; readonly text: string | null; readonly writtenAt: Date }[];
}

/** The notes of a file, the last first. `before` is [instant, id] of the last one shown. */
export async function notesOf(
  db: Database, subjectId: string, { forAuthority, before, limit }: { forAuthority?: true | undefined; before?: readonly [string, string] | undefined; limit: number },
): Promise<NoteRecord[]> {
  const earlier = before && or(lt(note.writtenAt, new Date(before[0])), and(eq(note.writtenAt, new Date(before[0])), lt(note.id, before[1])));
  return read(db, and(eq(note.subjectId, subjectId), forAuthority && eq(note.forAuthority, true), earlier), limit);
}

export async function findNote(db: Database, subjectId: string, id: string): Promise<NoteRecord | undefined> {
  return (await read(db, and(eq(note.subjectId, subjectId), eq(note.id, id)), 1))[0];
}

async function read(db: Database, where: SQL | undefined, limit: number): Promise<NoteRecord[]> {
  const rows = await db.select({ id: note.id, author: { id: person.id, name: person.name }, forAuthority: note.forAuthority, writtenAt: note.writtenAt, erasedAt: note.erasedAt })
    .from(note).innerJoin(person, eq(person.id, note.authorId)).where(where).orderBy(desc(note.writtenAt), desc(note.id)).limit(limit);
  if (rows.length === 0) return [];
  const texts = await db.select().from(noteVersion).where(inArray(noteVersion.noteId, rows.map(({ id }) => id))).orderBy(asc(noteVersion.version));
  return rows.map((row) => ({ ...row, versions: texts.filter(({ noteId }) => noteId === row.id).map(({ version, text, writtenAt }) => ({ version, text, writtenAt })) }));
}
