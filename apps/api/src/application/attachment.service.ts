import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Role } from '../../../../libs/domain/src/procedure/role.js';
import { attachmentFault } from '../../../../libs/domain/src/scheme/answers.js';
import { questionsOf } from '../../../../libs/domain/src/scheme/questions.js';
import type { QuestionOf } from '../../../../libs/domain/src/scheme/shape/form.js';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import { addAttachment, findAttachment, listAttachments, removeAttachment, type AttachmentRow } from '../../../../libs/persistence/src/application/attachment.queries.js';
import { findDraft, isSubmitted } from '../../../../libs/persistence/src/application/draft.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { entriesAfter } from '../../../../libs/persistence/src/procedure/journal.queries.js';
import { writtenEntries } from '../../../../libs/persistence/src/procedure/written.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { sentenceOf } from '../http/answer-faults.js';
import { faultAt } from '../http/field-fault.js';
import type { Locale } from '../http/locale.js';
import { Problem } from '../http/problem.js';
import type { AttachmentDto } from './application.dto.js';
import { ApplicationReader, type Read } from './application.reader.js';
import { attachmentView } from './attachment.view.js';
import { notifications, notifiedDocuments } from './decided.view.js';
import { DecisionReadingService } from './decision-reading.service.js';
import { FileStore } from './file-store.js';
import { receiveUpload, type Upload } from './upload.js';

/** What may be supplied on request, whatever the question. */
const piece = { accept: ['pdf', 'docx', 'odt', 'xlsx', 'ods', 'png', 'jpg'], maxFiles: 50, maxMegabytes: 25 } as const;
const decision = { accept: ['pdf'], maxFiles: 5, maxMegabytes: 25 } as const;
const contract = { accept: ['pdf'], maxFiles: 40, maxMegabytes: 25 } as const;
/** A receipt, an order, what shows that a condition is met. */
const proof = { accept: ['pdf', 'png', 'jpg'], maxFiles: 50, maxMegabytes: 25 } as const;
/** What waits for a message of its sender. */
const thread = { ...piece, maxFiles: 10 } as const;
/** Files in one thread, sent or waiting. */
const mostInThread = 200;
type Limits = Pick<QuestionOf<'attachment'>, 'maxFiles' | 'maxMegabytes'> & { readonly accept: readonly string[] };

@Injectable()
export class AttachmentService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly reader: ApplicationReader, private readonly store: FileStore, private readonly readings: DecisionReadingService) {}

  /** What the caller may read of an application's files. */
  async list(caller: Caller, id: string): Promise<AttachmentDto[]> {
    const read = await this.reader.read(caller, id);
    const told = await this.notified(id);
    return (await listAttachments(this.db, id)).filter((a) => mayRead(caller, read, a, told)).map((a) => attachmentView(a));
  }

  /** The same files as they are stored, for a document that holds them: of the thread, those that are attached to the file. */
  async stored(caller: Caller, id: string): Promise<{ row: AttachmentRow; path: string }[]> {
    const read = await this.reader.read(caller, id);
    const told = await this.notified(id);
    const rows = (await listAttachments(this.db, id)).filter((a) => mayRead(caller, read, a, told) && (a.purpose !== 'thread' || a.attachedAt !== null));
    return rows.map((row) => ({ row, path: this.store.pathOf(id, row.sha256) }));
  }

  async open(caller: Caller, id: string, attachmentId: string): Promise<{ row: AttachmentRow; bytes: Readable }> {
    const read = await this.reader.read(caller, id);
    const row = await findAttachment(this.db, id, attachmentId);
    if (!row || !mayRead(caller, read, row, await this.notified(id))) throw new Problem(404, 'not-found');
    if (row.purpose === 'decision') await this.readings.record(caller, read);
    return { row, bytes: this.store.read(id, row.sha256) };
  }

  private async notified(id: string): Promise<ReadonlySet<string>> {
    return notifiedDocuments(await writtenEntries(this.db, `application/${id}`, ['decision-signed', ...notifications]));
  }

  /** A file of the applicant's: an answer while the application is a draft, a missing piece while it is incomplete, a part of the reply to the appraisal. */
  async add(caller: Caller, id: string, question: string | undefined, request: FastifyRequest, locale: Locale): Promise<AttachmentDto> {
    const read = await this.reader.readOwn(caller, id);
    const purpose = read.row ? awaitedIn(read.row.status) : 'answer';
    if (!purpose) throw new Problem(409, 'already-submitted');
    const limits = purpose !== 'answer' ? piece : limitsOf(await schemeById(this.db, read.draft.schemeId), question);
    return this.accept(caller, { id, purpose, question: question ?? null, limits, locale }, request);
  }

  /** The signed decision, a PDF, before its signature is recorded; or a proof of what follows it. The caller is authority or secretariat. */
  async addDocument(caller: Caller, id: string, purpose: 'decision' | 'proof', request: FastifyRequest, locale: Locale): Promise<AttachmentDto> {
    const { row, roles } = await this.reader.read(caller, id);
    if (!roles.some((role) => role === 'authority' || role === 'secretariat')) throw new Problem(404, 'not-found');
    const when: readonly string[] = purpose === 'decision' ? ['decision_proposed'] : ['decision_proposed', 'conditionally_awarded'];
    if (!row || !when.includes(row.status)) throw new Problem(409, 'not-now', { status: row?.status ?? 'draft' });
    return this.accept(caller, { id, purpose, question: null, limits: purpose === 'decision' ? decision : proof, locale }, request);
  }

  /** The one signed decision of several applications: each gets it as its own. The caller is authority or secretariat. */
  async addDecisions(caller: Caller, ids: readonly string[], request: FastifyRequest, locale: Locale): Promise<{ application: string; attachment: string }[]> {
    const upload = await receiveUpload(request, this.store, decision.maxMegabytes * 1_000_000);
    try {
      const added: { application: string; attachment: string }[] = [];
      for (const id of ids) {
        const { row } = await this.put(caller, { id, purpose: 'decision', question: null, limits: decision, locale }, upload, () => this.store.copy(upload, id));
        added.push({ application: id, attachment: row.id });
      }
      return added;
    } finally {
      await this.store.discard(upload);
    }
  }

  /**
   * What came on paper, sent by the secretariat: the scan of an act that it then enters, for the staff's eyes; or as a piece, or a part of the
   * reply, that the applicant supplied.
   */
  async addScan(caller: Caller, id: string, purpose: 'scan' | 'piece' | 'reply', request: FastifyRequest, locale: Locale): Promise<AttachmentDto> {
    if (!(await findDraft(this.db, id))) throw new Problem(404, 'not-found');
    return this.accept(caller, { id, purpose, question: null, limits: piece, locale }, request);
  }

  /** A contract or amendment of the label as it was signed, a PDF. The caller may sign it, which is checked where its label is. */
  async addContract(caller: Caller, id: string, request: FastifyRequest, locale: Locale): Promise<AttachmentDto> {
    if (!(await findDraft(this.db, id))) throw new Problem(404, 'not-found');
    return this.accept(caller, { id, purpose: 'contract', question: null, limits: contract, locale }, request);
  }

  /** A file for the next message in the thread: the sender’s alone until that message is written. */
  async addToThread(caller: Caller, id: string, request: FastifyRequest, locale: Locale): Promise<AttachmentDto> {
    const { row, roles } = await this.reader.read(caller, id);
    if (!roles.some((role) => role === 'applicant' || role === 'secretariat')) throw new Problem(404, 'not-found');
    if (!row) throw new Problem(409, 'not-now', { status: 'draft' });
    return this.accept(caller, { id, purpose: 'thread', question: null, limits: thread, locale }, request);
  }

  private async accept(caller: Caller, added: Adding, request: FastifyRequest): Promise<AttachmentDto> {
    const upload = await receiveUpload(request, this.store, added.limits.maxMegabytes * 1_000_000);
    try {
      const { row, version } = await this.put(caller, added, upload, () => this.store.keep(upload, added.id));
      return attachmentView(row, version);
    } finally {
      await this.store.discard(upload);
    }
  }

  private async put(caller: Caller, added: Adding, upload: Upload, keep: () => Promise<void>): Promise<{ row: AttachmentRow; version: number | undefined }> {
    const { id, purpose, question } = added;
    const { name, type = '', size, sha256 } = upload;
    return addAttachment(
      this.db, { id: randomUUID(), applicationId: id, purpose, question, name, type, size, sha256, uploadedBy: caller.personId },
      {
        check: async (tx, there) => {
          // Between the first look and the lock somebody may have submitted.
          if (purpose === 'answer' && (await isSubmitted(tx, id))) throw new Problem(409, 'already-submitted');
          if (purpose === 'thread' && there.filter((a) => a.purpose === 'thread').length >= mostInThread) throw new Problem(409, 'thread-full', { max: mostInThread });
          // Files that were sent, and those of others, count for nothing in one's next message.
          checkFile(added, upload, there.filter((a) => a.purpose !== 'thread' || (a.messageId === null && a.uploadedBy === caller.personId)));
        },
        keep,
      },
    );
  }

  async remove(caller: Caller, id: string, attachmentId: string): Promise<void> {
    await this.reader.readOwn(caller, id);
    const removed = await removeAttachment(this.db, { applicationId: id, id: attachmentId, by: caller.personId }, {
      check: async (tx, row) => {
        if (row.purpose === 'thread' && row.uploadedBy !== caller.personId) throw new Problem(404, 'not-found');
        if (!(await mayGo(tx, id, row))) throw new Problem(409, 'attachment-locked');
      },
      forget: (sha256) => this.store.forget(id, sha256),
    });
    if (!removed) throw new Problem(404, 'not-found');
  }
}

/** What an applicant may send in a status. */
function awaitedIn(status: string): 'piece' | 'reply' | undefined {
  return status === 'incomplete' ? 'piece' : status === 'right_of_reply' ? 'reply' : undefined;
}

interface Adding {
  readonly id: string;
  readonly purpose: AttachmentRow['purpose'];
  readonly question: string | null;
  readonly limits: Limits;
  readonly locale: Locale;
}

function limitsOf(scheme: Scheme, code: string | undefined): Limits {
  const found = questionsOf(scheme.application.form).find(({ question }) => question.code === code)?.question;
  if (found?.kind !== 'attachment') throw new Problem(422, 'invalid', {}, [faultAt('?question', 'not-a-file-question')]);
  return found;
}

function checkFile({ limits, purpose, question, locale }: Adding, { type = '?', size }: Upload, there: readonly AttachmentRow[]): void {
  const before = there.filter((a) => a.purpose === purpose && (purpose !== 'answer' || a.question === question));
  const files = [...before, { type, size }].map((a) => ({ question: question ?? '', type: a.type, size: a.size }));
  const fault = attachmentFault(limits as QuestionOf<'attachment'>, files);
  if (fault) throw new Problem(422, 'file-refused', { reason: sentenceOf(fault, locale) }, undefined, { reason: fault.code });
}

/** An answer until the submission; a piece until it is supplied, a part of the reply until it is given; a file of the thread until its message is written. */
async function mayGo(tx: Database, id: string, row: AttachmentRow): Promise<boolean> {
  if (['decision', 'proof', 'scan', 'contract'].includes(row.purpose)) return false;
  if (row.purpose === 'thread') return row.messageId === null;
  const entries = await entriesAfter(tx, `application/${id}`, 0);
  if (row.purpose === 'answer') return entries.length === 0;
  const [opens, ...closes] = row.purpose === 'reply' ? ['reply-opened', 'reply-received', 'appraisals-complete'] : ['pieces-requested', 'pieces-supplied'];
  const turn = entries.filter((e) => e.type === opens || closes.includes(e.type)).at(-1);
  return turn?.type === opens && row.uploadedAt.toISOString() >= turn.at;
}

const staff: readonly Role[] = ['secretariat', 'authority', 'auditor', 'operator'];
const inThread: readonly Role[] = ['applicant', 'secretariat', 'authority', 'auditor'];

/**
 * Signed decisions are read by the staff, and by the applicant once notified; proofs by the staff alone; files of the thread by their sender, from the message on by
 * the thread's readers, and by everybody who reads the application once the message is attached to it.
 */
function mayRead({ personId }: Caller, { roles }: Read, attachment: AttachmentRow, notified: ReadonlySet<string>): boolean {
  if (attachment.purpose === 'thread') {
    return attachment.attachedAt !== null || attachment.uploadedBy === personId || (attachment.messageId !== null && roles.some((role) => inThread.includes(role)));
  }
  // A scan may name an expert, or be of somebody else's paper.
  if (attachment.purpose === 'scan') return roles.some((role) => staff.includes(role));
  // The experts have nothing to answer to the reply, and the contract is between its parties.
  if (attachment.purpose === 'contract') return roles.some((role) => role === 'applicant' || staff.includes(role));
  if (attachment.purpose === 'reply') return roles.some((role) => role !== 'expert');
  if (attachment.purpose !== 'decision' && attachment.purpose !== 'proof') return true;
  if (roles.some((role) => role !== 'applicant' && role !== 'expert')) return true;
  return attachment.purpose === 'decision' && roles.includes('applicant') && notified.has(attachment.id);
}
