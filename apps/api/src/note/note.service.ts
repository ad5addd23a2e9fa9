import { Inject, Injectable } from '@nestjs/common';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { editNote, eraseNote, writeNote } from '../../../../libs/persistence/src/note/note.commands.js';
import { findNote, type NoteRecord, notesOf } from '../../../../libs/persistence/src/note/note.queries.js';
import { RightsService } from '../act/rights.service.js';
import { subjectOf } from '../act/subject-param.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { decodeCursor, type Page, pageOf, type PageQuery } from '../http/page.js';
import { Problem } from '../http/problem.js';
import type { NewNoteDto, NoteChangeDto, NoteDto } from './note.dto.js';

/** A note as the addresses of the API name it. */
export interface NoteAddress {
  readonly collection: string;
  readonly id: string;
}

/** The secretariat's notes about a file; the authority reads those that are for it too. */
@Injectable()
export class NoteService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly rights: RightsService) {}

  async list(caller: Caller, { collection, id }: NoteAddress, { limit, cursor }: PageQuery): Promise<Page<NoteDto>> {
    const { row, as } = await this.rights.seeAs(caller, subjectOf(collection, id), 'secretariat', 'authority');
    const before = decodeCursor(cursor, 'instant', 'id') as [string, string] | undefined;
    const rows = await notesOf(this.db, row.id, { forAuthority: as === 'authority' || undefined, before, limit: limit + 1 });
    // The authority reads what was written for it, not how it came to be.
    return pageOf(rows, limit, (one) => [one.writtenAt.toISOString(), one.id], (one) => (as === 'authority' ? { ...noteView(one), earlier: [] } : noteView(one)));
  }

  async write(caller: Caller, address: NoteAddress, { text, forAuthority = false }: NewNoteDto): Promise<NoteDto> {
    const subjectId = await this.open(caller, address);
    return this.show(subjectId, await writeNote(this.db, { subjectId, authorId: caller.personId, forAuthority, text }));
  }

  /** A new version by the note's author; the earlier text stays readable for the secretariat. */
  async edit(caller: Caller, address: NoteAddress, noteId: string, { text, forAuthority, version }: NoteChangeDto): Promise<NoteDto> {
    const subjectId = await this.open(caller, address);
    const found = await this.find(subjectId, noteId);
    if (found.author.id !== caller.personId) throw new Problem(403, 'not-the-author', { author: found.author.name });
    const edited = await editNote(this.db, noteId, { seen: version, text, forAuthority });
    if (edited === 'gone') throw new Problem(409, 'note-erased');
    if (edited === 'stale') throw new Problem(409, 'note-changed');
    return this.show(subjectId, noteId);
  }

  /** Erases all its texts; anybody of the secretariat may, e.g. because it says what it shouldn't. */
  async erase(caller: Caller, address: NoteAddress, noteId: string): Promise<NoteDto> {
    const subjectId = await this.open(caller, address);
    await eraseNote(this.db, (await this.find(subjectId, noteId)).id, caller.personId);
    return this.show(subjectId, noteId);
  }

  private async open(caller: Caller, { collection, id }: NoteAddress): Promise<string> {
    return (await this.rights.seeAs(caller, subjectOf(collection, id), 'secretariat')).row.id;
  }

  private async show(subjectId: string, id: string): Promise<NoteDto> {
    return noteView(await this.find(subjectId, id));
  }

  private async find(subjectId: string, id: string): Promise<NoteRecord> {
    const found = await findNote(this.db, subjectId, id);
    if (!found) throw new Problem(404, 'not-found');
    return found;
  }
}

function noteView({ id, author, forAuthority, writtenAt, erasedAt, versions }: NoteRecord): NoteDto {
  const texts = versions.map((one) => ({ ...one, writtenAt: one.writtenAt.toISOString() }));
  const last = texts.at(-1);
  return { id, author, forAuthority, version: last?.version ?? 0, text: last?.text ?? null, writtenAt: writtenAt.toISOString(), erasedAt: erasedAt?.toISOString() ?? null, earlier: texts.slice(0, -1) };
}
