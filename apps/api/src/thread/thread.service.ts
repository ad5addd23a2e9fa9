import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '../../../../libs/domain/src/procedure/role.js';
import type { SubjectKind } from '../../../../libs/domain/src/procedure/subject.js';
import type { ThreadSide } from '../../../../libs/domain/src/thread/side.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import type { SubjectRow } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { attachMessage, markAnswered, markRead, writeMessage } from '../../../../libs/persistence/src/thread/thread.commands.js';
import { findMessage, incomingMessages, type MessageRecord, messagesOf, readUpTo } from '../../../../libs/persistence/src/thread/thread.queries.js';
import { RightsService } from '../act/rights.service.js';
import { linkTo, subjectOf } from '../act/subject-param.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import type { Locale } from '../http/locale.js';
import { decodeCursor, type Page, pageOf, type PageQuery } from '../http/page.js';
import { Problem } from '../http/problem.js';
import type { IncomingMessageDto, IncomingQueryDto, MessageDto, MessageWrittenDto, NewMessageDto, ThreadPageDto } from './thread.dto.js';
import { messageView, threadNotice } from './thread.view.js';

/** A file as the addresses of the API name it. */
export interface FileAddress {
  readonly collection: string;
  readonly id: string;
}

/** Files that a centre and the secretariat write to each other about. */
const withThread: readonly SubjectKind[] = ['application', 'award', 'monitoring', 'renewal', 'financing'];
/** Who reads a thread; experts and committee read what is attached to the file, elsewhere. */
const readers: readonly Role[] = ['applicant', 'secretariat', 'authority', 'auditor'];
const sides: Partial<Record<Role, ThreadSide>> = { secretariat: 'secretariat', applicant: 'centre' };

interface Thread {
  readonly row: SubjectRow & { readonly poleId: string };
  /** Undefined for those who only read. */
  readonly side: ThreadSide | undefined;
}

/** The thread of a file. Nothing here changes a state or a clock. */
@Injectable()
export class ThreadService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly rights: RightsService) {}

  async list(caller: Caller, address: FileAddress, { limit, cursor }: PageQuery, locale: Locale): Promise<ThreadPageDto> {
    const { row, side } = await this.open(caller, address);
    const [before] = decodeCursor(cursor, 'number') ?? [];
    const rows = await messagesOf(this.db, row.id, { before: before === undefined ? undefined : Number(before), limit: limit + 1 });
    const upTo = side ? await readUpTo(this.db, { subjectId: row.id, personId: caller.personId, side }) : 0;
    return { notice: threadNotice[locale], ...pageOf(rows, limit, ({ n }) => [String(n)], (message) => messageView(message, { personId: caller.personId, upTo })) };
  }

  async write(caller: Caller, address: FileAddress, { text, attachments = [] }: NewMessageDto, { key, locale }: { key: string | undefined; locale: Locale }): Promise<MessageWrittenDto> {
    const { row, side } = await this.openAs(caller, address);
    const written = await writeMessage(this.db, { subjectId: row.id, poleId: row.poleId, side, authorId: caller.personId, text, attachments, key });
    if (written.is === 'key-reused') throw new Problem(422, 'key-reused');
    if (written.is === 'attachment-unknown') throw new Problem(404, 'attachment-unknown');
    return { ...await this.show(caller, row.id, written.id), notice: threadNotice[locale] };
  }

  /** Marks what I have read, for those of my side and for myself. */
  async read(caller: Caller, address: FileAddress, upTo: string): Promise<void> {
    const { row, side } = await this.openAs(caller, address);
    const message = await this.find(row.id, upTo);
    await markRead(this.db, { subjectId: row.id, personId: caller.personId, side, upTo: message.n });
  }

  /** The secretariat has answered otherwise, or nothing needs to be answered. */
  async settle(caller: Caller, address: FileAddress, id: string): Promise<MessageDto> {
    const { row } = await this.openAs(caller, address, 'secretariat');
    await markAnswered(this.db, (await this.find(row.id, id)).id, caller.personId);
    return this.show(caller, row.id, id);
  }

  /** Attaches a message to its application: experts and committee read it from then on. */
  async attach(caller: Caller, id: string, messageId: string): Promise<MessageDto> {
    const { row } = await this.openAs(caller, { collection: 'applications', id }, 'secretariat');
    await attachMessage(this.db, (await this.find(row.id, messageId)).id, caller.personId);
    return this.show(caller, row.id, messageId);
  }

  /** What centres wrote, over all files; for the secretariat. */
  async incoming({ personId }: Caller, { toAnswer, mine, limit, cursor }: IncomingQueryDto): Promise<Page<IncomingMessageDto>> {
    const [after] = decodeCursor(cursor, 'number') ?? [];
    const rows = await incomingMessages(this.db, { toAnswer, officerId: mine === true ? personId : undefined, after: after === undefined ? undefined : Number(after), limit: limit + 1 });
    // Read marks are each thread's own; this list is one of what waits.
    return pageOf(rows, limit, ({ n }) => [String(n)], (row) => ({
      ...messageView(row, { personId, upTo: 0 }), read: row.seen, subject: row.subjectId, pole: row.pole, link: `${linkTo(row.subjectId)}/messages`,
    }));
  }

  private async show(caller: Caller, subjectId: string, id: string): Promise<MessageDto> {
    return messageView(await this.find(subjectId, id), { personId: caller.personId, upTo: 0 });
  }

  private async find(subjectId: string, id: string): Promise<MessageRecord> {
    const found = await findMessage(this.db, subjectId, id);
    if (!found) throw new Problem(404, 'not-found');
    return found;
  }

  private async openAs(caller: Caller, address: FileAddress, only?: 'secretariat'): Promise<Thread & { side: ThreadSide }> {
    const { row, side } = await this.open(caller, address);
    if (!side || (only && side !== only)) throw new Problem(403, 'forbidden', { roles: only ?? 'applicant, secretariat' });
    return { row, side };
  }

  /** @throws Problem 404 for files without a thread, and for those who may not read it */
  private async open(caller: Caller, { collection, id }: FileAddress): Promise<Thread> {
    const { row, roles } = await this.rights.see(caller, subjectOf(collection, id));
    const { poleId } = row;
    if (!withThread.includes(row.kind) || poleId === null || !roles.some((role) => readers.includes(role))) throw new Problem(404, 'not-found');
    const role = (['secretariat', 'applicant'] as const).find((one) => roles.includes(one));
    return { row: { ...row, poleId }, side: role && sides[role] };
  }
}
